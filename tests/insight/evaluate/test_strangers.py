import pytest

from pipeline.insight.evaluate.figures import Share
from pipeline.insight.evaluate.strangers import strangers
from tests.insight.evaluate.sets import lot, piece, true


def fates(*said, tags=("etranger",)):
    stranger = true(1, 2, dossier=None, verdict="a_verifier", tags=list(tags))
    return strangers([lot("piece", "piece", "piece", true=[stranger, true(3)], found=said)])


def test_strangers_without_a_readable_name_are_counted_apart():
    told = fates(piece(1, 2, verdict="a_verifier"), tags=["etranger", "sans_nom"])
    assert (told.named.asked, told.nameless.asked) == (Share(0, 0), Share(1, 1))


@pytest.mark.parametrize(
    ("verdict", "measure"), [("acceptee", "accepted"), ("a_verifier", "asked"), ("rejetee", "rejected")]
)
def test_what_became_of_a_stranger_is_counted(verdict, measure):
    assert getattr(fates(piece(1, 2, verdict=verdict)).named, measure) == Share(1, 1)


def test_one_page_accepted_is_accepted():
    told = fates(piece(1, verdict="a_verifier"), piece(2, 3)).named
    assert (told.accepted, told.asked) == (Share(1, 1), Share(0, 1))


def test_a_stranger_in_no_piece_found_is_neither():
    told = fates(piece(3)).named
    assert told.accepted == told.asked == told.rejected == Share(0, 1)
