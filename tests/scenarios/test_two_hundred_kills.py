"""A day of fifty plis, cut two hundred times at random: its outcomes are those of the day that nothing disturbed."""

from __future__ import annotations

import email
import json
import random
import shutil
import sqlite3
import time
from collections import Counter

import pytest

from pipeline.mailroom.inbox import companion_path, ok_path
from pipeline.upkeep.check_world import check_world
from tests.scenarios.test_killed import GLANCE_S, assert_nothing_outlives, essence, running, sent
from tests.scenarios.workspace import FIXTURES, MORNING, NIGHT, Workspace

PHOTO = "smartphone-quittance.jpg"
OTHERS = ("guichet-images", "pwp-dossier.pdf")
UNREADABLE = {"vide.pdf": b"", "deguise.pdf": b"Ceci n'est pas un PDF.\n"}
PLIS = 50
PHOTOS = PLIS - len(OTHERS) - len(UNREADABLE)
CUTS = {"traiter": 100, "deverser": 50, "notifier": 50}
INSTANTS = {"traiter": MORNING, "deverser": NIGHT, "notifier": NIGHT}
SOMETHING_ASIDE = 3
AFTER_S = {"traiter": 3.0, "deverser": 0.5, "notifier": 0.5}
"""How long after its moment a run may be cut, at most; starting takes a second."""

pytestmark = [pytest.mark.faults, pytest.mark.timeout(4 * 3600)]


def drop_fifty(workspace):
    """Drop photographs of one receipt, of as many files as demandes, among a few other things."""
    workspace.know_demandes()
    known = workspace.racine / "config" / "demandes.json"
    demandes = json.loads(known.read_bytes())
    companion = json.loads(companion_path(FIXTURES / PHOTO).read_bytes())
    image = (FIXTURES / PHOTO).read_bytes()
    for rank in range(PHOTOS):
        number = f"0570324{rank:06}10691"
        demandes[number] = {**demandes[companion["numero_unique"]], "numero_unique": number}
        said = {**companion, "numero_unique": number, "reference": f"photo-{rank}"}
        drop(workspace, "smartphone", f"photo-{rank}.jpg", commented(image, number), json.dumps(said))
    known.write_text(json.dumps(demandes))
    workspace.drop(OTHERS)
    for name, content in UNREADABLE.items():
        drop(workspace, "pwp", name, content, json.dumps({"courriel": "depot@example.org"}))


def commented(jpeg, text):
    """Return the same picture in another file: a comment comes after its first mark."""
    return jpeg[:2] + b"\xff\xfe" + (len(text) + 2).to_bytes(2, "big") + text.encode() + jpeg[2:]


def drop(workspace, canal, name, content, companion):
    path = workspace.inbox / canal / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    companion_path(path).write_text(companion)
    ok_path(path).touch()


@pytest.fixture(scope="module")
def calm(tmp_path_factory):
    """The day that nothing disturbs."""
    workspace = Workspace(tmp_path_factory.mktemp("calme") / "espace")
    drop_fifty(workspace)
    finish(workspace)
    return workspace


def finish(workspace):
    statuses = [workspace.start(command, now=instant).wait() for command, instant in INSTANTS.items()]
    assert statuses[0] in {0, SOMETHING_ASIDE}, "what is set aside is said by the run that takes it"
    assert statuses[1:] == [0, 0]


def progress(workspace, command):
    """Return how far a command is: tasks done, pieces deposited, messages written."""
    if command != "traiter":
        return len(sent(workspace, "sne" if command == "deverser" else "mels"))
    try:
        return workspace.rows("SELECT count(*) FROM tache WHERE etat = 'faite'")[0][0]
    except sqlite3.OperationalError:  # the tables are not there yet
        return 0


def cut_again_and_again(workspace, command, whole, dice):
    """Cut a command as often as it says, at moments spread over its work; return how many runs were really cut."""
    cuts = 0
    for moment in sorted(dice.choices(range(whole + 1), k=CUTS[command])):
        is_cut = False
        while not is_cut:  # a run that ends before its cut is none
            with running(workspace, command, now=INSTANTS[command]) as process:
                while progress(workspace, command) < moment and process.poll() is None:
                    time.sleep(GLANCE_S)
                time.sleep(dice.uniform(0.0, AFTER_S[command]))
                is_cut = process.poll() is None
            assert_nothing_outlives(workspace)
        cuts += 1
        print(f"{command} {cuts}: at {moment} of {whole}", flush=True)  # noqa: T201 - hours may pass
    return cuts


def outcomes(workspace):
    """Return all that a day leaves for others to see, instants left out."""
    mails = [email.message_from_bytes(path.read_bytes()) for path in (workspace.outbox / "mels").rglob("*.eml")]
    aside = [path.relative_to(workspace.outbox).as_posix() for path in workspace.outbox.glob("quarantaine/*/*")]
    return {
        "bilans": {name: essence(bilan) for name, bilan in workspace.bilans().items()},
        "register": Counter(path.name for path in sent(workspace, "sne")),
        "deposits": sorted(workspace.rows("SELECT pli, piece, cle, etat, reference FROM depot")),
        "mails": Counter(mail["Message-ID"] for mail in mails),
        "told": sorted(workspace.rows("SELECT pli, nature, etat FROM envoi")),
        "aside": sorted(aside),
        "tasks": sorted(workspace.rows("SELECT id, etat FROM tache")),
    }


def test_two_hundred_cuts_change_nothing_of_a_day_of_fifty_plis(calm, tmp_path):
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed: {seed}")  # noqa: T201 - shown when it fails
    dice = random.Random(seed)
    workspace = Workspace(tmp_path / "espace")
    drop_fifty(workspace)
    cuts = {command: cut_again_and_again(workspace, command, progress(calm, command), dice) for command in CUTS}
    assert cuts == CUTS
    finish(workspace)
    expected = outcomes(calm)
    assert len(expected["bilans"]) >= PLIS
    assert expected["register"]
    assert outcomes(workspace) == expected
    assert not list(workspace.inbox.rglob("*.ok"))
    with workspace.house(NIGHT) as house:
        assert check_world(house) == []
    shutil.rmtree(workspace.racine)
