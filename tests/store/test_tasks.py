"""Work as rows: the lease, the attempts, and late writers fenced off."""

from dataclasses import replace

import pytest

from pipeline.store import tasks
from pipeline.store.tasks import ATTEMPTS_MAX, LEASE_S, Kind, LeaseLost, State

NOW = 1_000_000.0
EVERY = tuple(Kind)


def take(tx, worker="a", now=NOW, kinds=EVERY):
    return tasks.claim(tx, kinds, worker, now)


def states(tx):
    return {state: count for (_, state), count in tasks.tally(tx, EVERY).items()}


@pytest.fixture
def held(tx):
    tasks.submit(tx, Kind.READ, "lot/1", 1)
    return take(tx)


def test_the_oldest_lot_comes_first_then_the_name(tx):
    for subject, rank in [("b/1", 2), ("a/2", 1), ("a/1", 1)]:
        tasks.submit(tx, Kind.READ, subject, rank)
    assert [take(tx).subject for _ in range(3)] == ["a/1", "a/2", "b/1"]
    assert take(tx) is None


def test_what_remains_of_a_lot_counts_its_own_tasks_of_that_kind_alone(tx):
    for kind, subject in [(Kind.READ, "a-1/1"), (Kind.READ, "a-1/2"), (Kind.READ, "a-10/1"), (Kind.OPEN, "a-1/3")]:
        tasks.submit(tx, kind, subject, 1)
    assert tasks.remaining(tx, Kind.READ, "a-1/") == 2
    tasks.finish(tx, take(tx, kinds=(Kind.READ,)))
    take(tx, kinds=(Kind.READ,))
    assert tasks.remaining(tx, Kind.READ, "a-1/") == 1


def test_what_was_put_off_can_be_asked_for_at_once(tx, held):
    tasks.postpone(tx, held, NOW + 600, "le SNE ne répond pas")
    assert take(tx) is None
    tasks.hurry(tx)
    assert take(tx).id == held.id


def test_what_was_set_aside_is_tried_afresh_when_asked_for(tx, held):
    tasks.quarantine(tx, held, "défaut")
    assert take(tx) is None
    tasks.revive(tx)
    assert (take(tx).attempt, tasks.set_aside(tx)) == (1, [])


def test_a_task_that_goes_on_keeps_its_lease(tx, held):
    tasks.renew(tx, held, NOW + LEASE_S)
    assert take(tx, "b", NOW + LEASE_S + 1) is None


def test_a_lease_is_renewed_for_as_long_as_it_was_given(tx):
    tasks.submit(tx, Kind.READ, "a-1/1", 1)
    short = tasks.claim(tx, [Kind.READ], "a", NOW, lease=60.0)
    tasks.renew(tx, short, NOW + 30.0)
    assert tasks.held_by(tx, "a") == (short.id, NOW + 90.0)


def test_only_the_kinds_asked_for_are_taken(tx):
    tasks.submit(tx, Kind.DEPOSIT, "piece", 1)
    assert take(tx, kinds=(Kind.READ,)) is None
    assert take(tx, kinds=(Kind.DEPOSIT,)).kind is Kind.DEPOSIT


def test_a_task_held_is_nobody_else_s(tx, held):
    assert take(tx, "b") is None
    assert tasks.held_by(tx, "a") == (held.id, NOW + LEASE_S)
    assert tasks.held_by(tx, "b") is None


def test_the_attempt_is_counted_when_work_starts(tx, held):
    assert held.attempt == 1
    tasks.release(tx, held.worker)
    assert take(tx).attempt == 2


def test_a_power_cut_is_no_attempt_of_the_tasks_it_stopped(tx, held):
    tasks.release_all(tx)
    assert take(tx).attempt == held.attempt


def test_a_lease_that_has_run_out_can_be_taken_over(tx, held):
    assert take(tx, "b", NOW + LEASE_S) is None
    assert take(tx, "b", NOW + LEASE_S + 1).attempt == 2


ENDINGS = [
    tasks.finish,
    lambda tx, held: tasks.retry(tx, held, "x"),
    lambda tx, held: tasks.quarantine(tx, held, "x"),
    lambda tx, held: tasks.postpone(tx, held, NOW, "x"),
]


@pytest.mark.parametrize("ending", ENDINGS, ids=["finish", "retry", "quarantine", "postpone"])
def test_a_late_writer_changes_nothing(tx, held, ending):
    successor = take(tx, "b", NOW + LEASE_S + 1)
    with pytest.raises(LeaseLost):
        ending(tx, held)
    tasks.finish(tx, successor)
    assert states(tx) == {State.DONE: 1}


@pytest.mark.parametrize("ending", ENDINGS, ids=["finish", "retry", "quarantine", "postpone"])
def test_a_task_ends_once(tx, held, ending):
    tasks.finish(tx, held)
    with pytest.raises(LeaseLost):
        ending(tx, held)


def test_the_same_attempt_of_another_worker_is_fenced_off(tx, held):
    """The world postponed the first; its number of attempt was given back, and taken by another."""
    tasks.postpone(tx, held, NOW, "SNE fermé")
    successor = take(tx, "b")
    assert successor.attempt == held.attempt
    with pytest.raises(LeaseLost):
        tasks.finish(tx, held)


