"""What one pli brings of an envelope: its share of each dossier, its pieces, and whether its sender was told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import datetime
from operator import add

from pipeline.domain.bilan import Bilan, BilanDossier, BilanPage
from pipeline.domain.pli import Role, Trust
from pipeline.domain.receipt import Canal, Receipt
from pipeline.store import deposits
from pipeline.store.erasing import ERASED

DUPLICATE = "A03"
BY_REFERENCE = frozenset({Canal.PWP, Canal.SERVICES_WEB})
"""The channels on which a deposit made in several times bears one reference."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Sides of paper, those that bear something and those that are blank."""

    printed: int = 0
    blank: int = 0

    def __add__(self, other: Sides) -> Sides:
        return Sides(self.printed + other.printed, self.blank + other.blank)

    def __sub__(self, other: Sides) -> Sides:
        return Sides(self.printed - other.printed, self.blank - other.blank)

    @property
    def all(self) -> int:
        return self.printed + self.blank


@dataclass(frozen=True, slots=True)
class Share:
    """What a pli holds of a dossier. ``sheet``: its fiche, which ``sides`` counts too; nothing when it has none."""

    numero_unique: str
    announced_documents: int | None
    announced_pages: int | None
    documents: int
    sides: Sides
    sheet: Sides
    given: bool


@dataclass(frozen=True, slots=True)
class Pieces:
    """Pieces of a pli. ``deposited``: sent to the SNE; ``acknowledged``: those that it has answered for."""

    accepted: int = 0
    rejected: int = 0
    to_check: int = 0
    deposited: int = 0
    acknowledged: int = 0
    refused: int = 0

    def __add__(self, other: Pieces) -> Pieces:
        return Pieces(*map(add, astuple(self), astuple(other)))


@dataclass(frozen=True, slots=True)
class Part:
    """One pli. ``envelope``: what it has in common with the other plis of its envelope, None when it says nothing.

    ``announced_dossiers`` and ``announced_pages`` are those of its bordereau, whose sides are ``bordereau``.
    ``unopened``: fiches that opened no dossier, and of which nobody said whose they are. ``again``: all its pieces had
    come before. ``told``: the state of its last mail, None before it.
    """

    pli: str
    canal: Canal
    sha256: str
    recu_le: datetime
    echeance: datetime
    etat: str
    guichet: str | None
    envelope: tuple[str, ...] | None
    announced_dossiers: int | None
    announced_pages: int | None
    bordereau: Sides
    sides: Sides
    shares: tuple[Share, ...]
    unopened: int
    pieces: Pieces
    again: bool
    told: str | None


def part_of(bilan: Bilan, receipt: Receipt, told: str | None) -> Part:
    """Return what a settled pli brings."""
    announced, register = bilan.bordereau, bilan.registre
    return Part(
        pli=bilan.pli,
        canal=bilan.canal,
        sha256=bilan.source.sha256,
        recu_le=receipt.recu_le,
        echeance=receipt.echeance,
        etat=bilan.etat,
        guichet=bilan.guichet.code if bilan.guichet is not None else None,
        envelope=_envelope(bilan, receipt),
        announced_dossiers=announced.dossiers if announced is not None else None,
        announced_pages=announced.pages if announced is not None else None,
        bordereau=_sheet(bilan.pages, lambda page: page.role is Role.BORDEREAU),
        sides=Sides(register.recues - register.blanches, register.blanches),
        shares=_shares(bilan),
        unopened=_unopened(bilan),
        pieces=_pieces(bilan),
        again=bool(bilan.pieces) and all(DUPLICATE in piece.alertes for piece in bilan.pieces),
        told=told,
    )


def _envelope(bilan: Bilan, receipt: Receipt) -> tuple[str, ...] | None:
    """Return what tells an envelope from all others: who sent it, and how they call it."""
    guichet = bilan.guichet.code if bilan.guichet is not None else ""
    if bilan.bordereau is not None and bilan.bordereau.envoi is not None:
        return ("envoi", guichet, bilan.bordereau.envoi)
    companion = receipt.companion
    if bilan.canal in BY_REFERENCE and companion.reference is not None:
        return (bilan.canal, companion.courriel or companion.guichet or "", companion.reference)
    return None


def _unopened(bilan: Bilan) -> int:
    """Count the fiches that opened no dossier, but for those of which an operator said whose the papers are."""
    named = {dossier.numero_unique for dossier in bilan.dossiers if dossier.code == Trust.GIVEN}
    unread = [n for n, page in enumerate(bilan.pages) if page.role is Role.FICHE and page.dossier is None]
    behind = (_next(bilan.pages[n + 1 :]) for n in unread)
    return sum(page is None or page.role is Role.FICHE or page.dossier not in named for page in behind)


def _next(pages: Sequence[BilanPage]) -> BilanPage | None:
    """Return the first of these pages that is a fiche or of a piece."""
    return next((page for page in pages if page.role is Role.FICHE or page.piece is not None), None)


def _shares(bilan: Bilan) -> tuple[Share, ...]:
    """Return the shares by dossier; one that is opened twice in a pli is one dossier."""
    opened: dict[str, list[BilanDossier]] = {}
    for dossier in bilan.dossiers:
        opened.setdefault(dossier.numero_unique, []).append(dossier)
    shares = [_share(number, same, bilan.pages) for number, same in opened.items()]
    return tuple(_apart(share, bilan.pli) for share in shares) if bilan.source.nom == ERASED else tuple(shares)


def _apart(share: Share, pli: str) -> Share:
    """Keep the dossiers of a purged pli apart from those of others: what stands for their numbers is its own."""
    return share if share.given else replace(share, numero_unique=f"{pli} {share.numero_unique}")


def _share(number: str, opened: Sequence[BilanDossier], pages: Sequence[BilanPage]) -> Share:
    blank = sum(page.role is Role.BLANK and page.dossier == number for page in pages)
    return Share(
        numero_unique=number,
        announced_documents=_sum(dossier.annonce.documents for dossier in opened),
        announced_pages=_sum(dossier.annonce.pages for dossier in opened),
        documents=sum(dossier.compte.documents or 0 for dossier in opened),
        sides=Sides(sum(dossier.compte.pages or 0 for dossier in opened), blank),
        sheet=_sheet(pages, lambda page: page.role is Role.FICHE and page.dossier == number),
        given=all(dossier.code == "fourni" for dossier in opened),
    )


def _sum(counts: Iterable[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def _sheet(pages: Sequence[BilanPage], is_of_it: Callable[[BilanPage], bool]) -> Sides:
    """Count the pages of a separator sheet, and the blank backs of its paper."""
    printed = [page for page in pages if is_of_it(page)]
    paper = {page.feuille for page in printed}
    return Sides(len(printed), sum(page.role is Role.BLANK and page.feuille in paper for page in pages))


def _pieces(bilan: Bilan) -> Pieces:
    verdicts = Counter(piece.verdict for piece in bilan.pieces)
    depots = [piece.depot for piece in bilan.pieces if piece.depot is not None and piece.verdict == "acceptee"]
    return Pieces(
        accepted=verdicts["acceptee"],
        rejected=verdicts["rejetee"],
        to_check=verdicts["a_verifier"],
        deposited=sum(depot.etat in {deposits.DEPOSITED, deposits.UNCERTAIN} for depot in depots),
        acknowledged=sum(depot.etat == deposits.DEPOSITED and depot.reference is not None for depot in depots),
        refused=sum(depot.etat == deposits.REFUSED for depot in depots),
    )
