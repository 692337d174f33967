"""The explanation as one HTML file that asks nothing of the network: the pages, what was seen on them, what decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment

from pipeline.engine.house import House
from pipeline.errors import InputFault
from pipeline.insight.explain.account import Explanation, Seen
from pipeline.insight.explain.pictures import Picture, Sight, sight_apart
from pipeline.insight.explain.shares import percent
from pipeline.insight.explain.tables import title_of
from pipeline.insight.private import write_private
from pipeline.mail.french import one_line, typeset
from pipeline.store import lots, purges
from pipeline.store.lots import StoredPage
from pipeline.templates import templates


@dataclass(frozen=True, slots=True)
class Proof:
    """What was seen. ``number``: its rank in the piece; ``crop`` is None where it has no place, or no image."""

    number: int
    seen: Seen
    crop: Picture | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of the piece. ``picture`` is None when it cannot be decoded."""

    n: int
    picture: Picture | None
    proofs: tuple[Proof, ...]


def write_page(house: House, explained: Explanation, path: Path) -> None:
    """Write the explanation at ``path``, for its owner's eyes alone; raises Misuse when it cannot be."""
    write_private(path, render(house, explained).encode())


def render(house: House, explained: Explanation) -> str:
    """Return the explanation as HTML; page images are decoded one at a time. Raises Misuse when they were purged."""
    turns = {page.n: page.rotation for page in explained.bilan.pages}
    first, last = min(explained.piece.pages), max(explained.piece.pages)
    with house.store.begin() as tx:
        purges.check_kept(tx, explained.bilan.pli)
        stored = {page.n: page for page in lots.pages(tx, explained.bilan.lot, first, last)}
    pages = [_shown(house, stored[n], turns[n], explained) for n in explained.piece.pages]
    return (
        _environment()
        .get_template("explain.html.j2")
        .render(title=title_of(explained), explained=explained, pages=pages)
    )


def _shown(house: House, page: StoredPage, clockwise: int, explained: Explanation) -> Shown:
    numbered = [(k, seen) for k, seen in enumerate(explained.seen, start=1) if seen.evidence.page == page.n]
    zones = [seen.zone for _, seen in numbered if seen.zone is not None]
    try:
        sight: Sight | None = sight_apart(house.store.blobs.get(page.blob), page.kind, page.dpi, clockwise, zones)
    except InputFault:
        sight = None  # the page is told without its image
    crops = iter(sight.crops if sight is not None else ())
    proofs = tuple(Proof(k, seen, next(crops, None) if seen.zone is not None else None) for k, seen in numbered)
    return Shown(page.n, sight.page if sight is not None else None, proofs)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    filters: Mapping[str, Callable[..., object]] = {
        "css": lambda share: f"{100 * share:.2f}%",
        "percent": percent,
        "line": lambda text: typeset(one_line(text)),
    }
    return templates("pipeline.insight.explain", filters)
