"""Workers as ``dramatiq`` starts them: they do what is announced, and nobody outlives whoever started them."""

import os
import signal
import subprocess
import sys

import pytest
from PIL import Image, ImageDraw

from pipeline.engine import bell
from pipeline.engine.bell import work_off
from pipeline.mailroom import takings
from pipeline.stages.ingest import ingest
from pipeline.store import tasks
from pipeline.store.tasks import COMPUTING, State
from tests import workers
from tests.redis import served
from tests.store.shelf import bilan_of, opened


@pytest.fixture
def house(tmp_path):
    with served() as server:
        house = opened(tmp_path / "espace", PLI_MOTEUR="dramatiq", PLI_REDIS=server.url)
        house.server = server
        yield house
        house.close()


@pytest.fixture
def lot(house):
    """A lot of one page with a little print on it."""
    path = house.racine / "page.png"
    image = Image.new("L", (827, 1169), "white")
    ImageDraw.Draw(image).text((100, 100), "QUITTANCE DE LOYER", fill="black", font_size=30)
    image.save(path, dpi=(100, 100))
    return ingest(takings.copy(path, None, house.racine, house.settings.now()), house.store, house.settings)


def test_what_is_announced_is_done_whatever_else_is_said_and_the_workers_leave_when_they_are_asked(house, lot):
    with workers.started(house.racine, house.environ) as listening:
        broker = bell.broker(house.server.url)
        for actor, args in ((bell.ACTOR, ("open:inconnu",)), ("inconnu", ("x",)), (bell.ACTOR, (f"open:{lot}",))):
            for _ in range(2):
                broker.enqueue(bell.Message(bell.CPU, actor, args, {}, {}))
        work_off(house, lambda done, total: None)
        assert bilan_of(house, f"{lot}-1").registre.recues == 1
        with house.store.look() as tx:
            assert {state for _, state in tasks.tally(tx, COMPUTING)} == {State.DONE}
            assert {row.essais for row in tx.execute(tasks.tache.select())} == {1}, "twice announced, once begun"
        listening.ask_to_leave()
        assert listening.left(within_s=20.0)
    assert workers.of(house.racine) == []


def test_nobody_outlives_the_command_that_started_them(house, lot):
    with workers.started(house.racine, house.environ) as listening:
        ringing = bell.Bell(house)
        ringing.top_up()
        workers.until(ringing.is_busy)
        ringing.dismiss()
        os.kill(listening.pid, signal.SIGKILL)
        workers.until(lambda: workers.of(house.racine) == [])


def test_without_an_engine_that_announces_nobody_listens(tmp_path):
    environ = {**os.environ, "PLI_RACINE": str(tmp_path), "PLI_MOTEUR": "local"}
    words = [sys.executable, "-c", "import pipeline.engine.worker"]
    done = subprocess.run(words, env=environ, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode != 0
    assert "PLI_REDIS" in done.stderr
