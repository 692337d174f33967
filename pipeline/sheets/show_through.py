"""Codes that show through the paper: the same payload, mirrored, on the other face of a sheet.

Decoders read mirrored codes too, so the ghost of a fiche would open its dossier a second time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.domain.reading import Code, Reading

NEAR = 0.08


def without_ghosts(readings: Mapping[int, Reading]) -> dict[int, Reading]:
    """Return the readings (by page number) without the codes that only show through from a neighbour."""
    return {n: _cleaned(reading, readings.get(n - 1), readings.get(n + 1)) for n, reading in readings.items()}


def _cleaned(reading: Reading, *neighbours: Reading | None) -> Reading:
    if not reading.codes:
        return reading
    darker = [other for other in neighbours if other is not None and _ink(other) > _ink(reading)]
    own = tuple(code for code in reading.codes if not any(_shows(code, other) for other in darker))
    return reading if own == reading.codes else replace(reading, codes=own)


def _ink(reading: Reading) -> float:
    return reading.look.ink if reading.look is not None else 0.0


def _shows(code: Code, other: Reading) -> bool:
    """Say whether ``code`` lies where a code of the other face would show through, the page turned over sideways."""
    x, y = code.box.centre
    mirrored = ((1 - theirs.box.centre[0], theirs.box.centre[1], theirs.payload) for theirs in other.codes)
    return any(payload == code.payload and abs(x - cx) < NEAR and abs(y - cy) < NEAR for cx, cy, payload in mirrored)
