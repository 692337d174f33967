from pipeline.insight.evaluate.figures import Fault
from pipeline.insight.evaluate.spots import gathered


def fault(genre, *pages, pli="a"):
    return Fault(pli, pages, genre, "raison", "attendu", "trouvé")


def test_the_errors_of_the_same_pages_are_gathered_gravest_first():
    spots = gathered([fault("role", 2), fault("type", 2), fault("type", 2, 3)])
    assert [(spot.pages, [f.genre for f in spot.faults]) for spot in spots] == [
        ((2,), ["type", "role"]),
        ((2, 3), ["type"]),
    ]


def test_the_gravest_place_comes_first():
    spots = gathered([fault("role", 1), fault("coupe", 4), fault("mauvais_dossier", 9, pli="z")])
    assert [spot.place for spot in spots] == [("z", 9), ("a", 4), ("a", 1)]


def test_an_error_of_a_whole_lot_has_no_page_to_show():
    assert gathered([fault("registre")])[0].place is None
