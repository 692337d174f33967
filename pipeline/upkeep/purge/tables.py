"""A purge as operators read it."""

from __future__ import annotations

from rich.table import Table

from pipeline.upkeep.purge.tally import Purged
from pipeline.upkeep.purge.terms import Rule

SAID = {
    Rule.IMAGES: "lots déposés : fichiers, images, textes, PDF",
    Rule.REJECTS: "lots rejetés : les mêmes",
    Rule.QUARANTINE: "fichiers en quarantaine",
    Rule.MAILS: "mels : contenu et adresses",
    Rule.LEFTOVERS: "restes dont rien n'a plus besoin",
}
MO = 1_000_000


def as_table(purged: Purged) -> Table:
    """Show what goes or went, rule by rule."""
    title = "Effacé" if purged.done else "À effacer"
    table = Table(title=title, title_justify="left", header_style="bold")
    for column in ("règle", "quoi", "nombre", "Mo", "réglé depuis"):
        table.add_column(column, justify="right" if column in {"nombre", "Mo"} else "left", overflow="fold")
    for rule, count in purged.counts.items():
        oldest = f"{count.oldest:%d/%m/%Y}" if count.oldest is not None else "–"
        weight = f"{count.octets / MO:.1f}".replace(".", ",")
        table.add_row(rule, SAID[rule], str(count.things), weight, oldest)
    return table
