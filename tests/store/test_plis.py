"""Plis in the store: what was decided, what was seen before, what people said."""

from datetime import datetime

from pipeline.domain.corrections import Corrections, CutBefore, Join, Reject, Turn, Type
from pipeline.domain.facts import Demande, DemandeState
from pipeline.domain.working_calendar import PARIS
from pipeline.store import lots, plis
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.store.shelf import bilan_of, file_pli, received

NOW = datetime(2026, 5, 6, 12, 0, tzinfo=PARIS)


def put(house, rank, *ranges):
    """Put a lot with one pli for each range of pages."""
    receipt = received(house, ranges[-1][1], rank=rank)
    with house.store.begin() as tx:
        lots.add(tx, receipt, f"prise-{rank}", is_folder=False)
        for k, (first, last) in enumerate(ranges, start=1):
            plis.add(tx, f"{receipt.lot}-{k}", receipt.lot, first, last)
    return [f"{receipt.lot}-{k}" for k in range(1, len(ranges) + 1)]


def test_plis_come_in_the_order_of_their_lots_then_of_their_pages(house):
    later, sooner = 7, 3
    expected = [*put(house, later, (1, 4), (5, 9)), *put(house, sooner, (1, 2))]
    with house.store.begin() as tx:
        assert plis.names(tx) == expected


def test_recording_a_pli_again_changes_nothing(house):
    (name,) = put(house, 1, (1, 4))
    with house.store.begin() as tx:
        plis.add(tx, name, name.removesuffix("-1"), 2, 3)
        receipt = plis.receipt(tx, name)
    assert (receipt.first, receipt.last, receipt.pli) == (1, 4, name)


def test_the_earlier_pli_is_the_first_and_the_later_one_was_seen_before(house):
    (early,), (late,) = put(house, 1, (1, 2)), put(house, 2, (1, 2))
    with house.store.begin() as tx:
        assert plis.add_marks(tx, early, ["envoi:A", "nonce:1"]) == []
        assert plis.add_marks(tx, late, ["envoi:A"]) == []
        assert plis.facts(tx, early).seen_before == frozenset()
        assert plis.facts(tx, late).seen_before == {"envoi:A"}


def test_when_the_later_pli_is_read_first_it_is_told_of_the_earlier(house):
    """Two workers read two envelopes side by side: who comes first is by receipt, not by speed."""
    (early,), (late,) = put(house, 1, (1, 2)), put(house, 2, (1, 2))
    with house.store.begin() as tx:
        assert plis.add_marks(tx, late, ["envoi:A"]) == []
        assert plis.add_marks(tx, early, ["envoi:A"]) == [late]
        assert plis.facts(tx, late).seen_before == {"envoi:A"}
        assert plis.facts(tx, early).seen_before == frozenset()


def test_two_plis_of_one_lot_know_each_other_by_their_pages(house):
    first, second = put(house, 1, (1, 4), (5, 9))
    with house.store.begin() as tx:
        plis.add_marks(tx, second, ["envoi:A"])
        assert plis.add_marks(tx, first, ["envoi:A"]) == [second]


def test_marks_kept_twice_are_kept_once(house):
    (name,) = put(house, 1, (1, 2))
    with house.store.begin() as tx:
        plis.add_marks(tx, name, ["envoi:A"])
        assert plis.add_marks(tx, name, ["envoi:A"]) == []
        assert plis.facts(tx, name).seen_before == frozenset()


def test_what_the_sne_says_later_takes_the_place_of_what_it_said(house):
    (name,) = put(house, 1, (1, 2))
    with house.store.begin() as tx:
        for state in (DemandeState.ACTIVE, DemandeState.STRUCK_OFF):
            plis.keep_demande(tx, name, Demande(MARTIN, state), NOW)
        plis.keep_demande(tx, name, Demande(DURAND, DemandeState.ACTIVE), NOW)
        told = plis.facts(tx, name).demandes
    assert {number: demande.state for number, demande in told.items()} == {MARTIN: "radiee", DURAND: "active"}


def test_answers_are_appended_and_the_last_one_wins(house):
    (name,) = put(house, 1, (1, 9))
    with house.store.begin() as tx:
        for said in (CutBefore(3), Type(3, "RES-BUL"), Join(3), Turn(5, 90)):
            plis.correct(tx, name, said, "operateur", NOW)
        assert plis.said(tx, name) == Corrections({3: False}, {3: "RES-BUL"}, {}, {}, {5: 90})


