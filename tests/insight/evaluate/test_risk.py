from pipeline.insight.evaluate.figures import Share
from pipeline.insight.evaluate.risk import at, curve
from tests.insight.evaluate.sets import lot, piece, true

SAID = [piece(1, confiance=0.99), piece(2, confiance=0.9, type="LOG-QUI"), piece(3, type=None, confiance=0.4)]


def points(said=SAID):
    return curve([lot(*["piece"] * len(said), true=[true(p["pages"][0]) for p in said], found=said)])


def test_each_confidence_says_what_it_would_settle_and_how_much_of_it_is_wrong():
    assert [(p.threshold, p.settled, p.wrong) for p in points()] == [
        (0.99, Share(1, 3), Share(0, 1)),
        (0.9, Share(2, 3), Share(1, 2)),
    ]


def test_equal_confidences_are_settled_together():
    same = [piece(1, confiance=0.9), piece(2, confiance=0.9, type="LOG-QUI")]
    assert [(p.settled, p.wrong) for p in points(same)] == [(Share(2, 2), Share(1, 2))]


def test_a_threshold_between_two_confidences_settles_what_lies_above_it():
    assert at(points(), 0.95).settled == Share(1, 3)
    assert at(points(), 0.9).settled == Share(2, 3)
    assert at(points(), 0.999) is None


def test_a_set_without_pieces_has_no_curve():
    assert curve([]) == ()
