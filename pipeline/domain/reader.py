"""Under which name readings are kept: a page is read again when, and only when, its reader has changed."""

from __future__ import annotations

from typing import Literal

READER_VERSION = "6"
EngineName = Literal["tesserocr", "pytesseract"]


def reader_version(engine: EngineName) -> str:
    """Return the version under which readings by ``engine`` are kept: what another engine read is another reading."""
    return READER_VERSION if engine == "tesserocr" else f"{READER_VERSION}-{engine}"
