"""What a bucket of blobs has of its own."""

import hashlib
import subprocess
import sys
import time

import pytest
from obstore.exceptions import AlreadyExistsError

from pipeline.errors import Defect, Unavailable
from pipeline.store.blobs import blobs_at
from pipeline.store.blobs.s3 import PART, BlobsS3

PUT_FILE = """
import re, sys
from pathlib import Path
from pipeline.store.blobs import blobs_at

def peak():
    return 1024 * int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])

blobs = blobs_at(sys.argv[1], Path(sys.argv[2]))
blobs.put(b"page")
before = peak()
name = blobs.put_file(Path(sys.argv[3]))
put = peak() - before
with blobs.local(name):
    print(put, peak() - before)
"""
LARGE, ROOM = 64 << 20, 50_000_000


def path_of(name):
    return f"{name[:2]}/{name}"


def test_keys_are_spread_as_in_a_folder(in_bucket, place, s3):
    name = in_bucket.put(b"page")
    assert s3.keys(place) == [f"{name[:2]}/{name}"]


def test_a_file_is_never_whole_in_memory_on_its_way_there_nor_back(place, tmp_path):
    path = tmp_path / "lot.pdf"
    with path.open("wb") as file:
        file.truncate(LARGE)
    words = [sys.executable, "-c", PUT_FILE, place, str(tmp_path / "copies"), str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    put, lent = map(int, done.stdout.split())
    assert put < ROOM
    assert lent < ROOM


def test_what_was_changed_there_is_never_believed(in_bucket, place, s3, tmp_path):
    name = in_bucket.put(b"page")
    s3.write(place, path_of(name), b"autre")
    with pytest.raises(Defect, match=name):
        in_bucket.get(name)
    with pytest.raises(Defect, match=name), in_bucket.local(name):
        pytest.fail("it is not what its name says")
    assert in_bucket.digest(name) == hashlib.sha256(b"autre").hexdigest()
    assert list((tmp_path / "copies").iterdir()) == []


def test_what_others_keep_in_the_bucket_is_not_ours(in_bucket, place, s3):
    name = in_bucket.put(b"page")
    beside = f"{name[:2]}/lettre.txt", f"{name[:2]}/{'0' * 64}", f"{path_of(name)}/x", f"{name[:2]}/cd/ef"
    for path in beside:
        s3.write(place, path, b"autre")
    assert [kept.name for kept in in_bucket.listed(name[:2])] == [name]


def test_its_age_is_counted_on_one_clock(in_bucket, place, tmp_path, monkeypatch):
    name = in_bucket.put(b"page")
    ahead = time.time() + 7200
    monkeypatch.setattr("pipeline.store.blobs.s3.time.time", lambda: ahead)
    (kept,) = blobs_at(place, tmp_path).listed(name[:2])
    assert ahead - 60 < kept.since < ahead + 2


def test_a_server_that_knows_no_condition_keeps_the_same_bytes_again(place, tmp_path, monkeypatch):
    monkeypatch.setenv("AWS_CONDITIONAL_PUT", "disabled")
    blobs = blobs_at(place, tmp_path)
    assert blobs.get(blobs.put(b"page")) == blobs.get(blobs.put(b"page")) == b"page"


def test_a_bucket_that_is_taken_away_is_an_outage_and_no_loss(in_bucket, place, s3, tmp_path):
    s3.drop(place)
    large = tmp_path / "lot.pdf"
    large.write_bytes(bytes(PART + 1))
    for put in (lambda: in_bucket.put(b"page"), lambda: in_bucket.put_file(large)):
        with pytest.raises(Unavailable, match="n'existe plus"):
            put()


def test_what_is_said_to_be_there_and_is_not_is_put_again_later(in_bucket, monkeypatch):
    class Undecided:
        """Said by a server that is removing the same bytes."""

        def put(self, *_args, **_options):
            raise AlreadyExistsError

        def __getattr__(self, name):
            return getattr(store, name)

    assert isinstance(in_bucket, BlobsS3)
    store = in_bucket._store
    monkeypatch.setattr(in_bucket, "_store", Undecided())
    with pytest.raises(Unavailable, match="deux écritures"):
        in_bucket.put(b"page")
