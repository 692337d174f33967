"""Envelopes counted at the door, and those that came in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pipeline.domain.receipt import Canal
from pipeline.store import courrier, lots, plis
from tests import papers

WEDNESDAY = papers.RECEIVED.date()
PAPER = Canal.PAPIER_GUICHET


@pytest.fixture
def scan(tx):
    """Scan one envelope: a lot cut into plis, each with the ``envoi`` of its bordereau, if it has one."""

    def scanned(name, *envois, canal=PAPER, days=0, state="coupe", motif=None):
        receipt = papers.receipt(len(envois), canal)
        received = receipt.recu_le + timedelta(days=days)
        lots.add(tx, replace(receipt, lot=name, recu_le=received), name, is_folder=False)
        lots.set_state(tx, name, state, motif)
        for rank, envoi in enumerate(envois, start=1):
            plis.add(tx, f"{name}-{rank}", name, rank, rank)
            plis.add_marks(tx, f"{name}-{rank}", {f"envoi:{envoi}", f"nonce:{name}{rank}"} if envoi else set())

    return scanned


def counted(tx, *envelopes, canal=PAPER, day=WEDNESDAY):
    return [courrier.count(tx, (day, canal), n, papers.RECEIVED) for n in envelopes][-1]


def scanned(tx, since=WEDNESDAY):
    return dict(courrier.scanned(tx, since))


def test_counting_again_adds_and_a_negative_count_takes_back(tx):
    assert counted(tx, 3, 2, -1) == 4
    assert dict(courrier.counted(tx)) == {(WEDNESDAY, PAPER): 4}


def test_days_and_channels_are_counted_apart_and_nothing_at_all_is_a_count(tx):
    counted(tx, 3)
    counted(tx, 0, day=date(2026, 5, 7))
    counted(tx, 1, canal=Canal.PAPIER_DEMANDEUR)
    assert dict(courrier.counted(tx)) == {
        (WEDNESDAY, Canal.PAPIER_DEMANDEUR): 1,
        (WEDNESDAY, PAPER): 3,
        (date(2026, 5, 7), PAPER): 0,
    }


def test_every_pli_is_an_envelope(tx, scan):
    scan("a", "E1", "E2", None)
    scan("b", None, canal=Canal.PAPIER_DEMANDEUR)
    assert scanned(tx) == {(WEDNESDAY, PAPER): 3, (WEDNESDAY, Canal.PAPIER_DEMANDEUR): 1}


def test_an_envelope_that_went_through_a_scanner_twice_is_one_of_its_first_day(tx, scan):
    scan("a", "E1")
    scan("b", "E1", days=1)
    assert scanned(tx) == {(WEDNESDAY, PAPER): 1}
    assert scanned(tx, since=date(2026, 5, 7)) == {}


def test_a_lot_that_is_not_cut_yet_counts_for_one(tx, scan):
    scan("a", state="ouvert")
    assert scanned(tx) == {(WEDNESDAY, PAPER): 1}


def test_a_file_that_could_not_be_opened_is_no_envelope_and_one_that_was_refused_whole_is(tx, scan):
    scan("a", None, state="refuse", motif="T10")
    scan("b", None, state="refuse", motif="T11")
    assert scanned(tx) == {(WEDNESDAY, PAPER): 1}
