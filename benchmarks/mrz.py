"""Machine-readable zones of drawn cards, scanned as an office does: how many are read, and whether one is ever wrong.

``python -m benchmarks.mrz [--pages 540] [--seed 9303] [--grade bureau] [--tint gris] [--papers DIR]``

Cards and passports of all formats lie on A4 at 150, 200 and 300 dpi, some turned by a quarter or a half, some two on
a page, copied at 100 to 125 %. Then come pages that bear none: drawn documents, and the pictures under ``--papers``.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median

import numpy as np
from PIL import Image

from pipeline.domain.mrz import Mrz, SeenMrz, parse
from pipeline.domain.mrz_layouts import LETTERS, Format
from pipeline.recognition.mrz import machine_zones
from pipeline.recognition.raster import Pixels, raster
from training import mrz
from training.canvas import Canvas
from training.codes import token
from training.desk import Desk
from training.documents import FILED
from training.documents.cards import BLUE_TINT, ROSE_TINT
from training.documents.parts import guilloche, portrait
from training.fonts import MACHINE_READABLE, Family, load
from training.names import POOLS
from training.people import Office, household
from training.scanner import GRADES, Grade, Tint, scan

DAY = date(2026, 11, 22)
RESOLUTIONS = (150, 200, 300)
BLANKS = 240  # documents that bear no zone
NATIONS = ("FRA", "SEN", "DZA", "D<<", "ITA", "BRA", "MLI", "GBR", "UKR", "KHM")
SIZES = {
    Format.TD1: (85.6, 54),
    Format.CNI_1995: (105, 74),
    Format.TD2: (105, 74),
    Format.TD3: (125, 88),
    Format.MRV_A: (120, 80),
    Format.MRV_B: (105, 74),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A scanned page, shades of grey, and the zones that stand on it."""

    grey: Pixels
    dpi: int
    truth: tuple[tuple[Format, tuple[str, ...]], ...]


def zone(kind: Format, rng: Random) -> list[str]:
    """Make the lines of somebody's card."""
    nom, prenoms = _name(rng), " ".join(_name(rng) for _ in range(rng.choice((1, 1, 2, 3))))
    birth = date(1935, 1, 1) + timedelta(days=rng.randrange(30000))
    expiry = DAY + timedelta(days=rng.randint(-1500, 3600))
    sex, nation = rng.choice("FM"), rng.choice(NATIONS)
    number = "".join(rng.choices("0123456789" + LETTERS, k=9))
    match kind:
        case Format.TD1:
            code, optional = rng.choice((("IDFRA", ""), ("IRFRA", f"{rng.randrange(10**9, 10**10)}")))
            return mrz.td1(code, number, optional, birth, sex, expiry, nation, nom, prenoms)
        case Format.CNI_1995:
            old = (
                f"{rng.randint(88, 99)}{rng.randint(1, 12):02d}{rng.randint(10, 959):03d}{rng.randint(100, 99999):05d}"
            )
            return mrz.old_card(nom, prenoms, birth, sex, old)
        case Format.TD2:
            return mrz.td2(number, birth, sex, expiry, rng.choice(NATIONS[1:]), nom, prenoms)
        case Format.TD3:
            return mrz.td3(number, birth, sex, expiry, nation, nom, prenoms)
        case _:
            width = 44 if kind is Format.MRV_A else 36
            return mrz.visa(number, birth, sex, expiry, nation, nom, prenoms, token(rng, 7), width)


def _name(rng: Random) -> str:
    """Pick an invented name, or letters at random: the alphabet has rare ones too."""
    pool = POOLS[rng.choice((Family.A, Family.B))]
    if rng.random() < 0.6:
        return rng.choice((*pool.noms, *pool.femmes, *pool.hommes))
    return "".join(rng.choices(LETTERS, k=rng.randint(3, 11)))


