"""A year of nights: one a civil day, whatever the clocks do; each pli deposited and told before its deadline."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import holidays
import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.domain.working_calendar import PARIS
from pipeline.engine.house import House
from pipeline.engine.service.errand import Pace
from pipeline.engine.service.errands import hold_night, send_mails
from pipeline.settings import Settings
from pipeline.stages.ingest import deadline_of
from pipeline.store import lots, plis, tasks
from pipeline.store.lots import StoredPage
from pipeline.store.schema import depot, envoi, lot, nuit, pli
from pipeline.store.tasks import Kind
from tests import papers
from tests.papers import MARTIN
from tests.store import shelf

ONE_DAY = timedelta(days=1)
DAYS = [date(2028, 1, 1) + count * ONE_DAY for count in range(366)]
FERIES = holidays.France(years=(2028, 2029))
CHANGES = {date(2028, 3, 26), date(2028, 10, 29)}
NEAR_A_CHANGE = {day + count * ONE_DAY for day in CHANGES for count in (-1, 0, 1)}
USUAL = (time(2, 30), time(6, 1), time(12), time(20))
CLOSE = (
    time(0, 30),
    time(1, 59),
    time(2),
    time(2, 30),
    time(3),
    time(5, 59),
    time(6),
    time(12),
    time(20),
    time(23, 59),
)
RECEIVED = (time(8), time(18), time(18, 0, 1), time(23, 30))
PACE = Pace(lambda: False)

pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def clock(monkeypatch):
    """The clock of the service, to be set: a function of a day and an hour on the walls of Paris."""
    told = [datetime(2028, 1, 1, tzinfo=UTC)]
    monkeypatch.setattr(Settings, "now", lambda _settings: told[0].astimezone(PARIS))

    def at(day, hour):
        told[0] = datetime.combine(day, hour, PARIS).astimezone(UTC)

    return at


@pytest.fixture
def opened(tmp_path, clock):
    """Opens the workspace, with nights of its own if they are given."""
    shelf.opened(tmp_path).close()
    kept = []

    def open_it(hours=""):
        (tmp_path / "config").mkdir(exist_ok=True)
        (tmp_path / "config" / "reglages.toml").write_text(hours)
        kept.append(House(tmp_path, {"PLI_PARALLELE": "1"}))
        return kept[-1]

    yield open_it
    for house in kept:
        house.close()


def ticks(day, usual):
    """Return the hours at which the service is looked at: near a change of clocks, all that could go wrong.

    It is started on the first day, after the night of the year before.
    """
    hours = CLOSE if day in NEAR_A_CHANGE else usual
    return [hour for hour in hours if day > DAYS[0] or hour > time(3)]


def receive(house, rank, received, canal):
    """Have a pli of one accepted piece come in at that instant, read."""
    receipt = replace(
        shelf.received(house, 2, canal, Companion(courriel="d@example.org"), rank),
        recu_le=received,
        echeance=deadline_of(received, canal, house.settings),
    )
    nonce = f"SNE*1*F*{MARTIN}*MARTIN*CLAIRE*19800201***20280104*10691*N{rank:06d}*D0"
    fiche = papers.page("Fiche récapitulative obligatoire pour la numérisation", codes=[papers.signed(nonce)])
    pages = (fiche, papers.quittance())
    blobs = [house.store.blobs.put(f"{receipt.lot} {n}".encode()) for n in (1, 2)]
    with house.store.begin() as tx:
        order = lots.add(tx, receipt, f"prise-{rank}", is_folder=False)
        lots.add_pages(tx, receipt.lot, [StoredPage(n, blob, "png", None) for n, blob in enumerate(blobs, start=1)])
        for blob, reading in zip(blobs, pages, strict=True):
            lots.keep_reading(tx, blob, house.reader, reading)
        lots.set_state(tx, receipt.lot, "coupe")
        plis.add(tx, receipt.pli, receipt.lot, 1, 2)
        tasks.submit(tx, Kind.ASK, receipt.pli, order)
    shelf.settle(house, receipt.pli)


def works(day):
    return day.weekday() < 5 and day not in FERIES


def next_working(day):
    day += ONE_DAY
    while not works(day):
        day += ONE_DAY
    return day


def expected_deadline(received, canal):
    """Reckon a deadline in another way than the program: from the contract, §8, and a library's holidays."""
    day = received.date()
    if canal is Canal.PAPIER_GUICHET:
        return datetime.combine(next_working(next_working(day)), time(23, 59, 59), PARIS)
    counted = day if works(day) and received.time() <= time(18) else next_working(day)
    return datetime.combine(counted + ONE_DAY, time(6), PARIS)


def nights_held(house):
    with house.store.begin() as tx:
        rows = tx.execute(nuit.select().order_by(nuit.c.jour)).all()
    return [(date.fromisoformat(row.jour), row) for row in rows]


def test_every_civil_day_has_its_night_and_every_pli_its_time(opened, clock):
    house = opened()
    came = []
    for rank, day in enumerate(DAYS, start=1):
        for hour in ticks(day, USUAL):
            clock(day, hour)
            hold_night(house, PACE)
            send_mails(house, PACE)
            if hour == time(12) and rank % 5 == 1:
                canal = (Canal.PAPIER_GUICHET, Canal.PWP)[rank % 2]
                received = datetime.combine(day, RECEIVED[rank % 4], PARIS)
                receive(house, rank, received, canal)
                came.append((received, canal))
    clock(DAYS[-1] + ONE_DAY, time(6, 1))
    hold_night(house, PACE)
    send_mails(house, PACE)
    held = nights_held(house)
    assert [day for day, _ in held] == DAYS
    for day, row in held:
        closes = datetime.combine(day + ONE_DAY, time(6), PARIS)
        assert datetime.fromisoformat(row.ouverte_le) == datetime.combine(day, time(20), PARIS)
        assert closes <= datetime.fromisoformat(row.fermee_le) <= closes + timedelta(minutes=1)
    assert sum(row.comptes.get("deposees", 0) for _, row in held) == len(came) == 74
    joined = lot.join(pli, pli.c.lot == lot.c.id).join(depot, depot.c.pli == pli.c.id)
    joined = joined.join(envoi, envoi.c.pli == pli.c.id)
    with house.store.begin() as tx:
        rows = tx.execute(joined.select().order_by(lot.c.rang)).mappings().all()
    assert len(rows) == len(came)
    for (received, canal), row in zip(came, rows, strict=True):
        deadline = expected_deadline(received, canal)
        assert datetime.fromisoformat(row[lot.c.echeance]) == deadline, received
        assert (row[depot.c.etat], row[envoi.c.etat]) == ("depose", "envoye")
        assert datetime.fromisoformat(row[depot.c.depose_le]) <= deadline
        assert datetime.fromisoformat(row[envoi.c.le]) <= deadline


def test_a_night_that_opens_in_the_hour_that_summer_time_skips_and_winter_time_repeats_is_held_once(opened, clock):
    house = opened("[deversement]\nouverture = 02:30:00\nfermeture = 05:00:00\n")
    for day in DAYS:
        for hour in ticks(day, (time(3, 30), time(5, 1))):
            clock(day, hour)
            hold_night(house, PACE)
    days = [day for day, _ in nights_held(house)]
    assert days == DAYS
    assert all(after - before == ONE_DAY for before, after in pairwise(days))
