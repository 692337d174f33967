"""Lots: their images, readings, PDFs and files go once they are settled and their time is over."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from pipeline.durable import remove_durably
from pipeline.engine.house import House
from pipeline.mailroom import quarantine
from pipeline.store import deposits, erasing, holders, journal, lots, mails, plis, purges, rectifications
from pipeline.store.kept import Genre
from pipeline.upkeep.purge import proof
from pipeline.upkeep.purge.erased import erased, erased_companion, labels_of
from pipeline.upkeep.purge.tally import Tally
from pipeline.upkeep.purge.terms import Held, Rule, Stand, Term, term_of

GENRES: Mapping[Rule, Genre] = {
    Rule.IMAGES: Genre.LOT,
    Rule.REJECTS: Genre.REJECT,
    Rule.QUARANTINE: Genre.QUARANTINE,
}
ONE_DAY = timedelta(days=1)


def purge_lots(house: House, now: datetime, tally: Tally, *, do: bool) -> list[tuple[str, str]]:
    """Purge, or only count, the lots whose time is over; return those that are held past it, with why.

    What a purge records is committed before anything is removed: a death in between leaves files that nobody
    names, never a name without its file.
    """
    days = days_of(house)
    due, held = _due(house, days, now)
    copies = quarantine.copies(house.racine / "outbox")
    counted: set[str] = set()
    for lot, term in due.items():
        with house.store.begin() as tx:
            if do:
                free = _erase(tx, lot, term, days[term.rule], now)
            else:
                free = _free(tx, holders.blobs_of(tx, lot), going=due) - counted
                counted |= free
        beside = copies.get(lot, [])
        tally.add(term.rule, house.store.blobs.octets(free) + _octets(beside), term.since)
        if do:
            house.store.blobs.remove(free)
            remove_durably(beside)
    return held


def days_of(house: House) -> dict[Rule, int]:
    """Return for how many days each rule keeps."""
    kept = house.settings.conservation
    return {
        Rule.IMAGES: kept.images,
        Rule.REJECTS: kept.rejets,
        Rule.QUARANTINE: kept.quarantaine,
        Rule.MAILS: kept.mels,
    }


def _due(house: House, days: Mapping[Rule, int], now: datetime) -> tuple[dict[str, Term], list[tuple[str, str]]]:
    """Return the lots whose time is over, and those that would be of an age to go and are not settled."""
    shortest = timedelta(days=min(days[rule] for rule in GENRES))
    with house.store.begin() as tx:
        aged = purges.kept_lots(tx, (now - shortest + 2 * ONE_DAY).date())  # a day of slack: offsets differ
        hindered = purges.hindered(tx)
    due, held = {}, []
    for lot in aged:
        with house.store.begin() as tx:
            found = _judge(tx, lot, hindered, days)
            since = lots.receipt(tx, lot).recu_le
        if isinstance(found, Term) and found.until <= now:
            due[lot] = found
        elif isinstance(found, Held) and since + shortest <= now:
            held.append((lot, found.why))
    return due, held


def _judge(tx: Connection, lot: str, hindered: Mapping[str, str], days: Mapping[Rule, int]) -> Term | Held:
    own = [row.id for row in plis.of_lot(tx, lot)]
    why = next((hindered[name] for name in (lot, *own) if name in hindered), None)
    if why is not None:
        return Held(why)
    return term_of(list(_stands(tx, lot)), days, refused=lots.is_refused(tx, lot))


def _stands(tx: Connection, lot: str) -> Iterator[Stand]:
    for row in plis.of_lot(tx, lot):
        bilan = plis.bilan(tx, row.id)
        if bilan is not None:
            instants = (done.withdrawn_at for done in rectifications.of_pli(tx, row.id))
            withdrawn = max((instant for instant in instants if instant is not None), default=None)
            yield Stand(bilan, mails.of_pli(tx, row.id), deposits.last_deposit(tx, row.id), withdrawn)


def _erase(tx: Connection, lot: str, term: Term, days: int, now: datetime) -> set[str]:
    """Erase what a lot says of people, and keep the proof; return the blobs that nobody holds any more."""
    stands, receipt, own = list(_stands(tx, lot)), lots.receipt(tx, lot), holders.blobs_of(tx, lot)
    purges.keep(tx, GENRES[term.rule], lot, f"{term.rule} : {days} jours", proof.of_lot(receipt, stands), now)
    journal.note(tx, now, lot, "purge", regle=term.rule)
    erasing.erase_lot(tx, lot, erased_companion(receipt.companion))
    for bilan in (stand.bilan for stand in stands):
        labels = labels_of(bilan, erasing.numbers(tx, bilan.pli))
        erasing.erase_pli(tx, erased(bilan, labels), labels)
    erasing.forget_pdfs(tx, lot)
    free = _free(tx, own, going=())
    erasing.forget_readings(tx, free)
    return free


def _free(tx: Connection, blobs: set[str], going: Collection[str]) -> set[str]:
    """Return those of these blobs that no lot holds, but for ``going``."""
    return blobs - {blob for blob, lot in holders.holders(tx, blobs) if lot not in going}


def _octets(paths: Collection[Path]) -> int:
    return sum(path.stat().st_size for path in paths)
