"""What operators answer: checked whole, recorded, settled again."""

import pytest

from pipeline.engine.answers import Answer, answer, cancel
from pipeline.engine.night import deverse
from pipeline.errors import Misuse
from pipeline.sne.port import Refusal
from pipeline.store import deposits, plis, rectifications
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.store.shelf import bilan_of, file_pli, settle

PAGES = (
    papers.fiche(MARTIN, "MARTIN", "CLAIRE", 4),
    papers.page("zzz", "MARTIN Claire"),
    papers.quittance(),
    papers.page("suite de la quittance de MARTIN Claire", "Page 2 sur 2"),
)


@pytest.fixture
def pli(house):
    return file_pli(house, *PAGES)


def say(house, pli, *pages, **said):
    answer(house, [f"{pli}-{page:02d}" for page in pages], Answer(**said), "operateur")
    settle(house, pli)
    return [(p.pages, p.verdict, p.type, p.motif, p.dossier) for p in bilan_of(house, pli).pieces]


RENT = ((3, 4), "acceptee", "LOG-QUI", None, MARTIN)


def test_a_type_closes_the_question(house, pli):
    assert say(house, pli, 2, type="PRO-ATE") == [((2,), "acceptee", "PRO-ATE", None, MARTIN), RENT]


def test_a_motive_refuses(house, pli):
    assert say(house, pli, 2, motif="I03") == [((2,), "rejetee", None, "I03", MARTIN), RENT]


def test_a_number_files_elsewhere(house, pli):
    spaced = "057 0316 000102 10691"
    assert say(house, pli, 3, numero_unique=spaced)[1] == ((3, 4), "acceptee", "LOG-QUI", None, DURAND)


def test_pieces_are_cut_and_joined(house, pli):
    assert [p[0] for p in say(house, pli, 3, cut_before=4)] == [(2,), (3,), (4,)]
    assert [p[0] for p in say(house, pli, 3, merge_with=f"{pli}-02")] == [(2, 3), (4,)]


def test_a_page_is_turned(house, pli):
    say(house, pli, 2, turns=((2, 90),))
    assert bilan_of(house, pli).pages[1].rotation == 90


def test_what_was_said_can_be_taken_back(house, pli):
    say(house, pli, 2, type="PRO-ATE")
    assert cancel(house, [f"{pli}-02"]) == [pli]
    settle(house, pli)
    assert bilan_of(house, pli).pieces[0].verdict == "a_verifier"
    with pytest.raises(Misuse, match="aucune réponse"):
        cancel(house, [f"{pli}-02"])


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "au moins une chose"),
        ({"type": "XXX-YY"}, "plan de classement"),
        ({"motif": "A04"}, "motif de rejet"),
        ({"motif": "Z99"}, "motif de rejet"),
        ({"numero_unique": "123"}, "numéro unique possible"),
        ({"numero_unique": "057062607390310691"}, "numéro unique possible"),
        ({"cut_before": 2}, "couper"),
        ({"cut_before": 3}, "couper"),
        ({"merge_with": "autre-1-1-02"}, "voisine"),
        ({"turns": ((9, 90),)}, "page 9"),
        ({"turns": ((2, 45),)}, "90, 180"),
    ],
)
def test_an_answer_that_does_not_hold_is_refused_and_nothing_is_recorded(house, pli, said, sentence):
    with pytest.raises(Misuse, match=sentence):
        answer(house, [f"{pli}-02"], Answer(**said), "operateur")
    with house.store.begin() as tx:
        assert plis.said(tx, pli) == plis.Corrections()


def test_several_pieces_are_answered_together_or_not_at_all(house, pli):
    with pytest.raises(Misuse, match="inconnue"):
        answer(house, [f"{pli}-02", f"{pli}-99"], Answer(motif="I03"), "operateur")
    with house.store.begin() as tx:
        assert plis.said(tx, pli) == plis.Corrections()
    assert {p[1] for p in say(house, pli, 2, 3, motif="I03")} == {"rejetee"}


def test_a_piece_that_left_is_answered_no_more(house, pli):
    deverse(house, lambda done, total: None)
    with pytest.raises(Misuse, match="rectifier"):
        say(house, pli, 3, motif="I03")


def test_nothing_is_joined_to_a_piece_that_left(house, pli):
    deverse(house, lambda done, total: None)
    with pytest.raises(Misuse, match="rectifier"):
        say(house, pli, 2, merge_with=f"{pli}-03")


@pytest.mark.parametrize("reason", [Refusal.INVALID, Refusal.WITHDRAWN])
def test_a_piece_that_the_register_refused_is_answered(house, pli, reason):
    rent = bilan_of(house, pli).pieces[1]
    with house.store.begin() as tx:
        deposits.set_state(tx, pli, rent.id, deposits.REFUSED)
        plis.keep_refusal(tx, pli, rent, reason, house.settings.now())
    assert say(house, pli, 3, motif="I01")[1] == ((3, 4), "rejetee", "LOG-QUI", "I01", MARTIN)


def test_a_piece_that_was_withdrawn_may_be_filed_elsewhere_under_its_type(house, pli):
    rent = bilan_of(house, pli).pieces[1]
    with house.store.begin() as tx:
        rectifications.hold(tx, pli, rent, house.settings.now())
    assert say(house, pli, 2, type="PRO-ATE")[1][1] == "a_verifier"
    assert say(house, pli, 3, numero_unique=DURAND)[1] == ((3, 4), "acceptee", "LOG-QUI", None, DURAND)
