import numpy as np
import pytest

from pipeline.classifiers.show_through import face, shadow
from tests.classifiers.sides import look, paper, print_, seen_from_behind

FRONT = face(look(print_()))


def test_a_side_is_kept_within_a_step_of_its_shades():
    kept = face(look(print_())).shades

    assert np.abs(np.sqrt(kept) - np.sqrt(print_())).max() <= 0.5 / 6 + 1e-6


@pytest.mark.parametrize(("degrees", "cells"), [(0.0, (0, 0)), (0.5, (1.3, -1.3)), (-3.7, (-2.1, 0.6))])
def test_the_front_is_found_on_the_back_askew_and_off_its_place(degrees, cells):
    seen = shadow(face(look(seen_from_behind(print_(), 0.2, degrees, cells))), FRONT, 1.6)

    assert seen is not None
    assert seen.likeness > 0.95
    assert seen.gain == pytest.approx(0.2, abs=0.03)


def test_a_sheet_turned_on_its_short_edge_shows_its_front_upside_down():
    seen = shadow(face(look(print_()[::-1] * 0.2)), FRONT, 1.6)

    assert seen is not None
    assert seen.likeness > 0.95


def test_what_the_front_does_not_account_for_is_left_over_where_it_lies():
    back = seen_from_behind(print_(), 0.2)
    back[182:185, 60:70] = 20.0
    seen = shadow(face(look(back)), FRONT, 1.6)

    assert seen is not None
    row, column = np.unravel_index(seen.left_over.argmax(), seen.left_over.shape)
    assert 182 <= row + 4 < 185
    assert 60 <= column + 4 < 70


def test_nothing_is_found_on_bare_paper_nor_behind_it():
    assert shadow(face(look(paper())), FRONT, 1.6) is None
    assert shadow(FRONT, face(look(paper())), 1.6) is None


def banded(shades, darkness):
    """Return a side whose head is a band of colour, which passes for a shadow of the edge."""
    litter = np.zeros(shades.shape, bool)
    litter[:8] = True
    return face(look(np.where(litter, np.float32(darkness), shades), litter=litter))


def test_a_band_at_the_head_of_the_front_leaves_the_rest_as_it_is():
    seen = shadow(banded(seen_from_behind(print_(), 0.2), 20.0), banded(print_(), 180.0), 1.6)

    assert seen is not None
    assert seen.likeness > 0.95
    assert seen.gain == pytest.approx(0.2, abs=0.03)


def test_a_sheet_is_not_stretched_to_fit_what_is_written_on_it():
    back = seen_from_behind(print_(lines=range(40, 60, 4)), 0.2)
    back[150:153, 20:100] = 25.0
    seen = shadow(face(look(back)), face(look(print_(lines=range(40, 60, 4)))), 1.6)

    assert seen is not None
    assert seen.left_over[30:60].max() < 3
    assert seen.left_over[146:149].max() > 15
