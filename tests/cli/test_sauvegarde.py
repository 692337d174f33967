"""``pli sauvegarder`` and ``pli restaurer``: what they say, and how they end."""

import json
from contextlib import closing

import pytest

from tests import papers
from tests.papers import MARTIN
from tests.scenarios.workspace import Workspace
from tests.store.shelf import file_pli, knowing, opened

DONE, INTERNAL, USAGE = 0, 1, 2
NOON, NEXT_DAY = "2026-05-06T12:00:00+02:00", "2026-05-07T09:00:00+02:00"


@pytest.fixture
def workspace(tmp_path):
    with closing(opened(knowing(tmp_path / "espace", {MARTIN: {}}))) as house:
        file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin())
    return Workspace(tmp_path / "espace")


def test_a_backup_is_told_then_restored(workspace, tmp_path):
    backup, anew = str(tmp_path / "copie"), Workspace(tmp_path / "neuf")
    said = workspace.call("sauvegarder", backup, now=NOON)
    assert (said.returncode, "Sauvegarde finie" in said.stdout) == (DONE, True)
    told = json.loads(workspace.call("sauvegarder", backup, "--json", now=NOON).stdout)
    assert (told["manquants"], told["le"]) == ([], NOON)
    said = anew.call("restaurer", backup, now=NEXT_DAY)
    assert (said.returncode, "06/05/2026 à 12:00" in said.stdout) == (DONE, True)
    assert "MARTIN" not in said.stdout


def test_what_is_missing_here_is_said_and_the_rest_is_saved(workspace, tmp_path):
    next(path for path in (workspace.racine / "var" / "blobs").rglob("*") if path.is_file()).unlink()
    backup = str(tmp_path / "copie")
    said = workspace.call("sauvegarder", backup, now=NOON)
    assert (said.returncode, "pli verifier" in " ".join(said.stderr.split())) == (INTERNAL, True)
    anew = Workspace(tmp_path / "neuf")
    told = anew.call("restaurer", backup, "--json", now=NEXT_DAY)
    assert told.returncode == INTERNAL
    assert "I1" in {found["invariant"] for found in json.loads(told.stdout)["anomalies"]}


def test_it_says_what_is_wrong_with_a_place(workspace, tmp_path):
    (tmp_path / "vide").mkdir()
    said = workspace.call("restaurer", str(tmp_path / "vide"), now=NOON)
    assert (said.returncode, "pas de sauvegarde" in " ".join(said.stderr.split())) == (USAGE, True)
    said = workspace.call("sauvegarder", str(workspace.racine / "ici"), now=NOON)
    assert (said.returncode, "l'un dans l'autre" in " ".join(said.stderr.split())) == (USAGE, True)
