"""A manifest is believed as it was written, or not at all."""

import json
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pipeline.errors import Misuse
from pipeline.store.snapshot import Mark
from pipeline.upkeep.backup.manifest import Manifest, sealed, unsealed

A, B = "a" * 64, "b" * 64
MANIFEST = Manifest(
    at=datetime(2026, 5, 6, 12, tzinfo=ZoneInfo("Europe/Paris")),
    revision="0006",
    mark=Mark(3, "c" * 64),
    base=A,
    contents={A: 10, B: 0},
    files={"config/guichets.toml": B, "var/prises/1/contenu/\udce9t\udce9.jpg": B},
    missing=("d" * 64,),
)


def test_what_is_read_is_what_was_written():
    assert unsealed(sealed(MANIFEST)) == MANIFEST


def test_one_byte_that_changed_is_seen():
    written = json.loads(sealed(MANIFEST))
    written["manifeste"]["contenus"][B] = 1
    for content in (json.dumps(written).encode(), sealed(MANIFEST)[:-20], b"", b"[]", b"\xff"):
        with pytest.raises(Misuse, match="abîmé"):
            unsealed(content)


@pytest.mark.parametrize("path", ["/etc/passwd", "../dehors", "config/../../dehors", ""])
def test_nothing_is_written_outside_of_a_workspace(path):
    with pytest.raises(Misuse):
        unsealed(sealed(replace(MANIFEST, files={path: B})))


@pytest.mark.parametrize("change", [{"base": B + "x"}, {"files": {"config/x": "e" * 64}}, {"contents": {"../x": 1}}])
def test_what_is_named_is_there_under_a_hash(change):
    with pytest.raises(Misuse):
        unsealed(sealed(replace(MANIFEST, **change)))
