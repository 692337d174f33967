"""The fallback engine: the Tesseract program, started for each page by pytesseract.

It loads its models again for each page; in exchange it is the Tesseract that the machine's own packages keep up to
date, and a page that makes it crash takes nothing else along.
"""

from __future__ import annotations

import csv
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytesseract
from PIL import Image

from pipeline.errors import Defect, Misuse
from pipeline.recognition.ocr import LANGUAGE, Seen, tessdata
from pipeline.recognition.raster import Pixels

PAGE_SECONDS = 90.0
_LINE, _WORD = "4", "5"  # levels of Tesseract's table


def in_subprocess(straight: Pixels, dpi: float) -> Iterator[Seen]:
    """Read a straight grey page of ``dpi`` dots per inch.

    Raises Misuse when the program or French is not installed, Defect when it fails or exceeds ``PAGE_SECONDS``.
    """
    line = -1
    for row in csv.DictReader(_table(straight, dpi).split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == _LINE:
            line += 1
        text = (row["text"] or "").strip()
        if row["level"] == _WORD and text:
            left, top = int(row["left"]), int(row["top"])
            box = (left, top, left + int(row["width"]), top + int(row["height"]))
            yield Seen(text, float(row["conf"]) / 100.0, box, line)


def _table(straight: Pixels, dpi: float) -> str:
    """Return Tesseract's table of the page, as it writes it: pytesseract's own parser rounds confidences."""
    page = Image.fromarray(straight)
    page.format = "PPM"  # bare pixels: it would press them into a PNG, for a file that lives a second
    options = f"--tessdata-dir {shlex.quote(str(tessdata()))} --oem 1 --psm 3 --dpi {round(dpi)}"
    try:
        with _private_folder():
            return str(pytesseract.image_to_data(page, lang=LANGUAGE, config=options, timeout=PAGE_SECONDS))
    except pytesseract.TesseractNotFoundError as error:
        raise Misuse(
            "Le programme tesseract est introuvable : installer le paquet tesseract-ocr,"
            ' ou écrire moteur_ocr = "tesserocr" dans config/reglages.toml.'
        ) from error
    except pytesseract.TesseractError as error:
        raise Defect(f"tesseract ended with status {error.status}") from error
    except RuntimeError as error:  # this is how pytesseract tells a time-out
        raise Defect(f"tesseract did not read a page in {PAGE_SECONDS:g} s") from error


@contextmanager
def _private_folder() -> Iterator[None]:
    """Have temporary files made where nobody else may read: they hold somebody's page, and its words."""
    usual = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="pli-ocr-") as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = usual
