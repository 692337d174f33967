"""Which machines are at work, and on what: as a table, and as JSON. No name in it but those of lots and machines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rich.table import Table
from rich.text import Text

from pipeline.domain.working_calendar import PARIS
from pipeline.engine import presence
from pipeline.engine.house import House
from pipeline.store.presence import Doing, Seen
from pipeline.store.tasks import Kind

WORK = {
    Kind.OPEN: "ouverture",
    Kind.READ: "lecture",
    Kind.CUT: "découpe",
    Kind.ASK: "question au SNE",
    Kind.SETTLE: "décision",
    Kind.COMPOSE: "composition",
}
MINUTE_S, HOUR_S = 60, 3_600
NOBODY = "Aucun processus n'est là : ni « pli surveiller », ni « pli traiter », ni ouvrier."


def machines(house: House) -> list[Seen]:
    """Return the processes that are there, or were until a day ago, by machine."""
    with house.store.look() as tx:
        return presence.seen(tx)


def as_json(found: Sequence[Seen]) -> list[dict[str, Any]]:
    """Return them in the words of operators."""
    return [
        {
            "machine": seen.process.machine,
            "processus": seen.process.number,
            "role": seen.process.role,
            "version": seen.process.version,
            "depuis": _moment(seen.process.since).isoformat(timespec="seconds"),
            "silence_s": round(seen.silence_s, 1),
            "muet": seen.is_silent,
            "travail": _doing(seen.doing) if seen.doing is not None else None,
        }
        for seen in found
    ]


def _doing(doing: Doing) -> dict[str, Any]:
    since = _moment(doing.since).isoformat(timespec="seconds") if doing.since is not None else None
    return {"genre": doing.kind, "sujet": doing.subject, "essai": doing.attempt, "depuis": since}


def as_table(found: Sequence[Seen]) -> Table:
    """Show them, those that have fallen silent in red."""
    table = Table(title="Machines", title_justify="left", header_style="bold")
    for column in ("machine", "rôle", "processus", "version", "depuis", "donne signe", "travail", "pris à", "essai"):
        table.add_column(column, overflow="fold")
    for seen in found:
        process, doing = seen.process, seen.doing
        table.add_row(
            process.machine, process.role, str(process.number), process.version,
            f"{_moment(process.since):%d/%m %H:%M}", _heard(seen), _work(doing), _taken(doing),
            str(doing.attempt) if doing is not None else "–",
        )  # fmt: skip
    return table


def _heard(seen: Seen) -> Text:
    if seen.is_silent:
        return Text(f"plus depuis {_duration(seen.silence_s)}", "bold red")
    return Text(f"il y a {_duration(seen.silence_s)}", "green")


def _work(doing: Doing | None) -> str:
    return f"{WORK[doing.kind]} {doing.subject}" if doing is not None else "–"


def _taken(doing: Doing | None) -> str:
    return f"{_moment(doing.since):%H:%M:%S}" if doing is not None and doing.since is not None else "–"


def _duration(seconds: float) -> str:
    if seconds < 2 * MINUTE_S:
        return f"{seconds:.0f} s"
    return f"{seconds / MINUTE_S:.0f} min" if seconds < 2 * HOUR_S else f"{seconds / HOUR_S:.0f} h"


def _moment(instant: float) -> datetime:
    return datetime.fromtimestamp(instant, PARIS)
