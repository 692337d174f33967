"""Record what was taken: its bytes, the day and the door it came by, and what its sender said."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from sqlalchemy import Connection

from pipeline.domain import bilan
from pipeline.domain.companion import companion_of
from pipeline.domain.receipt import Canal, Companion, Receipt, Source
from pipeline.domain.working_calendar import PARIS
from pipeline.errors import InputFault
from pipeline.mailroom import takings
from pipeline.mailroom.quarantine import set_aside
from pipeline.mailroom.takings import Taking
from pipeline.settings import Settings
from pipeline.store import journal, lots, plis, tasks, turns
from pipeline.store.store import Store
from pipeline.store.tasks import Kind

DEFAULT_CANAL = Canal.PAPIER_GUICHET
UNREAD = InputFault(
    "Le fichier, ou son compagnon (.json), n'a pas pu être lu : ses droits d'accès l'interdisent. "
    "Corrigez-les, puis déposez-le de nouveau."
)


def ingest(folder: Path, store: Store, settings: Settings) -> str:
    """Record the lot of a taking, whatever it is worth; return its name.

    What may not be read is refused with no byte of it known, and goes to the quarantine as it is.
    """
    with store.begin() as tx:
        lot = lots.recorded(tx, folder.name)
    is_unread = takings.is_unread(folder)
    if lot is None:
        content = None if is_unread else takings.content(folder)
        source = _source(folder, content, store)
        with store.begin() as tx:
            lot = _record(tx, folder, source, content, settings)
    if is_unread:
        with store.look() as tx:
            takings.to_quarantine(folder, settings.racine / "outbox", lots.receipt(tx, lot), UNREAD.motif)
    takings.put_away(folder)
    return lot


def _source(folder: Path, content: Path | None, store: Store) -> Source:
    """Keep what was received, and say what it is; of what may not be read, that is its name and its size."""
    name = takings.known(folder).nom
    if content is None:
        return Source(name, store.blobs.put(b""), takings.weight(folder))
    return Source(name, store.blobs.put_file(content), content.stat().st_size)


def _record(tx: Connection, folder: Path, source: Source, content: Path | None, settings: Settings) -> str:
    receipt, fault = _receipt(tx, folder, source, settings)
    fault = UNREAD if content is None else fault
    lots.add(tx, receipt, folder.name, is_folder=takings.is_folder(folder))
    due, octets = receipt.echeance.isoformat(), receipt.source.octets
    said = {"canal": receipt.canal, "echeance": due, "calendrier": rule_of(settings)}
    journal.note(tx, settings.now(), receipt.lot, journal.RECEIVED, octets=octets, **said)
    if fault is None:
        tasks.submit(tx, Kind.OPEN, receipt.lot, turns.to_open(tx, receipt, settings.partage[receipt.canal]))
    else:
        refuse(tx, receipt, content, fault, settings)
    return receipt.lot


def refuse(tx: Connection, receipt: Receipt, original: Path | None, fault: InputFault, settings: Settings) -> None:
    """Refuse a lot as a whole: quarantine, bilan, journal. Doing it again changes nothing.

    ``original``: a file that holds what was received, None when nobody may read it.
    """
    # A worker elsewhere leaves it to whoever shows the bilan: nobody looks into its outbox.
    if settings.moteur.nom == "local" or original is None:
        set_aside(settings.racine / "outbox", receipt, original, fault, settings.now())
    own = replace(receipt, pli=f"{receipt.lot}-1", first=1, last=0)
    lots.set_state(tx, receipt.lot, "refuse", fault.motif, fault.explanation)
    plis.add(tx, own.pli, own.lot, own.first, own.last)
    plis.settled(tx, bilan.of_refused(own, fault.motif), ())
    journal.note(tx, settings.now(), receipt.lot, "refuse", motif=fault.motif)


def _receipt(tx: Connection, folder: Path, source: Source, settings: Settings) -> tuple[Receipt, InputFault | None]:
    """Return how the lot came, and what is already wrong with it."""
    taking = takings.known(folder)
    now = datetime.fromisoformat(taking.le)
    companion, fault = _companion(takings.companion(folder), now)
    canal = _canal(taking, companion)
    if canal is None:
        where = f"Le canal « {taking.canal} » n'existe pas" if taking.canal else "Le fichier est hors de tout canal"
        fault = InputFault(f"{where} ; déposez dans inbox/<canal>/.")
    received, told_by = _reception(taking, companion, now)
    door = canal or DEFAULT_CANAL
    stem = lot_stem(door, source.nom, source.sha256)
    receipt = Receipt(
        pli="",
        lot=f"{stem}-{lots.times_received(tx, stem) + 1}",
        canal=door,
        station=taking.station or companion.station,
        source=source,
        recu_le=received,
        recu_le_source=told_by,
        echeance=deadline_of(received, door, settings),
        companion=companion,
        first=1,
        last=0,
    )
    return receipt, fault


def deadline_of(received: datetime, canal: Canal, settings: Settings) -> datetime:
    """Return by when a lot received at that instant by that channel must be done with."""
    cutoff, close = settings.reception.heure_limite, settings.deversement.fermeture
    return settings.calendar().deadline(received, canal.is_paper, cutoff, close)


def rule_of(settings: Settings) -> str:
    """Name what deadlines are computed with today: the version of the calendar, and the two hours that count."""
    hours = (settings.reception.heure_limite, settings.deversement.fermeture)
    return " ".join((settings.calendar().version, *(hour.isoformat("minutes") for hour in hours)))


def lot_stem(canal: Canal, nom: str, sha256: str) -> str:
    """Return how a lot is named, its rank of receipt left out; no name of a file shows, it may be a person's."""
    initials = "".join(word[0] for word in canal.split("-"))
    digest = hashlib.sha256(f"{canal}\n{nom}\n{sha256}".encode()).hexdigest()[:10]
    return f"{initials}{digest}"


def _companion(written: bytes | None, now: datetime) -> tuple[Companion, InputFault | None]:
    if written is None:
        return Companion(), None
    try:
        content = json.loads(written)
    except (ValueError, RecursionError):
        return Companion(), InputFault("Le fichier compagnon (.json) n'est pas lisible.")
    if not isinstance(content, dict):
        return Companion(), InputFault("Le fichier compagnon (.json) ne contient pas un objet.")
    return companion_of(content, now), None


def _canal(taking: Taking, companion: Companion) -> Canal | None:
    if taking.canal is not None:
        return Canal(taking.canal) if taking.canal in set(Canal) else None
    told = Canal(taking.verite) if taking.verite in set(Canal) else None
    return companion.canal or told or DEFAULT_CANAL


def _reception(taking: Taking, companion: Companion, now: datetime) -> tuple[datetime, str]:
    if companion.recu_le is not None:
        return companion.recu_le, "companion"
    if taking.jour is not None:
        return datetime.combine(date.fromisoformat(taking.jour), time(), PARIS), "dossier"
    return now, "depot"
