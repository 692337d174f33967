"""What is not over is counted; what is over is not even looked at."""

import time
from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from pipeline.store import deposits, gauges, mails, plis, tasks
from pipeline.store.mails import Mail
from pipeline.store.schema import lot, tache
from pipeline.store.tasks import COMPUTING, Kind

NOON = datetime.fromisoformat("2026-05-06T12:00:00+02:00")


def test_tasks_are_counted_by_kind_and_state_until_they_are_done(tx):
    now = time.time()
    for n in range(1, 6):
        tasks.submit(tx, Kind.READ, f"l/{n}", n)
    held = [tasks.claim(tx, COMPUTING, f"o{n}", now) for n in range(4)]
    tasks.finish(tx, held[0])
    tasks.postpone(tx, held[1], now + 60, "le SNE ne répond pas")
    tasks.quarantine(tx, held[2], "le traitement s'est interrompu")
    counts = gauges.backlog(tx)[Kind.READ].counts
    assert counts == {"a_faire": 1, gauges.PUT_OFF: 1, "en_cours": 1, "quarantaine": 1}
    assert gauges.backlog(tx)[Kind.OPEN] == gauges.Backlog({}, None)


def test_the_oldest_task_is_as_old_as_its_asking_however_often_it_was_put_off(tx):
    for n in (1, 2):
        tasks.submit(tx, Kind.ASK, f"l-{n}", n)
    tx.execute(update(tache).where(tache.c.sujet == "l-1").values(soumise=1_000.0))
    held = tasks.claim(tx, COMPUTING, "o", time.time())
    tasks.postpone(tx, held, time.time() + 60, "le SNE ne répond pas")
    assert gauges.backlog(tx)[Kind.ASK].oldest == 1_000.0


def test_a_task_that_an_older_version_asked_for_has_no_age(tx):
    tasks.submit(tx, Kind.ASK, "l-1", 1)
    tx.execute(update(tache).values(soumise=None))
    assert gauges.backlog(tx)[Kind.ASK] == gauges.Backlog({"a_faire": 1}, None)


def open_plis(house, now=NOON):
    with house.store.look() as tx:
        return sum(gauges.deadlines(tx, now).values())


def told(house, pli, nature=mails.FINAL, state=mails.SENT, detail=None):
    with house.store.begin() as tx:
        mails.write_down(tx, Mail(pli, nature, f"<{nature}@x>", ("a@example.org",), state, detail, NOON))


def deposited(house, pli):
    with house.store.begin() as tx:
        for due in deposits.due(tx):
            deposits.set_state(tx, pli, due.piece, deposits.DEPOSITED)


def test_a_pli_is_open_until_it_is_deposited_and_told(house, pli):
    assert open_plis(house) == 1
    with house.store.look() as tx:
        assert gauges.deposits(tx) == {"a_deposer": 2, "incertain": 0}
    deposited(house, pli)
    assert open_plis(house) == 1, "nobody was told"
    told(house, pli)
    assert open_plis(house) == 0
    with house.store.look() as tx:
        assert (gauges.deposits(tx), gauges.mails(tx)) == (
            {"a_deposer": 0, "incertain": 0},
            {"a_envoyer": 0, "refuse": 0},
        )


@pytest.mark.parametrize(
    ("state", "detail", "is_open"),
    [
        (mails.TO_SEND, None, True),
        (mails.REFUSED, None, True),
        (mails.NOT_TOLD, "guichet inconnu", True),
        (mails.NOT_TOLD, "sans adresse", False),
    ],
)
def test_a_message_that_waits_keeps_a_pli_open_until_another_follows_it(house, pli, state, detail, is_open):
    deposited(house, pli)
    told(house, pli, state=state, detail=detail)
    assert open_plis(house) == is_open
    told(house, pli, nature=mails.again(1))
    assert open_plis(house) == 0


def test_a_deadline_is_counted_for_each_pli_and_for_a_lot_that_is_not_cut(house, pli):
    with house.store.begin() as tx:
        due = plis.receipt(tx, pli).echeance
        tx.execute(update(lot).values(etat="ouvert"))
    with house.store.look() as tx:
        assert gauges.deadlines(tx, NOON) == Counter({due: 2})


def test_a_pli_of_which_nothing_was_said_is_forgotten_after_a_season_unless_something_is_left_to_do(house, pli):
    later = NOON + gauges.SEASON + timedelta(days=1)
    assert open_plis(house, later) == 1, "its pieces are to be deposited"
    deposited(house, pli)
    assert open_plis(house, later) == 0
