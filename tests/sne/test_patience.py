"""What nobody answered waits longer and longer, and not all together."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.sne.patience import FIRST_S, LONGEST_S, wait_after

KEYS = st.text("0123456789abcdef", min_size=64, max_size=64)
TRIES = st.integers(1, 10_000)


def wait_s(*said):
    return wait_after(*said).total_seconds()


@given(KEYS, TRIES)
def test_it_waits_some_seconds_first_and_never_an_hour(cle, essais):
    assert FIRST_S <= wait_s(cle, 1) <= 1.5 * FIRST_S
    assert FIRST_S <= wait_s(cle, essais) <= 1.5 * LONGEST_S


@given(KEYS, st.integers(1, 7))
def test_each_wait_is_longer_than_the_one_before(cle, essais):
    assert wait_s(cle, essais + 1) > wait_s(cle, essais)


@given(KEYS, TRIES, st.floats(0, 86_400, allow_subnormal=False))
def test_what_the_register_asks_for_is_heeded(cle, essais, asked_s):
    assert wait_s(cle, essais, asked_s) >= max(asked_s, wait_s(cle, essais) / 1.5)


def test_what_was_put_off_together_does_not_come_back_together():
    waits = sorted(wait_s(f"{rank:064x}", 5) for rank in range(100))
    assert len(set(waits)) == 100
    assert waits[-1] - waits[0] > 0.4 * waits[0]


def test_a_night_of_silence_is_a_bounded_number_of_calls():
    essais, passed_s = 0, 0.0
    while passed_s < 10 * 3600:
        essais += 1
        passed_s += wait_s("ab" * 32, essais)
    assert essais < 40
