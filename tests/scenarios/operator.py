"""An operator who knows the truth and answers every question with it."""

from __future__ import annotations

from pipeline.domain.bilan import Bilan, BilanPiece
from pipeline.engine import answers, day
from pipeline.engine.answers import Answer
from pipeline.insight import status
from pipeline.insight.evaluate.account import Account, PieceAccount, of_truth
from tests.scenarios.workspace import Workspace, golden

ANSWERS_MAX = 60
NOT_TO_IDENTIFY = "I07"


def answer_everything(workspace: Workspace) -> int:
    """Answer until no question is left; return how many answers that took."""
    with workspace.house() as house:
        for given in range(ANSWERS_MAX):
            questions = status.pending(house)
            if not questions:
                return given
            bilan = status.bilan_of(house, questions[0].pli)
            piece = next(piece for piece in bilan.pieces if piece.id == questions[0].asked.piece)
            said = reply(of_truth(golden()[bilan.source.nom].truth), bilan, piece)
            answers.answer(house, [piece.id], said, "Camille")
            day.settle_again(house)
    raise AssertionError(f"{ANSWERS_MAX} answers and there is still a question: {questions[0]}")


def reply(truth: Account, bilan: Bilan, piece: BilanPiece) -> Answer:
    """Say what is true of a piece: first where it begins and ends, then what it is and whose."""
    true = truth.piece_of.get(piece.pages[0])
    foreign = next((n for n in piece.pages if truth.piece_of.get(n) is not true), None)
    if foreign is not None:
        return Answer(cut_before=foreign)
    rest = next((other for other in _neighbours(bilan, piece) if _shares(other, true)), None)
    if rest is not None:
        return Answer(merge_with=rest.id)
    if true is None:
        return Answer(motif=NOT_TO_IDENTIFY)
    if true.verdict == "rejetee":
        return Answer(motif=true.motif)
    return Answer(type=true.type, numero_unique=true.owner)


def _neighbours(bilan: Bilan, piece: BilanPiece) -> list[BilanPiece]:
    at = bilan.pieces.index(piece)
    around = [bilan.pieces[k] for k in (at - 1, at + 1) if 0 <= k < len(bilan.pieces)]
    return [other for other in around if (other.dossier, other.rang) == (piece.dossier, piece.rang)]


def _shares(other: BilanPiece, true: PieceAccount | None) -> bool:
    return true is not None and not true.pages.isdisjoint(other.pages)
