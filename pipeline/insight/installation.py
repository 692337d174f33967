"""What the program needs on this machine, and what is missing."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec

from pipeline.errors import Misuse
from pipeline.recognition import ocr, trust
from pipeline.sheets.printing import paper


def check_installation(today: date) -> list[str]:
    """Return what is missing, or will soon be, and what to do, one sentence each, in French."""
    missing = []
    try:
        ocr.tessdata()
    except Misuse as error:
        missing.append(str(error))
    try:
        import pyzbar.pyzbar  # noqa: F401, PLC0415 - importing it is what finds the system library
    except ImportError:
        missing.append("la bibliothèque zbar manque : installez le paquet libzbar0.")
    missing += paper.missing_fonts()
    ending = trust.expires(today)
    missing += [ending] if ending is not None else []
    missing += [f"le module Python {name} manque : relancez « make setup »." for name in _absent()]
    return missing


def _absent() -> list[str]:
    needed = ("cv2", "onnxruntime", "pikepdf", "pypdfium2", "tesserocr", "zxingcpp")
    return [name for name in needed if find_spec(name) is None]
