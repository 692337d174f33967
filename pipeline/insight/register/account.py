"""An envelope held against what it announced, however many times it went through a scanner. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pipeline.insight.register.again import without_repeats
from pipeline.insight.register.part import Part, Pieces, Share, Sides
from pipeline.mail.french import count
from pipeline.store import mails

NOTHING = Sides()


class State(StrEnum):
    """How what was counted stands against what was announced."""

    COMPLETE = "complet"
    INCOMPLETE = "incomplet"
    LATE = "incomplet, en retard"
    AT_ODDS = "écart"
    UNANNOUNCED = "sans annonce"


@dataclass(frozen=True, slots=True)
class Tally:
    """Dossiers, documents and pages; None where nothing is said."""

    dossiers: int | None = None
    documents: int | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A dossier in all the parts of its envelope."""

    announced: Tally
    documents: int
    sides: Sides


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope, with its plis in their order of receipt.

    ``repeats``: those that bring again what had come, and are not counted. ``counted.pages`` leaves blank sides out,
    and sheets that were put in again. ``gaps``: what does not balance, in French. ``is_late``: the deadline of its
    first pli is past. ``maybe``: plis without a bordereau that may be the rest of it.
    """

    name: str
    parts: tuple[Part, ...]
    repeats: frozenset[str]
    announced: Tally
    counted: Tally
    state: State
    gaps: tuple[str, ...]
    is_late: bool
    maybe: tuple[str, ...] = ()

    @property
    def pieces(self) -> Pieces:
        return sum((part.pieces for part in self.parts), Pieces())

    @property
    def told(self) -> int:
        """How many of its plis somebody was told of."""
        return sum(part.told == mails.SENT for part in self.parts)


def reconcile(parts: Sequence[Part], now: datetime) -> Envelope:
    """Hold the plis of one envelope, in their order of receipt, against what it announced."""
    kept = without_repeats(parts)
    held = _dossiers(kept)
    announced, sides = _announced(kept, held), _sides(kept, held)
    counted = Tally(len(held) + sum(part.unopened for part in kept), sum(it.documents for it in held), sides.printed)
    gaps = [*_gaps(announced, counted, sides), *_dossier_gaps(held)]
    is_late = now > parts[0].echeance
    repeats = frozenset(part.pli for part in parts) - {part.pli for part in kept}
    return Envelope(
        name=parts[0].envelope[-1] if parts[0].envelope is not None else parts[0].pli,
        parts=tuple(parts),
        repeats=repeats,
        announced=announced,
        counted=counted,
        state=_state(announced, counted, sides, is_at_odds=bool(gaps), is_late=is_late),
        gaps=(*gaps, *(f"{pli} répète cet envoi : il n'est pas compté" for pli in sorted(repeats))),
        is_late=is_late,
    )


def _dossiers(parts: Sequence[Part]) -> list[Held]:
    """Return the dossiers, in the order in which they came."""
    shares: dict[str, list[Share]] = {}
    for part in parts:
        for share in part.shares:
            shares.setdefault(share.numero_unique, []).append(share)
    return [_held(same) for same in shares.values()]


def _held(shares: Sequence[Share]) -> Held:
    sheets = sum((share.sheet for share in shares[1:]), NOTHING)
    documents = [share.documents for share in shares]
    pages = [share.sides.printed for share in shares]
    return Held(
        announced=Tally(
            documents=_said([share.announced_documents for share in shares], documents, shares[0]),
            pages=_said([share.announced_pages for share in shares], pages, shares[0]),
        ),
        documents=sum(documents),
        sides=sum((share.sides for share in shares), NOTHING) - sheets,
    )


def _said(announced: Sequence[int | None], counted: Sequence[int], first: Share) -> int | None:
    """Return what was announced in all: a sheet that is put in again says the same again.

    Each deposit made in several times announces itself, or each announces them all.
    """
    known = [number for number in announced if number is not None]
    if not known:
        return None
    each_its_own = len(set(known)) > 1 or list(announced) == list(counted)
    return sum(known) if first.given and each_its_own else known[0]


def _announced(parts: Sequence[Part], held: Sequence[Held]) -> Tally:
    """Return what the bordereau announces; without one, what the dossiers do, if each says it."""
    documents = _total([it.announced.documents for it in held])
    bordereau = next((p for p in parts if (p.announced_dossiers, p.announced_pages) != (None, None)), None)
    if bordereau is not None:
        return Tally(bordereau.announced_dossiers, documents, bordereau.announced_pages)
    return Tally(None, documents, _total([it.announced.pages for it in held]))


def _total(counts: Sequence[int | None]) -> int | None:
    known = [number for number in counts if number is not None]
    return sum(known) if counts and len(known) == len(counts) else None


def _sides(parts: Sequence[Part], held: Sequence[Held]) -> Sides:
    """Return the sides that counts speak of, each sheet once: all that a bordereau heads, else the dossiers'."""
    if all(part.bordereau == NOTHING for part in parts):
        return sum((dossier.sides for dossier in held), NOTHING)
    again = [part.bordereau for part in parts[1:] if parts[0].bordereau != NOTHING]
    seen: set[str] = set()
    for part in parts:
        again += [share.sheet for share in part.shares if share.numero_unique in seen]
        seen |= {share.numero_unique for share in part.shares}
    return sum((part.sides for part in parts), NOTHING) - sum(again, NOTHING)


def _gaps(announced: Tally, counted: Tally, sides: Sides) -> Iterator[str]:
    if announced.dossiers is not None and counted.dossiers != announced.dossiers:
        yield f"{count(counted.dossiers or 0, 'dossier compté')} pour {announced.dossiers}"
    if not _agrees(announced.pages, sides):
        blank = f" ({sides.all} avec les faces blanches)" if sides.blank else ""
        yield f"{count(sides.printed, 'page comptée')}{blank} pour {announced.pages}"


def _agrees(announced: int | None, sides: Sides) -> bool:
    """Say whether a count is the one announced: blank backs may have been counted, or not."""
    return announced in {None, sides.printed, sides.all}


def _dossier_gaps(held: Sequence[Held]) -> Iterator[str]:
    """Name the dossiers by their rank in the envelope: no number of an applicant leaves here."""
    for rank, dossier in enumerate(held, start=1):
        told = dossier.announced
        if len(held) > 1 and not _agrees(told.pages, dossier.sides):
            yield f"dossier n° {rank} : {count(dossier.sides.printed, 'page')} pour {told.pages}"
        elif told.documents not in {None, dossier.documents}:
            yield f"dossier n° {rank} : {count(dossier.documents, 'document')} pour {told.documents}"


def _state(announced: Tally, counted: Tally, sides: Sides, *, is_at_odds: bool, is_late: bool) -> State:
    lacks_dossiers = announced.dossiers is not None and (counted.dossiers or 0) < announced.dossiers
    lacks_pages = announced.pages is not None and sides.all < announced.pages
    if lacks_dossiers or lacks_pages:
        return State.LATE if is_late else State.INCOMPLETE
    if is_at_odds:
        return State.AT_ODDS
    return State.UNANNOUNCED if announced == Tally() else State.COMPLETE
