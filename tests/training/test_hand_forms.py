"""Forms filled in by hand: print and answers are both there, and told apart."""

from random import Random

import numpy as np
import pytest

from training.hand_canvas import BY_HAND, PRINTED, TRUTHS, Scrap, Split, desk_for
from training.hand_forms import cells, columns, form, statement
from training.hand_pages import headed_letter

DPI = 75
SCRAWL = Scrap(np.full((30, 500), 200, np.uint8), DPI, 20.0, 60.0)
WRITER = [SCRAWL] * 20

pytestmark = pytest.mark.usefixtures("needs_fonts")


def drawn(draw, dice, writer=WRITER):
    desk, home = desk_for(Split.LEARN, Random(dice), DPI)
    return draw(desk, home, writer)


def noted(page, kind):
    """Return the share of a page that is noted as writing of ``kind``."""
    return float((np.asarray(page.truth) == TRUTHS[kind]).all(axis=2).mean())


@pytest.mark.parametrize("draw", [form, cells, statement, columns])
def test_a_form_bears_print_and_answers_by_hand(draw):
    page = drawn(draw, 1)

    assert noted(page, PRINTED) > 0.01
    assert noted(page, BY_HAND) > 0.01


def test_the_same_dice_draw_the_same_form():
    assert drawn(columns, 2).image.tobytes() == drawn(columns, 2).image.tobytes()


def test_a_headed_letter_is_by_hand_below_its_heading():
    page = drawn(headed_letter, 3)

    assert noted(page, BY_HAND) > noted(page, PRINTED) > 0
