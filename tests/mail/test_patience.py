from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from pipeline.mail.patience import LIFETIME, wait_after

MINUTES_5, LONGEST = timedelta(minutes=5), timedelta(seconds=4000)


@given(name=st.text(), tries=st.integers(1, 10_000))
def test_nobody_is_asked_again_before_five_minutes_nor_left_for_more_than_4000_seconds(name, tries):
    assert MINUTES_5 <= wait_after(name, tries) <= LONGEST


@given(name=st.text(), tries=st.integers(1, 3))
def test_each_wait_is_longer_than_the_one_before_until_the_longest(name, tries):
    assert wait_after(name, tries + 1) > wait_after(name, tries)


def test_what_was_put_off_together_does_not_come_back_together():
    assert len({wait_after(f"<{rank}@x.example>", 1) for rank in range(50)}) > 25


def test_a_message_is_tried_about_a_hundred_times_before_it_is_given_up():
    waited, tries = timedelta(), 0
    while waited < LIFETIME:
        tries += 1
        waited += wait_after("<1@x.example>", tries)
    assert 100 < tries < 140
