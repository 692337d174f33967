"""What came between two civil days."""

from datetime import UTC, date, datetime

from sqlalchemy import event

from pipeline.domain.receipt import Canal
from pipeline.store import journal, lots, periods, plis
from pipeline.store.periods import Trace
from tests.insight.report import month
from tests.insight.report.month import at

MAY_6, MAY_7 = date(2026, 5, 6), date(2026, 5, 7)


def test_plis_belong_to_the_civil_day_of_paris_whatever_their_offset(house):
    instants = [
        at(5, 23, 59),
        at(6, 0),
        datetime(2026, 5, 5, 22, 0, tzinfo=UTC),
        datetime(2026, 5, 7, 22, 0, tzinfo=UTC),
    ]
    with house.store.begin() as tx:
        names = [month.settled(tx, house, rank, instant) for rank, instant in enumerate(instants, start=1)]
        assert periods.received(tx, MAY_6, MAY_7) == names[1:3]
        assert periods.received(tx, MAY_6, date(2026, 5, 8)) == names[1:]


def test_a_lot_that_is_not_cut_is_counted_by_its_channel(house):
    with house.store.begin() as tx:
        for rank, (day, state) in enumerate([(6, "recu"), (7, "ouvert"), (7, "coupe"), (8, "recu")], start=1):
            receipt = month.receipt_of(house, rank, Canal.MEL, at(day))
            lots.add(tx, receipt, f"prise-{rank}", is_folder=False)
            lots.set_state(tx, receipt.lot, state)
        assert periods.uncut(tx, MAY_6, MAY_7) == {Canal.MEL: 2}


def test_the_journal_remembers_questions_and_when_each_message_was_last_handed_over(house):
    with house.store.begin() as tx:
        asked = month.settled(tx, house, 1, at(6), asked=True)
        told = month.settled(tx, house, 2, at(6), deposited=at(6, 22), told=at(6, 23))
        journal.note(tx, at(9), told, "notifie", nature="renvoi-1")
        month.settled(tx, house, 3, at(9), asked=True)
        journal.note(tx, at(7, 1), told, "notifie", nature="final")
        said = {"final": at(7, 1), "renvoi-1": at(9)}
        assert periods.traces(tx, MAY_6, MAY_7) == {asked: Trace(asked=True), told: Trace(told=said)}


def test_what_an_operator_said_counts_even_taken_back(house):
    with house.store.begin() as tx:
        name = month.settled(tx, house, 1, at(6), corrected=True)
        month.settled(tx, house, 2, at(6))
        plis.cancel(tx, name, [2])
        assert periods.corrected(tx, MAY_6, MAY_7) == {name}


def test_no_read_looks_at_a_bilan(house):
    seen = []
    with house.store.begin() as tx:
        event.listen(tx, "before_cursor_execute", lambda *told: seen.append(told[2]))
        for read in (periods.received, periods.uncut, periods.traces, periods.corrected):
            read(tx, MAY_6, MAY_7)
    assert len(seen) == 4
    assert not any("bilan" in statement for statement in seen)
