"""Is it the register that says "unknown"?"""

import pytest

from pipeline.domain.facts import Demande, DemandeState
from pipeline.errors import Shut
from pipeline.sne.lost import check_ever_right, check_right_place


class Knowing:
    """A register that knows these demandes."""

    def __init__(self, *numbers):
        self.numbers = numbers

    def ask(self, number):
        return Demande(number, DemandeState.ACTIVE if number in self.numbers else DemandeState.UNKNOWN)


def test_a_register_that_knows_another_is_believed():
    check_right_place("x", Knowing("b"), ["a", "b"])


def test_one_that_has_lost_all_that_it_knew_is_not():
    with pytest.raises(Shut, match="PLI_SNE_URL"):
        check_right_place("x", Knowing(), ["a", "b"])


def test_one_that_only_ever_knew_this_demande_is_believed():
    check_right_place("x", Knowing(), ["x"])
    check_ever_right(["x"])


def test_one_that_never_knew_any_is_not():
    with pytest.raises(Shut, match="PLI_SNE_URL"):
        check_ever_right([])
