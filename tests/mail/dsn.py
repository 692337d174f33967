"""Delivery status notifications as mail servers write them (RFC 3464)."""

from __future__ import annotations

OURS = "<0123456789abcdef01234567.final@numerisation.example>"
BOX = "agent@mairie.example"


def dsn(
    *,
    message_id: str = OURS,
    final: str = f"rfc822; {BOX}",
    original: str | None = None,
    action: str = "failed",
    status: str = "5.1.1",
    diagnostic: str | None = "smtp; 550 5.1.1 <agent@mairie.example>: Recipient address rejected",
    headers_only: bool = False,
) -> bytes:
    """One report on one address, in the shape that Postfix gives them."""
    fields = [f"Final-Recipient: {final}", *([f"Original-Recipient: {original}"] if original else [])]
    fields += [f"Action: {action}", f"Status: {status}", *([f"Diagnostic-Code: {diagnostic}"] if diagnostic else [])]
    kind = "text/rfc822-headers" if headers_only else "message/rfc822"
    lines = [
        "Return-Path: <>",
        "From: MAILER-DAEMON@relais.example (Mail Delivery System)",
        "Subject: Undelivered Mail Returned to Sender",
        "Message-Id: <20260507041500.1@relais.example>",
        "MIME-Version: 1.0",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"',
        "",
        "--=_b",
        "Content-Type: text/plain; charset=us-ascii",
        "",
        "I'm sorry to have to inform you that your message could not be delivered.",
        "",
        "--=_b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; relais.example",
        "",
        *fields,
        "",
        "--=_b",
        f"Content-Type: {kind}",
        "",
        "From: ne-pas-repondre@numerisation.example",
        "To: agent@mairie.example",
        f"Message-ID: {message_id}",
        "Subject: [Dossier unique] ENV-1",
        "",
        *([] if headers_only else ["Bonjour,"]),
        "--=_b--",
        "",
    ]
    return "\r\n".join(lines).encode()
