"""``pli courrier``: envelopes are counted, taken back, and missed."""

import json

import pytest
from click.testing import CliRunner

from pipeline.cli import main

NOON = "2026-05-06T12:00:00+02:00"
MISUSE = 2


@pytest.fixture
def called(tmp_path):
    def call(*words):
        return CliRunner().invoke(main, words, env={"PLI_RACINE": str(tmp_path), "PLI_MAINTENANT": NOON})

    return call


def test_counting_again_adds_and_a_negative_number_takes_back(called):
    words = ("courrier", "--recu-le", "2026-05-06", "--canal", "papier-guichet", "--plis")
    assert "papier-guichet : 3." in called(*words, "3").stdout
    assert json.loads(called(*words, "2", "--json").stdout) == {
        "recu_le": "2026-05-06",
        "canal": "papier-guichet",
        "plis": 5,
    }
    assert "papier-guichet : 1." in called(*words, "-4").stdout


@pytest.mark.parametrize(
    ("day", "canal", "count"),
    [
        ("2026-05-07", "papier-guichet", "1"),
        ("hier", "papier-guichet", "1"),
        ("2026-05-06", "pigeon", "1"),
        ("2026-05-06", "papier-guichet", "-1"),
        ("2026-05-06", "papier-guichet", "trois"),
        ("2026-05-06", "papier-guichet", "999999999999999999999"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(called, day, canal, count):
    done = called("courrier", "--recu-le", day, "--canal", canal, "--plis", count)
    assert done.exit_code == MISUSE
    assert done.stderr.startswith("Erreur")


def test_what_was_received_and_never_scanned_shows_in_pli_etat(called):
    called("courrier", "--recu-le", "2026-05-06", "--canal", "papier-guichet", "--plis", "3")
    said = " ".join(called("etat").stdout.split())
    assert "3 plis reçus le 06/05/2026 par papier-guichet n'ont pas été scannés" in said
    (missing,) = json.loads(called("etat", "--json").stdout)["non_scannes"]
    assert missing["echeance"] == "2026-05-11T23:59:59+02:00"
    called("courrier", "--recu-le", "2026-05-06", "--canal", "papier-guichet", "--plis", "-3")
    assert json.loads(called("etat", "--json").stdout)["non_scannes"] == []
