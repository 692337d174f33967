from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.classifiers import legibility
from pipeline.domain.geometry import Box
from pipeline.domain.reading import INK_COLUMNS, INK_ROWS, Code, Look, Reading, Symbology, TextSource, Word, unreadable

PLACE = Box(0.1, 0.1, 0.2, 0.2)
LOOK = Look(0.05, (0.0,) * (INK_ROWS * INK_COLUMNS), 0.8, 0.9, None, None, 0.0, coloured=False)


def page(confidence=0.9, words=40, source=TextSource.OCR, dpi=200.0, **look):
    read = tuple(Word("quittance", confidence, PLACE, n) for n in range(words))
    return Reading(1654, 2339, dpi, 0, 0.0, (), (), read, source, replace(LOOK, **look), None)


def test_confident_words_on_every_line_are_legible():
    judged = legibility.judge(page())

    assert judged.score > 0.9
    assert judged.cause == "lisible"


def test_words_printed_by_a_program_are_legible_by_nature():
    assert legibility.judge(page(source=TextSource.BORN_DIGITAL)).score == 1.0


def test_sheet_whose_code_says_all_is_legible():
    code = Code(Symbology.QR, "SNE", PLACE, "zxing")
    sheet = replace(page(words=0, source=TextSource.NONE), codes=(code,))

    assert legibility.judge(sheet).score == 1.0


def test_traces_too_pale_to_be_read_are_for_a_person_to_look_at():
    judged = legibility.judge(page(words=0, source=TextSource.NONE, faint=0.01))

    assert judged == legibility.Legibility(legibility.NOTHING_TO_READ, "traces trop pâles pour être lues")


def test_page_that_could_not_be_looked_at_says_why():
    judged = legibility.judge(unreadable("Image endommagée."))

    assert (judged.score, judged.cause) == (0.0, "Image endommagée.")


@pytest.mark.parametrize(
    ("measures", "cause"),
    [
        ({"sharpness": 0.2}, "floue (netteté de 20 %)"),
        ({"contrast": 0.1}, "trop claire (contraste de 10 %)"),
        ({"dpi": 72.0}, "résolution trop faible (72 points par pouce)"),
        ({"x_height": 5.0}, "résolution trop faible (200 points par pouce, lettres de 5 pixels)"),
        ({"sharpness": 0.2, "contrast": 0.01}, "trop claire (contraste de 1 %)"),
        ({}, "aucun mot lu dans 14 lignes"),
    ],
)
def test_lines_without_a_word_are_illegible_for_a_named_cause(measures, cause):
    judged = legibility.judge(page(words=0, text_lines=14, unread_lines=14, **measures))

    assert (judged.score, judged.cause) == (0.0, cause)


def test_a_few_sure_words_do_not_make_up_for_the_lines_that_gave_none():
    judged = legibility.judge(page(words=3, text_lines=20, unread_lines=18))

    assert judged.score <= 0.2
    assert judged.cause == "18 lignes illisibles sur 20"


def test_score_falls_with_confidence():
    scores = [legibility.judge(page(confidence)).score for confidence in (0.95, 0.7, 0.4, 0.1)]

    assert scores == sorted(scores, reverse=True)


def test_page_of_pictures_is_neither_legible_nor_illegible():
    assert legibility.judge(page(words=0, text_lines=0, unread_lines=0)).score == legibility.NOTHING_TO_READ


@pytest.mark.parametrize(
    ("look", "score"),
    [
        ({"contrast": 0.2, "ink": 0.004}, 0.0),
        ({"contrast": 0.8, "ink": 0.004}, legibility.NOTHING_TO_READ),
        ({"contrast": 0.2, "ink": 0.0001}, legibility.NOTHING_TO_READ),
    ],
    ids=["written, all of it pale", "a stamp", "specks"],
)
def test_page_so_faded_that_no_line_is_seen_is_illegible(look, score):
    judged = legibility.judge(page(words=0, text_lines=0, unread_lines=0, **look))
    assert judged.score == score
    assert ("trop claire" in judged.cause) == (score == 0.0)


def test_ink_that_no_word_covers_counts_as_unread():
    scores = [legibility.judge(page(covered=share)).score for share in (1.0, 0.8, 0.5, 0.2)]

    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0.95
    assert scores[-1] < 0.4
    assert legibility.judge(page(covered=0.2)).cause == "80 % de l'encre sans mot lu"


def test_lines_that_run_into_the_edge_are_words_lost():
    whole = page(words=4)
    edge = Box(0.9, 0.1, 1.0, 0.2)
    cut = replace(whole, words=tuple(replace(word, box=edge) for word in whole.words))

    assert legibility.judge(cut).score < legibility.judge(whole).score - 0.2
    assert legibility.judge(replace(cut, look=replace(LOOK, covered=0.6))).cause == (
        "coupée (100 % des lignes touchent le bord)"
    )


@given(
    st.builds(legibility.Flaws, *[st.floats(0, 1, allow_subnormal=False)] * 7),
    st.sampled_from([field.name for field in fields(legibility.Flaws)]),
    st.floats(0, 1, allow_subnormal=False),
)
def test_no_flaw_ever_makes_a_page_more_legible(flaws, name, more):
    worse = replace(flaws, **{name: max(getattr(flaws, name), more)})
    best, worst = legibility.recall(flaws, legibility.FITTED), legibility.recall(worse, legibility.FITTED)

    assert 0.0 <= worst <= best <= 1.0
