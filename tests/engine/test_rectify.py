"""What operators put right after a deposit: checked whole, withdrawn, settled again, deposited right by the night."""

import json
from itertools import count
from pkgutil import resolve_name

import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine import answers
from pipeline.engine.answers import Answer
from pipeline.engine.night import deverse
from pipeline.engine.publish import publish
from pipeline.engine.rectify import Order, finish, rectify
from pipeline.errors import Misuse, Unavailable
from pipeline.sne.fichier import SneFichier
from pipeline.sne.port import Uncertain
from pipeline.stages.compose import Livrable
from pipeline.store import deposits, plis, rectifications, tasks
from pipeline.upkeep.check_world import check_world
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.store.shelf import bilan_of, file_pli, settle

PAGES = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance())
WHY = "mauvais classement"


@pytest.fixture(autouse=True)
def _pdf(monkeypatch):
    """Let a PDF be made of pages that were written by hand."""

    def compose(pages, _engine):
        content = b"%PDF-1.7 " + b" ".join(page.content for page in pages)
        return Livrable(content, len(pages), "d'essai", None)

    monkeypatch.setattr("pipeline.engine.work.compose", compose)


@pytest.fixture
def pli(house):
    """A pli whose two pieces are deposited."""
    pli = file_pli(house, *PAGES)
    night(house)
    return pli


def night(house):
    return deverse(house, lambda done, total: None)


def put_right(house, pli, *pages, why=WHY, breach=False, **said):
    return rectify(house, [f"{pli}-{page:02d}" for page in pages], Order(why, Answer(**said), "Camille", breach))


def pieces(house, pli):
    return [
        (p.pages, p.verdict, p.type, p.dossier, p.depot.etat if p.depot is not None else None)
        for p in bilan_of(house, pli).pieces
    ]


def register(house):
    """Return what the register holds: the type and the state of each piece, by demande."""
    bodies = [json.loads(path.read_bytes()) for path in (house.racine / "outbox" / "sne").glob("*/*/*.json")]
    return sorted((body["numero_unique"], body["type"], body["etat"]) for body in bodies)


def assert_all_is_well(house):
    publish(house)
    assert check_world(house) == []


PAYSLIP, RENT = ((2,), "acceptee", "RES-BUL", MARTIN), ((3,), "acceptee", "LOG-QUI", MARTIN)


def test_a_wrong_type_is_withdrawn_and_the_right_one_deposited_by_the_next_night(house, pli):
    put_right(house, pli, 2, type="PRO-ATE")
    assert pieces(house, pli) == [((2,), "acceptee", "PRO-ATE", MARTIN, "a_deposer"), (*RENT, "depose")]
    assert night(house).deposited == 1
    assert pieces(house, pli)[0][-1] == "depose"
    kinds = [("LOG-QUI", "active"), ("PRO-ATE", "active"), ("RES-BUL", "retiree")]
    assert register(house) == [(MARTIN, *kind) for kind in kinds]
    assert_all_is_well(house)


def test_a_wrong_dossier_is_a_breach_and_the_piece_goes_to_its_own(house, pli):
    put_right(house, pli, 3, numero_unique=DURAND)
    night(house)
    assert register(house) == [
        (DURAND, "LOG-QUI", "active"),
        (MARTIN, "LOG-QUI", "retiree"),
        (MARTIN, "RES-BUL", "active"),
    ]
    with house.store.begin() as tx:
        (breach,) = rectifications.breaches(tx)
    assert (breach.piece, breach.numero_unique, breach.motif, breach.by) == (f"{pli}-03", MARTIN, WHY, "Camille")
    assert_all_is_well(house)


@pytest.mark.parametrize(("motif", "breach"), [("I01", False), ("T08", True)])
def test_a_piece_refused_as_not_theirs_is_a_breach(house, pli, motif, breach):
    put_right(house, pli, 2, motif=motif)
    assert pieces(house, pli)[0] == ((2,), "rejetee", "RES-BUL", MARTIN, None)
    with house.store.begin() as tx:
        assert bool(rectifications.breaches(tx)) == breach
    assert night(house).deposited == 0
    assert_all_is_well(house)


