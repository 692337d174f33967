"""A register that misbehaves on command: a small server in front of a real one, which spoils the answers it is told to.

It works on bytes, so that an answer can stop, drip or come too late wherever a network would have it.
"""

from __future__ import annotations

import http.client
import socketserver
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from urllib.parse import urlsplit

JSON = {"Content-Type": "application/json"}
PAGE = {"Content-Type": "text/html; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Fault:
    """How one call goes wrong; by default it does not.

    ``on``: the method that it waits for. ``commits``: whether the real register hears the call at all.
    ``before_s``, ``after_s``: seconds lost before it hears it, and before anything is answered.
    ``status``: answers so, with ``headers`` and ``body``, whatever the register said; None: its own words.
    ``cut_after``: hangs up after so many bytes. ``drip_s``: sends byte by byte, so far apart.
    """

    on: str = "PUT"
    commits: bool = True
    before_s: float = 0.0
    after_s: float = 0.0
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut_after: int | None = None
    drip_s: float = 0.0


TIMEOUT_BEFORE = Fault(commits=False, after_s=60)
TIMEOUT_AFTER = Fault(after_s=60)
CUT_AFTER = Fault(cut_after=0)


def says(status: int, body: bytes = b"", *, on: str = "PUT", commits: bool = False, **headers: str) -> Fault:
    """Return an answer that the register itself never gave; ``Retry_After`` is written ``Retry-After``."""
    words = {name.replace("_", "-"): value for name, value in headers.items()}
    return Fault(on=on, commits=commits, status=status, headers={**JSON, **words}, body=body)


class Hostile:
    """What a test holds of the server: its ``url``, what it has heard, and the faults to come."""

    def __init__(self, url: str, faults: Sequence[Fault]) -> None:
        self.url = url
        self.heard: list[tuple[str, str, bytes]] = []
        """Each call: method, path, head of the request."""
        self.most_at_once: Counter[str] = Counter()
        """By demande, the most calls that were under way at once."""
        self._under_way: Counter[str] = Counter()
        self._faults = deque(faults)
        self._lock = Lock()

    def script(self, *faults: Fault) -> None:
        """Add faults; each spoils the next call of its method, in order."""
        with self._lock:
            self._faults.extend(faults)

    def forget(self) -> None:
        """Forget what was heard, and the faults that nothing met."""
        with self._lock:
            self.heard.clear()
            self._faults.clear()

    def paths(self, method: str) -> list[str]:
        """Return the paths asked for by ``method``."""
        return [path for name, path, _ in self.heard if name == method]

    @contextmanager
    def hearing(self, path: str) -> Iterator[None]:
        demande = path.partition("/demandes/")[2].partition("/")[0]
        with self._lock:
            self._under_way[demande] += 1
            self.most_at_once[demande] = max(self.most_at_once[demande], self._under_way[demande])
        try:
            yield
        finally:
            with self._lock:
                self._under_way[demande] -= 1

    def next_fault(self, method: str, path: str, head: bytes) -> Fault:
        with self._lock:
            self.heard.append((method, path, head))
            for fault in self._faults:
                if fault.on == method:
                    self._faults.remove(fault)
                    return fault
        return Fault(on=method)


@contextmanager
def hostile(upstream: str, *faults: Fault) -> Iterator[Hostile]:
    """Serve in front of ``upstream``, the URL of a real stand-in."""
    closed = Event()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            head = _head(self.rfile)
            if not head:
                return
            method, path, _ = head.split(b"\r\n", 1)[0].decode().split(" ")
            body = self.rfile.read(_length(head))
            fault = register.next_fault(method, path, head)
            closed.wait(fault.before_s)
            with register.hearing(path):
                answer = _forward(upstream, method, path, head, body) if fault.commits else b""
            closed.wait(fault.after_s)
            answer = _written(fault.status, fault.headers, fault.body) if fault.status is not None else answer
            try:
                self._send(answer, fault)
            except OSError:
                return  # who asked has left, as intended

        def _send(self, answer: bytes, fault: Fault) -> None:
            answer = answer[: fault.cut_after]
            if not fault.drip_s:
                self.wfile.write(answer)
                return
            for byte in answer:
                if closed.wait(fault.drip_s):
                    return
                self.wfile.write(bytes([byte]))

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = daemon_threads = True
        block_on_close = False
        request_queue_size = 64

    with Server(("127.0.0.1", 0), Handler) as server:
        register = Hostile(f"http://127.0.0.1:{server.server_address[1]}", faults)
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield register
        finally:
            closed.set()
            server.shutdown()


def _head(stream) -> bytes:
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = stream.readline()
        if not line:
            return b""
        head += line
    return head


def _headers(head: bytes) -> list[tuple[str, str]]:
    lines = head.decode("latin-1").strip().split("\r\n")[1:]
    return [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]


def _length(head: bytes) -> int:
    return next((int(value) for name, value in _headers(head) if name.lower() == "content-length"), 0)


def _forward(upstream: str, method: str, path: str, head: bytes, body: bytes) -> bytes:
    call = http.client.HTTPConnection(urlsplit(upstream).netloc, timeout=30)
    try:
        kept = {name: value for name, value in _headers(head) if name.lower() not in {"host", "connection"}}
        call.request(method, path, body=body, headers=kept)
        answer = call.getresponse()
        return _written(answer.status, dict(answer.getheaders()), answer.read())
    finally:
        call.close()


def _written(status: int, headers: Mapping[str, str], body: bytes) -> bytes:
    ours = {"content-length", "connection", "transfer-encoding"}
    lines = [
        f"HTTP/1.1 {status} -",
        *(f"{name}: {value}" for name, value in headers.items() if name.lower() not in ours),
    ]
    head = "\r\n".join([*lines, f"Content-Length: {len(body)}", "Connection: close", "", ""])
    return head.encode("latin-1") + body
