"""Scanned plis with their truth: a plan goes in, what a station would drop comes out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image

from training.canvas import sheet
from training.containers import Content, contained, put_down
from training.plans import Container, LotPlan
from training.random_plans import Packer, random_plan
from training.scanner import GRADES, photograph, scan
from training.stack import Leaf, announced, stack
from training.truth import truth


@dataclass(frozen=True, slots=True)
class ScannedPli:
    """A lot as it is received, its companion if any, and its truth (CONTRACT §3, golden sets)."""

    name: str
    container: Container
    content: Content
    companion: dict[str, Any] | None
    truth: dict[str, Any]

    @property
    def file(self) -> str:
        """The name that the lot bears on a disk."""
        return self.name if self.container == "images" else f"{self.name}.{self.container}"

    def write(self, folder: Path) -> None:
        """Write the lot, its companion and its truth in ``folder``."""
        put_down(folder / self.file, self.content)
        if self.companion is not None:
            (folder / f"{self.file}.json").write_text(_dump(self.companion), encoding="utf-8")
        (folder / f"{self.name}.verite.json").write_text(_dump(self.truth), encoding="utf-8")


def scanned(plan: LotPlan, rng: Random) -> ScannedPli:
    """Draw, stack and scan everything in ``plan``."""
    leaves = stack(plan, rng)
    laid = [_laid(plan, leaf) for leaf in leaves]
    images = [_seen(plan, leaf, turn, rng) for leaf, turn in zip(leaves, laid, strict=True)]
    upright = [-turn % 360 for turn in laid]
    content = contained(plan, images, rng)
    return ScannedPli(plan.name, plan.container, content, _companion(plan), truth(plan, leaves, upright))


def _laid(plan: LotPlan, leaf: Leaf) -> int:
    """Return how far clockwise the side lies: a sheet that goes in sideways shows its back the other way."""
    if isinstance(leaf.side, bytes):
        return 0
    turn = plan.turned.get(leaf.feuille, 0)
    return -turn % 360 if leaf.face == "verso" else turn


def _seen(plan: LotPlan, leaf: Leaf, turn: int, rng: Random) -> Image.Image | bytes:
    if isinstance(leaf.side, bytes):
        return leaf.side
    behind = leaf.behind if isinstance(leaf.behind, Image.Image) else None
    side = leaf.side or sheet(plan.dpi)
    if plan.container == "jpg":
        return photograph(side, rng)
    return scan(side, plan.grade, rng, tint=plan.tint, turned=turn, behind=behind, ruined=leaf.belongs.ruined)


def _companion(plan: LotPlan) -> dict[str, Any]:
    """Return what is said beside the lot: the day of reception, and all that a fiche would say where there is none."""
    said: dict[str, Any] = {"canal": plan.canal, "recu_le": plan.day.isoformat(), "recto_verso": plan.duplex}
    if plan.courriel is not None:
        said["courriel"] = plan.courriel
    if plan.opener is None:
        said["numero_unique"] = plan.dossiers[0].home.numero_unique
    if plan.opener is None and plan.counted:
        counts = announced(plan.dossiers[0])
        said |= {"documents": counts.items, "pages": counts.pages - 1, "reference": f"{plan.name[:24]}"}
    return said | plan.also_said


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def random_pli(seed: int, grade: str, pack: type[Packer] = Packer) -> ScannedPli:
    """Return a lot drawn by ``seed``, as rough as ``grade`` (``propre``, ``bureau``, ``difficile``)."""
    rng = Random(f"pli-{seed}-{grade}")
    return scanned(random_plan(seed, GRADES[grade], rng, pack), rng)
