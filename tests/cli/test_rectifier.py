"""``pli rectifier``: what it says, what it writes in JSON, and how it ends."""

import json

import pytest
from click.testing import CliRunner

from pipeline.cli import main, rectifier
from pipeline.cli.frame import DONE, LATER, USAGE
from pipeline.engine.night import deverse
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import NOON, file_pli, opened

WHY = ("--motif", "déposée par erreur")


@pytest.fixture
def pli(tmp_path):
    """A pli whose two pieces are deposited."""
    house = opened(tmp_path)
    pli = file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance())
    deverse(house, lambda done, total: None)
    house.close()
    return pli


@pytest.fixture
def said(tmp_path, pli):
    """Run the command on the first piece of the pli."""
    assert rectifier.put_right.name in main.commands

    def run(*words, piece=f"{pli}-02", **environ):
        known = {"PLI_MAINTENANT": NOON, "PLI_RACINE": str(tmp_path), **environ}
        return CliRunner().invoke(main, ["rectifier", piece, *words], env=known, prog_name="pli")

    return run


def test_it_says_what_was_withdrawn_and_how_the_pli_stands(said, pli):
    done = said(*WHY, "--rejeter", "I01")
    assert done.exit_code == DONE, done.output
    assert f"Retirées du SNE : {pli}-02." in done.stdout
    assert "rejetée" in done.stdout
    assert done.stderr == ""


def test_a_breach_is_told_with_what_it_calls_for(said, pli):
    done = said(*WHY, "--rejeter", "I01", "--violation")
    assert f"Violation enregistrée : {pli}-02" in done.stderr
    assert "72 heures" in " ".join(done.stderr.split())
    assert MARTIN not in done.stderr


def test_in_json_it_gives_what_was_withdrawn_and_the_bilans(said, pli):
    told = json.loads(said(*WHY, "--json").stdout)
    (one,) = told["rectifications"]
    assert (one["piece"], one["etat"], one["numero_unique"], one["violation"]) == (
        f"{pli}-02",
        "retiree",
        MARTIN,
        False,
    )
    assert (one["le"], one["retire_le"]) == (NOON, NOON)
    (bilan,) = told["bilans"]
    assert [piece["verdict"] for piece in bilan["pieces"]] == ["a_verifier", "acceptee"]


def test_a_register_that_does_not_answer_ends_it_for_later(said):
    nobody = {"PLI_SNE_CONNECTEUR": "http", "PLI_SNE_URL": "http://127.0.0.1:9"}
    done = said(*WHY, "--rejeter", "I01", **nobody)
    assert (done.exit_code, "pli deverser" in done.stderr) == (LATER, True)
    assert "Retirées" not in done.stdout
    assert said(*WHY, "--rejeter", "I01").exit_code == DONE


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--motif", ""),
        (*WHY, "--type", "PRO-ATE", "--rejeter", "I01"),
        (*WHY, "--dossier", MARTIN, "--rejeter", "I01"),
        (*WHY, "--type", "XXX-YY"),
    ],
)
def test_what_does_not_hold_together_is_refused_in_french(said, words):
    done = said(*words)
    assert (done.exit_code, done.stdout) == (USAGE, "")
    assert "Erreur" in done.stderr


def test_an_unknown_piece_is_refused(said):
    done = said(*WHY, piece="inconnue-01")
    assert (done.exit_code, "inconnue" in done.stderr) == (USAGE, True)
