"""A workspace driven from outside, as stations and operators do: files dropped, commands run, doors watched."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from pipeline.cli import main
from pipeline.engine.house import House
from pipeline.insight.evaluate.golden import GoldenPli, read_set

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "scans"
PLI = Path(sys.executable).with_name("pli")
MORNING, NIGHT = "2025-03-12T09:00:00+01:00", "2025-03-12T21:00:00+01:00"
COMMAND_S = 1500
"""A whole day, on a machine that does ten other things; what hangs is ended earlier, by the time limit of its test."""


@lru_cache(maxsize=1)
def golden() -> dict[str, GoldenPli]:
    """Return the fixtures by the name of their file."""
    return {pli.path.name: pli for pli in read_set(FIXTURES)}


def surroundings(now: str, **environ: str) -> dict[str, str]:
    """Return an environment in which only what a test says is set."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PLI_")}
    return {**inherited, "PLI_MAINTENANT": now, "PLI_PARALLELE": "2", **environ}


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder that ``pli --racine`` works in."""

    racine: Path

    @property
    def inbox(self) -> Path:
        return self.racine / "inbox"

    @property
    def outbox(self) -> Path:
        return self.racine / "outbox"

    def know_demandes(self) -> None:
        """Let the register know the applicants of the fixtures."""
        config = self.racine / "config"
        config.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(FIXTURES / "demandes.json", config / "demandes.json")

    def drop(self, names: Iterable[str]) -> None:
        """Drop fixtures as a station does."""
        for name in names:
            golden()[name].drop(self.inbox)

    def pli(self, *words: str, now: str = MORNING, **environ: str) -> subprocess.CompletedProcess[str]:
        """Run one command to its end, not at a terminal."""
        return subprocess.run(
            self._words(words), env=surroundings(now, **environ), capture_output=True, text=True,
            stdin=subprocess.DEVNULL, timeout=COMMAND_S, check=False,
        )  # fmt: skip

    def call(self, *words: str, now: str = MORNING, **environ: str) -> subprocess.CompletedProcess[str]:
        """Run one short command in this process: the same, without the second that starting takes."""
        unset = {name: None for name in os.environ if name.startswith("PLI_")}
        known = {"PLI_MAINTENANT": now, "PLI_RACINE": str(self.racine), **environ}
        done = CliRunner().invoke(main, words, env={**unset, **known}, prog_name="pli")
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)

    def start(self, *words: str, now: str = MORNING, **environ: str) -> subprocess.Popen[bytes]:
        """Start one command as the head of a process group of its own."""
        return subprocess.Popen(
            self._words(words), env=surroundings(now, **environ), start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def _words(self, words: tuple[str, ...]) -> list[str]:
        return [str(PLI), *words, "--racine", str(self.racine)]

    @contextmanager
    def house(self, now: str = MORNING) -> Iterator[House]:
        """Open the workspace in this process."""
        with closing(House(self.racine, {"PLI_MAINTENANT": now})) as house:
            yield house

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Look into the database."""
        with closing(sqlite3.connect(self.racine / "var" / "pli.sqlite")) as base:
            return base.execute(query).fetchall()

    def bilans(self) -> dict[str, dict[str, Any]]:
        """Return the published bilans by pli."""
        return {path.stem: json.loads(path.read_bytes()) for path in sorted((self.outbox / "bilans").glob("*.json"))}

    def bilans_of(self, name: str) -> list[dict[str, Any]]:
        """Return the published bilans of the plis that came in the file ``name``, in order of page."""
        own = [bilan for bilan in self.bilans().values() if bilan["source"]["nom"] == name]
        return sorted(own, key=lambda bilan: bilan["plage"] or [0])

    def files(self, *places: str) -> dict[str, bytes]:
        """Return what lies below these folders of the outbox, by path."""
        found = (path for place in places for path in sorted((self.outbox / place).rglob("*")) if path.is_file())
        return {path.relative_to(self.outbox).as_posix(): path.read_bytes() for path in found}

    def copied(self, to: Path) -> Workspace:
        """Return a copy to change at will."""
        shutil.copytree(self.racine, to)
        return Workspace(to)

    def remember_readings_of(self, other: Workspace) -> None:
        """Take over the readings of another workspace, so that the same images are not read again."""
        with closing(sqlite3.connect(self.racine / "var" / "pli.sqlite")) as base:
            base.execute("ATTACH ? AS autre", (str(other.racine / "var" / "pli.sqlite"),))
            base.execute("INSERT INTO lecture SELECT * FROM autre.lecture")
            base.commit()
