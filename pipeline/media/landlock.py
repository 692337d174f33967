"""Writing in one folder alone: the kernel refuses the rest of the file system to this thread and all that it starts."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same numbers on every machine
_SET_NO_NEW_PRIVS = 38  # of prctl
_ASK_VERSION, _BENEATH = 1, 1
_WRITE_FILE, _REMOVE, _MAKE = 1 << 1, 0b11 << 4, 0b1111111 << 6
_REFER, _TRUNCATE = 1 << 13, 1 << 14  # known from versions 2 and 3 on


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def write_only_below(folder: Path) -> bool:
    """Have the kernel refuse every write outside ``folder``; False where it has no Landlock.

    Files that are open already stay writable. To be called before any thread is started.
    """
    kernel = ctypes.CDLL(None, use_errno=True)
    version = kernel.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION)
    if version < 1:
        return False
    writes = _WRITE_FILE | _REMOVE | _MAKE | (_REFER if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    asked = ctypes.c_uint64(writes)
    rules = kernel.syscall(_CREATE_RULESET, ctypes.byref(asked), ctypes.c_size_t(ctypes.sizeof(asked)), 0)
    if rules < 0:
        return False
    below = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    try:
        added = kernel.syscall(_ADD_RULE, rules, _BENEATH, ctypes.byref(_Beneath(writes, below)), 0)
        kernel.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return bool(added == 0 and kernel.syscall(_RESTRICT_SELF, rules, 0) == 0)
    finally:
        os.close(below)
        os.close(rules)
