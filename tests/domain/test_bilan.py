"""The account of a settled pli, drawn from a small one."""

from dataclasses import replace

import pytest

from pipeline.domain import bilan
from pipeline.domain.bilan import BilanBordereau, BilanGuichet, Counts, Depot, Livrable
from pipeline.domain.pli import (
    Announced,
    Anomaly,
    Bordereau,
    Cut,
    Dossier,
    Filing,
    Judged,
    JudgedPiece,
    Named,
    Outcome,
    Page,
    Pieces,
    Role,
    Section,
    Sections,
    Sheets,
    Side,
    Trust,
)
from pipeline.domain.receipt import Companion
from pipeline.domain.register import Register, Unbalanced
from pipeline.domain.verdict import Acceptee, AVerifier, Evidence, Genre, Question, Rejetee
from tests import papers
from tests.papers import DURAND, MARTIN

BORDEREAU = Bordereau(2, "10691", "057", "MOSELIS", 1, 7, None, "K7Q2M9XA4B")
DOSSIER = Dossier(MARTIN, 1, Trust.SIGNED, None, Announced(3, 5), "20001")
ASKED = AVerifier(Question.TYPE, "aucun type ne se détache")
SEEN = Evidence(Genre.TEXT, "titre", 4)


def page(n, role=None):
    return Page(n, papers.page("texte"), role, 90 if n == 4 else 0)


NAMED = {"type": "RES-BUL", "confidence": 0.98765, "candidates": ()}


def judged(*verdicts, number=MARTIN, rang=1, bordereau=BORDEREAU, receipt=None, named=NAMED):
    """A page outside, a bordereau, a fiche, pages 4-5, 6 and 7 (one piece each), 8 blank."""
    outside = Section((page(1), page(2, Role.BORDEREAU)), outside=True)
    inside = Section((page(3, Role.FICHE), *map(page, range(4, 9))), DOSSIER)
    sections = Sections(receipt or papers.receipt(8), bordereau, (outside, inside), ())
    sheets = Sheets(sections, {n: Side(n, None) for n in range(1, 9)}, frozenset({8}))
    cuts = tuple(Cut(1, pages) for pages in (inside.pages[1:3], inside.pages[3:4], inside.pages[4:5]))
    filings = tuple(Filing(cut, **named, evidence=(SEEN,)) for cut in cuts)
    pieces = tuple(
        JudgedPiece(filing, number, rang, None, verdict, ("A04",), (SEEN,))
        for filing, verdict in zip(filings, verdicts, strict=True)
    )
    anomalies = (Anomaly("T02", "pli", None, (1,), Outcome.REJECTION),)
    return Judged(Named(Pieces(sheets, cuts), filings), pieces, anomalies)


def drawn(*verdicts, receipt=None, **more):
    receipt = receipt or papers.receipt(8)
    return bilan.of(receipt, judged(*verdicts, receipt=receipt, **more))


def test_every_page_stands_in_its_account():
    drawn_up = drawn(Acceptee(), Rejetee("I01"), ASKED)
    assert drawn_up.registre == Register(8, 2, 1, 2, 1, 1, 1)
    assert [p.role for p in drawn_up.pages] == [
        Role.OUTSIDE, Role.BORDEREAU, Role.FICHE, Role.PIECE, Role.PIECE, Role.PIECE, Role.PIECE, Role.BLANK,
    ]  # fmt: skip
    assert drawn_up.anomalies[0].code == "T02"


def test_a_bilan_that_loses_a_page_cannot_exist():
    with pytest.raises(Unbalanced):
        bilan.of(papers.receipt(9), judged(Acceptee(), Acceptee(), Acceptee()))


def test_pieces_bear_their_verdict_their_motif_and_what_was_seen():
    first, second, third = drawn(Acceptee(), Rejetee("I01"), ASKED).pieces
    assert [(p.verdict, p.motif) for p in (first, second, third)] == [
        ("acceptee", None),
        ("rejetee", "I01"),
        ("a_verifier", None),
    ]
    assert (first.pages, first.type, first.confiance, first.alertes) == ((4, 5), "RES-BUL", 0.9877, ("A04",))
    assert first.preuves == (SEEN, SEEN)


@pytest.mark.parametrize(("confidence", "told"), [(0.51, "LOG-QUI"), (0.5, None)])
def test_a_piece_in_doubt_bears_the_type_that_is_likelier_than_all_others_and_a_settled_one_no_guess(confidence, told):
    guessed = {"type": None, "confidence": confidence, "candidates": (("LOG-QUI", confidence), ("RES-BUL", 0.3))}
    pieces = drawn(ASKED, Rejetee("I08"), ASKED, named=guessed).pieces
    assert [piece.type for piece in pieces] == [told, None, told]


