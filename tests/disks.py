"""Where tests find a second file system, and one in memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

MEMORY = Path("/dev/shm")
DISKS = (MEMORY, Path("/var/tmp"), Path.home())


def other_than(folder: Path) -> Path | None:
    """Return a folder of another file system; None when this machine has none that we know of."""
    return next((disk for disk in DISKS if disk.is_dir() and disk.stat().st_dev != folder.stat().st_dev), None)


@contextmanager
def in_memory() -> Iterator[Path]:
    """Give a folder that goes at the end: in memory where this machine allows it, else on its usual disk."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
        yield Path(name)
