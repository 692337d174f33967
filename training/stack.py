"""The stack of paper as it goes into the scanner, side by side, with what each side truly is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from random import Random

from PIL import Image

from training import sheets
from training.codes import Writing
from training.desk import Desk, Draft, Side
from training.fonts import Family
from training.people import Office
from training.plans import DossierPlan, LotPlan, PliPlan
from training.sheets import Counts


@dataclass(frozen=True, slots=True)
class Belongs:
    """What a side is. ``pli``, ``piece``: ranks over the lot; ``dossier``: the number that was truly opened.

    ``forged``: a fiche whose code has a false signature.
    """

    role: str
    pli: int
    dossier: str | None = None
    piece: int | None = None
    ruined: bool = False
    forged: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """A side on its sheet. ``side`` is None when blank; ``behind``: what is on the other side."""

    side: Side | None
    belongs: Belongs
    feuille: int
    face: str | None
    behind: Side | None


@dataclass(frozen=True, slots=True)
class Item:
    """Sides that go together: a separator or a piece."""

    sides: tuple[Side, ...]
    belongs: Belongs
    back_to_back: bool


Desks = Callable[[Family, Random, date, int], Desk]
"""Gives a desk for a family and a day, at a resolution."""


def stack(plan: LotPlan, rng: Random, desks: Desks = Desk.of) -> list[Leaf]:
    """Lay out every side of the lot in order, blank backs included when both sides are scanned."""
    leaves: list[Leaf] = []
    sheet = 0
    for item in _items(plan, rng, desks):
        for pair in _sheets(item, duplex=plan.duplex):
            sheet += 1
            leaves += _leaves(pair, item.belongs, sheet, duplex=plan.duplex)
    return leaves


def content_pages(dossier: DossierPlan) -> int:
    return sum(len(draft.sides) for draft in dossier.drafts)


def announced(dossier: DossierPlan) -> Counts:
    """Return what the fiche says: documents, and pages with the fiche itself."""
    return Counts(len(dossier.drafts), 1 + content_pages(dossier) + dossier.miscount)


def _items(plan: LotPlan, rng: Random, desks: Desks) -> Iterator[Item]:
    piece = 0
    for rank, pli in enumerate(plan.plis, 1):
        desk = desks(plan.family, rng, plan.day, plan.dpi)
        if pli.with_bordereau:
            yield Item((_bordereau(desk, pli),), Belongs("bordereau", rank), back_to_back=False)
        ahead = plan.before_any_fiche(pli)
        for draft in chain(pli.loose, *(dossier.drafts for dossier in ahead)):
            yield _piece(draft, Belongs("hors_dossier", rank, ruined=draft.motif == "I01"))
        for dossier in pli.dossiers[len(ahead) :]:
            opened = dossier.home.numero_unique if plan.opener is None or dossier.writing.opens else None
            forged = plan.opener == "fiche" and dossier.writing is Writing.FORGED
            belongs = Belongs(plan.opener or "", rank, opened, forged=forged)
            yield from _opener(plan, desk, pli.office, dossier, belongs)
            for draft in dossier.drafts:
                piece += 1
                yield _piece(draft, Belongs("piece", rank, opened, piece, draft.motif == "I01"))


def _bordereau(desk: Desk, pli: PliPlan) -> Image.Image:
    pages = 1 + sum(1 + content_pages(dossier) + dossier.miscount for dossier in pli.dossiers)
    pages += sum(len(draft.sides) for draft in pli.loose)
    return sheets.bordereau(desk, pli.office, Counts(len(pli.dossiers), pages))


def _opener(plan: LotPlan, desk: Desk, office: Office, dossier: DossierPlan, belongs: Belongs) -> Iterator[Item]:
    if dossier.writing is Writing.ABSENT:
        return
    if plan.opener == "fiche":
        image = sheets.fiche(desk, dossier.home, office, announced(dossier), dossier.writing)
        yield Item((image,), belongs, back_to_back=False)
    elif plan.opener == "attestation":
        yield Item(sheets.attestation(desk, dossier.home, dossier.writing), belongs, back_to_back=True)


def _piece(draft: Draft, belongs: Belongs) -> Item:
    return Item(draft.sides, belongs, draft.back_to_back)


def _sheets(item: Item, *, duplex: bool) -> list[tuple[Side, ...]]:
    """Group the sides of an item by sheet of paper."""
    step = 2 if duplex and item.back_to_back else 1
    return [item.sides[first : first + step] for first in range(0, len(item.sides), step)]


def _leaves(pair: Sequence[Side], belongs: Belongs, sheet: int, *, duplex: bool) -> list[Leaf]:
    if not duplex:
        return [Leaf(pair[0], belongs, sheet, None, None)]
    recto, verso = pair[0], pair[1] if len(pair) > 1 else None
    back = belongs if verso is not None else Belongs("blanche", belongs.pli, belongs.dossier)
    return [Leaf(recto, belongs, sheet, "recto", verso), Leaf(verso, back, sheet, "verso", recto)]
