"""Whatever a scenario leaves is looked at, and what it leaves broken is named."""

from __future__ import annotations

import pytest

from tests.scenarios.verified import unsound, workspaces
from tests.store.shelf import opened


@pytest.fixture
def left(tmp_path):
    """A workspace, one that lies in it, and a folder that is none."""
    for name in ("espace", "espace/dedans", "rien"):
        (tmp_path / name).mkdir()
    for name in ("espace", "espace/dedans"):
        opened(tmp_path / name).close()
    return tmp_path


def test_every_workspace_below_a_folder_is_found(left):
    assert [place.relative_to(left).as_posix() for place in workspaces(left)] == ["espace", "espace/dedans"]


def test_a_sound_workspace_has_nothing_said_of_it(left):
    assert unsound(workspaces(left), ()) == []


@pytest.mark.violates("I10", "a hold that nobody has, planted to be seen")
@pytest.mark.violates("I9", "a name, planted to be seen")
def test_what_does_not_hold_is_named_unless_it_is_allowed(left):
    house = opened(left / "espace")
    with house.store.begin() as tx:
        tx.exec_driver_sql(
            "INSERT INTO tache (id, genre, sujet, rang, etat, essais, ouvrier, pas_avant, durees)"
            " VALUES ('settle:x', 'settle', 'x', 1, 'a_faire', 0, 'M. Okonjwo', 0, '{}')"
        )
    house.close()
    assert [line.split(": ")[1].split()[0] for line in unsound(workspaces(left), ())] == ["I10", "I9"]
    assert unsound(workspaces(left), {"I9", "I10"}) == []
