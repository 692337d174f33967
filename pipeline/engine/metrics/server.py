"""A machine answers how it goes: ``/metrics`` to Prometheus, ``/sante`` to whoever would start it again.

One question at a time, so that asking never slows the work; who asks is not written down.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from socket import socket
from threading import Thread

from prometheus_client import CONTENT_TYPE_LATEST

from pipeline.engine.events import HOST
from pipeline.engine.house import DatabaseTrouble
from pipeline.engine.metrics import exposition
from pipeline.engine.presence import seen
from pipeline.engine.service.fresh import Fresh
from pipeline.settings import load
from pipeline.store.presence import Role

log = logging.getLogger(__name__)

PLAIN = "text/plain; charset=utf-8"
ANSWER_S = 5.0
"""Whoever asks and then says nothing keeps the others waiting for no longer."""
AGAIN_S = 60.0
"""Another process of this machine may have the address: it answers the same, and may go."""


def start(racine: Path, environ: Mapping[str, str], role: Role) -> None:
    """Answer in the background, where the settings say so."""
    Thread(target=serve, args=(racine, environ, role), name="mesures", daemon=True).start()


def serve(racine: Path, environ: Mapping[str, str], role: Role) -> None:
    """Answer for ever, where the settings say so; ``role``: whose health is told."""
    address = load(racine, environ).surveillance.address
    if address is not None:
        _bound(address, Fresh(racine, environ), role).serve_forever()


def _bound(address: tuple[str, int], fresh: Fresh, role: Role) -> Server:
    """Wait for the address; what has it is said once."""
    told = False
    while True:
        try:
            return Server(address, fresh, role)
        except OSError as error:
            if not told:
                log.warning("mesures : %s:%d ne s'ouvre pas (%s)", *address, error.strerror)
            told = True
            time.sleep(AGAIN_S)


class Server(HTTPServer):
    """What answers at an address of this machine. Raises OSError when it is not free."""

    def __init__(self, address: tuple[str, int], fresh: Fresh, role: Role) -> None:
        self._fresh, self._role = fresh, role
        super().__init__(address, Asked)

    def gauges(self) -> str:
        """Return the gauges. Raises DatabaseTrouble."""
        self._fresh.renew()
        return exposition.text(self._fresh.house)

    def is_well(self) -> bool:
        """Say whether a process of that role is heard from on this machine. Raises DatabaseTrouble."""
        with self._fresh.house.store.look() as tx:
            heard = [one.process for one in seen(tx) if not one.is_silent]
        return (HOST, self._role) in {(process.machine, process.role) for process in heard}

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:  # noqa: ARG002
        """Say what went wrong with a question, and nothing of it."""
        error = sys.exception()
        log.warning("mesures : question sans réponse (%s)", type(error).__name__)


class Asked(BaseHTTPRequestHandler):
    """One question."""

    server: Server
    timeout = ANSWER_S
    server_version, sys_version = "pli", ""

    def do_GET(self) -> None:
        """Answer it."""
        try:
            if self.path == "/metrics":
                self._say(HTTPStatus.OK, self.server.gauges(), CONTENT_TYPE_LATEST)
            elif self.path != "/sante":
                self._say(HTTPStatus.NOT_FOUND, "/metrics, /sante\n")
            elif self.server.is_well():
                self._say(HTTPStatus.OK, "en marche\n")
            else:
                self._say(HTTPStatus.SERVICE_UNAVAILABLE, "plus aucun signe : pli etat --machines\n")
        except DatabaseTrouble as error:
            log.warning("mesures : la base ne répond pas (%s)", type(error).__name__)
            self._say(HTTPStatus.SERVICE_UNAVAILABLE, "la base ne répond pas\n")

    def _say(self, status: HTTPStatus, said: str, kind: str = PLAIN) -> None:
        content = said.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's word
        """Write nothing down of who asks."""
