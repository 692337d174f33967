"""Figures as the French write them."""

from __future__ import annotations

from datetime import date, datetime

from pipeline.domain.working_calendar import PARIS
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.evaluate.lines import decimal
from pipeline.insight.report.period import Period
from pipeline.mail import french

THIN, FIRM = "\u202f", "\u00a0"  # spaces that do not break: within a number, and before a unit
NONE = "–"
IN_DAYS_H = 72
ENOUGH = 10
"""Pieces, or plis, under which no rate is given: it would say more of chance than of anybody's work."""
KILO = 1000


def number(value: int) -> str:
    """Write ``12 345``."""
    return f"{value:,}".replace(",", THIN)


def counted(value: int, noun: str) -> str:
    """Write ``1 pli``, ``12 345 plis``; every word of ``noun`` takes the mark of the plural."""
    return f"{number(value)}{FIRM}{french.count(value, noun).partition(' ')[2]}"


def percent(share: Share | None) -> str:
    """Write ``12,3 %``; 0 and 100 are said of none and of all only, a dash of nothing."""
    if share is None or share.value is None:
        return NONE
    if 0 < share.count < share.total:
        return f"{decimal(min(max(100 * share.value, 0.1), 99.9), 1)}{FIRM}%"
    return f"{100 * share.value:.0f}{FIRM}%"


def out_of(share: Share) -> str:
    """Write ``12 sur 345``."""
    return f"{number(share.count)} sur {number(share.total)}"


def share(measured: Share) -> str:
    """Write ``83,3 %``, and counts alone where they are too few for a rate: ``2 sur 5``."""
    return percent(measured) if measured.total >= ENOUGH or not measured.total else out_of(measured)


def delay(hours: float | None) -> str:
    """Write ``26 h``, ``4,5 jours``."""
    if hours is None:
        return NONE
    if hours < 1:
        return f"moins d'une{FIRM}heure"
    return f"{hours:.0f}{FIRM}h" if hours < IN_DAYS_H else f"{decimal(hours / 24, 1)}{FIRM}jours"


def weight(octets: float | None) -> str:
    """Write ``38 ko``, ``1,9 Mo``, ``2,4 Go``."""
    if octets is None:
        return NONE
    for unit, size in (("Go", KILO**3), ("Mo", KILO**2)):
        if octets >= size:
            return f"{decimal(octets / size, 1)}{FIRM}{unit}"
    return f"{octets / KILO:.0f}{FIRM}ko"


def between(days: Period) -> str:
    """Write ``du 1er au 22 mai 2026``, ``du 28 avril au 3 mai 2026``, ``du 3 mai 2026``."""
    first, last = french.day(days.first), french.day(days.last)
    if days.first == days.last:
        return f"du {first}"
    shared = days.first.year == days.last.year
    start = first.rpartition(" ")[0] if shared else first
    if shared and days.first.month == days.last.month:
        start = start.partition(" ")[0]
    return f"du {start} au {last}"


def short_day(day: date) -> str:
    """Write ``06/05``."""
    return f"{day:%d/%m}"


def short_instant(moment: datetime | None) -> str:
    """Write ``06/05 20 h 00``, in Paris."""
    if moment is None:
        return NONE
    local = moment.astimezone(PARIS)
    return f"{local:%d/%m} {local.hour}{FIRM}h{FIRM}{local:%M}"
