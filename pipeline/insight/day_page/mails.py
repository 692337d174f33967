"""Messages as the people who receive them see them."""

from __future__ import annotations

from collections.abc import Iterable
from email.message import EmailMessage

from pipeline.insight.day_page.shown import ShownMail
from pipeline.mail.french import instant, typeset


def by_pli(messages: Iterable[EmailMessage]) -> dict[str, list[ShownMail]]:
    """Sort messages by the pli that they are about, that is, by their header ``X-Pli`` (empty when it is missing)."""
    sorted_out: dict[str, list[ShownMail]] = {}
    for message in messages:
        sorted_out.setdefault(str(message.get("X-Pli", "")).strip(), []).append(mail_shown(message))
    return sorted_out


def mail_shown(message: EmailMessage) -> ShownMail:
    """Return what is seen of a message."""
    html, text = _part(message, "html"), _part(message, "plain")
    return ShownMail(
        to=str(message.get("To", "")),
        subject=typeset(str(message.get("Subject", ""))),
        date=_date(message),
        html=html,
        text=text or "",
    )


def _part(message: EmailMessage, kind: str) -> str | None:
    part = message.get_body((kind,))
    return str(part.get_content()) if part is not None else None


def _date(message: EmailMessage) -> str:
    header = message.get("Date")
    moment = getattr(header, "datetime", None)  # None when what stands there is no date
    return instant(moment) if moment is not None else str(header or "")
