"""Stations against what is known of waiting lines, and against a library that simulates them too."""

from itertools import pairwise
from math import factorial, sqrt
from statistics import fmean, stdev

import pytest
import simpy
from numpy.random import default_rng

from pipeline.insight.simulate.kernel import Clock, Station

LONG = 1e9
BATCHES, STUDENT_999 = 20, 3.883  # two-sided 99.9 %, 19 degrees of freedom


def served(arrivals, services, servers):
    """Return when each customer began and ended, first come first served."""
    clock, ends = Clock(0.0), {}
    station = Station(clock, [(0.0, servers)])
    for n, (at, seconds) in enumerate(zip(arrivals, services, strict=True)):
        clock.at(at, station.enter, (at, 0.0), seconds, lambda who: ends.__setitem__(who, clock.now), n)
    clock.run(LONG)
    return [(ends[n] - services[n], ends[n]) for n in range(len(arrivals))]


def customers(rate, count, seed):
    return default_rng(seed).exponential(1 / rate, count).cumsum().tolist()


def waits(arrivals, services, servers):
    return [began - at for at, (began, _) in zip(arrivals, served(arrivals, services, servers), strict=True)]


def bounds(values):
    """Return the 99.9 % interval of a mean, by the means of batches, the start left out."""
    kept = values[len(values) // 10 :]
    size = len(kept) // BATCHES
    means = [fmean(kept[n * size : (n + 1) * size]) for n in range(BATCHES)]
    reach = STUDENT_999 * stdev(means) / sqrt(BATCHES)
    return fmean(means) - reach, fmean(means) + reach


def erlang_wait(rate, mean_service, servers):
    """Return the mean wait of M/M/c (Erlang C)."""
    load = rate * mean_service
    busy = load**servers / factorial(servers) * servers / (servers - load)
    chance = busy / (sum(load**k / factorial(k) for k in range(servers)) + busy)
    return chance * mean_service / (servers - load)


@pytest.mark.parametrize(("servers", "load"), [(1, 0.7), (3, 0.8), (8, 0.9)])
def test_several_servers_make_wait_as_long_as_erlang_says(servers, load):
    rate, count = servers * load, 60_000
    services = default_rng(2).exponential(1.0, count).tolist()
    low, high = bounds(waits(customers(rate, count, 1), services, servers))
    assert low < erlang_wait(rate, 1.0, servers) < high
    assert high - low < erlang_wait(rate, 1.0, servers)  # an interval that says something


def test_services_that_never_vary_make_wait_half_as_long():
    rate, count = 0.8, 60_000
    low, high = bounds(waits(customers(rate, count, 3), [1.0] * count, 1))
    pollaczek_khinchine = rate / (2 * (1 - rate))
    assert low < pollaczek_khinchine < high
    assert high - low < pollaczek_khinchine


def test_as_many_are_there_as_come_in_the_time_that_each_stays():
    rate, count = 2.4, 20_000
    arrivals, services = customers(rate, count, 5), default_rng(6).exponential(1.0, count).tolist()
    ends = [end for _, end in served(arrivals, services, 3)]
    events = sorted([(at, 1) for at in arrivals] + [(end, -1) for end in ends])
    there, area = 0, 0.0
    for (before, change), (after, _) in pairwise(events):
        there += change
        area += there * (after - before)
    duration = max(ends) - arrivals[0]
    stay = fmean(end - at for at, end in zip(arrivals, ends, strict=True))
    assert area / duration == pytest.approx(count / duration * stay)


@pytest.mark.parametrize("servers", [1, 4])
def test_a_library_of_simulation_finds_the_same_instants(servers):
    count = 2_000
    arrivals, services = customers(servers * 0.95, count, 7), default_rng(8).exponential(1.0, count).tolist()
    environment, ends = simpy.Environment(), {}
    resource = simpy.Resource(environment, servers)

    def customer(n):
        yield environment.timeout(arrivals[n])
        with resource.request() as turn:
            yield turn
            yield environment.timeout(services[n])
        ends[n] = environment.now

    for n in range(count):
        environment.process(customer(n))
    environment.run()
    assert [end for _, end in served(arrivals, services, servers)] == pytest.approx([ends[n] for n in range(count)])


def test_the_most_urgent_is_served_first_and_nobody_is_interrupted_for_it():
    clock, done = Clock(0.0), []
    station = Station(clock, [(0.0, 1)])
    for at, order, name in ((0.0, 9.0, "first"), (1.0, 5.0, "later"), (2.0, 1.0, "urgent")):
        clock.at(at, station.enter, (order, 0.0), 10.0, done.append, name)
    clock.run(LONG)
    assert done == ["first", "urgent", "later"]


def test_people_who_go_home_end_what_they_do_and_come_back_to_the_rest():
    clock, ends = Clock(0.0), []
    station = Station(clock, [(0.0, 1), (5.0, 0), (100.0, 1)])
    for _ in range(2):
        station.enter((0.0, 0.0), 8.0, lambda _: ends.append(clock.now), None)
    clock.run(LONG)
    assert ends == [8.0, 108.0]
    assert station.worked_s == 16.0


def test_what_a_lost_machine_did_is_done_again_from_its_start():
    clock, ends = Clock(0.0), []
    station = Station(clock, [(0.0, 2), (5.0, 1)], redone_after=30.0)
    for name in "ab":
        station.enter((0.0, 0.0), 8.0, lambda who: ends.append((who, clock.now)), name)
    clock.run(LONG)
    assert ends == [("a", 8.0), ("b", 43.0)]
    assert station.worked_s == 21.0
    assert station.waiting == 0
