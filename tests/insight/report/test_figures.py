"""The figures of a period, on workspaces written by hand."""

from dataclasses import astuple, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from pipeline.domain.receipt import Canal
from pipeline.domain.register import Register
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.report.course import Fate
from pipeline.insight.report.delays import Delays, percentile
from pipeline.insight.report.figures import Figures, figures
from pipeline.insight.report.offices import Offices
from pipeline.insight.report.period import Period
from pipeline.insight.report.rejections import Rejected, Rejections
from pipeline.insight.report.volumes import Volumes, total
from pipeline.insight.report.work import Hands, Weights
from pipeline.store import journal, mails, plis
from tests.insight.report import month
from tests.insight.report.month import ASKED, OK, at

MAY = Period(date(2026, 5, 1), date(2026, 5, 22))

COURSES = st.builds(
    month.course,
    st.lists(st.sampled_from([OK, ASKED, "I01", "T05"]), max_size=5),
    st.integers(1, 22).map(at),
    canal=st.sampled_from(Canal),
    guichet=st.sampled_from(["10691", "59900", None]),
    outside=st.integers(0, 3),
    acknowledged=st.sampled_from([None, at(21)]),
    told=st.sampled_from([None, at(22)]),
    decided=st.booleans(),
) | st.builds(month.refused_course)


def step(done, total):
    pass


@pytest.fixture
def small(house):
    """Return the figures of eight plis whose every count is known."""
    paper = Canal.PAPIER_GUICHET
    with house.store.begin() as tx:
        month.settled(tx, house, 1, at(6), (OK, OK), canal=paper, deposited=at(6, 22), told=at(6, 23), octets=60_000)
        month.settled(
            tx,
            house,
            2,
            at(6, 12),
            (OK, "I01"),
            blank=1,
            deposited=at(8, 22),
            told=at(8, 23),
            asked=True,
            octets=20_000,
        )
        month.settled(tx, house, 3, at(7), ("P01",), outside=2, told=at(7, 11), guichet="59900")
        month.settled(tx, house, 4, at(7), (OK, ASKED), guichet=None)
        month.settled(tx, house, 5, at(21, 19), (OK,), deposited=at(21, 22), untold="guichet inconnu (77777)")
        month.refused(tx, house, 6, at(11))
        month.waiting(tx, house, 7, at(22, 9))
        month.settled(tx, house, 8, at(30, 9).replace(month=4), (OK,), deposited=at(1), told=at(1))
        month.envelopes(tx, date(2026, 5, 6), paper, 3)
        month.night(tx, date(2026, 5, 6), deposees=2)
        month.breach(tx, "p0000000001-1-1", at(9))
    return figures(house, MAY, step)


def test_volumes_are_those_of_the_plis_received(small):
    whole = small.volumes.total
    assert (whole.plis, whole.waiting, whole.dossiers) == (7, 1, 5)
    assert whole.pages == Register(16, separateurs=5, blanches=1, acceptees=5, rejetees=2, a_verifier=1, hors_dossier=2)
    assert (whole.accepted, whole.rejected, whole.asked) == (5, 2, 1)
    assert small.volumes.came[date(2026, 5, 6), Canal.PAPIER_GUICHET].pages.recues == 3
    assert small.volumes.received() == 3


def test_delays_are_against_deadlines(small):
    # plis 1 and 3 in time; 2 late, 4 and 6 past their deadlines; 5 and 7 still have time
    assert small.delays.whole.fates == {Fate.IN_TIME: 2, Fate.LATE: 3, Fate.OPEN: 2}
    assert [(late.pli[-5:], late.lacks) for late in small.delays.late] == [
        ("2-1-1", None),
        ("4-1-1", "question ouverte"),
        ("6-1-1", "mail non parti"),
    ]
    assert small.delays.clocks[Canal.PAPIER_GUICHET].to_register == [12.0]
    assert sorted(small.delays.whole.to_register) == [3.0, 12.0, 58.0]
    assert percentile(small.delays.whole.to_mail, 0.5) == 13.0


def test_rejections_are_by_motive_and_by_guichet(small):
    assert small.rejections.motifs == {
        "I01": Rejected(1, 1, 1, 0),
        "P01": Rejected(1, 1, 1, 0),
        "T02": Rejected(1, 0, 2, 0),
        "T10": Rejected(1, 0, 0, 1),
    }
    assert small.offices.known["10691"].cases == {"I01": 1}
    assert small.offices.known["59900"].cases == {"P01": 1, "T02": 1}
    assert small.offices.nobody.plis == 3


def test_work_and_weight_are_counted(small):
    assert small.hands.whole == Share(3, 5)
    assert small.weights.per_page(Canal.PAPIER_GUICHET) == 60_000
    assert small.weights.heaviest[-1].octets == 60_000


def test_nights_and_breaches_stand_beside(small):
    assert [night.counts for night in small.nights] == [{"deposees": 2}]
    assert [breach.piece for breach in small.breaches] == ["p0000000001-1-1-02"]


