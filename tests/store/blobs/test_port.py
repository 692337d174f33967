"""Bytes kept under their own name, wherever they are kept."""

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.store.blobs import PREFIXES

NOBODY = "0" * 64
PARTS = bytes(20_000_000)


@pytest.mark.parametrize("content", [b"", b"page", bytes(range(256)) * 9])
def test_what_is_put_is_got_back_under_its_hash(blobs, content):
    name = blobs.put(content)
    assert name == hashlib.sha256(content).hexdigest()
    assert blobs.get(name) == content
    assert blobs.digest(name) == name
    with blobs.local(name) as path:
        assert path.read_bytes() == content


def test_the_same_bytes_are_kept_once(blobs, tmp_path):
    path = tmp_path / "page.png"
    path.write_bytes(b"page")
    (name,) = {blobs.put(b"page"), blobs.put(b"page"), blobs.put_file(path)}
    assert [kept.octets for kept in blobs.listed(name[:2])] == [4]


def test_the_same_bytes_put_by_several_at_once_are_there_for_each(blobs):
    with ThreadPoolExecutor(8) as crowd:
        (name,) = set(crowd.map(blobs.put, [b"page" * 1000] * 24))
    assert blobs.get(name) == b"page" * 1000


def test_a_large_file_is_kept_like_its_bytes(blobs, tmp_path):
    path = tmp_path / "lot.pdf"
    path.write_bytes(PARTS)
    name = blobs.put_file(path)
    assert (blobs.put(PARTS), blobs.put_file(path)) == (name, name)
    assert blobs.get(name) == PARTS
    assert blobs.digest(name) == name
    with blobs.local(name) as lent:
        assert lent.read_bytes() == PARTS


def test_what_nobody_put_is_not_there(blobs):
    with pytest.raises(FileNotFoundError) as told:
        blobs.get(NOBODY)
    assert told.value.strerror, "whoever says what went wrong quotes this"
    with pytest.raises(FileNotFoundError), blobs.local(NOBODY):
        pytest.fail("there is nothing to lend")
    assert blobs.digest(NOBODY) is None
    assert blobs.octets([NOBODY]) == 0


def test_blobs_are_listed_by_the_beginning_of_their_name(blobs):
    before = time.time()
    names = sorted(blobs.put(str(n).encode()) for n in range(20))
    prefixes = [prefix for prefix in PREFIXES if prefix in {name[:2] for name in names} | {"00", "ff"}]
    listed = [kept for prefix in prefixes for kept in sorted(blobs.listed(prefix), key=lambda kept: kept.name)]
    assert [kept.name for kept in listed] == names
    assert sum(kept.octets for kept in listed) == blobs.octets(names) == 30
    assert all(before - 2 < kept.since < time.time() + 2 for kept in listed)


def test_what_is_removed_is_gone_and_removing_again_changes_nothing(blobs):
    gone, kept = blobs.put(b"a"), blobs.put(b"b")
    for _ in range(2):
        blobs.remove(name for name in [gone])
        assert (blobs.digest(gone), blobs.digest(kept)) == (None, kept)
    blobs.remove([])
    assert blobs.octets([gone, kept]) == 1
    assert blobs.put(b"a") == gone
    assert blobs.get(gone) == b"a"


def test_no_copy_outlives_what_is_removed(blobs, tmp_path):
    name = blobs.put(b"piece")
    with blobs.local(name):
        pass
    blobs.remove([name])
    with pytest.raises(FileNotFoundError), blobs.local(name):
        pytest.fail("it was removed")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
