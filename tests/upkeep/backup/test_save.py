"""A workspace is saved while it works: whole or not at all, and only what is new."""

import os
import threading
from contextlib import closing

import pytest

from pipeline.engine import lock
from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from pipeline.errors import Misuse
from pipeline.store import journal
from pipeline.store.blobs import PREFIXES
from pipeline.upkeep.backup import save
from pipeline.upkeep.backup.shelf import Shelf
from pipeline.upkeep.purge import purge
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import file_pli, knowing, opened
from tests.upkeep.backup.conftest import quiet

LONG_AFTER = "2026-09-01T12:00:00+02:00"


def blobs(place):
    with closing(opened(place.racine)) as house:
        return {kept.name for prefix in PREFIXES for kept in house.store.blobs.listed(prefix)}


def kept(place):
    return {path.name for path in (place.backup / "contenus").rglob("*") if path.is_file()}


def test_every_blob_and_every_setting_is_there_and_nobody_else_may_look(place, pli):
    (place.racine / "config" / "cles.toml").write_text('[cles]\nD0 = "secret"\n')
    manifest = place.save().manifest
    assert blobs(place) <= manifest.contents.keys() == kept(place)
    assert {"config/cles.toml", "config/demandes.json"} <= manifest.files.keys()
    assert all(Shelf(place.backup).is_whole(name) for name in manifest.contents)
    assert place.backup.stat().st_mode & 0o077 == 0
    assert not [path for path in place.backup.iterdir() if path.name.startswith(".")]


def test_saving_again_copies_what_is_new_alone(place, pli):
    first = place.save()
    assert place.save().copied <= 1, "the database at most"
    with closing(opened(place.racine)) as house:
        file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin(mois="avril 2026"), rank=2)
    again = place.save()
    assert 0 < again.copied < first.copied + 1
    assert blobs(place) <= again.manifest.contents.keys()


def test_a_content_that_lost_bytes_on_the_way_is_copied_again(place, pli):
    place.save()
    shelf = Shelf(place.backup)
    name = min(blobs(place))
    os.truncate(shelf.path(name), 1)
    place.save()
    assert shelf.is_whole(name)


@pytest.mark.parametrize("left", [".base.tmp", ".base.tmp-journal", ".base.tmp-wal", ".k3f9x_2a.tmp"])
def test_what_a_death_left_on_the_way_is_no_obstacle_and_is_gone(place, pli, left):
    place.save()
    (place.backup / left).write_bytes(b"rompu")
    place.save()
    assert not (place.backup / left).exists()


def test_what_no_row_names_is_not_saved(place, pli):
    folder = place.racine / "outbox" / "quarantaine" / "T10"
    folder.mkdir(parents=True)
    (folder / "inconnu-1.pdf").write_bytes(b"x")
    with closing(opened(place.racine)) as house:
        stray = house.store.blobs.put(b"que rien ne nomme")
    manifest = place.save().manifest
    assert stray not in manifest.contents
    assert not any(path.startswith("outbox/quarantaine") for path in manifest.files)


def test_what_was_purged_leaves_the_backup_at_the_next_one(place, pli):
    with place.night() as house:
        deverse(house, quiet)
        tell(house, quiet)
    images = blobs(place)
    assert images <= place.save().manifest.contents.keys()
    with closing(opened(place.racine, LONG_AFTER)) as house:
        purge(house, do=True)
    after = place.save(LONG_AFTER).manifest
    register = {name for path, name in after.files.items() if path.startswith("outbox/sne")}
    assert kept(place) == set(after.contents)
    assert images & kept(place) <= register


def test_a_blob_that_is_lost_or_spoilt_here_is_said(place, pli):
    lost, spoilt, *_ = sorted(blobs(place))
    folder = place.racine / "var" / "blobs"
    (folder / lost[:2] / lost).unlink()
    (folder / spoilt[:2] / spoilt).write_bytes(b"autre chose")
    manifest = place.save().manifest
    assert set(manifest.missing) == {lost, spoilt}
    assert not {lost, spoilt} & manifest.contents.keys()


