"""The pages themselves: HTML files that ask nothing of the network and run no script."""

from __future__ import annotations

import math
from collections.abc import Sequence
from email.message import EmailMessage
from functools import lru_cache

from jinja2 import Environment

from pipeline.engine.house import House
from pipeline.insight.day_page.day import day_of
from pipeline.insight.day_page.mails import by_pli, mail_shown
from pipeline.templates import templates


def render(house: House, mails: Sequence[EmailMessage]) -> str:
    """Return the day of ``house`` as HTML; ``mails``: those that left, sorted here by their ``X-Pli``."""
    day = day_of(house, by_pli(mails))
    return _templates().get_template("day.html.j2").render(day=day)


def render_mails(mails: Sequence[EmailMessage]) -> str:
    """Return messages as HTML, in their order: what is in the boxes of those who were told."""
    return _templates().get_template("mails.html.j2").render(mails=[mail_shown(mail) for mail in mails])


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return templates("pipeline.insight.day_page", {"percent": _percent, "sure": _sure})


def _percent(share: float) -> str:
    """Write a share (0–1) as CSS has it."""
    return f"{100 * share:.2f}%"


def _sure(confidence: float) -> str:
    """Write a probability (0–1) for people; only certainty is 100 %."""
    return f"{math.floor(100 * confidence)}\u00a0%"
