"""Writes a golden set of plis that nothing was tuned on: ``python -m training.unseen --seed N --plis 30 DIR``.

``--monde``: the dossiers of the synthetic world, of every type, with strangers' papers and forgotten fiches among them.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.errors import Misuse
from training.fonts import Family, missing_packages
from training.plis import random_pli
from training.random_plans import Packer
from training.world import WorldPacker

MIX = ("propre", "bureau", "bureau", "bureau", "difficile")


def write(seed: int, plis: int, folder: Path, pack: type[Packer] = Packer) -> None:
    """Write ``plis`` lots of ``seed`` in ``folder``, mostly of office grade."""
    require_fonts(Family.B)
    folder.mkdir(parents=True, exist_ok=True)
    for rank in range(plis):
        random_pli(seed * 1000 + rank, MIX[rank % len(MIX)], pack).write(folder)


def require_fonts(family: Family) -> None:
    """Raise ``Misuse`` naming every package that is missing."""
    missing = missing_packages(family)
    if missing:
        raise Misuse(f"Des polices manquent pour dessiner les plis : apt-get install {' '.join(missing)}")


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Écrit un jeu de plis numérisés avec leur vérité.")
    parser.add_argument("--seed", type=int, required=True, help="graine du tirage")
    parser.add_argument("--plis", type=int, default=30, help="nombre de lots")
    parser.add_argument("--monde", action="store_true", help="les dossiers du monde d'essai, de tous les types")
    parser.add_argument("dossier", type=Path)
    asked = parser.parse_args()
    try:
        write(asked.seed, asked.plis, asked.dossier, WorldPacker if asked.monde else Packer)
    except Misuse as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
