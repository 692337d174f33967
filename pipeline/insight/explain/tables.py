"""An explanation, as operators read it in a terminal."""

from __future__ import annotations

from rich.table import Table

from pipeline.insight.explain.account import Explanation
from pipeline.insight.explain.shares import percent
from pipeline.insight.tables import VERDICTS


def as_table(explained: Explanation) -> Table:
    """Show why a piece is where it is."""
    table = Table(title=title_of(explained), title_justify="left", show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("décidé par", explained.decided)
    for reason in explained.reasons:
        table.add_row("raison", reason)
    for seen in explained.seen:
        table.add_row(f"vu ({seen.evidence.genre})", f"{seen.evidence.detail} ({seen.place})")
    for code, confidence in explained.likely:
        table.add_row("possible", f"{code} ({percent(confidence)})")
    return table


def title_of(explained: Explanation) -> str:
    """Say in a line what a piece is and what became of it."""
    piece = explained.piece
    label = f" ({explained.label})" if explained.label is not None else ""
    likely = "sans doute " if piece.verdict == "a_verifier" else ""
    named = f"{likely}{piece.type}{label}" if piece.type is not None else "aucun type retenu"
    return f"{piece.id} : {VERDICTS[piece.verdict]}, {named}, confiance {percent(piece.confiance)}"
