"""What a folder of blobs has of its own."""

import hashlib
import os
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from pipeline.store.blobs import PREFIXES, BlobsFolder


@given(content=st.binary(max_size=50))
def test_any_bytes_are_got_back_under_their_hash(tmp_path_factory, content):
    blobs = BlobsFolder(tmp_path_factory.getbasetemp() / "blobs")
    name = blobs.put(content)
    assert name == hashlib.sha256(content).hexdigest()
    assert blobs.get(name) == content


def test_the_same_bytes_are_not_written_again(tmp_path):
    blobs = BlobsFolder(tmp_path)
    path = blobs.path(blobs.put(b"page"))
    os.utime(path, (0, 0))
    blobs.put(b"page")
    assert path.stat().st_mtime == 0
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [path]
    assert path.parent.name == path.name[:2]


def test_a_file_is_never_whole_in_memory(tmp_path):
    blobs, path = BlobsFolder(tmp_path / "blobs"), tmp_path / "lot.pdf"
    path.write_bytes(bytes(8_000_000))
    tracemalloc.start()
    name = blobs.put_file(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000
    assert blobs.get(name) == path.read_bytes()


def test_what_is_lent_is_the_file_itself(tmp_path):
    blobs = BlobsFolder(tmp_path)
    name = blobs.put(b"page")
    with blobs.local(name) as lent:
        assert lent == blobs.path(name)


def test_what_lies_there_is_told_as_it_is_today(tmp_path):
    blobs = BlobsFolder(tmp_path)
    name = blobs.put(b"page")
    blobs.path(name).write_bytes(b"autre")
    assert blobs.digest(name) == hashlib.sha256(b"autre").hexdigest()


def test_drafts_are_no_blobs(tmp_path):
    blobs = BlobsFolder(tmp_path)
    name = blobs.put(b"page")
    blobs.path(name).with_name(".x.tmp").write_bytes(b"draft")
    assert [kept.name for prefix in PREFIXES for kept in blobs.listed(prefix)] == [name]
