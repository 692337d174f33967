"""Readings are kept under the name of their reader."""

from pipeline.domain.reader import READER_VERSION, reader_version


def test_what_another_engine_read_is_kept_apart():
    assert reader_version("tesserocr") == READER_VERSION != reader_version("pytesseract")