def test_an_operator_may_say_that_it_was_a_breach(house, pli):
    put_right(house, pli, 2, type="PRO-ATE", breach=True)
    with house.store.begin() as tx:
        assert [one.piece for one in rectifications.breaches(tx)] == [f"{pli}-02"]


def test_without_an_answer_the_piece_is_withdrawn_at_once_and_a_person_is_asked(house, pli):
    put_right(house, pli, 2, breach=True)
    assert pieces(house, pli)[0] == ((2,), "a_verifier", "RES-BUL", MARTIN, None)
    with house.store.begin() as tx:
        (asked,) = plis.questions(tx, pli)
    assert (asked.question, "retirée" in asked.why) == ("depot", True)
    assert night(house).deposited == 0
    assert_all_is_well(house)
    answers.answer(house, [f"{pli}-02"], Answer(type="PRO-ATE"), "Camille")
    settle(house, pli)
    assert night(house).deposited == 1
    assert_all_is_well(house)


def test_withdrawn_at_once_a_piece_is_filed_elsewhere_once_its_dossier_is_known(house, pli):
    put_right(house, pli, 2, breach=True)
    answers.answer(house, [f"{pli}-02"], Answer(numero_unique=DURAND), "Camille")
    settle(house, pli)
    assert night(house).deposited == 1
    assert ((DURAND, "RES-BUL", "active") in register(house), pieces(house, pli)[0][1]) == (True, "acceptee")
    assert_all_is_well(house)


def test_a_night_withdraws_what_is_to_be_before_it_deposits(house, pli):
    speaking(house, Dead)
    put_right(house, pli, 2, type="PRO-ATE")
    speaking(house, SneFichier)
    assert night(house).deposited == 1
    assert (MARTIN, "PRO-ATE", "active") in register(house)


def test_what_was_withdrawn_never_goes_again_under_its_key(house, pli):
    put_right(house, pli, 2, type="PRO-ATE")
    answers.cancel(house, [f"{pli}-02"])
    settle(house, pli)
    assert night(house).deposited == 0
    assert ((MARTIN, "RES-BUL", "retiree") in register(house), pieces(house, pli)[0][1]) == (True, "a_verifier")


def test_a_piece_put_right_may_be_put_right_again(house, pli):
    put_right(house, pli, 2, type="PRO-ATE")
    night(house)
    put_right(house, pli, 2, numero_unique=DURAND)
    night(house)
    assert (DURAND, "PRO-ATE", "active") in register(house)
    with house.store.begin() as tx:
        assert [one.state for one in rectifications.of_pli(tx, pli)] == ["retiree", "retiree"]
    assert_all_is_well(house)


def test_the_same_again_changes_nothing(house, pli):
    first = put_right(house, pli, 2, type="PRO-ATE")
    assert put_right(house, pli, 2, type="PRO-ATE") == first
    put_right(house, pli, 3)
    put_right(house, pli, 3)
    with house.store.begin() as tx:
        assert len(rectifications.of_pli(tx, pli)) == 2


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"type": "RES-BUL"}, "déjà ainsi"),
        ({"numero_unique": MARTIN}, "déjà ainsi"),
        ({"type": "XXX-YY"}, "plan de classement"),
        ({"numero_unique": "123"}, "numéro unique possible"),
        ({"motif": "A02"}, "motif de rejet"),
        ({"why": " "}, "--motif"),
        ({"why": "x" * 501}, "--motif"),
        ({"why": "deux\nlignes"}, "--motif"),
        ({"why": f"au dossier {DURAND}"}, "numéro unique"),
    ],
)
def test_an_order_that_does_not_hold_is_refused_and_nothing_is_recorded(house, pli, said, sentence):
    with pytest.raises(Misuse, match=sentence):
        put_right(house, pli, 2, **said)
    assert nothing_recorded(house, pli)


def nothing_recorded(house, pli):
    with house.store.begin() as tx:
        return plis.said(tx, pli) == plis.Corrections() and rectifications.of_pli(tx, pli) == []


