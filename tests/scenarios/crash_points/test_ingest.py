"""Every crash point of the way in: a drop is in the inbox or taken, never neither, and is recorded once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests import disks
from tests.scenarios.crash_points.tracer import CHANGES, at_each, beyond, points, thinned
from tests.scenarios.crash_points.workspaces import DROPS, NOW, about_to_take_in, copy, files, tables

PROGRAM, STRIDE = "take_in", 8
ENVIRON = {"PLI_MAINTENANT": NOW}
HIDDEN = {"lot": {"prise"}, "tache": {"soumise"}}
"""The name of a taking is thrown by dice; a task says when it was asked for."""

pytestmark = [pytest.mark.timeout(3600), pytest.mark.xdist_group("crash-ingest")]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A workspace in whose inbox three drops are ready; not to be changed."""
    racine = tmp_path_factory.mktemp("arrivee") / "espace"
    about_to_take_in(racine)
    return racine


@pytest.fixture(scope="module", params=["one-disk", "two-disks"])
def share(request, tmp_path_factory):
    """The folder of another file system on which the inbox lies, None when all is on one."""
    if request.param == "one-disk":
        yield None
        return
    disk = disks.other_than(tmp_path_factory.getbasetemp())
    if disk is None:
        pytest.skip("there is no second file system here")
    with TemporaryDirectory(dir=disk) as name:
        yield Path(name)


@pytest.fixture(scope="module")
def undisturbed(tracer, model, share, tmp_path_factory):
    """The points that a run goes through, those just past its end, and what can be seen of its workspace then."""
    workspace = copy(model, tmp_path_factory.mktemp("calme") / "calme", share)
    first, status, calls = tracer.recorded(PROGRAM, workspace.racine, ENVIRON, CHANGES)
    assert status == 0
    left = seen(workspace)
    shutil.rmtree(workspace.racine)  # its inbox goes with the other file system
    return points(first, calls), beyond(calls), left


def seen(workspace):
    kept = files(workspace.racine, "inbox", "outbox", "var").items()
    return tables(workspace.racine, HIDDEN), {
        path: content for path, content in kept if not path.startswith(("var/pli.sqlite", "var/verrou"))
    }


def assert_each_drop_is_somewhere_once(workspace):
    """Each is in the inbox or taken, and what is recorded is in the inbox no more."""
    taken = {}
    for known in (workspace.racine / "var" / "prises").glob("*/prise.json"):
        taking = json.loads(known.read_bytes())
        claimed = Path(taking["origin"]).with_name(f".{known.parent.name}.prise")
        if (known.parent / "contenu").exists() or claimed.exists():
            taken[taking["nom"]] = known.parent.name
    recorded = dict(workspace.rows("SELECT nom, prise FROM lot"))
    for place in DROPS:
        is_there = (workspace.racine / place).exists()
        assert is_there != (place.name in {*taken, *recorded}), f"{place}: in the inbox and taken, or neither"
        if place.name in taken and place.name in recorded:
            assert taken[place.name] == recorded[place.name], f"{place}: taken twice"


def cut_everywhere(tracer, model, share, chosen, expected, folder):
    """Kill a run at each point, look, run again, and compare with the run that nothing disturbed."""

    def cut(point):
        racine = folder / str(point)
        workspace = copy(model, racine, share)
        assert tracer.killed(PROGRAM, racine, ENVIRON, point), "the run ended before that point"
        assert_each_drop_is_somewhere_once(workspace)
        assert tracer.run(PROGRAM, racine, ENVIRON) == 0
        assert seen(workspace) == expected
        for place in (racine, *([share / racine.name] if share is not None else [])):
            shutil.rmtree(place)

    at_each(chosen, cut)


def test_killed_at_every_landmark_and_here_and_there_between_it_goes_on(tracer, model, share, undisturbed, tmp_path):
    whole, _, expected = undisturbed
    chosen = thinned(whole, STRIDE)[:: 1 if share is None else 3]
    cut_everywhere(tracer, model, share, chosen, expected, tmp_path)


@pytest.mark.faults
def test_killed_before_any_change_of_the_disk_it_goes_on(tracer, model, share, undisturbed, tmp_path):
    whole, past, expected = undisturbed
    cut_everywhere(tracer, model, share, whole, expected, tmp_path)
    for point in past:
        workspace = copy(model, tmp_path / str(point), share)
        assert not tracer.killed(PROGRAM, workspace.racine, ENVIRON, point), f"{point} is one more"
        assert seen(workspace) == expected
