"""The register of a period: whole envelopes, whatever the day their parts came."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine import answers
from pipeline.engine.day import settle_again
from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from pipeline.errors import Misuse
from pipeline.insight import status
from pipeline.insight.register import register
from pipeline.insight.register.account import State
from pipeline.store import lots
from pipeline.upkeep.purge import purge
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.store.shelf import LATE, file_pli, opened, received

FIRST = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2, 1), papers.bulletin())
SECOND = (papers.fiche(DURAND, "DURAND", "PAUL", 2, 1), papers.bulletin("DURAND Paul"))
GIVEN = Companion(numero_unique=MARTIN, courriel="depot@example.org", documents=2, pages=2, reference="R-1")
DAY = papers.RECEIVED.date()


def halves(house):
    return [
        file_pli(house, papers.bordereau(2, 5), *half, rank=rank) for rank, half in enumerate((FIRST, SECOND), start=1)
    ]


def only(house, **period):
    (envelope,) = register(house, **period).envelopes
    return envelope


def step(done, total):
    pass


def test_an_empty_period_is_an_empty_register(house):
    found = register(house)
    assert (found.envelopes, found.unread, found.unscanned) == ((), (), ())
    assert (found.first, found.last) == (date(2026, 4, 5), DAY)


def test_a_period_that_ends_before_it_begins_is_a_misuse(house):
    with pytest.raises(Misuse, match="est après"):
        register(house, date(2026, 5, 2), date(2026, 5, 1))


def test_a_whole_envelope_is_followed_from_its_bordereau_to_its_mail(house):
    file_pli(house, papers.bordereau(2, 5), *FIRST, *SECOND)
    deverse(house, step)
    tell(house, step)
    envelope = only(house)
    assert (envelope.state, envelope.gaps) == (State.COMPLETE, ())
    pieces = envelope.pieces
    assert (pieces.accepted, pieces.deposited, pieces.acknowledged, envelope.told) == (2, 2, 2, 1)


def test_an_envelope_scanned_in_two_reconciles_as_one_and_its_second_half_is_held(house):
    first, second = halves(house)
    envelope = only(house)
    assert [part.pli for part in envelope.parts] == [first, second]
    assert (envelope.state, envelope.gaps) == (State.COMPLETE, ())
    assert envelope.parts[1].pieces.to_check == 1


def test_an_envelope_scanned_twice_is_told_from_one_in_two_halves(house):
    whole = (papers.bordereau(2, 5), *FIRST, *SECOND)
    file_pli(house, *whole)
    again = file_pli(house, *whole, rank=2)
    envelope = only(house)
    assert (envelope.state, envelope.repeats) == (State.COMPLETE, {again})


def test_half_an_envelope_is_incomplete_until_its_deadline_then_late(tmp_path, house):
    file_pli(house, papers.bordereau(2, 5), *FIRST)
    assert only(house).state is State.INCOMPLETE
    later = opened(tmp_path, now=LATE)
    assert only(later, first=DAY, last=DAY).state is State.LATE
    later.close()


def test_a_deposit_in_several_times_reconciles_by_its_reference_and_its_sender(house):
    for rank in (1, 2):
        file_pli(house, papers.bulletin(mois=f"{'janvier' if rank == 1 else 'mars'} 2026"), canal=Canal.PWP,
                 companion=GIVEN, rank=rank)  # fmt: skip
    another = replace(GIVEN, courriel="autre@example.org")
    file_pli(house, papers.quittance(), canal=Canal.PWP, companion=another, rank=3)
    one, other = register(house).envelopes
    assert (one.name, len(one.parts), one.state) == ("R-1", 2, State.COMPLETE)
    assert (other.name, len(other.parts), other.state) == ("R-1", 1, State.INCOMPLETE)


def test_the_other_half_of_an_envelope_is_found_out_of_the_period(house):
    halves(house)
    with house.store.begin() as tx:
        later = lots.receipt(tx, "pg0000000002-1").recu_le.replace(month=6)
        tx.exec_driver_sql("UPDATE lot SET recu_le = ? WHERE rang = 2", (later.isoformat(),))
    assert len(only(house, first=DAY, last=DAY).parts) == 2
    assert len(only(house, first=date(2026, 6, 1), last=date(2026, 6, 30)).parts) == 2
    assert register(house, date(2026, 5, 7), date(2026, 5, 31)).envelopes == ()


def test_what_was_purged_reconciles_as_before(tmp_path, house):
    halves(house)
    house.close()
    night = opened(tmp_path)
    for pli in ("pg0000000002-1-1",):
        answers.answer(night, [f"{pli}-03"], answers.Answer(type="RES-BUL", numero_unique=DURAND), "Camille")
    settle_again(night)
    deverse(night, step)
    tell(night, step)
    before = register(night, DAY, DAY)
    night.close()
    later = opened(tmp_path, now="2027-05-06T12:00:00+02:00")
    assert purge(later, do=True).counts
    after = register(later, DAY, DAY)
    assert after.envelopes[0].state is before.envelopes[0].state is State.COMPLETE
    assert after.envelopes[0].pieces == before.envelopes[0].pieces
    assert len(status.overview(later, everything=True).plis) == 2
    later.close()


def test_a_lot_that_nobody_has_read_yet_is_named(house):
    receipt = received(house, 0)
    with house.store.begin() as tx:
        lots.add(tx, receipt, "prise", is_folder=False)
    assert register(house).unread == (receipt.lot,)
