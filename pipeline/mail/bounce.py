"""A message that came back (RFC 3464): which one, for whom, and why. Pure.

What comes back is written by strangers: headers are read raw, and nothing of it goes further than one line of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from pipeline.mail.french import one_line
from pipeline.mail.transport import Fate, of_address

FAILED = "failed"
_MESSAGE_ID = re.compile(r"^message-id:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(r"\d\.\d{1,3}\.\d{1,3}")
_MAX_WORDS = 160


@dataclass(frozen=True, slots=True)
class Returned:
    """What is said of one address. ``addresses``: the one that failed, then the one that we wrote to, as told.

    ``fate``: ``BARRED`` when the address refuses whatever it is sent, ``REFUSED`` when it refused that message,
    ``LATER`` when nobody could take it in time.
    """

    addresses: tuple[str, ...]
    fate: Fate
    words: str


@dataclass(frozen=True, slots=True)
class Bounce:
    """A report on one message. ``returned``: the addresses that it failed for; none: it is only late, or it arrived."""

    message_id: str
    returned: tuple[Returned, ...]


def bounce_of(content: bytes) -> Bounce | None:
    """Read a report; None when it is not one, or does not say on which message."""
    try:
        parts = list(message_from_bytes(content, policy=compat32).walk())
    except RecursionError:  # parts within parts without end: no mail server writes so
        return None
    blocks = [block for part in parts for block in _blocks(part)]
    message_id = next((found for part in parts if (found := _message_id(part)) is not None), None)
    if message_id is None or not any(block["Action"] for block in blocks):
        return None
    return Bounce(message_id, tuple(_returned(block) for block in blocks if _said(block, "Action").lower() == FAILED))


def _blocks(part: Message) -> Iterator[Message]:
    """Yield the groups of fields of a delivery status, the first of which is about the message as a whole."""
    inside = part.get_payload()
    if part.get_content_type() == "message/delivery-status" and isinstance(inside, list):
        yield from (block for block in inside if isinstance(block, Message))


def _message_id(part: Message) -> str | None:
    """Return the name of the message that came back, from the part that returns it whole or by its headers."""
    inside = part.get_payload()
    match part.get_content_type():
        case "message/rfc822" if isinstance(inside, list) and isinstance(inside[0], Message):
            return _said(inside[0], "Message-ID") or None
        case "text/rfc822-headers":
            decoded = part.get_payload(decode=True)
            found = _MESSAGE_ID.search(decoded.decode("ascii", "replace")) if isinstance(decoded, bytes) else None
            return found[1] if found else None
    return None


def _returned(block: Message) -> Returned:
    found = _STATUS.search(_said(block, "Status"))
    status = found[0] if found else ""
    told = (_typed(block, field).strip("<>") for field in ("Final-Recipient", "Original-Recipient"))
    words = _typed(block, "Diagnostic-Code") or status or "sans explication"
    return Returned(
        addresses=tuple(dict.fromkeys(address for address in told if address)),
        fate=Fate.LATER if status.startswith("4") else of_address(status),
        words=f"revenu : {words[:_MAX_WORDS]}",
    )


def _typed(block: Message, field: str) -> str:
    """Return what a field says after its type: ``rfc822; a@b.example``."""
    said = _said(block, field)
    return (said.partition(";")[2] or said).strip()


def _said(block: Message, field: str) -> str:
    return one_line(str(block.get(field, "")))
