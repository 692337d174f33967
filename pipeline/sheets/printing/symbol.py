"""The two-dimensional code of a sheet, as rectangles to fill: no pixel is decided before the printer's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import segno

from pipeline.errors import Misuse

QUIET_MODULES = 4
MODULE_MM = 0.5
SIDE_MM = 38.0
# Modules are a whole number of dots of any laser printer (300 dpi and its multiples), so that all come out alike.
DOT_MM = 25.4 / 300


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code. ``rows``: 1 for each dark module, without the quiet zone; ``module``: side of one, in mm."""

    rows: tuple[bytes, ...]
    module: float

    @property
    def side(self) -> float:
        """The side of the dark square, in mm."""
        return len(self.rows) * self.module

    def runs(self) -> Iterator[tuple[float, float, float]]:
        """Yield (x, y, width) of each run of dark modules, one module high, in mm from the corner of the square."""
        for y, row in enumerate(self.rows):
            x = 0
            for dark, run in groupby(row):
                length = len(list(run))
                if dark:
                    yield x * self.module, y * self.module, length * self.module
                x += length


def symbol(payload: str) -> Symbol:
    """Return the code of ``payload``, as large as ``SIDE_MM`` allows; ``Misuse`` when it would be too fine to scan."""
    try:
        code = segno.make_qr(payload, error="q", mode="alphanumeric", boost_error=False)
    except segno.DataOverflowError as error:
        raise _too_long() from error
    modules = len(code.matrix) + 2 * QUIET_MODULES
    module = SIDE_MM / modules // DOT_MM * DOT_MM
    if module < MODULE_MM:
        raise _too_long()
    return Symbol(tuple(bytes(row) for row in code.matrix), module)


def _too_long() -> Misuse:
    return Misuse("les noms sont trop longs pour le code imprimé : abrégez-les.")
