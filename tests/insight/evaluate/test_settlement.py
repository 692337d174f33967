import pytest

from pipeline.insight.evaluate.account import case
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.evaluate.settlement import family, settlement
from tests.insight.evaluate.sets import N, bilan, lot, piece, true, truth


def told(*pages, motif):
    return true(*pages, verdict="rejetee", motif=motif)


def said(*pages, motif):
    return piece(*pages, verdict="rejetee", motif=motif)


def settled(true_pieces, found_pieces, *pages):
    return settlement([lot(*(pages or ["piece"] * 6), true=true_pieces, found=found_pieces)])


@pytest.mark.parametrize(
    ("motif", "name"),
    [
        ("I08", "manuscrit"),
        ("I01", "inexploitable"),
        ("P01", "hors_perimetre"),
        ("T03", "transmission"),
        ("A02", None),
        (None, None),
    ],
)
def test_motives_have_families(motif, name):
    assert family(motif) == name


def test_a_rejection_is_right_when_its_family_is():
    rejections = settled([told(1, motif="I01"), told(2, motif="I08")], [said(1, motif="I02"), said(2, motif="P01")])
    assert rejections.rejections["inexploitable"].precision == Share(1, 1)
    assert rejections.rejections["manuscrit"].recall == Share(0, 1)
    assert rejections.rejections["hors_perimetre"].precision == Share(0, 1)


def test_a_piece_left_to_a_person_is_not_recalled_and_not_wrong():
    measured = settled([told(1, motif="I08")], [piece(1, verdict="a_verifier")])
    assert measured.rejections["manuscrit"].recall == Share(0, 1)
    assert measured.rejections["manuscrit"].precision == Share(0, 0)
    assert measured.wrong == Share(0, 0)


def test_a_piece_cut_otherwise_is_recalled_by_more_than_half_of_its_pages():
    measured = settled([told(1, 2, 3, motif="P01")], [said(1, 2, motif="P01"), piece(3, verdict="a_verifier")])
    assert measured.rejections["hors_perimetre"].recall == Share(1, 1)
    half = settled([told(1, 2, motif="P01")], [said(1, motif="P01"), piece(2, verdict="a_verifier")])
    assert half.rejections["hors_perimetre"].recall == Share(0, 1)


def test_pages_outside_any_dossier_are_rejections_of_transmission():
    measured = settled([], [], ("hors_dossier", None))
    assert measured.rejections["transmission"].recall == Share(1, 1)


@pytest.mark.parametrize(
    ("expected", "given", "why"),
    [
        (true(1), piece(1), None),
        (true(1), piece(1, type="LOG-QUI"), "acceptée comme LOG-QUI, attendue RES-BUL"),
        (true(1), piece(1, dossier=N), "acceptée dans un dossier qui n'est pas le sien"),
        (told(1, motif="I08"), piece(1), "acceptée, attendue rejetée I08"),
        (true(1, verdict="a_verifier"), piece(1), "acceptée, attendue à vérifier"),
        (true(1, dossier=None, dossier_vrai=N, verdict="a_verifier"), piece(1, dossier=N), None),
        (true(1), said(1, motif="I01"), "rejetée, attendue acceptée"),
        (true(1, verdict="a_verifier"), said(1, motif="I01"), "rejetée, attendue à vérifier"),
        (told(1, motif="I08"), said(1, motif="I01"), None),
        (true(1), piece(1, type=None, verdict="a_verifier"), None),
    ],
)
def test_a_settled_piece_is_wrong_by_its_verdict_its_dossier_or_its_accepted_type(expected, given, why):
    assert [fault.reason for fault in settled([expected], [given]).faults] == ([why] if why else [])


def test_two_pieces_accepted_as_one_are_judged_page_by_page():
    both = settled([true(1), true(2, type="LOG-QUI")], [piece(1, 2)])
    assert both.wrong == Share(1, 1)
    assert settled([true(1), true(2)], [piece(1, 2)]).wrong == Share(0, 1)


@pytest.mark.parametrize("role", ["fiche", "intercalaire"])
def test_a_page_that_is_no_piece_may_be_neither_accepted_nor_rejected_as_one(role):
    assert settled([], [piece(1)], role).wrong == Share(1, 1)
    assert settled([], [said(1, motif="I01")], role).wrong == Share(1, 1)


def test_a_question_that_the_truth_asks_too_is_not_needless():
    asked = [piece(n, verdict="a_verifier") for n in (1, 2)]
    measured = settled([true(1, verdict="a_verifier"), true(2)], asked)
    assert (measured.questions, measured.needless) == (Share(2, 2), Share(1, 2))


def test_questions_and_plis_without_one_are_counted():
    open_pli = bilan("piece", pieces=[piece(1, verdict="a_verifier")], etat="a_verifier")
    closed = bilan("piece", pieces=[piece(2)])
    measured = settlement([case("lot", truth("piece", "piece"), [open_pli, closed])])
    assert (measured.questions, measured.untouched) == (Share(1, 2), Share(1, 2))


def test_an_empty_set_has_no_rate():
    measured = settlement([])
    assert measured.questions == measured.untouched == measured.wrong == Share(0, 0)
