import cv2
import numpy as np
import pytest

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Word
from pipeline.recognition import lines
from pipeline.recognition.ink import ink_of


def test_lines_are_found_where_they_lie(desk):
    found = lines.detect(desk.printed(lines=6))

    assert len(found) == 6
    assert all(180 / 2339 < line.y0 < line.y1 < 580 / 2339 for line in found)


def test_line_without_a_confident_word_is_unread():
    read, unread = Box(0.1, 0.1, 0.9, 0.15), Box(0.1, 0.2, 0.9, 0.25)
    words = [Word("loyer", 0.9, Box(0.2, 0.11, 0.3, 0.14), 0), Word("~;", 0.2, Box(0.2, 0.21, 0.3, 0.24), 1)]

    assert lines.unread([read, unread], words, 0.6) == [unread]


def test_lines_lie_where_they_lie_on_the_page_when_only_a_part_of_it_is_looked_at(desk):
    page = desk.printed(lines=6)
    whole = sorted(lines.detect(page), key=lambda line: line.y0)
    part = sorted(lines.detect(page, Box(0.1, 0.08, 0.7, 0.25)), key=lambda line: line.y0)

    for near, far in zip(part, whole, strict=True):
        assert near.y0 == pytest.approx(far.y0, abs=0.004)
        assert near.y1 == pytest.approx(far.y1, abs=0.004)
        assert near.x0 == pytest.approx(far.x0, abs=0.01)


def test_bare_paper_is_not_shown_to_the_network(desk):
    x0, y0, x1, y1 = (170 / 1654, 200 / 2339, 1400 / 1654, 560 / 2339)
    around = lines.written(ink_of(desk.printed(lines=6), desk.dpi))

    assert around.x0 == pytest.approx(x0, abs=0.01)
    assert around.y0 == pytest.approx(y0, abs=0.01)
    assert around.x1 <= x1
    assert around.y1 == pytest.approx(y1, abs=0.02)


def test_a_page_without_a_mark_has_no_lines(desk):
    ink = ink_of(desk.blank(), desk.dpi)

    assert lines.written(ink) is None
    assert lines.on_page(desk.blank(), ink) == []


def test_marks_too_faint_to_be_ink_are_looked_at_too(desk):
    page = desk.blank().copy()
    for row in range(3):
        cv2.putText(
            page, "lu et accepte le douze mai", (250, 1500 + 90 * row), cv2.FONT_HERSHEY_SCRIPT_SIMPLEX, 2, 236, 3
        )
    around = lines.written(ink_of(page, desk.dpi))

    assert around is not None
    assert around.y0 < 1500 / 2339 < around.y1


def test_a_blurred_page_shows_as_many_lines_on_the_coarser_map(desk):
    blurred = np.asarray(cv2.GaussianBlur(desk.printed(), (0, 0), 4.0))

    assert len(lines.detect(blurred, long_side=lines.SOFT_SIDE)) == len(lines.detect(blurred))
