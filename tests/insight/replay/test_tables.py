"""What would change, in the words of operators."""

from io import StringIO

from rich.console import Console

from pipeline.domain.pli import Role
from pipeline.insight.replay import Replayed, Rerun, as_sentences, as_table
from pipeline.insight.replay.changes import Change, Stand
from tests import papers
from tests.papers import DURAND, MARTIN

ACCEPTED = Stand((3, 4), Role.PIECE, MARTIN, 1, "RES-BUL", "acceptee")
ASKED = Stand((3, 4), Role.PIECE, MARTIN, 1, None, "a_verifier", None, "type")


def shown(*changes):
    out = StringIO()
    Console(file=out, width=400).print(as_table(Replayed((Rerun("pg1-1", changes),)), papers.rules()))
    return " ".join(out.getvalue().split())


def test_a_piece_is_shown_before_and_now_with_its_question():
    table = shown(Change((ACCEPTED,), (ASKED,), ("pg1-1-03",), ()))
    assert "pg1-1-03 (p. 3 et 4)" in table
    assert "RES-BUL Bulletin de salaire, acceptée" in table
    assert "sans type, à vérifier (Quelle pièce est-ce ?)" in table
    assert MARTIN not in table, "the dossier is told only where it changes"
    assert "déjà déposée" not in table


def test_what_is_deposited_asks_for_another_command():
    assert "déjà déposée : pli rectifier" in shown(Change((ACCEPTED,), (ASKED,), ("pg1-1-03",), ("pg1-1-03",)))


def test_another_dossier_another_person_and_another_motive_are_named():
    mine = Stand((3,), Role.PIECE, MARTIN, 1, "RES-BUL", "rejetee", "I08", whose="D")
    theirs = Stand((3,), Role.PIECE, DURAND, 2, "XXX-AAA", "rejetee", "Z99")
    table = shown(Change((mine,), (theirs,), ("pg1-1-03",), ()))
    for said in (f"dossier {MARTIN}", f"dossier {DURAND}, rang 2", "demandeur", "personne inconnue", "rejetée Z99"):
        assert said in table
    assert "XXX-AAA" in table, "a type that the plan does not know any more keeps its code"


def test_pages_cut_otherwise_are_numbered_on_both_sides():
    parted = (Stand((3,), Role.PIECE, MARTIN, 1, "RES-BUL", "acceptee"), Stand((4,), Role.BLANK, None))
    table = shown(Change((ACCEPTED,), parted, ("pg1-1-03",), ()))
    for said in ("p. 3 et 4 : RES-BUL", "p. 3 : RES-BUL", "p. 4 : blanche"):
        assert said in table


def test_the_sentences_count_plis_then_pieces():
    changed = Rerun("pg1-1", (Change((ACCEPTED,), (ASKED,), ("pg1-1-03",), ()),))
    said = as_sentences(Replayed((changed, Rerun("pg1-2"), Rerun("pg1-3", left_out="pas encore décidé"))))
    assert said == ["2 plis rejoués, 1 changerait.", "1 pièce : acceptée → à vérifier", "1 pièce d'un autre type"]


def test_nothing_to_say_is_one_sentence():
    assert as_sentences(Replayed(())) == ["0 pli rejoué, 0 changerait."]
