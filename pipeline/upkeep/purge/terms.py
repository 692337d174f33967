"""When a lot may be purged, or why it may not. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pipeline.domain.bilan import Bilan
from pipeline.mail.addressees import Untold
from pipeline.store import mails
from pipeline.store.mails import Mail
from pipeline.upkeep.settled import accepted, finals, undecided, untold


class Rule(StrEnum):
    """The rules, by the key of ``[conservation]`` that gives their days; leftovers go at once."""

    IMAGES = "images"
    REJECTS = "rejets"
    QUARANTINE = "quarantaine"
    MAILS = "mels"
    LEFTOVERS = "restes"


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a pli stands. ``acknowledged``, ``withdrawn``: the instants of its last deposit and withdrawal."""

    bilan: Bilan
    mails: Sequence[Mail]
    acknowledged: datetime | None
    withdrawn: datetime | None


@dataclass(frozen=True, slots=True)
class Term:
    """From when to when a settled lot is kept, by which rule."""

    rule: Rule
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """Why a lot is not settled, in French."""

    why: str


def term_of(stands: Sequence[Stand], days: Mapping[Rule, int], *, refused: bool) -> Term | Held:
    """Return until when a lot is kept, told by its plis; ``refused``: as a whole, it was never opened.

    What nothing was filed of follows the rule of rejects. A lot goes as one, since its file holds all its pages.
    """
    terms = []
    for stand in stands:
        why = undecided(stand.bilan) or untold(stand.mails) or _unreached(stand.mails, refused=refused)
        if why is not None:
            return Held(why)
        terms.append(_term(stand, days, refused=refused))
    if not terms:
        return Held("il n'est pas encore ouvert")
    filed = any(term.rule is Rule.IMAGES for term in terms)
    rule = Rule.IMAGES if filed else terms[0].rule
    return Term(rule, max(term.since for term in terms), max(term.until for term in terms))


def _unreached(told: Sequence[Mail], *, refused: bool) -> str | None:
    """Say why a message that is settled has not reached its sender, and may yet."""
    counted = finals(told)
    if any(_is_lost(mail, counted[rank:]) for rank, mail in enumerate(counted)):
        return "le mel est refusé"
    if not refused and any((mail.detail or "").startswith(f"{Untold.GUICHET_INCONNU} (") for mail in counted):
        return "le guichet n'a pas d'adresse"  # one that is named may still be given an address
    return None


def _is_lost(mail: Mail, after: Sequence[Mail]) -> bool:
    """Say whether a message was refused and nothing was taken since; one that only repeats is missed by nobody."""
    repeats = mail.nature.startswith(mails.again(""))
    return mail.state == mails.REFUSED and not repeats and mails.SENT not in {later.state for later in after}


def _term(stand: Stand, days: Mapping[Rule, int], *, refused: bool) -> Term:
    told = [mail.at for mail in stand.mails]
    since = max(instant for instant in (*told, stand.acknowledged, stand.withdrawn) if instant is not None)
    settled = Rule.IMAGES if accepted(stand.bilan) else Rule.REJECTS
    rule = Rule.QUARANTINE if refused else settled
    return Term(rule, since, since + timedelta(days=days[rule]))
