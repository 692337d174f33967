"""Is a piece possibly out of date on the day it came? Information for its sender, never a reason to refuse it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from pipeline.classifiers.subkeys import Kind, Subkey

MONTHS_BACK, MID_MONTH = 3, 15  # three months are asked for; up to mid-month the last one may not be paid yet
MORE_MONTHS_BACK: Mapping[str, int] = MappingProxyType({"LOG-QUI": 4})
MONTHS_OLD = 3
MORE_MONTHS_OLD: Mapping[str, int] = MappingProxyType({"SAN-CER": 6})
NEW_CARDS_BY = (10, 31)  # month and day by which a school year has given out its own certificates
FRENCH_CARDS = frozenset({"IDE-CNA", "IDE-CNN"})
"""Accepted after their end."""


def outdated(found: Subkey, code: str, on: date) -> str | None:
    """Say in French why a piece of type ``code`` is possibly out of date on day ``on``, or None."""
    match found.kind:
        case Kind.MONTH:
            oldest = MORE_MONTHS_BACK.get(code, MONTHS_BACK) + (on.day <= MID_MONTH)
            late = _rank(on) - _rank(date.fromisoformat(f"{found.value}-01")) > oldest
            return f"{found.french} est plus ancien que les {oldest} mois qui précèdent la réception" if late else None
        case Kind.INCOME_YEAR:
            late = int(found.value) < on.year - 2
            return f"{found.french} : l'avis attendu est celui de {on.year - 2} ou de {on.year - 1}" if late else None
        case Kind.SCHOOL_YEAR:
            late = on > date(int(found.value[-4:]), *NEW_CARDS_BY)
            return f"l'{found.french} est passée" if late else None
        case Kind.END:
            late = code not in FRENCH_CARDS and on > date.fromisoformat(found.value)
            return f"valable {found.french} seulement" if late else None
        case Kind.ISSUED:
            return _old(found, MORE_MONTHS_OLD.get(code, MONTHS_OLD), on)


def _old(found: Subkey, months: int, on: date) -> str | None:
    drawn_up = date.fromisoformat(found.value)
    age = _rank(on) - _rank(drawn_up) - (on.day < drawn_up.day)
    late = age > months or (age == months and on.day > drawn_up.day)
    return f"datée {found.french}, plus de {months} mois avant la réception" if late else None


def _rank(day: date) -> int:
    return day.year * 12 + day.month
