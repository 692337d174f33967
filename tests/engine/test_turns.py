"""Whose turn it is: by urgency, one at a time for each demande, in its order."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.engine.turns import Turns
from pipeline.store.deposits import Due


def due(place, number):
    return Due("pli", f"{place:03}", f"{place:064x}", number, "a_deposer", "blob", 1, 1)


def pieces(numbers):
    return [due(place, number) for place, number in enumerate(numbers)]


def places(taken):
    return [int(piece.piece) for piece in taken]


def test_the_most_urgent_come_first_each_of_another_demande():
    turns = Turns(pieces("AABAC"))
    assert places(turns.take(8)) == [0, 2, 4]
    assert turns.take(8) == []


def test_the_next_of_a_demande_comes_once_the_one_before_has_ended():
    turns = Turns(pieces("AABC"))
    first, second = turns.take(2)
    assert places([first, second]) == [0, 2]
    turns.ended(first)
    assert places(turns.take(8)) == [1, 3]


def test_what_is_put_back_comes_after_the_others_and_before_those_behind_it():
    turns = Turns(pieces("AAB"))
    (first,) = turns.take(1)
    turns.later(first)
    assert places(turns.take(8)) == [2, 0]
    turns.ended(first)
    assert places(turns.take(8)) == [1]


def test_what_is_behind_a_piece_that_waits_is_left_and_the_others_are_not():
    turns = Turns(pieces("AABA"))
    (first,) = turns.take(1)
    turns.leave(first)
    assert places(turns.take(8)) == [2]
    assert turns.take(8) == []


@given(st.lists(st.sampled_from("ABCDE"), max_size=40), st.data())
def test_whatever_happens_each_piece_goes_once_and_a_demande_keeps_its_order(numbers, data):
    turns = Turns(pieces(numbers))
    flying, ended, put_back = [], [], 0
    while True:
        flying += turns.take(data.draw(st.integers(1, 8)))
        assert len({piece.numero_unique for piece in flying}) == len(flying), "two calls at once for one demande"
        if not flying:
            break
        piece = flying.pop(data.draw(st.integers(0, len(flying) - 1)))
        if put_back < 20 and data.draw(st.booleans()):
            put_back += 1
            turns.later(piece)
        else:
            ended.append(piece)
            turns.ended(piece)
    assert sorted(places(ended)) == list(range(len(numbers)))
    for number in set(numbers):
        own = places(piece for piece in ended if piece.numero_unique == number)
        assert own == sorted(own)
