from pipeline.insight.evaluate.account import of_bilans, of_truth
from tests.insight.evaluate.sets import M, N, bilan, piece, true, truth


def test_the_barest_truth_is_enough():
    account = of_truth({"pages": [{"n": 1, "role": "piece", "piece": 1}], "pieces": [{"verdict": "acceptee"}]})
    assert account.pieces[0].pages == {1}
    assert (account.pieces[0].owner, account.pages[1].feuille) == (None, None)


def test_an_empty_truth_is_a_truth():
    assert of_truth({}).pieces == ()


def test_the_pages_of_a_piece_are_those_that_bear_its_number():
    pages = [{"n": n, "role": "piece", "piece": number} for n, number in ((1, 2), (2, 1), (3, 2))]
    account = of_truth({"pages": pages, "pieces": [{"piece": 1, "verdict": "acceptee"}, {"piece": 2}]})
    assert [sorted(entry.pages) for entry in account.pieces] == [[2], [1, 3]]


def test_a_piece_belongs_where_dossier_vrai_says():
    account = of_truth(truth("piece", pieces=[true(1, dossier=None, dossier_vrai=N, verdict="a_verifier")]))
    assert (account.pieces[0].owner, account.pieces[0].known) == (N, True)


def test_a_stranger_of_unknown_home_belongs_nowhere():
    assert of_truth(truth("piece", pieces=[true(1, tags=["intrus"])])).pieces[0].owner is None


def test_a_forged_code_reigns_up_to_the_next_opener():
    told = truth("bordereau", ("fiche", None), "piece", "blanche", "fiche", "piece")
    told["pages"][1]["code"] = "forged"
    account = of_truth(told)
    assert (account.forged, account.under_forged) == ({2}, {3: 2, 4: 2})


def test_the_second_page_of_a_forged_attestation_does_not_end_its_reign():
    told = truth(("attestation", None), ("attestation", None), "piece", tags=["code_forged"])
    account = of_truth(told)
    assert (account.forged, account.under_forged) == ({1}, {3: 1})


def test_when_only_the_lot_is_said_forged_every_sheet_that_opens_nothing_is_held_for_it():
    told = truth("fiche", "piece", ("fiche", None), "piece", ("fiche", None), tags=["code_forged"])
    assert of_truth(told).forged == {3, 5}


def test_a_sheet_that_opens_nothing_is_not_forged_for_that():
    assert of_truth(truth(("fiche", None), "piece", tags=["code_torn", "comptes_faux"])).forged == frozenset()


def test_the_plis_of_a_lot_make_one_account():
    first = bilan("fiche", "piece", pieces=[piece(2)], forged=[1])
    second = bilan("fiche") | {"pli": "q", "pages": [{"n": 3, "role": "fiche", "dossier": N, "feuille": 1}]}
    account = of_bilans([first, second])
    assert sorted(account.pages) == [1, 2, 3]
    assert account.forged == {1}
    assert account.pages[3].feuille == ("q", 1)
    assert account.pieces[0].owner == M