def test_a_piece_is_named_by_its_first_page():
    assert [p.id for p in drawn(ASKED, ASKED, ASKED).pieces] == [f"pg0000000000-1-1-0{n}" for n in (4, 6, 7)]
    assert bilan.piece_id("p", 123) == "p-123"


@pytest.mark.parametrize(
    ("verdicts", "etat"),
    [
        ((Acceptee(), Rejetee("I01"), ASKED), "a_verifier"),
        ((Acceptee(), Rejetee("I01"), Rejetee("I01")), "termine"),
        ((Rejetee("I01"), Rejetee("P01"), Rejetee("I01")), "rejete"),
    ],
)
def test_a_pli_is_open_while_one_question_is_then_ended_or_refused(verdicts, etat):
    assert drawn(*verdicts).etat == etat


def test_a_dossier_counts_its_fiche_and_its_printed_pages():
    (dossier,) = drawn(Acceptee(), Acceptee(), Acceptee()).dossiers
    assert (dossier.annonce, dossier.compte) == (Counts(3, 5), Counts(3, 5))
    assert (dossier.code, len(dossier.pieces)) == (Trust.SIGNED, 3)


def test_a_dossier_that_only_a_person_named_has_its_entry():
    opened, told = drawn(Acceptee(), Acceptee(), Acceptee(), number=DURAND).dossiers
    assert (opened.numero_unique, opened.pieces) == (MARTIN, ())
    assert (told.numero_unique, told.rang, told.code, told.compte) == (DURAND, 1, "fourni", Counts(3, 4))


def test_the_reference_is_the_companion_s_else_the_envoi_else_the_pli_s():
    told = replace(papers.receipt(8), companion=Companion(reference="REF-1"))
    verdicts = (Acceptee(), Acceptee(), Acceptee())
    assert drawn(*verdicts, receipt=told).reference == "REF-1"
    assert drawn(*verdicts).reference == "K7Q2M9XA4B"
    assert drawn(*verdicts, bordereau=None).reference == "pg0000000000-1-1"


def test_a_reference_is_never_longer_than_its_limit():
    long = replace(papers.receipt(8), pli="a" * 31 + "-1-1")
    assert drawn(Acceptee(), Acceptee(), Acceptee(), bordereau=None, receipt=long).reference == "a" * 31


@pytest.mark.parametrize("envoi", ["E" * 33, "ENV 2026", MARTIN])
def test_an_envoi_that_is_no_reference_is_not_one(envoi):
    told = drawn(Acceptee(), Acceptee(), Acceptee(), bordereau=replace(BORDEREAU, envoi=envoi))
    assert told.reference == "pg0000000000-1-1"


def test_the_guichet_is_the_bordereau_s_else_the_fiche_s_and_never_the_companion_s_on_paper():
    verdicts = (Acceptee(), Acceptee(), Acceptee())
    told = replace(papers.receipt(8), companion=Companion(guichet="59900"))
    assert drawn(*verdicts).guichet == BilanGuichet("10691", "057")
    assert drawn(*verdicts, bordereau=None, receipt=told).guichet == BilanGuichet("20001", None)
    assert drawn(*verdicts, bordereau=None).guichet == BilanGuichet("20001", None)
    assert drawn(*verdicts).bordereau == BilanBordereau(1, 7, "K7Q2M9XA4B")


@pytest.mark.parametrize(("motif", "etat"), [("T10", "quarantaine"), ("T11", "rejete")])
def test_a_lot_that_could_not_be_opened_has_a_bilan_of_no_page(motif, etat):
    refused = bilan.of_refused(papers.receipt(0), motif)
    assert (refused.etat, refused.plage, refused.registre.recues) == (etat, None, 0)
    assert refused.anomalies == (Anomaly(motif, "lot", None, (), Outcome.REJECTION),)


def test_what_came_after_settling_is_added_by_piece():
    drawn_up = drawn(Acceptee(), Acceptee(), ASKED)
    first, second, _ = (p.id for p in drawn_up.pieces)
    livrable, depot = Livrable("0" * 64, 10, 2), Depot("depose", "1" * 64, "SNE-1")
    after = bilan.completed(drawn_up, {first: livrable}, {second: depot}, {first: "livrée en gris"})
    assert [proof.detail for proof in after.pieces[0].preuves][-1:] == ["livrée en gris"]
    assert [(p.livrable, p.depot) for p in after.pieces] == [(livrable, None), (None, depot), (None, None)]
