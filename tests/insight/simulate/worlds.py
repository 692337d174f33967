"""Worlds small enough for a test: some hundredths of the country, the shipped hypotheses, the real calendar."""

from datetime import date, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.domain.working_calendar import WorkingCalendar
from pipeline.insight.simulate.hypotheses import Rules, load
from pipeline.insight.simulate.play import Means, Span, World
from pipeline.settings import load as load_settings

SEPTEMBER = Span(date(2026, 9, 21), date(2026, 9, 27))
AMPLE = Means(200, 200)
MONDAY = date(2026, 9, 21)


@cache
def rules() -> Rules:
    """Return the shipped calendar and hours."""
    with TemporaryDirectory() as name:
        settings = load_settings(Path(name), {})
    calendar: WorkingCalendar = settings.calendar()
    return Rules(calendar, time(18), time(20), time(6))


@cache
def shipped():
    """Return the shipped hypotheses."""
    return load()


def world(share=0.01, **tables):
    """Return a world of a share of the country; each of ``tables`` changes some values of one of the file's."""
    supposed = shipped()
    changed = {name: getattr(supposed, name).model_copy(update=values) for name, values in tables.items()}
    return World(supposed.model_copy(update=changed), rules(), share)
