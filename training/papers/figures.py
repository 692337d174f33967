"""Sums of money as papers list them: some lines and what they come to, or the same payment month after month."""

from __future__ import annotations

from training.papers.case import Case


def summed(case: Case, *lines: tuple[str, float, float]) -> tuple[list[tuple[str, str]], float]:
    """Draw a sum for each (label, least, most); return the rows, labels and sums in euros, and their total."""
    drawn = [(label, round(case.desk.rng.uniform(least, most), 2)) for label, least, most in lines]
    return [(label, case.amount(value)) for label, value in drawn], sum(value for _, value in drawn)


def monthly(case: Case, count: int, value: float) -> tuple[tuple[str, str], ...]:
    """Return the last ``count`` months, newest first, each with about ``value`` euros."""
    return tuple(
        (case.month(before).capitalize(), case.amount(value + case.desk.rng.uniform(-0.02, 0.02) * value))
        for before in range(count)
    )
