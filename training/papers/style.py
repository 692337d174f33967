"""The ways in which issuers lay papers out: each family has its own, so that tests meet layouts never learnt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from training.fonts import Family


@dataclass(frozen=True, slots=True)
class Style:
    """How a paper is laid out. Lengths in mm, sizes in points.

    ``head``: where the issuer stands. ``heading``: how the title is set. ``pairs``: how labels and values go
    together. ``page_of``: how pages are numbered, with ``{n}`` and ``{of}``; ``dated``: where place and date stand.
    """

    head: Literal["left", "centre", "band", "right", "boxed"]
    heading: Literal["bare", "framed", "underlined", "filled", "left"]
    pairs: Literal["columns", "dots", "grid", "colon"]
    page_of: str
    dated: Literal["head", "foot"]
    margin: float = 20.0
    size: float = 10.5
    title: float = 16.0
    ruled: bool = True
    shouted: bool = True


STYLES: dict[Family, tuple[Style, ...]] = {
    Family.A: (
        Style("left", "bare", "columns", "{n}/{of}", "foot"),
        Style("band", "framed", "colon", "Page {n} / {of}", "head", margin=18, size=10, title=15),
        Style("centre", "underlined", "dots", "- {n} -", "foot", margin=24, size=11.5, ruled=False),
        Style("left", "filled", "grid", "{n} sur {of}", "head", margin=15, size=9.5, title=13, shouted=False),
    ),
    Family.B: (
        Style("right", "left", "colon", "Page {n} sur {of}", "foot", margin=22, size=11, title=17),
        Style("boxed", "bare", "grid", "Page : {n}/{of}", "head", margin=16, size=9.5, title=14),
        Style("centre", "framed", "columns", "{n} / {of}", "foot", margin=25, size=10.5, ruled=False, shouted=False),
        Style("left", "underlined", "dots", "p. {n}/{of}", "head", margin=19, size=10, title=18),
    ),
    Family.C: (
        Style("boxed", "left", "dots", "Page n° {n} sur {of}", "foot", margin=21, size=10, title=15, ruled=False),
        Style("band", "bare", "grid", "{n}/{of}", "head", margin=17, size=10.5, title=14, shouted=False),
        Style("right", "framed", "columns", "Feuillet {n}/{of}", "foot", margin=23, size=11, title=16),
    ),
}
