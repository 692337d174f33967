"""The figures of a period, gathered pli by pli: one bilan is in memory at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import dropwhile

from sqlalchemy import Connection

from pipeline.domain.filing_plan import Motif
from pipeline.domain.working_calendar import PARIS
from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.insight.report.course import ACCEPTED, Course
from pipeline.insight.report.delays import Delays
from pipeline.insight.report.offices import Offices
from pipeline.insight.report.period import Period
from pipeline.insight.report.rejections import Rejections
from pipeline.insight.report.volumes import Volumes
from pipeline.insight.report.work import Hands, Weights
from pipeline.store import courrier, deposits, mails, nights, periods, plis, rectifications
from pipeline.store.courrier import Arrival
from pipeline.store.mails import Mail
from pipeline.store.nights import Night
from pipeline.store.periods import Trace
from pipeline.store.rectifications import Rectification

NOT_TAKEN = "adresse refusée"


@dataclass(frozen=True, slots=True)
class Figures:
    """All that a report says. ``now``: as of when; ``names``: of guichets, by code; nobody else is named."""

    period: Period
    now: datetime
    volumes: Volumes
    delays: Delays
    rejections: Rejections
    offices: Offices
    hands: Hands
    weights: Weights
    nights: tuple[Night, ...]
    breaches: tuple[Rectification, ...]
    names: Mapping[str, str]
    motifs: Mapping[str, Motif]

    def count(self, courses: Iterable[Course]) -> None:
        """Count plis, each forgotten once it is counted."""
        for course in courses:
            for part in (self.volumes, self.delays, self.rejections, self.offices, self.hands, self.weights):
                part.add(course)


def figures(house: House, period: Period, step: Step) -> Figures:
    """Return the figures of the plis received in a period, and of its nights.

    Each pli is read in a transaction of its own, so that the work goes on meanwhile.
    """
    now, settings = house.settings.now(), house.settings
    bounds = (period.first, period.last)
    with house.store.begin() as tx:
        names = periods.received(tx, *bounds)
        traces, said = periods.traces(tx, *bounds), periods.corrected(tx, *bounds)
        found = Figures(
            period=period,
            now=now,
            volumes=Volumes(_envelopes(tx, period), periods.uncut(tx, *bounds)),
            delays=Delays(now),
            rejections=Rejections(),
            offices=Offices(period.middle),
            hands=Hands(),
            weights=Weights(),
            nights=tuple(night for day in period if (night := nights.of_day(tx, day)) is not None),
            breaches=tuple(it for it in rectifications.breaches(tx) if _day(it.at) in period),
            names={code: guichet.nom for code, guichet in settings.guichets.items()},
            motifs=settings.motifs,
        )
    for done, name in enumerate(names, start=1):
        with house.store.begin() as tx:
            course = course_of(tx, name, traces.get(name, Trace()), corrected=name in said)
        found.count([course])
        step(done, len(names))
    return found


def _envelopes(tx: Connection, period: Period) -> dict[Arrival, int]:
    return {(day, canal): count for (day, canal), count in courrier.counted(tx).items() if day in period and count}


def _day(instant: datetime) -> date:
    return instant.astimezone(PARIS).date()


def course_of(tx: Connection, name: str, trace: Trace, *, corrected: bool) -> Course:
    """Return the course of a pli, as it stands."""
    receipt, bilan = plis.receipt(tx, name), plis.bilan(tx, name)
    accepted = [piece.depot for piece in bilan.pieces if piece.verdict == ACCEPTED] if bilan is not None else []
    held = bool(accepted) and all(depot is not None and depot.etat == deposits.DEPOSITED for depot in accepted)
    last_words = list(dropwhile(lambda mail: mail.nature != mails.FINAL, mails.of_pli(tx, name)))
    sent = next((mail for mail in last_words if mail.state == mails.SENT), None)
    return Course(
        pli=name,
        canal=receipt.canal,
        received=receipt.recu_le,
        deadline=receipt.echeance,
        bilan=bilan,
        acknowledged=deposits.last_deposit(tx, name) if held else None,
        told=trace.told.get(sent.nature, sent.at) if sent is not None else None,
        untold=_untold(last_words[0]) if last_words else None,
        by_hand=trace.asked or corrected,
    )


def _untold(final: Mail) -> str | None:
    """Say why nobody could be told; the words of servers quote addresses, and stay where they are."""
    match final:
        case Mail(state=mails.NOT_TOLD, detail=str(why)):
            return why.partition(" (")[0]
        case Mail(state=mails.REFUSED):
            return NOT_TAKEN
    return None
