"""The day as one HTML page: every pli as a strip of its pages, what was seen on them, and the mails that left."""

from pipeline.insight.day_page.page import render

__all__ = ["render"]
