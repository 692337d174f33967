"""Which rule or which score decided, said for each way of deciding."""

from dataclasses import replace

import pytest

from pipeline.domain.corrections import NOTHING_SAID, Corrections, File, Reject
from pipeline.domain.geometry import WHOLE
from pipeline.domain.pli import Cut, Filing, JudgedPiece, Page, Section
from pipeline.domain.verdict import Acceptee, AVerifier, Evidence, Genre, Question, Rejetee
from pipeline.insight.explain.decided import decided_by
from pipeline.stages.classify import SEALED
from tests import papers
from tests.papers import DURAND, MARTIN

SEAL = Evidence(Genre.DOC2D, "2D-Doc « Avis d'impôt »", 3, WHOLE)


def decided(verdict, reading=None, told=NOTHING_SAID, motif=None, **known):
    page = Page(3, reading if reading is not None else papers.bulletin(), None, 0)
    filing = replace(Filing(Cut(0, (page,)), "RES-BUL", 0.9, (), ()), **known)
    judged = JudgedPiece(filing, MARTIN, 1, None, verdict, (), ())
    return decided_by(judged, Section((page,), motif=motif), told, papers.rules())


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"said": True, "confidence": 1.0}, "type donné par un opérateur"),
        ({"confidence": SEALED, "evidence": (SEAL,)}, "type établi par un code 2D-Doc vérifié"),
        ({"evidence": (SEAL,)}, "RES-BUL à "),
    ],
)
def test_an_accepted_piece_says_what_settled_its_type(known, told):
    assert decided(Acceptee(), **known).startswith(f"rien ne s'y oppose ; {told}")


def test_an_accepted_piece_whose_dossier_a_person_named_says_so():
    said = Corrections.of([File(3, DURAND)])
    assert decided(Acceptee(), told=said).endswith("un opérateur a dit de quel dossier elle est")


@pytest.mark.parametrize(
    ("motif", "told"),
    [
        ("I08", "rejet à partir de 60 %"),
        ("I01", "illisible au-dessous de 25 %"),
        ("P01", "hors du périmètre"),
        ("T10", "aucun fichier"),
        ("T03", "règle de transmission"),
    ],
)
def test_a_refused_piece_says_its_score_or_its_rule(motif, told):
    assert told in decided(Rejetee(motif))


def test_what_lies_under_a_refused_sheet_is_refused_with_it():
    assert "feuille" in decided(Rejetee("T03"), motif="T03")


def test_a_refusal_of_the_operator_s_own_comes_before_any_rule():
    said = Corrections.of([Reject(3, "T03")])
    assert decided(Rejetee("T03"), motif="T03", told=said) == "un opérateur l'a rejetée"


def test_a_demande_that_an_operator_named_and_that_is_gone_is_told():
    assert "SNE" in decided(Rejetee("T05"), told=Corrections.of([File(3, DURAND)]))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (Question.TYPE, "RES-BUL à "),
        (Question.HANDWRITING, "question à partir de 40 %"),
        (Question.LEGIBILITY, "question au-dessous de 45 %"),
        (Question.DOSSIER, ""),
        (Question.CUT, ""),
    ],
)
def test_a_question_bears_the_figure_that_left_it_open_if_one_did(question, told):
    figure = decided(AVerifier(question, "un doute"))
    assert told in figure
    assert bool(figure) is bool(told)


def test_a_piece_without_a_word_says_that_nothing_tells_its_type():
    assert decided(AVerifier(Question.TYPE, "un doute"), papers.blank()) == "aucun texte lu ne dit son type"
