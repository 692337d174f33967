"""Who may look into a workspace, what its clocks say, and how much room is left."""

import os
import shutil
from types import SimpleNamespace

import pytest

from pipeline.store import journal
from pipeline.upkeep.installation import faults_of_place, place, to_foresee
from tests.store.shelf import opened


def test_a_workspace_that_was_just_made_has_no_fault(house):
    assert faults_of_place(house) == []
    assert to_foresee(house) == []


@pytest.mark.parametrize(("folder", "mode"), [("var", 0o710), ("outbox", 0o755), ("config", 0o751)])
def test_a_folder_that_others_may_look_into_is_said_with_the_command_that_closes_it(house, folder, mode):
    (house.racine / folder).chmod(mode)
    (said,) = faults_of_place(house)
    os.system(said.partition("« ")[2].partition(" »")[0])
    assert faults_of_place(house) == []


def test_a_folder_of_another_account_is_said(house, monkeypatch):
    monkeypatch.setattr(place.os, "geteuid", lambda: 12345)
    assert len(faults_of_place(house)) == len(place.MODES)


def test_a_database_and_blobs_elsewhere_are_looked_at_too(tmp_path):
    elsewhere = tmp_path / "ailleurs"
    (elsewhere / "blobs").mkdir(parents=True)
    (elsewhere / "blobs").chmod(0o755)
    house = opened(tmp_path / "espace", PLI_BASE=f"sqlite:///{elsewhere / 'base'}", PLI_BLOBS=str(elsewhere / "blobs"))
    (elsewhere / "base").chmod(0o644)
    said = faults_of_place(house)
    house.close()
    assert [sentence.partition(" ")[0] for sentence in said] == ["PLI_BASE", "PLI_BLOBS"]


def test_a_clock_that_went_back_is_said(tmp_path):
    house = opened(tmp_path, now="2090-05-06T12:00:00+02:00")
    with house.store.begin() as tx:
        journal.note(tx, house.settings.now(), "pg1", "recu")
    house.close()
    house = opened(tmp_path, now="")
    (said,) = faults_of_place(house)
    house.close()
    assert "en retard" in said


def test_a_disk_whose_clock_is_not_ours_is_said(house, monkeypatch):
    monkeypatch.setattr(place.time, "time", lambda: 1_000_000_000.0)
    (said,) = faults_of_place(house)
    assert "disque" in said


def test_a_rehearsed_instant_in_production_is_said(tmp_path):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "cles.toml").write_text('[cles]\nP1 = "une cle a nous"\n')
    house = opened(tmp_path, PLI_PRODUCTION="oui")
    (said,) = faults_of_place(house)
    house.close()
    assert "PLI_MAINTENANT" in said


def test_little_room_is_said_before_it_is_none(house, monkeypatch):
    small = SimpleNamespace(total=100 * 10**9, used=96 * 10**9, free=4 * 10**9)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: small)
    (said,) = to_foresee(house)
    assert "4.0 Go" in said
