"""The files of a report: the page, and beside it its two tables. None holds anything personal."""

from __future__ import annotations

from pathlib import Path

from pipeline.durable import write_durably
from pipeline.errors import Misuse
from pipeline.insight.report.figures import Figures
from pipeline.insight.report.page import render
from pipeline.insight.report.period import Period
from pipeline.insight.report.spreadsheet import by_day, by_office


def default_page(days: Period) -> Path:
    """Return where the page of a period is written when nothing is said."""
    return Path(f"rapport-{days.first:%Y-%m-%d}-{days.last:%Y-%m-%d}.html")


def write(found: Figures, page: Path) -> tuple[Path, ...]:
    """Write the page and its tables; return the three files. Raises Misuse where they cannot be written."""
    contents = {
        page: render(found).encode(),
        page.with_suffix(".csv"): by_day(found),
        page.with_name(f"{page.stem}-guichets.csv"): by_office(found),
    }
    for path, content in contents.items():
        try:
            write_durably(path, content)
        except OSError as error:
            raise Misuse(f"{path} : ce fichier ne peut pas être écrit ({error.strerror}).") from error
    return tuple(contents)
