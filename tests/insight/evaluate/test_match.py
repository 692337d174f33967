from itertools import permutations
from random import Random

import pytest

from pipeline.insight.evaluate.match import drags, overlaps


def cut(*pieces):
    return [frozenset(pages) for pages in pieces]


def test_overlaps_count_the_pages_in_common():
    assert overlaps(cut({1, 2}, {3}), cut({2, 3}, {9})) == {(0, 0): 1, (1, 0): 1}


@pytest.mark.parametrize(
    ("left", "right", "moved"),
    [
        (cut(), cut(), 0),
        (cut({1, 2}, {3}), cut({1, 2}, {3}), 0),
        (cut({1, 2, 3}, {4}), cut({1, 2}, {3, 4}), 1),
        (cut({1, 2, 3, 4}), cut({1}, {2}, {3}, {4}), 3),
        (cut({1}), cut(), 1),  # a page that was left out must be brought in
        (cut({1}), cut({1, 2}), 1),  # a page that has no place there must be taken out
    ],
)
def test_drags_are_the_pages_to_move(left, right, moved):
    assert drags(left, right) == moved


def test_drags_are_the_least_possible():
    rng = Random(7)
    for _ in range(200):
        left, right = random_cut(rng), random_cut(rng)
        assert drags(left, right) == 8 - best_by_trying_all(left, right)


def random_cut(rng):
    homes = [rng.randrange(5) for _ in range(8)]
    return [frozenset(n for n in range(8) if homes[n] == home) for home in sorted(set(homes))]


def best_by_trying_all(left, right):
    padded = right + [frozenset()] * max(0, len(left) - len(right))
    orders = permutations(padded, len(left))
    return max(sum(len(a & b) for a, b in zip(left, order, strict=True)) for order in orders)
