"""Shares as people read them. Pure."""

from __future__ import annotations


def percent(share: float) -> str:
    """Write a share (0–1) to a tenth of a percent, as French has it: ``99,5 %``; only certainty is 100 %."""
    tenths = min(round(1000 * share), 1000 if share >= 1 else 999)
    whole, tenth = divmod(tenths, 10)
    return f"{whole},{tenth} %" if tenth else f"{whole} %"