def test_an_address_that_refuses_leaves_its_pli_unsettled_and_is_not_quoted(house):
    with house.store.begin() as tx:
        name = month.settled(tx, house, 1, at(6), deposited=at(6, 22), told=at(6, 23))
        (mail,) = mails.of_pli(tx, name)
        mails.answered(tx, mail.with_answers({month.ADDRESS: (mails.REFUSED, "550 no such user")}))
    (late,) = figures(house, MAY, step).delays.late
    assert late.lacks == "adresse refusée"


def test_a_second_sending_tells_when_the_first_did_not(house):
    with house.store.begin() as tx:
        name = month.settled(tx, house, 1, at(6), deposited=at(6, 22), told=at(6, 23))
        (mail,) = mails.of_pli(tx, name)
        mails.answered(tx, mail.with_answers({month.ADDRESS: (mails.REFUSED, "550 no such user")}))
        again = replace(mail, nature=mails.again(1), message_id="<2@x>", at=at(7, 1))
        mails.write_down(tx, again.with_answers({month.ADDRESS: (mails.SENT, "250 ok")}))
        journal.note(tx, at(7, 2), name, "notifie", nature=again.nature)
    assert figures(house, MAY, step).delays.whole.to_mail == [16.0]


def test_breaches_count_on_the_day_they_are_found(house):
    with house.store.begin() as tx:
        name = month.settled(tx, house, 1, at(6))
        month.breach(tx, name, at(1).replace(hour=0))
        month.breach(tx, name, at(2), violation=False)
        month.breach(tx, name, at(30).replace(month=4, hour=23))
    assert [breach.at for breach in figures(house, MAY, step).breaches] == [at(1, 0)]


@given(st.lists(COURSES, max_size=15))
def test_every_share_of_the_report_adds_up_to_the_registers(courses):
    found = counting(courses)
    whole = found.volumes.total
    decided = [one.bilan for one in courses if one.bilan is not None]
    accounts = [astuple(bilan.registre) for bilan in decided]
    assert astuple(whole.pages) == tuple(map(sum, zip(*accounts, strict=True))) if accounts else (0,) * 7
    assert total([found.offices.nobody, *(office.volume for office in found.offices.known.values())]) == whole
    assert total(found.rejections.weeks.values()) == whole
    assert total(office.volume for office in found.offices.known.values()) == total(
        week for office in found.offices.known.values() for week in office.weeks.values()
    )
    rejected = found.rejections.motifs.values()
    assert sum(motif.pieces for motif in rejected) == whole.rejected
    assert sum(motif.pages for motif in rejected) == whole.pages.rejetees + whole.pages.hors_dossier
    assert sum(motif.cases for motif in rejected) == found.rejections.by_week.total()
    assert sum(found.delays.whole.fates.values()) == whole.plis == len(courses)
    assert len(found.delays.late) == found.delays.whole.fates[Fate.LATE]


def test_what_is_stored_is_what_is_counted(house):
    with house.store.begin() as tx:
        count = month.fill(tx, house, date(2026, 5, 1), date(2026, 5, 12), 4)
        bilans = [plis.bilan(tx, name) for name in plis.names(tx)]
    whole = figures(house, MAY, step).volumes.total
    assert whole.plis == count == len(bilans)
    assert whole.pages.recues == sum(bilan.registre.recues for bilan in bilans)
    assert whole.rejected == sum(piece.verdict == "rejetee" for bilan in bilans for piece in bilan.pieces)


def test_a_month_asks_as_much_after_years_as_at_first(house):
    with house.store.begin() as tx:
        name = month.settled(tx, house, 1, at(6), deposited=at(6, 22), told=at(6, 23))
    first = statements(house)
    with house.store.begin() as tx:
        month.copied(tx, name, at(6).replace(year=2024), 3000)
    assert statements(house) == first


def test_thousands_of_plis_are_counted(house):
    with house.store.begin() as tx:
        name = month.settled(tx, house, 1, at(6), (OK, "I01"), outside=1, deposited=at(6, 22), told=at(6, 23))
        month.copied(tx, name, at(7), 1000)
    found = figures(house, MAY, step)
    assert found.volumes.total.pages == Register(4004, 1001, 0, 1001, 1001, 0, 1001)
    assert found.offices.known["10691"].cases == {"I01": 1001, "T02": 1001}


def statements(house):
    """Return how many statements the figures of the month ask of the database."""
    asked = []
    with house.store.begin() as tx:
        engine = tx.engine
    event.listen(engine, "before_cursor_execute", count := lambda *told: asked.append(told[2]))
    assert figures(house, MAY, step).volumes.total.plis == 1
    event.remove(engine, "before_cursor_execute", count)
    return len(asked)


def counting(courses):
    """Return the figures of courses that no store holds."""
    found = Figures(
        MAY, at(22, 12), Volumes({}, {}), Delays(at(22, 12)), Rejections(), Offices(MAY.middle), Hands(), Weights(),
        (), (), {}, {},
    )  # fmt: skip
    found.count(courses)
    return found
