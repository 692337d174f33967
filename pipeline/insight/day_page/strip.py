"""The pages of a pli as they are laid side by side: the pages of a piece together, within their dossier. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.domain.bilan import Bilan, BilanDossier, BilanPage, BilanPiece
from pipeline.domain.pli import Role

OPENERS = frozenset({Role.BORDEREAU, Role.FICHE, Role.ATTESTATION})
NAMING = frozenset({Role.FICHE, Role.ATTESTATION, Role.PIECE})


@dataclass(frozen=True, slots=True)
class Group:
    """The pages of a piece, with the blank sides that lie between them; or one page that is of no piece."""

    pages: tuple[BilanPage, ...]
    piece: BilanPiece | None


@dataclass(frozen=True, slots=True)
class Block:
    """A run of groups of one dossier, or of none. ``opened``: the entry of that dossier in the bilan."""

    groups: tuple[Group, ...]
    opened: BilanDossier | None

    @property
    def is_head(self) -> bool:
        """Whether it lies before the first sheet that could open a dossier."""
        return self.opened is None and not any(page.role in NAMING for group in self.groups for page in group.pages)

    @property
    def title(self) -> str:
        if self.opened is not None:
            return f"Dossier {self.opened.numero_unique}"
        return "En tête de l'envoi" if self.is_head else "Sans dossier"


def blocks_of(bilan: Bilan) -> tuple[Block, ...]:
    """Lay out a pli; every page of it stands in exactly one group."""
    runs: list[list[Group]] = []
    for group in _groups(bilan):
        if runs and not _opens(runs[-1][-1].pages[-1], group.pages[0]):
            runs[-1].append(group)
        else:
            runs.append([group])
    return tuple(Block(tuple(run), _opened(bilan, run)) for run in runs)


def _opens(before: BilanPage, page: BilanPage) -> bool:
    """Say whether a block begins at ``page``: another dossier, or a sheet that closes the one before."""
    return before.dossier != page.dossier or (page.role in OPENERS and before.role is not page.role)


def _groups(bilan: Bilan) -> Iterator[Group]:
    by_number = {page.n: page for page in bilan.pages}
    laid: set[int] = set()
    for page in sorted(bilan.pages, key=lambda page: page.n):
        if page.n in laid:
            continue
        piece = next((piece for piece in bilan.pieces if piece.id == page.piece), None)
        pages = tuple(_with_blanks(piece, by_number)) if piece is not None else (page,)
        laid |= {laid_page.n for laid_page in pages}
        yield Group(pages, piece)


def _with_blanks(piece: BilanPiece, by_number: dict[int, BilanPage]) -> Iterator[BilanPage]:
    """Yield the pages of a piece in reading order, each followed by the blank sides between it and the next."""
    last = max(piece.pages)
    for n in piece.pages:
        yield by_number[n]
        after = n + 1
        while after < last and by_number[after].role is Role.BLANK:
            yield by_number[after]
            after += 1


def _opened(bilan: Bilan, run: list[Group]) -> BilanDossier | None:
    number = run[0].pages[0].dossier
    rang = next((group.piece.rang for group in run if group.piece is not None), None)
    entries = [dossier for dossier in bilan.dossiers if dossier.numero_unique == number]
    return next((dossier for dossier in entries if rang in {None, dossier.rang}), None)
