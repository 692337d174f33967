"""The plis of a period, and those that came in one envelope with them, or in one deposit made in several times."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, Select, and_, select, union

from pipeline.domain.receipt import Canal
from pipeline.store.courrier import ENVOI
from pipeline.store.plis import IN_PROGRESS
from pipeline.store.schema import lot, marque, pli

MONTHS_APART = timedelta(days=60)
"""How long a deposit is made in several times, at most."""


def of_period(tx: Connection, first: date, last: date, by_reference: Iterable[Canal]) -> list[str]:
    """Return the plis received from ``first`` to ``last``, and their kin of any day, in their order of receipt.

    ``by_reference``: the channels whose companions say which deposit a lot belongs to.
    """
    found = union(_own(first, last), _of_envois(first, last), _of_references(first, last, by_reference))
    ordered = select(pli.c.id).join(lot, lot.c.id == pli.c.lot).where(pli.c.id.in_(found))
    return list(tx.execute(ordered.order_by(lot.c.rang, pli.c.premiere)).scalars())


def _own(first: date, last: date) -> Select[tuple[str]]:
    return select(pli.c.id).join(lot, lot.c.id == pli.c.lot).where(_received(first, last))


def _of_envois(first: date, last: date) -> Select[tuple[str]]:
    own = select(marque.c.marque).where(marque.c.marque.startswith(ENVOI), marque.c.pli.in_(_own(first, last)))
    return select(marque.c.pli).where(marque.c.marque.in_(own))


def _of_references(first: date, last: date, channels: Iterable[Canal]) -> Select[tuple[str]]:
    reference = lot.c.compagnon["reference"].as_string()
    here = (lot.c.canal.in_(list(channels)), reference.is_not(None))
    own = select(reference).where(*here, _received(first, last))
    near = _received(first - MONTHS_APART, last + MONTHS_APART)
    return select(pli.c.id).join(lot, lot.c.id == pli.c.lot).where(*here, near, reference.in_(own))


def unread(tx: Connection, first: date, last: date) -> list[str]:
    """Return the lots whose plis are not known yet, and the plis that are not settled."""
    within = _received(first, last)
    whole = select(lot.c.id.label("nom"), lot.c.rang).where(within, lot.c.etat.in_(["recu", "ouvert"]))
    cut = select(pli.c.id, lot.c.rang).join(lot, lot.c.id == pli.c.lot).where(within, pli.c.etat == IN_PROGRESS)
    return [row.nom for row in tx.execute(union(whole, cut).order_by("rang", "nom"))]


def _received(first: date, last: date) -> ColumnElement[bool]:
    """Bound the civil day of reception, which begins what is written of its instant: it bears Paris's offset."""
    return and_(lot.c.recu_le >= first.isoformat(), lot.c.recu_le < (last + timedelta(days=1)).isoformat())
