"""``pli rapport``."""

import json

import pytest
from click.testing import CliRunner

from pipeline.cli import rapport
from pipeline.cli.frame import DONE, USAGE
from tests.insight.report import month
from tests.insight.report.month import at
from tests.store.shelf import opened

NOW = "2026-05-22T12:00:00+02:00"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return what runs the command in a workspace of two plis, from another folder."""
    monkeypatch.setenv("PLI_MAINTENANT", NOW)
    house = opened(tmp_path / "espace", NOW)
    with house.store.begin() as tx:
        month.settled(tx, house, 1, at(6))
        month.settled(tx, house, 2, at(21))
    house.close()
    (tmp_path / "ici").mkdir()
    monkeypatch.chdir(tmp_path / "ici")
    return lambda *args: CliRunner().invoke(rapport.report, [*args, "--racine", str(tmp_path / "espace")])


def test_the_month_to_date_is_written_here(run, tmp_path):
    done = run()
    assert done.exit_code == DONE, done.output
    assert sorted(path.name for path in (tmp_path / "ici").iterdir()) == [
        "rapport-2026-05-01-2026-05-22-guichets.csv",
        "rapport-2026-05-01-2026-05-22.csv",
        "rapport-2026-05-01-2026-05-22.html",
    ]
    assert "rapport-2026-05-01-2026-05-22.html" in done.stdout


def test_a_period_is_asked_for_and_put_elsewhere(run, tmp_path):
    done = run("--du", "2026-05-20", "--au", "2026-05-21", "--sortie", str(tmp_path / "mai.html"), "--json")
    assert done.exit_code == DONE, done.output
    assert json.loads(done.stdout)["volumes"]["total"]["plis"] == 1
    assert "Rapport du 20 au 21 mai 2026" in (tmp_path / "mai.html").read_text(encoding="utf-8")


def test_days_the_wrong_way_round_are_misuse(run):
    assert run("--du", "2026-05-21", "--au", "2026-05-20").exit_code == USAGE
