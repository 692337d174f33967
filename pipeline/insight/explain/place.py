"""Where on a page, in the words of somebody who points at it. Pure."""

from __future__ import annotations

from pipeline.domain.geometry import WHOLE, Box

WIDE, LONG = 0.6, 0.6
ACROSS, DOWN = ("à gauche", "au centre", "à droite"), ("en haut", "au milieu", "en bas")


def place(page: int, zone: Box | None) -> str:
    """Say where ``zone`` lies on the upright page: ``page 3, en haut à droite``; the page alone when it is all."""
    if zone is None or zone == WHOLE:
        return f"page {page}"
    across = ACROSS[_third(zone.centre[0])]
    down = DOWN[_third(zone.centre[1])]
    match zone.width > WIDE, zone.height > LONG:
        case True, True:
            return f"page {page}"
        case True, False:
            return f"page {page}, {down}, sur toute la largeur"
        case False, True:
            return f"page {page}, {across}, sur toute la hauteur"
        case _:
            return f"page {page}, {'au centre' if (down, across) == (DOWN[1], ACROSS[1]) else f'{down} {across}'}"


def _third(share: float) -> int:
    return min(2, max(0, int(3 * share)))
