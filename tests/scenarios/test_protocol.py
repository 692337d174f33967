"""The deposit protocol under any sequence of faults: what must hold holds, and the machine would see if it did not."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from pipeline.engine import night
from pipeline.sne.port import Acknowledgement, Deposited
from pipeline.stages import deverse
from pipeline.store import deposits, tasks
from pipeline.store.tasks import Kind
from pipeline.upkeep.check_world import check_world
from tests import disks
from tests.papers import MARTIN
from tests.scenarios.protocol import world as worlds
from tests.scenarios.protocol.machine import Protocol, is_for_a_person, quiet
from tests.scenarios.protocol.register import Fault
from tests.scenarios.protocol.world import World
from tests.store import shelf

FEW, MANY, STEPS, SHORT = 60, 1000, 12, 3
CALLS = 5
"""How many calls a run makes that goes well: a piece each, and one to ask about the key that two plis brought."""
WITHOUT_SHRINKING = (Phase.generate,)

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("protocole")]


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    racine = tmp_path_factory.mktemp("protocole") / "modele"
    racine.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.engine.work.compose", worlds.compose)
        patch.setattr(shelf, "settle", worlds.settle)
        worlds.fill(racine)
        yield racine


@pytest.fixture
def world(template):
    """A world in memory where there is one: a thousand days are as many flushes to the disk."""
    with disks.in_memory() as folder:
        world = World(template, folder / "espace")
        yield world
        world.house.close()


def run(world, **said):
    machine = type("Protocole", (Protocol,), {"world": world})
    kept = {"database": None, "stateful_step_count": STEPS, "suppress_health_check": list(HealthCheck)}
    run_state_machine_as_test(machine, settings=settings(**kept | said))
    assert [one for one in check_world(world.house) if not is_for_a_person(one)] == []


def test_whatever_happens_each_piece_is_there_once_and_its_sender_is_told(world):
    run(world, max_examples=FEW, derandomize=True, phases=WITHOUT_SHRINKING)


@pytest.mark.faults
@pytest.mark.timeout(7200)
def test_a_thousand_days_of_it_change_nothing(world):
    run(world, max_examples=MANY, phases=WITHOUT_SHRINKING)
    assert world.counts["days"] >= MANY
    assert world.counts["cuts"] > MANY


def test_a_404_in_the_place_of_any_one_answer_has_nothing_refused(world):
    for before in range(CALLS):
        world.begin()
        world.run(lambda house: night.deverse(house, quiet), [*[Fault.OK] * before, Fault.SAYS_UNKNOWN])
        assert {state for *_, state in world.rows()} <= {deposits.DEPOSITED, deposits.UNCERTAIN}
        assert sum(world.register.calls.values()) > before, "it was never said"


@pytest.mark.parametrize(("fault", "ends"), [(Fault.TIMEOUT_BEFORE, set()), (Fault.TIMEOUT_AFTER, {"depose"})])
def test_a_piece_in_doubt_that_is_accepted_no_more_is_asked_about_and_never_sent(world, fault, ends):
    doubtful, pli = worlds.PIECES[0], worlds.PIECES[0].rpartition("-")[0]
    world.run(lambda house: night.night_of(house, world.now.date(), quiet, lambda _s: False), [fault] * CALLS)
    assert (doubtful, deposits.UNCERTAIN) in {(piece, state) for _, piece, *_, state in world.rows()}
    world.register.struck.add(MARTIN)
    with world.house.store.begin() as tx:
        tasks.submit(tx, Kind.ASK, pli, 1)
    world.run(lambda house: night.deverse(house, quiet))
    assert {state for _, piece, *_, state in world.rows() if piece == doubtful} == ends
    assert bool(world.register.held.get(MARTIN)) == bool(ends)


def sent_again(due, wanted, sne, _witnesses):
    """The mutant that sends again what it does not know to be there."""
    return sne.deposit(wanted)


def assumed_there(due, wanted, sne, _witnesses):
    """The mutant that takes a call without an answer for a deposit."""
    if due.state == deposits.UNCERTAIN:
        return Deposited(Acknowledgement("SNE-1", due.cle, due.blob, wanted.recu_le))
    return sne.deposit(wanted)


def steps_of(error):
    """Return the steps of a counter-example, in a line each."""
    lines = [line.strip() for note in error.__notes__ for line in note.splitlines()]
    return [line.removeprefix("state.") for line in lines if line.startswith("state.") and "all_holds" not in line]


@pytest.mark.parametrize(("mutant", "complaint"), [(sent_again, "sent again"), (assumed_there, "said deposited")])
def test_without_reconciliation_the_machine_finds_the_counter_example(world, monkeypatch, mutant, complaint):
    monkeypatch.setattr(deverse, "_outcome", mutant)
    with pytest.raises(AssertionError, match=complaint) as refuted:
        run(world, max_examples=MANY, stateful_step_count=SHORT, derandomize=True, phases=WITHOUT_SHRINKING)
    steps = [step for step in steps_of(refuted.value) if step != "teardown()"]
    assert 0 < len(steps) <= SHORT
    assert any(fault.name in step for step in steps for fault in Fault if fault.leaves_doubt)
