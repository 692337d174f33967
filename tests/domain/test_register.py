"""A register that does not balance cannot exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.register import Register, Unbalanced

accounts = st.lists(st.integers(0, 2000), min_size=6, max_size=6)


@given(accounts)
def test_a_register_that_adds_up_exists(pages):
    assert Register(sum(pages), *pages).recues == sum(pages)


@given(accounts, st.integers(-2000, 2000).filter(bool))
def test_a_register_that_does_not_add_up_does_not(pages, lost):
    with pytest.raises(Unbalanced):
        Register(sum(pages) + lost, *pages)


@given(accounts, st.integers(0, 5), st.integers(1, 2000))
def test_a_negative_account_balances_nothing(pages, which, missing):
    pages[which] = -missing
    with pytest.raises(Unbalanced):
        Register(sum(pages), *pages)


def test_nothing_received_is_balanced():
    assert Register(0).recues == 0
