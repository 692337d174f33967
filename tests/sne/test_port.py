"""What any register promises, whichever connector speaks to it: each test runs on a folder and on a real server."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from pipeline.domain.facts import Demande, DemandeState, Person
from pipeline.errors import Defect
from pipeline.sne.bouchon.serve import serving
from pipeline.sne.demandes import demandes_of
from pipeline.sne.fichier import SneFichier
from pipeline.sne.http import SneHttp
from pipeline.sne.port import Deposited, Refusal, Refused, Withdrawn
from tests.sne.papers import FRIDAY, JETON, NU, SATURDAY, STRUCK_OFF, UNKNOWN, demandes_file, deposit, emptied


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("sne")


@pytest.fixture(scope="module")
def line(folder, calendar):
    with serving(demandes=demandes_file(folder), base=folder / "base", jeton=JETON, now=calendar.now) as url:
        line = SneHttp(url, JETON, 20)
        yield line
        line.close()


@pytest.fixture(params=["fichier", "http"])
def sne(request, tmp_path, folder, line, calendar):
    calendar.today = FRIDAY
    emptied(folder / "base")
    demandes = demandes_of(folder / "demandes.json")
    return line if request.param == "http" else SneFichier(tmp_path, demandes, calendar.now)


def refusal(outcome):
    assert isinstance(outcome, Refused)
    return outcome.reason


def test_a_demande_is_told_with_its_names_as_the_codes_write_them(sne):
    zoe = Person("LEAUTAUD", "ZOE", date(1988, 4, 12))
    assert sne.ask(NU) == Demande(NU, DemandeState.ACTIVE, zoe, "zoe@courriel.example")


def test_a_demande_struck_off_is_told_so(sne):
    assert sne.ask(STRUCK_OFF) == Demande(STRUCK_OFF, DemandeState.STRUCK_OFF)


def test_a_demande_that_nobody_made_is_unknown(sne):
    assert sne.ask(UNKNOWN) == Demande(UNKNOWN, DemandeState.UNKNOWN)


def test_a_deposit_is_acknowledged_with_its_key_its_bytes_and_its_instant(sne):
    outcome = sne.deposit(deposit())

    assert isinstance(outcome, Deposited)
    said = outcome.acknowledgement
    assert (said.cle, said.sha256, said.depose_le) == (deposit().cle, deposit().sha256, FRIDAY)
    assert said.reference


def test_the_same_key_the_next_day_gets_the_same_acknowledgement(sne, calendar):
    first = sne.deposit(deposit())
    calendar.today = SATURDAY

    again = sne.deposit(deposit(pli="pli-8"))
    assert again.acknowledgement == first.acknowledgement
    assert (first.already, again.already) == (False, True)
    assert len(sne.pieces(NU)) == 1


def test_two_pieces_have_two_references(sne):
    first, second = sne.deposit(deposit()), sne.deposit(deposit(cle="cd" * 32))

    assert first.acknowledgement.reference != second.acknowledgement.reference


def test_the_same_key_with_other_bytes_is_a_conflict_and_changes_nothing(sne):
    sne.deposit(deposit())

    assert refusal(sne.deposit(deposit(b"%PDF-1.7 deux"))) is Refusal.CONFLICT
    assert [held.sha256 for held in sne.pieces(NU)] == [deposit().sha256]


def test_one_key_filed_by_eight_at_once_is_one_piece(sne):
    with ThreadPoolExecutor(8) as crowd:
        outcomes = list(crowd.map(sne.deposit, [deposit()] * 8))

    assert all(isinstance(outcome, Deposited) for outcome in outcomes)
    assert len({outcome.acknowledgement for outcome in outcomes}) == 1
    assert len(sne.pieces(NU)) == 1


@pytest.mark.parametrize(("number", "reason"), [(UNKNOWN, Refusal.UNKNOWN_DEMANDE), (STRUCK_OFF, Refusal.STRUCK_OFF)])
def test_a_demande_unknown_or_struck_off_takes_nothing(sne, number, reason):
    assert refusal(sne.deposit(deposit(numero_unique=number))) is reason
    assert sne.pieces(number) == ()


@pytest.mark.parametrize("octets", [2_000_001, 3_000_000])
def test_a_piece_over_two_million_bytes_is_refused(sne, octets):
    assert refusal(sne.deposit(deposit(b"%PDF-".ljust(octets)))) is Refusal.TOO_LARGE
    assert sne.pieces(NU) == ()


def test_a_piece_of_two_million_bytes_is_taken(sne):
    assert isinstance(sne.deposit(deposit(b"%PDF-".ljust(2_000_000))), Deposited)


@pytest.mark.parametrize("said", [{"sha256": "0" * 64}, {"octets": 3}])
def test_a_deposit_that_contradicts_itself_is_our_fault(sne, said):
    with pytest.raises(Defect):
        sne.deposit(deposit(**said))


def test_pieces_lists_what_is_held_oldest_first(sne, calendar):
    calendar.today = SATURDAY
    sne.deposit(deposit(cle="cd" * 32))
    calendar.today = FRIDAY
    sne.deposit(deposit(b"%PDF-1.7 deux", cle="ef" * 32))

    first, second = sne.pieces(NU)
    assert (first.cle, second.cle) == ("ef" * 32, "cd" * 32)
    assert (first.octets, first.type, first.depose_le, first.etat) == (13, "IDE-CNN", FRIDAY, "active")


def test_nothing_is_held_for_a_demande_that_nothing_was_filed_under(sne):
    assert sne.pieces(NU) == sne.pieces(UNKNOWN) == ()


def test_a_withdrawn_piece_is_marked_and_kept_however_often_it_is_asked(sne):
    reference = sne.deposit(deposit()).acknowledgement.reference

    assert [sne.withdraw(NU, deposit().cle, "mauvais dossier") for _ in range(2)] == [Withdrawn(reference)] * 2
    assert [(held.cle, held.etat) for held in sne.pieces(NU)] == [(deposit().cle, "retiree")]


def test_withdrawing_one_piece_leaves_the_others(sne):
    sne.deposit(deposit())
    sne.deposit(deposit(cle="cd" * 32))
    sne.withdraw(NU, deposit().cle, "mauvais type")

    assert {held.cle: held.etat for held in sne.pieces(NU)} == {"ab" * 32: "retiree", "cd" * 32: "active"}


def test_a_deposit_that_comes_again_does_not_undo_a_withdrawal(sne):
    first = sne.deposit(deposit())
    sne.withdraw(NU, deposit().cle, "mauvais type")

    again = sne.deposit(deposit())
    assert (again.already, again.acknowledgement) == (True, first.acknowledgement)
    assert [held.etat for held in sne.pieces(NU)] == ["retiree"]


@pytest.mark.parametrize(("number", "cle"), [(NU, "cd" * 32), (STRUCK_OFF, "ab" * 32), (UNKNOWN, "ab" * 32)])
def test_what_is_not_held_there_cannot_be_withdrawn(sne, number, cle):
    sne.deposit(deposit())

    assert refusal(sne.withdraw(number, cle, "mauvais dossier")) is Refusal.UNKNOWN_DEMANDE
    assert [held.etat for held in sne.pieces(NU)] == ["active"]


def test_a_piece_withdrawn_by_eight_at_once_is_withdrawn(sne):
    reference = sne.deposit(deposit()).acknowledgement.reference
    with ThreadPoolExecutor(8) as crowd:
        outcomes = set(crowd.map(lambda _: sne.withdraw(NU, deposit().cle, "mauvais type"), range(8)))

    assert outcomes == {Withdrawn(reference)}