def test_cancelling_takes_back_what_was_said_of_the_pages_of_a_piece_alone(house):
    (name,) = put(house, 1, (1, 9))
    with house.store.begin() as tx:
        for said in (Reject(3, "I01"), Turn(4, 90), Type(7, "RES-BUL")):
            plis.correct(tx, name, said, "operateur", NOW)
        assert plis.cancel(tx, name, (3, 4)) == 2
        assert plis.said(tx, name) == Corrections(types={7: "RES-BUL"})
        assert plis.cancel(tx, name, (3, 4)) == 0


def test_a_pli_is_published_at_each_change_and_not_again(house):
    name = file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin())
    with house.store.begin() as tx:
        ((pli, version),) = plis.unpublished(tx)
        plis.published(tx, pli, version)
        assert (pli, plis.unpublished(tx)) == (name, [])
        plis.touch(tx, name)
        assert plis.unpublished(tx) == [(name, version + 1)]


def test_a_pli_that_is_not_settled_has_no_bilan_and_nothing_to_publish(house):
    (name,) = put(house, 1, (1, 2))
    with house.store.begin() as tx:
        assert (plis.bilan(tx, name), plis.bilan(tx, "inconnu"), plis.unpublished(tx)) == (None, None, [])


def test_questions_are_kept_with_the_bilan(house):
    name = file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.page("zzz"))
    with house.store.begin() as tx:
        (asked,) = plis.questions(tx, name)
        assert plis.with_piece(tx, asked.piece) == name
        assert plis.with_piece(tx, "autre-1-1-02") is None
    assert (asked.piece, asked.question, asked.pages) == (f"{name}-02", "type", (2,))


def test_a_bilan_bears_what_composing_added(house):
    name = file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin())
    (piece,) = bilan_of(house, name).pieces
    assert (piece.livrable.pages, piece.depot.etat, piece.depot.reference) == (1, "a_deposer", None)


def test_the_pieces_of_a_pli_decided_first_came_before_those_of_the_next(house):
    (one,), (two,) = put(house, 1, (1, 2)), put(house, 2, (1, 2))
    with house.store.begin() as tx:
        assert not plis.keep_fingerprints(tx, two, ["piece:A", "piece:B"])
        assert plis.keep_fingerprints(tx, one, ["piece:A", "piece:C"])
        assert plis.facts(tx, one).seen_before == {"piece:A"}
        assert plis.facts(tx, two).seen_before == frozenset()


def test_what_pieces_came_before_is_frozen_when_first_asked(house):
    (one,), (two,) = put(house, 1, (1, 2)), put(house, 2, (1, 2))
    with house.store.begin() as tx:
        plis.keep_fingerprints(tx, one, ["piece:A"])
        plis.keep_fingerprints(tx, two, ["piece:B"])
        assert not plis.keep_fingerprints(tx, one, ["piece:A", "piece:A"])
        assert plis.keep_fingerprints(tx, one, ["piece:A", "piece:B"])
        assert not plis.keep_fingerprints(tx, two, ["piece:B"])
        assert (plis.facts(tx, one).seen_before, plis.facts(tx, two).seen_before) == ({"piece:B"}, frozenset())


def test_marks_of_pieces_are_not_taken_for_those_of_envelopes(house):
    (early,), (late,) = put(house, 1, (1, 2)), put(house, 2, (1, 2))
    with house.store.begin() as tx:
        plis.keep_fingerprints(tx, late, ["piece:A"])
        plis.keep_fingerprints(tx, early, ["piece:A"])
        plis.add_marks(tx, early, ["envoi:A"])
        plis.add_marks(tx, late, ["envoi:A"])
        assert plis.facts(tx, early).seen_before == {"piece:A"}
        assert plis.facts(tx, late).seen_before == {"envoi:A"}


def test_a_mark_that_no_sheet_of_ours_bears_marks_nothing(tx):
    lots.add(tx, papers.receipt(1), "prise", is_folder=False)
    for name in ("a", "b"):
        plis.add(tx, name, papers.receipt(1).lot, 1, 1)
        assert plis.add_marks(tx, name, {f"envoi:{'x' * 500}", "nonce:a\0b"}) == []
    assert plis.facts(tx, "b").seen_before == frozenset()