def test_several_pieces_are_put_right_together_or_not_at_all(house, pli):
    with pytest.raises(Misuse, match="inconnue"):
        put_right(house, pli, 2, 99, type="PRO-ATE")
    assert nothing_recorded(house, pli)
    put_right(house, pli, 2, 3, type="PRO-ATE")
    assert {piece[2] for piece in pieces(house, pli)} == {"PRO-ATE"}


@pytest.mark.parametrize(
    ("state", "sentence"), [("a_deposer", "trancher"), ("incertain", "deverser"), ("refuse", "trancher")]
)
def test_what_the_register_does_not_have_is_not_withdrawn_and_the_right_command_is_named(house, pli, state, sentence):
    with house.store.begin() as tx:
        deposits.set_state(tx, pli, f"{pli}-02", state)
    with pytest.raises(Misuse, match=sentence):
        put_right(house, pli, 2, type="PRO-ATE")
    assert nothing_recorded(house, pli)


def test_a_piece_never_accepted_is_not_withdrawn(house):
    pli = file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.page("zzz", "MARTIN Claire"))
    with pytest.raises(Misuse, match="trancher"):
        put_right(house, pli, 2, type="PRO-ATE")


@pytest.fixture
def twins(house):
    """Two plis that brought the same pages of the same demande: the register holds one piece."""
    by_hand = [papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin()]
    sheet = papers.page("Fiche récapitulative obligatoire", "Numéro unique : " + MARTIN, codes=[MARTIN])
    first = file_pli(house, *by_hand, rank=1, image="meme")
    second = file_pli(house, sheet, papers.bulletin(), rank=2, image="meme")
    return first, second


def test_pieces_held_as_one_are_withdrawn_as_one_once_all_are_named(house, twins):
    night(house)
    first, second = twins
    with pytest.raises(Misuse, match=f"{second}-02"):
        put_right(house, first, 2, type="PRO-ATE")
    rectify(house, [f"{first}-02", f"{second}-02"], Order(WHY, Answer(type="PRO-ATE"), "Camille"))
    assert night(house).deposited == 2
    assert register(house) == [(MARTIN, "PRO-ATE", "active"), (MARTIN, "RES-BUL", "retiree")]
    assert_all_is_well(house)


def test_a_twin_that_is_still_to_leave_leaves_first(house, twins):
    first, _ = twins
    with house.store.begin() as tx:
        deposits.set_state(tx, first, f"{first}-02", deposits.DEPOSITED, "SNE-1")
    with pytest.raises(Misuse, match="deverser"):
        put_right(house, first, 2, type="PRO-ATE")
    assert nothing_recorded(house, first)


def test_a_copy_that_comes_after_the_withdrawal_goes_to_a_person(house, pli):
    put_right(house, pli, 2, numero_unique=DURAND)
    copy = file_pli(
        house, papers.blank(), papers.bulletin(), rank=7, image="pg0000000001-1", canal=Canal.PWP,
        companion=Companion(numero_unique=MARTIN),
    )  # fmt: skip
    night(house)
    assert register(house).count((MARTIN, "RES-BUL", "retiree")) == 1
    assert (MARTIN, "RES-BUL", "active") not in register(house)
    with house.store.begin() as tx:
        assert [asked.question for asked in plis.questions(tx, copy)] == ["depot"]


class Dead(SneFichier):
    """A register that does not answer."""

    def withdraw(self, numero_unique, cle, motif):
        raise Unavailable("le SNE ne répond pas")


class Vague(SneFichier):
    """A register whose answers are lost, and that did nothing."""

    def withdraw(self, numero_unique, cle, motif):
        return Uncertain("connexion coupée")


def speaking(house, kind):
    house.sne = kind(house.racine / "outbox" / "sne", None, house.settings.now)


