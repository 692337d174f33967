"""``pli rejouer`` and ``pli expliquer`` over a whole day: they show, and the workspace stays as it was to the byte."""

from __future__ import annotations

import json
import re
import stat

import pytest

from tests.scenarios.workspace import NIGHT

pytestmark = pytest.mark.timeout(300)


def contents(workspace):
    """Every file of the workspace but what the database keeps open beside itself."""
    found = (path for path in sorted(workspace.racine.rglob("*")) if path.is_file())
    return {path: path.read_bytes() for path in found if path.suffix not in {".sqlite-wal", ".sqlite-shm"}}


def test_a_day_replayed_by_the_rules_that_decided_it_does_not_change(answered, tmp_path):
    workspace = answered.copied(tmp_path / "espace")
    before = contents(workspace)
    done = workspace.pli("rejouer", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    settled = {name for name, bilan in workspace.bilans().items() if bilan["plage"] is not None}
    assert told["plis_rejoues"] == len(settled)
    assert (told["plis_changes"], told["plis"]) == (0, [])
    assert {left["pli"] for left in told["non_rejoues"]} == workspace.bilans().keys() - settled
    assert contents(workspace) == before


def test_another_setting_shows_what_it_would_change_warns_of_deposits_and_changes_nothing(ended, tmp_path):
    workspace = ended.copied(tmp_path / "espace")
    refuse_payslips(workspace)
    before = contents(workspace)
    told = json.loads(workspace.pli("rejouer", "--json", now=NIGHT).stdout)
    shown = workspace.pli("rejouer", now=NIGHT)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert contents(workspace) == before
    assert told["plis_changes"] > 0
    assert told["changements"]["deja_deposees"] > 0
    assert "déjà déposée : pli rectifier" in shown.stdout
    assert re.search(rf"{told['plis_rejoues']} plis rejoués, {told['plis_changes']} changer", shown.stdout)
    moved = {(move["avant"], move["maintenant"]) for move in told["changements"]["verdict"]}
    assert ("acceptee", "rejetee") in moved


def refuse_payslips(workspace):
    """Put payslips out of scope in the workspace's own plan."""
    plan = workspace.racine / "config" / "plan.toml"
    plan.write_text('[types.RES-BUL]\nportee = "hors_perimetre"\n')


def test_a_piece_of_the_day_is_explained_with_its_image(day, tmp_path):
    bilan, piece = next(
        (bilan, piece)
        for bilan in day.bilans().values()
        for piece in bilan["pieces"]
        if any(proof["zone"] for proof in piece["preuves"])
    )
    page = tmp_path / "explication.html"
    done = day.pli("expliquer", piece["id"], "--image", str(page))
    assert (done.returncode, done.stderr) == (0, "")
    assert "décidé par" in done.stdout
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    html = page.read_text()
    assert html.count("data:image/jpeg;base64,") > len(piece["pages"])
    assert "Ce qui a décidé" in html
    assert bilan["source"]["nom"] not in html
