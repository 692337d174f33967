"""What the commands promise to those who call them: exit statuses, JSON, French, silence when nobody watches."""

from __future__ import annotations

import json
import re

import pytest

from pipeline.cli import main

DONE, USAGE = 0, 2
NONSENSE = "n'importe quoi"
COMMANDS = (
    "init", "traiter", "deverser", "notifier", "etat", "bilan", "expliquer", "a-verifier", "trancher", "evaluer",
    "verifier", "servir", "rejouer", "guichets", "imprimer", "bouchon-sne", "surveiller", "courrier", "rectifier",
    "rapport", "purger", "sauvegarder", "restaurer", "simuler",
)  # fmt: skip
ENGLISH = re.compile(
    r"\b(show this|the|required|default|missing|invalid|no such|error|is not|does not)\b", re.IGNORECASE
)
BAR = re.compile("[━╸╺█▏⠋⠙⠹]|\x1b\\[|\r")

pytestmark = pytest.mark.timeout(300)


def a_question(workspace):
    return json.loads(workspace.call("a-verifier", "--json").stdout)[0]["piece"]


@pytest.fixture(scope="module")
def names(day):
    """A pli and a piece of the day on which there is a question."""
    piece = a_question(day)
    return piece.rpartition("-")[0], piece


def misuses(pli, piece):
    return {
        "unknown piece": ["trancher", "inconnue-01", "--type", "IDE-CNN"],
        "unknown type": ["trancher", piece, "--type", "XXX-YYY"],
        "unknown motive": ["trancher", piece, "--rejeter", "Z99"],
        "an alert is no motive": ["trancher", piece, "--rejeter", "A02"],
        "impossible number": ["trancher", piece, "--dossier", "057139912345610691"],
        "nothing said": ["trancher", piece],
        "two answers at odds": ["trancher", piece, "--type", "IDE-CNN", "--rejeter", "I01"],
        "an angle that is none": ["trancher", piece, "--tourner", "3=45"],
        "a page of another pli": ["trancher", piece, "--tourner", "99=90"],
        "a cut before the first page": ["trancher", piece, "--couper-avant", "1"],
        "nothing to take back": ["trancher", piece, "--annuler"],
        "unknown pli": ["bilan", "inconnu-1"],
        "unknown piece to explain": ["expliquer", "inconnue-01"],
        "unknown pli to replay": ["rejouer", pli, "inconnu-1"],
        "nothing was sent": ["notifier", "--renvoyer", pli],
        "no such file": ["traiter", "nulle-part.pdf"],
        "no such channel": ["traiter", "--canal", "pigeon"],
        "no such option": ["traiter", "--vite"],
        "no such command": ["danser"],
        "not delivered yet": ["servir"],
    }


@pytest.mark.parametrize("case", misuses("", ""))
def test_wrong_usage_is_status_2_with_a_sentence_and_changes_nothing(day, names, case):
    before = day.rows("SELECT count(*) FROM correction UNION ALL SELECT count(*) FROM journal")
    done = day.call(*misuses(*names)[case])
    assert done.returncode == USAGE, done.stdout + done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert not ENGLISH.search(done.stderr), done.stderr
    assert day.rows("SELECT count(*) FROM correction UNION ALL SELECT count(*) FROM journal") == before


@pytest.mark.parametrize("command", ["init", "traiter", "deverser", "etat", "verifier"])
def test_production_refuses_the_demonstration_keys(workspace, command):
    done = workspace.call(command, PLI_PRODUCTION="oui")
    assert done.returncode == USAGE
    assert "cl" in done.stderr
    assert not workspace.outbox.exists(), "nothing was begun"


@pytest.mark.parametrize("setting", ["PLI_MAINTENANT", "PLI_PARALLELE", "PLI_MOTEUR", "PLI_INBOX_STABILITE_S"])
def test_a_setting_that_does_not_hold_is_status_2_and_named(workspace, setting):
    words = {"now": NONSENSE} if setting == "PLI_MAINTENANT" else {setting: NONSENSE}
    done = workspace.call("etat", **words)
    assert done.returncode == USAGE, done.stdout
    assert setting in done.stderr


def test_what_prints_results_prints_json_and_nothing_else(day, names):
    pli, piece = names
    asked = [["etat"], ["etat", pli], ["bilan", pli], ["expliquer", piece], ["a-verifier"], ["verifier"], ["rejouer"]]
    for words in asked:
        done = day.call(*words, "--json")
        assert done.returncode == DONE, done.stderr
        assert json.loads(done.stdout), words
        assert done.stderr == "", words
    assert json.loads(day.call("bilan", pli, "--json").stdout) == day.bilans()[pli]


def test_an_answer_given_as_a_command_settles_the_pli_again_and_can_be_taken_back(day, tmp_path):
    workspace = day.copied(tmp_path / "espace")
    piece = a_question(workspace)
    pli = piece.rpartition("-")[0]
    before = workspace.bilans()[pli]
    done = workspace.pli("trancher", piece, "--rejeter", "I07", "--par", "Camille", "--json")
    assert done.returncode == DONE, done.stderr
    (said,) = json.loads(done.stdout)
    assert said == workspace.bilans()[pli]
    assert {p["id"]: (p["verdict"], p["motif"]) for p in said["pieces"]}[piece] == ("rejetee", "I07")
    assert workspace.pli("trancher", piece, "--annuler").returncode == DONE
    assert workspace.bilans()[pli] == before


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_french(workspace, command):
    done = workspace.call(command, "--help")
    assert done.returncode == DONE
    assert "Usage :" in done.stdout
    assert "Affiche cette aide." in done.stdout
    assert not ENGLISH.search(done.stdout), done.stdout


def test_every_command_is_known_to_these_tests():
    assert set(COMMANDS) == set(main.commands)


@pytest.mark.parametrize("command", ["traiter", "deverser", "notifier"])
def test_no_bar_moves_when_nobody_watches(said, command):
    assert said[command].strip()
    assert not BAR.search(said[command]), said[command]
