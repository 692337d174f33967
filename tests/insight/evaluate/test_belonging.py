import pytest

from pipeline.insight.evaluate.account import case
from pipeline.insight.evaluate.belonging import forged_codes, wrong_dossier
from pipeline.insight.evaluate.figures import Share
from tests.insight.evaluate.sets import M, N, bilan, lot, piece, true, truth


def wrong(*pages, told=(), said=(), **more):
    return wrong_dossier([lot(*pages, true=told, found=said, **more)]).wrong


def test_a_piece_accepted_under_its_own_number_is_right():
    assert wrong("piece", told=[true(1)], said=[piece(1)]) == Share(0, 1)


def test_a_piece_accepted_under_another_number_is_wrong():
    assert wrong("piece", told=[true(1)], said=[piece(1, dossier=N)]) == Share(1, 1)


@pytest.mark.parametrize("verdict", ["rejetee", "a_verifier"])
def test_what_is_not_accepted_is_in_nobodys_file(verdict):
    assert wrong("piece", told=[true(1)], said=[piece(1, dossier=N, verdict=verdict)]) == Share(0, 0)


def test_one_page_of_another_is_enough():
    assert wrong("piece", "piece", told=[true(1), true(2, dossier=N)], said=[piece(1, 2)]) == Share(1, 1)


@pytest.mark.parametrize("stranger", [{"dossier_vrai": N}, {"tags": ["etranger"]}])
def test_a_strangers_piece_accepted_where_it_lay_is_wrong(stranger):
    assert wrong("piece", told=[true(1, **stranger)], said=[piece(1)]) == Share(1, 1)


def test_a_piece_that_belongs_nowhere_is_wrong_wherever_it_is_accepted():
    assert wrong("piece", told=[true(1, dossier=None, verdict="a_verifier")], said=[piece(1)]) == Share(1, 1)


def test_a_page_outside_any_dossier_is_in_the_wrong_one():
    assert wrong(("hors_dossier", None), said=[piece(1)]) == Share(1, 1)


def test_the_fiche_of_another_within_a_piece_is_in_the_wrong_dossier():
    assert wrong(("fiche", N), said=[piece(1)]) == Share(1, 1)


@pytest.mark.parametrize("page", [("blanche", N), ("bordereau", None), ("fiche", M)])
def test_a_page_that_is_of_nobody_else_is_no_wrong_dossier(page):
    assert wrong(page, said=[piece(1)]) == Share(0, 1)


def test_what_is_accepted_under_a_forged_code_is_wrong_even_under_the_number_that_it_bears():
    told = [true(2, dossier=None, dossier_vrai=M, verdict="a_verifier")]
    case_ = lot(("fiche", None), "piece", true=told, found=[piece(2)], tags=["code_forged"])
    assert wrong_dossier([case_]).wrong == Share(1, 1)
    assert (forged_codes([case_]).refused, forged_codes([case_]).accepted) == (Share(0, 1), 1)


def test_forged_codes_are_named_when_the_bilan_says_their_page():
    told = truth(("fiche", None), "piece", ("fiche", None), tags=["code_forged"])
    measured = forged_codes([case("lot", told, [bilan("fiche", "piece", "fiche", forged=[3])])])
    assert (measured.refused, measured.named, measured.accepted) == (Share(2, 2), 1, 0)


def test_the_share_settled_and_the_bound_stand_beside():
    said = [piece(1), piece(2, verdict="rejetee"), piece(3, verdict="a_verifier")]
    measured = wrong_dossier([lot(*["piece"] * 3, true=[true(1), true(2), true(3)], found=said)])
    assert measured.settled == Share(2, 3)
    assert measured.bound == pytest.approx(0.95)


def test_an_empty_set_excludes_nothing():
    assert (wrong_dossier([]).wrong, wrong_dossier([]).bound) == (Share(0, 0), 1.0)
