"""Each accepted piece reaches the register once, whatever is cut on the way."""

import json
from dataclasses import replace

import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine.night import deverse
from pipeline.errors import Defect, Denied, Unavailable
from pipeline.sne.breaker import PATIENCE, Breaker
from pipeline.sne.fichier import SneFichier
from pipeline.sne.port import Refusal, Refused, Uncertain
from pipeline.stages.deverse import call, intend, record
from pipeline.store import deposits, plis, tasks
from pipeline.store.tasks import Kind
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.store.shelf import bilan_of, file_pli, knowing, opened

PAGES = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance())


class CutAfter(SneFichier):
    """A register whose answers are lost: it files the piece, and nobody hears of it."""

    def deposit(self, deposit):
        super().deposit(deposit)
        return Uncertain("connexion coupée")

    def pieces(self, numero_unique):
        raise Unavailable("connexion coupée")


class CutBefore(CutAfter):
    """A register that no call ever reaches."""

    def deposit(self, deposit):
        return Uncertain("connexion coupée")


class Closed(SneFichier):
    """A register that says that it is closed."""

    def deposit(self, deposit):
        raise Unavailable("le SNE est fermé")


class Refusing(SneFichier):
    """A register that refuses all that it is given."""

    reason = Refusal.INVALID

    def deposit(self, deposit):
        return Refused(self.reason, "non")


@pytest.fixture
def pli(house):
    return file_pli(house, *PAGES)


def speaking(house, kind):
    """Return another way to speak to the register of the house."""
    return kind(house.racine / "outbox" / "sne", None, house.settings.now)


def night(house, sne=None):
    if sne is not None:
        house.sne = speaking(house, sne)
    return deverse(house, lambda done, total: None)


def deposit(house, due, sne=None):
    """Make one call, from its intent to its outcome."""
    now = house.settings.now()
    with house.store.begin() as tx:
        intent = intend(tx, due, now)
    outcome = call(intent, house.store.blobs, sne or house.sne, house.rules.plan, ())
    with house.store.begin() as tx:
        record(tx, intent, outcome, now)
    return outcome


def states(house, pli):
    return [piece.depot.etat for piece in bilan_of(house, pli).pieces]


def held(house):
    return sorted(path.stem for path in (house.racine / "outbox" / "sne").glob("*/*/*.pdf"))


def first_due(house):
    with house.store.begin() as tx:
        return deposits.due(tx)[0]


def test_every_accepted_piece_is_deposited_with_its_reference(house, pli):
    done = night(house)
    pieces = bilan_of(house, pli).pieces
    assert (done.deposited, done.refused, done.unanswered) == (2, 0, 0)
    assert [p.depot.etat for p in pieces] == ["depose", "depose"]
    assert [p.depot.reference for p in pieces] == [f"SNE-{p.depot.cle[:16].upper()}" for p in pieces]
    assert held(house) == sorted(p.depot.cle for p in pieces)


def test_a_second_night_deposits_nothing_more(house, pli):
    night(house)
    assert night(house).deposited == 0
    assert len(held(house)) == 2


def test_the_intent_is_written_before_the_call(house, pli):
    class Dying(SneFichier):
        def deposit(self, deposit):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        night(house, Dying)
    assert states(house, pli) == ["incertain", "a_deposer"]


@pytest.mark.parametrize("cut", [CutAfter, CutBefore])
def test_a_call_whose_outcome_is_unknown_is_uncertain_then_reconciled(house, pli, cut):
    assert night(house, cut).unanswered == 2
    assert states(house, pli) == ["incertain", "incertain"]
    there = len(held(house))
    assert night(house, SneFichier).deposited == 2
    assert states(house, pli) == ["depose", "depose"]
    assert (there, len(held(house))) == ({CutAfter: 2, CutBefore: 0}[cut], 2)


def test_what_is_found_there_is_not_sent_again(house, pli):
    night(house, CutAfter)
    deposit(house, first_due(house), speaking(house, Closed))
    assert states(house, pli)[0] == "depose"


def test_a_call_that_surely_did_nothing_leaves_no_doubt(house, pli):
    night(house, Closed)
    assert states(house, pli) == ["a_deposer", "a_deposer"]


def test_a_register_that_denies_us_is_asked_nothing_more_and_the_night_says_why(house, pli):
    class Denying(SneFichier):
        asked = 0

        def deposit(self, deposit):
            Denying.asked += 1
            raise Denied("accès refusé (401)")

    done = night(house, Denying)
    assert (Denying.asked, done.unanswered, done.stopped) == (1, 2, "accès refusé (401)")


def test_a_register_that_stays_silent_is_not_asked_for_every_piece(house):
    class Silent(SneFichier):
        asked = 0

        def deposit(self, deposit):
            Silent.asked += 1
            return Uncertain("connexion coupée")

    for rank in range(1, PATIENCE + 3):
        file_pli(house, papers.bulletin(), canal=Canal.PWP, companion=Companion(numero_unique=MARTIN), rank=rank)
    house.sne = Breaker(speaking(house, Silent))
    done = night(house)
    assert (Silent.asked, done.unanswered) == (PATIENCE, PATIENCE + 2)
    assert done.stopped == "connexion coupée"


def test_a_closed_register_keeps_the_work_for_later(house, pli):
    assert night(house, Closed).unanswered == 2
    assert night(house, SneFichier).deposited == 2


