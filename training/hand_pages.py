"""Pages to tell hands from print with: documents, signed pages, filled forms and letters."""

from __future__ import annotations

from collections.abc import Callable

from training.canvas import BLACK, BLUE
from training.desk import Draft
from training.documents import DRAWERS
from training.documents.income import payslips
from training.hand_canvas import BY_HAND, TracedCanvas, TracedDesk, Writer
from training.hand_forms import apart, cells, columns, form, sign, statement
from training.handwriting import DARK, handwritten_page
from training.people import Household

HEADINGS = ("Association Les Hirondelles", "Cabinet médical du Parc", "Boulangerie du Canal", "Mairie de Valmorel",
            "SCI des Tilleuls", "12 rue des Lilas", "57000 METZ", "Tél. 03 87 00 00 00", "contact@example.org",
            "SIRET 123 456 789 00012", "Objet : attestation", "Réf. 2026/0417")  # fmt: skip


def document(desk: TracedDesk, home: Household, _writer: Writer, kind: str | None = None) -> TracedCanvas:
    """A printed document as it comes: cards, tables, forms, payslips; some of its issuers sign and stamp."""
    kind = kind or desk.rng.choice((*sorted(DRAWERS), "RES-BUL"))
    draft: Draft = payslips(desk, home, 1)[0] if kind == "RES-BUL" else DRAWERS[kind](desk, home)
    drawn = [page for page in desk.pages if any(page.image is side for side in draft.sides)]
    return desk.rng.choice(drawn or desk.pages)


def signed(desk: TracedDesk, home: Household, writer: Writer) -> TracedCanvas:
    """A printed document on which somebody signed, stamped and noted something in the margin."""
    page, rng = document(desk, home, writer), desk.rng
    sign(page, rng)
    for scrap in rng.sample(list(writer), min(len(writer), rng.randint(0, 3))):
        cut = scrap.at(page.dpi)
        place = page.room(page.mm(cut.width), page.mm(cut.height), rng)
        if place is not None:
            page.lay(cut, *place, rng.choice((BLUE, DARK)))
    return page


def letter(desk: TracedDesk, _home: Household, writer: Writer) -> TracedCanvas:
    """A page written wholly by a real hand, its lines laid on new paper, plain or ruled."""
    page, rng, ink = desk.page(), desk.rng, desk.rng.choice((BLUE, DARK, BLACK))
    if rng.random() < 0.5:
        for rule in range(30):
            page.line(8, 20 + rule * 9, 202, 20 + rule * 9, (196, 206, 228), 0.15)
    for scrap in writer:
        page.lay(scrap.at(page.dpi), scrap.x, scrap.y, ink)
    return page


def headed_letter(desk: TracedDesk, _home: Household, writer: Writer) -> TracedCanvas:
    """A page written by a real hand on paper with a printed heading, and sometimes a printed foot."""
    page, rng = desk.page(), desk.rng
    x, ink = rng.choice((14.0, 120.0)), rng.choice((BLUE, DARK, BLACK))
    y = 9.0
    for words in rng.sample(HEADINGS, rng.randint(1, 6)):
        page.text(x, y, words, rng.uniform(8.5, 13))
        y += 5.5
    down = max(0.0, y + 3 - min((scrap.y for scrap in writer), default=y))
    for scrap in writer:
        page.lay(scrap.at(page.dpi), scrap.x, scrap.y + down, ink)
    if rng.random() < 0.4:
        page.text(105, 285, " - ".join(rng.sample(HEADINGS, 3)), 7.5, anchor="ma")
    return page


def drawn_letter(desk: TracedDesk, home: Household, _writer: Writer) -> TracedCanvas:
    """A page written wholly in a script font."""
    image = handwritten_page(desk, home).sides[0]
    page = next(page for page in desk.pages if page.image is image)
    page.note(BY_HAND, (0, 0, page.image.width, page.image.height))
    return page


KINDS: dict[str, tuple[Callable[[TracedDesk, Household, Writer], TracedCanvas], bool]] = {
    "document": (document, False),
    "signed": (signed, False),
    "form": (form, False),
    "cells": (cells, False),
    "statement": (statement, False),
    "columns": (columns, False),
    "apart": (apart, False),
    "letter": (letter, True),
    "headed letter": (headed_letter, True),
    "drawn letter": (drawn_letter, True),
}
"""How each kind of page is drawn, and whether it is handwritten."""
