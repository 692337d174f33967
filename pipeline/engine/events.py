"""What happens, told on the standard error, a line each: for people or, with ``PLI_JOURNAL=json``, for programs.

Of an error that was not foreseen, its kind and its place are told: its text may quote a paper.
"""

from __future__ import annotations

import json
import logging
import socket
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from types import TracebackType

from pipeline.domain.working_calendar import PARIS
from pipeline.settings import JOURNAL, JSON

HOST = socket.gethostname()
_TASK: ContextVar[str | None] = ContextVar("task", default=None)

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Lines(logging.Formatter):
    """A line for people."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def formatException(self, ei: Raised) -> str:  # noqa: N802 - logging's word
        """Return the kind of an error and where it was raised."""
        kind, _, trace = ei
        places = traceback.extract_tb(trace)
        where = f" ({places[-1].name}:{places[-1].lineno})" if places else ""
        return f"{kind.__name__ if kind is not None else ''}{where}"


class JsonLines(Lines):
    """A line for programs: an object whose keys are always the same, ``error`` apart."""

    def format(self, record: logging.LogRecord) -> str:
        """Return what happened, when, where, and in the course of which task: its id names no person."""
        task = _TASK.get()
        said: dict[str, str | int | None] = {
            "time": datetime.fromtimestamp(record.created, PARIS).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "kind": task.partition(":")[0] if task is not None else None,
            "task": task,
            "host": HOST,
            "process": record.process,
        }
        if record.exc_info:
            said["error"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


def tell(environ: Mapping[str, str], *, ours: int = logging.NOTSET, anew: bool = True) -> None:
    """Have what happens written on the standard error; what is ours from the level ``ours`` on, else as the rest.

    ``anew``: whatever was set before.
    """
    outlet = logging.StreamHandler(sys.stderr)
    outlet.setFormatter(JsonLines() if environ.get(JOURNAL) == JSON else Lines())
    logging.basicConfig(handlers=[outlet], force=anew)
    logging.getLogger("pipeline").setLevel(ours)


@contextmanager
def about(task: str) -> Iterator[None]:
    """Have what happens in the block told with the id of the task that it belongs to."""
    before = _TASK.set(task)
    try:
        yield
    finally:
        _TASK.reset(before)
