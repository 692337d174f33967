"""Wrong dossier: the one error with no acceptable rate, and forged codes, one way into it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.domain.pli import Role
from pipeline.insight.evaluate.account import Case, PieceAccount
from pipeline.insight.evaluate.figures import Fault, Share, listed, upper_bound


@dataclass(frozen=True, slots=True)
class WrongDossier:
    """Pieces accepted in another's file, out of all accepted.

    ``bound``: the rate that this many observations cannot exclude (one-sided 95 %). ``settled``: pieces decided
    without a person; a house that settles nothing is never wrong.
    """

    wrong: Share
    bound: float
    settled: Share
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class ForgedCodes:
    """Forged codes of the set under which nothing was accepted.

    ``named``: those that the machine called forged. ``accepted``: pieces accepted under one all the same.
    """

    refused: Share
    named: int
    accepted: int


def wrong_dossier(cases: Iterable[Case]) -> WrongDossier:
    """Judge every accepted piece by all its pages."""
    faults: list[Fault] = []
    verdicts: list[str | None] = []
    for case in cases:
        for piece in case.found.pieces:
            verdicts.append(piece.verdict)
            why = misfiled(case, piece)
            if why is not None:
                pages, found = tuple(sorted(piece.pages)), ordinal(case, piece.owner)
                faults.append(Fault(case.name, pages, "mauvais_dossier", why, _owners(case, piece), found))
    wrong = Share(len(faults), verdicts.count("acceptee"))
    settled = Share(len(verdicts) - verdicts.count("a_verifier"), len(verdicts))
    return WrongDossier(wrong, upper_bound(wrong), settled, tuple(faults))


def misfiled(case: Case, piece: PieceAccount) -> str | None:
    """Say in French why an accepted piece lies in another's file, None when it does not (or was not accepted).

    A page of no piece in truth counts too when it is outside any dossier or the separator of another one. A blank
    side says nothing of anybody, and a page that the truth does not speak of cannot be judged.
    """
    if piece.verdict != "acceptee":
        return None
    if case.truth.under_forged.keys() & piece.pages:
        return "acceptée sous un code faux"
    if any(_is_of_another(case, n, piece.owner) for n in piece.pages):
        return "acceptée dans un dossier qui n'est pas le sien"
    return None


def ordinal(case: Case, number: str | None) -> str:
    """Say which dossier of the lot a numéro unique is, in French, without writing the number."""
    if number is None:
        return "aucun dossier"
    opened = list(dict.fromkeys(page.dossier for page in case.truth.pages.values() if page.dossier is not None))
    return f"dossier n° {opened.index(number) + 1} du lot" if number in opened else "un dossier d'un autre lot"


def _owners(case: Case, piece: PieceAccount) -> str:
    """Say whose the pages of a piece truly are: ``pages 3, 4 : dossier n° 2 du lot``."""
    pages: dict[str, list[int]] = {}
    for n in piece.pages:
        true, page = case.truth.piece_of.get(n), case.truth.pages.get(n)
        if true is not None or (page is not None and page.role != Role.BLANK):
            owner = true.owner if true is not None else page.dossier if page is not None else None
            pages.setdefault(ordinal(case, owner), []).append(n)
    return " ; ".join(f"pages {listed(own)} : {owner}" for owner, own in pages.items())


def _is_of_another(case: Case, n: int, number: str | None) -> bool:
    true = case.truth.piece_of.get(n)
    if true is not None:
        return true.owner is None or true.owner != number
    page = case.truth.pages.get(n)
    if page is None or page.role == Role.BLANK:
        return False
    return page.role == Role.OUTSIDE or page.dossier not in {None, number}


def forged_codes(cases: Iterable[Case]) -> ForgedCodes:
    """Count forged codes, and what was accepted under them all the same."""
    present, named, believed, accepted = 0, 0, 0, 0
    for case in cases:
        present += len(case.truth.forged)
        named += len(case.truth.forged & case.found.forged)
        under = case.truth.under_forged
        kept = [
            piece.pages for piece in case.found.pieces if piece.verdict == "acceptee" and under.keys() & piece.pages
        ]
        accepted += len(kept)
        believed += len({under[n] for pages in kept for n in pages if n in under})
    return ForgedCodes(Share(present - believed, present), named, accepted)
