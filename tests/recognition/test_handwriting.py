import pytest

from pipeline.domain.geometry import Box
from pipeline.domain.reading import LineScore, Word
from pipeline.recognition import lines, ocr
from pipeline.recognition.handwriting import by_hand, letters_by_hand, measures, pieces, printed, scores, weights
from pipeline.recognition.ink import ink_of
from pipeline.recognition.strokes import line_shapes

LINE = Box(0.1, 0.1, 0.9, 0.12)


def word(text, confidence, x0, x1):
    return Word(text, confidence, Box(x0, 0.1, x1, 0.12), 0)


def scored(page, dpi, words=()):
    return scores(ink_of(page, dpi), lines.detect(page), words)


def line(hand, printed=None, width=0.5, **others):
    rest = {"signature": 0.0, "stamp": 0.0} | others
    return LineScore(Box(0.1, 0.1, 0.1 + width, 0.12), 1.0 - hand if printed is None else printed, hand, **rest)


def test_lines_of_print_are_printed_though_nothing_of_them_was_read(desk):
    found = scored(desk.printed(), desk.dpi)

    assert len(found) >= 20
    assert all(score.printed > 0.5 for score in found)


def test_lines_of_scrawl_are_not_printed(desk):
    found = scored(desk.scrawled(), desk.dpi)

    assert sum(score.printed < 0.5 for score in found) >= 0.9 * len(found)


def test_the_four_scores_of_a_line_add_up_to_one(desk):
    for score in scored(desk.scrawled(), desk.dpi):
        assert score.printed + score.handwritten + score.signature + score.stamp == pytest.approx(1.0, abs=1e-3)


def test_reading_print_without_a_doubt_makes_it_no_less_printed(desk):
    page = desk.printed()
    blind = {score.box: score.printed for score in scored(page, desk.dpi)}
    for score in scored(page, desk.dpi, ocr.words(page, desk.dpi, 0.0)):
        assert score.printed > 0.5, blind[score.box]


def test_lines_without_letters_have_no_score(desk):
    assert scores(ink_of(desk.blank(), desk.dpi), [LINE], [word("loyer", 0.9, 0.1, 0.3)]) == ()


def test_a_label_and_its_answer_are_scored_apart():
    label, answer = pieces(LINE, [word("Profession", 0.9, 0.1, 0.25), word("~jl", 0.2, 0.3, 0.5)])

    assert (label.x0, label.x1, answer.x0, answer.x1) == (0.1, 0.25, 0.25, 0.9)


def test_a_line_read_from_end_to_end_or_not_at_its_start_stays_whole():
    assert pieces(LINE, [word("loyer", 0.9, 0.1, 0.5), word("mensuel", 0.9, 0.51, 0.9)]) == [LINE]
    assert pieces(LINE, [word("loyer", 0.9, 0.4, 0.5)]) == [LINE]
    assert pieces(LINE, []) == [LINE]


def test_letters_count_by_length_over_height_so_large_writing_does_not_weigh_more():
    small, large = line(0.0), LineScore(Box(0.1, 0.2, 0.6, 0.24), 0.0, 1.0, 0.0, 0.0)

    assert letters_by_hand([small, large]) == pytest.approx(1 / 3, abs=1e-4)


def test_the_share_is_stretched_about_where_forms_end_and_letters_begin():
    ends = weights().ends
    shares = [by_hand([line(part)]) for part in (0.0, *ends, 1.0)]

    assert shares == pytest.approx([0.0, 0.3, 0.7, 1.0], abs=1e-3)


def test_signatures_and_stamps_are_neither_hand_nor_print():
    signed = [line(0.0), line(0.0, printed=0.0, signature=1.0), line(0.0, printed=0.0, stamp=1.0)]

    assert by_hand(signed) == 0.0
    assert by_hand(signed[1:]) is None


def test_nothing_to_judge_has_no_share():
    assert by_hand([]) is None


def test_what_the_ocr_made_of_a_line_is_measured_within_the_line():
    words = [
        word("loyer", 0.9, 0.1, 0.3),
        word("~|", 0.2, 0.5, 0.7),
        Word("ailleurs", 0.9, Box(0.1, 0.5, 0.3, 0.52), 1),
    ]
    seen = printed(LINE, words)

    assert seen.read == pytest.approx(0.25)
    assert seen.confidence == pytest.approx((5 * 0.9 + 2 * 0.2) / 7)
    assert seen.wordlike == pytest.approx(5 / 7)


def test_figures_read_as_words_do():
    assert printed(LINE, [word("1204,50", 0.9, 0.1, 0.3)]).wordlike == 1.0


def test_the_shipped_model_names_measures_that_exist(desk):
    page = desk.printed(lines=2)
    shapes = line_shapes(ink_of(page, desk.dpi), lines.detect(page))

    assert measures(shapes, [], weights().names).shape == (len(shapes), len(weights().names))
    assert weights().weights.shape == (len(weights().names), 4)
