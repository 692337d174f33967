"""``pli simuler``."""

import json

import pytest
from click.testing import CliRunner

from pipeline.cli import simuler
from pipeline.cli.frame import DONE, USAGE

SMALL = "[volumes]\nenregistrements = 4000\nrenouvellements = 2000\n"


@pytest.fixture
def run(tmp_path):
    """Return what runs the command in a workspace where little comes."""
    little = tmp_path / "peu.toml"
    little.write_text(SMALL)
    words = ("--annee", "2026", "--graines", "1", "--racine", str(tmp_path / "espace"), "--hypotheses", str(little))
    return lambda *args: CliRunner().invoke(simuler.simulate, [*args, *words])


def test_a_country_is_simulated_and_drawn(run, tmp_path):
    done = run("--pays", "--sortie", str(tmp_path / "page"))
    assert done.exit_code == DONE, done.output
    assert "le pays entier" in done.stdout
    assert "nécessaires" in done.stdout
    assert (tmp_path / "page" / "simulation.html").is_file()


def test_means_questions_and_load_may_be_given(run):
    done = run(
        "--departements", "50", "--coeurs", "3", "--operateurs", "2", "--questions", "10", "--charge", "2", "--json"
    )
    assert done.exit_code == DONE, done.output
    found = json.loads(done.stdout)
    assert found["ou"] == "50 départements moyens, 2 fois le volume habituel"
    assert (found["coeurs"]["nombre"], found["postes"]["nombre"]) == (3, 2)
    assert found["hypotheses"]["personnes"]["questions"] == 0.1


def test_a_country_is_not_some_of_its_departements(run):
    assert run("--pays", "--departements", "3").exit_code == USAGE


def test_a_workspace_that_read_nothing_measures_nothing(run, tmp_path):
    (tmp_path / "vide").mkdir()
    done = run("--mesures", str(tmp_path / "vide"))
    assert done.exit_code == USAGE
