"""The answers in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table

from pipeline.insight.simulate.answers import by_channel, of_trials, summary
from pipeline.insight.simulate.study import Study


def as_tables(study: Study) -> Iterator[Table]:
    """Yield what is answered, then the peak by channel, then what faults do."""
    answers = Table(title="Simulation", title_justify="left", show_header=False)
    for label, value in summary(study):
        answers.add_row(label, value)
    yield answers
    yield _table(
        "La pointe, sans panne (premier tirage)",
        ("canal", "plis", "pièces", "pages", "à temps", "la moitié en", "95 % en", "99 % en"),
        by_channel(study.trials[0].outcomes[0]),
    )
    draws = len(study.asked.wanted.seeds)
    yield _table(
        f"La pointe et ses pannes, et l'année ({draws} tirages)",
        ("", "plis à temps", "pièces en retard", "le pire jour de réception"),
        of_trials(study),
    )


def _table(title: str, columns: tuple[str, ...], rows: Iterator[Sequence[str]]) -> Table:
    table = Table(title=title, title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*row)
    return table
