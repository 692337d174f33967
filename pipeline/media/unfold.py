"""A received file, whatever it is, as page images in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.media.page_image import Limits, PageImage
from pipeline.media.pdf_pages import pdf_pages
from pipeline.media.pictures import heic_pages, jpeg_page, png_page, tiff_pages
from pipeline.media.sniff import sniff


def unfold(path: Path, limits: Limits) -> Iterator[PageImage]:
    """Yield the pages of the file at ``path``.

    Raises InputFault, maybe after some pages: ``T10`` for what is not of an accepted type, empty, damaged
    or asks for a password; ``T11`` for what is over ``limits``.
    """
    limits.check_bytes(path.stat().st_size)
    match sniff(path):
        case "pdf":
            yield from pdf_pages(path, limits)
        case "tiff":
            yield from tiff_pages(path.read_bytes(), limits)
        case "heic":
            yield from heic_pages(path.read_bytes(), limits)
        case "jpeg":
            yield jpeg_page(path.read_bytes(), limits)
        case "png":
            yield png_page(path.read_bytes(), limits)


def unfold_folder(paths: Iterable[Path], limits: Limits) -> Iterator[PageImage]:
    """Yield the pages of the files of a lot, in natural order of their names; ``limits`` bind the whole."""
    files = sorted(paths, key=natural_order)
    limits.check_bytes(sum(file.stat().st_size for file in files))
    count = 0
    for file in files:
        for page in unfold(file, limits):
            count += 1
            limits.check_pages(count)
            yield page


def natural_order(path: Path) -> tuple[list[tuple[bool, int, str]], str]:
    """Sort key by which ``page2`` comes before ``page10``, and numbers before letters."""
    parts = [part for part in re.split(r"([0-9]+)", path.stem.casefold()) if part]
    return [(False, int(part), "") if part.isdecimal() else (True, 0, part) for part in parts], path.name
