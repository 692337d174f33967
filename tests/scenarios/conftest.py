"""Workspaces made once for all: the day as the machine leaves it, then after its operator, then after its night."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.scenarios.operator import answer_everything
from tests.scenarios.outside import standing_in
from tests.scenarios.verified import unsound, workspaces
from tests.scenarios.workspace import NIGHT, Workspace, golden

DONE, VERIFIED = ".fait", ".verifie"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "violates(invariant, why): leaves a workspace that breaks it, on purpose")


@pytest.fixture(autouse=True)
def verified(request, seen) -> Iterator[None]:
    """Verify the workspaces that a test leaves in its own folder."""
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    yield
    if folder is not None:
        verify(request.node, set(workspaces(folder)) - seen)
        seen.update(workspaces(folder))


@pytest.fixture(autouse=True, scope="module")
def seen(request, tmp_path_factory) -> Iterator[set[Path]]:
    """Verify the workspaces that the tests of a file share, once they are over; what is given: those seen already."""
    base = tmp_path_factory.getbasetemp()
    before, done = set(base.iterdir()), set()
    yield done
    made = (folder for folder in set(base.iterdir()) - before if not folder.is_symlink())
    own = (folder for folder in made if not shown_done(folder).exists())
    verify(request.node, {racine for folder in own for racine in workspaces(folder)} - done)


@pytest.fixture(autouse=True, scope="session")
def verified_at_last(shared) -> Iterator[None]:
    """Verify the workspaces that all the tests share, once: whoever ends first does it."""
    yield
    for done in sorted(shared.glob(f"*{DONE}")):
        racine = done.with_suffix("")
        if racine.suffix != VERIFIED:
            once(done.with_suffix(VERIFIED), partial(_verify_shared, racine))


def _verify_shared(racine: Path, _: Path) -> None:
    verify(None, set(workspaces(racine)))


def verify(node: pytest.Item | pytest.Module | None, racines: set[Path]) -> None:
    marks = node.iter_markers("violates") if node is not None else ()
    wrong = unsound(sorted(racines), {mark.args[0] for mark in marks})
    assert not wrong, "\n".join(wrong)


def shown_done(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}{DONE}")


@pytest.fixture(scope="session")
def shared(tmp_path_factory) -> Path:
    """A folder that all the test processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Have ``folder`` made by whoever comes first; the others wait for it."""
    done = shown_done(folder)
    with folder.with_name(f"{folder.name}.verrou").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(folder)
            done.touch()
    return folder


@pytest.fixture(scope="session")
def day(shared) -> Workspace:
    """All the fixtures, dropped by a station and treated by one ``pli traiter``; not to be changed."""
    return Workspace(once(shared / "jour", treat_the_fixtures))


def treat_the_fixtures(racine: Path) -> None:
    workspace = Workspace(racine)
    workspace.know_demandes()
    workspace.drop(golden())
    done = workspace.pli("traiter")
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def unasked(shared, day) -> Workspace:
    """The same day where nobody can be asked about demandes; not to be changed."""

    def make(racine: Path) -> None:
        workspace = fresh(racine, day)
        workspace.drop(golden())
        done = workspace.pli("traiter")
        assert done.returncode == 0, done.stderr

    return Workspace(once(shared / "jour-sans-sne", make))


@pytest.fixture(scope="session")
def answered(shared, day) -> Workspace:
    """The day after its operator answered every question, before the night; not to be changed."""

    def make(racine: Path) -> None:
        workspace = day.copied(racine)
        answer_everything(workspace)
        assert not workspace.files("sne", "mels"), "nothing leaves before its command"

    return Workspace(once(shared / "jour-tranche", make))


@pytest.fixture(scope="session")
def ended(shared, answered) -> Workspace:
    """The day after its night; not to be changed."""

    def make(racine: Path) -> None:
        workspace = answered.copied(racine)
        said = {}
        for command in ("traiter", "deverser", "notifier", "etat", "a-verifier", "verifier"):
            done = workspace.pli(command, now=NIGHT)
            assert done.returncode == 0, done.stderr
            said[command] = done.stdout + done.stderr
        (shared / "dit.json").write_text(json.dumps(said))

    return Workspace(once(shared / "jour-fini", make))


@pytest.fixture(scope="session")
def said(shared, ended) -> dict[str, str]:
    """What each command of the night said, on both of its outlets."""
    return json.loads((shared / "dit.json").read_text())


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """An empty workspace."""
    return Workspace(tmp_path / "espace")


@pytest.fixture
def primed(tmp_path, day) -> Workspace:
    """An empty workspace that has already read the images of the day."""
    return fresh(tmp_path / "espace", day)


def fresh(racine: Path, day: Workspace) -> Workspace:
    workspace = Workspace(racine)
    assert workspace.call("init").returncode == 0
    workspace.remember_readings_of(day)
    return workspace


@pytest.fixture
def sne(tmp_path) -> Iterator[str]:
    """The address of a register that stands in for the real one, and knows the demandes of the fixtures."""
    with standing_in(tmp_path / "sne") as url:
        yield url
