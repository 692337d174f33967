"""Workers: killed, they are replaced; orphaned, they go."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import select

from pipeline.engine.pool import RESTING_S, Crew, work_off
from pipeline.store import tasks
from pipeline.store.schema import tache
from pipeline.store.tasks import COMPUTING, State
from tests.store.shelf import bilan_of

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 30.0
WORK_OFF = """
import sys
from pathlib import Path
from pipeline.engine.pool import work_off
from tests.store.shelf import opened
if __name__ == "__main__":
    work_off(opened(Path(sys.argv[1])), lambda done, total: None)
"""


def doing(house):
    """Return the worker that holds a task at its first attempt, if one does."""
    with house.store.begin() as tx:
        held = select(tache.c.ouvrier).where(tache.c.etat == State.DOING, tache.c.essais == 1)
        return tx.execute(held).scalars().first()


def all_done(house):
    with house.store.begin() as tx:
        return {state for _, state in tasks.tally(tx, COMPUTING)} == {State.DONE}


def test_a_worker_killed_in_the_middle_of_its_task_is_replaced_and_the_work_ends(house, lot):
    killed, told = [], []

    def kill_the_first(done, total):
        told.append((done, total))
        name = doing(house)
        for worker in multiprocessing.active_children():
            if not killed and worker.name == name:
                os.kill(worker.pid, signal.SIGKILL)
                killed.append(worker.name)

    work_off(house, kill_the_first)
    assert len(killed) == 1
    assert bilan_of(house, f"{lot}-1").registre.recues == 1
    assert all_done(house)
    assert told[-1][0] == told[-1][1] > 0
    assert multiprocessing.active_children() == []


def test_without_work_no_worker_is_hired(house):
    told = []
    work_off(house, lambda done, total: told.append((done, total)))
    assert told == [(0, 0)]


def test_asked_to_leave_a_worker_ends_its_task_and_goes(house, lot):
    crew = Crew(house)
    crew.top_up()
    assert _until(lambda: doing(house))
    crew.leave()
    assert _until(lambda: crew.mind() or not crew.is_busy())
    with house.store.begin() as tx:
        tally = tasks.tally(tx, COMPUTING)
    assert {state for _, state in tally} == {State.DONE, State.TODO}, "one task is done, what follows is not begun"
    crew.top_up()
    assert crew.is_busy(), "there is still work"
    crew.dismiss()
    assert multiprocessing.active_children() == []


def test_in_a_run_that_does_not_end_a_worker_that_has_done_all_is_there_for_what_comes(house, lot):
    crew = Crew(house)
    crew.top_up()
    assert _until(lambda: all_done(house))
    hired = multiprocessing.active_children()
    time.sleep(2 * RESTING_S)
    crew.mind()
    assert hired
    assert multiprocessing.active_children() == hired
    crew.leave()
    assert _until(lambda: crew.mind() or not crew.is_busy()), "asked to go, it does not stay"


def test_workers_do_not_outlive_a_killed_engine(house, lot):
    script = house.racine / "moteur.py"
    script.write_text(WORK_OFF)
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    engine = subprocess.Popen([sys.executable, str(script), str(house.racine)], env=environ)
    try:
        workers = _until(lambda: _children(engine.pid) if doing(house) else [])
    finally:
        engine.kill()
        engine.wait()
    assert workers
    assert _until(lambda: not any(_lives(pid) for pid in workers))


def _until(found):
    deadline = time.monotonic() + PATIENCE_S
    while not (seen := found()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return seen


def _children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _lives(pid):
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
