"""The day as one HTML page: every pli as a strip of its pages, what was seen on them, and the mails that left.

The mails have a page of their own too, as those who are told receive them.
"""

from pipeline.insight.day_page.page import render, render_mails

__all__ = ["render", "render_mails"]
