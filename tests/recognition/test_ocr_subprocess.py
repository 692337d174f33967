import tempfile
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pytest
from PIL import ImageDraw, ImageFont

from pipeline.errors import Defect, Misuse
from pipeline.recognition import ocr, ocr_subprocess
from pipeline.recognition.ocr_subprocess import in_subprocess

SAME_WORDS = 0.97
SAME_PLACE = 0.01


@pytest.fixture
def spool(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("skew", [0.0, 2.0])
def test_both_engines_read_the_same_words_at_the_same_places(desk, skew):
    page, _ = ocr.straightened(desk.printed(lines=12), -skew)
    here, there = ocr.words(page, desk.dpi, skew), ocr.words(page, desk.dpi, skew, in_subprocess)
    texts = [[word.text for word in words] for words in (here, there)]
    same = SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks()
    pairs = [(here[at.a + n], there[at.b + n]) for at in same for n in range(at.size)]

    assert len(pairs) > SAME_WORDS * max(len(here), len(there), 100)
    for one, other in pairs:
        assert (other.box.x0, other.box.y0) == pytest.approx((one.box.x0, one.box.y0), abs=SAME_PLACE)
        assert (other.box.x1, other.box.y1) == pytest.approx((one.box.x1, one.box.y1), abs=SAME_PLACE)
        assert other.line == one.line
        assert 0 <= other.confidence <= 1
    assert sum(word.confidence for word in there) == pytest.approx(sum(word.confidence for word in here), rel=0.05)


def test_a_blank_page_has_no_words(desk):
    assert ocr.words(desk.blank(), desk.dpi, 0.0, in_subprocess) == ()


def test_quotation_marks_are_words_like_any_other(desk):
    page = desk.sheet()
    ImageDraw.Draw(page).text((170, 300), 'Elle a dit "oui" au bail', font=ImageFont.load_default(40), fill=20)

    assert [word.text for word in ocr.words(np.asarray(page), desk.dpi, 0.0, in_subprocess)][3] == '"oui"'


def test_nothing_of_a_page_is_left_on_the_disk_nor_open_to_others(desk, spool, monkeypatch):
    rights = []
    image_to_data = ocr_subprocess.pytesseract.image_to_data

    def watched(*args, **options):
        rights.append(Path(tempfile.gettempdir()).stat().st_mode & 0o777)
        return image_to_data(*args, **options)

    monkeypatch.setattr(ocr_subprocess.pytesseract, "image_to_data", watched)
    assert ocr.words(desk.printed(lines=2), desk.dpi, 0.0, in_subprocess)
    assert rights == [0o700]
    assert list(spool.iterdir()) == []
    assert tempfile.gettempdir() == str(spool)


def test_a_page_that_takes_too_long_is_given_up_and_leaves_nothing(desk, spool, monkeypatch):
    monkeypatch.setattr(ocr_subprocess, "PAGE_SECONDS", 0.05)

    with pytest.raises(Defect, match=r"0\.05 s"):
        ocr.words(desk.printed(), desk.dpi, 0.0, in_subprocess)
    assert list(spool.iterdir()) == []


def test_a_missing_program_names_its_package_and_the_other_engine(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Misuse, match=r"tesseract-ocr.*tesserocr"):
        ocr.words(desk.printed(lines=1), desk.dpi, 0.0, in_subprocess)


def test_a_program_that_fails_is_our_fault_and_says_nothing_of_the_page(desk, tmp_path, monkeypatch):
    (tmp_path / "fra.traineddata").write_bytes(b"not a model")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))

    with pytest.raises(Defect, match=r"^tesseract ended with status 1$"):
        ocr.words(desk.printed(lines=1), desk.dpi, 0.0, in_subprocess)
