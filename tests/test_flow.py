"""Settling as a whole: from readings to the bilan, on pages of words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.domain.bilan import Bilan
from pipeline.domain.corrections import NOTHING_SAID, CutBefore, File, Join, Reject, Type
from pipeline.domain.corrections import Corrections as Said
from pipeline.domain.facts import NO_FACTS, Facts
from pipeline.domain.pli import Outcome, Role
from pipeline.domain.reading import Reading
from pipeline.domain.receipt import Canal, Companion
from pipeline.flow import settle
from tests import papers
from tests.papers import DURAND, MARTIN


def settled(
    *pages: Reading,
    canal: Canal = Canal.PAPIER_GUICHET,
    companion: Companion | None = None,
    facts: Facts = NO_FACTS,
    said: Said = NOTHING_SAID,
) -> Bilan:
    receipt = papers.receipt(len(pages), canal, companion)
    return settle(receipt, papers.numbered(*pages), facts, said, papers.rules())


def two_dossiers(first_pages: int | None = 3, second_pages: int | None = 2) -> list[Reading]:
    return [
        papers.bordereau(2, 6),
        papers.fiche(MARTIN, "MARTIN", "CLAIRE", first_pages),
        papers.bulletin(),
        papers.quittance(),
        papers.fiche(DURAND, "DURAND", "PAUL", second_pages),
        papers.quittance("DURAND Paul"),
    ]


def verdicts(bilan: Bilan) -> list[tuple[str | None, str]]:
    return [(piece.dossier, piece.verdict) for piece in bilan.pieces]


def anomalies(bilan: Bilan) -> set[str]:
    return {anomaly.code for anomaly in bilan.anomalies}


def test_a_clean_pli_is_filed_whole_under_each_number() -> None:
    bilan = settled(*two_dossiers())
    assert verdicts(bilan) == [(MARTIN, "acceptee"), (MARTIN, "acceptee"), (DURAND, "acceptee")]
    assert [piece.type for piece in bilan.pieces] == ["RES-BUL", "LOG-QUI", "LOG-QUI"]
    assert (bilan.registre.separateurs, bilan.registre.acceptees, bilan.etat) == (3, 3, "termine")
    assert not bilan.anomalies


@pytest.mark.parametrize("missed", [1, 2, 4])
def test_a_missing_separator_never_files_a_piece_under_another_number(missed: int) -> None:
    pages = two_dossiers()
    own = {id(pages[2]): MARTIN, id(pages[3]): MARTIN, id(pages[5]): DURAND}
    left = [page for index, page in enumerate(pages, start=1) if index != missed]
    for piece in settled(*left).pieces:
        if piece.verdict == "acceptee":
            assert all(own[id(left[n - 1])] == piece.dossier for n in piece.pages)


def test_without_any_count_a_piece_that_names_nobody_waits_for_a_person() -> None:
    pages = [papers.fiche(MARTIN, "MARTIN", "CLAIRE"), papers.bulletin(), papers.quittance("Monsieur X")]
    assert [verdict for _, verdict in verdicts(settled(*pages))] == ["acceptee", "a_verifier"]


def test_a_piece_that_names_a_neighbour_is_asked_about_even_when_the_counts_agree() -> None:
    pages = two_dossiers()
    pages[3] = papers.quittance("DURAND Paul")
    assert verdicts(settled(*pages))[1] == (MARTIN, "a_verifier")


def test_a_forged_fiche_closes_the_dossier_and_files_nothing() -> None:
    forged = papers.page("Fiche récapitulative", codes=[papers.signed("SNE*1*F*x*D0")[:-1] + "7"])
    pages = two_dossiers()
    pages[4] = forged
    bilan = settled(*pages)
    assert verdicts(bilan)[-1] == (None, "a_verifier")
    assert "signature_fausse" in anomalies(bilan)


def test_a_fiche_without_readable_code_opens_nothing_when_nobody_can_be_asked() -> None:
    torn = papers.page("Fiche récapitulative obligatoire pour la numérisation", f"Numéro unique : {DURAND}")
    pages = two_dossiers()
    pages[4] = torn
    assert verdicts(settled(*pages))[-1] == (None, "a_verifier")


def test_an_unsigned_code_opens_only_when_the_printed_number_agrees() -> None:
    title = "Fiche récapitulative obligatoire pour la numérisation"
    agreeing = papers.page(title, "Numéro unique 057 1215 073903 10691", "Nombre de pages : 2", codes=[MARTIN])
    silent = papers.page(title, "Nombre de pages : 2", codes=[MARTIN])
    another = papers.page(title, "Numéro unique 057 0316 000102 10691", "Nombre de pages : 2", codes=[MARTIN])
    assert verdicts(settled(agreeing, papers.bulletin())) == [(MARTIN, "acceptee")]
    assert verdicts(settled(silent, papers.bulletin())) == [(None, "a_verifier")]
    assert verdicts(settled(another, papers.bulletin())) == [(None, "a_verifier")]


def test_pages_before_the_first_fiche_are_outside_any_dossier() -> None:
    bilan = settled(papers.quittance(), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin())
    assert bilan.registre.hors_dossier == 1
    assert {"T02"} <= anomalies(bilan)


def test_the_same_envelope_again_is_held_with_a_question() -> None:
    bilan = settled(*two_dossiers(), facts=Facts(seen_before=frozenset({"envoi:K7Q2M9XA4B"})))
    assert {verdict for _, verdict in verdicts(bilan)} == {"a_verifier"}
    assert "envoi_deja_vu" in anomalies(bilan)


def test_a_wrong_count_is_told_and_rejects_nothing_by_itself() -> None:
    bilan = settled(*two_dossiers(first_pages=9))
    assert [(a.code, a.outcome) for a in bilan.anomalies] == [("T07", Outcome.NOTED)]
    assert {verdict for _, verdict in verdicts(bilan)} == {"acceptee"}


def test_the_companion_number_opens_a_dossier_by_itself_on_pwp() -> None:
    bilan = settled(papers.bulletin(), canal=Canal.PWP, companion=Companion(numero_unique=MARTIN))
    assert verdicts(bilan) == [(MARTIN, "acceptee")]


def test_the_companion_number_opens_nothing_on_paper() -> None:
    bilan = settled(papers.bulletin(), companion=Companion(numero_unique=MARTIN))
    assert bilan.registre.hors_dossier == 1


def test_a_sheet_of_another_number_stops_a_pwp_lot() -> None:
    pages = [papers.bulletin(), papers.fiche(DURAND, "DURAND", "PAUL", 2)]
    bilan = settled(*pages, canal=Canal.PWP, companion=Companion(numero_unique=MARTIN))
    assert verdicts(bilan) == [(MARTIN, "a_verifier")]


def test_an_out_of_scope_piece_is_rejected_by_name() -> None:
    bilan = settled(papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.releve())
    assert [(piece.type, piece.motif) for piece in bilan.pieces] == [("HPR-RLV", "P01")]
    assert bilan.etat == "rejete"


def test_answers_win_and_can_file_reject_cut_and_join() -> None:
    pages = [papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance()]
    said = Said.of([Reject(2, "I03"), Type(3, "LOG-ABA"), File(3, DURAND)])
    assert [(p.verdict, p.motif, p.type, p.dossier) for p in settled(*pages, said=said).pieces] == [
        ("rejetee", "I03", "RES-BUL", MARTIN),
        ("acceptee", None, "LOG-ABA", DURAND),
    ]
    assert len(settled(*pages, said=Said.of([Join(3)])).pieces) == 1
    assert len(settled(*pages, said=Said.of([Join(3), CutBefore(3)])).pieces) == 2


def test_a_type_said_settles_what_the_machine_could_not_name() -> None:
    pages = [papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.page("zzz", "MARTIN Claire")]
    assert verdicts(settled(*pages)) == [(MARTIN, "a_verifier")]
    assert verdicts(settled(*pages, said=Said.of([Type(2, "PRO-ATE")]))) == [(MARTIN, "acceptee")]


def test_blank_backs_are_blank_and_make_the_pli_duplex() -> None:
    sides = [side for page in two_dossiers(3, 2) for side in (page, papers.blank())]
    bilan = settled(*sides)
    assert bilan.registre.blanches == 6
    assert [page.face for page in bilan.pages[:2]] == ["recto", "verso"]
    assert {verdict for _, verdict in verdicts(bilan)} == {"acceptee"}


PAPERS = st.sampled_from(
    [
        papers.bordereau(2, 6),
        papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3),
        papers.fiche(DURAND, "DURAND", "PAUL"),
        papers.page("Fiche récapitulative obligatoire pour la numérisation"),
        papers.page("Attestation d'enregistrement d'une demande de logement", codes=[MARTIN]),
        papers.bulletin(),
        papers.quittance("DURAND Paul"),
        papers.by_hand(papers.page("texte")),
        papers.blank(),
        papers.page("rien de connu"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PAPERS, min_size=1, max_size=9), st.sampled_from(list(Canal)))
def test_whatever_comes_every_page_stands_in_one_account(pages: list[Reading], canal: Canal) -> None:
    bilan = settled(*pages, canal=canal)
    assert bilan.registre.recues == len(pages) == len(bilan.pages)
    held = [n for piece in bilan.pieces for n in piece.pages]
    assert len(held) == len(set(held)) == sum(page.role is Role.PIECE for page in bilan.pages)
