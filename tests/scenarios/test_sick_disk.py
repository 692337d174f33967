"""A disk that is full, or that lets nothing be written: nothing is lost, people are told, and it goes on by itself.

The disks are true ones, of a few megabytes, in a mount namespace that a sleeping process holds.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from pipeline.mailroom.inbox import companion_path, ok_path
from tests.scenarios.crash_points.workspaces import NOW, about_to_deposit
from tests.scenarios.workspace import FIXTURES, MORNING, PLI, Workspace, surroundings

SIZE, LITTLE = "24m", 600_000
"""Of a disk; what is left of it when it is full: less than the reserve, enough to look."""
ASIDE, LATER, INTERNAL = 3, 4, 1
PHOTO = "smartphone-quittance.jpg"

pytestmark = pytest.mark.timeout(300)


@lru_cache(maxsize=1)
def why_not():
    """Say why there is no disk of our own to be had here; None when there is."""
    if shutil.which("unshare") is None or shutil.which("nsenter") is None:
        return "unshare and nsenter are not installed"
    tried = subprocess.run(
        ["unshare", "-Urm", "mount", "-t", "tmpfs", "-o", "size=1m", "none", "/mnt"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return None if tried.returncode == 0 else f"no mount of our own here: {tried.stderr.strip()}"


@dataclass(frozen=True, slots=True)
class Disk:
    """A small disk on which one folder of a workspace lies, seen through the process that holds it."""

    holder: int
    racine: Path
    place: str

    @property
    def workspace(self):
        return Workspace(Path(f"/proc/{self.holder}/root{self.racine}"))

    def run(self, *words):
        enter = ["nsenter", f"--target={self.holder}", "--user", "--mount", "--preserve-credentials", "--"]
        return subprocess.run([*enter, *words], env=surroundings(MORNING), capture_output=True, text=True, check=False)

    def pli(self, *words):
        done = self.run(str(PLI), *words, "--racine", str(self.racine))
        assert "Traceback" not in done.stderr, done.stderr
        return done

    def fill(self, left):
        """Leave so many bytes of it."""
        folder = self.workspace.racine / self.place
        (folder / ".lest").write_bytes(bytes(shutil.disk_usage(folder).free - left))

    def empty(self):
        (self.workspace.racine / self.place / ".lest").unlink()

    def let(self, rights):
        """Let it be written (``rw``), or not (``ro``)."""
        done = self.run("mount", "-o", f"remount,{rights}", str(self.racine / self.place))
        assert done.returncode == 0, done.stderr


@contextmanager
def mounted(racine, place):
    """Have a folder of a workspace on a disk of its own, with what it held; the workspace goes with it."""
    if (why := why_not()) is not None:
        pytest.skip(why)
    folder = racine / place
    folder.mkdir(parents=True, exist_ok=True)
    script = (
        'cp -a "$1" "$1.avant" && mount -t tmpfs -o size="$2" none "$1" && cp -a "$1.avant/." "$1" && echo && exec cat'
    )
    words = ["unshare", "-Urm", "sh", "-c", script, "sh", str(folder), SIZE]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "\n", "the disk could not be made"
        yield Disk(holder.pid, racine, place)
    shutil.rmtree(racine)


@pytest.fixture(params=["inbox", "var", "outbox"])
def disk(request, tmp_path):
    """A disk under one folder of a workspace in which there is nothing yet."""
    workspace = Workspace(tmp_path / "espace")
    assert workspace.call("init").returncode == 0
    with mounted(workspace.racine, request.param) as found:
        yield found


def drop(workspace, place="canal-inconnu/plan.pdf", content=b"%PDF-1.7 of nobody"):
    """Drop a file that goes to quarantine without being read, or another."""
    path = workspace.inbox / place
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    ok_path(path).touch()
    return path


def integrity(disk):
    with closing(sqlite3.connect(disk.workspace.racine / "var" / "pli.sqlite")) as base:
        return base.execute("PRAGMA integrity_check").fetchone()[0]


def assert_it_went_on(disk, path):
    """What was dropped is in quarantine, once; nothing is left of it in the inbox."""
    done = disk.pli("traiter")
    assert done.returncode == ASIDE, done.stderr
    assert not path.exists()
    assert [bilan["etat"] for bilan in disk.workspace.bilans().values()] == ["quarantaine"]
    assert len(list(disk.workspace.outbox.glob("quarantaine/T10/*.pdf"))) == 1
    assert disk.pli("verifier").returncode == 0


def test_on_a_full_disk_nothing_is_taken_and_one_says_why(disk):
    path = drop(disk.workspace)
    disk.fill(left=LITTLE)
    sick = disk.pli("traiter")
    if disk.place == "inbox":
        assert sick.returncode == ASIDE, "what is taken frees the inbox"
        return
    assert (sick.returncode, path.exists()) == (LATER, True)
    assert "presque plein" in " ".join(sick.stderr.split())
    told = json.loads(disk.pli("etat", "--json").stdout)
    assert [alert["genre"] for alert in told["alertes"]] == ["disque_plein"]
    assert integrity(disk) == "ok"
    disk.empty()
    assert_it_went_on(disk, path)


def test_on_a_disk_without_a_byte_nothing_is_lost(disk):
    path = drop(disk.workspace)
    disk.fill(left=0)
    sick = disk.pli("traiter")
    assert sick.returncode in {ASIDE, LATER, INTERNAL}
    if disk.place != "inbox":
        assert sick.returncode != ASIDE
        assert path.exists()
    disk.empty()
    assert integrity(disk) == "ok"
    if sick.returncode != ASIDE:
        assert_it_went_on(disk, path)


def test_on_a_disk_that_may_only_be_read_nothing_is_lost(disk):
    path = drop(disk.workspace)
    disk.let("ro")
    sick = disk.pli("traiter")
    assert sick.returncode in {LATER, INTERNAL}
    assert "disque" in sick.stderr
    kept = list((disk.workspace.racine / "var" / "prises").glob("*/contenu"))
    assert path.exists() != bool(kept), "in the inbox or taken, never neither"
    disk.let("rw")
    assert_it_went_on(disk, path)


def test_a_disk_that_fills_up_during_the_reading_delays_it(tmp_path):
    workspace = Workspace(tmp_path / "espace")
    assert workspace.call("init").returncode == 0
    workspace.know_demandes()
    with mounted(workspace.racine, "var") as disk:
        content = (FIXTURES / PHOTO).read_bytes() + bytes(4_000_000)
        path = drop(disk.workspace, f"smartphone/{PHOTO}", content)
        shutil.copyfile(companion_path(FIXTURES / PHOTO), companion_path(path))
        disk.fill(left=1_300_000 + 2 * len(content))  # the reserve, and what is asked for; pages and text come besides
        sick = disk.pli("traiter")
        assert sick.returncode in {0, LATER, INTERNAL}, sick.stderr
        disk.empty()
        assert integrity(disk) == "ok"
        assert disk.pli("traiter").returncode == 0
        (bilan,) = disk.workspace.bilans().values()
        assert bilan["registre"]["acceptees"] == 1
        assert disk.pli("verifier").returncode == 0


def test_a_register_whose_disk_is_full_gets_the_rest_later(tmp_path):
    racine = tmp_path / "espace"
    about_to_deposit(racine)
    with mounted(racine, "outbox") as disk:
        disk.fill(left=0)
        sick = disk.run("env", f"PLI_MAINTENANT={NOW}", str(PLI), "deverser", "--racine", str(racine))
        assert (sick.returncode, "Traceback" in sick.stderr) == (LATER, False), sick.stderr
        disk.empty()
        assert disk.run("env", f"PLI_MAINTENANT={NOW}", str(PLI), "deverser", "--racine", str(racine)).returncode == 0
        assert len(list(disk.workspace.outbox.glob("sne/*/*/*.pdf"))) == 3
        assert len(list(disk.workspace.outbox.glob("sne/*/*/*.json"))) == 3
