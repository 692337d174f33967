"""Which plis may have something to be told about."""

import time
from datetime import datetime, timedelta

import pytest

from pipeline.domain.facts import Demande, DemandeState
from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import PARIS
from pipeline.store import lots, mails, outgoing, plis, purges
from pipeline.store.kept import Genre
from pipeline.store.mails import Mail
from pipeline.store.schema import depot, envoi, lot, pli, rectification
from tests import papers

NOW = datetime(2026, 5, 12, 12, 0, tzinfo=PARIS)
HOUR = timedelta(hours=1)


def add(tx, rank, etat="termine", canal=Canal.PAPIER_GUICHET, depots=(), deadline=NOW + HOUR):
    """Keep a pli received ``rank``-th, as settling leaves it."""
    name = f"pg{rank:06d}-1"
    said = {"canal": canal, "nom": "x.pdf", "sha256": "0" * 64, "octets": 1, "recu_le": NOW.isoformat()}
    said |= {"recu_le_source": "depot", "echeance": deadline.isoformat(), "compagnon": {}, "etat": "coupe"}
    tx.execute(lot.insert().values(id=name, prise=name, dossier_images=False, **said))
    values = {"premiere": 1, "derniere": 1, "questions": [], "version": 1, "publiee": 1, "bilan": "{}"}
    tx.execute(pli.insert().values(id=f"{name}-1", lot=name, etat=etat, **values))
    for piece, state in enumerate(depots, start=1):
        key = {"pli": f"{name}-1", "piece": f"{name}-1-{piece:02d}", "cle": "c" * 64, "numero_unique": "n"}
        tx.execute(depot.insert().values(etat=state, essais=0, **key))
    return f"{name}-1"


def tell(tx, name, state=mails.SENT, nature=mails.FINAL, not_before=None, at=NOW):
    to = () if state == mails.NOT_TOLD else ("a@x.example",)
    mails.write_down(tx, Mail(name, nature, f"<{name}.{nature}@x>", to, state, None, at, not_before=not_before))


def rectify(tx, name, at, withdrawn=None, state="retiree"):
    values = {"piece": f"{name}-01", "cle": "c" * 64, "numero_unique": "n", "motif": "", "violation": False}
    told = {"retire_le": (withdrawn or at).isoformat()} if state == "retiree" else {}
    tx.execute(rectification.insert().values(pli=name, etat=state, par="x", le=at.isoformat(), **values, **told))


def due(tx, *, patient=True, now=NOW):
    return outgoing.due(tx, now, patient=patient)


@pytest.mark.parametrize("etat", ["termine", "rejete", "quarantaine"])
def test_what_is_settled_and_untold_is_due_until_it_is_told(tx, etat):
    name = add(tx, 1, etat)
    assert due(tx) == [name]
    tell(tx, name)
    assert due(tx) == due(tx, patient=False) == []


@pytest.mark.parametrize("etat", ["en_cours", "a_verifier"])
def test_what_is_not_settled_is_not_due(tx, etat):
    add(tx, 1, etat)
    assert due(tx) == []


@pytest.mark.parametrize(
    ("state", "is_due"), [("a_deposer", False), ("incertain", False), ("depose", True), ("refuse", True)]
)
def test_what_is_on_its_way_to_the_register_is_not_due(tx, state, is_due):
    add(tx, 1, depots=["depose", state])
    assert bool(due(tx)) == is_due


def test_what_was_put_off_waits_for_its_instant_unless_a_person_asks(tx):
    name = add(tx, 1)
    tell(tx, name, mails.TO_SEND, not_before=NOW + HOUR)
    assert (due(tx), due(tx, patient=False), due(tx, now=NOW + HOUR)) == ([], [name], [name])


def test_the_instant_is_compared_as_an_instant_and_not_as_it_is_written(tx):
    name = add(tx, 1)
    night = datetime.fromisoformat("2026-10-25T02:30:00+02:00")  # half past two comes twice that night
    tell(tx, name, mails.TO_SEND, not_before=night)
    assert due(tx, now=datetime.fromisoformat("2026-10-25T02:10:00+01:00")) == [name]
    assert due(tx, now=datetime.fromisoformat("2026-10-25T02:29:59+02:00")) == []


