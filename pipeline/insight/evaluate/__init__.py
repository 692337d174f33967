"""``pli evaluer``: a golden set goes through a throw-away house, and what came out is measured against its truth."""

from pipeline.insight.evaluate.files import write
from pipeline.insight.evaluate.rehearsal import evaluate
from pipeline.insight.evaluate.report import as_json
from pipeline.insight.evaluate.tables import as_tables

__all__ = ["as_json", "as_tables", "evaluate", "write"]
