"""Hostile files among good ones, in one real run: each ends with its reason, and the good ones notice nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks import hostile
from pipeline.mailroom.inbox import ok_path
from pipeline.upkeep.check_world import check_world
from tests import bombs
from tests.scenarios.conftest import fresh

GOOD = ("smartphone-quittance.jpg", "pwp-dossier.pdf")
OVER = (
    bombs.nested_image_bomb, bombs.lying_scan, bombs.many_pages, bombs.tiff_frames, bombs.png_bomb, bombs.heic_bomb,
)  # fmt: skip
DAMAGED = (bombs.endless_tree, bombs.png_text_bomb)
HARMLESS = (bombs.endless_form, bombs.wide_sheet, bombs.laughing_pdf, bombs.embedded_names)
TREE_MAX = 2 << 30

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("hostile")]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory, day):
    """A day with two good plis among a dozen hostile files."""
    workspace = fresh(tmp_path_factory.mktemp("hostiles") / "espace", day)
    workspace.know_demandes()
    workspace.drop(GOOD)
    for make in (*OVER, *DAMAGED, *HARMLESS):
        path = workspace.inbox / "papier-guichet" / f"{make.__name__}.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make())
        ok_path(path).touch()
    return workspace, workspace.pli("traiter")


def bilan_of(workspace, make):
    (bilan,) = workspace.bilans_of(f"{make.__name__}.pdf")
    return bilan


def test_the_run_ends_and_says_that_something_was_set_aside(mixed):
    _, done = mixed
    assert done.returncode == hostile.SOME_SET_ASIDE, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("make", OVER, ids=lambda make: make.__name__)
def test_a_file_over_its_quota_is_rejected(mixed, make):
    bilan = bilan_of(mixed[0], make)
    assert (bilan["etat"], bilan["registre"]["recues"]) == ("rejete", 0)


@pytest.mark.parametrize("make", DAMAGED, ids=lambda make: make.__name__)
def test_a_file_that_cannot_be_opened_is_set_aside(mixed, make):
    bilan = bilan_of(mixed[0], make)
    assert (bilan["etat"], bilan["registre"]["recues"]) == ("quarantaine", 0)


@pytest.mark.parametrize("make", HARMLESS, ids=lambda make: make.__name__)
def test_a_file_that_only_looks_dangerous_is_judged_by_its_pages(mixed, make):
    assert bilan_of(mixed[0], make)["registre"]["recues"] == 1


@pytest.mark.parametrize("name", GOOD)
def test_the_good_plis_are_what_they_are_on_a_good_day(mixed, day, name):
    assert hostile.lasting(mixed[0].bilans_of(name)) == hostile.lasting(day.bilans_of(name))


def test_the_world_is_sound(mixed):
    with mixed[0].house() as house:
        assert check_world(house) == []


@pytest.mark.faults
@pytest.mark.timeout(3600)
@pytest.mark.skipif("PLI_CORPUS" not in os.environ, reason="PLI_CORPUS names no corpus of malformed files")
def test_a_thousand_broken_files_end_with_a_reason_and_the_good_ones_unchanged(tmp_path):
    files = hostile.hostile_files(Path(os.environ["PLI_CORPUS"]))
    alone, all_of_them = hostile.treated(tmp_path / "bons", {}), hostile.treated(tmp_path / "tous", files)
    assert (alone.run.status, all_of_them.run.status) == (hostile.NOTHING_WRONG, hostile.SOME_SET_ASIDE)
    assert "Traceback" not in all_of_them.run.said
    assert not [name for name in files if not all(hostile.outcome(all_of_them, name))]
    assert hostile.changed(alone, all_of_them) == []
    assert all_of_them.run.pss < TREE_MAX
