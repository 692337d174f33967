"""A workspace of two accepted pieces, saved before its night, and what is left once it is lost: its register."""

from __future__ import annotations

import shutil
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from pipeline.engine.answers import Answer, answer
from pipeline.engine.house import House
from pipeline.engine.night import deverse
from pipeline.store import plis
from pipeline.upkeep.backup import Restored, Saved, restore, save
from pipeline.upkeep.backup.reconcile import Reconciled, reconcile
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import NOON, bilan_of, file_pli, knowing, opened, settle

HEAD = "f" * 64
NIGHT, NEXT_DAY = "2026-05-06T21:00:00+02:00", "2026-05-07T09:00:00+02:00"


def quiet(_done: int = 0, _total: int = 0) -> None:
    """Show nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a workspace is, where it is saved, and where it is made anew."""

    racine: Path
    backup: Path
    anew: Path

    def save(self, now: str = NOON) -> Saved:
        with closing(opened(self.racine, now)) as house:
            return save(house, self.backup, quiet, quiet)

    def restore(self, **environ: str) -> Restored:
        """Lose the workspace, but for what it gave to the register, and make it anew the day after."""
        register = self.anew / "outbox" / "sne"
        if not register.exists():
            shutil.copytree(self.racine / "outbox" / "sne", register)
        return restore(self.backup, self.anew, {"PLI_MAINTENANT": NEXT_DAY, **environ}, quiet, quiet)

    def set_aside(self) -> None:
        """Keep the workspace as it is now, to come back to: what saving and restoring come to, in less time."""
        shutil.copytree(self.racine, self.anew, dirs_exist_ok=True)

    def come_back(self) -> Reconciled:
        """Take up what was set aside, with the register as it has become."""
        shutil.rmtree(self.anew / "outbox" / "sne")
        shutil.copytree(self.racine / "outbox" / "sne", self.anew / "outbox" / "sne")
        with self.morning() as house:
            return reconcile(house, datetime.fromisoformat(NOON), HEAD, quiet)

    @contextmanager
    def night(self):
        """Give the workspace on its evening; what is accepted at the end is deposited."""
        with closing(opened(self.racine, NIGHT)) as house:
            yield house
            deverse(house, quiet)

    @contextmanager
    def morning(self):
        """Give the workspace that was made anew."""
        with closing(opened(self.anew, NEXT_DAY)) as house:
            yield house


def register(racine: Path) -> dict[str, bytes]:
    """Return what the register holds, by place."""
    root = racine / "outbox" / "sne"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def questions(house: House, pli: str) -> set[str]:
    """Return the pieces of a pli that a person is asked about."""
    with house.store.begin() as tx:
        return {asked.piece for asked in plis.questions(tx, pli)}


def say(house: House, pli: str, piece: str, said: Answer) -> None:
    """Answer about a piece, and have it heeded."""
    answer(house, [piece], said, "test")
    settle(house, pli)


def pieces_of(house: House, pli: str) -> list[str]:
    """Return the names of the pieces of a pli."""
    return [piece.id for piece in bilan_of(house, pli).pieces]


@pytest.fixture
def place(tmp_path):
    racine = knowing(tmp_path / "espace", {MARTIN: {}})
    return Place(racine, tmp_path / "sauvegarde", tmp_path / "neuf")


@pytest.fixture
def pli(place):
    """The pli of the workspace, whose two pieces are to be deposited."""
    with closing(opened(place.racine)) as house:
        pages = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance())
        return file_pli(house, papers.bordereau(1, 4), *pages)
