"""An account without people."""

from dataclasses import replace

from pipeline.domain import bilan as bilans
from pipeline.domain.bilan import BilanDossier, BilanPage, BilanPiece, Counts
from pipeline.domain.geometry import Box
from pipeline.domain.pli import Anomaly, Outcome, Role
from pipeline.domain.receipt import Companion
from pipeline.domain.verdict import Evidence, Genre
from pipeline.upkeep.purge.erased import erased, erased_companion, labels_of
from tests import papers
from tests.papers import DURAND, MARTIN

HERE = Box(0.1, 0.1, 0.2, 0.2)
QUOTED, MEASURED = Evidence(Genre.MRZ, "MARTIN<<CLAIRE", 1, HERE), Evidence(Genre.IMAGE, "netteté 12 %", 1)
PIECE = BilanPiece("p-01", MARTIN, 1, (1,), "IDE-CNN", "D", 1.0, "rejetee", "I01", (), (QUOTED, MEASURED))
BILAN = replace(
    bilans.of_refused(papers.receipt(0), "T11"),
    anomalies=(Anomaly("T07", "dossier", DURAND, (1,), Outcome.NOTED), Anomaly("T01", "pli", None, (), Outcome.NOTED)),
    pages=(BilanPage(1, Role.PIECE, MARTIN, "p-01", None, 1, 0),),
    dossiers=(BilanDossier(DURAND, 1, "signed", Counts(1, 1), Counts(1, 1), ()),),
    pieces=(PIECE,),
)


def test_a_number_has_one_label_wherever_it_stands():
    labels = labels_of(BILAN, [MARTIN, "059101600020359900"])
    assert labels == {DURAND: "efface-1", MARTIN: "efface-2", "059101600020359900": "efface-3"}
    after = erased(BILAN, labels)
    assert [after.anomalies[0].dossier, after.dossiers[0].numero_unique] == ["efface-1"] * 2
    assert [after.pages[0].dossier, after.pieces[0].dossier] == ["efface-2"] * 2
    assert after.anomalies[1].dossier is None


def test_what_quotes_a_paper_goes_and_what_was_measured_stays():
    (piece,) = erased(BILAN, labels_of(BILAN, ())).pieces
    assert piece.preuves == (replace(QUOTED, detail="effacé"), MEASURED)


def test_the_rest_of_the_account_stays():
    after = erased(BILAN, labels_of(BILAN, ()))
    assert after.source == replace(BILAN.source, nom="effacé")
    blank = {"source": BILAN.source, "anomalies": (), "pages": (), "dossiers": (), "pieces": ()}
    assert replace(after, **blank) == replace(BILAN, **blank)


def test_a_companion_keeps_its_counts_and_its_reference():
    said = Companion(numero_unique=MARTIN, courriel="c@x.example", documents=3, reference="R-1", ignored=("pages",))
    assert erased_companion(said) == Companion(documents=3, reference="R-1", ignored=("pages",))
