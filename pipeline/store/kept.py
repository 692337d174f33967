"""What was purged, and what is still kept: which lots a question may be about."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import ColumnElement, exists

from pipeline.store.schema import lot, purge


class Genre(StrEnum):
    """What is purged: a lot of which something was filed, one of which nothing was, one never opened; a message."""

    LOT = "lot"
    REJECT = "rejet"
    QUARANTINE = "quarantaine"
    MAIL = "mail"


OF_LOTS = (Genre.LOT, Genre.REJECT, Genre.QUARANTINE)


def is_kept() -> ColumnElement[bool]:
    """Say of a row of ``lot`` that it was not purged."""
    return ~exists().where(purge.c.genre.in_(OF_LOTS), purge.c.sujet == lot.c.id)
