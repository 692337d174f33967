"""What befalls a sheet: worn codes stay readable, ruined ones do not, and chance alone decides which."""

from random import Random

import numpy as np
import pytest
import segno
import zxingcpp

from training import wear

CORNER, MODULE, DPI = 200, 4, 200.0


def paper():
    """Return a sheet that bears one code, and the place of it."""
    matrix = segno.make_qr("SNE FICTIF " * 8, error="q", version=10, boost_error=False).matrix
    dark = np.kron(np.array([list(row) for row in matrix], np.uint8), np.ones((MODULE, MODULE), np.uint8))
    sheet = np.full((900, 800), 250, np.uint8)
    sheet[CORNER : CORNER + dark.shape[0], CORNER : CORNER + dark.shape[1]] -= 235 * dark
    return sheet, (CORNER, CORNER, CORNER + dark.shape[1], CORNER + dark.shape[0])


def test_a_worn_sheet_is_another_image_of_the_same_size_and_its_code_can_be_read():
    sheet, place = paper()
    worn = wear.office_wear(sheet, [place], DPI, Random(2))
    assert worn.shape == sheet.shape
    assert (worn != sheet).any()
    assert len(zxingcpp.read_barcodes(worn)) == 1


def test_wear_depends_on_chance_alone():
    sheet, place = paper()
    one, same, other = (wear.office_wear(sheet, [place], DPI, Random(seed)) for seed in (5, 5, 6))
    assert (one == same).all()
    assert (one != other).any()


@pytest.mark.parametrize("ruin", ["torn", "struck out", "smeared", "under a label"])
def test_a_ruined_code_is_read_by_nobody(ruin):
    sheet, place = paper()
    assert zxingcpp.read_barcodes(wear.ruined(sheet, [place], DPI, Random(1), ruin)) == []
