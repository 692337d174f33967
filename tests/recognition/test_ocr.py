from collections import Counter

import cv2
import pytest

from pipeline.errors import Misuse
from pipeline.recognition import ocr


def test_words_come_with_confidence_line_and_place(desk):
    words = ocr.words(desk.printed(lines=4), desk.dpi, 0.0)

    assert [word.text for word in words if word.line == 0][:4] == ["La", "caisse", "certifie", "que"]
    assert max(word.line for word in words) == 3
    assert all(0 <= word.confidence <= 1 for word in words)
    assert sum(word.confidence for word in words) > 0.85 * len(words)
    assert words[0].box.x0 == pytest.approx(170 / 1654, abs=0.01)
    assert words[0].box.y0 == pytest.approx(205 / 2339, abs=0.01)


def test_boxes_of_a_leaning_page_lie_on_the_leaning_page(desk):
    straight = desk.printed(lines=20)
    leaning, _ = ocr.straightened(straight, -3.0)
    _, back = ocr.straightened(leaning, 3.0)
    height, width = straight.shape
    seen = [word for word in ocr.words(leaning, desk.dpi, 3.0) if word.text == "caisse"]
    meant = [word for word in ocr.words(straight, desk.dpi, 0.0) if word.text == "caisse"]
    assert len(seen) == len(meant) == 5
    for there, here in zip(seen, meant, strict=True):
        x, y = here.box.centre
        moved = back @ (x * width, y * height, 1.0)
        assert there.box.centre == pytest.approx((moved[0] / width, moved[1] / height), abs=0.004)


def test_finer_scans_give_the_same_words(desk):
    page = desk.printed(lines=4)
    fine = page.repeat(2, axis=0).repeat(2, axis=1)

    assert [w.text for w in ocr.words(fine, 400, 0.0)] == [w.text for w in ocr.words(page, 200, 0.0)]


def test_the_engine_keeps_nothing_of_a_page_that_is_read(desk):
    assert ocr.words(desk.printed(lines=2), desk.dpi, 0.0)

    assert ocr._api().GetIterator() is None


def test_missing_french_names_the_package(monkeypatch, tmp_path):
    monkeypatch.setattr(ocr, "_SYSTEM_TESSDATA", tmp_path)
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)

    with pytest.raises(Misuse, match="tesseract-ocr-fra"):
        ocr.tessdata()


def test_small_letters_of_a_coarse_scan_are_read_enlarged(desk):
    page = desk.printed(lines=20)
    coarse = cv2.resize(page, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA)
    meant = Counter(word.text for word in ocr.words(page, 200, 0.0))
    as_received, enlarged = (
        Counter(word.text for word in ocr.words(coarse, 80, 0.0, x_height=height)) for height in (0.0, 7.0)
    )

    assert (enlarged & meant).total() > (as_received & meant).total()
    assert (enlarged & meant).total() > 0.9 * meant.total()
