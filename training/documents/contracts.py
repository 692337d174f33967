"""What contracts have in common: numbered articles over several pages, initials at the foot, two signatures."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from training.canvas import Canvas
from training.desk import Desk
from training.documents.parts import pagination, paraphs
from training.marks import signature

Article = tuple[str, str]


def signed(
    desk: Desk, first: Canvas, y: float, articles: Sequence[Article], total: int, done: str, parties: tuple[str, str]
) -> tuple[Image.Image, ...]:
    """Spread ``articles`` over ``total`` pages, from ``y`` on the ``first``, then sign; return the pages.

    ``done``: the line of place and date; ``parties``: who signs at the left and at the right.
    """
    pages, each = [first], -(-len(articles) // total)
    for number in range(total):
        if number:
            pages.append(desk.page())
            y = 22.0
        for rank in range(number * each, min((number + 1) * each, len(articles))):
            y = _article(pages[-1], desk, y, rank + 1, articles[rank])
    _signatures(pages[-1], desk, y, done, parties)
    for number, canvas in enumerate(pages, 1):
        pagination(canvas, desk, number, total)
        paraphs(canvas, desk.rng)
    return tuple(canvas.image for canvas in pages)


def _article(canvas: Canvas, desk: Desk, y: float, rank: int, article: Article) -> float:
    name, clause = article
    head = f"Article {rank} – {name}" if desk.family == "A" else f"{rank}. {name.upper()}"
    canvas.text(20, y, head, 10.5, "bold")
    return canvas.paragraph(20, y + 6, 170, clause, 10.5, leading=1.5) + 5


def _signatures(canvas: Canvas, desk: Desk, y: float, done: str, parties: tuple[str, str]) -> None:
    canvas.text(20, y + 4, done, 10.5)
    for x, party in zip((20.0, 120.0), parties, strict=True):
        canvas.text(x, y + 12, party, 10.5, "bold")
        signature(canvas, x + 4, y + 33, 38, desk.rng)
