"""``pli simuler``: how many cores and people keep the deadlines of so many pieces, and what a fault would do."""

from pipeline.insight.simulate.contents import as_json
from pipeline.insight.simulate.files import write
from pipeline.insight.simulate.hypotheses import asking, load, place, rules_of
from pipeline.insight.simulate.measured import timed_by
from pipeline.insight.simulate.play import World
from pipeline.insight.simulate.sizing import Wanted
from pipeline.insight.simulate.study import Asked, study
from pipeline.insight.simulate.tables import as_tables

__all__ = [
    "Asked",
    "Wanted",
    "World",
    "as_json",
    "as_tables",
    "asking",
    "load",
    "place",
    "rules_of",
    "study",
    "timed_by",
    "write",
]
