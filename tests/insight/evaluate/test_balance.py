from pipeline.insight.evaluate.account import case
from pipeline.insight.evaluate.balance import registers
from pipeline.insight.evaluate.figures import Share
from tests.insight.evaluate.sets import bilan, truth


def test_a_register_adds_up_to_the_pages_that_it_lists():
    plis = [bilan("fiche", "piece"), bilan("fiche", recues=2)]
    measured = registers([case("lot", truth("fiche", "piece", "fiche"), plis)])
    assert measured.balanced == Share(1, 2)
    assert measured.faults[0].genre == "registre"


def test_a_lot_without_a_bilan_does_not_balance():
    assert registers([case("lot", truth("fiche"), [])]).balanced == Share(0, 1)


def test_a_refused_lot_balances_with_nothing():
    refused = bilan(etat="quarantaine") | {"plage": None}
    assert registers([case("lot", truth(), [refused])]).balanced == Share(1, 1)
