"""An envelope against what it announced: whole, in two halves, twice the same, in several deposits."""

from dataclasses import replace
from datetime import datetime

import pytest

from pipeline.insight.register.account import State, reconcile
from pipeline.insight.register.part import Pieces, Share, Sides
from tests.insight.register.parts import EARLY, LATE, deposit, dossier, given, part


def test_an_envelope_that_is_all_there_is_complete():
    found = reconcile([part("a", dossier("A", 3), dossier("B", 4), announced=(2, 8))], LATE)
    assert (found.state, found.gaps, found.name) == (State.COMPLETE, (), "K7Q2M9XA4B")
    assert (found.counted.dossiers, found.counted.pages) == (2, 8)


@pytest.mark.parametrize("announced", [8, 11])
def test_blank_backs_may_have_been_counted_or_not(announced):
    one = part("a", dossier("A", 3, blank=1), dossier("B", 4, blank=2), announced=(2, announced))
    assert reconcile([one], EARLY).state is State.COMPLETE


def test_a_count_between_the_two_is_at_odds():
    one = part("a", dossier("A", 3, blank=1), dossier("B", 4, blank=2), announced=(2, 9))
    assert reconcile([one], EARLY).state is State.AT_ODDS


def test_an_envelope_of_which_half_came_is_incomplete_then_late():
    half = part("a", dossier("A", 3), announced=(2, 8))
    assert reconcile([half], EARLY).state is State.INCOMPLETE
    late = reconcile([half], LATE)
    assert late.state is State.LATE
    assert late.gaps == ("1 dossier compté pour 2", "4 pages comptées pour 8")


def test_two_halves_behind_the_same_bordereau_make_it_whole():
    halves = [part("a", dossier("A", 3), announced=(2, 8)), part("b", dossier("B", 4), announced=(2, 8))]
    found = reconcile(halves, LATE)
    assert (found.state, found.gaps, found.repeats) == (State.COMPLETE, (), frozenset())
    assert found.counted.pages == 8, "the bordereau that was put in again counts once"


def test_lateness_is_that_of_the_first_half():
    later = replace(part("b", announced=(2, 8)), echeance=datetime.fromisoformat("2026-05-20T23:59:59+02:00"))
    assert reconcile([part("a", dossier("A", 3), announced=(2, 8)), later], LATE).state is State.LATE


def test_the_same_envelope_again_is_named_and_not_counted():
    whole = part("a", dossier("A", 3), dossier("B", 4), announced=(2, 8))
    found = reconcile([whole, replace(whole, pli="b", sha256="b")], LATE)
    assert (found.state, found.repeats) == (State.COMPLETE, {"b"})
    assert found.gaps == ("b répète cet envoi : il n'est pas compté",)


def test_the_same_half_again_does_not_stand_for_the_other():
    half = part("a", dossier("A", 3), announced=(2, 8))
    found = reconcile([half, replace(half, pli="b", sha256="b")], EARLY)
    assert (found.state, found.repeats) == (State.INCOMPLETE, {"b"})


def test_a_dossier_cut_in_two_with_its_fiche_put_in_again_is_whole():
    first, rest = dossier("A", 4, announced=7), dossier("A", 4, announced=7, documents=0)
    found = reconcile([part("a", first, announced=(1, 8)), part("b", rest, announced=(1, 8))], EARLY)
    assert (found.state, found.gaps, found.counted.pages) == (State.COMPLETE, (), 8)


def test_a_fiche_that_nobody_could_read_is_a_dossier_all_the_same():
    unread = part("a", dossier("A", 3), announced=(2, 8), unopened=1, sides=Sides(8))
    assert reconcile([unread], EARLY).state is State.COMPLETE


def test_more_than_was_announced_is_at_odds():
    found = reconcile([part("a", dossier("A", 3), dossier("B", 4), announced=(1, 8))], EARLY)
    assert (found.state, found.gaps) == (State.AT_ODDS, ("2 dossiers comptés pour 1",))


def test_a_dossier_at_odds_is_named_by_its_rank_never_by_its_number():
    found = reconcile([part("a", dossier("A", 3), dossier("B", 4, announced=5), announced=(2, 8))], EARLY)
    assert (found.state, found.gaps) == (State.AT_ODDS, ("dossier n° 2 : 4 pages pour 5",))


def test_where_nothing_is_announced_there_is_nothing_to_compare():
    silent = Share("A", None, None, 2, Sides(3), Sides(), given=False)
    found = reconcile([part("a", silent)], LATE)
    assert (found.state, found.gaps, found.name) == (State.UNANNOUNCED, (), "a")


def test_without_a_bordereau_a_letter_beside_the_dossiers_is_no_page_of_theirs():
    one = part("a", dossier("A", 3), dossier("B", 4))
    found = reconcile([replace(one, sides=Sides(8))], EARLY)
    assert (found.state, found.announced.pages, found.counted.pages) == (State.COMPLETE, 7, 7)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (given(3, 4, 3, 4), given(2, 2, 2, 2)),  # each deposit announces itself
        (given(3, 4, 5, 6), given(2, 2, 5, 6)),  # each announces the whole
        (given(1, 1, 1, 1), given(1, 1, 1, 1)),  # the same number by chance
    ],
)
def test_a_deposit_made_in_several_times_reconciles_as_one(first, second):
    found = reconcile([deposit("a", first), deposit("b", second)], LATE)
    assert (found.state, found.gaps, found.repeats) == (State.COMPLETE, (), frozenset())
    assert found.counted.documents == first.documents + second.documents


def test_a_deposit_whose_rest_never_came_is_late():
    assert reconcile([deposit("a", given(3, 4, 5, 6))], EARLY).state is State.INCOMPLETE
    assert reconcile([deposit("a", given(3, 4, 5, 6))], LATE).state is State.LATE


def test_a_deposit_sent_twice_is_named():
    one = deposit("a", given(3, 4, 3, 4))
    found = reconcile([one, deposit("b", given(3, 4, 3, 4), again=True)], LATE)
    assert (found.state, found.repeats) == (State.COMPLETE, {"b"})
    same_file = reconcile([one, replace(one, pli="b")], LATE)
    assert same_file.repeats == {"b"}


def test_the_pieces_of_all_its_plis_are_counted():
    told = replace(part("b", dossier("B", 4), announced=(2, 8)), told="envoye", pieces=Pieces(1, 2, 3, 1, 1, 0))
    found = reconcile([part("a", dossier("A", 3), announced=(2, 8)), told], EARLY)
    assert found.pieces == Pieces(2, 2, 3, 1, 1, 0)
    assert found.told == 1