def test_a_second_sending_that_waits_is_due_whatever_was_told_before(tx):
    name = add(tx, 1)
    tell(tx, name)
    tell(tx, name, mails.TO_SEND, mails.again(1))
    assert due(tx) == [name]


def test_who_could_not_be_told_is_looked_at_again_each_day(tx):
    name = add(tx, 1)
    tell(tx, name, mails.REFUSED, not_before=NOW + outgoing.LOOK_AGAIN)
    assert (due(tx), due(tx, patient=False), due(tx, now=NOW + outgoing.LOOK_AGAIN)) == ([], [name], [name])


def test_an_applicant_without_address_is_looked_at_once_the_register_gives_one(tx):
    name = add(tx, 1, canal=Canal.PAPIER_DEMANDEUR)
    tell(tx, name, mails.NOT_TOLD)
    plis.keep_demande(tx, name, Demande("057121507390310691", DemandeState.ACTIVE), NOW)
    assert due(tx) == due(tx, patient=False) == []
    plis.keep_demande(tx, name, Demande("057121507390310691", DemandeState.ACTIVE, courriel="c@x.example"), NOW)
    assert due(tx) == [name]


def test_a_doubt_is_due_once_after_its_deadline(tx):
    name = add(tx, 1, "a_verifier", deadline=NOW)
    assert (due(tx), due(tx, now=NOW + HOUR)) == ([], [name])
    tell(tx, name, nature=mails.PARTIAL)
    assert due(tx, now=NOW + HOUR) == []


def test_what_was_put_right_after_it_was_told_is_due_once(tx):
    name = add(tx, 1)
    tell(tx, name)
    rectify(tx, name, NOW + HOUR)
    assert due(tx) == [name]
    tell(tx, name, nature=mails.rectified(1), at=NOW + 2 * HOUR)
    assert due(tx) == []
    rectify(tx, name, NOW + 3 * HOUR)
    assert due(tx) == [name]


def test_what_was_put_right_before_it_was_told_is_told_already(tx):
    name = add(tx, 1)
    rectify(tx, name, NOW - HOUR)
    tell(tx, name)
    assert due(tx) == []


def test_what_was_meant_before_it_was_told_and_withdrawn_after_is_due(tx):
    name = add(tx, 1)
    tell(tx, name)
    rectify(tx, name, NOW - HOUR, withdrawn=NOW + HOUR)
    assert due(tx) == [name]


def test_nothing_is_due_as_long_as_something_is_to_be_withdrawn(tx):
    name = add(tx, 1)
    rectify(tx, name, NOW, state="a_retirer")
    assert due(tx) == due(tx, patient=False) == []


def test_nothing_is_due_of_a_lot_that_was_purged(tx):
    name = add(tx, 1)
    tell(tx, name, mails.REFUSED)
    assert due(tx) == [name]
    purges.keep(tx, Genre.LOT, name.rpartition("-")[0], "images", {}, NOW)
    assert due(tx) == due(tx, patient=False) == []


def test_plis_come_in_their_order_of_receipt(tx):
    names = [add(tx, rank) for rank in (3, 1, 2)]
    tell(tx, names[1], mails.TO_SEND)
    assert due(tx) == names


def test_a_long_past_costs_little_and_brings_nobody_back(tx):
    receipt = papers.receipt(1)
    lots.add(tx, receipt, "prise", is_folder=False)
    values = {"premiere": 1, "derniere": 1, "questions": [], "version": 1, "publiee": 1, "bilan": "{}" * 5000}
    named = [f"vieux-{rank}" for rank in range(2000)]
    tx.execute(pli.insert(), [{"id": name, "lot": receipt.lot, "etat": "termine", **values} for name in named])
    sent = {"destinataires": ["a@x.example"], "reponses": {}, "le": NOW.isoformat(), "essais": 1, "etat": mails.SENT}
    tx.execute(envoi.insert(), [{"pli": n, "nature": "final", "message_id": f"<{n}@x>", **sent} for n in named])
    fresh = add(tx, 1)
    started = time.process_time()
    assert due(tx) == [fresh]
    assert time.process_time() - started < 1
