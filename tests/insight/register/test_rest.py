"""What may be the rest of an envelope that lacks some."""

from dataclasses import replace

import pytest

from pipeline.domain.receipt import Canal
from pipeline.insight.register.account import reconcile
from pipeline.insight.register.rest import with_rest
from tests.insight.register.parts import EARLY, LATE, dossier, part


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("b",)),
        ({"guichet": None}, ("b",)),  # its fiches do not say
        ({"guichet": "20001"}, ()),
        ({"recu_le": LATE}, ()),
        ({"canal": Canal.MEL_SECURISE}, ()),
        ({"shares": (dossier("B", 5),)}, ()),  # more than what is lacking
    ],
)
def test_a_pli_without_a_bordereau_may_be_the_rest_of_one_that_lacks_as_much(changes, expected):
    half = reconcile([part("a", dossier("A", 3), announced=(2, 8))], EARLY)
    whole = reconcile([part("d", dossier("D", 3), announced=(1, 4))], EARLY)
    rest = reconcile([replace(part("b", dossier("B", 4)), **changes)], EARLY)
    assert [envelope.maybe for envelope in with_rest([half, rest, whole])] == [expected, (), ()]
