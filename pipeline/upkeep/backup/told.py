"""A backup and a restore as people and programs read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.table import Table

from pipeline.upkeep.backup import manifest as manifests
from pipeline.upkeep.backup.reconcile import Unknown
from pipeline.upkeep.backup.restore import Restored
from pipeline.upkeep.backup.save import Saved

MO = 1_000_000


def saved_as_json(saved: Saved) -> dict[str, object]:
    """Return a backup in the words of operators."""
    return {**manifests.as_json(saved.manifest), "copies": saved.copied, "octets_copies": saved.octets}


def saved_as_sentence(saved: Saved) -> str:
    """Say what a backup holds, and what of it is new."""
    contents = saved.manifest.contents
    whole, new = (f"{octets / MO:.1f} Mo".replace(".", ",") for octets in (sum(contents.values()), saved.octets))
    return f"Sauvegarde finie : {len(contents)} contenus, {whole}, dont {saved.copied} nouveaux, {new}."


def restored_as_json(restored: Restored) -> dict[str, object]:
    """Return a restore in the words of operators."""
    told = restored.reconciled
    return {
        "sauvegarde_du": restored.at.isoformat(),
        "demandes_interrogees": told.asked,
        "deposees_depuis": list(told.found),
        "dites_deposees_absentes": list(told.absent),
        "questions_posees": [{"piece": piece, "raison": why} for piece, why in told.questions.items()],
        "inconnues_de_la_sauvegarde": [_unknown(it) for it in told.unknown],
        "dernieres_receptions": [
            {"canal": canal, "station": station, "le": at.isoformat()} for (canal, station), at in restored.last.items()
        ],
        "questions_ouvertes": restored.questions,
        "messages_dus": restored.untold,
        "a_effacer": sum(count.things for count in restored.old.counts.values()),
        "anomalies": [
            {"invariant": it.invariant, "ou": it.where, "quoi": it.what, "que_faire": it.remedy}
            for it in restored.violations
        ],
    }


def _unknown(found: Unknown) -> dict[str, object]:
    return {
        "numero_unique": found.numero_unique,
        "type": found.held.type,
        "reference": found.held.reference,
        "depose_le": found.held.depose_le.isoformat(),
        "pieces": list(found.pieces),
    }


def receptions_as_table(restored: Restored) -> Table:
    """Show until when each door was saved: what came after is to be dropped again."""
    table = _table("Ce qui est arrivé après est à déposer de nouveau")
    for column in ("canal", "station", "dernier lot sauvegardé"):
        table.add_column(column)
    for (canal, station), at in restored.last.items():
        table.add_row(canal, station or "–", f"{at:%d/%m/%Y %H:%M}")
    return table


def unknown_as_table(restored: Restored) -> Table:
    """Show what the register has that the backup has not."""
    table = _table("Au registre, mais pas dans la sauvegarde")
    for column in ("demande", "type", "déposée le", "référence", "nos pièces"):
        table.add_column(column, overflow="fold")
    for it in restored.reconciled.unknown:
        when = f"{it.held.depose_le:%d/%m/%Y %H:%M}"
        pieces = ", ".join(it.pieces) or "d'un pli perdu"
        table.add_row(it.numero_unique, it.held.type, when, it.held.reference, pieces)
    return table


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", header_style="bold")


def restored_as_remarks(restored: Restored) -> Iterator[tuple[str, str]]:
    """Yield what a person has to know or to do after a restore, each with its label."""
    told = restored.reconciled
    yield "Rapproché", f"{told.asked} demandes ; {len(told.found)} pièces avaient été déposées depuis la sauvegarde."
    for why, count in sorted(Counter(told.questions.values()).items()):
        yield "À trancher", f"{count} pièces : {why}."
    if told.absent:
        yield "Absentes", f"dites déposées, le registre ne les a pas : {', '.join(told.absent)}."
    if restored.questions:
        yield "Questions", f"{restored.questions} ouvertes ; les réponses données depuis la sauvegarde sont à redonner."
    if restored.untold:
        again = "partis peut-être depuis la sauvegarde, ils repartiront sous le même Message-ID"
        yield "Messages", f"{restored.untold} sont dus ; {again}."
    old = sum(count.things for count in restored.old.counts.values())
    if old:
        yield "À effacer", f"{old} éléments ont passé leur durée : « pli purger --faire », ou le service après sa nuit."
