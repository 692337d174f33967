"""Where to try a page before the whole of it is read."""

import numpy as np
import pytest

from pipeline.recognition.ink import ink_of
from pipeline.recognition.sample import SHARE, fullest


def page(shade, top, left):
    paper = np.full((1170, 827), 250, np.uint8)
    for row in range(6):
        paper[top + 24 * row : top + 24 * row + 12, left : left + 180 : 2] = shade
        paper[top + 24 * row : top + 24 * row + 12, left : left + 180 : 14] = 250
    return paper


@pytest.mark.parametrize(("top", "left"), [(60, 60), (900, 560), (500, 300)])
def test_the_place_with_most_ink_is_tried(top, left):
    part = fullest(ink_of(page(20, top, left), 100.0))

    assert part.x0 <= (left + 90) / 827 <= part.x1
    assert part.y0 <= (top + 72) / 1170 <= part.y1
    assert (round(part.width, 2), round(part.height, 2)) == (SHARE, SHARE)


def test_an_empty_page_has_a_place_too():
    part = fullest(ink_of(np.full((1170, 827), 250, np.uint8), 100.0))

    assert 0 <= part.x0 < part.x1 <= 1
