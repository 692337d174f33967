"""The same papers again, or the rest of them."""

from dataclasses import replace

import pytest

from pipeline.insight.register.again import without_repeats
from tests.insight.register.parts import deposit, dossier, given, part

HALF = part("a", dossier("A", 4, announced=7), announced=(2, 12))


@pytest.mark.parametrize(
    ("second", "is_new"),
    [
        (part("b", dossier("B", 4), announced=(2, 12)), True),
        (part("b", dossier("A", 4, announced=7), announced=(2, 12)), True),  # the pages that it still lacked
        (part("b", dossier("A", 5, announced=7), announced=(2, 12)), False),
        (part("b", dossier("A", 4, announced=7), dossier("B", 4), announced=(2, 12)), True),
        (part("b", dossier("A", 5, announced=7), announced=(2, 12), unopened=1), True),
        (part("b", dossier("B", 4), announced=(2, 12), sha256="a"), False),  # the same file
        (part("b", announced=(2, 12)), True),  # a bordereau alone
    ],
)
def test_a_pli_is_kept_when_it_brings_something_new(second, is_new):
    assert without_repeats([HALF, second]) == ([HALF, second] if is_new else [HALF])


def test_a_dossier_that_announces_nothing_is_the_same_again():
    silent = replace(dossier("A", 4), announced_pages=None)
    assert len(without_repeats([part("a", silent), part("b", silent)])) == 1


def test_a_deposit_is_the_same_again_when_all_its_pieces_are():
    assert len(without_repeats([deposit("a", given(1, 1, 2)), deposit("b", given(1, 1, 2))])) == 2
    assert len(without_repeats([deposit("a", given(1, 1, 2)), deposit("b", given(1, 1, 2), again=True)])) == 1
