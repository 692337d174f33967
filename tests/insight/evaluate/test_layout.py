from pipeline.insight.evaluate.account import case
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.evaluate.layout import pairs, roles, separators
from tests.insight.evaluate.sets import bilan, truth, with_sheets


def seen(true, found):
    return [case("lot", truth(*true), [bilan(*found)])]


def test_separators_are_found_missed_or_invented():
    measured = separators(seen(["bordereau", "fiche", "piece"], ["bordereau", "piece", "fiche"]))
    assert (measured.found, measured.missed, measured.invented) == (Share(1, 2), 1, 1)
    assert [(fault.pages, fault.reason) for fault in measured.faults] == [
        ((2,), "page « fiche » non vue"),
        ((3,), "page « fiche » inventée"),
    ]


def test_a_separator_taken_for_another_is_missed_and_invented():
    measured = separators(seen(["fiche"], ["attestation"]))
    assert (measured.found, measured.missed, measured.invented) == (Share(0, 1), 1, 1)


def test_roles_are_compared_page_by_page():
    measured = roles(seen(["fiche", "piece", "blanche", "blanche"], ["fiche", "piece", "piece", "piece"]))
    assert measured.right == Share(2, 4)
    assert measured.confusions == {("blanche", "piece"): 2}


def test_a_page_in_no_bilan_is_lost():
    assert roles(seen(["fiche", "piece"], ["fiche"])).lost == 1
    assert roles([case("lot", truth("fiche"), [])]).lost == 1


def test_a_set_without_pages_has_no_role_and_no_separator():
    assert roles([]).right == separators([]).found == pairs([]).right == Share(0, 0)


def paired(*sheets, faces=True):
    four = ["piece"] * 4
    true = with_sheets(truth(*four), (1, 2), (3, 4))
    return pairs([case("lot", true, [with_sheets(bilan(*four), *sheets, faces=faces)])])


def test_pairs_of_truth_are_looked_for_whatever_their_numbers():
    assert paired((3, 4), (1, 2)).right == Share(2, 2)


def test_a_pair_with_a_side_too_many_or_too_few_is_wrong():
    measured = paired((1,), (2,), (3, 4))
    assert measured.right == Share(1, 2)
    assert measured.faults[0].pages == (1, 2)


def test_a_pair_with_the_wrong_face_up_is_wrong():
    assert paired((2, 1), (3, 4)).right == Share(1, 2)


def test_without_sheets_in_truth_no_pair_is_judged():
    assert pairs(seen(["piece", "piece"], ["piece", "piece"])).right == Share(0, 0)
