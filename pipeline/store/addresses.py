"""Addresses that refuse whatever we send them: kept, shown, and not tried again by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from pipeline.store.schema import adresse


@dataclass(frozen=True, slots=True)
class RefusedAddress:
    """An address, what its server answered or what came back from it, and when."""

    address: str
    reason: str
    at: datetime


def refused(tx: Connection) -> list[RefusedAddress]:
    """Return every refused address, the latest first."""
    rows = tx.execute(select(adresse).order_by(adresse.c.le.desc(), adresse.c.adresse))
    return [RefusedAddress(row.adresse, row.raison, datetime.fromisoformat(row.le)) for row in rows]


def reasons(tx: Connection, among: Iterable[str]) -> dict[str, str]:
    """Return why each refused address among these is."""
    keys = {_key(address): address for address in among}
    rows = tx.execute(select(adresse).where(adresse.c.adresse.in_(keys)))
    return {keys[row.adresse]: row.raison for row in rows}


def refuse(tx: Connection, address: str, reason: str, now: datetime) -> None:
    """Keep that an address refuses; the latest reason takes the place of the first."""
    accept(tx, address)
    tx.execute(adresse.insert().values(adresse=_key(address), raison=reason, le=now.isoformat()))


def accept(tx: Connection, address: str) -> bool:
    """Forget that an address refused, since it takes mail; say whether it was refused."""
    return tx.execute(adresse.delete().where(adresse.c.adresse == _key(address))).rowcount > 0


def _key(address: str) -> str:
    """Return an address as it is compared: no server that matters tells two boxes apart by capitals."""
    return address.lower()
