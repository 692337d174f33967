"""What is missing on a machine is said, with what to do."""

from pipeline.errors import Misuse
from pipeline.insight import installation
from pipeline.recognition import ocr


def test_nothing_is_missing_here():
    assert installation.check_installation() == []


def test_what_is_missing_is_said_in_one_sentence_each(monkeypatch):
    def no_tessdata():
        raise Misuse("les données de Tesseract manquent : installez tesseract-ocr-fra.")

    monkeypatch.setattr(ocr, "tessdata", no_tessdata)
    monkeypatch.setattr(installation, "find_spec", lambda name: None if name == "cv2" else object())
    assert installation.check_installation() == [
        "les données de Tesseract manquent : installez tesseract-ocr-fra.",
        "le module Python cv2 manque : relancez « make setup ».",
    ]
