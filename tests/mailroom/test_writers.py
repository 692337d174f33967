"""Whoever has a file open for writing is known, as long as it is."""

import os

import pytest

from pipeline.mailroom import writers
from pipeline.mailroom.writers import is_being_written


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x")
    return path


@pytest.mark.parametrize("flags", [os.O_WRONLY, os.O_RDWR, os.O_WRONLY | os.O_APPEND])
def test_a_file_is_being_written_until_its_writer_closes_it(path, flags):
    descriptor = os.open(path, flags)
    assert is_being_written(path)
    os.close(descriptor)
    assert not is_being_written(path)


def test_readers_are_no_writers_and_we_are_not_in_the_way_of_any(path):
    with path.open("rb"):
        assert is_being_written(path) is False
    with path.open("ab") as file:
        file.write(b"y")
    assert path.read_bytes() == b"xy"


def test_where_the_kernel_does_not_tell_it_is_not_known(path, monkeypatch):
    def refuse(*_arguments):
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(writers.fcntl, "fcntl", refuse)
    assert is_being_written(path) is None


def test_what_does_not_open_says_so(path):
    path.unlink()
    with pytest.raises(FileNotFoundError):
        is_being_written(path)
    path.symlink_to("/etc/hostname")
    with pytest.raises(OSError, match="symbolic links"):
        is_being_written(path)
