"""Many write at once, on either database: the same comes of it as if each had waited for the other."""

from contextlib import suppress
from dataclasses import replace

import pytest
from sqlalchemy import func, select, text

from pipeline.domain.receipt import Canal
from pipeline.errors import Defect
from pipeline.store import addresses, courrier, deposits, journal, lots, mails, nights, plis, tasks
from pipeline.store.database import DatabaseTrouble
from pipeline.store.mails import Mail
from pipeline.store.schema import adresse, depot, envoi, lecture, marque, nuit, tache
from pipeline.store.tasks import LEASE_S, Kind, LeaseLost
from tests import papers
from tests.store.crowd import CLOCK, READ, at_once, submitted, taken

NOW = papers.RECEIVED
MANY = 8


def test_no_task_is_taken_twice_and_none_is_left(store):
    submitted(store, 40)

    def taking(worker):
        return lambda: list(iter(lambda: taken(store, worker), None))

    held = [claim.id for claims in at_once(*(taking(f"w{n}") for n in range(MANY))) for claim in claims]
    assert (len(held), len(set(held))) == (40, 40)


def test_of_two_that_read_the_last_pages_at_once_one_is_told(store):
    submitted(store, 2)
    held = [taken(store, "a"), taken(store, "b")]

    def reading(claim):
        def work():
            with store.beside() as tx:
                tasks.finish(tx, claim)
                return tasks.none_left(tx, Kind.READ, "lot/")

        return work

    for _ in range(5):
        assert sorted(at_once(*map(reading, held))) == [False, True]
        submitted(store, 2)
        held = [taken(store, "a"), taken(store, "b")]


def test_who_is_late_ends_nothing(store):
    submitted(store, 1)
    held, successor = taken(store, "a"), taken(store, "b", CLOCK + LEASE_S + 1)
    with pytest.raises(LeaseLost), store.beside() as tx:
        tasks.finish(tx, held)
    assert successor.attempt == 2


def written_down(tx):
    mails.write_down(tx, Mail("l-1", "final", "<1@x.example>", ("a@x.example",), mails.TO_SEND, None, NOW))


ONCE = {
    "a night is opened": (lambda tx: nights.begin(tx, NOW.date(), NOW), nuit),
    "a message is written down": (written_down, envoi),
    "work is asked for": (lambda tx: tasks.submit(tx, Kind.ASK, "l-1", 1), tache),
    "a piece is to be deposited": (lambda tx: deposits.intend(tx, "l-1", "l-1-01", "c" * 64, ""), depot),
    "an envelope is marked": (lambda tx: plis.add_marks(tx, "l-1", {"envoi:E1"}), marque),
    "an address refuses": (lambda tx: addresses.refuse(tx, "a@x.example", "550", NOW), adresse),
}


@pytest.mark.parametrize("said", ONCE)
def test_what_is_said_once_is_said_once_by_many(store, said):
    write, table = ONCE[said]
    with store.begin() as tx:
        lots.add(tx, papers.receipt(1), "prise", is_folder=False)
        plis.add(tx, "l-1", papers.receipt(1).lot, 1, 1)

    def writing():
        with store.begin() as tx:
            write(tx)

    at_once(*[writing] * 4)
    with store.look() as tx:
        assert tx.execute(select(func.count()).select_from(table)).scalar() == 1


def test_a_page_that_two_read_at_once_keeps_one_reading(store):
    def keeping():
        with store.beside() as tx:
            lots.keep_reading(tx, "b" * 64, "lecteur-1", papers.blank())

    at_once(*[keeping] * 4)
    with store.look() as tx:
        assert tx.execute(select(func.count()).select_from(lecture)).scalar() == 1


def test_what_many_add_up_is_the_sum(store):
    arrival = (NOW.date(), Canal.PAPIER_GUICHET)
    with store.begin() as tx:
        nights.begin(tx, NOW.date(), NOW)

    def adding():
        with store.begin() as tx:
            nights.add(tx, NOW.date(), deposees=1)
            return courrier.count(tx, arrival, 1, NOW)

    assert sorted(at_once(*[adding] * 4)) == [1, 2, 3, 4]
    with store.look() as tx:
        assert nights.of_day(tx, NOW.date()).counts == {"deposees": 4}


