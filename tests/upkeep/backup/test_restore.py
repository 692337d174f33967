"""A workspace is made anew where there was nothing, from a backup that is whole; cut, it goes on."""

from contextlib import closing
from dataclasses import replace

import pytest

from pipeline.errors import Misuse, Unavailable
from pipeline.sne.fichier import SneFichier
from pipeline.store import deposits, lots
from pipeline.upkeep.backup import pending, refuse_unfinished, restore
from pipeline.upkeep.backup.pending import Phase
from pipeline.upkeep.backup.shelf import Shelf
from pipeline.upkeep.check_world import check_world
from tests.store.shelf import bilan_of, opened
from tests.upkeep.backup.conftest import NEXT_DAY, quiet

ENVIRON = {"PLI_MAINTENANT": NEXT_DAY}


def test_what_was_saved_is_there_again_with_its_accounts_and_nothing_is_wrong(place, pli):
    (place.racine / "config" / "cles.toml").write_text('[cles]\nD0 = "une-cle"\n')
    place.save()
    told = place.restore()
    assert told.violations == ()
    with place.morning() as house:
        with house.store.begin() as tx:
            assert len(lots.names(tx)) == 1
        assert (house.racine / "outbox" / "bilans" / f"{pli}.json").is_file()
        assert check_world(house) == []
    key = place.anew / "config" / "cles.toml"
    assert (key.read_text(), key.stat().st_mode & 0o777) == ('[cles]\nD0 = "une-cle"\n', 0o600)
    assert (place.anew / "config").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("there", ["var/pli.sqlite", "config/guichets.toml", "autre.txt"])
def test_nothing_is_written_over(place, pli, there):
    place.save()
    (place.anew / there).parent.mkdir(parents=True)
    (place.anew / there).write_bytes(b"x")
    with pytest.raises(Misuse, match="n'est pas vide"):
        place.restore()
    assert not (place.anew / pending.PLACE).exists()


def test_what_the_outside_holds_outlives_the_workspace(place, pli):
    with place.night():
        pass
    place.save()
    dropped = place.anew / "inbox" / "papier-guichet" / "lot.pdf"
    dropped.parent.mkdir(parents=True)
    dropped.write_bytes(b"%PDF")
    place.restore()
    assert dropped.read_bytes() == b"%PDF"


def test_a_register_that_was_a_folder_and_is_lost_comes_back(place, pli):
    with place.night():
        pass
    place.save()
    told = restore(place.backup, place.anew, ENVIRON, quiet, quiet)
    assert (told.reconciled.absent, told.violations) == ((), ())


@pytest.mark.parametrize("spoil", ["cut", "gone", "changed"])
def test_a_backup_that_is_damaged_is_refused_before_anything_is_written(place, pli, spoil):
    manifest = place.save().manifest
    path = Shelf(place.backup).path(manifest.base)
    if spoil == "gone":
        path.unlink()
    else:
        content = path.read_bytes()
        path.write_bytes(content[:-1] if spoil == "cut" else content[:-1] + b"\x01")
    with pytest.raises(Misuse, match="abîmée"):
        restore(place.backup, place.anew, ENVIRON, quiet, quiet)
    assert not place.anew.exists()


def test_a_folder_without_a_backup_is_said_so(place):
    place.backup.mkdir()
    with pytest.raises(Misuse, match="pas de sauvegarde"):
        restore(place.backup, place.anew, ENVIRON, quiet, quiet)


def test_a_backup_of_a_later_program_is_refused(place, pli):
    Shelf(place.backup).finish(replace(place.save().manifest, revision="9999"))
    with pytest.raises(Misuse, match="version plus récente"):
        restore(place.backup, place.anew, ENVIRON, quiet, quiet)


class Died(BaseException):
    """A death, as the code that dies sees it."""


@pytest.mark.parametrize("nth", [1, 11, 15, 21])
def test_a_restore_that_dies_anywhere_says_so_and_goes_on(place, pli, nth):
    place.save()
    calls = iter(range(1, 10_000))

    def step(_done=0, _total=0):
        if next(calls) == nth:
            raise Died

    try:
        restore(place.backup, place.anew, ENVIRON, step, quiet)
    except Died:
        started = (place.anew / pending.PLACE).exists()
        if started:
            phase = pending.read(place.anew).phase
            with pytest.raises(Exception, match="pli restaurer"):
                refuse_unfinished(place.anew, to_look=phase is Phase.COPYING)
        restore(place.backup, place.anew, ENVIRON, quiet, quiet)
    with closing(opened(place.anew, NEXT_DAY)) as house:
        assert check_world(house) == []
    refuse_unfinished(place.anew)


def test_a_register_that_stops_answering_changes_nothing_and_holds_the_workspace(place, pli, monkeypatch):
    place.save()
    with place.night():
        pass

    def silent(_self, _number):
        raise Unavailable("le SNE ne répond pas")

    monkeypatch.setattr(SneFichier, "pieces", silent)
    with pytest.raises(Unavailable):
        place.restore()
    with pytest.raises(Unavailable, match="pli restaurer"):
        refuse_unfinished(place.anew)
    refuse_unfinished(place.anew, to_look=True)
    with place.morning() as house:
        states = {piece.depot.etat for piece in bilan_of(house, pli).pieces}
        assert states == {deposits.TO_DEPOSIT}
    monkeypatch.undo()
    assert len(place.restore().reconciled.found) == 2
    refuse_unfinished(place.anew)


def test_half_of_one_backup_is_not_finished_with_another(place, pli):
    place.save()
    manifest = Shelf(place.backup).manifest()
    pending.write(place.anew, pending.Pending(Phase.COPYING, manifest.at, "autre"))
    with pytest.raises(Misuse, match="une autre sauvegarde"):
        restore(place.backup, place.anew, ENVIRON, quiet, quiet)


def test_what_would_be_erased_by_now_is_said(place, pli):
    with place.night():
        pass
    place.save()
    late = {"PLI_MAINTENANT": "2026-12-01T12:00:00+01:00"}
    told = restore(place.backup, place.anew, late, quiet, quiet)
    assert not told.old.done
    assert told.last == {}
