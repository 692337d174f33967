"""A mail server for demonstrations: it takes every message, sends it nowhere, and keeps it as a file."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from pipeline.durable import write_durably

HOST = "127.0.0.1"


@contextmanager
def receiving(folder: Path, port: int = 0) -> Iterator[int]:
    """Serve SMTP on loopback, on ``port`` or any free one; give the port. Stops on leaving.

    Messages are ``folder/0001.eml`` and so on, in the order of receipt, each as received under what mail
    servers write on top: ``Return-Path`` and one ``Delivered-To`` an address. Raises ``OSError`` when the
    port is taken.
    """
    folder.mkdir(parents=True, exist_ok=True)
    server = _Server(_Keeper(folder), socket.create_server((HOST, port)))
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


class _Keeper:
    """Keeps each message under the next free number."""

    def __init__(self, folder: Path) -> None:
        self._paths = (folder / f"{number:04d}.eml" for number in count(1))

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep one message; aiosmtpd finds this by its name."""
        path = next(path for path in self._paths if not path.exists())
        delivered = [f"Delivered-To: {address}" for address in envelope.rcpt_tos]
        top = "".join(f"{line}\r\n" for line in (f"Return-Path: <{envelope.mail_from}>", *delivered))
        write_durably(path, top.encode() + (envelope.original_content or b""))
        return f"250 2.0.0 Ok: kept as {path.name}"


class _Server(Controller):
    """Listens on a socket that is bound already: its port is known before the first call."""

    def __init__(self, keeper: _Keeper, listener: socket.socket) -> None:
        port = listener.getsockname()[1]
        super().__init__(keeper, hostname=HOST, port=port, server_hostname="localhost", enable_SMTPUTF8=False)
        self._listener = listener

    def _create_server(self) -> Awaitable[asyncio.AbstractServer]:
        return self.loop.create_server(self._factory_invoker, sock=self._listener)
