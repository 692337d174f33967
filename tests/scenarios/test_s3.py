"""The day with its contents in a bucket: the same bilans as with a folder, and nothing lost when the bucket goes."""

from __future__ import annotations

import hashlib
import time

import pytest

from pipeline.upkeep import orphans
from tests.s3 import s3_server
from tests.scenarios.workspace import NIGHT, Workspace

FILES = ("smartphone-quittance.jpg", "mel-securise-fiches.pdf")
LATER = 4
SOON_S = 150
YEARS_AFTER = "2031-03-12T21:00:00+01:00"

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="session")
def server():
    """The bucket's server, that whoever this process starts speaks to; it outlives those who verify what is left."""
    with s3_server() as running, pytest.MonkeyPatch.context() as patched:
        for name, value in running.environ.items():
            patched.setenv(name, value)
        yield running


@pytest.fixture
def place(server, workspace):
    """A place in a new bucket, where the workspace keeps its contents."""
    url = server.bucket()
    workspace.know_demandes()
    (workspace.racine / "config" / "reglages.toml").write_text(f'[stockage]\nblobs = "{url}"\n')
    return url


@pytest.fixture(scope="module")
def beside(tmp_path_factory):
    """The same files, their contents in a folder."""
    workspace = Workspace(tmp_path_factory.mktemp("dossier"))
    workspace.know_demandes()
    workspace.drop(FILES)
    assert workspace.pli("traiter").returncode == 0
    return workspace


def knowing(workspace, other):
    """Spare a workspace the reading of the images that another has read."""
    assert workspace.call("init").returncode == 0
    workspace.remember_readings_of(other)


def told(workspace):
    """Return the bilans, but for their PDFs, which bear the instant at which they were made."""
    bilans = workspace.bilans()
    for piece in (piece for bilan in bilans.values() for piece in bilan["pieces"] if piece["livrable"]):
        piece["livrable"] = piece["livrable"]["pages"]
    return bilans


def test_a_day_is_the_same_wherever_its_contents_are_kept(workspace, beside, place, server):
    workspace.drop(FILES)
    assert workspace.pli("traiter").returncode == 0
    assert told(workspace) == told(beside)
    assert not (workspace.racine / "var" / "blobs").exists()
    for command in ("deverser", "notifier", "verifier"):
        done = workspace.pli(command, now=NIGHT)
        assert done.returncode == 0, done.stderr
    pieces = [piece for bilan in workspace.bilans().values() for piece in bilan["pieces"] if piece["livrable"]]
    sent = {
        hashlib.sha256(content).hexdigest() for path, content in workspace.files("sne").items() if path[-3:] == "pdf"
    }
    assert sent == {piece["livrable"]["sha256"] for piece in pieces} != set()
    assert workspace.pli("purger", "--faire", now=YEARS_AFTER).returncode == 0
    assert server.keys(place) == ["temoin"]


def test_a_bucket_that_goes_in_the_middle_is_waited_for_and_the_work_goes_on(workspace, beside, place, server):
    workspace.drop(FILES)
    running = workspace.start("traiter", PLI_PARALLELE="1")
    database = workspace.racine / "var" / "pli.sqlite"
    until(lambda: database.exists() and is_reading(workspace))
    server.stop()
    assert running.wait(SOON_S) == LATER
    assert told(workspace) != told(beside)
    still = workspace.pli("traiter")
    assert still.returncode == LATER
    assert "le stockage des contenus (PLI_BLOBS) ne répond pas" in " ".join(still.stderr.split())
    server.start()
    done = workspace.pli("traiter")
    assert done.returncode == 0, done.stderr
    assert told(workspace) == told(beside)
    assert workspace.pli("verifier").returncode == 0


def test_what_comes_while_the_bucket_is_away_is_kept_for_later(workspace, beside, place, server):
    knowing(workspace, beside)
    server.stop()
    workspace.drop(FILES)
    assert workspace.pli("traiter").returncode == LATER
    server.start()
    assert workspace.pli("traiter").returncode == 0
    assert told(workspace) == told(beside)


def test_the_pdf_of_a_key_is_made_once_whichever_pli_asks(workspace, beside, place):
    knowing(workspace, beside)
    for _ in range(2):
        workspace.drop(FILES[:1])
        assert workspace.pli("traiter").returncode == 0
    pieces = [piece for bilan in workspace.bilans().values() for piece in bilan["pieces"]]
    assert len(pieces) == 2
    assert len({piece["livrable"]["sha256"] for piece in pieces if piece["livrable"]}) == 1


def test_who_is_not_let_in_is_told_what_to_change(workspace, server):
    url = server.bucket()
    with server.asking_who():
        done = workspace.call("traiter", PLI_BLOBS=url)
    assert done.returncode == 2
    assert "AWS_ACCESS_KEY_ID" in " ".join(done.stderr.split())
    assert server.environ["AWS_SECRET_ACCESS_KEY"] not in done.stderr


def test_what_nothing_names_goes_once_its_hour_is_over(workspace, place, server):
    with workspace.house() as house:
        stray, now = house.store.blobs.put(b"que rien ne nomme"), time.time()
        assert list(orphans.blobs(house, now)) == []
        aged = [kept.name for kept in orphans.blobs(house, now + orphans.GRACE_S + 60)]
        assert aged == [stray]
        house.store.blobs.remove(aged)
    assert server.keys(place) == ["temoin"]


def is_reading(workspace):
    tables = {name for (name,) in workspace.rows("SELECT name FROM sqlite_master")}
    return "lecture" in tables and workspace.rows("SELECT count(*) FROM lecture")[0][0] > 0


def until(holds):
    deadline = time.monotonic() + SOON_S
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)
