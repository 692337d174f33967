"""Who settled, and how light it was delivered."""

from dataclasses import replace

from pipeline.domain.bilan import Depot, Livrable
from pipeline.domain.receipt import Canal
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.report.work import HEAVIEST, Hands, Heavy, Weights
from tests.insight.report.month import OK, course, refused_course


def delivered(*octets, state="depose", name="p"):
    """Return a pli whose pieces, of two pages each, weigh so much."""
    one = course([OK] * len(octets), name=name)
    pieces = tuple(
        replace(piece, livrable=Livrable("", size, 2), depot=Depot(state, "", None))
        for piece, size in zip(one.pieces, octets, strict=True)
    )
    return replace(one, bilan=replace(one.bilan, pieces=pieces))


def test_a_pli_is_settled_alone_when_nobody_was_asked_and_nobody_spoke():
    hands = Hands()
    for one in (course(), course(by_hand=True), course(canal=Canal.MEL), course(decided=False), refused_course()):
        hands.add(one)
    assert (hands.of(Canal.PWP), hands.of(Canal.MEL), hands.whole) == (Share(1, 2), Share(1, 1), Share(2, 3))


def test_weights_are_of_what_the_register_holds():
    weights = Weights()
    for one in (delivered(1000, 3000), delivered(9000, state="incertain"), course()):
        weights.add(one)
    assert weights.per_page(Canal.PWP) == weights.per_page() == 1000
    assert weights.per_page(Canal.MEL) is None


def test_the_heaviest_pieces_are_named():
    weights = Weights()
    for rank in range(2 * HEAVIEST):
        weights.add(delivered(1000 * rank, name=f"p{rank}"))
    heaviest = sorted(weights.heaviest, reverse=True)
    assert len(heaviest) == HEAVIEST
    assert heaviest[0] == Heavy(9000, "p9-02", 2)


def test_nothing_delivered_weighs_nothing_a_page():
    assert Weights().per_page() is None