def card(kind: Format, lines: list[str], desk: Desk, scale: float) -> Image.Image:
    """Draw a card with its zone at the foot."""
    rng, (width, height) = desk.rng, SIZES[kind]
    face = Canvas.blank(round(desk.dpi * scale), desk.faces, width, height, (246, 248, 250))
    guilloche(face, rng.choice((BLUE_TINT, ROSE_TINT)), rng)
    face.box(0.3, 0.3, width - 0.6, height - 0.6, (150, 160, 175), 0.3)
    face.text(4, 3, "RÉPUBLIQUE FRANÇAISE  ·  SPÉCIMEN", 8, "bold")
    face.paste(portrait(face, 22, 26, rng), 4, 8)
    for row, label in enumerate(("NOM / Surname", "PRÉNOMS / Given names", "N° / Number")):
        face.text(30, 9 + 7 * row, label, 4.6)
        face.text(30, 11 + 7 * row, token(rng, 12), 7.5, "bold")
    size = rng.uniform(9.6, 10.1)
    step, font = (
        rng.uniform(4.3, 6.2),
        load(MACHINE_READABLE.package, MACHINE_READABLE.path, round(size * face.dpi / 72)),
    )
    left = (width - len(lines[0]) * size * 0.723 * 25.4 / 72) / 2
    top = height - 3.5 - step * len(lines) + (step - 4)
    shade = rng.randint(10, 55)
    for row, line in enumerate(lines):
        face.pen.text((face.px(left), face.px(top + step * row)), line, (shade,) * 3, font)
    return face.image.convert("RGBA")


def page(kinds: list[Format], dpi: int, grade: Grade, tint: Tint, rng: Random) -> Drawn:
    """Lay one or two cards on A4, each a little askew and perhaps turned, and scan it."""
    desk = Desk.of(rng.choice((Family.A, Family.B)), rng, DAY, dpi)
    paper, truth = desk.page(), []
    for place, kind in enumerate(kinds):
        lines = zone(kind, rng)
        turn = rng.choice((0, 0, 0, 0, 90, 180, 270))
        drawn = card(kind, lines, desk, rng.uniform(1.0, 1.25)).rotate(-turn, expand=True)
        drawn = drawn.rotate(rng.uniform(-1.5, 1.5), Image.Resampling.BICUBIC, expand=True)
        room = 210 - paper.mm(drawn.width) - 8
        tall = 297 / len(kinds) - paper.mm(drawn.height)
        y = 297 / len(kinds) * place + rng.uniform(4, max(5.0, tall - 6))
        paper.paste(drawn, rng.uniform(8, max(9.0, room)), y)
        truth.append((kind, tuple(lines)))
    scanned = scan(paper.image, grade, rng, tint=tint)
    return Drawn(np.asarray(scanned.convert("L")), dpi, tuple(truth))


