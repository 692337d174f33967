"""How few are enough."""

import pytest

from pipeline.errors import Misuse
from pipeline.insight.simulate.play import Means, play
from pipeline.insight.simulate.sizing import MOST, Wanted, least, size
from tests.insight.simulate.worlds import SEPTEMBER, world


@pytest.mark.parametrize("answer", [1, 2, 3, 7, 8, 9, 500])
@pytest.mark.parametrize("guess", [1, 6, 8, 90, 2000])
def test_the_least_is_found_from_any_guess(answer, guess):
    asked = []
    assert least(lambda count: asked.append(count) or count >= answer, guess) == answer
    assert min(asked) >= 1
    assert len(asked) < 25


def test_what_no_number_is_enough_for_is_said():
    with pytest.raises(Misuse, match=str(MOST)):
        least(lambda _: False, 1)


def test_one_post_less_than_the_least_does_not_keep_the_target():
    small, wanted = world(0.03), Wanted(0.99, (1,))
    means = size(small, SEPTEMBER, wanted).means
    assert play(small, SEPTEMBER, means, 1).share >= 0.99
    assert play(small, SEPTEMBER, Means(means.workers, means.posts - 1), 1).share < 0.99


def test_means_that_are_given_are_not_looked_for():
    assert size(world(), SEPTEMBER, Wanted(0.99, (1,), workers=7, posts=5)).means == Means(7, 5)


def test_a_target_that_people_s_hours_forbid_is_said():
    with pytest.raises(Misuse, match="heures des personnes"):
        size(world(personnes={"heures": ((9.0, 16.0),)}), SEPTEMBER, Wanted(0.99, (1,)))
