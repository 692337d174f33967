"""Lines of print that the engine left out are read again, and go where they stand."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.domain.geometry import Box
from pipeline.domain.reading import LineScore, Look, Word
from pipeline.recognition import ocr
from pipeline.recognition.look import READ_CONFIDENCE
from pipeline.recognition.overlooked import MOST, overlooked, read_again
from tests import papers

PLACE = Box(0.1, 0.1, 0.3, 0.12)


def score(y, printed=0.9):
    return LineScore(Box(0.1, y, 0.3, y + 0.02), printed, 1 - printed, 0.0, 0.0)


def look(*scores) -> Look:
    return replace(papers.look(), lines=scores)


def words(count, confidence=0.9):
    return tuple(Word("quittance", confidence, PLACE, n) for n in range(count))


def test_printed_lines_without_a_sure_word_are_overlooked_from_top_to_bottom():
    seen = look(score(0.5), score(0.4), score(0.3, printed=0.1), score(0.1))
    assert [box.y0 for box in overlooked(seen, words(9))] == [0.4, 0.5], "one is by hand, one was read"
    assert len(overlooked(look(*map(score, np.linspace(0.2, 0.9, MOST + 9))), words(9))) == MOST


def test_where_next_to_nothing_was_read_nothing_is_read_again():
    assert overlooked(look(score(0.5)), words(4)) == []
    assert overlooked(look(score(0.5)), words(9, confidence=READ_CONFIDENCE - 0.1)) == []
    assert overlooked(papers.look(), words(9)) == []


@pytest.fixture
def page(desk):
    return desk.printed(lines=6)


def boxes_of(read, line):
    own = [word.box for word in read if word.line == line]
    low, high = min(box.y0 for box in own) - 0.004, max(box.y1 for box in own) + 0.004
    return Box(min(box.x0 for box in own) - 0.005, low, max(box.x1 for box in own) + 0.005, high)


@pytest.mark.parametrize("skew", [0.0, 1.5])
def test_a_line_that_was_left_out_is_read_where_it_lies(desk, page, skew):
    leaning, _ = ocr.straightened(page, -skew)
    whole = ocr.words(leaning, desk.dpi, skew)
    left = [word for word in whole if word.line != 3]
    straight = ocr.Straight.of(leaning, desk.dpi, skew, 0.0)
    again = read_again(straight, [boxes_of(whole, 3)], left, skew, ocr.in_process)
    told, meant = ([word for word in some if word not in left] for some in (again, whole))
    assert [word.text for word in told] == [word.text for word in meant]
    for one, other in zip(told, meant, strict=True):
        assert one.box.centre == pytest.approx(other.box.centre, abs=0.004)
    assert {word.line for word in told} == {6}, "a line of its own, after the others"


def test_a_value_goes_behind_its_label_and_takes_the_place_of_what_was_misread(desk, page):
    whole = ocr.words(page, desk.dpi, 0.0)
    row = [word for word in whole if word.line == 0]
    label, value = row[:2], row[2:]
    box = boxes_of(value, 0)
    speck = Word("|", 0.1, Box(*box.centre, box.centre[0] + 0.002, box.centre[1] + 0.002), 9)
    kept = [word for word in whole if word not in value]
    again = read_again(ocr.Straight.of(page, desk.dpi, 0.0, 0.0), [box], [*kept, speck], 0.0, ocr.in_process)
    assert [word.text for word in again if word.line == 0] == [word.text for word in row]
    assert speck not in again
    assert [word for word in again if word.line != 0] == [word for word in kept if word not in label]


def test_the_rules_of_a_table_are_not_read(desk, page):
    whole = ocr.words(page, desk.dpi, 0.0)
    box = boxes_of(whole, 1)
    ruled = page.copy()
    height, width = page.shape
    for y in (box.y0, box.y1 - 0.001):
        ruled[round(y * height) : round(y * height) + 2] = 90
    ruled[:, round(box.x0 * width) : round(box.x0 * width) + 2] = 90
    left = [word for word in whole if word.line != 1]
    again = read_again(ocr.Straight.of(ruled, desk.dpi, 0.0, 0.0), [box], left, 0.0, ocr.in_process)
    assert [word.text for word in again if word not in left] == [word.text for word in whole if word.line == 1]


def test_what_is_hardly_believed_is_left_out(desk, page):
    bare = Box(0.1, 0.8, 0.4, 0.82)
    whole = ocr.words(page, desk.dpi, 0.0)
    assert read_again(ocr.Straight.of(page, desk.dpi, 0.0, 0.0), [bare], whole, 0.0, ocr.in_process) == whole