def test_a_blob_that_is_lost_here_and_was_saved_before_is_still_in_the_backup(place, pli):
    place.save()
    lost = min(blobs(place))
    (place.racine / "var" / "blobs" / lost[:2] / lost).unlink()
    manifest = place.save().manifest
    assert (manifest.missing, lost in manifest.contents) == ((), True)


def test_a_purge_waits_and_work_goes_on_while_the_database_is_copied(place, pli, monkeypatch):
    seen = {}

    def finish(self, manifest):
        work = lock.Work(place.racine)
        seen["work"] = work.take()
        work.let_go()
        waiting = threading.Thread(target=purging, daemon=True)
        waiting.start()
        waiting.join(0.3)
        seen["purging"] = waiting.is_alive()
        original(self, manifest)

    def purging():
        with lock.sole(place.racine, quiet):
            seen["purged"] = True

    original = Shelf.finish
    monkeypatch.setattr(Shelf, "finish", finish)
    place.save()
    assert (seen["work"], seen["purging"]) == (True, True)


def test_a_save_that_dies_before_its_end_leaves_the_last_backup_whole(place, pli, monkeypatch):
    first = place.save().manifest
    with closing(opened(place.racine)) as house:
        file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin(mois="avril 2026"), rank=2)
    monkeypatch.setattr(Shelf, "finish", lambda _self, _manifest: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        place.save()
    monkeypatch.undo()
    shelf = Shelf(place.backup)
    assert shelf.manifest() == first
    assert all(shelf.is_whole(name) for name in first.contents)
    assert place.save().manifest.contents.keys() == kept(place)


def test_a_first_save_that_dies_is_no_backup_and_is_gone_on_with(place, pli, monkeypatch):
    monkeypatch.setattr(Shelf, "finish", lambda _self, _manifest: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        place.save()
    monkeypatch.undo()
    assert Shelf(place.backup).manifest() is None
    with pytest.raises(Misuse, match="jamais été finie"):
        place.restore()
    assert place.save().copied <= 1


@pytest.mark.parametrize("where", ["espace/sauvegarde", "espace", "."])
def test_a_backup_and_its_workspace_do_not_lie_in_each_other(place, pli, where):
    with closing(opened(place.racine)) as house, pytest.raises(Misuse, match="l'un dans l'autre"):
        save(house, place.racine.parent / where, quiet, quiet)


def test_a_folder_of_somebody_else_is_left_alone(place, pli):
    place.backup.mkdir()
    (place.backup / "photo.jpg").write_bytes(b"x")
    with pytest.raises(Misuse, match="autre chose"):
        place.save()
    assert place.backup.stat().st_mode & 0o077


def test_an_empty_workspace_does_not_take_the_place_of_a_full_one(place, pli):
    with closing(opened(place.racine)) as house, house.store.begin() as tx:
        journal.note(tx, house.settings.now(), pli, "essai")
    manifest = place.save().manifest
    other = knowing(place.racine.with_name("autre"), {MARTIN: {}})
    with closing(opened(other)) as house, pytest.raises(Misuse, match="n'est pas un passé"):
        save(house, place.backup, quiet, quiet)
    assert Shelf(place.backup).manifest() == manifest


def test_what_was_taken_and_is_not_recorded_yet_is_saved_too(place, pli):
    taking = place.racine / "var" / "prises" / "abc"
    taking.mkdir(parents=True)
    (taking / "contenu").write_bytes(b"%PDF")
    assert "var/prises/abc/contenu" in place.save().manifest.files


def test_a_database_that_is_a_server_is_saved_by_its_own_tools(place, pli, tmp_path):
    class Elsewhere:
        racine = place.racine

        class settings:  # noqa: N801 - stands for a field
            base = "postgresql://nulle-part/pli"

    with pytest.raises(Misuse, match="pg_dump"):
        save(Elsewhere(), tmp_path / "s", quiet, quiet)


def test_two_saves_to_one_place_do_not_meet(place, pli):
    with Shelf(place.backup).taking(place.racine), pytest.raises(Misuse, match="en cours"):
        place.save()
