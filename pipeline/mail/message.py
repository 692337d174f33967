"""The message itself: headers that nobody else can write into, text and HTML (contract, §7). Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from functools import lru_cache
from typing import Any

from jinja2 import Environment

from pipeline.domain import reference
from pipeline.domain.address import is_address
from pipeline.domain.rules import Rules
from pipeline.errors import Defect
from pipeline.mail.french import count, day, instant, one_line, typeset
from pipeline.mail.letter import Letter, letter_of
from pipeline.mail.reader import seen_by
from pipeline.templates import templates

# Folded between two encoded words, a header loses the space that stands there (CPython): ours are short, unfolded.
LAYOUT = policy.SMTP.clone(max_line_length=400)
_MESSAGE_ID = re.compile(r"<[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+>")
_PLI = re.compile(r"[a-z0-9-]{1,60}")
_SIGNATURE = "Numérisation du dossier unique"


@dataclass(frozen=True, slots=True)
class Service:
    """Who writes (``expediteur``), and the address where a person answers (``assistance``)."""

    expediteur: str
    assistance: str


@dataclass(frozen=True, slots=True)
class Sending:
    """One message to send.

    ``message_id`` is made once and kept across attempts; ``references``: the message that this one
    repeats or puts right; ``repeats``: what is known of it, in French, when it repeats it on purpose; ``replaces``:
    its day, when what it said was put right since, and ``rectified``: the pieces that were.
    ``dated`` and ``treated_at`` bear an offset. ``visible_from``: None when nothing was
    deposited. ``guichet``: its name. ``partial``: doubts are still open at the deadline. ``explanation``:
    why the file could not be taken, in French. ``others``: the demandes that the reader has no right to know of.
    """

    message_id: str
    to: tuple[str, ...]
    service: Service
    dated: datetime
    treated_at: datetime
    visible_from: date | None
    guichet: str | None = None
    partial: bool = False
    references: str | None = None
    repeats: str | None = None
    replaces: date | None = None
    rectified: tuple[str, ...] = ()
    explanation: str | None = None
    others: frozenset[str] = frozenset()


def compose_mail(bilan: Mapping[str, Any], sending: Sending, rules: Rules) -> EmailMessage:
    """Return the message that tells what became of a pli (``bilan``: the JSON of the contract, §3).

    The same arguments give the same bytes. Raises ``Defect`` when something bound for a header is not of
    the form that was promised.
    """
    letter = letter_of(seen_by(bilan, sending.others), rules, sending.rectified)
    message = EmailMessage(policy=LAYOUT)
    message["From"] = _mailbox(sending.service.expediteur, _SIGNATURE)
    message["To"] = [_mailbox(address) for address in sending.to]
    message["Subject"] = _subject(letter, _mark(sending))
    message["Date"] = sending.dated
    message["Message-ID"] = _matching(_MESSAGE_ID, sending.message_id)
    if sending.references is not None:
        message["References"] = _matching(_MESSAGE_ID, sending.references)
    message["Auto-Submitted"] = "auto-generated"
    message["X-Pli"] = _matching(_PLI, bilan["pli"])
    message.set_content(_render("letter.txt.j2", letter, sending), cte="quoted-printable")
    message.add_alternative(_render("letter.html.j2", letter, sending), subtype="html", cte="quoted-printable")
    # The library would draw the boundary at random, and a retry would not be the same message.
    message.set_boundary("=_" + hashlib.sha256(sending.message_id.encode()).hexdigest()[:32])
    return message


def _subject(letter: Letter, mark: str) -> str:
    told = _matching(reference.SHAPE, letter.reference)
    return f"[Dossier unique] {told} – {letter.deposited} pièces déposées, {letter.rejected} rejetées{mark}"


def _mark(sending: Sending) -> str:
    if sending.replaces is not None:
        return " (rectificatif)"
    return " (partiel)" if sending.partial else ""


def _mailbox(address: str, name: str = "") -> Address:
    return Address(display_name=name, addr_spec=_held(address, "address", holds=is_address(address)))


def _matching(shape: re.Pattern[str], value: str) -> str:
    return _held(value, shape.pattern, holds=shape.fullmatch(value) is not None)


def _held(value: str, what: str, *, holds: bool) -> str:
    """Return ``value`` if it holds; headers are built of nothing else. The value itself is not logged."""
    if not holds:
        raise Defect(f"a value bound for a mail header is not of the form: {what}")
    return value


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return templates("pipeline.mail", {"count": count})


def _render(template: str, letter: Letter, sending: Sending) -> str:
    visible = day(sending.visible_from) if sending.visible_from is not None and letter.deposited else None
    said = {
        "letter": letter,
        "signature": _SIGNATURE,
        "assistance": sending.service.assistance,
        "guichet": _said(sending.guichet),
        "explanation": _said(sending.explanation),
        "partial": sending.partial,
        "repeats": _said(sending.repeats),
        "replaces": day(sending.replaces) if sending.replaces is not None else None,
        "treated": instant(sending.treated_at),
        "visible": visible,
    }
    return typeset(_templates().get_template(template).render(said))


def _said(text: str | None) -> str | None:
    return one_line(text) if text is not None else None
