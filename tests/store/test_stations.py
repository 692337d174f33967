"""When stations dropped something."""

from datetime import date, datetime, timedelta

from pipeline.domain.working_calendar import PARIS
from pipeline.store import journal, stations
from pipeline.store.schema import lot

DAY = datetime(2026, 5, 4, 8, tzinfo=PARIS)


def drop(tx, rank, canal, station, day, received=None):
    at = DAY + timedelta(days=day)
    values = {
        "rang": rank, "id": f"l{rank}", "prise": f"p{rank}", "canal": canal, "station": station, "nom": "x.pdf",
        "sha256": "0", "octets": 1, "recu_le": (received or at).isoformat(), "recu_le_source": "depot",
        "echeance": DAY.isoformat(), "compagnon": {}, "etat": "recu", "dossier_images": False,
    }  # fmt: skip
    tx.execute(lot.insert().values(**values))
    journal.note(tx, at, f"l{rank}", journal.RECEIVED)


def test_each_station_of_each_channel_is_known_by_the_days_of_its_drops(tx):
    drops = [("pwp", None, 0), ("papier-guichet", "s1", 1), ("papier-guichet", "s2", 2), ("papier-guichet", "s1", 3)]
    for rank, (canal, station, day) in enumerate(drops, start=1):
        drop(tx, rank, canal, station, day)
    assert stations.drop_days(tx, DAY.date()) == {
        ("papier-guichet", "s1"): {date(2026, 5, 5), date(2026, 5, 7)},
        ("papier-guichet", "s2"): {date(2026, 5, 6)},
    }
    assert stations.drop_days(tx, date(2026, 5, 7)) == {("papier-guichet", "s1"): {date(2026, 5, 7)}}


def test_the_day_of_a_drop_is_that_of_the_drop_whenever_the_envelope_was_received(tx):
    drop(tx, 1, "papier-guichet", "s1", 4, received=DAY)
    assert stations.drop_days(tx, date(2026, 5, 6)) == {("papier-guichet", "s1"): {date(2026, 5, 8)}}


def test_where_nothing_came_there_is_nothing_to_tell(tx):
    assert stations.drop_days(tx, DAY.date()) == {}
