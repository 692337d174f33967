"""What a person should know of a piece although it changes nothing of its fate: alerts, never rejections.

Each bears its evidence: what was seen, on which page, where.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.classifiers import alteration, duplicates
from pipeline.classifiers.boundary import marker, shows_back
from pipeline.classifiers.card_zone import RESIDENCE
from pipeline.classifiers.subkeys import Subkey, subkey
from pipeline.classifiers.validity import outdated
from pipeline.domain.facts import Facts
from pipeline.domain.geometry import Box, hull
from pipeline.domain.pli import Filing, JudgedPiece, Page, Sections
from pipeline.domain.rules import Rules
from pipeline.domain.verdict import Evidence, Genre

FORGERY, OUTDATED, DUPLICATE, MISSING_SIDE, MISSING_PAGE = "A01", "A02", "A03", "A04", "A05"
IDENTITY = frozenset({"IDE", "SEJ", "HAN"})
RECEIPTS = frozenset({"SEJ-REC", "SEJ-PRO", "SEJ-ANF"})
"""With one of them that still holds, an expired title is still good."""
BOTH_FACES = 2


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert of the catalogue. ``seen`` is None when the evidence of the piece already says it."""

    code: str
    seen: Evidence | None


def raised(pieces: Sequence[JudgedPiece], sections: Sections, facts: Facts, rules: Rules) -> tuple[JudgedPiece, ...]:
    """Return the pieces of a pli with their alerts and what tells each from others of its type, with evidence."""
    on = sections.receipt.recu_le.date()
    known = [_subkey(piece.filing) for piece in pieces]
    twice = duplicates.repeated(pieces, sections, rules.plan, facts.seen_before)
    renewed = {
        piece.numero_unique
        for piece, found in zip(pieces, known, strict=True)
        if found is not None and piece.filing.type in RECEIPTS and outdated(found, piece.filing.type, on) is None
    }
    done = []
    for index, (piece, found) in enumerate(zip(pieces, known, strict=True)):
        alerts = [*of(piece.filing, on, rules)]
        still_good = piece.filing.type in RESIDENCE and piece.numero_unique in renewed
        if found is not None and not still_good:
            alerts += _outdated(piece.filing, found, on)
        if index in twice:
            alerts.append(_duplicate(piece, twice[index]))
        done.append(_with(piece, _named(piece.filing, found, rules), alerts))
    return tuple(done)


def _with(piece: JudgedPiece, named: Evidence | None, alerts: Sequence[Alert]) -> JudgedPiece:
    codes = {*piece.alerts, *(alert.code for alert in alerts)}
    seen = (named, *(alert.seen for alert in alerts))
    evidence = (*piece.evidence, *(one for one in seen if one is not None))
    return replace(piece, alerts=tuple(sorted(codes)), evidence=evidence)


def of(filing: Filing, on: date, rules: Rules) -> Iterator[Alert]:
    """Yield the alerts that a piece received on day ``on`` raises by itself, its dates left out."""
    if filing.suspect:
        yield Alert(FORGERY, None)
    for page in filing.cut.pages:
        for found in alteration.contradictions(page.reading, on):
            yield Alert(FORGERY, _evidence(Genre.MRZ, found.detail, page, found.box))
    if filing.type is not None and rules.plan[filing.type].two_sided and _is_one_face(filing):
        page = filing.cut.pages[0]
        box = hull([card.box for card in page.reading.cards])
        yield Alert(MISSING_SIDE, _evidence(Genre.IMAGE, "une seule face de la carte se voit", page, box))
    if (lacking := _missing_page(filing)) is not None:
        yield Alert(MISSING_PAGE, lacking)


def _is_one_face(filing: Filing) -> bool:
    """Say whether a card shows one face only: its back bears the address, on a page of its own or below the front."""
    if (filing.type or "").split("-")[0] not in IDENTITY or len(filing.cut.pages) > 1:
        return False
    reading = filing.cut.pages[0].reading
    return len(reading.cards) < BOTH_FACES and not shows_back(reading)


def _missing_page(filing: Filing) -> Evidence | None:
    """Return where a page number says that the piece should have more pages than it has."""
    for page in filing.cut.pages:
        found = marker(page.reading)
        if found is not None and found.pages > len(filing.cut.pages):
            lines = (line for line in page.reading.lines() if marker(replace(page.reading, words=tuple(line))) == found)
            box = hull([word.box for word in next(lines, [])])
            detail = f"la page porte « {found.page} sur {found.pages} », la pièce en compte {len(filing.cut.pages)}"
            return _evidence(Genre.TEXT, detail, page, box)
    return None


def _outdated(filing: Filing, found: Subkey, on: date) -> list[Alert]:
    why = outdated(found, filing.type or "", on)
    page = filing.cut.pages[found.page]
    return [Alert(OUTDATED, _evidence(Genre.TEXT, f"possiblement obsolète : {why}", page, found.box))] if why else []


def _duplicate(piece: JudgedPiece, before: JudgedPiece | None) -> Alert:
    known = _subkey(piece.filing)
    where = "dans un pli antérieur"
    if before is not None:
        first, *rest = [page.n for page in before.filing.cut.pages]
        where = f"aux pages {first} à {rest[-1]}" if rest else f"à la page {first}"
    detail = f"doublon possible : même type, même période, même personne {where}"
    page = piece.filing.cut.pages[known.page if known is not None else 0]
    return Alert(DUPLICATE, _evidence(Genre.TEXT, detail, page, known.box if known is not None else None))


def _subkey(filing: Filing) -> Subkey | None:
    return subkey([page.reading for page in filing.cut.pages], filing.type) if filing.type is not None else None


def _named(filing: Filing, found: Subkey | None, rules: Rules) -> Evidence | None:
    """Name a piece by its sub-key: « Bulletin de salaire, mars 2025 »."""
    if found is None or filing.type is None:
        return None
    detail = f"{rules.plan[filing.type].label}, {found.french}"
    return _evidence(Genre.TEXT, detail, filing.cut.pages[found.page], found.box)


def _evidence(genre: Genre, detail: str, page: Page, box: Box | None) -> Evidence:
    """Place what was seen on the received page."""
    zone = box.turned(-page.reading.rotation) if box is not None else None
    return Evidence(genre, detail, page.n, zone)
