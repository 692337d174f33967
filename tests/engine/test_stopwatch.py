"""What a step costs is put down to it, and to no other."""

import time

from pipeline.engine.stopwatch import Stopwatch


def spend(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_each_step_is_charged_with_what_was_spent_since_the_one_before():
    watch = Stopwatch()
    spend(0.02)
    watch.lap("lire")
    watch.lap("rien")
    spend(0.01)
    watch.lap("lire")
    steps = watch.steps("garder")
    assert list(steps) == ["lire", "rien", "garder"]
    assert steps["lire"] > 0.03 > steps["rien"] + steps["garder"]


def test_waiting_costs_nothing():
    watch = Stopwatch()
    time.sleep(0.05)
    assert watch.steps("attendre")["attendre"] < 0.04
