"""What is missing on a machine is said, with what to do."""

from datetime import timedelta
from hashlib import sha256

import pytest

from pipeline.errors import Misuse
from pipeline.recognition import ocr
from pipeline.recognition.trust import shipped
from pipeline.upkeep.installation import faults_of_machine, machine

TODAY = shipped().issued


def test_nothing_is_missing_here():
    assert faults_of_machine(TODAY) == []


def test_what_is_missing_is_said_in_one_sentence_each(monkeypatch):
    def no_tessdata():
        raise Misuse("les données de Tesseract manquent : installez tesseract-ocr-fra.")

    monkeypatch.setattr(ocr, "tessdata", no_tessdata)
    monkeypatch.setattr(machine, "find_spec", lambda name: None if name == "cv2" else object())
    assert faults_of_machine(TODAY) == [
        "les données de Tesseract manquent : installez tesseract-ocr-fra.",
        "le module Python cv2 manque : relancez « make setup ».",
    ]


def test_the_program_that_reads_is_missed_only_where_it_is_chosen(monkeypatch):
    monkeypatch.setattr(machine.shutil, "which", lambda name: None)
    assert faults_of_machine(TODAY) == []
    (said,) = faults_of_machine(TODAY, "pytesseract")
    assert "tesseract-ocr" in said


def test_a_list_of_trust_about_to_end_is_said_before_it_does():
    end = shipped().next_update
    assert faults_of_machine(end - timedelta(days=90)) == []
    (soon,) = faults_of_machine(end - timedelta(days=30))
    (late,) = faults_of_machine(end + timedelta(days=1))
    assert soon != late


@pytest.mark.parametrize("model", [{"rapidocr": "autre.onnx"}, {"pas-installe": "modele.onnx"}])
def test_a_model_that_is_not_there_is_said(monkeypatch, model):
    monkeypatch.setattr(machine, "MODELS", model)
    (said,) = faults_of_machine(TODAY)
    assert "modèle" in said
    assert "make setup" in said


def test_a_model_that_was_changed_is_said(monkeypatch):
    monkeypatch.setattr(machine, "sha256", lambda content: sha256(content[:-1]))
    assert len(faults_of_machine(TODAY)) == len(machine.MODELS)


def test_a_filing_model_that_does_not_read_is_said(monkeypatch):
    def torn():
        raise ValueError("not a model")

    monkeypatch.setattr(machine.wording, "shipped", torn)
    (said,) = faults_of_machine(TODAY)
    assert "classement" in said
