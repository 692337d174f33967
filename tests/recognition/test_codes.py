from random import Random

import cv2
import numpy as np
import pytest
import zxingcpp

from pipeline.domain.reading import Symbology
from pipeline.recognition.codes import _zxing, codes
from training import wear

PAYLOAD = "SNE*1*F*057121507390310691*FICTIVE*CAMILLE*19800101*3*6*abcdef*k1*ABCDEFGHIJKLMNOP"


def test_code_is_read_with_its_place(desk):
    seen = codes(desk.with_code(desk.printed(), PAYLOAD), desk.dpi)

    (code,) = seen.decoded
    assert (code.symbology, code.payload, code.decoder) == (Symbology.QR, PAYLOAD, "zxing")
    assert code.box.x0 == pytest.approx((1200 + 16) / 1654, abs=0.01)
    assert code.box.y0 == pytest.approx((90 + 16) / 2339, abs=0.01)
    assert seen.unread == ()


def test_same_code_printed_twice_is_two_codes(desk):
    page = desk.with_code(desk.with_code(desk.printed(), PAYLOAD), PAYLOAD, at=(80, 1950))

    assert [code.payload for code in codes(page, desk.dpi).decoded] == [PAYLOAD, PAYLOAD]


@pytest.mark.parametrize(("clockwise", "back"), [(0, 0), (90, 270), (180, 180), (270, 90)])
def test_code_tells_how_to_turn_the_page(desk, clockwise, back):
    page = np.ascontiguousarray(np.rot90(desk.with_code(desk.blank(), PAYLOAD), -clockwise // 90))

    assert codes(page, desk.dpi).turn == back


def test_datamatrix_is_read(desk):
    page = desk.printed().copy()
    image = zxingcpp.create_barcode("DC04FICTIF000001", zxingcpp.BarcodeFormat.DataMatrix).to_image(scale=5)
    code = np.pad(np.asarray(image), 30, constant_values=255)
    page[1900 : 1900 + code.shape[0], 300 : 300 + code.shape[1]] = code

    (found,) = codes(page, desk.dpi).decoded
    assert (found.symbology, found.payload) == (Symbology.DATAMATRIX, "DC04FICTIF000001")


@pytest.mark.parametrize("tear", ["middle", "corner"])
def test_torn_code_is_reported_with_its_place_and_never_guessed(desk, tear):
    page = desk.with_code(desk.printed(), PAYLOAD)
    side = desk.code(PAYLOAD).shape[0]
    if tear == "middle":
        page[90 + side // 3 : 90 + side * 2 // 3, 1200 : 1200 + side] = 250
    else:
        page[90 : 90 + side // 2, 1200 : 1200 + side // 2] = 250

    seen = codes(page, desk.dpi)
    assert seen.decoded == ()
    assert any(box.x0 < (1200 + side / 2) / 1654 < box.x1 and box.y1 > 90 / 2339 for box in seen.unread)


@pytest.mark.parametrize("ruin", ["struck out", "smeared", "under a label"])
def test_ruined_code_is_reported_once_and_where_it_is(desk, ruin):
    page = desk.with_code(desk.printed(), PAYLOAD)
    side = desk.code(PAYLOAD).shape[0]
    place = (1200 + 16, 90 + 16, 1200 + side - 16, 90 + side - 16)
    seen = codes(wear.ruined(page, [place], desk.dpi, Random(4), ruin), desk.dpi)

    (box,) = seen.unread
    assert seen.decoded == ()
    assert box.x0 < (1200 + side / 2) / 1654 < box.x1
    assert box.y0 < (90 + side / 2) / 2339 < box.y1
    assert box.width < 1.8 * side / 1654


def test_code_clogged_by_copies_is_read_where_the_first_look_fails(desk):
    fine = desk.with_code(desk.blank(), PAYLOAD, module=6)
    clogged = cv2.erode(fine, np.ones((5, 5), np.uint8))
    assert _zxing(clogged) == []

    (code,) = codes(clogged, 300.0).decoded
    assert code.payload == PAYLOAD


def test_print_scrawl_and_grain_are_not_codes(desk):
    grain = np.random.default_rng(1).integers(150, 255, (2339, 1654), dtype=np.uint8)
    for page in (desk.printed(), desk.scrawled(), grain):
        seen = codes(page, desk.dpi)
        assert (seen.decoded, seen.unread) == ((), ())
