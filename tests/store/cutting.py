"""What stands between us and the server, and cuts: a cable that is pulled when a transaction is about to end."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum

COMMIT = b"COMMIT\0"  # the whole statement: « READ COMMITTED » begins one
CHUNK = 1 << 16


class Cut(Enum):
    """When: the server never hears of the end, or ends and is not heard."""

    BEFORE = "before"
    AFTER = "after"


@dataclass
class Cable:
    """Set ``cut`` for the next COMMIT to be the last word of its connection."""

    port: int
    cut: Cut | None = None
    cuts: list[Cut] = field(default_factory=list)


@contextmanager
def cable(to: int) -> Iterator[Cable]:
    """Listen on the loopback and pass all that is said on to port ``to``, until the end of the block."""
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        laid = Cable(door.getsockname()[1])
        threading.Thread(target=_welcome, args=(door, to, laid), daemon=True).start()
        yield laid


def _welcome(door: socket.socket, to: int, laid: Cable) -> None:
    while True:
        try:
            near, _ = door.accept()
        except OSError:  # the block has ended
            return
        far = socket.create_connection(("127.0.0.1", to))
        threading.Thread(target=_say, args=(near, far, laid), daemon=True).start()
        threading.Thread(target=_carry, args=(far, near), daemon=True).start()


def _say(near: socket.socket, far: socket.socket, laid: Cable) -> None:
    """Carry what is said to the server, up to the word that is to be the last."""
    try:
        while said := near.recv(CHUNK):
            if laid.cut is not None and COMMIT in said:
                cut, laid.cut = laid.cut, None
                laid.cuts.append(cut)
                if cut is Cut.AFTER:
                    near.shutdown(socket.SHUT_RDWR)  # first, so that no answer is heard
                    far.sendall(said)
                    far.shutdown(socket.SHUT_WR)
                    return
                break
            far.sendall(said)
    except OSError:
        pass
    _end(near, far)


def _carry(far: socket.socket, near: socket.socket) -> None:
    try:
        while said := far.recv(CHUNK):
            near.sendall(said)
    except OSError:
        pass
    _end(near, far)


def _end(*ends: socket.socket) -> None:
    """Say that it is over, even to an end on which somebody still listens."""
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
