import base64
import zlib

import cv2
import numpy as np

from pipeline.domain.reading import SHADE_LITTER, SHADE_MM, SHADE_STEPS
from pipeline.recognition.ink import ink_of
from pipeline.recognition.shade import shade_map


def unpacked(page, dpi):
    content = zlib.decompress(base64.b64decode(shade_map(ink_of(page, dpi))))
    rows, columns = np.frombuffer(content, "<u2", count=2)
    return np.frombuffer(content, np.uint8, offset=4).reshape(rows, columns)


def test_a_page_in_little_has_cells_of_one_size_whatever_its_own(desk):
    assert unpacked(desk.blank(), desk.dpi).shape == (round(297 / SHADE_MM), round(210 / SHADE_MM))
    assert unpacked(desk.blank()[:800], desk.dpi).shape == (round(101.6 / SHADE_MM), round(210 / SHADE_MM))


def test_darkness_is_kept_where_it_lies(desk):
    page = desk.blank().copy()
    page[1181:1299, 591:709] = 100  # 100 to 110 mm down, 50 to 60 mm across, at 300 dpi
    kept = unpacked(page, 300.0)

    assert kept[70, 36] == round(SHADE_STEPS * np.sqrt(255 * (1 - 100 / 250)))
    assert np.count_nonzero(kept) < 80


def test_a_hole_is_marked_as_nobody_s_ink(desk):
    page = desk.blank().copy()
    cv2.circle(page, (90, 850), 22, 60, -1)
    kept = unpacked(page, desk.dpi)

    assert kept[round(850 / 200 * 25.4 / SHADE_MM), round(90 / 200 * 25.4 / SHADE_MM)] >= SHADE_LITTER
