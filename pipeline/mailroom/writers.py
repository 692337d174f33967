"""Is a file open for writing somewhere? The kernel knows of a local file, by granting a lease on it or not."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
from pathlib import Path


def is_being_written(path: Path) -> bool | None:
    """Say whether somebody has a file open for writing; None where the kernel cannot tell: a share, another's file.

    Raises OSError when the file does not open.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except BlockingIOError:
        return True  # somebody holds a lease for writing, as a file server does for its client
    try:
        return _refuses_lease(descriptor)
    finally:
        os.close(descriptor)  # the lease goes with it


def _refuses_lease(descriptor: int) -> bool | None:
    """Ask for a read lease, which nobody gets while a writer has the file open."""
    try:
        # Whoever opens it for writing in the instant that we hold the lease has us told by a signal: one that is
        # ignored, in place of SIGIO, which would end us.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return True if error.errno == errno.EAGAIN else None
    return False
