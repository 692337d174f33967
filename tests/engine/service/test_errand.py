"""An errand knows when to stop."""

import pytest

from pipeline.engine.service.errand import Cut, Pace


def test_between_two_steps_it_goes_on_or_is_cut():
    Pace(lambda: False).step(1, 2)
    with pytest.raises(Cut):
        Pace(lambda: True).step(1, 2)


def test_it_does_not_wait_in_its_place():
    assert Pace(lambda: False).pause(10.0)
    assert not Pace(lambda: False).pause(0.0)
    assert Pace(lambda: True).pause(0.0)
