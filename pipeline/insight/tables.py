"""Tables that operators read in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.domain.bilan import Bilan
from pipeline.domain.rules import Rules
from pipeline.domain.working_calendar import PARIS
from pipeline.insight.breaches import Breach, Urgency
from pipeline.insight.status import Pending, Status
from pipeline.upkeep.check_world import Violation

VERDICTS = {"acceptee": "acceptée", "rejetee": "rejetée", "a_verifier": "à vérifier"}
STATES = {
    "en_cours": ("en cours", "cyan"),
    "a_verifier": ("à vérifier", "yellow"),
    "termine": ("terminé", "green"),
    "rejete": ("rejeté", "red"),
    "quarantaine": ("quarantaine", "red"),
}
FILE_WIDTH = 190
URGENT_H, IN_DAYS_H, NEAR_H = 24, 72, 4
URGENCIES = {
    Urgency.PAST: "bold red",
    Urgency.NO_NIGHT_LEFT: "red",
    Urgency.LAST_NIGHT: "yellow",
    Urgency.LATER: "",
}
TOLD = {None: "–", "a_envoyer": "à envoyer", "envoye": "envoyé"}  # else: why nobody was told


def console() -> Console:
    """Return where tables are shown: as wide as the terminal, and wide enough to be read in a file."""
    return Console(width=None if sys.stdout.isatty() else FILE_WIDTH)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", header_style="bold", show_lines=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def of_statuses(found: Iterable[Status], now: datetime) -> Table:
    """Show where the plis stand, the most urgent first."""
    table = _table("Plis", "pli", "canal", "fichier", "pages", "état", "pièces", "déposées", "reste", "mail")
    for status in found:
        label, colour = STATES[status.etat]
        told = TOLD.get(status.told, status.detail)
        counts = ", ".join(_counted(n, VERDICTS[key]) for key in VERDICTS if (n := status.verdicts[key]))
        table.add_row(
            status.pli, status.canal, status.nom, str(status.pages), Text(label, colour), counts or "–",
            str(status.deposits["depose"]), remaining(status.echeance, now), told,
        )  # fmt: skip
    return table


def of_breaches(found: Iterable[Breach], now: datetime) -> Table:
    """Show the deadlines that are past or that nobody would keep, and what would."""
    table = _table("Échéances à sauver", "pli", "échéance", "reste", "à faire avant", "ce qui manque", "que faire")
    for breach in found:
        status, colour = breach.status, URGENCIES[breach.urgency]
        table.add_row(
            status.pli, Text(_moment(status.echeance), colour), remaining(status.echeance, now), _by(breach, now),
            "\n".join(obstacle.what for obstacle in breach.obstacles),
            "\n".join(obstacle.remedy for obstacle in breach.obstacles),
        )  # fmt: skip
    return table


def _by(breach: Breach, now: datetime) -> Text:
    """Say by when to act: before the last night opens; past it, at once, with the deposit made by hand."""
    match breach.urgency:
        case Urgency.PAST:
            return Text("échéance passée", "bold red")
        case Urgency.NO_NIGHT_LEFT:
            return Text("plus de nuit : « pli deverser »", "red")
    hours = (breach.before - now).total_seconds() / 3600
    if hours < 0:
        return Text("cette nuit, qui est ouverte", "bold yellow")
    return Text(
        f"la nuit du {_moment(breach.before)}, dans {_duration(hours)}", "bold yellow" if hours < NEAR_H else ""
    )


def _moment(instant: datetime) -> str:
    return f"{instant.astimezone(PARIS):%d/%m %H:%M}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count > 1 and word.endswith('e') else ''}"


def remaining(deadline: datetime, now: datetime) -> Text:
    """Say how long is left before a deadline."""
    hours = (deadline - now).total_seconds() / 3600
    if hours < 0:
        return Text(f"en retard de {_duration(-hours)}", "bold red")
    return Text(_duration(hours), "yellow" if hours < URGENT_H else "")


def _duration(hours: float) -> str:
    return f"{hours:.0f} h" if hours < IN_DAYS_H else f"{hours / 24:.0f} j"


def of_pending(found: Iterable[Pending], now: datetime) -> Table:
    """Show the open questions."""
    table = _table("À vérifier", "pièce", "pages", "question", "pourquoi", "ce que la machine propose", "reste")
    for item in found:
        guesses = ", ".join(f"{code} ({confidence:.0%})" for code, confidence in item.asked.candidates) or "–"
        pages = ", ".join(map(str, item.asked.pages))
        table.add_row(
            item.asked.piece, pages, item.asked.question, item.asked.why, guesses, remaining(item.echeance, now)
        )
    return table


def of_bilan(bilan: Bilan, rules: Rules) -> Table:
    """Show what became of the pieces of a pli."""
    register = bilan.registre
    title = (
        f"{bilan.pli} · {bilan.canal} · {register.recues} pages reçues = {register.separateurs} séparateurs"
        f" + {register.blanches} blanches + {register.acceptees} acceptées + {register.rejetees} rejetées"
        f" + {register.a_verifier} à vérifier + {register.hors_dossier} hors dossier"
    )
    table = _table(title, "pièce", "dossier", "pages", "type", "libellé", "suite", "motif", "dépôt")
    for piece in bilan.pieces:
        label = rules.plan[piece.type].label if piece.type is not None else "–"
        motif = f"{piece.motif} {rules.motifs[piece.motif].label}" if piece.motif is not None else "–"
        table.add_row(
            piece.id, piece.dossier or "–", ", ".join(map(str, piece.pages)), piece.type or "–", label,
            VERDICTS[piece.verdict], motif, piece.depot.etat if piece.depot is not None else "–",
        )  # fmt: skip
    return table


def of_violations(found: Iterable[Violation]) -> Table:
    """Show the promises that do not hold, and what to do."""
    table = _table("Anomalies de l'espace de travail", "invariant", "où", "quoi", "que faire")
    for violation in found:
        table.add_row(violation.invariant, violation.where, violation.what, violation.remedy)
    return table