def test_the_journal_is_one_chain_whoever_writes_in_it_and_whatever_fails(store):
    class Trouble(Exception):
        pass

    def noting(worker):
        def work():
            for n in range(6):
                with suppress(Trouble), store.begin() as tx:
                    journal.note(tx, NOW, f"{worker}-{n}", "decide")
                    if n == 3:
                        raise Trouble

        return work

    at_once(*(noting(worker) for worker in range(4)))
    with store.look() as tx:
        assert journal.broken(tx) is None
        assert tx.execute(text("SELECT max(id), count(*) FROM journal")).one() == (20, 20)


def test_the_first_come_is_the_first_whoever_records_it(store):
    def recording(worker):
        def work():
            with store.begin() as tx:
                receipt = replace(papers.receipt(1), lot=f"l{worker}")
                return lots.add(tx, receipt, f"prise-{worker}", is_folder=False), lots.names(tx)

        return work

    told = sorted(at_once(*(recording(worker) for worker in range(4))))
    orders = [names for _, names in told]
    assert all(order == orders[-1][: len(order)] for order in orders)  # nobody comes before one who was there


def test_who_writes_beside_others_writes_nothing_that_must_be_alone(store):
    with pytest.raises(Defect, match="journal"), store.beside() as tx:
        journal.note(tx, NOW, "l-1", "decide")


def test_who_looks_waits_for_nobody_and_sees_one_state_of_the_whole(store):
    submitted(store, 1)
    with store.begin() as tx:
        tasks.submit(tx, Kind.READ, "lot/9", 1)
        with store.look() as seen:
            assert len(tasks.tally(seen, READ)) == 1
    with store.look() as seen:
        before = tasks.tally(seen, READ)
        submitted(store, 5)
        assert tasks.tally(seen, READ) == before


def test_who_looks_changes_nothing(store):
    with pytest.raises(DatabaseTrouble), store.look() as tx:
        tasks.submit(tx, Kind.READ, "lot/1", 1)


def test_room_is_given_back_whoever_looked_before(store):
    with store.begin() as tx:
        tx.execute(
            adresse.insert(), [{"adresse": f"{n}@x.example", "raison": "5" * 500, "le": "x"} for n in range(500)]
        )
    with store.begin() as tx:
        tx.execute(adresse.delete())
    with store.look() as tx:
        assert addresses.refused(tx) == []
    store.wring()
    with store.begin() as tx:
        addresses.refuse(tx, "a@x.example", "550", NOW)


def test_what_is_free_is_found_by_an_index_however_much_is_done_or_put_off(store):
    rows = [
        {"id": f"read:{n}", "sujet": str(n), "etat": "faite" if n % 2 else "a_faire", "pas_avant": CLOCK + 60}
        for n in range(4000)
    ]
    same = {"genre": "read", "rang": 1, "essais": 0, "durees": {}}
    with store.begin() as tx:
        tx.execute(tache.insert(), [{**same, **row} for row in rows])
    with store.begin() as tx:
        tx.execute(text("ANALYZE"))
    submitted(store, 1)
    with store.look() as tx:
        explain = "EXPLAIN QUERY PLAN" if tx.dialect.name == "sqlite" else "EXPLAIN"
        fresh = select(tache.c.id).where(tasks.IS_OPEN, tasks._is_fresh()).order_by(tache.c.rang, tache.c.id).limit(1)
        said = fresh.compile(tx.engine, compile_kwargs={"literal_binds": True})
        plan = " ".join(str(row) for row in tx.exec_driver_sql(f"{explain} {said}"))
    assert "tache_libre" in plan
    assert not {"Sort", "TEMP"} & set(plan.split())
    assert taken(store, "a").subject == "lot/0"
