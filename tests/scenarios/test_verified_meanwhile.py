"""Withdrawals made while the world is looked at: no false alarm is given, and none is missed."""

from __future__ import annotations

import json

import pytest

from pipeline.engine.answers import Answer
from pipeline.engine.night import deverse
from pipeline.engine.publish import publish
from pipeline.engine.rectify import Order, finish, rectify
from pipeline.sne.fichier import SneFichier
from pipeline.sne.port import ACTIVE, WITHDRAWN
from pipeline.store import rectifications
from pipeline.upkeep.check_world import check_world, register
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import file_pli, opened

ORDER = Order("mauvais classement", Answer(motif="T08"), "Camille")


class Watched(SneFichier):
    """The register of a folder; what ``meanwhile`` does comes before, or after, what a look into it finds."""

    def __init__(self, house):
        super().__init__(house.racine / "outbox" / "sne", None, house.settings.now)
        self.before = self.after = lambda: None

    def pieces(self, numero_unique):
        self.before()
        found = super().pieces(numero_unique)
        self.after()
        return found


class Killed(BaseException):
    """The process dies there."""


class LastWords(Watched):
    """It withdraws, and we die before its answer is written."""

    def withdraw(self, numero_unique, cle, motif):
        super().withdraw(numero_unique, cle, motif)
        raise Killed


@pytest.fixture
def house(tmp_path):
    """A workspace with a pli whose two pieces are at the register."""
    house = opened(tmp_path / "espace")
    file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance())
    deverse(house, lambda done, total: None)
    house.sne = Watched(house)
    yield house
    house.close()


def withdraw(house):
    """Have the first piece withdrawn, once."""
    house.sne.before = house.sne.after = lambda: None
    with house.store.begin() as tx:
        (piece,) = tx.exec_driver_sql("SELECT min(piece) FROM depot").scalars()
    rectify(house, [piece], ORDER)
    publish(house)


def seen(house):
    return [(found.invariant, found.what) for found in register.check(house)]


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_withdrawal_made_while_the_register_is_asked_is_no_alarm(house, moment):
    setattr(house.sne, moment, lambda: withdraw(house))
    assert seen(house) == []
    assert states(house) == [ACTIVE, WITHDRAWN]
    assert check_world(house) == []


def test_a_withdrawal_that_is_intended_and_not_made_is_no_alarm(house):
    with house.store.begin() as tx:
        sent = rectifications.under(tx, tx.exec_driver_sql("SELECT min(cle) FROM depot").scalar_one())[0]
        rectifications.intend(tx, sent, "mauvais classement", "Camille", house.settings.now(), breach=False)
    assert seen(house) == []


def test_a_withdrawal_that_was_made_before_a_death_is_no_alarm_and_is_finished(house):
    house.sne = LastWords(house)
    with pytest.raises(Killed):
        withdraw(house)
    assert seen(house) == []
    house.sne = Watched(house)
    assert finish(house) == {}
    publish(house)
    assert check_world(house) == []


@pytest.mark.violates("I3", "the register loses a piece")
def test_a_piece_that_the_register_lost_is_seen_beside_one_that_is_withdrawn(house):
    house.sne.before = lambda: withdraw(house)
    lost = max((house.racine / "outbox" / "sne").glob("*/*/*.json"), key=lambda path: of(house, path))
    lost.rename(house.racine / "perdu.json")
    assert seen(house) == [("I3", "dite déposée, absente du registre")]


def of(house, path):
    """Return the piece that a file of the register is about."""
    with house.store.begin() as tx:
        return tx.exec_driver_sql("SELECT piece FROM depot WHERE cle = ?", (path.stem,)).scalar_one()


@pytest.mark.violates("I3", "the register is made to hold what it said that it took out")
def test_a_piece_said_to_be_withdrawn_that_the_register_still_holds_is_seen(house):
    withdraw(house)
    for path in (house.racine / "outbox" / "sne").glob("*/*/*.json"):
        path.write_text(json.dumps({**json.loads(path.read_bytes()), "etat": ACTIVE}))
    assert seen(house) == [("I3", "dite retirée, encore au registre")]
    assert all(found.remedy for found in check_world(house))


@pytest.mark.violates("I3", "the register is made to hold what it said that it took out")
def test_it_is_seen_where_nothing_else_was_filed(house):
    for _ in range(2):
        withdraw(house)
    assert states(house) == [WITHDRAWN] * 2
    for path in (house.racine / "outbox" / "sne").glob("*/*/*.json"):
        path.write_text(json.dumps({**json.loads(path.read_bytes()), "etat": ACTIVE}))
    assert len(seen(house)) == 2


def states(house):
    return sorted(piece.etat for piece in house.sne.pieces(MARTIN))
