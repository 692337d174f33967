"""``pli rapport``: the figures of a period, as a page to read and print, and as tables for a spreadsheet."""

from pipeline.insight.report.contents import as_json
from pipeline.insight.report.figures import figures
from pipeline.insight.report.files import default_page, write
from pipeline.insight.report.period import period

__all__ = ["as_json", "default_page", "figures", "period", "write"]
