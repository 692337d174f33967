"""What is missing on a machine is said, with what to do."""

from datetime import timedelta

from pipeline.errors import Misuse
from pipeline.insight import installation
from pipeline.recognition import ocr
from pipeline.recognition.trust import shipped

TODAY = shipped().issued


def test_nothing_is_missing_here():
    assert installation.check_installation(TODAY) == []


def test_what_is_missing_is_said_in_one_sentence_each(monkeypatch):
    def no_tessdata():
        raise Misuse("les données de Tesseract manquent : installez tesseract-ocr-fra.")

    monkeypatch.setattr(ocr, "tessdata", no_tessdata)
    monkeypatch.setattr(installation, "find_spec", lambda name: None if name == "cv2" else object())
    assert installation.check_installation(TODAY) == [
        "les données de Tesseract manquent : installez tesseract-ocr-fra.",
        "le module Python cv2 manque : relancez « make setup ».",
    ]


def test_a_list_of_trust_about_to_end_is_said_before_it_does():
    end = shipped().next_update
    assert installation.check_installation(end - timedelta(days=90)) == []
    (soon,) = installation.check_installation(end - timedelta(days=30))
    (late,) = installation.check_installation(end + timedelta(days=1))
    assert soon != late
