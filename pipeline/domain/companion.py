"""The companion of a file: what holds is kept, what does not is named and left."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from pipeline.domain import numero_unique
from pipeline.domain.address import is_address
from pipeline.domain.receipt import Canal, Companion
from pipeline.domain.reference import is_reference
from pipeline.domain.working_calendar import PARIS

_GUICHET = re.compile(r"[0-9A-Z]{5}")
COUNT_MAX = 99_999


class Doubtful(ValueError):
    """A field of a companion does not hold."""


def companion_of(content: Mapping[str, Any], now: datetime) -> Companion:
    """Return the companion that a JSON object gives, on the day of reception ``now``."""
    readers: dict[str, Callable[[object], object]] = {
        "canal": lambda value: Canal(_text(value, 20)),
        "numero_unique": lambda value: _number(value, now.date()),
        "guichet": lambda value: _matching(_GUICHET, value),
        "courriel": _address,
        "recu_le": lambda value: _instant(value, now),
        "station": lambda value: _text(value, 60),
        "recto_verso": _flag,
        "documents": _count,
        "pages": _count,
        "reference": lambda value: _reference(value, now.date()),
    }
    kept: dict[str, Any] = {}
    ignored = []
    for name, read in readers.items():
        if content.get(name) is None:
            continue
        try:
            kept[name] = read(content[name])
        except ValueError:
            ignored.append(name)
    return replace(Companion(**kept), ignored=tuple(ignored))


def _number(value: object, on: date) -> str:
    number = numero_unique.normalise(_text(value, 40))
    if not numero_unique.is_valid(number, on):
        raise Doubtful("numero_unique")
    return number


def _matching(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise Doubtful(pattern.pattern)
    return value


def _address(value: object) -> str:
    if not isinstance(value, str) or not is_address(value):
        raise Doubtful("courriel")
    return value


def _reference(value: object, on: date) -> str:
    if not isinstance(value, str) or not is_reference(value, on):
        raise Doubtful("reference")
    return value


def _instant(value: object, now: datetime) -> datetime:
    text = _text(value, 40)
    moment = datetime.fromisoformat(text) if "T" in text else datetime.combine(date.fromisoformat(text), time())
    try:
        received = moment.replace(tzinfo=PARIS) if moment.tzinfo is None else moment.astimezone(PARIS)
    except OverflowError as error:
        raise Doubtful("recu_le") from error
    if received > now:
        raise Doubtful("recu_le")
    return received


def _text(value: object, longest: int) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= longest or not value.isprintable():
        raise Doubtful("text")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Doubtful("flag")
    return value


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= COUNT_MAX:
        raise Doubtful("count")
    return value
