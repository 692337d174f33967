"""Who is there, and doing what."""

import io

import pytest
from rich.console import Console

from pipeline.insight import machines
from pipeline.store import calm, presence, tasks
from pipeline.store.presence import Process, Role
from pipeline.store.tasks import COMPUTING, Kind
from tests.store.shelf import opened

NOON = 1_778_061_600.0
"""2026-05-06 12:00 in Paris, in seconds."""


@pytest.fixture
def house(tmp_path):
    house = opened(tmp_path)
    with house.store.begin() as tx:
        now = calm.instant(tx)
        for name, number, role, ago in (
            ("a.1", 1, Role.WATCH, 5.0),
            ("b.2.1", 3, Role.WORK, 5.0),
            ("c.4.1", 5, Role.WORK, 600.0),
        ):
            presence.tell(tx, Process(name, name[0], number, role, "0009-4", NOON), now - ago)
        tasks.submit(tx, Kind.READ, "pg0000000001-1/3", 1)
        tasks.claim(tx, COMPUTING, "b.2.1", now)
    yield house
    house.close()


def shown(found):
    console = Console(width=200, file=io.StringIO())
    console.print(machines.as_table(found))
    return [line for line in console.file.getvalue().splitlines() if "06/05 12:00" in line]


def test_each_process_is_shown_with_what_it_does_and_since_when_it_is_silent(house):
    watching, reading, silent = shown(machines.machines(house))
    assert "surveiller" in watching
    assert "lecture pg0000000001-1/3" in reading
    assert "plus depuis 10 min" in silent


def test_the_same_is_said_to_programs(house):
    watching, reading, silent = machines.as_json(machines.machines(house))
    assert (watching["machine"], watching["role"], watching["processus"], watching["muet"]) == (
        "a",
        "surveiller",
        1,
        False,
    )
    assert watching["depuis"] == "2026-05-06T12:00:00+02:00"
    assert (reading["travail"]["genre"], reading["travail"]["sujet"], reading["travail"]["essai"]) == (
        "read",
        "pg0000000001-1/3",
        1,
    )
    assert (silent["muet"], silent["travail"]) == (True, None)


def test_a_task_taken_by_an_older_version_has_no_beginning(house):
    with house.store.begin() as tx:
        tx.execute(tasks.tache.update().values(debut=None))
    assert machines.as_json(machines.machines(house))[1]["travail"]["depuis"] is None
    assert "│ –" in shown(machines.machines(house))[1]
