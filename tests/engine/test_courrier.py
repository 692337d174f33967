"""What the mailroom counts."""

from datetime import date

import pytest

from pipeline.domain.receipt import Canal
from pipeline.engine.courrier import MOST, count
from pipeline.errors import Misuse
from pipeline.store import courrier, journal

DAY, PAPER = date(2026, 5, 6), Canal.PAPIER_GUICHET


def kept(house):
    with house.store.begin() as tx:
        return dict(courrier.counted(tx)), journal.head(tx)


def test_counting_again_adds_and_is_in_the_journal(house):
    before = kept(house)[1]
    assert [count(house, DAY, PAPER, n) for n in (3, 2, -5)] == [3, 5, 0]
    total, head = kept(house)
    assert total == {(DAY, PAPER): 0}
    assert head != before


@pytest.mark.parametrize(
    ("day", "envelopes", "said"),
    [
        (DAY, -4, "3 plis sont comptés le 06/05/2026"),
        (date(2026, 5, 7), 1, "n'est pas encore venu"),
        (DAY, MOST + 1, "n'est pas un nombre de plis"),
    ],
)
def test_a_count_that_cannot_be_is_refused_and_changes_nothing(house, day, envelopes, said):
    count(house, DAY, PAPER, 3)
    before = kept(house)
    with pytest.raises(Misuse, match=said):
        count(house, day, PAPER, envelopes)
    assert kept(house) == before
