"""Workspaces about to be worked in, and all that can be seen of one afterwards."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from PIL import Image

from pipeline.engine.publish import publish
from pipeline.mailroom.inbox import companion_path, ok_path
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.scenarios.workspace import Workspace
from tests.store.shelf import file_pli, knowing, opened

NOW = "2026-05-06T21:00:00+02:00"
INSTANT = datetime.fromisoformat(NOW)
STATION = Path("inbox", "papier-guichet", "station-1")
FILE, FOLDER, UNKNOWN = STATION / "lot-1.pdf", STATION / "lot-2", Path("inbox", "canal-inconnu", "plan.pdf")
DROPS = (FILE, FOLDER, UNKNOWN)


def about_to_take_in(racine: Path) -> None:
    """Drop a file with its companion, a folder of two images, and a file whose channel does not exist."""
    with closing(opened(racine, NOW)):
        pass
    for place, content in ((FILE, b"%PDF-1.7 a small one"), (UNKNOWN, b"%PDF-1.7 another")):
        path = racine / place
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    companion_path(racine / FILE).write_text(json.dumps({"reference": "ENVOI-7", "guichet": "10691"}))
    (racine / FOLDER).mkdir()
    for rank in (1, 2):
        Image.new("L", (8, 8), "white").save(racine / FOLDER / f"page{rank}.png", dpi=(100 * rank, 100 * rank))
    for place in DROPS:
        ok_path(racine / place).touch()


def about_to_deposit(racine: Path) -> None:
    """Accept three pieces, of two demandes that the register knows."""
    knowing(racine, {MARTIN: {}, DURAND: {}})
    (racine / "config" / "reglages.toml").write_text("[deversement]\nsimultanes = 1\n")
    with closing(opened(racine, NOW)) as house:
        file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE"), papers.bulletin(), papers.quittance())
        file_pli(house, papers.fiche(DURAND, "DURAND", "PAUL"), papers.bulletin("DURAND Paul"), rank=2)
        publish(house)


def tables(racine: Path, hidden: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Return all that the database holds, by table, less the ``hidden`` columns of each."""
    with closing(sqlite3.connect(racine / "var" / "pli.sqlite")) as base:
        base.row_factory = sqlite3.Row
        names = [row["name"] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(_rows(base, name, hidden.get(name, ()))) for name in names}


def _rows(base: sqlite3.Connection, table: str, hidden: Collection[str]) -> Iterator[str]:
    for row in base.execute(f'SELECT * FROM "{table}"'):
        yield repr({column: value for column, value in dict(row).items() if column not in hidden})


def files(racine: Path, *places: str) -> dict[str, bytes]:
    """Return what lies below these folders of a workspace, hidden files too, by path."""
    found = [path for place in places for path in sorted((racine / place).rglob("*")) if path.is_file()]
    return {path.relative_to(racine).as_posix(): path.read_bytes() for path in found}


def copy(model: Path, to: Path, share: Path | None = None) -> Workspace:
    """Return a copy to work in; its inbox lies on ``share``, a folder of another file system, if one is given."""
    shutil.copytree(model, to)
    if share is not None:
        shutil.move(to / "inbox", share / to.name)
        (to / "inbox").symlink_to(share / to.name)
    return Workspace(to)
