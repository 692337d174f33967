"""Deadlines: which are past, which will be unless somebody acts, and what would prevent it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

from pipeline.domain.working_calendar import PARIS
from pipeline.engine.day import MEND, RESUME
from pipeline.insight.status import Overview, Status
from pipeline.store import deposits, mails
from pipeline.store.nights import hours
from pipeline.store.plis import IN_PROGRESS
from pipeline.store.standing import NO_GUICHET, TO_CHECK

BY_WORK = "« pli traiter » ; « pli surveiller », s'il est en marche, s'en charge"
_ONE_DAY = timedelta(days=1)


class Urgency(StrEnum):
    """How near a deadline is, counted in nights: it is at night that pieces leave."""

    PAST = "passee"
    NO_NIGHT_LEFT = "sans_nuit"
    LAST_NIGHT = "derniere_nuit"
    LATER = "a_venir"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands between a pli and its end, and what would lift it; ``routine``: the night does it by itself."""

    what: str
    remedy: str
    routine: bool = False


@dataclass(frozen=True, slots=True)
class Breach:
    """A deadline that is missed, or will be; ``before``: the opening of the last night that can still keep it."""

    status: Status
    urgency: Urgency
    before: datetime
    obstacles: tuple[Obstacle, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it in the words of operators."""
        return {
            "pli": self.status.pli,
            "echeance": self.status.echeance.isoformat(),
            "urgence": self.urgency,
            "avant": self.before.isoformat(),
            "manque": [{"quoi": obstacle.what, "que_faire": obstacle.remedy} for obstacle in self.obstacles],
        }


def breaches(found: Overview, now: datetime, opening: time, closing: time) -> list[Breach]:
    """Return the deadlines to worry about, past ones first: those that no night will keep by itself."""
    blocked = _by_subject(found.aside), _by_subject(found.waiting)
    listed = []
    for status in found.plis:
        near = urgency(status.echeance, now, opening, closing)
        left = obstacles(status, *blocked) if near is not Urgency.LATER else ()
        alone = near is Urgency.LAST_NIGHT and all(obstacle.routine for obstacle in left)
        if left and not alone:
            listed.append(Breach(status, near, last_opening(status.echeance, opening), left))
    return sorted(listed, key=lambda breach: (breach.status.echeance, breach.status.pli))


def urgency(deadline: datetime, now: datetime, opening: time, closing: time) -> Urgency:
    """Say how near a deadline is at ``now``, when nights last from ``opening`` to ``closing``, civil times of Paris."""
    if deadline < now:
        return Urgency.PAST
    last = last_opening(deadline, opening)
    if now < last:
        return Urgency.LAST_NIGHT if now > last_opening(last, opening) else Urgency.LATER
    _, ends = hours(last.date(), opening, closing)
    return Urgency.LAST_NIGHT if now < ends else Urgency.NO_NIGHT_LEFT


def last_opening(deadline: datetime, opening: time) -> datetime:
    """Return the opening of the last night that opens before ``deadline``."""
    day = deadline.astimezone(PARIS).date()
    evening = datetime.combine(day, opening, PARIS)
    return evening if evening < deadline else datetime.combine(day - _ONE_DAY, opening, PARIS)


def obstacles(
    status: Status, aside: Mapping[str, str] | None = None, waiting: Mapping[str, str] | None = None
) -> tuple[Obstacle, ...]:
    """Return what stands between a pli and its end, in the order in which it is lifted.

    ``aside`` and ``waiting``: why work on a lot or a pli was set aside, or waits for the world, by its name.
    """
    stopped = _reason(status, aside or {})
    held = _reason(status, waiting or {})
    found = []
    if stopped is not None:
        found.append(Obstacle(f"mis de côté : {stopped}", MEND))
    elif held is not None:
        found.append(Obstacle(f"en attente : {held}", f"relancer {RESUME}, qui réessaie de lui-même"))
    elif status.etat == IN_PROGRESS:
        found.append(Obstacle("pas encore lu", BY_WORK))
    if status.etat == TO_CHECK:
        found.append(
            Obstacle(_counted(status.questions, "question ouverte", "questions ouvertes"), "« pli a-verifier »")
        )
    found += _deposits(status, is_stopped=stopped is not None or held is not None)
    return (*found, *(_mail(status) if not found else ()))


def _deposits(status: Status, *, is_stopped: bool) -> list[Obstacle]:
    found = []
    unsent = status.deposits[deposits.TO_DEPOSIT]
    unknown = status.deposits[deposits.UNCERTAIN]
    unmade = status.verdicts["acceptee"] - status.deposits.total()
    if unmade > 0 and not is_stopped and status.etat != TO_CHECK:
        found.append(Obstacle(_counted(unmade, "pièce à composer", "pièces à composer"), BY_WORK))
    if unsent:
        what = _counted(unsent, "pièce à déposer", "pièces à déposer")
        found.append(Obstacle(what, "le déversement de cette nuit, ou « pli deverser »", routine=True))
    if unknown:
        what = _counted(unknown, "dépôt sans réponse", "dépôts sans réponse")
        found.append(Obstacle(what, "« pli deverser » demande au SNE ce qu'il a reçu"))
    return found


def _mail(status: Status) -> list[Obstacle]:
    """Return what keeps the sender of a settled and deposited pli from being told."""
    if status.told == mails.NOT_TOLD and (status.detail or "").startswith(NO_GUICHET):
        return [Obstacle(status.detail or "", "« pli guichets importer »")]
    if status.told == mails.REFUSED:
        return [Obstacle("message refusé", "corriger l'adresse, puis « pli notifier »")]
    if status.told == mails.TO_SEND:
        return [Obstacle("message en attente", "« pli notifier » le tente à nouveau")]
    if status.told is None or status.nature == mails.PARTIAL:
        return [Obstacle("message pas encore parti", "« pli notifier »", routine=True)]
    return []


def _by_subject(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return reasons by the lot or the pli that a task is about."""
    return {task.partition(":")[2].partition("/")[0]: reason for task, reason in found}


def _reason(status: Status, reasons: Mapping[str, str]) -> str | None:
    return reasons.get(status.pli, reasons.get(status.lot))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {many if count > 1 else one}"
