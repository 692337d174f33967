"""Scanner stations that have gone silent: those that dropped something each working day, and no longer do. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.domain.working_calendar import WorkingCalendar
from pipeline.store.stations import Station

REGULAR = 5
"""On how many working days in a row a station dropped something for its silence to mean something."""
LOOK_BACK = timedelta(days=30)
"""A station silent for longer was taken out of use; nobody needs to be told each day."""
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Silence:
    """A station, and the last day on which it dropped something."""

    station: Station
    last: date

    def __str__(self) -> str:
        """Say it in French, with what to do."""
        canal, name = self.station
        return (
            f"la station {name} ({canal}) n'a rien déposé depuis le {self.last:%d/%m/%Y}, elle qui déposait chaque "
            "jour ouvré : vérifiez le scanner et son accès à inbox/"
        )


def silences(days: Mapping[Station, Iterable[date]], today: date, calendar: WorkingCalendar) -> list[Silence]:
    """Return the stations of which a whole working day has passed since their last drop, in the order of their names.

    Only those that had dropped something on each of the ``REGULAR`` working days up to that last one.
    """
    found = [(station, set(dropped)) for station, dropped in sorted(days.items())]
    return [
        Silence(station, max(dropped))
        for station, dropped in found
        if calendar.after(max(dropped)) < today and dropped.issuperset(_before(max(dropped), calendar))
    ]


def _before(last: date, calendar: WorkingCalendar) -> list[date]:
    """Return the ``REGULAR`` working days up to ``last``, itself included when it is one."""
    days = (last - n * _ONE_DAY for n in range(LOOK_BACK.days))
    return [day for day in days if calendar.is_working(day)][:REGULAR]