def pages(count: int, grade: Grade, tint: Tint, seed: int) -> Iterator[Drawn]:
    """Draw ``count`` pages, all formats and resolutions in turn; one in four bears two cards."""
    kinds = list(SIZES)
    for index in range(count):
        rng = Random(f"{seed}-{index}")
        chosen = [kinds[index % len(kinds)]]
        if index % 4 == 3:
            chosen.append(rng.choice(kinds[:3]))
        yield page(chosen, RESOLUTIONS[index // len(kinds) % 3], grade, tint, rng)


@dataclass(slots=True)
class Tally:
    """What came of zones. ``failing``: read wrong, and the check digits say so.

    ``wrong``: they all pass, yet something else than names is wrong; ``wrong_names``: only names are. ``certain`` and
    ``certain_wrong``: of the right ones and of the others, those that the reader is certain of.
    """

    zones: int = 0
    right: int = 0
    certain: int = 0
    certain_wrong: int = 0
    repaired: int = 0
    failing: int = 0
    wrong: int = 0
    wrong_names: int = 0

    def count(self, drawn: Drawn, seen: Sequence[SeenMrz]) -> None:
        wanted = [lines for _, lines in drawn.truth]
        self.zones += len(wanted)
        for zone in seen:
            if zone.mrz.lines in wanted:
                self.right += 1
                self.certain += zone.is_certain
                self.repaired += zone.repaired > 0
                continue
            self.certain_wrong += zone.is_certain
            if not zone.mrz.all_checks_pass:
                self.failing += 1
            elif any(_without_names(zone.mrz) == _without_names(parse(lines)) for lines in wanted):
                self.wrong_names += 1
            else:
                self.wrong += 1


def _without_names(mrz: Mrz | None) -> Mrz | None:
    return mrz and replace(mrz, lines=(), surname="", given="", names_cut=False)


def cards(count: int, grade: Grade, tint: Tint, seed: int) -> list[float]:
    """Read drawn cards and print what came of them, by format and by resolution; return the CPU ms of each page."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    spent = []
    for drawn in pages(count, grade, tint, seed):
        seen, took = timed(drawn.grey, drawn.dpi)
        spent.append(took)
        names = [f"{drawn.dpi} dpi", "all"]
        if len(drawn.truth) == 1:
            names.append(str(drawn.truth[0][0]))
        for name in names:
            tallies[name].count(drawn, seen)
    print(f"{'':10} zones  right          certain  repaired  checks fail  wrong  wrong names  certain and wrong")
    for name, tally in sorted(tallies.items(), key=lambda item: item[0] == "all"):
        print(
            f"{name:10} {tally.zones:5}  {tally.right:5} {tally.right / tally.zones:7.2%}"
            f"  {tally.certain:7}  {tally.repaired:8}  {tally.failing:11}  {tally.wrong:5}  {tally.wrong_names:11}"
            f"  {tally.certain_wrong:17}"
        )
    return spent


def papers(grade: Grade, seed: int, folder: Path | None) -> list[float]:
    """Read pages that bear no zone, and print those where one is seen; return the CPU ms of each page."""
    spent, invented = [], 0
    for name, grey, dpi in others(grade, seed, folder):
        seen, took = timed(grey, dpi)
        spent.append(took)
        invented += len(seen)
        if seen:
            print(f"invented on {name}: {seen}")
    print(f"{len(spent)} pages without a zone: {invented} invented")
    return spent


def others(grade: Grade, seed: int, folder: Path | None) -> Iterator[tuple[str, Pixels, float]]:
    """Give pages that bear no zone: drawn documents (name, grey, dpi), then the pictures of ``folder``."""
    drawers = [(name, drawer) for name, drawer in FILED.items() if not name.startswith(("IDE", "SEJ"))]
    for index in range(BLANKS):
        rng = Random(f"{seed}-{index}")
        family, dpi = (Family.A, Family.B)[index % 2], RESOLUTIONS[index % 3]
        name, drawer = drawers[index % len(drawers)]
        home = household(family, rng, DAY, Office("10691", "057", "Guichet d'essai"))
        for side in drawer(Desk.of(family, rng, DAY, dpi), home).sides:
            if not isinstance(side, bytes):
                turned = rng.choice((0, 0, 0, 90, 180, 270))
                yield name, np.asarray(scan(side, grade, rng, turned=turned).convert("L")), dpi
    for path in sorted(folder.rglob("*.jpg")) if folder else ():
        page = raster(path.read_bytes(), "jpeg", None)
        yield path.name, page.grey(), page.dpi


def timed(grey: Pixels, dpi: float) -> tuple[Sequence[SeenMrz], float]:
    """Read a page; return its zones and the CPU ms that it took."""
    started = time.process_time()
    seen = machine_zones(grey, dpi)
    return seen, 1000 * (time.process_time() - started)


def main(words: Sequence[str] = ()) -> None:
    """Measure, and print; ``words``: the options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=540)
    parser.add_argument("--seed", type=int, default=9303)
    parser.add_argument("--grade", choices=GRADES, default="bureau")
    parser.add_argument("--tint", choices=list(Tint), type=Tint, default=Tint.GREY)
    parser.add_argument("--papers", type=Path)
    asked = parser.parse_args(words)
    grade = GRADES[asked.grade]
    bearing = cards(asked.pages, grade, asked.tint, asked.seed)
    without = papers(grade, asked.seed, asked.papers)
    for what, spent in (("with", bearing), ("without", without)):
        print(f"CPU ms a page {what} a zone: median {median(spent):.0f}, worst {max(spent):.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
