"""What would change, as operators read it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from rich.table import Table
from rich.text import Text

from pipeline.domain.rules import Rules
from pipeline.insight.day_page import words
from pipeline.insight.replay.changes import Change, Stand
from pipeline.insight.replay.replay import Replayed
from pipeline.insight.tables import VERDICTS
from pipeline.mail.french import count, page_numbers
from pipeline.mail.letter import ROLES

ALREADY = "déjà déposée : pli rectifier"
LINES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "dossier": ("pièce", "dans un autre dossier"),
        "type": ("pièce", "d'un autre type"),
        "role": ("pièce", "d'une autre personne du foyer"),
        "motif": ("pièce", "pour un autre motif"),
        "question": ("pièce", "avec une autre question"),
        "decoupe": ("suite", "de pages où les pièces commencent ou finissent ailleurs"),
        "pages": ("page", "hors pièce d'une autre nature"),
    }
)


def as_table(replayed: Replayed, rules: Rules) -> Table:
    """Show the pages that would be decided otherwise; the name of a pli stands on its first line."""
    table = Table(title="Ce qui changerait", title_justify="left", header_style="bold")
    for column in ("Pli", "Pièce (pages)", "Avant", "Maintenant"):
        table.add_column(column, overflow="fold")
    for rerun in replayed.changed:
        for place, change in enumerate(rerun.changes):
            table.add_row(rerun.pli if place == 0 else "", *_row(change, rules))
    return table


def as_sentences(replayed: Replayed) -> list[str]:
    """Say how many plis and pieces would change, the most frequent outcome first."""
    judged, changed, counted = len(replayed.judged), len(replayed.changed), replayed.tally()
    said = [f"{count(judged, 'pli rejoué')}, {changed} {'changeraient' if changed > 1 else 'changerait'}."]
    said += [
        f"{count(pieces, 'pièce')} : {_outcome(before)} → {_outcome(now)}"
        for (before, now), pieces in counted.outcomes.most_common()
    ]
    return said + [
        f"{count(counted.counts[line], noun)} {what}" for line, (noun, what) in LINES.items() if counted.counts[line]
    ]


def _outcome(verdict: str | None) -> str:
    return VERDICTS[verdict] if verdict is not None else "hors pièce"


def _row(change: Change, rules: Rules) -> tuple[str, str, Text]:
    named = ", ".join(change.pieces)
    pages = f"p. {page_numbers(change.pages)}"
    now = Text("\n".join(_side(change, change.now, rules)))
    if change.sent:
        now.append(f"\n{ALREADY}", "bold yellow")
    return f"{named} ({pages})" if named else pages, "\n".join(_side(change, change.before, rules)), now


def _side(change: Change, side: Sequence[Stand], rules: Rules) -> Iterator[str]:
    """Say one side of a change, a line a stand; pages, dossier and person only where they tell it from the other."""
    stands = (*change.before, *change.now)
    filed = len({(stand.dossier, stand.rang) for stand in stands if stand.dossier is not None}) > 1
    owned = len({stand.whose for stand in stands if stand.verdict is not None}) > 1
    for stand in side:
        pages = f"p. {page_numbers(stand.pages)} : " if change.recut else ""
        yield pages + ", ".join(_said(stand, rules, filed=filed, owned=owned))


def _said(stand: Stand, rules: Rules, *, filed: bool, owned: bool) -> Iterator[str]:
    """Say what pages are and what became of them, in which dossier (``filed``) and whose they are (``owned``)."""
    if stand.verdict is None:
        yield words.ROLES[stand.role]
    else:
        yield _named(stand.type, rules) if stand.type is not None else "sans type"
        yield _outcome(stand.verdict) + _because(stand, rules)
    if filed and (stand.verdict is not None or stand.dossier is not None):
        again = f", rang {stand.rang}" if stand.rang is not None and stand.rang > 1 else ""
        yield f"dossier {stand.dossier}{again}" if stand.dossier is not None else "sans dossier"
    if owned and stand.verdict is not None:
        yield ROLES[stand.whose] if stand.whose is not None else "personne inconnue"


def _named(code: str, rules: Rules) -> str:
    return f"{code} {rules.plan[code].label}" if code in rules.plan else code


def _because(stand: Stand, rules: Rules) -> str:
    if stand.question is not None:
        return f" ({words.QUESTIONS[stand.question]})"
    if stand.motif is None:
        return ""
    known = rules.motifs.get(stand.motif)
    return f" {stand.motif} ({known.label})" if known is not None else f" {stand.motif}"
