"""Stations that have gone silent."""

from datetime import UTC, datetime, timedelta

from pipeline.store import stations
from pipeline.store.schema import lot

DAY = datetime(2026, 5, 4, 8, tzinfo=UTC)


def drop(tx, rank, canal, station, day):
    values = {
        "rang": rank, "id": f"l{rank}", "prise": f"p{rank}", "canal": canal, "station": station, "nom": "x.pdf",
        "sha256": "0", "octets": 1, "recu_le": (DAY + timedelta(days=day)).isoformat(), "recu_le_source": "depot",
        "echeance": DAY.isoformat(), "compagnon": {}, "etat": "recu", "dossier_images": False,
    }  # fmt: skip
    tx.execute(lot.insert().values(**values))


def test_each_station_of_each_channel_is_known_by_its_last_drop_the_most_silent_first(tx):
    drops = [("pwp", None, 0), ("papier-guichet", "s1", 1), ("papier-guichet", "s2", 2), ("papier-guichet", "s1", 3)]
    for rank, (canal, station, day) in enumerate(drops, start=1):
        drop(tx, rank, canal, station, day)
    told = [(it.canal, it.station, it.lot, it.recu_le) for it in stations.last_drops(tx)]
    assert told == [
        ("pwp", None, "l1", DAY),
        ("papier-guichet", "s2", "l3", DAY + timedelta(days=2)),
        ("papier-guichet", "s1", "l4", DAY + timedelta(days=3)),
    ]


def test_where_nothing_came_there_is_nothing_to_tell(tx):
    assert stations.last_drops(tx) == []
