"""What two accounts of one pli say differently, page by page. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.domain.bilan import Bilan, BilanPage, BilanPiece
from pipeline.domain.pli import SEPARATORS, Judged, Role
from pipeline.domain.verdict import AVerifier

SENT = frozenset({"depose", "incertain"})
"""States of a deposit that the register knows of, or may."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What some pages are: one piece, or one page that is of none.

    ``verdict`` is None for what is no piece. ``question``: the one that is open on a piece ``a_verifier``;
    ``whose``: the role in the household; ``dossier`` and ``rang`` are left out where they say nothing.
    """

    pages: tuple[int, ...]
    role: Role
    dossier: str | None
    rang: int | None = None
    type: str | None = None
    verdict: str | None = None
    motif: str | None = None
    question: str | None = None
    whose: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the stand under the names of the bilan."""
        return {
            "pages": list(self.pages),
            "role_pages": self.role,
            "dossier": self.dossier,
            "rang": self.rang,
            "type": self.type,
            "role": self.whose,
            "verdict": self.verdict,
            "motif": self.motif,
            "question": self.question,
        }


@dataclass(frozen=True, slots=True)
class Change:
    """The same pages, before and now. ``pieces``: those that they were; ``sent``: those of them already deposited."""

    before: tuple[Stand, ...]
    now: tuple[Stand, ...]
    pieces: tuple[str, ...]
    sent: tuple[str, ...]

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(sorted(n for stand in self.before for n in stand.pages))

    @property
    def recut(self) -> bool:
        """Whether pieces begin or end elsewhere."""
        return {stand.pages for stand in self.before} != {stand.pages for stand in self.now}

    def pairs(self) -> Iterator[tuple[Stand, Stand]]:
        """Yield what each page was with what it would be, once for pages that go together."""
        for before in self.before:
            yield from ((before, now) for now in self.now if not set(before.pages).isdisjoint(now.pages))

    def as_json(self) -> dict[str, Any]:
        """Return the change for a program."""
        return {
            "pages": list(self.pages),
            "avant": [stand.as_json() for stand in self.before],
            "maintenant": [stand.as_json() for stand in self.now],
            "deja_deposees": list(self.sent),
        }


def questions_of(judged: Judged, bilan: Bilan) -> dict[str, str]:
    """Return the questions that a judgement leaves open, by piece of the bilan drawn up from it."""
    verdicts = zip(bilan.pieces, (judged_piece.verdict for judged_piece in judged.pieces), strict=True)
    return {piece.id: verdict.question for piece, verdict in verdicts if isinstance(verdict, AVerifier)}


def stand_of(piece: BilanPiece, question: str | None) -> Stand:
    """Return what a piece stands for in its bilan."""
    return Stand(
        pages=piece.pages,
        role=Role.PIECE,
        dossier=piece.dossier,
        rang=piece.rang,
        type=piece.type,
        verdict=piece.verdict,
        motif=piece.motif,
        question=question,
        whose=piece.role,
    )


def stands(bilan: Bilan, questions: Mapping[str, str]) -> list[Stand]:
    """Return what every page of a pli is, in order; ``questions``: the open ones, by piece."""
    pieces = [stand_of(piece, questions.get(piece.id)) for piece in bilan.pieces]
    others = [_page(page) for page in bilan.pages if page.piece is None]
    return sorted([*pieces, *others], key=lambda stand: stand.pages)


def _page(page: BilanPage) -> Stand:
    """Return what a page of no piece is; in which dossier matters only of a separator."""
    return Stand((page.n,), page.role, page.dossier if page.role in SEPARATORS else None)


def changes(bilan: Bilan, asked: Mapping[str, str], now: Bilan, asks: Mapping[str, str]) -> tuple[Change, ...]:
    """Return what ``now`` says otherwise than ``bilan``, in page order; ``asked``, ``asks``: their open questions."""
    before, after = stands(bilan, asked), stands(now, asks)
    same = set(before) & set(after)
    moved = [stand for stand in before if stand not in same], [stand for stand in after if stand not in same]
    return tuple(
        Change(
            before=tuple(stand for stand in moved[0] if pages.issuperset(stand.pages)),
            now=tuple(stand for stand in moved[1] if pages.issuperset(stand.pages)),
            pieces=tuple(piece.id for piece in bilan.pieces if pages.issuperset(piece.pages)),
            sent=tuple(piece.id for piece in bilan.pieces if pages.issuperset(piece.pages) and _is_sent(piece)),
        )
        for pages in _together(stand.pages for side in moved for stand in side)
    )


def _is_sent(piece: BilanPiece) -> bool:
    return piece.depot is not None and piece.depot.etat in SENT


def _together(runs: Iterator[Collection[int]]) -> list[set[int]]:
    """Return the pages that have to be told of together: those of runs that share some, in order."""
    found: list[set[int]] = []
    for run in runs:
        shared = [pages for pages in found if not pages.isdisjoint(run)]
        found = [pages for pages in found if pages.isdisjoint(run)]
        found.append(set(run).union(*shared))
    return sorted(found, key=min)
