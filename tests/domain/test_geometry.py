"""Boxes turn as pages do."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.geometry import WHOLE, Box, hull

sides = st.integers(0, 64).map(lambda n: n / 64)  # exact in binary, so that turning back gives the same
boxes = st.tuples(sides, sides, sides, sides).map(
    lambda s: Box(min(s[0], s[2]), min(s[1], s[3]), max(s[0], s[2]), max(s[1], s[3]))
)
turns = st.integers(-8, 8).map(lambda n: 90 * n)


@given(boxes, turns, turns)
def test_turning_twice_is_turning_by_the_sum(box, first, second):
    assert box.turned(first).turned(second) == box.turned(first + second)


@given(boxes, turns)
def test_turning_back_gives_the_same_box(box, turn):
    assert box.turned(turn).turned(-turn) == box == box.turned(360)


@given(boxes, turns)
def test_a_turned_box_stays_on_the_page_and_keeps_its_size(box, turn):
    turned = box.turned(turn)
    assert 0 <= turned.x0 <= turned.x1 <= 1
    assert 0 <= turned.y0 <= turned.y1 <= 1
    assert sorted((turned.width, turned.height)) == sorted((box.width, box.height))


def test_the_top_left_goes_to_the_top_right_when_the_page_is_turned_clockwise():
    assert Box(0, 0, 0.25, 0.125).turned(90) == Box(0.875, 0, 1, 0.25)


@given(boxes, boxes, turns)
def test_a_part_lies_on_the_page_wherever_the_page_is_turned(part, inner, turn):
    assert WHOLE.on_page(inner) == inner
    placed = part.on_page(inner).turned(turn)
    other = part.turned(turn).on_page(inner.turned(turn))
    assert all(
        abs(one - two) < 1e-9
        for one, two in zip(
            (placed.x0, placed.y0, placed.x1, placed.y1), (other.x0, other.y0, other.x1, other.y1), strict=True
        )
    )


@given(st.lists(boxes, min_size=1, max_size=5))
def test_a_hull_holds_every_box_and_touches_them(several):
    around = hull(several)
    assert all(around.x0 <= b.x0 and around.y0 <= b.y0 and around.x1 >= b.x1 and around.y1 >= b.y1 for b in several)
    assert hull([around, *several]) == around
    assert {around.x0, around.y0, around.x1, around.y1} <= {s for b in several for s in (b.x0, b.y0, b.x1, b.y1)}


def test_nothing_has_no_hull():
    assert hull([]) is None
