"""The service, as a process: it takes what comes, sends at its hours, gives way, stops in order, and comes back."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import threading
import time
from contextlib import closing, contextmanager

import pytest
from PIL import Image

from pipeline.engine.service import pulse
from pipeline.mailroom.inbox import ok_path
from pipeline.upkeep.check_world import check_world
from tests.scenarios.test_killed import MARK, offspring
from tests.scenarios.workspace import FIXTURES, MORNING, NIGHT, PLI, golden, surroundings

GOOD, OTHER = "smartphone-quittance.jpg", "mel-securise-fiches.pdf"
SOON_S, USAGE = 150, 2
STILLNESS_S = "1"
DELAI_S = "15"
LATER = "2025-03-12T23:00:00+01:00"

pytestmark = pytest.mark.timeout(600)


@contextmanager
def serving(workspace, now=NIGHT, **environ):
    """Run ``pli surveiller``; give it once it says that it is ready. It is killed, if it is there, at the end."""
    said = workspace.racine / "service.log"
    surrounded = surroundings(now, PLI_INBOX_STABILITE_S=STILLNESS_S, **{MARK: str(workspace.racine)}, **environ)
    words = [str(PLI), "surveiller", "--racine", str(workspace.racine)]
    with said.open("wb") as log:
        process = subprocess.Popen(words, env=surrounded, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        until(lambda: b"en marche" in said.read_bytes(), said.read_text)
        yield process
    finally:
        process.kill()
        process.wait()


def until(holds, tell=lambda: ""):
    deadline = time.monotonic() + SOON_S
    while not (found := holds()):
        assert time.monotonic() < deadline, tell()
        time.sleep(0.1)
    return found


def stop(process, workspace):
    process.send_signal(signal.SIGTERM)
    assert process.wait(SOON_S) == 0
    until(lambda: not offspring(workspace))


def sound(workspace, now=NIGHT):
    with workspace.house(now) as house:
        assert check_world(house) == []


def mails(workspace):
    return list((workspace.outbox / "mels").glob("*.eml"))


def slow_lot(workspace, pages, name="gros-lot"):
    """Drop a lot of many pages with a little print, which takes long to read."""
    folder = workspace.inbox / "papier-guichet" / name
    folder.mkdir(parents=True)
    for page in range(pages):
        Image.effect_noise((1240, 1754), 40 + page).save(folder / f"{page:03d}.png", dpi=(150, 150))
    ok_path(folder).touch()


def test_a_drop_is_read_deposited_and_told_and_the_service_stops_in_order(primed, tmp_path):
    primed.know_demandes()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as starter:
        starter.bind(str(tmp_path / "notify"))
        starter.settimeout(SOON_S)
        told = []
        listening = threading.Thread(target=lambda: told.extend(iter(lambda: starter.recv(32), b"STOPPING=1")))
        listening.start()
        with serving(primed, NOTIFY_SOCKET=str(tmp_path / "notify")) as process:
            primed.drop([GOOD])
            until(lambda: mails(primed), (primed.racine / "service.log").read_text)
            assert pulse.seen(primed.racine).silence_s < SOON_S
            stop(process, primed)
        listening.join(SOON_S)
    assert not listening.is_alive(), "it said that it stops"
    assert (told[0], set(told[1:])) == (b"READY=1", {b"WATCHDOG=1"})
    assert pulse.seen(primed.racine) is None
    assert primed.files("sne")
    assert primed.rows("SELECT jour, fermee_le IS NOT NULL FROM nuit") == [("2025-03-12", 1)]
    sound(primed)
    log = (primed.racine / "service.log").read_text()
    assert "reçu" in log
    assert GOOD not in log, "the name of a file may be a person's"
    assert not any(number in log for number in json.loads((FIXTURES / "demandes.json").read_bytes()))


def test_killed_at_once_and_started_again_it_goes_on_where_it_was(primed):
    """Time stands still in these services: a night holds what is accepted when it opens, so the day ends before it."""
    primed.know_demandes()
    with serving(primed, MORNING) as process:
        primed.drop([GOOD, OTHER])
        until(lambda: primed.rows("SELECT count(*) FROM lot") == [(2,)])
        process.kill()
        process.wait()
        until(lambda: not offspring(primed))
    with serving(primed, MORNING) as process:
        until(lambda: len(primed.bilans()) == 2, (primed.racine / "service.log").read_text)
        until(lambda: primed.rows("SELECT count(*) FROM tache WHERE etat != 'faite'") == [(0,)])
        stop(process, primed)
    with serving(primed) as process:
        decided = [bilan for bilan in primed.bilans().values() if bilan["etat"] != "a_verifier"]
        until(lambda: len(mails(primed)) == len(decided), (primed.racine / "service.log").read_text)
        stop(process, primed)
    assert primed.rows("SELECT count(*) FROM lot") == [(2,)]
    sound(primed)


def test_beside_a_service_neither_another_nor_a_treatment_by_hand(workspace):
    assert workspace.call("init").returncode == 0
    with serving(workspace) as process:
        for command in ("surveiller", "traiter"):
            began = time.monotonic()
            done = workspace.pli(command)
            assert done.returncode == USAGE, done.stderr
            assert "surveiller" in done.stderr
            assert time.monotonic() - began < SOON_S / 2
        assert process.poll() is None
        stop(process, workspace)


def test_an_operator_is_answered_while_a_great_lot_is_read(day, tmp_path):
    workspace = day.copied(tmp_path / "espace")
    asked = json.loads(workspace.call("a-verifier", "--json").stdout)[0]
    slow_lot(workspace, 40)
    with serving(workspace, MORNING):
        until(lambda: workspace.rows("SELECT 1 FROM tache WHERE genre = 'read' AND etat = 'en_cours'"))
        done = workspace.pli("trancher", asked["piece"], "--rejeter", "I07")
        assert done.returncode == 0, done.stderr
        ((left,),) = workspace.rows("SELECT count(*) FROM tache WHERE genre = 'read' AND etat != 'faite'")
        assert left > 0, "the lot is not read by the operator's command"
    bilan = workspace.bilans()[asked["pli"]]
    assert {p["id"]: p["motif"] for p in bilan["pieces"]}[asked["piece"]] == "I07"


@contextmanager
def silent_register():
    """A port that takes every call and answers none; gives its URL and what came."""
    heard = []
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:

        def listen():
            while True:
                try:
                    heard.append(listener.accept()[0])
                except OSError:
                    return

        threading.Thread(target=listen, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", heard
        listener.shutdown(socket.SHUT_RDWR)


def test_while_the_night_hangs_drops_are_taken_and_read(answered, tmp_path):
    workspace = answered.copied(tmp_path / "espace")
    with silent_register() as (url, heard):
        mute = {"PLI_SNE_CONNECTEUR": "http", "PLI_SNE_URL": url, "PLI_SNE_DELAI_S": DELAI_S}
        with serving(workspace, **mute) as process:
            until(lambda: heard)
            began, before = time.monotonic(), len(workspace.bilans())
            path = workspace.inbox / "pwp" / "vide.pdf"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"")
            ok_path(path).touch()
            until(lambda: len(workspace.bilans()) == before + 1)
            assert time.monotonic() - began < float(DELAI_S), "before the register's time was up"
            process.send_signal(signal.SIGTERM)
            assert process.wait(SOON_S) == 0
        until(lambda: not offspring(workspace))
    assert workspace.rows("SELECT count(*) FROM depot WHERE etat = 'depose'") == [(0,)]
    with serving(workspace, LATER) as process:
        until(lambda: workspace.rows("SELECT count(*) FROM depot WHERE etat != 'depose'") == [(0,)])
        stop(process, workspace)
    sound(workspace, LATER)


def test_a_file_still_being_written_is_taken_whole(primed):
    content = (FIXTURES / GOOD).read_bytes()
    path = primed.inbox / golden()[GOOD].canal / "lent.jpg"
    path.parent.mkdir(exist_ok=True)
    with serving(primed, MORNING) as process:
        with path.open("wb") as file:
            for start in range(0, len(content), len(content) // 8):
                file.write(content[start : start + len(content) // 8])
                file.flush()
                time.sleep(0.4)
        until(lambda: primed.bilans_of("lent.jpg"))
        stop(process, primed)
    assert primed.bilans_of("lent.jpg")[0]["source"]["octets"] == len(content)
