"""The same papers a second time, or the rest of them? Pure."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.insight.register.part import Part, Share


def without_repeats(parts: Sequence[Part]) -> list[Part]:
    """Return the plis of an envelope, in their order of receipt, without those that bring nothing new."""
    kept: list[Part] = []
    for part in parts:
        if not (kept and _repeats(part, kept)):
            kept.append(part)
    return kept


def _repeats(part: Part, before: Sequence[Part]) -> bool:
    """Tell the same papers again from the rest of an envelope: other dossiers, or what one still lacked."""
    if part.sha256 in {other.sha256 for other in before}:
        return True
    if all(share.given for share in part.shares):
        return part.again
    known = {share.numero_unique for other in before for share in other.shares}
    if part.unopened or any(share.numero_unique not in known for share in part.shares):
        return False
    return not any(_fits(share, before) for share in part.shares)


def _fits(share: Share, before: Sequence[Part]) -> bool:
    """Say whether a dossier lacked as many pages as this share of it brings, its fiche put in again left out."""
    if share.announced_pages is None:
        return False
    had = sum(other.sides.printed for part in before for other in part.shares if _is_same(share, other))
    return had + (share.sides - share.sheet).printed <= share.announced_pages


def _is_same(one: Share, other: Share) -> bool:
    return one.numero_unique == other.numero_unique
