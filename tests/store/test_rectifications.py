"""What is put right after a deposit is written down before the call, and what the call did after it."""

from datetime import datetime, timedelta

import pytest

from pipeline.store import deposits, plis, purges, rectifications
from pipeline.store.kept import Genre
from pipeline.store.schema import depot
from tests.papers import MARTIN
from tests.store.shelf import NOON, bilan_of, state_of

NOW = datetime.fromisoformat(NOON)
CLE = "2" * 64


@pytest.fixture
def tx(house, pli):
    """A transaction in which the two pieces of a pli are deposited."""
    with house.store.begin() as tx:
        for n in (2, 3):
            deposits.set_state(tx, pli, f"{pli}-{n:02d}", deposits.DEPOSITED, f"SNE-{n}", NOON)
        yield tx


def sent(tx, pli, n=2):
    return rectifications.deposit_of(tx, f"{pli}-{n:02d}")


def intend(tx, pli, n=2, motif="mauvais type", *, breach=False):
    rectifications.intend(tx, sent(tx, pli, n), motif, "Camille", NOW, breach=breach)


def test_an_intent_says_what_stood_where_and_why(tx, pli):
    intend(tx, pli)
    (one,) = rectifications.pending(tx)
    assert (one.pli, one.piece, one.numero_unique, one.reference) == (pli, f"{pli}-02", MARTIN, "SNE-2")
    assert (one.motif, one.breach, one.state, one.by, one.at) == ("mauvais type", False, "a_retirer", "Camille", NOW)
    assert one.withdrawn_at is None


def test_said_again_it_is_one_intent_with_its_first_motive_and_every_breach(tx, pli):
    intend(tx, pli)
    intend(tx, pli, motif="mauvais dossier", breach=True)
    intend(tx, pli, motif="autre chose")
    (one,) = rectifications.pending(tx)
    assert (one.motif, one.breach) == ("mauvais type", True)


def test_once_withdrawn_a_deposit_is_forgotten_and_its_neighbour_stays(tx, pli):
    intend(tx, pli)
    (done,) = rectifications.withdrawn(tx, sent(tx, pli).cle, NOW)
    assert done.piece == f"{pli}-02"
    assert (state_of(tx, pli, f"{pli}-02"), state_of(tx, pli, f"{pli}-03")) == (None, "depose")
    assert rectifications.pending(tx) == []
    (kept,) = rectifications.of_pli(tx, pli)
    assert (kept.state, kept.withdrawn_at) == ("retiree", NOW)


def test_pieces_that_the_sne_holds_as_one_are_withdrawn_as_one(tx, pli):
    tx.execute(depot.update().values(cle=CLE))
    assert [one.piece for one in rectifications.under(tx, CLE)] == [f"{pli}-02", f"{pli}-03"]
    intend(tx, pli, 2)
    intend(tx, pli, 3)
    assert [one.piece for one in rectifications.withdrawn(tx, CLE, NOW)] == [f"{pli}-02", f"{pli}-03"]
    assert rectifications.under(tx, CLE) == []


def test_what_the_sne_refused_stands_under_no_key(tx, pli):
    deposits.set_state(tx, pli, f"{pli}-02", deposits.REFUSED)
    assert rectifications.under(tx, sent(tx, pli).cle) == []


def test_a_piece_withdrawn_again_later_is_another_rectification(tx, pli):
    known = sent(tx, pli)
    for _ in range(2):
        rectifications.intend(tx, known, "encore", "Camille", NOW, breach=False)
        rectifications.withdrawn(tx, known.cle, NOW)
    assert [one.state for one in rectifications.of_pli(tx, pli)] == ["retiree", "retiree"]


def test_breaches_are_told_apart(tx, pli):
    intend(tx, pli, 2)
    intend(tx, pli, 3, breach=True)
    assert [one.piece for one in rectifications.breaches(tx)] == [f"{pli}-03"]


def test_a_piece_is_held_whatever_was_said_of_its_deposit(house, pli):
    piece = bilan_of(house, pli).pieces[0]
    with house.store.begin() as tx:
        plis.keep_refusal(tx, pli, piece, "A03", NOW)
        rectifications.hold(tx, pli, piece, NOW)
        assert plis.facts(tx, pli).refused == {(2, piece.type): "200"}


def test_deposits_of_a_lot_that_was_purged_are_past(tx, pli):
    cle = sent(tx, pli).cle
    assert [one.piece for one in rectifications.under(tx, cle)] == [f"{pli}-02"]
    purges.keep(tx, Genre.LOT, pli.rpartition("-")[0], "images", {}, NOW)
    assert rectifications.under(tx, cle) == []


def test_what_is_told_is_what_was_withdrawn_since_not_what_was_meant_to_be(tx, pli):
    later = NOW + timedelta(hours=2)
    intend(tx, pli)
    assert rectifications.is_pending(tx, pli)
    assert rectifications.withdrawn_since(tx, pli, NOW) == []
    rectifications.withdrawn(tx, sent(tx, pli).cle, later)
    assert not rectifications.is_pending(tx, pli)
    since = [rectifications.withdrawn_since(tx, pli, NOW + timedelta(hours=hours)) for hours in (1, 2, 3)]
    assert [len(rows) for rows in since] == [1, 1, 0]
