"""Real mail servers on loopback that answer what they are told to, step by step."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

HOST = "127.0.0.1"
CUT = "the connection is cut"
GREETING, DOT = "greeting", "final dot"
Script = dict[str, str | float]


@dataclass(frozen=True)
class Received:
    """One transaction that went to its end: the envelope, and the content as it stood on the wire."""

    peer: tuple[str, int]
    sender: str
    to: tuple[str, ...]
    content: bytes
    encrypted: bool


@dataclass
class MailServer:
    """What a server is told to answer, and what it got.

    ``script``: by step (``greeting``, ``EHLO``, ``STARTTLS``, ``AUTH``, ``MAIL``, ``RCPT <address>``, ``DATA``,
    ``final dot``, ``RSET``), an answer, ``CUT``, or seconds to let pass. ``users``: their passwords, if it asks.
    """

    script: Script = field(default_factory=dict)
    users: Mapping[bytes, bytes] = field(default_factory=dict)
    port: int = 0
    received: list[Received] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)

    @property
    def connections(self) -> int:
        """How many connections the messages came by."""
        return len({one.peer for one in self.received})

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        self.received.append(
            Received(
                session.peer,
                envelope.mail_from,
                tuple(envelope.rcpt_tos),
                envelope.original_content,
                session.ssl is not None,
            )
        )
        return "250 2.0.0 OK queued as 4bXyZ" if not await server.said(DOT) else None

    def authenticate(self, _server, _session, _envelope, _mechanism, given) -> AuthResult:
        return AuthResult(success=self.users.get(given.login) == given.password, handled=False)


class _Scripted(SMTP):
    """Says what is written for a step, else what a server says."""

    async def said(self, step: str) -> bool:
        """Say what is written for ``step``; tell whether that was an answer."""
        self.event_handler.steps.append(step)
        match self.event_handler.script.get(step):
            case None:
                return False
            case float(delay):
                await asyncio.sleep(delay)
                return False
            case words if words == CUT:
                self.transport.abort()
            case words:
                await self.push(words)
        return True

    async def push(self, status) -> None:
        if status is not None:
            await super().push(status)

    async def _handle_client(self) -> None:
        if not await self.said(GREETING):
            await super()._handle_client()

    async def smtp_EHLO(self, arg) -> None:  # noqa: N802
        if not await self.said("EHLO"):
            await super().smtp_EHLO(arg)

    async def smtp_HELO(self, arg) -> None:  # noqa: N802
        if not await self.said("EHLO"):
            await super().smtp_HELO(arg)

    async def smtp_STARTTLS(self, arg) -> None:  # noqa: N802
        if not await self.said("STARTTLS"):
            await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg) -> None:  # noqa: N802
        if not await self.said("AUTH"):
            await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg) -> None:  # noqa: N802
        if not await self.said("MAIL"):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg) -> None:  # noqa: N802
        if not await self.said(f"RCPT {arg.partition('<')[2].rpartition('>')[0]}"):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg) -> None:  # noqa: N802
        if not await self.said("DATA"):
            await super().smtp_DATA(arg)

    async def smtp_RSET(self, arg) -> None:  # noqa: N802
        if not await self.said("RSET"):
            await super().smtp_RSET(arg)


class _Listening(Controller):
    """Listens on a socket that is bound already."""

    def __init__(self, handler: MailServer, listener: socket.socket, **how: Any) -> None:
        super().__init__(handler, hostname=HOST, port=handler.port, enable_SMTPUTF8=False, **how)
        self._listener = listener

    def factory(self) -> SMTP:
        return _Scripted(self.handler, loop=self.loop, **self.SMTP_kwargs)

    def _create_server(self) -> Awaitable[asyncio.AbstractServer]:
        return self.loop.create_server(self._factory_invoker, sock=self._listener)

    def _trigger_server(self) -> None:
        """Let the first connection be the client's: what it meets is written for it."""
        self._factory_invoked.set()
        self.smtpd = self.factory()


@contextmanager
def running(server: MailServer, *, tls: ssl.SSLContext | None = None, clear_auth: bool = False) -> Iterator[MailServer]:
    """Run ``server``, on the port that it had if it ran before.

    ``tls``: offers STARTTLS, with this certificate. ``clear_auth``: offers AUTH without TLS.
    """
    listener = socket.create_server((HOST, server.port))
    server.port = listener.getsockname()[1]
    controller = _Listening(
        server,
        listener,
        server_hostname="localhost",
        tls_context=tls,
        authenticator=server.authenticate,
        auth_require_tls=not clear_auth,
        auth_required=bool(server.users) and not clear_auth,
    )
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


@contextmanager
def silent() -> Iterator[int]:
    """Give the port of something that accepts calls and says nothing."""
    with socket.create_server((HOST, 0)) as listener:
        yield listener.getsockname()[1]
