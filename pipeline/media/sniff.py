"""What a file is, told by its first bytes and never by its name."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pipeline.errors import InputFault

FileType = Literal["pdf", "tiff", "jpeg", "png", "heic"]

HEAD = 1024

_MAGIC: tuple[tuple[bytes, FileType], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"II+\0", "tiff"),
    (b"MM\0+", "tiff"),
)
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "une image GIF"),
    (b"BM", "une image BMP"),
    (b"RIFF", "une image WebP ou un média RIFF"),
    (b"8BPS", "une image Photoshop"),
    (b"\0\0\0\x0cjP  ", "une image JPEG 2000"),
    (b"%!PS", "un fichier PostScript"),
    (b"PK\x03\x04", "une archive ou un document bureautique"),
    (b"\xd0\xcf\x11\xe0", "un document bureautique ancien"),
    (b"{\\rtf", "un document RTF"),
)
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"})


def sniff(path: Path) -> FileType:
    """Return the type of the file at ``path``, or raise InputFault ``T10`` saying what it is instead."""
    with path.open("rb") as file:
        return sniff_head(file.read(HEAD))


def sniff_head(head: bytes) -> FileType:
    """Return the type of a file that begins with ``head`` (up to ``HEAD`` bytes), or raise InputFault ``T10``."""
    if not head:
        raise InputFault("Le fichier est vide.")
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if head[4:8] == b"ftyp" and _is_heic(head):
        return "heic"
    if b"%PDF-" in head:  # readers accept up to a kilobyte of rubbish before the header
        return "pdf"
    for magic, name in _REFUSED:
        if head.startswith(magic):
            raise InputFault(f"Format non pris en charge : {name} (attendu : PDF, TIFF, JPEG, PNG ou HEIC).")
    raise InputFault("Format non reconnu (attendu : PDF, TIFF, JPEG, PNG ou HEIC).")


def _is_heic(head: bytes) -> bool:
    """Tell HEIC from its cousins (AVIF, MP4) by the brands that the box announces."""
    size = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, size - 3, 4))}
    return not _HEIC_BRANDS.isdisjoint(brands)
