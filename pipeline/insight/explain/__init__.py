"""``pli expliquer``: what was seen of a piece, where, what else it could have been, and what decided."""

from pipeline.insight.explain.account import Explanation, explain
from pipeline.insight.explain.page import write_page
from pipeline.insight.explain.tables import as_table

__all__ = ["Explanation", "as_table", "explain", "write_page"]
