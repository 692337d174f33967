"""compose: the pages of an accepted piece become the file that is deposited."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.domain.reading import Word
from pipeline.media.compose_page import ComposePage
from pipeline.recognition import ocr
from pipeline.recognition.orientation import turned
from pipeline.recognition.raster import raster

__all__ = ["ComposePage", "Livrable", "cle_of", "compose"]


@dataclass(frozen=True, slots=True)
class Livrable:
    """A piece as it is delivered: a PDF/A-2b of at most 2 000 000 bytes.

    ``profile``: how its pages are delivered, as in « livrée en gris à 200 ppp »; ``proof``: what was read again of a
    piece that had to be pressed harder than its profiles, which are proved beforehand. Both in French.
    """

    content: bytes
    pages: int
    profile: str
    proof: str | None

    @property
    def detail(self) -> str:
        """How it is delivered and what was proved, in a sentence."""
        return f"livrée {self.profile}" + (f", {self.proof}" if self.proof else "")


def compose(pages: Sequence[ComposePage], engine: ocr.Engine = ocr.in_process) -> Livrable:
    """Return the deliverable of a piece whose ``pages`` are given in reading order, blanks left out.

    ``engine`` reads again the small print of a piece that must be pressed. Raises InputFault: ``T11`` when it cannot be
    made light enough, ``T10`` when a page cannot be decoded; Defect when what was written is not PDF/A.
    """
    from pipeline.media.pdfa import pdfa_of  # noqa: PLC0415 - a third of the time to start, spared to who composes nothing

    def reread(page: ComposePage, leaf: bytes) -> Sequence[Word]:
        return _reread(page, leaf, engine)

    light = pdfa_of(pages, reread)
    return Livrable(light.content, len(pages), light.profile, str(light.proof) if light.proof else None)


def _reread(page: ComposePage, leaf: bytes, engine: ocr.Engine) -> Sequence[Word]:
    """Read a leaf as its page was read: turned and straightened by as much."""
    seen, reading = raster(leaf, "pdf", None), page.reading
    x_height = reading.look.x_height * seen.dpi / reading.dpi if reading.look is not None else 0.0
    return ocr.words(turned(seen.grey(), reading.rotation), seen.dpi, reading.skew, engine, x_height)


def cle_of(numero_unique: str, type_code: str, page_hashes: Sequence[str]) -> str:
    """Return the key of a piece at the SNE, the same for ever: from its NU, type and stored pages (SHA-256, hex)."""
    return hashlib.sha256("\n".join([numero_unique, type_code, *page_hashes]).encode()).hexdigest()
