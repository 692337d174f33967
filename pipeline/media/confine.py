"""What a process that decodes is held to: its parent's life, its share of the machine, no network."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from pathlib import Path

from pipeline.media.landlock import write_only_below
from pipeline.media.page_image import Limits
from pipeline.media.seccomp import NETWORK, PROGRAMS, give_up

WORKER_DATA_BYTES = 3 << 29
_DIE_WITH_PARENT = 1  # of prctl
_BYTES_PER_PIXEL = 4


def confine_child(parent: int, into: Path, limits: Limits) -> list[str]:
    """Confine this process, which unfolds one file for ``parent`` into the folder ``into``.

    Return what this machine's kernel does not know how to forbid: ``réseau``, ``écriture``.
    """
    ctypes.CDLL(None, use_errno=True).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it died before we could ask to be told
        sys.exit(1)
    _bound(resource.RLIMIT_AS, limits.memory_max)
    _bound(resource.RLIMIT_CPU, limits.cpu_seconds)
    _bound(resource.RLIMIT_FSIZE, max(limits.bytes_max, _BYTES_PER_PIXEL * limits.pixels_max))
    _bound(resource.RLIMIT_CORE, 0)  # a picture of the memory would hold papers
    give_time(limits)
    forbidden = {"écriture": write_only_below(into), "réseau": give_up((*NETWORK, *PROGRAMS))}
    return [what for what, done in forbidden.items() if not done]


def give_time(limits: Limits) -> None:
    """Let a page take so long of the processor from now on; the signal that comes then ends the process."""
    signal.setitimer(signal.ITIMER_PROF, limits.page_seconds)


def confine_worker(*, network: bool) -> list[str]:
    """Confine this process, which decodes kept pages; ``network``: whether its other tasks need it.

    Its data are bounded rather than its addresses: libraries reserve ten times as much as they use. Return what this
    machine's kernel does not know how to forbid.
    """
    _bound(resource.RLIMIT_DATA, WORKER_DATA_BYTES)
    _bound(resource.RLIMIT_CORE, 0)
    return [] if network or give_up(NETWORK) else ["réseau"]


def _bound(what: int, most: int) -> None:
    """Lower a limit, also for what this process starts; one that is lower already stays."""
    _, hardest = resource.getrlimit(what)
    most = most if hardest == resource.RLIM_INFINITY else min(most, hardest)
    resource.setrlimit(what, (most, most))
