"""Bytes kept under their own name."""

import hashlib
import os
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from pipeline.store.blobs import PREFIXES, Blobs


@given(content=st.binary(max_size=50))
def test_what_is_put_is_got_back_under_its_hash(tmp_path_factory, content):
    blobs = Blobs(tmp_path_factory.getbasetemp() / "blobs")
    name = blobs.put(content)
    assert name == hashlib.sha256(content).hexdigest()
    assert blobs.get(name) == content


def test_the_same_bytes_are_kept_once_and_not_written_again(tmp_path):
    blobs = Blobs(tmp_path)
    path = blobs.path(blobs.put(b"page"))
    os.utime(path, (0, 0))
    blobs.put(b"page")
    assert path.stat().st_mtime == 0
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [path]
    assert path.parent.name == path.name[:2]


def test_a_file_is_kept_like_its_bytes_without_ever_being_whole_in_memory(tmp_path):
    blobs, path = Blobs(tmp_path / "blobs"), tmp_path / "lot.pdf"
    path.write_bytes(bytes(8_000_000))
    tracemalloc.start()
    name = blobs.put_file(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000
    assert (blobs.get(name), name) == (path.read_bytes(), blobs.put(bytes(8_000_000)))


def test_what_lies_there_is_told_as_it_is_today(tmp_path):
    blobs = Blobs(tmp_path)
    name = blobs.put(b"page")
    assert blobs.digest(name) == name
    blobs.path(name).write_bytes(b"autre")
    assert blobs.digest(name) == hashlib.sha256(b"autre").hexdigest()
    blobs.path(name).unlink()
    assert blobs.digest(name) is None


def test_blobs_are_listed_by_the_beginning_of_their_name_without_drafts(tmp_path):
    blobs = Blobs(tmp_path)
    names = sorted(blobs.put(str(n).encode()) for n in range(20))
    blobs.path(names[0]).with_name(".x.tmp").write_bytes(b"draft")
    listed = [kept for prefix in PREFIXES for kept in sorted(blobs.listed(prefix), key=lambda kept: kept.name)]
    assert [kept.name for kept in listed] == names
    assert sum(kept.octets for kept in listed) == blobs.octets(names)


def test_what_is_removed_is_gone_and_removing_again_changes_nothing(tmp_path):
    blobs = Blobs(tmp_path)
    gone, kept = blobs.put(b"a"), blobs.put(b"b")
    for _ in range(2):
        blobs.remove([gone])
        assert (blobs.digest(gone), blobs.digest(kept)) == (None, kept)
    assert blobs.octets([gone, kept]) == 1
