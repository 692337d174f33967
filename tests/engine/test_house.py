"""A workspace opens with the outside systems that its settings name, or says what to change."""

import pytest

from pipeline.engine.house import House
from pipeline.errors import Misuse, Unavailable
from pipeline.mail.smtp import TransportSmtp
from pipeline.mail.transport import TransportFichier


def opened(racine, **environ):
    return House(racine, environ)


@pytest.mark.parametrize(
    ("name", "value"),
    [("PLI_BLOBS", "gs://seau/x"), ("PLI_BASE", "mysql://hote/pli"), ("PLI_MAINTENANT", "9999-12-31T23:00:00Z")],
)
def test_what_is_not_delivered_or_makes_no_sense_is_refused_by_name(tmp_path, name, value):
    with pytest.raises(Misuse, match=name):
        opened(tmp_path, **{name: value})
    assert not (tmp_path / "gs:").exists()


def test_by_default_the_register_and_the_mails_are_folders(tmp_path):
    house = opened(tmp_path)
    assert isinstance(house.transport, TransportFichier)
    assert house.sne.pieces("057121507390310691") == ()
    house.close()


def test_the_register_and_the_mail_server_are_those_that_the_settings_name(tmp_path):
    outside = {"PLI_SNE_CONNECTEUR": "http", "PLI_SNE_URL": "http://127.0.0.1:9", "PLI_SNE_DELAI_S": "1"}
    house = opened(tmp_path, **outside, PLI_MEL_TRANSPORT="smtp", PLI_MEL_HOTE="127.0.0.1")
    assert isinstance(house.transport, TransportSmtp)
    with pytest.raises(Unavailable):
        house.sne.ask("057121507390310691")
    house.close()


def test_an_engine_of_ocr_that_is_not_there_is_named_when_the_workspace_opens(tmp_path, monkeypatch):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "reglages.toml").write_text('[lecture]\nmoteur_ocr = "pytesseract"\n')
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Misuse, match="tesseract"):
        opened(tmp_path)
