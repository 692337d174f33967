"""System calls that a process gives up for good, and all its threads with it: the kernel refuses them from then on."""

from __future__ import annotations

import ctypes
import errno
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_SET_NO_NEW_PRIVS = 38  # of prctl
_SET_MODE_FILTER, _ALL_THREADS = 1, 1
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _ARCH_AT = 0, 4  # in what a filter looks at
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
_X32 = 0x40000000  # calls of another convention, by the same door on x86-64


@dataclass(frozen=True, slots=True)
class _Machine:
    """How the kernel names a processor, and its number for each call; ``seccomp`` is the one that sets a filter."""

    audit: int
    calls: Mapping[str, int]


_MACHINES: Mapping[str, _Machine] = MappingProxyType(
    {
        "x86_64": _Machine(
            0xC000003E, {"seccomp": 317, "socket": 41, "io_uring_setup": 425, "execve": 59, "execveat": 322}
        ),
        "aarch64": _Machine(
            0xC00000B7, {"seccomp": 277, "socket": 198, "io_uring_setup": 425, "execve": 221, "execveat": 281}
        ),
    }
)

NETWORK = ("socket", "io_uring_setup")  # the second opens sockets too, unseen by filters
PROGRAMS = ("execve", "execveat")


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("instructions", ctypes.POINTER(_Instruction)))


def give_up(calls: Iterable[str]) -> bool:
    """Have the kernel refuse ``calls`` (EPERM) to this process and to its children; False where it knows no filters."""
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return False
    written = _filter(machine, list(calls))
    program = _Program(len(written), (_Instruction * len(written))(*written))
    kernel = ctypes.CDLL(None, use_errno=True)
    kernel.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    set_filter = machine.calls["seccomp"]
    return bool(kernel.syscall(set_filter, _SET_MODE_FILTER, _ALL_THREADS, ctypes.byref(program)) == 0)


def _filter(machine: _Machine, calls: list[str]) -> list[_Instruction]:
    """Return the program that looks at each call: another machine's convention kills, jumps count what they skip."""
    numbers = [machine.calls[name] for name in calls]
    return [
        _Instruction(_LOAD, 0, 0, _ARCH_AT),
        _Instruction(_EQUAL, 1, 0, machine.audit),
        _Instruction(_RETURN, 0, 0, _KILL),
        _Instruction(_LOAD, 0, 0, _NUMBER_AT),
        _Instruction(_AT_LEAST, len(numbers) + 1, 0, _X32),
        *(_Instruction(_EQUAL, len(numbers) - at, 0, number) for at, number in enumerate(numbers)),
        _Instruction(_RETURN, 0, 0, _ALLOW),
        _Instruction(_RETURN, 0, 0, _REFUSE),
    ]
