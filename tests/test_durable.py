"""What is written is there whole, and open to nobody who does not need it."""

import os
import stat

import pytest

from pipeline.durable import SEALED, SHARED, copy_durably, narrow, write_durably


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("given", [SHARED, SEALED])
def test_a_file_has_its_mode_whatever_the_mask_of_the_account(tmp_path, given):
    before = os.umask(0)
    try:
        write_durably(tmp_path / "a", b"contenu", given)
        copy_durably(tmp_path / "a", tmp_path / "b", given)
    finally:
        os.umask(before)
    assert {mode(tmp_path / name) for name in "ab"} == {given}
    assert (tmp_path / "b").read_bytes() == b"contenu"


def test_what_is_sealed_can_still_be_replaced_whole(tmp_path):
    write_durably(tmp_path / "a", b"avant", SEALED)
    write_durably(tmp_path / "a", b"apres")
    assert ((tmp_path / "a").read_bytes(), mode(tmp_path / "a")) == (b"apres", SHARED)


def test_a_write_that_fails_leaves_what_was_there_and_no_draft(tmp_path, monkeypatch):
    write_durably(tmp_path / "a", b"avant")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_durably(tmp_path / "a", b"apres")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"avant")]


@pytest.mark.parametrize(
    ("was", "given", "is_now"),
    [
        (0o755, 0o750, 0o750),
        (0o2777, 0o750, 0o2750),
        (0o1777, 0o700, 0o1700),
        (0o500, 0o750, 0o500),
        (0o700, 0o700, 0o700),
    ],
)
def test_a_door_is_narrowed_never_widened_and_its_other_bits_stay(tmp_path, was, given, is_now):
    tmp_path.chmod(was)
    narrow(tmp_path, given)
    now = mode(tmp_path)
    tmp_path.chmod(0o700)
    assert now == is_now


def test_the_door_of_another_account_is_left_to_it(tmp_path, monkeypatch):
    tmp_path.chmod(0o755)
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    narrow(tmp_path, 0o700)
    assert mode(tmp_path) == 0o755
