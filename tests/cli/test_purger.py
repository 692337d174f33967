"""``pli purger``: says what would go, and why the rest stays."""

import json
from contextlib import closing

import pytest

from tests import papers
from tests.papers import DURAND
from tests.scenarios.workspace import Workspace
from tests.store.shelf import file_pli, opened

SUMMER = "2026-08-01T12:00:00+02:00"


@pytest.fixture
def workspace(tmp_path):
    """A workspace with one pli that nobody answered about."""
    with closing(opened(tmp_path)) as house:
        file_pli(house, papers.fiche(DURAND, "DURAND", "PAUL", 9, 4), papers.page("Un texte qui ne dit rien"))
    return Workspace(tmp_path)


@pytest.mark.parametrize(("words", "title"), [((), "À effacer"), (("--faire",), "Effacé")])
def test_each_rule_is_told_and_what_is_held_with_its_reason(workspace, words, title):
    done = workspace.call("purger", *words, now=SUMMER)
    assert done.returncode == 0
    assert title in done.stdout
    assert all(rule in done.stdout for rule in ("images", "rejets", "quarantaine", "mels", "restes"))
    assert "Gardés au-delà : 1 lot(s) : une question est ouverte" in done.stdout
    assert ("pli purger --faire" in done.stdout) == (not words)


def test_a_program_is_told_which_lots_are_held(workspace):
    told = json.loads(workspace.call("purger", "--json", now=SUMMER).stdout)
    assert told["retenus"] == [{"lot": "pg0000000001-1", "raison": "une question est ouverte"}]
    assert told["regles"]["images"] == {"nombre": 0, "octets": 0, "plus_ancien": None}
