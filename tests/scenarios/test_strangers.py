"""Ways by which a stranger's paper could be accepted where it lies: each was tried once, and none may come back."""

from __future__ import annotations

import pytest

from pipeline.domain.corrections import Corrections, File, Join
from pipeline.domain.reading import Reading
from pipeline.domain.receipt import Canal, Companion
from pipeline.stages.split import cut_lot
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.test_flow import anomalies, settled, verdicts

TITLE = "Fiche récapitulative obligatoire pour la numérisation"
ATTESTATION = "Attestation d'enregistrement d'une demande de logement locatif social"


def lease(nom: str) -> Reading:
    return papers.page(
        "CONTRAT DE LOCATION", f"Le locataire {nom}", "Le bailleur, loi du 6 juillet 1989", "dépôt de garantie"
    )


def attestation(number: str, page: int, pages: int = 2) -> Reading:
    body = f"SNE*1*A*{number}*E*20260105*20260106*{page}*{pages}*D0"
    return papers.page(ATTESTATION, "récapitulatif de votre demande", codes=[papers.signed(body)])


def test_two_leases_in_a_row_are_not_one_piece_of_the_first_tenant() -> None:
    pages = [papers.bordereau(2, 5), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), lease("MARTIN Claire")]
    assert [verdict for _, verdict in verdicts(settled(*pages, lease("DURAND Paul")))] == ["a_verifier"]


def test_the_second_page_of_another_s_attestation_closes_the_dossier() -> None:
    pages = [
        papers.fiche(MARTIN, "MARTIN", "CLAIRE", 4),
        papers.bulletin(),
        attestation(DURAND, 2),
        papers.quittance("X"),
    ]
    assert verdicts(settled(*pages))[-1] == (None, "a_verifier")


@pytest.mark.parametrize("torn", [papers.page(TITLE), papers.page(ATTESTATION, f"Numéro : {DURAND}")])
def test_a_torn_sheet_just_after_an_attestation_is_no_page_of_it(torn: Reading) -> None:
    pages = [attestation(MARTIN, 1), torn, papers.quittance("X")]
    bilans = settled(*pages, canal=Canal.PAPIER_DEMANDEUR)
    assert verdicts(bilans) == [(None, "a_verifier")]


def test_a_torn_bordereau_just_after_an_attestation_still_opens_a_pli() -> None:
    torn = papers.page("Bordereau obligatoire pour la transmission des pièces justificatives")
    pages = papers.numbered(
        papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), attestation(MARTIN, 1), torn, papers.bulletin()
    )
    assert cut_lot(papers.receipt(4), pages, papers.rules()) == [(1, 2), (3, 4)]


def test_one_more_person_s_sheets_do_not_pass_for_blanks_that_were_counted() -> None:
    mine = [papers.fiche(MARTIN, "MARTIN", "CLAIRE", 6), papers.bulletin(), papers.quittance()]
    sides = [side for page in [*mine, papers.quittance("DURAND P.")] for side in (page, papers.blank())]
    assert verdicts(settled(*sides))[-1] == (MARTIN, "a_verifier")


@pytest.mark.parametrize(
    "sheet",
    [
        papers.page(TITLE, "Numéro unique 057 0316 000102 10691", codes=[MARTIN]),
        papers.page(TITLE, codes=[MARTIN, DURAND]),
        papers.page(TITLE, f"{MARTIN}", f"{DURAND}"),
        papers.page(TITLE, "Nom : DURAND", "Prénoms : Paul"),
    ],
)
def test_a_sheet_that_may_be_another_s_stops_a_lot_given_by_its_companion(sheet: Reading) -> None:
    companion = Companion(numero_unique=MARTIN)
    bilan = settled(papers.bulletin(), sheet, papers.quittance(), canal=Canal.PWP, companion=companion)
    assert {verdict for _, verdict in verdicts(bilan)} == {"a_verifier"}


@pytest.mark.parametrize("other", ["MARTIN Paul", "PETIT Martine Claire", "3 rue Claire Martin"])
def test_a_name_that_is_only_near_lifts_no_doubt(other: str) -> None:
    pages = [papers.bordereau(2, 9), papers.fiche(MARTIN, "MARTIN", "MARTINE CLAIRE", 2), papers.quittance(other)]
    assert verdicts(settled(*pages)) == [(MARTIN, "a_verifier")]


def test_the_exact_name_of_a_neighbour_beats_a_near_one() -> None:
    first = [papers.fiche(MARTIN, "DUPONT", "JEANNE", 2), papers.quittance("DUPOND Jeanne")]
    second = [papers.fiche(DURAND, "DUPOND", "JEANNE", 2), papers.quittance("DUPOND Jeanne")]
    assert verdicts(settled(*first, *second)) == [(MARTIN, "a_verifier"), (DURAND, "acceptee")]


def test_the_same_fiche_twice_in_a_pli_is_held_and_hides_no_missing_one() -> None:
    fiche = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2)
    bilan = settled(papers.bordereau(2, 5), fiche, papers.quittance("X"), fiche, papers.quittance("Y"))
    assert {verdict for _, verdict in verdicts(bilan)} == {"a_verifier"}
    assert "envoi_deja_vu" in anomalies(bilan)


def test_a_second_bordereau_that_is_forged_doubts_the_whole_pli() -> None:
    forged = papers.page("Bordereau de transmission", codes=["SNE*1*B*10691*057*X*1*2*20260504*E*D0*AAAAAAAAAAAAAAAA"])
    pages = [papers.bordereau(2, 5), forged, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin()]
    assert verdicts(settled(*pages, canal=Canal.MEL_SECURISE)) == [(MARTIN, "a_verifier")]


def test_a_real_paper_after_an_attestation_is_no_page_of_it() -> None:
    paper = papers.page(
        "ATTESTATION DE SALAIRE", "MARTIN Claire", "suite à votre demande de logement", "cette attestation"
    )
    bilan = settled(attestation(MARTIN, 1), paper, canal=Canal.PAPIER_DEMANDEUR)
    assert len(bilan.pieces) == 1


def test_a_paper_that_bears_its_own_number_in_a_code_is_a_paper() -> None:
    paper = papers.page("QUITTANCE DE LOYER", "MARTIN Claire", codes=[MARTIN])
    assert len(settled(papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), paper).pieces) == 1


def test_what_follows_a_page_that_could_not_be_looked_at_must_bear_its_name() -> None:
    unseen = papers.unseen()
    bilan = settled(papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), unseen, papers.quittance("X"))
    assert {verdict for _, verdict in verdicts(bilan)} == {"a_verifier"}


def test_a_type_said_of_a_piece_does_not_cover_a_stranger_s_page_joined_to_it() -> None:
    pages = [papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.quittance(), papers.quittance("DURAND Paul")]
    pages += [papers.fiche(DURAND, "DURAND", "PAUL", 2), papers.bulletin("DURAND Paul")]
    assert verdicts(settled(*pages, said=Corrections.of([Join(3)])))[0] == (MARTIN, "a_verifier")
    told = Corrections.of([Join(3), File(2, MARTIN)])
    assert verdicts(settled(*pages, said=told))[0] == (MARTIN, "acceptee")
