import pytest

from pipeline.errors import Misuse
from training import fonts


def test_a_missing_font_is_named_with_the_package_that_holds_it(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "FONT_ROOT", tmp_path)
    with pytest.raises(Misuse, match="apt-get install fonts-absente"):
        fonts.load("fonts-absente", "nulle/part.ttf", 12)
    assert "fonts-ocr-b" in fonts.missing_packages(fonts.Family.A)


def test_no_typeface_nor_hand_is_shared_between_families():
    for kept in (fonts.PRINT, fonts.HANDS):
        assert not set(kept[fonts.Family.A]) & set(kept[fonts.Family.B])
