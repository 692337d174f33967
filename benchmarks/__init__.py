"""What was promised, measured side by side: ``python -m benchmarks [name…]``. Each module has a ``main()``."""

from __future__ import annotations

from collections.abc import Sequence

Row = Sequence[str | int | float]


def show(title: str, head: Sequence[str], rows: Sequence[Row]) -> None:
    """Print a table; the first column flush left, figures flush right, floats with two decimals."""
    cells = [list(head), *([_cell(value) for value in row] for row in rows)]
    first, *others = (max(map(len, column)) for column in zip(*cells, strict=True))
    print(f"\n{title}\n")
    for name, *figures in cells:
        aligned = (figure.rjust(width) for figure, width in zip(figures, others, strict=True))
        print("  ".join((name.ljust(first), *aligned)), flush=True)


def _cell(value: str | float) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)
