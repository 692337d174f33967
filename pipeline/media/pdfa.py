"""A piece as one light, searchable PDF/A-2b: first by the profiles of its pages, then down the ladder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import InputFault
from pipeline.media.archive import NotArchivable, archivable
from pipeline.media.binding import bound
from pipeline.media.compose_page import ComposePage
from pipeline.media.decoded import Decoded, decode
from pipeline.media.kept import is_light, is_worth
from pipeline.media.profile import Profile
from pipeline.media.proof import Proof, Reread, proved
from pipeline.media.rendition import FIRST, LADDER, Leaf, Rung, received, rendition

BYTES_MAX = 2_000_000
LEGIBLE = 0.9  # of the words read again: with less, what is delivered is not what was received
_OPTIMISM = 1.15  # a rung may press a piece harder than pages on average
_DECODED_BYTES_MAX = 120_000_000  # some thirty grey pages


@dataclass(frozen=True, slots=True)
class Light:
    """``content``: the PDF/A. ``profile``: how its pages are delivered, in French; ``proof``: what was read again."""

    content: bytes
    profile: str
    proof: Proof | None


class _Piece:
    """The pages of a piece, each decoded once as long as memory allows; those of a long piece more often."""

    def __init__(self, pages: Sequence[ComposePage]) -> None:
        self.pages = pages
        self._decoded: dict[int, Decoded] = {}
        self._room = _DECODED_BYTES_MAX

    def first(self) -> list[Leaf]:
        """Return each page as it was received when it is light, or hardly heavier than by its profile."""
        return [self._first(n, page) for n, page in enumerate(self.pages)]

    def pressed(self, leaves: Sequence[Leaf], rung: Rung) -> list[Leaf]:
        """Return each page on ``rung`` where that is lighter than its leaf of ``leaves``."""
        lighter = (self._leaf(n, rung) for n in range(len(self.pages)))
        return [min(pair, key=lambda leaf: len(leaf.content)) for pair in zip(leaves, lighter, strict=True)]

    def archivable(self, leaves: Sequence[Leaf]) -> list[Leaf]:
        """Return the leaves, those of born-digital pages that no archive accepts turned into images."""
        return [
            leaf if page.kind != "pdf" or archivable(leaf.content) else self._leaf(n, FIRST)
            for n, (page, leaf) in enumerate(zip(self.pages, leaves, strict=True))
        ]

    def _first(self, n: int, page: ComposePage) -> Leaf:
        kept = received(page) if is_light(page) else None
        if kept is not None:
            return kept
        leaf = self._leaf(n, FIRST)
        if leaf.profile is Profile.BLACK_AND_WHITE or is_worth(leaf.content, page):
            return leaf
        return received(page) or leaf

    def _leaf(self, n: int, rung: Rung) -> Leaf:
        return rendition(self.pages[n], self._pixels(n), rung)

    def _pixels(self, n: int) -> Decoded:
        if n in self._decoded:
            return self._decoded[n]
        page = decode(self.pages[n])
        if page.pixels.nbytes <= self._room:
            self._room -= page.pixels.nbytes
            self._decoded[n] = page
        return page


def pdfa_of(pages: Sequence[ComposePage], reread: Reread) -> Light:
    """Return the PDF/A of ``pages``, at most ``BYTES_MAX`` bytes, pressed no harder than that takes.

    A piece pressed below the profiles of its pages is proved: ``reread`` says what can still be read of it.
    Raises InputFault: ``T11`` when it cannot be light and legible, ``T10`` when a page cannot be decoded.
    """
    piece = _Piece(pages)
    leaves = piece.first()
    try:
        content = _light(pages, leaves)
    except NotArchivable:  # born-digital pages are checked one by one only when the file as a whole does not pass
        leaves = piece.archivable(leaves)
        content = _light(pages, leaves)
    if content is not None:
        return Light(content, said(leaves), None)
    return _pressed(piece, piece.archivable(leaves), reread)


def said(leaves: Sequence[Leaf]) -> str:
    """Say in French how the pages are delivered."""
    ways = Counter(f"{leaf.profile} à {leaf.dpi} ppp" if leaf.dpi else str(leaf.profile) for leaf in leaves)
    if len(ways) == 1:
        return next(iter(ways))
    return ", ".join(f"{way} ({count} page{'s' if count > 1 else ''})" for way, count in ways.most_common())


def _pressed(piece: _Piece, leaves: Sequence[Leaf], reread: Reread) -> Light:
    """Go down the ladder to where the piece is light, and on while its small print cannot be read there."""
    best: Light | None = None
    weight = sum(len(leaf.content) for leaf in leaves)
    for rung in LADDER[1:]:
        if rung.share * weight > _OPTIMISM * BYTES_MAX:
            continue
        lighter = piece.pressed(leaves, rung)
        content = _light(piece.pages, lighter)
        if content is None:
            continue
        light = Light(content, said(lighter), proved(piece.pages, lighter, reread))
        if light.proof is None or light.proof.holds:
            return light
        if best is None or best.proof is None or light.proof.recall > best.proof.recall:
            best = light
    if best is None or best.proof is None:
        raise InputFault("La pièce dépasse 2 Mo, même allégée.", "T11")
    if best.proof.recall < LEGIBLE:
        raise InputFault("La pièce dépasse 2 Mo, et ne resterait pas lisible une fois allégée.", "T11")
    return best


def _light(pages: Sequence[ComposePage], leaves: Sequence[Leaf]) -> bytes | None:
    """Return the leaves bound, or None when they are too heavy."""
    if sum(len(leaf.content) for leaf in leaves) > BYTES_MAX:
        return None
    content = bound(pages, leaves)
    return content if len(content) <= BYTES_MAX else None
