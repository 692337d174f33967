import numpy as np
import pytest

from pipeline.recognition.lean import lean
from pipeline.recognition.ocr import straightened
from pipeline.recognition.raster import reduced


@pytest.mark.parametrize("angle", [-9.0, -3.3, 0.5, 6.0])
def test_lines_tell_their_angle(desk, angle):
    leaning, _ = straightened(desk.printed(), angle)

    assert lean(reduced(leaning, 75 / desk.dpi), 10.0) == pytest.approx(angle, abs=0.2)


def test_part_of_a_page_wider_than_it_is_tall_leans_as_the_page_does(desk):
    leaning, _ = straightened(desk.printed(), 3.0)
    part = reduced(leaning, 75 / desk.dpi)

    assert lean(part[: part.shape[0] // 3], 10.0) == pytest.approx(3.0, abs=0.3)


def test_a_mirrored_page_leans_the_other_way(desk):
    leaning, _ = straightened(desk.printed(), -2.0)
    page = reduced(leaning, 75 / desk.dpi)

    assert lean(np.ascontiguousarray(page[:, ::-1]), 10.0) == pytest.approx(-lean(page, 10.0), abs=0.06)


def test_a_page_without_a_mark_does_not_lean():
    assert lean(np.full((877, 620), 255, np.uint8), 10.0) == 0.0
