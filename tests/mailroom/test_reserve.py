"""What is asked of a disk before a drop is taken."""

from types import SimpleNamespace

import pytest

from pipeline.mailroom import reserve
from pipeline.mailroom.reserve import RESERVE_OCTETS, shortage, weight

GIGA = 1_000_000_000


@pytest.fixture
def disk(monkeypatch):
    """Every place is on one disk, of which so much is free."""

    def make(total, free):
        monkeypatch.setattr(reserve.shutil, "disk_usage", lambda _place: SimpleNamespace(total=total, free=free))

    return make


@pytest.mark.parametrize(
    ("total", "free", "octets", "is_short"),
    [
        (500 * GIGA, RESERVE_OCTETS, 0, False),
        (500 * GIGA, RESERVE_OCTETS - 1, 0, True),
        (500 * GIGA, RESERVE_OCTETS + 100, 50, False),
        (500 * GIGA, RESERVE_OCTETS + 100, 51, True),
        (10 * GIGA, GIGA // 2, 0, False),
        (10 * GIGA, GIGA // 2 - 1, 0, True),
    ],
)
def test_a_share_of_a_small_disk_and_two_gigabytes_of_a_large_one_are_kept(
    disk, tmp_path, total, free, octets, is_short
):
    disk(total, free)
    assert (shortage([tmp_path], octets) is not None) == is_short


def test_the_sentence_says_which_disk_and_how_much(disk, tmp_path):
    disk(10 * GIGA, 12_300_000)
    said = shortage([tmp_path / "not" / "there" / "yet"])
    assert str(tmp_path) in said
    assert "12,3 Mo libres" in said
    assert "500,0 Mo" in said


def test_each_disk_is_looked_at(tmp_path, monkeypatch):
    free = {"full": 0, "empty": GIGA}
    (tmp_path / "full").mkdir()
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(reserve.shutil, "disk_usage", lambda place: SimpleNamespace(total=GIGA, free=free[place.name]))
    assert shortage([tmp_path / "empty"]) is None
    assert "full" in shortage([tmp_path / "empty", tmp_path / "full"])


def test_a_folder_weighs_what_its_files_do_and_what_has_gone_nothing(tmp_path):
    folder = tmp_path / "lot"
    folder.mkdir()
    (folder / "1.png").write_bytes(bytes(10))
    (folder / "2.png").write_bytes(bytes(5))
    assert (weight(folder), weight(folder / "1.png"), weight(tmp_path / "gone.pdf")) == (15, 10, 0)
