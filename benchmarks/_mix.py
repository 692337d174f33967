"""A day's mix of pages: separators, blank backs, cards, light and dense pages, in grey and in colour."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

from PIL import Image

from training.codes import Writing
from training.desk import Desk, Draft
from training.documents import FILED
from training.documents.lease import CLAUSES, fill
from training.fonts import Family
from training.people import Household
from training.plans import DossierPlan, LotPlan, PliPlan
from training.plis import scanned
from training.random_plans import OFFICES, Packer
from training.scanner import GRADES, Tint

SETTINGS = ((Tint.GREY, 300), (Tint.COLOUR, 300), (Tint.GREY, 200), (Tint.COLOUR, 300))
"""How the scanners were set, lot by lot: half in colour, and mostly at 300 dpi, the reference of NF Z42-026 (2017) and
the least that 2D-Doc asks of scanners."""
CARDS = ("IDE-CNA", "IDE-CNN", "SEJ-RES")
DAY = date(2026, 5, 6)
TOP_MM, FOOT_MM, LEFT_MM, WIDE_MM, SIZE = 15.0, 272.0, 17.0, 176.0, 9.5  # SIZE in points


def draw(seed: int, lots: int, folder: Path) -> Sequence[Path]:
    """Write ``lots`` PDF files in ``folder``, of three dossiers each; two lots in four are scanned on both sides."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor() as pool:
        list(pool.map(partial(_draw, seed, folder), range(lots)))
    return sorted(folder.glob("*.pdf"))


def _draw(seed: int, folder: Path, rank: int) -> None:
    rng, (tint, dpi) = Random(f"mix-{seed}-{rank}"), SETTINGS[rank % len(SETTINGS)]
    scanned(_plan(rank, tint, dpi, rng), rng).write(folder)


def _plan(rank: int, tint: Tint, dpi: int, rng: Random) -> LotPlan:
    packer = Packer(Family.B, rng, DAY, dpi)
    office = OFFICES[Family.B][0]
    homes = [packer.home(office) for _ in range(3)]
    dossiers = tuple(DossierPlan(home, Writing.SIGNED, _drafts(packer, home)) for home in homes)
    return LotPlan(
        name=f"mix-{rank}",
        canal="papier-guichet",
        day=DAY,
        family=Family.B,
        plis=(PliPlan(dossiers, office),),
        opener="fiche",
        grade=GRADES["bureau"],
        dpi=dpi,
        duplex=rank % 4 in {0, 3},
        tint=tint,
        courriel="depot@example.org",
    )


def _drafts(packer: Packer, home: Household) -> tuple[Draft, ...]:
    """Return a card, three pieces drawn by lot, and one of two pages full of small print."""
    rng, desk = packer.rng, packer.desk()
    card = FILED[rng.choice(CARDS)](desk, home)
    others = [FILED[kind](desk, home) for kind in rng.sample(sorted(set(FILED) - set(CARDS)), 3)]
    full = Draft("LOG-BAI", None, tuple(_full_page(desk) for _ in "12"))
    return (card, *others, full)


def _full_page(desk: Desk) -> Image.Image:
    """Draw a page with no room left: some 700 words."""
    paper = desk.page()
    clauses = (f"{name}. {clause}" for name, clause in desk.rng.sample(CLAUSES, len(CLAUSES)))
    fill(paper, clauses, TOP_MM, FOOT_MM, SIZE, left=LEFT_MM, width=WIDE_MM)
    return paper.image
