"""A database put back by other tools: every machine waits until the register was asked, and nothing leaves twice."""

import os
import shutil
from contextlib import closing

import pytest

from pipeline.engine import lock
from pipeline.engine.night import deverse
from pipeline.engine.run import run_named
from pipeline.errors import Misuse, Unavailable
from pipeline.insight import status
from pipeline.insight.alerts import alerts
from pipeline.sne.fichier import SneFichier
from pipeline.store import deposits, tasks, unasked
from pipeline.store.tasks import Kind
from pipeline.upkeep.backup import pending, reconcile_put_back, refuse_unasked
from pipeline.upkeep.backup.pending import Pending, Phase
from pipeline.upkeep.check_world import check_world
from tests.scenarios.workspace import Workspace
from tests.store.shelf import opened, state_of
from tests.upkeep.backup.conftest import NEXT_DAY, pieces_of, quiet, register

ENVIRON = {"PLI_MAINTENANT": NEXT_DAY}
DONE, USAGE, LATER = 0, 2, 4


@pytest.fixture
def gone_back(place, pli):
    """A workspace whose database is that of before its night, and whose register is that of after it."""
    database = place.racine / "var" / "pli.sqlite"
    kept = shutil.copytree(database.parent, place.backup)
    with place.night():
        pass
    for path in database.parent.glob("pli.sqlite*"):
        path.unlink()
    for path in kept.glob("pli.sqlite*"):
        shutil.copy(path, database.parent)
    return place


def put_back(place):
    return reconcile_put_back(place.racine, ENVIRON, quiet, quiet)


@pytest.fixture
def mute(monkeypatch):
    """A register that does not answer."""

    def silent(_self, _number):
        raise Unavailable("le SNE ne répond pas")

    monkeypatch.setattr(SneFichier, "pieces", silent)


def test_what_was_deposited_since_is_found_and_never_sent_again(gone_back, pli):
    before = register(gone_back.racine)
    told = put_back(gone_back)
    with closing(opened(gone_back.racine, NEXT_DAY)) as house:
        pieces = pieces_of(house, pli)
        assert (list(told.reconciled.found), told.violations) == (pieces, ())
        refuse_unasked(house)
        with house.store.begin() as tx:
            assert [state_of(tx, pli, piece) for piece in pieces] == [deposits.DEPOSITED] * 2
        deverse(house, quiet)
        assert check_world(house) == []
    assert register(gone_back.racine) == before


def test_until_the_register_answers_nobody_does_anything_on_any_machine(gone_back, mute, tmp_path):
    with pytest.raises(Unavailable, match="ne répond pas"):
        put_back(gone_back)
    base = f"sqlite:///{gone_back.racine}/var/pli.sqlite"
    with closing(opened(tmp_path / "autre machine", NEXT_DAY, PLI_BASE=base)) as elsewhere:
        with elsewhere.store.begin() as tx:
            tasks.submit(tx, Kind.SETTLE, "x", 1)
        run_named(elsewhere, "settle:x", "ailleurs", 60.0)
        with elsewhere.store.begin() as tx:
            assert tasks.held_by(tx, "ailleurs") is None
            assert list(tasks.free(tx, [Kind.SETTLE], 0.0, 9)) == ["settle:x"]
        with pytest.raises(Unavailable, match="--rapprocher"):
            refuse_unasked(elsewhere)
        assert "a_rapprocher" in {alert.kind for alert in alerts(status.overview(elsewhere), elsewhere)}


def test_it_goes_on_with_how_far_the_database_had_come_at_first(gone_back, mute, monkeypatch):
    for _ in range(2):
        with pytest.raises(Unavailable):
            put_back(gone_back)
    with closing(opened(gone_back.racine, NEXT_DAY)) as house, house.store.begin() as tx:
        first = unasked.awaited(tx)
        assert tx.exec_driver_sql("SELECT count(*) FROM journal WHERE evenement = 'attendue'").scalar_one() == 1
    monkeypatch.undo()
    assert put_back(gone_back).at == first[0]


@pytest.mark.parametrize("command", [("traiter",), ("deverser",), ("notifier",), ("surveiller",), ("sauvegarder", "x")])
def test_meanwhile_commands_refuse_and_say_what_to_do(gone_back, mute, command):
    with pytest.raises(Unavailable):
        put_back(gone_back)
    said = Workspace(gone_back.racine).call(*command, now=NEXT_DAY)
    assert (said.returncode, "--rapprocher" in " ".join(said.stderr.split())) == (LATER, True)


def test_it_is_refused_beside_a_service_and_in_a_workspace_that_is_half_there(gone_back):
    with lock.serving(gone_back.racine), pytest.raises(Misuse, match="arrêtez-le"):
        put_back(gone_back)
    pending.write(gone_back.racine, Pending(Phase.COPYING, put_back(gone_back).at, "f" * 64))
    with pytest.raises(Misuse, match="à demi restauré"):
        put_back(gone_back)


def test_the_command_asks_alone_and_wants_one_or_the_other(gone_back):
    workspace = Workspace(gone_back.racine)
    said = workspace.call("restaurer", "--rapprocher", now=NEXT_DAY)
    assert (said.returncode, "Rapproché" in said.stdout) == (DONE, True), said.stderr
    for wrong in ((), (os.devnull.rpartition("/")[0], "--rapprocher")):
        assert workspace.call("restaurer", *wrong, now=NEXT_DAY).returncode == USAGE
