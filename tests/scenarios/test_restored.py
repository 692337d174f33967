"""A workspace lost and made anew from a backup: each piece is in the register once, and nothing leaves unasked."""

from __future__ import annotations

import json
import shutil
import signal
import socket
from contextlib import closing
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.scenarios.crowd import FIRST, PIECES, demandes, fill
from tests.scenarios.outside import held_at, speaking_to, standing_in
from tests.scenarios.test_killed import running, wait_for
from tests.scenarios.test_service import serving
from tests.scenarios.workspace import FIXTURES, MORNING, NIGHT, Workspace
from tests.store.shelf import opened

NEXT_DAY = "2025-03-13T09:00:00+01:00"
NOON, EVENING = "2026-05-06T12:00:00+02:00", "2026-05-06T21:00:00+02:00"
DONE, USAGE, LATER = 0, 2, 4
PLIS = 30

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("outside")]


def ran(workspace: Workspace, *words: str, now: str, status: int = DONE, **environ: str) -> str:
    """Run a command that ends as it should; return what it said."""
    done = workspace.call(*words, now=now, **environ)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def messages(workspace: Workspace) -> set[tuple[str, str]]:
    """Return the messages that left, by their names, with their subjects."""
    sent = (message_from_bytes(path.read_bytes()) for path in (workspace.outbox / "mels").glob("*.eml"))
    return {(message["Message-ID"], message["Subject"]) for message in sent}


def test_a_day_restored_from_before_its_night_ends_as_it_had_ended(answered, tmp_path):
    workspace, anew, backup = answered.copied(tmp_path / "espace"), Workspace(tmp_path / "neuf"), tmp_path / "copie"
    ran(workspace, "sauvegarder", str(backup), now=MORNING)
    with standing_in(tmp_path / "sne") as url:
        outside, numbers = speaking_to(url), json.loads((FIXTURES / "demandes.json").read_bytes())
        for command in ("deverser", "notifier"):
            ran(workspace, command, now=NIGHT, **outside)
        before, told = held_at(url, numbers), messages(workspace)
        shutil.rmtree(workspace.racine)
        said = json.loads(ran(anew, "restaurer", str(backup), "--json", now=NEXT_DAY, **outside))
        assert len(said["deposees_depuis"]) == len(before)
        assert (said["inconnues_de_la_sauvegarde"], said["questions_posees"]) == ([], [])
        assert {found["que_faire"] for found in said["anomalies"]} <= {"« pli notifier »"}, "late, since it was lost"
        for command in ("traiter", "deverser", "notifier"):
            ran(anew, command, now=NEXT_DAY, **outside)
        assert held_at(url, numbers) == before
        assert messages(anew) == told
        ran(anew, "verifier", now=NEXT_DAY, **outside)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory) -> Workspace:
    """A workspace of many accepted pieces; not to be changed."""
    workspace = Workspace(tmp_path_factory.mktemp("foule") / "espace")
    (workspace.racine / "config").mkdir(parents=True)
    demandes(workspace.racine / "config" / "demandes.json", PLIS)
    with closing(opened(workspace.racine, NOON)) as house:
        fill(house, PLIS)
    return workspace


@pytest.fixture
def crowd(crowded, tmp_path) -> Workspace:
    return crowded.copied(tmp_path / "espace")


def test_until_the_register_answers_nothing_leaves_and_people_may_look(crowd, tmp_path):
    anew, backup = Workspace(tmp_path / "neuf"), str(tmp_path / "copie")
    ran(crowd, "sauvegarder", backup, now=NOON)
    with socket.socket() as port:
        port.bind(("127.0.0.1", 0))
        silent = speaking_to(f"http://127.0.0.1:{port.getsockname()[1]}")
    ran(anew, "restaurer", backup, now=EVENING, status=LATER, **silent)
    for command in ("deverser", "notifier", "traiter", "surveiller"):
        ran(anew, command, now=EVENING, status=LATER, **silent)
    ran(anew, "etat", now=EVENING)
    with standing_in(tmp_path / "sne", demandes=anew.racine / "config" / "demandes.json") as url:
        outside = speaking_to(url)
        ran(anew, "restaurer", backup, now=EVENING, **outside)
        ran(anew, "deverser", now=EVENING, **outside)
        assert len(held_at(url, [FIRST])) == PIECES


def contents(folder: Path) -> int:
    """Count the files below a folder, hidden ones left out."""
    return sum(path.is_file() for path in folder.rglob("[!.]*"))


@pytest.mark.parametrize("after", [1, 40, 120])
def test_a_save_that_is_killed_is_no_backup_and_the_next_one_is(crowd, tmp_path, after):
    backup, anew = tmp_path / "copie", Workspace(tmp_path / "neuf")
    with running(crowd, "sauvegarder", str(backup), now=NOON) as process:
        wait_for(lambda: contents(backup / "contenus") >= after, process)
    if not (backup / "manifeste.json").exists():
        ran(anew, "restaurer", str(backup), now=NOON, status=USAGE)
        assert not anew.racine.exists()
    ran(crowd, "sauvegarder", str(backup), now=NOON)
    ran(anew, "restaurer", str(backup), now=NOON)
    ran(anew, "verifier", now=NOON)
    assert anew.bilans() == crowd.bilans()


@pytest.mark.parametrize("after", [0, 1, 60, 150])
def test_a_restore_that_is_killed_says_so_and_goes_on(crowd, tmp_path, after):
    backup, anew = str(tmp_path / "copie"), Workspace(tmp_path / "neuf")
    ran(crowd, "sauvegarder", backup, now=NOON)
    begun = anew.racine / "var" / "restauration.json"
    with running(anew, "restaurer", backup, now=NOON) as process:
        wait_for(lambda: begun.exists() and contents(anew.racine / "var" / "blobs") >= after, process)
        process.send_signal(signal.SIGKILL)
        process.wait()
    if begun.exists():
        for command in ("deverser", "notifier", "surveiller"):
            assert anew.call(command, now=NOON).returncode in {USAGE, LATER}
        ran(anew, "restaurer", backup, now=NOON)
    ran(anew, "verifier", now=NOON)
    assert anew.bilans() == crowd.bilans()
    ran(anew, "deverser", now=EVENING)
    ran(anew, "verifier", now=EVENING)


def test_a_service_goes_on_while_it_is_saved(crowd, tmp_path):
    with serving(crowd, NOON) as process:
        said = crowd.pli("sauvegarder", str(tmp_path / "copie"), "--json", now=NOON)
        assert process.poll() is None
    assert (said.returncode, json.loads(said.stdout)["manquants"]) == (DONE, [])
    anew = Workspace(tmp_path / "neuf")
    ran(anew, "restaurer", str(tmp_path / "copie"), now=NOON)
    ran(anew, "verifier", now=NOON)
