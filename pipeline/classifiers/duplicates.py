"""Was a piece sent twice? Same demande, type, sub-key and person: within a pli the look tells too, across plis a mark.

A mark is a hash: it tells nothing of a piece but that the same one came before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import chain

from pipeline.classifiers import persons
from pipeline.classifiers.boundary import marker, shows_back
from pipeline.classifiers.identity import Names, mention
from pipeline.classifiers.subkeys import Kind, subkey
from pipeline.domain.facts import Person
from pipeline.domain.filing_plan import FilingPlan
from pipeline.domain.pli import Judged, JudgedPiece, Sections
from pipeline.domain.reading import Reading
from pipeline.domain.text import fold
from pipeline.domain.verdict import Acceptee, Rejetee

PREFIX = "piece:"
LENGTH = 40  # hexadecimal digits kept of the hash
ALIKE, FIGURES, FEWEST = 0.5, 3, 6  # share of the numbers in common; digits of a number that tells; numbers needed


def fingerprints(judged: Judged, plan: FilingPlan) -> frozenset[str]:
    """Return the marks of the accepted pieces of a pli, by which another pli knows them."""
    known = _marks(judged.pieces, judged.named.pieces.sheets.cut, plan)
    accepted = (index for index, piece in enumerate(judged.pieces) if isinstance(piece.verdict, Acceptee))
    return frozenset(known[index] for index in accepted if index in known)


def repeated(
    pieces: Sequence[JudgedPiece], sections: Sections, plan: FilingPlan, seen_before: frozenset[str]
) -> dict[int, JudgedPiece | None]:
    """Return, by index, the pieces that came before: with the piece of this pli, or None when of an earlier one."""
    known = _marks(pieces, sections, plan)
    found: dict[int, JudgedPiece | None] = {}
    for index, mark in known.items():
        if isinstance(pieces[index].verdict, Rejetee):
            continue
        earlier = (pieces[other] for other in known if other < index and known[other] == mark)
        like = (one for one in earlier if not isinstance(one.verdict, Rejetee) and _alike(one, pieces[index]))
        first = next(like, None)
        if first is not None or mark in seen_before:
            found[index] = first
    return found


def _marks(pieces: Sequence[JudgedPiece], sections: Sections, plan: FilingPlan) -> Mapping[int, str]:
    told = ((index, _mark(piece, sections, plan)) for index, piece in enumerate(pieces))
    return {index: mark for index, mark in told if mark is not None}


def _mark(piece: JudgedPiece, sections: Sections, plan: FilingPlan) -> str | None:
    """Return the mark of a piece; None when nothing tells it from others, or whose it is."""
    code, readings = piece.filing.type, _readings(piece)
    known = subkey(readings, code) if code is not None else None
    if code is None or known is None or piece.numero_unique is None:
        return None
    dossier = sections.sections[piece.filing.cut.section].dossier
    whose = _whose(readings, dossier.person if dossier is not None else None) if plan[code].per_person else ""
    if whose is None:
        return None
    told = (piece.numero_unique, code, known.value, _part(readings, known.kind), whose)
    return PREFIX + sha256("\n".join(told).encode()).hexdigest()[:LENGTH]


def _part(readings: Sequence[Reading], kind: Kind) -> str:
    """Tell the parts of one paper that were cut apart: its first page number, and the faces of a card."""
    number = marker(readings[0])
    back = kind is Kind.END and len(readings) == 1 and shows_back(readings[0])
    return f"{number.page if number is not None else ''}{'verso' if back else ''}"


def _whose(readings: Sequence[Reading], applicant: Person | None) -> str | None:
    if applicant is not None and any(mention(applicant, Names.on(reading)) for reading in readings):
        return "D"
    people = chain.from_iterable(persons.named(reading) for reading in readings)
    return next((" ".join(sorted(someone.names)) for someone in people), None)


def _alike(one: JudgedPiece, other: JudgedPiece) -> bool:
    """Say whether two pieces bear the same numbers: two employers pay the same person for the same month."""
    left, right = _figures(one), _figures(other)
    if min(len(left), len(right)) < FEWEST:
        return True
    return len(left & right) >= ALIKE * len(left | right)


def _figures(piece: JudgedPiece) -> frozenset[str]:
    words = (fold(word.text) for reading in _readings(piece) for word in reading.words)
    return frozenset(word for word in words if sum(char.isdigit() for char in word) >= FIGURES)


def _readings(piece: JudgedPiece) -> list[Reading]:
    return [page.reading for page in piece.filing.cut.pages]
