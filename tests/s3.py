"""A server that speaks S3, on this machine, for as long as a test wants it. It keeps what it holds while it is down."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager

import httpx
from moto.server import ThreadedMotoServer
from obstore.store import S3Store

KEY, SECRET = "une-cle-d-essai", "un-secret-d-essai"
UNASKED = 10**9
_RANKS = itertools.count(1)


class S3Server:
    """Listens on a port of its own. ``environ``: what tells anybody to speak to it."""

    def __init__(self) -> None:
        self._port = free_port()
        self.url = f"http://127.0.0.1:{self._port}"
        self.environ = {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_REGION": "us-east-1",
        }
        self.start()

    def start(self) -> None:
        """Listen, again if it was stopped."""
        self._server = ThreadedMotoServer("127.0.0.1", self._port, verbose=False)
        self._server.start()

    def stop(self) -> None:
        """Refuse every connection."""
        self._server.stop()

    def bucket(self) -> str:
        """Make a bucket, and return the URL of a place in it."""
        name = f"seau-{next(_RANKS)}"
        httpx.put(f"{self.url}/{name}").raise_for_status()
        return f"s3://{name}/pli"

    def drop(self, place: str) -> None:
        """Remove an empty bucket, against all advice."""
        httpx.delete(f"{self.url}/{place.split('/')[2]}").raise_for_status()

    def write(self, place: str, path: str, content: bytes) -> None:
        """Write an object as anybody with the keys may."""
        self._beside(place).put(path, content)

    def keys(self, place: str) -> list[str]:
        """Return the keys of all that lies in ``place``."""
        return sorted(meta["path"] for meta in self._beside(place).list().collect())

    def _beside(self, place: str) -> S3Store:
        config = {name.lower(): value for name, value in self.environ.items()}
        return S3Store.from_url(place, config=config, client_options={"allow_http": True})

    @contextmanager
    def asking_who(self) -> Iterator[None]:
        """Refuse whoever it does not know, and that is everybody."""
        self._let_in(0)
        try:
            yield
        finally:
            self._let_in(UNASKED)

    def _let_in(self, requests: int) -> None:
        httpx.post(f"{self.url}/moto-api/reset-auth", content=str(requests)).raise_for_status()


@contextmanager
def s3_server() -> Iterator[S3Server]:
    """Run a server until the block ends."""
    server = S3Server()
    try:
        yield server
    finally:
        server.stop()


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
