"""Writes the committed golden set: ``python -m training.fixtures [DIR]`` (``fixtures/scans`` unless told)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import Misuse
from training import paper_lots, sent_lots
from training.fonts import Family
from training.plans import LotPlan
from training.plis import scanned
from training.unseen import require_fonts

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "scans"
LOTS = (
    paper_lots.three_dossiers,
    paper_lots.three_bordereaux,
    paper_lots.three_applicants,
    sent_lots.portal,
    sent_lots.telephone,
    paper_lots.both_sides,
    paper_lots.rejections,
    paper_lots.damaged_codes,
    paper_lots.images_a_side,
    sent_lots.web_service,
    sent_lots.secured_mail,
    sent_lots.mail,
)


def write(folder: Path) -> None:
    """Write every lot of the set in ``folder``, and ``demandes.json``: what the register knows of their applicants."""
    require_fonts(Family.A)
    folder.mkdir(parents=True, exist_ok=True)
    known: dict[str, Any] = {}
    for lot in LOTS:
        plan, rng = lot()
        scanned(plan, rng).write(folder)
        known |= dict(_demandes(plan))
    (folder / "demandes.json").write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _demandes(plan: LotPlan) -> Iterator[tuple[str, dict[str, Any]]]:
    for dossier in plan.dossiers:
        home, who = dossier.home, dossier.home.demandeur
        person = {"nom": who.nom, "prenoms": who.prenoms, "naissance": who.naissance.isoformat()}
        said = {"numero_unique": home.numero_unique, "etat": "active", "demandeur": person, "courriel": home.courriel}
        yield home.numero_unique, said


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Écrit les plis d'exemple avec leur vérité.")
    parser.add_argument("dossier", type=Path, nargs="?", default=FOLDER)
    try:
        write(parser.parse_args().dossier)
    except Misuse as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
