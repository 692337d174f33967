import cv2
import numpy as np
import pytest

from pipeline.recognition import ocr
from pipeline.recognition.ink import ink_of
from pipeline.recognition.traces import strengthened


@pytest.mark.parametrize("grain", [0, 3, 6])
def test_grained_paper_bears_no_trace(desk, grain):
    assert ink_of(desk.grained(desk.blank(), grain), desk.dpi).bears_nothing()


@pytest.mark.parametrize("lines", [1, 24])
def test_print_at_a_tenth_of_its_ink_leaves_traces_but_no_ink(desk, lines):
    ink = ink_of(desk.grained(desk.printed(lines=lines, shade=229), 2), desk.dpi)

    assert not ink.mask.any()
    assert ink.faint.sum() > 200 * lines
    assert not ink.bears_nothing()


def test_traces_lie_where_the_marks_do(desk):
    rows = np.flatnonzero(ink_of(desk.grained(desk.printed(lines=1, shade=229), 2), desk.dpi).faint.any(axis=1))

    assert 195 * 0.75 < rows.min() < rows.max() < 250 * 0.75


def test_print_too_faint_to_read_is_read_once_strengthened(desk):
    ink = ink_of(desk.grained(desk.printed(shade=229), 1), desk.dpi)
    words = ocr.words(strengthened(ink.darkness, ink.faint), ink.dpi, 0.0)

    assert sum(word.text == "caisse" for word in words) >= 5


@pytest.mark.parametrize("quality", [28, 36, 45])
def test_the_blocks_of_a_poor_jpeg_are_no_traces(desk, quality):
    clipped = desk.grained(desk.blank(), 6)
    clipped = np.clip(clipped.astype(np.int16) + 9, 0, 255).astype(np.uint8)
    _, content = cv2.imencode(".jpg", clipped, [cv2.IMWRITE_JPEG_QUALITY, quality])

    assert ink_of(cv2.imdecode(content, cv2.IMREAD_GRAYSCALE), desk.dpi).bears_nothing()


def test_a_whole_page_of_faint_print_is_not_taken_for_grain(desk):
    ink = ink_of(desk.grained(desk.printed(lines=40, shade=229), 6), desk.dpi)

    assert not ink.bears_nothing()
