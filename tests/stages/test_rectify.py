"""A deposit is withdrawn once the register shows it, and not before, whatever is cut on the way."""

from dataclasses import replace

import pytest

from pipeline.domain.facts import Demande, DemandeState
from pipeline.engine.night import deverse
from pipeline.errors import Unavailable
from pipeline.sne.fichier import SneFichier
from pipeline.sne.port import Refusal, Refused, Uncertain, Withdrawn
from pipeline.stages.rectify import withdraw
from pipeline.store import journal, rectifications, tasks
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import bilan_of, file_pli


class Register(SneFichier):
    """The folder of the house, and the calls that it heard."""

    def __init__(self, house):
        super().__init__(house.racine / "outbox" / "sne", None, house.settings.now)
        self.heard = []

    def withdraw(self, numero_unique, cle, motif):
        self.heard.append(motif)
        return super().withdraw(numero_unique, cle, motif)


class CutAfter(Register):
    """The withdrawal is made, and nobody hears of it."""

    def withdraw(self, numero_unique, cle, motif):
        super().withdraw(numero_unique, cle, motif)
        return Uncertain("connexion coupée")


class CutBefore(Register):
    """The call never reaches the register."""

    def withdraw(self, numero_unique, cle, motif):
        return Uncertain("connexion coupée")


class WrongReference(Register):
    """The answer is about another piece; the call did nothing."""

    def withdraw(self, numero_unique, cle, motif):
        return Withdrawn("SNE-AUTRE")


class Refusing(Register):
    """The register refuses, and still holds the piece."""

    def withdraw(self, numero_unique, cle, motif):
        return Refused(Refusal.INVALID, "motif_invalide")


class Empty(Register):
    """A register that knows the demande and holds nothing of it."""

    state = DemandeState.ACTIVE

    def withdraw(self, numero_unique, cle, motif):
        return Refused(Refusal.UNKNOWN_DEMANDE, "pièce inconnue")

    def pieces(self, numero_unique):
        return ()

    def ask(self, numero_unique):
        return Demande(numero_unique, self.state)


class Elsewhere(Empty):
    """An address that knows nothing: it need not be the register's."""

    state = DemandeState.UNKNOWN


@pytest.fixture
def pli(house):
    pli = file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance())
    deverse(house, lambda done, total: None)
    return pli


@pytest.fixture
def asked(house, pli):
    """The first piece of the pli, which is to be withdrawn."""
    with house.store.begin() as tx:
        sent = rectifications.deposit_of(tx, f"{pli}-02")
        rectifications.intend(tx, sent, "mauvais type", "Camille", house.settings.now(), breach=False)
        return rectifications.pending(tx)[0]


def done(house, asked, kind=Register):
    """Withdraw over a register of that kind; return the outcome, and what is left to withdraw."""
    outcome = withdraw(asked, house.store, kind(house), house.settings.now())
    with house.store.begin() as tx:
        return outcome, [one.piece for one in rectifications.pending(tx)]


def depot(house, pli):
    return bilan_of(house, pli).pieces[0].depot


def held(house, asked):
    return [one.etat for one in Register(house).pieces(MARTIN) if one.cle == asked.cle]


def events(house, piece):
    with house.store.begin() as tx:
        rows = tx.exec_driver_sql("SELECT evenement, detail FROM journal WHERE sujet = ? ORDER BY id", (piece,))
        return [tuple(row) for row in rows]


def test_a_withdrawal_marks_the_piece_and_has_its_pli_settled_again(house, pli, asked):
    assert done(house, asked) == (Withdrawn(asked.reference), [])
    assert (held(house, asked), depot(house, pli)) == (["retiree"], None)
    with house.store.begin() as tx:
        assert pli in tasks.unsettled(tx)


def test_the_neighbours_of_a_withdrawn_piece_stay(house, pli, asked):
    done(house, asked)
    assert bilan_of(house, pli).pieces[1].depot.etat == "depose"


def test_an_answer_that_is_lost_is_asked_about_and_found(house, pli, asked):
    assert done(house, asked, CutAfter) == (Withdrawn(asked.reference), [])
    assert depot(house, pli) is None


@pytest.mark.parametrize("kind", [CutBefore, WrongReference, Refusing, Elsewhere])
def test_what_the_register_does_not_show_is_never_assumed(house, pli, asked, kind):
    outcome, left = done(house, asked, kind)
    assert (isinstance(outcome, Withdrawn), left, depot(house, pli).etat) == (False, [asked.piece], "depose")
    assert done(house, asked) == (Withdrawn(asked.reference), [])


def test_a_piece_that_the_register_holds_no_more_is_withdrawn(house, pli, asked):
    assert done(house, asked, Empty) == (Withdrawn(asked.reference), [])
    assert depot(house, pli) is None


def test_a_register_that_cannot_be_asked_leaves_the_intent(house, pli, asked):
    class Silent(CutAfter):
        def pieces(self, numero_unique):
            raise Unavailable("le SNE ne répond pas")

    with pytest.raises(Unavailable):
        done(house, asked, Silent)
    assert depot(house, pli).etat == "depose"
    assert done(house, asked) == (Withdrawn(asked.reference), [])
    assert depot(house, pli) is None


@pytest.mark.parametrize("before", [True, False])
def test_a_death_around_the_call_only_means_to_do_it_again(house, pli, asked, before):
    class Dying(Register):
        def withdraw(self, numero_unique, cle, motif):
            if not before:
                super().withdraw(numero_unique, cle, motif)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        done(house, asked, Dying)
    assert depot(house, pli).etat == "depose"
    assert done(house, asked) == (Withdrawn(asked.reference), [])


def test_a_death_before_the_outcome_is_written_leaves_all_of_it_to_do(house, pli, asked, monkeypatch):
    def die(*_args, **_detail):
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(tasks, "submit", die)
        with pytest.raises(KeyboardInterrupt):
            done(house, asked)
    assert (depot(house, pli).etat, held(house, asked)) == ("depose", ["retiree"])
    assert done(house, asked) == (Withdrawn(asked.reference), [])


def test_the_register_hears_the_words_of_the_operator(house, asked):
    register = Register(house)
    withdraw(asked, house.store, register, house.settings.now())
    assert register.heard == ["mauvais type"]


def test_the_journal_says_each_step_without_a_number_nor_a_word(house, asked):
    done(house, asked, CutBefore)
    done(house, asked)
    told = events(house, asked.piece)[-5:]
    assert [event for event, _ in told] == ["retrait_tente", "retrait", "retrait_tente", "retrait", "retiree"]
    assert not any(MARTIN in detail or "mauvais type" in detail for _, detail in told)
    with house.store.begin() as tx:
        assert journal.head(tx)


def test_what_is_found_active_twice_is_not_withdrawn(house, asked):
    class Twice(CutBefore):
        def pieces(self, numero_unique):
            known = super().pieces(numero_unique)
            return (*(replace(piece, etat="retiree") for piece in known), *known)

    assert isinstance(done(house, asked, Twice)[0], Uncertain)
