"""Judging pieces by their readings; real pages are judged when ``PLI_CORPUS`` names the corpus."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.classifiers import handwriting
from pipeline.domain.card import Card, Shape
from pipeline.domain.geometry import Box
from pipeline.domain.mrz import SeenMrz, parse
from pipeline.domain.reading import INK_COLUMNS, INK_ROWS, LineScore, Look, Reading, TextSource, Word, unreadable
from pipeline.domain.rules import Thresholds
from pipeline.stages.read import read
from tests import papers

CORPUS = os.environ.get("PLI_CORPUS")
NO_INK_MAP = (0.0,) * (INK_ROWS * INK_COLUMNS)
LIMITS = Thresholds()
PLAN = papers.rules().plan


def page(by_hand, ink=0.05, lines=20):
    look = Look(ink, NO_INK_MAP, 0.8, 0.9, lines, 0, by_hand, coloured=False)
    return Reading(1654, 2339, 200, 0, 0.0, (), (), (), TextSource.OCR, look, None)


def test_letter_written_by_hand_has_a_high_share_and_says_so():
    judged = handwriting.judge([page(0.95), page(0.9)])

    assert judged.share == pytest.approx(0.925)
    assert judged.detail == "92 % de l'écriture semble faite à la main"


def test_pages_count_by_the_ink_they_bear():
    assert handwriting.judge([page(0.0, ink=0.09), page(1.0, ink=0.01)]).share == pytest.approx(0.1)


def test_page_read_as_print_throughout_is_not_handwritten():
    assert handwriting.judge([page(0.0, lines=None)]).share == 0


def test_a_signature_alone_is_too_little_to_judge_by():
    assert handwriting.judge([page(1.0, lines=2)]).share is None


def test_pages_that_show_no_shape_of_letters_are_not_judged():
    assert handwriting.judge([page(None), unreadable("endommagée")]).share is None
    assert handwriting.judge([]).share is None


def written(*lines):
    """A page of lines, each (x0, x1, row, what print says there or None for a hand)."""
    scores, words = [], []
    for number, (x0, x1, row, said) in enumerate(lines):
        box = Box(x0, row * 0.02, x1, row * 0.02 + 0.016)
        scores.append(LineScore(box, 0.02 if said is None else 0.96, 0.96 if said is None else 0.02, 0.01, 0.01))
        words += [Word(said, 0.9, box, number)] if said else []
    whole = page(0.5, lines=len(lines))
    return replace(whole, words=tuple(words), look=replace(whole.look, lines=tuple(scores)))


def letter(first=4):
    return [(0.1, 0.9, row, None) for row in range(first, 30)]


def form(title="Demande de logement"):
    rows = range(4, 30, 2)
    return [(0.3, 0.7, 1, title), *[(0.1, 0.25, row, "Profession") for row in rows],
            *[(0.26, 0.9, row, None) for row in rows]]  # fmt: skip


def share(*lines):
    return handwriting.judge([written(*lines)]).share


def test_a_form_full_of_answers_is_not_refused_though_most_of_its_writing_is_by_hand():
    assert share(*form()) < LIMITS.doubtful_handwriting


def test_answers_below_their_labels_are_answers_too():
    labels = [(0.1, 0.3, row, "Commune") for row in range(2, 30, 4)]
    answers = [(0.1, 0.5, row, None) for row in range(3, 30, 4)]

    assert share(*labels, *answers) < LIMITS.handwritten
    assert share(*labels, *answers) < share(*labels, *[(0.6, 1.0, row + 1, None) for _, _, row, _ in answers])


def test_a_printed_table_filled_in_by_hand_is_not_refused():
    columns = [(0.1, 0.3), (0.4, 0.6), (0.7, 0.9)]
    heads = [(x0, x1, 4, "Montant") for x0, x1 in columns]
    foot = [(0.1, 0.9, row, "Toute fausse déclaration") for row in (30, 31)]

    assert (
        share(*heads, *foot, *[(x0, x1, row, None) for row in range(5, 13) for x0, x1 in columns]) < LIMITS.handwritten
    )


def test_an_answer_may_stand_far_from_its_label():
    labels = [(0.1, 0.25, row, "Profession") for row in range(4, 30, 2)]
    answers = [(0.5, 0.9, row, None) for row in range(4, 30, 2)]

    assert share(*labels, *answers) < LIMITS.handwritten


def test_a_printed_heading_does_not_save_a_letter():
    heading = [(0.1, 0.5, row, "Association des Locataires") for row in range(3)]

    assert share(*heading, *letter()) >= LIMITS.handwritten


def test_a_note_in_the_margin_of_a_printed_page_changes_nothing():
    printed = [(0.1, 0.9, row, "Article premier") for row in range(20)]

    assert share(*printed, (0.5, 0.8, 24, None), (0.5, 0.8, 26, None)) < LIMITS.doubtful_handwriting


def test_print_in_which_nothing_was_read_makes_no_label():
    unread = [(0.1, 0.25, row, "") for row in range(4, 30, 2)]
    answers = [(0.26, 0.9, row, None) for row in range(4, 30, 2)]

    assert share(*unread, *answers) > share(*[(x0, x1, row, "Profession") for x0, x1, row, _ in unread], *answers)


def test_answers_are_found_on_a_page_that_was_scanned_sideways():
    sideways = replace(written(*form()), rotation=90, width=2339, height=1654)

    assert handwriting.judge([sideways]).share == share(*form())


def test_a_card_whose_check_digits_hold_is_not_handwritten_whatever_is_noted_below_it():
    zone = parse(["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6"])
    card = replace(written(*letter()), mrz=(SeenMrz(zone, Box(0.1, 0.8, 0.9, 0.85), 0, 0.2, 0.2),))

    assert handwriting.judge([card]).share == 0


def test_a_number_or_a_known_title_in_print_vouches_for_a_form():
    assert handwriting.vouching([written(*form("Cerfa n° 16029*01"))], PLAN) == "formulaire « CERFA N 16029 »"
    assert handwriting.vouching([written(*form("Quittance de loyer"))], PLAN) == "titre imprimé « QUITTANCE DE LOYER »"
    assert handwriting.vouching([written(*form("Notes diverses"))], PLAN) is None


def test_the_face_of_a_card_vouches_for_the_sheet_it_was_copied_on():
    face = Card(Shape.CARD, ((0.2, 0.2), (0.6, 0.2), (0.6, 0.4), (0.2, 0.4)))

    assert handwriting.vouching([replace(written(*letter()), cards=(face,))], PLAN) == "face de carte"


def test_the_title_of_a_page_that_print_explains_vouches_too():
    assert handwriting.vouching([papers.page("Quittance de loyer"), written(*letter())], PLAN)


def test_a_title_written_by_hand_vouches_for_nothing():
    by_hand = written(*letter())
    title = Word("Quittance de loyer", 0.9, by_hand.look.lines[0].box, 0)

    assert handwriting.vouching([replace(by_hand, words=(title,))], PLAN) is None
    assert handwriting.vouching([page(None)], PLAN) is None


@pytest.mark.skipif(CORPUS is None, reason="PLI_CORPUS does not name the corpus of real pages")
@pytest.mark.timeout(300)
@pytest.mark.parametrize(("folder", "by_hand"), [("manuscrit/copiste", True), ("imprime/tapuscorpus", False)])
def test_real_pages_fall_on_their_side(folder, by_hand):
    pages = sorted((Path(CORPUS) / folder).glob("*.jpg"))[1 :: 16 if by_hand else 7]
    limit = Thresholds().handwritten
    shares = [handwriting.judge([read(p.read_bytes(), "jpeg", None, lambda _: False)]).share or 0.0 for p in pages]

    right = sum((share >= limit) is by_hand for share in shares)
    assert right >= (0.9 if by_hand else 0.99) * len(pages), list(zip([p.name for p in pages], shares, strict=True))
