"""The same files, the same day, on either database: nobody outside can tell which it was."""

import json
import sqlite3
import time
from contextlib import closing

import pytest

from pipeline.engine.house import House
from pipeline.store.schema import lecture
from tests import postgres
from tests.scenarios.workspace import MORNING, NIGHT, Workspace

pytestmark = pytest.mark.xdist_group("postgres")
DONE, LATER = 0, 4
FEW = ("mel-scolarite.png", "guichet-trois-bordereaux.pdf")


@pytest.fixture
def there(tmp_path, day):
    """A workspace whose base is a PostgreSQL, which has already read the images of the day; its settings."""
    workspace, environ = Workspace(tmp_path / "espace"), {"PLI_BASE": postgres.emptied()}
    workspace.know_demandes()
    with closing(sqlite3.connect(day.racine / "var" / "pli.sqlite")) as base:
        readings = base.execute("SELECT blob, lecteur, contenu FROM lecture").fetchall()
    with closing(House(workspace.racine, {"PLI_MAINTENANT": MORNING, **environ})) as house, house.store.begin() as tx:
        tx.execute(lecture.insert(), [dict(zip(("blob", "lecteur", "contenu"), row, strict=True)) for row in readings])
    return workspace, environ


def accounts(workspace):
    """Return the bilans of these files, but for the bytes of PDFs, which bear the instant when they were made."""
    found = [bilan for name in FEW for bilan in workspace.bilans_of(name)]
    for made in (piece["livrable"] for bilan in found for piece in bilan["pieces"] if piece["livrable"]):
        made |= {"sha256": None, "octets": None}
    return found


@pytest.mark.timeout(300)
def test_the_same_files_end_in_the_same_bilans_and_what_is_accepted_is_deposited(there, day):
    workspace, environ = there
    workspace.drop(FEW)
    done = workspace.pli("traiter", **environ)
    assert done.returncode == 0, done.stderr
    assert accounts(workspace) == accounts(day)
    assert not (workspace.racine / "var" / "pli.sqlite").exists()
    done = workspace.call("deverser", now=NIGHT, **environ)
    assert done.returncode == 0, done.stderr
    accepted = [piece for bilan in workspace.bilans().values() for piece in bilan["pieces"] if piece["livrable"]]
    assert accepted
    assert {piece["depot"]["etat"] for piece in accepted} == {"depose"}
    assert json.loads(workspace.call("etat", "--json", now=NIGHT, **environ).stdout)


@pytest.mark.faults
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("goes", ["stop", "kill"])
def test_a_server_that_goes_while_a_lot_is_worked_on_costs_seconds_and_nothing_else(tmp_path, day, goes):
    workspace = Workspace(tmp_path / "espace")
    workspace.know_demandes()
    workspace.drop(FEW)
    if postgres.binaries() is None:
        pytest.skip(postgres.NO_POSTGRES)
    with postgres.served() as server:
        base = server.url(server.made())
        work = workspace.start("traiter", PLI_BASE=base)
        while not list((workspace.racine / "var").glob("blobs/??/*")):
            time.sleep(0.1)
        getattr(server, goes)()
        time.sleep(2)
        server.start()
        assert work.wait(300) in {DONE, LATER}
        assert workspace.pli("traiter", PLI_BASE=base).returncode == 0
    assert accounts(workspace) == accounts(day)
