"""``pli bouchon-sne`` as operators start and stop it, and as a power cut does."""

import hashlib
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.errors import Denied, Unavailable
from pipeline.sne.http import SneHttp
from pipeline.sne.port import Deposited
from tests.sne.papers import JETON, NU, demandes_file, deposit

PLI = Path(sys.executable).with_name("pli")
ENOUGH, GLANCE_S = 5, 0.01


def call(*words, **environ):
    cleared = dict.fromkeys(("PLI_SNE_JETON", "PLI_RACINE", "PLI_MAINTENANT"))
    return CliRunner().invoke(main, ["bouchon-sne", *map(str, words)], env={**cleared, **environ})


@contextmanager
def started(folder, **environ):
    """Start the command; give its process and the URL of its first line."""
    words = [PLI, "bouchon-sne", "--demandes", folder / "demandes.json", "--base", folder / "base", "--racine", folder]
    inherited = {"PATH": "/usr/bin:/bin", "HOME": str(folder), **environ}
    with subprocess.Popen(words, env=inherited, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            line = process.stdout.readline()
            yield process, re.search(r"http://127\.0\.0\.1:\d+", line).group()
        finally:
            process.kill()


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_it_listens_serves_and_stops_when_told(tmp_path, stop):
    demandes_file(tmp_path)
    with started(tmp_path, PLI_SNE_JETON=JETON) as (process, url):
        known, stranger = SneHttp(url, JETON, 10), SneHttp(url, None, 10)
        assert isinstance(known.deposit(deposit()), Deposited)
        with pytest.raises(Denied):
            stranger.ask(NU)
        process.send_signal(stop)
        rest, errors = process.communicate(timeout=10)
        assert (process.returncode, rest, errors) == (0, "", "")
        known.close()
        stranger.close()


def file_until_nobody_answers(sne, acknowledged):
    for rank in count():
        piece = deposit(b"%%PDF-1.7 %d" % rank, cle=hashlib.sha256(b"%d" % rank).hexdigest())
        try:
            outcome = sne.deposit(piece)
        except Unavailable:
            return
        if not isinstance(outcome, Deposited):
            return
        acknowledged[piece.cle] = outcome.acknowledgement


def test_what_it_acknowledged_is_there_after_a_power_cut(tmp_path):
    demandes_file(tmp_path)
    acknowledged = {}
    with started(tmp_path) as (process, url):
        sne = SneHttp(url, None, 5)
        clerk = Thread(target=file_until_nobody_answers, args=(sne, acknowledged))
        clerk.start()
        while len(acknowledged) < ENOUGH and clerk.is_alive():
            time.sleep(GLANCE_S)
        process.kill()
        clerk.join()
        sne.close()

    with started(tmp_path) as (_, url):
        sne = SneHttp(url, None, 5)
        held = {piece.cle: piece for piece in sne.pieces(NU)}
        sne.close()
    assert len(acknowledged) >= ENOUGH
    for cle, said in acknowledged.items():
        assert (held[cle].reference, held[cle].sha256) == (said.reference, said.sha256)
    for piece in held.values():
        content = (tmp_path / "base" / "pieces" / f"{piece.sha256}.pdf").read_bytes()
        assert hashlib.sha256(content).hexdigest() == piece.sha256


def test_a_port_that_is_taken_is_a_misuse(tmp_path):
    demandes_file(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = call("--demandes", tmp_path / "demandes.json", "--base", tmp_path / "b", "--port", port)
    assert (done.exit_code, f"--port {port}" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("demandes", "base", "said"),
    [
        ("absent.json", "b", "absent.json"),
        ("faux.json", "b", "ligne 1"),
        ("demandes.json", "demandes.json", "base"),
        ("demandes.json", "demandes.json/b", "--base"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path, demandes, base, said):
    demandes_file(tmp_path)
    (tmp_path / "faux.json").write_text("{")
    done = call("--demandes", tmp_path / demandes, "--base", tmp_path / base, "--racine", tmp_path)

    assert done.exit_code == 2
    assert said in done.stderr.replace("\n", "")


def test_a_port_is_a_number_that_exists(tmp_path):
    assert call("--demandes", tmp_path, "--base", tmp_path, "--port", 70_000).exit_code == 2
