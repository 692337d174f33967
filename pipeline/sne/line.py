"""A line to an HTTP service: calls that end in time, answers of bounded size, and silence told from refusal.

Nothing said here names an address, a person or a content: what is told may be logged.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Coroutine, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from threading import Thread
from typing import TypeVar

import httpx

from pipeline.errors import Misuse

T = TypeVar("T")

MAX_ANSWER_OCTETS = 4_000_000
IDLE_S = 2.0
"""How long an idle connection is kept: less than servers do, so as not to speak to one that is hanging up."""
_SENDING = "http11.send_request_headers.started"

Part = tuple[str | None, bytes, str]
"""One part of a form: file name if any, content, media type."""

for _chatty in ("httpx", "httpcore"):  # they log addresses, and ours name demandes
    logging.getLogger(_chatty).setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. ``body`` is cut at ``MAX_ANSWER_OCTETS``; header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_page(self) -> bool:
        """Whether it was made for a browser: something on the way spoke, not the service."""
        return self.headers.get("content-type", "").lower().startswith("text/html")

    @property
    def is_success(self) -> bool:
        return self.status in {HTTPStatus.OK, HTTPStatus.CREATED}


@dataclass(frozen=True, slots=True)
class Silence:
    """No whole answer came. ``sent``: the request may have arrived. ``why``: in French, without anything personal."""

    sent: bool
    why: str


class Line:
    """Keeps connections open between calls; calls may come from several threads.

    ``delai_s`` bounds a whole call, name resolution included: only a task can be abandoned at any point, so the
    calls run in an event loop of their own. Proxies and passwords of the environment are not heeded: what speaks
    to the service is set in the settings alone. Certificates are checked against those that the machine trusts.
    """

    def __init__(self, url: str, jeton: str | None, delai_s: float) -> None:
        """Take the base ``url`` and the bearer token; raises ``Misuse`` when they cannot be used."""
        self._delai_s = delai_s
        self._client = httpx.AsyncClient(
            base_url=_base(url),
            headers={"Accept": "application/json", "Accept-Encoding": "identity", **_authorization(jeton)},
            verify=ssl.create_default_context(),
            timeout=None,  # noqa: S113 - each call is bounded as a whole
            limits=httpx.Limits(keepalive_expiry=IDLE_S),
            trust_env=False,
        )
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="line", daemon=True)
        self._thread.start()

    def call(
        self, method: str, path: str, parts: Mapping[str, Part] | None = None, said: Mapping[str, str] | None = None
    ) -> Answer | Silence:
        """Make one call, once: nothing is tried again, no redirection is followed. ``said`` goes as JSON."""
        return self._run(self._exchange(method, path, parts, said))

    def close(self) -> None:
        """Hang up."""
        self._run(self._client.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, task: Coroutine[object, object, T]) -> T:
        running = asyncio.run_coroutine_threadsafe(task, self._loop)
        try:
            return running.result()
        finally:
            running.cancel()  # an interruption abandons the call too

    async def _exchange(
        self, method: str, path: str, parts: Mapping[str, Part] | None, said: Mapping[str, str] | None
    ) -> Answer | Silence:
        sent = False

        async def watch(event: str, _details: object) -> None:
            nonlocal sent
            sent = sent or event == _SENDING

        call = self._client.stream(method, path, files=parts, json=said, extensions={"trace": watch})
        try:
            async with asyncio.timeout(self._delai_s), call as response:
                return Answer(response.status_code, response.headers, await _bounded(response.aiter_raw()))
        except (httpx.RequestError, OSError) as error:
            return Silence(sent, self._why(error, sent=sent))

    def _why(self, error: Exception, *, sent: bool) -> str:
        if isinstance(error, TimeoutError):
            return f"pas de réponse en {self._delai_s:g} s"
        return f"{'connexion coupée' if sent else 'connexion impossible'} ({type(_root(error)).__name__})"


def _root(error: BaseException) -> BaseException:
    """Return what an error began with; its kind tells an expired certificate from a closed port."""
    before = error.__cause__ or error.__context__
    return error if before is None else _root(before)


async def _bounded(chunks: AsyncIterator[bytes]) -> bytes:
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > MAX_ANSWER_OCTETS:
            break
    return bytes(body[:MAX_ANSWER_OCTETS])


def _base(url: str) -> httpx.URL:
    try:
        base = httpx.URL(url)
        base.host.encode("idna")
    except (httpx.InvalidURL, UnicodeError):
        base = httpx.URL()
    if base.scheme not in {"http", "https"} or not base.host or base.userinfo or base.query or base.fragment:
        raise Misuse(
            "PLI_SNE_URL : ce n'est pas l'adresse d'un service ; écrivez par exemple https://sne.example/api, "
            "sans identifiant ni paramètre."
        )
    return base


def _authorization(jeton: str | None) -> Mapping[str, str]:
    if jeton is None:
        return {}
    if not (jeton.isascii() and jeton.isprintable()) or " " in jeton:
        raise Misuse("PLI_SNE_JETON : un jeton s'écrit en lettres sans accent, chiffres et signes, sans espace.")
    return {"Authorization": f"Bearer {jeton}"}
