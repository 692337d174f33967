"""How much came."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.receipt import Canal
from pipeline.domain.register import Register
from pipeline.insight.report.volumes import NOTHING, Volume, Volumes, total, volume_of
from tests.insight.report.month import ASKED, OK, at, course

COURSES = st.builds(
    course,
    st.lists(st.sampled_from([OK, ASKED, "I01", "T05"]), max_size=5),
    st.integers(1, 28).map(at),
    canal=st.sampled_from(Canal),
    outside=st.integers(0, 3),
    decided=st.booleans(),
)


def test_a_pli_counts_its_pages_and_pieces():
    assert volume_of(course((OK, "I01", ASKED), outside=2)) == Volume(1, 0, 1, Register(6, 1, 0, 1, 1, 1, 2), 1, 1, 1)


def test_a_pli_that_is_not_decided_counts_itself_alone():
    assert volume_of(course(decided=False)) == Volume(plis=1, waiting=1)


@given(st.lists(COURSES, max_size=12))
def test_days_and_channels_add_up_to_the_registers(courses):
    volumes = Volumes({}, {})
    for one in courses:
        volumes.add(one)
    registers = [one.bilan.registre for one in courses if one.bilan is not None]
    assert volumes.total.plis == len(courses)
    assert volumes.total.pages.recues == sum(register.recues for register in registers)
    assert volumes.total.pages.hors_dossier == sum(register.hors_dossier for register in registers)
    assert total(volumes.of(canal) for canal in Canal) == volumes.total
    assert total(volumes.by(lambda day: day.replace(day=1)).values()) == volumes.total


def test_envelopes_stand_beside_what_was_scanned():
    volumes = Volumes({(date(2026, 5, 4), Canal.PAPIER_GUICHET): 3}, {Canal.MEL: 1})
    volumes.add(course(canal=Canal.PWP))
    assert volumes.canals == (Canal.PAPIER_GUICHET, Canal.PWP, Canal.MEL)
    assert volumes.rows == ((date(2026, 5, 4), Canal.PAPIER_GUICHET), (date(2026, 5, 6), Canal.PWP))
    assert (volumes.received(), volumes.received(Canal.PAPIER_GUICHET), volumes.received(Canal.PWP)) == (3, 3, None)
    assert volumes.of(Canal.PAPIER_GUICHET) == NOTHING
