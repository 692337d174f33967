"""compose: the pages of an accepted piece become the file that is deposited."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.media.pdfa import pdfa_of
from pipeline.media.rendition import ComposePage

__all__ = ["ComposePage", "Livrable", "cle_of", "compose"]


@dataclass(frozen=True, slots=True)
class Livrable:
    """A piece as it is delivered: a PDF/A-2b of at most 2 000 000 bytes."""

    content: bytes
    pages: int


def compose(pages: Sequence[ComposePage]) -> Livrable:
    """Return the deliverable of a piece whose ``pages`` are given in reading order, blanks left out.

    Raises InputFault: ``T11`` when it cannot be made light enough, ``T10`` when a page cannot be decoded;
    Defect when what was written is not PDF/A.
    """
    return Livrable(pdfa_of(pages), len(pages))


def cle_of(numero_unique: str, type_code: str, page_hashes: Sequence[str]) -> str:
    """Return the key of a piece at the SNE, the same for ever: from its NU, type and stored pages (SHA-256, hex)."""
    return hashlib.sha256("\n".join([numero_unique, type_code, *page_hashes]).encode()).hexdigest()
