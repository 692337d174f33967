"""What is asked of whoever keeps blobs, wherever they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

PREFIXES = tuple(f"{number:02x}" for number in range(256))
"""How the names of blobs begin: they are spread by it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A blob that is kept. ``since``: when it was written, seconds of the real clock of this machine."""

    name: str
    octets: int
    since: float


class Blobs(Protocol):
    """Bytes by their name. Putting the same bytes twice is putting them once; nobody ever sees half of them.

    Each method raises Unavailable when who keeps them does not answer or does not let us in: to be tried again later.
    """

    def put(self, content: bytes) -> str:
        """Keep ``content``, for good before this returns, and return its name."""
        ...

    def put_file(self, source: Path) -> str:
        """Keep what a file holds, as :meth:`put` does, without having it in memory."""
        ...

    def get(self, name: str) -> bytes:
        """Return the bytes of that name; FileNotFoundError when there are none."""
        ...

    def local(self, name: str) -> AbstractContextManager[Path]:
        """Lend the bytes of that name as a file, to be read and not changed, until the block ends.

        Raises FileNotFoundError when there are none.
        """
        ...

    def digest(self, name: str) -> str | None:
        """Return the hash of what lies there today, which is ``name`` when all is well; None when nothing does."""
        ...

    def octets(self, names: Iterable[str]) -> int:
        """Return how many bytes lie under these names."""
        ...

    def listed(self, prefix: str) -> Iterator[Kept]:
        """Yield the blobs whose name begins with one of :data:`PREFIXES`; what is half written is not one."""
        ...

    def remove(self, names: Iterable[str]) -> None:
        """Remove blobs for good: nobody may be putting the same bytes meanwhile. Removing again changes nothing."""
        ...
