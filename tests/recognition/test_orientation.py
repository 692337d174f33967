import pytest

from pipeline.recognition.ocr import straightened
from pipeline.recognition.orientation import orientation, skew, turned


@pytest.mark.parametrize("clockwise", [0, 90, 180, 270])
def test_printed_page_is_stood_upright_from_every_side(desk, clockwise):
    lies = orientation(turned(desk.printed(), clockwise), None)

    assert lies.clockwise == (360 - clockwise) % 360


def test_doubt_is_settled_by_a_code_or_left_with_two_guesses(desk):
    assert orientation(desk.blank(), 180).clockwise == 180
    assert orientation(desk.blank(), None).runner_up is not None


@pytest.mark.parametrize("lean", [-4.0, -1.0, 2.5])
def test_lean_is_measured_so_that_turning_by_it_straightens(desk, lean):
    leaning, _ = straightened(desk.printed(), -lean)

    assert skew(leaning, desk.dpi) == pytest.approx(lean, abs=0.2)


def test_straight_page_is_left_alone(desk):
    assert skew(desk.printed(), desk.dpi) == 0.0
