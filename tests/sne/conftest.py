"""The day that it is at the register, set by each test."""

import pytest

from tests.sne.papers import Calendar


@pytest.fixture(scope="module")
def calendar():
    return Calendar()
