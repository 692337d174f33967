"""How notaries and bailiffs date what they write."""

from __future__ import annotations

from datetime import date

from training.desk import MONTHS
from training.papers.wording import spelled


def in_the_year(day: date) -> str:
    """« L'an deux mille vingt-cinq et le quatre mars »."""
    number = "premier" if day.day == 1 else spelled(day.day)
    return f"L'an {spelled(day.year)} et le {number} {MONTHS[day.month - 1]}"
