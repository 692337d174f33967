"""The companion of a file: what holds is kept, what does not is named and left."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.companion import companion_of
from pipeline.domain.receipt import Canal, Companion
from pipeline.domain.working_calendar import PARIS
from tests.papers import MARTIN

NOW = datetime(2026, 5, 6, 10, 0, tzinfo=PARIS)


def read(**content):
    return companion_of(content, NOW)


def paris(*moment):
    return datetime(*moment, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        ("canal", "pwp", Canal.PWP),
        ("numero_unique", "057 1215 073903 10691", MARTIN),
        ("guichet", "GDPUB", "GDPUB"),
        ("courriel", "depot+pieces@moselle.example", "depot+pieces@moselle.example"),
        ("recu_le", "2026-05-04", paris(2026, 5, 4)),
        ("recu_le", "2026-05-04T17:59:00", paris(2026, 5, 4, 17, 59)),
        ("recu_le", "2026-05-04T15:59:00Z", paris(2026, 5, 4, 17, 59)),
        ("recu_le", "2026-05-06", paris(2026, 5, 6)),
        ("station", "Scanner n°2", "Scanner n°2"),
        ("recto_verso", False, False),
        ("documents", 0, 0),
        ("pages", 12, 12),
        ("reference", "ENV-2026-0042", "ENV-2026-0042"),
    ],
)
def test_what_holds_is_kept(field, written, kept):
    companion = read(**{field: written})
    assert (getattr(companion, field), companion.ignored) == (kept, ())


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("canal", "pigeon"),
        ("canal", ["pwp"]),
        ("numero_unique", "057 1315 073903 10691"),
        ("numero_unique", "057 0626 073903 10691"),
        ("numero_unique", 57121507390310691),
        ("guichet", "1069"),
        ("guichet", "gdpub"),
        ("guichet", "10691\n"),
        ("courriel", "deux@un.example, autre@deux.example"),
        ("courriel", "un@un.example;autre@deux.example"),
        ("courriel", "Claire <claire@un.example>"),
        ("courriel", "claire@un.example\nBcc: tous@deux.example"),
        ("courriel", "claire@un.example\n"),
        ("courriel", "claire@localhost"),
        ("courriel", "claire"),
        ("courriel", ["claire@un.example"]),
        ("courriel", "a" * 250 + "@un.example"),
        ("recu_le", "2026-05-07"),
        ("recu_le", "2026-05-06T10:00:01+02:00"),
        ("recu_le", "hier"),
        ("recu_le", 20260504),
        ("station", ""),
        ("station", "s" * 61),
        ("station", "ligne\nautre"),
        ("recto_verso", "oui"),
        ("recto_verso", 1),
        ("documents", -1),
        ("documents", True),
        ("documents", 2.0),
        ("pages", "12"),
        ("pages", 100_000),
        ("reference", "r" * 33),
        ("reference", "réf 1"),
        ("reference", MARTIN),
        ("reference", "057-1215-073903-10691"),
        ("reference", f"REF-{MARTIN}"),
    ],
)
def test_what_does_not_hold_is_named_and_left(field, written):
    companion = read(**{field: written}, station="S1") if field != "station" else read(station=written)
    assert (getattr(companion, field), companion.ignored) == (None, (field,))


def test_an_instant_that_paris_never_had_is_named_and_left():
    assert read(recu_le="0001-01-01T00:00:00+14:00").ignored == ("recu_le",)


def test_each_field_is_judged_by_itself():
    companion = read(canal="pwp", courriel="nulle part", pages=3, documents="trois")
    assert companion == Companion(canal=Canal.PWP, pages=3, ignored=("courriel", "documents"))


def test_a_null_and_an_unknown_key_say_nothing():
    assert read(pages=None, couleur="bleu") == Companion()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_subnormal=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
FIELDS = tuple(name for name in Companion.__slots__ if name != "ignored")


@given(st.dictionaries(st.sampled_from(FIELDS), json_values))
def test_whatever_json_says_each_field_is_kept_left_out_or_named(content):
    companion = companion_of(content, NOW)
    for field in FIELDS:
        said = content.get(field) is not None
        assert said == (getattr(companion, field) is not None or field in companion.ignored)
