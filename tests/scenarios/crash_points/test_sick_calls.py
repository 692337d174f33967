"""A call to the disk that fails: what was not stored is not believed, the run says so, and a later one goes on."""

from __future__ import annotations

import shutil

import pytest

from pipeline.cli.frame import INTERNAL, LATER
from tests.scenarios.crash_points.tracer import at_each, points
from tests.scenarios.crash_points.workspaces import NOW, about_to_deposit, about_to_take_in, copy, files, tables

ENVIRON = {"PLI_MAINTENANT": NOW}
MODELS = {"take_in": about_to_take_in, "deposit": about_to_deposit}
FAULTS = {"fsync": "EIO", "fdatasync": "EIO", "write": "ENOSPC", "pwrite64": "ENOSPC", "rename": "EROFS"}
STRIDE = {"fsync": 4, "fdatasync": 3, "write": 4, "pwrite64": 20, "rename": 4}
HIDDEN = {
    "lot": {"prise", "rang"},
    "tache": {"rang", "soumise"},
    "journal": {"id", "detail", "empreinte"},
    "pli": {"version", "publiee"},
}

pytestmark = [pytest.mark.timeout(3600), pytest.mark.xdist_group("sick-calls")]


@pytest.fixture(scope="module", params=MODELS)
def program(request):
    return request.param


@pytest.fixture(scope="module")
def model(program, tmp_path_factory):
    """A workspace about to be worked in; not to be changed."""
    racine = tmp_path_factory.mktemp(program) / "espace"
    MODELS[program](racine)
    return racine


@pytest.fixture(scope="module")
def undisturbed(tracer, program, model, tmp_path_factory):
    """The points that a run goes through, and what it leaves."""
    workspace = copy(model, tmp_path_factory.mktemp("calme") / "espace")
    first, status, calls = tracer.recorded(program, workspace.racine, ENVIRON, FAULTS)
    assert status == 0
    return points(first, calls), seen(workspace)


def seen(workspace):
    kept = files(workspace.racine, "inbox", "outbox", "var/blobs", "var/prises")
    return {name: set(rows) for name, rows in tables(workspace.racine, HIDDEN).items()}, kept


def spoil_everywhere(tracer, program, model, chosen, expected, folder):
    """Spoil each call in a run of its own, then have the work done."""

    def spoil(point):
        racine = folder / str(point)
        workspace = copy(model, racine)
        sick = tracer.spoiled(program, racine, ENVIRON, point, FAULTS[point.kind])
        assert "Traceback" not in sick.said
        assert sick.status in {0, LATER, INTERNAL}
        assert (sick.status == 0) <= (seen(workspace) == expected), "all is well, it says, and it is not"
        assert sick.status == 0 or any(word in sick.said for word in ("disque", "ne répond pas")), sick.said
        if point.kind == "fsync":
            assert not sick.is_tried_again(), "what fsync has refused once it pretends to have written the second time"
        assert tracer.run(program, racine, ENVIRON) == 0, tracer.last_words()
        assert seen(workspace) == expected
        shutil.rmtree(racine)

    at_each(chosen, spoil)


def test_a_call_that_fails_here_or_there_loses_nothing(tracer, program, model, undisturbed, tmp_path):
    whole, expected = undisturbed
    chosen = [point for point in whole if point.n % STRIDE[point.kind] == 1]
    spoil_everywhere(tracer, program, model, chosen, expected, tmp_path)


@pytest.mark.faults
def test_whichever_call_fails_nothing_is_lost(tracer, program, model, undisturbed, tmp_path):
    whole, expected = undisturbed
    spoil_everywhere(tracer, program, model, whole, expected, tmp_path)
