"""What the machine settled alone: rejections, errors, and what it left to people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pipeline.domain.pli import Role
from pipeline.insight.evaluate.account import Account, Case, PieceAccount
from pipeline.insight.evaluate.belonging import misfiled
from pipeline.insight.evaluate.figures import Fault, Share

FAMILIES = ("manuscrit", "hors_perimetre", "inexploitable", "transmission")


@dataclass(frozen=True, slots=True)
class Rejections:
    """Rejections of one family of motives.

    ``precision``: right among those made; ``recall``: made among those due. A piece left to a person is
    neither right nor wrong, and was not recalled.
    """

    precision: Share
    recall: Share


@dataclass(frozen=True, slots=True)
class Settlement:
    """``questions``: pieces left to a person; ``needless``: those of them of which the truth asks nothing.

    ``untouched``: plis that came to an end without one. ``wrong``: settled pieces whose verdict, dossier or accepted
    type is wrong.
    """

    rejections: Mapping[str, Rejections]
    questions: Share
    needless: Share
    untouched: Share
    wrong: Share
    faults: tuple[Fault, ...]


def family(motif: str | None) -> str | None:
    """Return the family of a motive (contract, §3)."""
    if motif == "I08":
        return "manuscrit"
    return {"I": "inexploitable", "P": "hors_perimetre", "T": "transmission"}.get((motif or " ")[0])


def settlement(cases: Iterable[Case]) -> Settlement:
    """Judge what was settled without a person."""
    cases = list(cases)
    faults: list[Fault] = []
    pieces = [piece for case in cases for piece in case.found.pieces]
    for case in cases:
        for piece in case.found.pieces:
            why = _error(case, piece)
            if why is not None:
                pages = tuple(sorted(piece.pages))
                faults.append(Fault(case.name, pages, "decision", why, _due(case.truth, piece), _decision(piece)))
    asked = sum(piece.verdict == "a_verifier" for piece in pieces)
    due = sum(_is_due(case.truth, piece) for case in cases for piece in case.found.pieces)
    ends = [bilan["etat"] for case in cases for bilan in case.bilans]
    return Settlement(
        rejections={name: _rejections(cases, name) for name in FAMILIES},
        questions=Share(asked, len(pieces)),
        needless=Share(asked - due, len(pieces)),
        untouched=Share(sum(end in {"termine", "rejete"} for end in ends), len(ends)),
        wrong=Share(len(faults), len(pieces) - asked),
        faults=tuple(faults),
    )


def _is_due(truth: Account, piece: PieceAccount) -> bool:
    """Say whether a question is one that the truth asks too, about a page of the piece at least."""
    true = (truth.piece_of.get(n) for n in piece.pages)
    return piece.verdict == "a_verifier" and any(one is not None and one.verdict == "a_verifier" for one in true)


def _error(case: Case, piece: PieceAccount) -> str | None:
    """Say in French what is wrong with a settled piece, page by page: it may be cut otherwise in truth."""
    match piece.verdict:
        case "acceptee":
            return misfiled(case, piece) or _first(piece, lambda n: _wrongly_accepted(case.truth, n, piece))
        case "rejetee":
            return _first(piece, lambda n: _wrongly_rejected(case.truth, n))
        case _:
            return None


def _first(piece: PieceAccount, judge: Callable[[int], str | None]) -> str | None:
    return next((why for n in sorted(piece.pages) if (why := judge(n)) is not None), None)


def _wrongly_accepted(truth: Account, n: int, piece: PieceAccount) -> str | None:
    true = truth.piece_of.get(n)
    if true is None:
        role = truth.role(n)
        return None if role in {None, Role.BLANK} else f"page « {role} » acceptée comme pièce"
    if true.verdict == "rejetee":
        return f"acceptée, attendue rejetée {true.motif or ''}".rstrip()
    if true.verdict == "a_verifier" and not true.known:
        return "acceptée, attendue à vérifier"
    return None if true.type in {None, piece.type} else f"acceptée comme {piece.type}, attendue {true.type}"


def _wrongly_rejected(truth: Account, n: int) -> str | None:
    true = truth.piece_of.get(n)
    if true is None:
        role = truth.role(n)
        return None if role in {None, Role.BLANK, Role.OUTSIDE} else f"page « {role} » rejetée comme pièce"
    return None if true.verdict == "rejetee" else f"rejetée, attendue {_VERDICTS.get(true.verdict or '', 'autrement')}"


_VERDICTS = {"acceptee": "acceptée", "rejetee": "rejetée", "a_verifier": "à vérifier"}


def _due(truth: Account, piece: PieceAccount) -> str:
    """Say what should have become of the pages of a piece."""
    told = (_decision(truth.piece_of[n]) if n in truth.piece_of else truth.role(n) for n in sorted(piece.pages))
    return " ; ".join(dict.fromkeys(what for what in told if what is not None))


def _decision(piece: PieceAccount) -> str:
    """Say what was decided of a piece: its verdict, its type, its motive."""
    return " ".join(filter(None, (_VERDICTS.get(piece.verdict or "", ""), piece.type, piece.motif)))


def _rejections(cases: Iterable[Case], name: str) -> Rejections:
    """Compare the rejections of one family: a piece agrees when the other side rejects over half of its pages so."""
    made, right, due, recalled = 0, 0, 0, 0
    for case in cases:
        found, true = _rejected(case.found, name), _rejected(case.truth, name)
        found_pages, true_pages = frozenset().union(*found), frozenset().union(*true)
        made += len(found)
        right += sum(_mostly(pages, true_pages) for pages in found)
        due += len(true)
        recalled += sum(_mostly(pages, found_pages) for pages in true)
    return Rejections(Share(right, made), Share(recalled, due))


def _rejected(account: Account, name: str) -> list[frozenset[int]]:
    """Return the page sets rejected for a family; a page outside any dossier is one by itself (``T02``)."""
    pieces = [p.pages for p in account.pieces if p.verdict == "rejetee" and family(p.motif) == name]
    if name != "transmission":
        return pieces
    return pieces + [frozenset({page.n}) for page in account.pages.values() if page.role == Role.OUTSIDE]


def _mostly(pages: frozenset[int], others: frozenset[int]) -> bool:
    return 2 * len(pages & others) > len(pages)
