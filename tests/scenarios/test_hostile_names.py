"""Names that stations and senders may give: each is a name and nothing else, and harms nothing."""

from __future__ import annotations

import json
import logging
import os
import unicodedata

import pytest

from pipeline.engine.intake import take_ready
from pipeline.engine.publish import publish
from pipeline.mailroom.inbox import companion_path, ok_path
from pipeline.store import lots
from pipeline.store.schema import lot
from pipeline.upkeep.check_world import check_world
from tests.store.shelf import opened

NAMES = {
    "an end of line": "MARTIN\nClaire.pdf",
    "a change of direction": "MARTIN\u202efdp.exe",
    "an order to the terminal": "MARTIN\x1b[2J\x07.pdf",
    "bytes that are not UTF-8": os.fsdecode(b"MARTIN\xe9\xff.pdf"),
    "two hundred and fifty-five bytes": f"MARTIN{'a' * 245}.pdf",
    "a leading dash": "-rf MARTIN",
    "an order to the shell": "$(touch MARTIN);`id`|*.pdf",
    "backslashes": "a\\..\\..\\MARTIN.pdf",
    "an escape": "%2e%2e%2fMARTIN%00.pdf",
    "a mark-up": "<img src=x onerror=alert(1)>MARTIN.pdf",
    "a template": "{{7*7}}[bold]MARTIN[red].pdf",
    "a query": "MARTIN'; DROP TABLE lot;--.pdf",
    "composed letters": unicodedata.normalize("NFC", "Éléonore.pdf"),
    "decomposed letters": unicodedata.normalize("NFD", "Éléonore.pdf"),
    "a space": " ",
}
MARKED_MAX = 252
"""Bytes of a name beside which there is room for its ``.ok``."""


@pytest.fixture
def house(tmp_path):
    house = opened(tmp_path / "espace", PLI_INBOX_STABILITE_S="0")
    yield house
    house.close()


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def drop_as(role, inbox, name):
    """Drop something under a hostile name, in one of the places where a name is chosen by others."""
    content = name.encode("utf-8", "surrogateescape") + role.encode()
    match role:
        case "file":
            write(inbox / "pwp" / name, content)
        case "station":
            write(inbox / "papier-guichet" / name / "a.pdf", content)
        case "lot":
            folder = (
                inbox / "papier-guichet" / "s1" / name[: -len(name.encode("utf-8", "replace")) + MARKED_MAX or None]
            )
            write(folder / "1.png", content)
            ok_path(folder).touch()
        case "image of a lot":
            write(inbox / "papier-guichet" / "s1" / "lot" / name, content)
            ok_path(inbox / "papier-guichet" / "s1" / "lot").touch()
        case "channel":
            write(inbox / name / "a.pdf", content)
        case "what a companion says":
            write(inbox / "pwp" / "a.pdf", content)
            said = {"reference": name, "station": name, "guichet": name, "numero_unique": name, "courriel": name}
            companion_path(inbox / "pwp" / "a.pdf").write_text(json.dumps(said))


@pytest.mark.violates("I9", "a folder that is no channel is quoted to whoever put it there")
@pytest.mark.parametrize("role", ["file", "station", "lot", "image of a lot", "channel", "what a companion says"])
def test_a_name_is_only_a_name(house, role, tmp_path, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    before = {path for path in tmp_path.parent.rglob("*") if "espace" not in path.parts}
    for name in NAMES.values():
        drop_as(role, house.racine / "inbox", name)
        taken = take_ready(house)
        assert (len(taken.lots), taken.left) == (1, 0), name
    publish(house)
    with house.store.begin() as tx:
        rows = tx.execute(lot.select()).all()
        refused = [name for name in lots.names(tx) if lots.is_refused(tx, name)]
    assert len(rows) == len(NAMES)
    assert all(text.isprintable() for row in rows for text in (row.nom, row.station or ""))
    assert [path for path in (house.racine / "inbox").rglob("*") if path.is_file()] == []
    assert {path for path in tmp_path.parent.rglob("*") if "espace" not in path.parts} == before
    reasons = [json.loads(path.read_bytes()) for path in (house.racine / "outbox" / "quarantaine").glob("*/*.json")]
    assert sorted(why["lot"] for why in reasons) == sorted(refused)
    assert len(refused) == (len(NAMES) if role == "channel" else 0)
    assert "MARTIN" not in caplog.text + "".join(capfd.readouterr())
    assert check_world(house) == []


def test_the_same_bytes_and_the_same_names_are_received_each_time_and_kept_once(house):
    inbox = house.racine / "inbox" / "pwp"
    for name, content in (("a.pdf", b"one"), ("a.pdf", b"one"), ("a.pdf", b"two"), ("b.pdf", b"one")):
        write(inbox / name, content)
        take_ready(house)
    for name in (NAMES["composed letters"], NAMES["decomposed letters"]):
        write(inbox / name, b"one")
    assert len(take_ready(house).lots) == 2
    with house.store.begin() as tx:
        rows = tx.execute(lot.select().order_by(lot.c.rang)).all()
    assert len({row.id for row in rows}) == len(rows) == 6
    assert rows[1].id == rows[0].id.removesuffix("1") + "2", "the same again is the same lot, received again"
    assert len(list((house.racine / "var" / "blobs").glob("??/*"))) == 2
    assert check_world(house) == []