@pytest.mark.parametrize("etat", ["radiee", "inconnue"])
def test_a_demande_refused_at_night_is_settled_again_as_t05(tmp_path, etat):
    house = opened(knowing(tmp_path, {MARTIN: {}}))
    pli = file_pli(house, *PAGES)
    assert bilan_of(house, pli).etat == "termine"
    house.close()
    house = opened(knowing(tmp_path, {MARTIN: {"etat": "radiee"}} if etat == "radiee" else {}))
    assert night(house).refused == 2
    bilan = bilan_of(house, pli)
    assert [(p.verdict, p.motif, p.depot.etat) for p in bilan.pieces] == [("rejetee", "T05", "refuse")] * 2
    assert ("T05", "rejet") in [(a.code, a.outcome) for a in bilan.anomalies]
    assert night(house).refused == 0
    house.close()


def test_a_register_that_never_knew_a_demande_rejects_nobody_s_piece(tmp_path):
    house = opened(tmp_path)
    pli = file_pli(house, *PAGES)
    house.close()
    house = opened(knowing(tmp_path, {}))
    done = night(house)
    assert (done.refused, "PLI_SNE_URL" in done.stopped) == (0, True)
    assert states(house, pli) == ["a_deposer", "a_deposer"]
    house.close()


def test_a_demande_struck_off_at_night_keeps_what_was_known_of_its_applicant(tmp_path):
    house = opened(knowing(tmp_path, {MARTIN: {"courriel": "claire@example.org"}}))
    pli = file_pli(house, *PAGES)
    Refusing.reason = Refusal.STRUCK_OFF
    night(house, Refusing)
    with house.store.begin() as tx:
        known = plis.facts(tx, pli).demandes[MARTIN]
    assert (known.state, known.courriel) == ("radiee", "claire@example.org")
    house.close()


def test_a_piece_that_was_withdrawn_is_not_said_deposited(house, pli):
    class Withdrawn(SneFichier):
        def deposit(self, deposit):
            return replace(super().deposit(deposit), already=True)

        def pieces(self, numero_unique):
            return tuple(replace(held, etat="retiree") for held in super().pieces(numero_unique))

    assert night(house, Withdrawn).refused == 2
    with house.store.begin() as tx:
        asked = plis.questions(tx, pli)
    assert {one.question for one in asked} == {"depot"}
    assert all("retirée" in one.why for one in asked)


def test_a_pli_set_aside_withholds_its_pieces_and_the_night_says_so(house, pli):
    with house.store.begin() as tx:
        tasks.submit(tx, Kind.COMPOSE, f"{pli}/{pli}-02", 1)
        tasks.quarantine(tx, tasks.claim(tx, [Kind.COMPOSE], "test", 0.0), "défaut")
    done = night(house)
    assert (done.deposited, done.withheld) == (0, 2)


def test_two_pieces_of_one_key_are_one_deposit_with_the_same_reference(house):
    pages = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin())
    other = (
        papers.page("Fiche récapitulative obligatoire", "Numéro unique : " + MARTIN, codes=[MARTIN]),
        papers.bulletin(),
    )
    first, second = (file_pli(house, *p, rank=n, image="meme") for n, p in enumerate((pages, other), start=1))
    assert night(house).deposited == 2
    (one,), (two,) = (bilan_of(house, pli).pieces for pli in (first, second))
    assert (one.depot.cle, one.depot.reference) == (two.depot.cle, two.depot.reference)
    assert len(held(house)) == 1


def test_a_piece_that_stands_in_no_bilan_is_our_defect(house, pli):
    with house.store.begin() as tx:
        tx.exec_driver_sql("UPDATE depot SET numero_unique = ?", (DURAND,))
    with pytest.raises(Defect):
        deposit(house, first_due(house))
    assert states(house, pli) == ["a_deposer", "a_deposer"]
    assert night(house).failed == 2


def test_the_register_is_told_what_the_plan_says_of_the_piece(house, pli):
    night(house)
    body = json.loads(next((house.racine / "outbox" / "sne").glob("*/*/*.json")).read_bytes())
    assert (body["pli"], body["canal"], body["pages"]) == (pli, "papier-guichet", 1)
    assert body["categorie"] == house.rules.plan[body["type"]].category


@pytest.mark.parametrize("reason", [Refusal.TOO_LARGE, Refusal.INVALID])
def test_what_the_register_refuses_as_it_is_goes_to_a_person(house, pli, reason):
    Refusing.reason = reason
    night(house, Refusing)
    with house.store.begin() as tx:
        assert [asked.question for asked in plis.questions(tx, pli)] == ["depot", "depot"]


def test_after_a_conflict_the_piece_that_is_there_counts_and_an_anomaly_says_so(house, pli):
    due = first_due(house)
    content = b"%PDF other bytes"
    with house.store.begin() as tx:
        tx.exec_driver_sql(
            "UPDATE livrable SET blob = ?, octets = ? WHERE cle = ?",
            (house.store.blobs.put(content), len(content), due.cle),
        )
    deposit(house, first_due(house))
    with house.store.begin() as tx:
        deposits.set_state(tx, pli, due.piece, deposits.TO_DEPOSIT)
        tx.exec_driver_sql("UPDATE livrable SET blob = ?, octets = ? WHERE cle = ?", (due.blob, due.octets, due.cle))
    night(house)
    bilan = bilan_of(house, pli)
    assert (bilan.etat, bilan.pieces[0].depot.etat, bilan.pieces[0].alertes) == ("termine", "depose", ("A03",))
    assert ("A03", "signalee") in [(a.code, a.outcome) for a in bilan.anomalies]
    assert bilan.pieces[0].depot.reference


def test_a_key_said_to_be_taken_that_nobody_finds_goes_to_a_person(house, pli):
    Refusing.reason = Refusal.CONFLICT
    night(house, Refusing)
    with house.store.begin() as tx:
        assert [asked.question for asked in plis.questions(tx, pli)] == ["depot", "depot"]
