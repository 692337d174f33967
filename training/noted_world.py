"""Lots of the world as an OCR could read them, without paper: for figures that need more pieces than can be scanned.

Strangers' papers, forgotten and slipped fiches, torn and forged codes, parted couples are those of ``training.world``.
Cards, photographs, handwriting and blank sides are left out: what matters of them is not in their words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from pipeline import flow
from pipeline.domain.corrections import Corrections
from pipeline.domain.facts import Facts
from pipeline.domain.reading import Reading
from pipeline.domain.receipt import Canal, Companion, Receipt, Source
from pipeline.domain.rules import Rules
from pipeline.stages.split import cut_lot
from pipeline.store.serial import public_bilan
from training.desk import ACCENTS, Desk, Draft
from training.fonts import Family, pick_faces, pick_hand
from training.noted import CLEAN, NotedCanvas, NotedDesk, reading
from training.papers.shelf import WRITERS
from training.people import Household
from training.plans import LotPlan
from training.random_plans import OFFICES
from training.samples import DPI, SLIPS
from training.scanner import GRADES
from training.stack import Leaf, stack
from training.truth import truth
from training.world import OUT_SHARE, STRANGE_SHARE, WorldPacker

MOST_DOSSIERS = 4


@dataclass(frozen=True, slots=True)
class NotedPacker(WorldPacker):
    """Fills envelopes with papers that are never printed. ``pages``: all that were written."""

    pages: list[NotedCanvas] = field(default_factory=list)

    def desk(self) -> Desk:
        return self.desk_of(self.family, self.rng, self.day, self.dpi)

    def desk_of(self, family: Family, rng: Random, day: date, dpi: int) -> NotedDesk:
        """Return a desk whose pages are kept among the others."""
        faces, hand = pick_faces(family, rng), pick_hand(family, rng)
        return NotedDesk(family, rng, day, dpi, faces, hand, rng.choice(ACCENTS), self.pages, printed=False)

    def paper(self, code: str, home: Household, back: int = 1) -> Draft:
        """Write one paper of a type; one of another type where that one is only drawn."""
        written = [kind for kind, families in WRITERS.items() if families[self.family]]
        return WorldPacker.paper(self, code if code in written else self.rng.choice(written), home, back)

    def _one(self, kind: str, home: Household) -> Draft:
        chance = self.rng.random()
        if chance < STRANGE_SHARE:
            return self._strange(home)
        out = [code for code in WRITERS if code.startswith("HPR-")]
        return self.paper(self.rng.choice(out) if chance < STRANGE_SHARE + OUT_SHARE else kind, home)


@dataclass(frozen=True, slots=True)
class Settled:
    """A lot that was judged: its truth, and the bilans of its plis as the outside reads them."""

    name: str
    truth: dict[str, Any]
    bilans: list[dict[str, Any]]


def settled(seed: int, rules: Rules) -> Settled:
    """Write a guichet's envelope drawn by ``seed``, and judge it."""
    rng = Random(f"noted-{seed}")
    day = date(2024, 2, 1) + timedelta(days=rng.randint(0, 450))
    packer = NotedPacker(Family.B, rng, day, DPI)
    pli = packer.pli(rng.choice(OFFICES[Family.B]), rng.randint(1, MOST_DOSSIERS), with_bordereau=True)
    plan = LotPlan(f"noted-{seed}", "papier-guichet", day, Family.B, (pli,), "fiche", GRADES["bureau"], DPI)
    leaves = stack(plan, rng, packer.desk_of)
    canvases = {id(page.image): page for page in packer.pages}
    slips = rng.choice(SLIPS)
    readings = {n: _read(canvases[id(leaf.side)], leaf, slips, rng) for n, leaf in enumerate(leaves, 1)}
    bilans = [
        public_bilan(flow.settle(receipt, {n: readings[n] for n in pages}, Facts(), Corrections(), rules))
        for receipt, pages in _plis(plan, len(leaves), readings, rules)
    ]
    return Settled(plan.name, truth(plan, leaves, [0] * len(leaves)), bilans)


def _read(page: NotedCanvas, leaf: Leaf, slips: float, rng: Random) -> Reading:
    """Read a page; the large print of a separator sheet is read right."""
    read = reading(page, slips if leaf.belongs.piece is not None else 0.0, rng)
    return replace(read, look=CLEAN)


def _plis(plan: LotPlan, pages: int, readings: dict[int, Reading], rules: Rules) -> Iterator[tuple[Receipt, range]]:
    whole = _receipt(plan, plan.name, 1, pages)
    for rank, (first, last) in enumerate(cut_lot(whole, readings, rules), 1):
        yield _receipt(plan, f"{plan.name}-{rank}", first, last), range(first, last + 1)


def _receipt(plan: LotPlan, name: str, first: int, last: int) -> Receipt:
    received = datetime.combine(plan.day, time(9), UTC)
    source = Source(f"{plan.name}.pdf", "0" * 64, 0)
    canal, due = Canal(plan.canal), received + timedelta(days=2)
    return Receipt(name, plan.name, canal, None, source, received, "depot", due, Companion(), first, last)