@pytest.mark.parametrize("kind", [Dead, Vague])
def test_what_waits_for_the_register_is_kept_and_goes_on_by_itself(house, pli, kind):
    speaking(house, kind)
    done = put_right(house, pli, 2, type="PRO-ATE")
    assert list(done.waiting) == [f"{pli}-02"]
    assert pieces(house, pli)[0] == (*PAYSLIP, "depose")
    speaking(house, SneFichier)
    assert finish(house) == {}
    assert pieces(house, pli)[0] == ((2,), "acceptee", "PRO-ATE", MARTIN, "a_deposer")


def test_nothing_is_answered_of_a_piece_whose_withdrawal_is_awaited(house, pli):
    speaking(house, Dead)
    put_right(house, pli, 2, type="PRO-ATE")
    with pytest.raises(Misuse, match="rectifier"):
        answers.answer(house, [f"{pli}-02"], Answer(motif="I01"), "Camille")


def test_settled_again_before_it_is_withdrawn_it_is_not_deposited_twice(house, pli):
    speaking(house, Dead)
    put_right(house, pli, 2, type="PRO-ATE")
    with house.store.begin() as tx:
        tasks.submit(tx, tasks.Kind.ASK, pli, 1)
    settle(house, pli)
    assert night(house).deposited == 0
    speaking(house, SneFichier)
    put_right(house, pli, 2, type="PRO-ATE")
    assert night(house).deposited == 1
    assert_all_is_well(house)


BOUNDARIES = {
    "before the call": ("pipeline.engine.rectify.withdraw", 1),
    "the call written down": ("pipeline.stages.rectify._outcome", 1),
    "in the call": ("pipeline.sne.fichier._save", 1),
    "before the outcome is written": ("pipeline.store.rectifications.withdrawn", 1),
    "in its transaction": ("pipeline.store.tasks.submit", 1),
    "once withdrawn": ("pipeline.engine.rectify.settle_again", 2),
    "while it is settled": ("pipeline.flow.judge", 1),
    "while it is composed": ("pipeline.store.deposits.intend", 1),
}


@pytest.mark.parametrize("boundary", BOUNDARIES)
@pytest.mark.parametrize("again", [True, False], ids=["the command again", "what goes on by itself"])
def test_a_death_at_any_step_is_taken_up(house, pli, monkeypatch, boundary, again):
    place, time = BOUNDARIES[boundary]
    with monkeypatch.context() as dying:
        dying.setattr(place, dead_at(time, resolve_name(place)))
        with pytest.raises(KeyboardInterrupt):
            put_right(house, pli, 2, type="PRO-ATE")
    with house.store.begin() as tx:
        tasks.release_all(tx)
    if again:
        put_right(house, pli, 2, type="PRO-ATE")
    assert finish(house) == {}
    night(house)
    kinds = [("LOG-QUI", "active"), ("PRO-ATE", "active"), ("RES-BUL", "retiree")]
    assert register(house) == [(MARTIN, *kind) for kind in kinds]
    with house.store.begin() as tx:
        assert [one.state for one in rectifications.of_pli(tx, pli)] == ["retiree"]
    assert_all_is_well(house)


def dead_at(time, function):
    """Return ``function`` as it is, but for the power cut in the place of its ``time``-th call."""
    calls = count(1)

    def dying(*args, **said):
        if next(calls) == time:
            raise KeyboardInterrupt
        return function(*args, **said)

    return dying


@pytest.mark.parametrize(
    ("said", "breach"),
    [
        (Answer(numero_unique=DURAND), True),
        (Answer(numero_unique=MARTIN, type="PRO-ATE"), False),
        (Answer(type="PRO-ATE"), False),
        (Answer(motif="T08"), True),
        (Answer(motif="I01"), False),
    ],
    ids=["another", "the same", "unsaid", "not theirs", "unusable"],
)
def test_a_breach_that_shows_when_a_withdrawn_piece_is_answered_is_recorded(house, pli, said, breach):
    put_right(house, pli, 2)
    answers.answer(house, [f"{pli}-02"], said, "Camille")
    with house.store.begin() as tx:
        assert [one.piece for one in rectifications.breaches(tx)] == ([f"{pli}-02"] if breach else [])
