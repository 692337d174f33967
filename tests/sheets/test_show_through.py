"""A code that shows through the paper is not a second code."""

from dataclasses import replace

import pytest

from pipeline.domain.geometry import Box
from pipeline.sheets.show_through import without_ghosts
from tests import papers
from tests.papers import DURAND, MARTIN, TOP_RIGHT

BEHIND = Box(1 - TOP_RIGHT.x1, TOP_RIGHT.y0, 1 - TOP_RIGHT.x0, TOP_RIGHT.y1)


def side(payload: str, box: Box, ink: float):
    page = papers.page("texte", codes=[payload])
    return replace(page, codes=(replace(page.codes[0], box=box),), look=papers.look(ink))


def codes_left(*pages):
    cleaned = without_ghosts(papers.numbered(*pages))
    return [len(cleaned[n].codes) for n in sorted(cleaned)]


def test_the_ghost_on_the_back_goes_and_the_code_stays():
    assert codes_left(side(MARTIN, TOP_RIGHT, 0.04), side(MARTIN, BEHIND, 0.005)) == [1, 0]


def test_the_ghost_goes_too_when_the_back_was_scanned_first():
    assert codes_left(side(MARTIN, BEHIND, 0.005), side(MARTIN, TOP_RIGHT, 0.04)) == [0, 1]


@pytest.mark.parametrize(
    "back",
    [
        side(MARTIN, TOP_RIGHT, 0.005),
        side(DURAND, BEHIND, 0.005),
        side(MARTIN, BEHIND, 0.04),
        side(MARTIN, Box(0.05, 0.8, 0.2, 0.9), 0.005),
    ],
    ids=["not mirrored", "another number", "as dark as the front", "elsewhere"],
)
def test_a_code_of_its_own_stays(back):
    assert codes_left(side(MARTIN, TOP_RIGHT, 0.04), back) == [1, 1]


def test_only_neighbours_show_through():
    assert codes_left(side(MARTIN, TOP_RIGHT, 0.04), papers.bulletin(), side(MARTIN, BEHIND, 0.005)) == [1, 0, 1]