def test_work_asked_for_again_while_it_is_done_is_done_again(tx, held):
    tasks.submit(tx, Kind.READ, "lot/1", 1)
    with pytest.raises(LeaseLost):
        tasks.finish(tx, held)
    assert take(tx).attempt == 1


def test_what_was_done_is_done_afresh_when_asked_again(tx, held):
    tasks.finish(tx, held)
    assert take(tx) is None
    tasks.submit(tx, Kind.READ, "lot/1", 1)
    assert take(tx).attempt == 1


def test_what_was_set_aside_can_be_asked_for_again(tx, held):
    tasks.quarantine(tx, held, "défaut")
    assert tasks.set_aside(tx) == [("read:lot/1", "défaut")]
    tasks.submit(tx, Kind.READ, "lot/1", 1)
    assert (tasks.set_aside(tx), take(tx).attempt) == ([], 1)


def test_a_postponed_task_waits_and_its_attempt_does_not_count(tx, held):
    for attempt in range(ATTEMPTS_MAX + 2):
        again = held if attempt == 0 else take(tx, now=NOW + attempt)
        assert again.attempt == 1
        tasks.postpone(tx, again, NOW + attempt + 1, "SNE fermé")
    assert take(tx, now=NOW) is None
    assert tasks.postponed(tx) == [("read:lot/1", "SNE fermé")]


def test_a_failed_attempt_counts_and_the_task_is_free_at_once(tx, held):
    tasks.retry(tx, held, "défaut")
    assert take(tx).attempt == 2


def test_what_a_dead_worker_held_is_freed_and_nothing_else(tx):
    for n in (1, 2, 3):
        tasks.submit(tx, Kind.READ, f"lot/{n}", 1)
    first, second, third = take(tx, "a"), take(tx, "b"), take(tx, "b")
    tasks.finish(tx, third)
    assert tasks.release(tx, "b") == 1
    assert take(tx, "c").id == second.id
    tasks.finish(tx, first)
    assert tasks.release_all(tx) == 1
    assert states(tx) == {State.DONE: 2, State.TODO: 1}


def test_a_worker_that_was_freed_by_mistake_writes_nothing_more(tx, held):
    tasks.release_all(tx)
    with pytest.raises(LeaseLost):
        tasks.finish(tx, held)


def test_a_claim_that_was_made_up_ends_nothing(tx, held):
    with pytest.raises(LeaseLost):
        tasks.finish(tx, replace(held, worker="b"))


def test_tasks_are_counted_by_kind_and_state(tx, held):
    tasks.submit(tx, Kind.SETTLE, "pli", 1)
    tasks.submit(tx, Kind.NOTIFY, "pli", 1)
    assert tasks.tally(tx, (Kind.READ, Kind.SETTLE)) == {(Kind.READ, State.DOING): 1, (Kind.SETTLE, State.TODO): 1}


def test_a_transaction_that_fails_leaves_the_task_as_it_was(store):
    with store.begin() as tx:
        tasks.submit(tx, Kind.READ, "lot/1", 1)
    with pytest.raises(LeaseLost), store.begin() as tx:
        tasks.finish(tx, replace(take(tx), attempt=9))
    with store.begin() as tx:
        assert take(tx).attempt == 1


def test_what_is_asked_of_some_plis_is_taken_of_them_and_their_pieces_alone(tx):
    for kind, subject in [(Kind.SETTLE, "a-1"), (Kind.COMPOSE, "a-1/a-1-01"), (Kind.SETTLE, "a-10"), (Kind.READ, "b")]:
        tasks.submit(tx, kind, subject, 1)
    taken = [tasks.claim(tx, EVERY, "a", NOW, plis=["a-1"]) for _ in range(3)]
    assert [held.subject if held is not None else None for held in taken] == ["a-1/a-1-01", "a-1", None]


def test_the_demand_is_what_workers_do_or_could_take_now(tx):
    for subject in ("a", "b", "c"):
        tasks.submit(tx, Kind.READ, subject, 1)
    tasks.submit(tx, Kind.CUT, "a", 1)
    take(tx, kinds=(Kind.READ,))
    tasks.postpone(tx, take(tx, kinds=(Kind.READ,)), NOW + 60, "plus tard")
    assert tasks.demand(tx, EVERY, NOW) == {Kind.READ: 2, Kind.CUT: 1}
    assert tasks.demand(tx, EVERY, NOW + 61) == {Kind.READ: 3, Kind.CUT: 1}
    assert tasks.demand(tx, EVERY, NOW + 61, since=NOW) == {Kind.READ: 2, Kind.CUT: 1}


def test_what_is_under_way_and_what_waits_can_be_told_of_some_plis(tx):
    for subject in ("a", "b"):
        tasks.submit(tx, Kind.ASK, subject, 1)
    assert not tasks.under_way(tx, EVERY)
    tasks.postpone(tx, take(tx), NOW + 60, "plus tard")
    take(tx)
    assert tasks.under_way(tx, EVERY)
    assert (tasks.under_way(tx, EVERY, ["a"]), tasks.under_way(tx, EVERY, ["b"])) == (False, True)
    assert tasks.postponed(tx, ["b"]) == []
    assert tasks.postponed(tx, ["a"]) == tasks.postponed(tx) == [("ask:a", "plus tard")]
