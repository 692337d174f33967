"""What is recorded of a taking: its bytes, its day, its door, what its sender said."""

import json

import pytest

from pipeline.mailroom import takings
from pipeline.mailroom.inbox import Drop
from pipeline.stages.ingest import ingest
from pipeline.store import lots, plis, tasks
from pipeline.store.tasks import Kind, State
from tests.store.shelf import bilan_of

NAME = "MARTIN Claire 1980.pdf"


def taken(house, companion=None, canal="papier-guichet", day=None, station=None, content=b"%PDF", nom=NAME):
    """Drop a file and take it; ``companion`` is JSON or the bytes that should be."""
    path = house.racine / "inbox" / "depot" / nom
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if companion is not None:
        written = companion if isinstance(companion, bytes) else json.dumps(companion).encode()
        path.with_name(f"{nom}.json").write_bytes(written)
    return takings.take(Drop(path, canal, station, day, ready=True), house.racine, house.settings.now())


def recorded(house, *args, **more):
    return ingest(taken(house, *args, **more), house.store, house.settings)


def receipt(house, lot):
    with house.store.begin() as tx:
        return lots.receipt(tx, lot)


def opening(house):
    with house.store.begin() as tx:
        return tasks.tally(tx, [Kind.OPEN])


def test_a_lot_is_kept_with_its_bytes_and_waits_to_be_opened(house):
    lot = recorded(house, station="S1")
    came = receipt(house, lot)
    assert house.store.blobs.get(came.source.sha256) == b"%PDF"
    assert (came.source.nom, came.source.octets, came.station, str(came.canal)) == (NAME, 4, "S1", "papier-guichet")
    assert opening(house) == {(Kind.OPEN, State.TODO): 1}
    assert takings.left_over(house.racine) == []


@pytest.mark.parametrize(
    ("companion", "day", "expected"),
    [
        ({"recu_le": "2026-05-04T17:00:00+02:00"}, "2026-05-05", ("2026-05-04T17:00:00+02:00", "companion")),
        (None, "2026-05-05", ("2026-05-05T00:00:00+02:00", "dossier")),
        ({"recu_le": "2027-01-01"}, "2026-05-05", ("2026-05-05T00:00:00+02:00", "dossier")),
        ({"pages": 2}, None, ("2026-05-06T12:00:00+02:00", "depot")),
    ],
)
def test_the_day_of_reception_is_the_companion_s_else_the_folder_s_else_the_drop_s(house, companion, day, expected):
    came = receipt(house, recorded(house, companion, day=day))
    assert (came.recu_le.isoformat(), came.recu_le_source) == expected


def test_a_deadline_is_computed_once_at_reception(house):
    paper, digital = (receipt(house, recorded(house, canal=canal)) for canal in ("papier-guichet", "pwp"))
    assert paper.echeance.isoformat() == "2026-05-11T23:59:59+02:00"
    assert digital.echeance.isoformat() == "2026-05-07T06:00:00+02:00"


def test_the_name_of_a_lot_carries_nothing_of_the_file_s(house):
    lot = recorded(house)
    assert lot.startswith("pg")
    assert not any(word in lot.lower() for word in ("martin", "claire", "1980"))
    assert set(lot) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_lot_is_named_by_its_door_its_name_its_content_and_its_rank(house):
    names = [recorded(house), recorded(house), recorded(house, content=b"%PDF2"), recorded(house, canal="pwp")]
    assert len(set(names)) == 4
    assert [name[-2:] for name in names] == ["-1", "-2", "-1", "-1"]


def test_files_given_by_name_go_by_the_channel_said_else_the_companion_s_else_guichet(house):
    path = house.racine / "a.pdf"
    path.write_bytes(b"%PDF")

    def door(canal):
        folder = takings.copy(path, canal, house.racine, house.settings.now())
        return str(receipt(house, ingest(folder, house.store, house.settings)).canal)

    assert (door("mel"), door(None)) == ("mel", "papier-guichet")
    path.with_name("a.pdf.json").write_text('{"canal": "smartphone"}')
    assert (door("mel"), door(None)) == ("mel", "smartphone")
    assert path.exists()


@pytest.mark.parametrize("written", [b"{", b"[1]", b"\xff\xfe", b"", b'"texte"'])
def test_a_companion_that_does_not_parse_sends_its_file_to_quarantine(house, written):
    lot = recorded(house, written)
    bilan = bilan_of(house, f"{lot}-1")
    assert (bilan.etat, bilan.registre.recues, bilan.anomalies[0].code) == ("quarantaine", 0, "T10")
    assert (house.racine / "outbox" / "quarantaine" / "T10" / f"{lot}.pdf").read_bytes() == b"%PDF"
    assert opening(house) == {}


def test_a_companion_nested_without_end_sends_its_file_to_quarantine(house):
    lot = recorded(house, b"[" * 200_000)
    assert bilan_of(house, f"{lot}-1").etat == "quarantaine"


@pytest.mark.parametrize("canal", ["", "inconnu", "PWP"])
def test_what_came_by_no_known_door_is_refused(house, canal):
    lot = recorded(house, canal=canal)
    assert bilan_of(house, f"{lot}-1").etat == "quarantaine"


def test_a_field_that_does_not_hold_is_ignored_and_its_file_is_taken(house):
    came = receipt(house, recorded(house, {"pages": "deux", "documents": 1}))
    assert (came.companion.documents, came.companion.ignored) == (1, ("pages",))
    assert opening(house) == {(Kind.OPEN, State.TODO): 1}


@pytest.mark.parametrize("companion", [None, b"{"], ids=["sound", "refused"])
def test_a_taking_recorded_twice_is_one_lot(house, monkeypatch, companion):
    """A death between the record and the putting away: the next run finds the taking again."""
    folder = taken(house, companion)
    with monkeypatch.context() as dying:
        dying.setattr(takings, "put_away", lambda folder: None)
        first = ingest(folder, house.store, house.settings)
    assert takings.left_over(house.racine) == [folder]
    assert ingest(folder, house.store, house.settings) == first
    assert takings.left_over(house.racine) == []
    with house.store.begin() as tx:
        assert lots.names(tx) == [first]
        assert len(plis.names(tx)) == (0 if companion is None else 1)


def test_a_death_before_the_record_leaves_nothing_but_the_taking(house, monkeypatch):
    folder = taken(house)
    with monkeypatch.context() as dying:
        dying.setattr(tasks, "submit", _die)
        with pytest.raises(KeyboardInterrupt):
            ingest(folder, house.store, house.settings)
    with house.store.begin() as tx:
        assert lots.names(tx) == []
    assert ingest(folder, house.store, house.settings).endswith("-1")


def _die(*_):
    raise KeyboardInterrupt
