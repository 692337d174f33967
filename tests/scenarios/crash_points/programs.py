"""The programs that are killed, as processes: started once, they run in a fork each time that they are asked to.

Each line of the input names a program and its workspace; the fork stops itself before what is looked at, so that a
tracer may take hold of it. Each line of the output is a number: the fork's process, then how it ended.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import click

import pipeline.sne.http  # noqa: F401 - known before the fork, so that it is no part of what is counted
from pipeline.cli.frame import DONE, LATER, command, held
from pipeline.engine import day, night
from pipeline.engine.house import House
from pipeline.upkeep.check_world import check_world


def take_in(asked: Mapping[str, Any]) -> int:
    """Do what ``pli traiter`` does, but reading: nobody works off what is to be done."""
    wait_for_a_tracer()
    day.engine_of = lambda _house: SimpleNamespace(work_off=lambda _house, step: step(0, 0))
    with held(Path(asked["racine"]), **asked["environ"]) as house:
        day.treat(house, (), None, lambda _done, _total: None)
        look(house, asked)
    return DONE


def deposit(asked: Mapping[str, Any]) -> int:
    """Do what ``pli deverser`` does, once it has opened the workspace."""
    with held(Path(asked["racine"]), **asked["environ"]) as house:
        wait_for_a_tracer()
        done = night.deverse(house, lambda _done, _total: None)
        look(house, asked)
    return LATER if done.unanswered or done.withheld else DONE


PROGRAMS = {"take_in": take_in, "deposit": deposit}


def wait_for_a_tracer() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def look(house: House, asked: Mapping[str, Any]) -> None:
    """Hold the workspace to its invariants, when that is asked for: in the run that follows a death."""
    assert not asked["check"] or check_world(house) == []


def run(asked: Mapping[str, Any]) -> NoReturn:
    """Run a program as a command is: what is raised on purpose becomes a sentence and a status."""
    command("essai", click.Group())(lambda: PROGRAMS[asked["program"]](asked)).main([])


def main() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            run(asked)
        tell(child)
        tell(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def tell(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
