"""A bucket is opened, asked with patience, and what goes wrong is said in our terms."""

import socket
import time
from contextlib import closing
from datetime import timedelta

import pytest

from pipeline.errors import Misuse, Unavailable
from pipeline.store.blobs import blobs_at, bucket
from pipeline.store.blobs.bucket import Bucket
from tests.s3 import SECRET, free_port, s3_server


def closed_port(monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{free_port()}")


@pytest.mark.parametrize("url", ["s3://", "s3:///pli", "s3://cle:mot@seau/pli", "s3://seau/pli?cle=x", "s3://seau#x"])
def test_a_url_names_a_place_and_nothing_else(url):
    with pytest.raises(Misuse, match="AWS_SECRET_ACCESS_KEY") as told:
        Bucket(url)
    assert "mot@" not in str(told.value)


def test_who_is_not_let_in_is_told_at_once_and_no_secret_is(place, s3):
    with s3.asking_who(), pytest.raises(Misuse, match=r"refuse l'accès \(réponse 403\)") as told:
        Bucket(place)
    assert SECRET not in str(told.value)


def test_a_bucket_that_does_not_exist_is_named(s3):
    with pytest.raises(Misuse, match="le seau de s3://nulle-part/pli n'existe pas"):
        Bucket("s3://nulle-part/pli")


def test_papers_do_not_travel_unciphered_unless_a_person_allows_it(place, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://stockage.example:9000")
    with pytest.raises(Misuse, match="https://"):
        Bucket(place)


def test_a_variable_that_makes_no_sense_is_our_own_fault(place, monkeypatch):
    monkeypatch.setenv("AWS_CONDITIONAL_PUT", "peut-être")
    with pytest.raises(Misuse, match="AWS_"):
        Bucket(place)


def test_a_bucket_that_does_not_answer_is_opened_all_the_same_asked_once_and_left_alone(place, monkeypatch, tmp_path):
    closed_port(monkeypatch)
    blobs = blobs_at(place, tmp_path)
    with pytest.raises(Unavailable, match="ne répond pas"):
        blobs.put(b"page")
    before = time.monotonic()
    for _ in range(100):
        with pytest.raises(Unavailable, match="ne répond pas"):
            blobs.put(b"page")
    assert time.monotonic() - before < 1


def test_patience_has_an_end_and_a_bucket_that_is_back_is_asked_again(monkeypatch, tmp_path):
    monkeypatch.setattr(bucket, "REST_S", 0.0)
    with s3_server() as own:
        for name, value in own.environ.items():
            monkeypatch.setenv(name, value)
        blobs = blobs_at(own.bucket(), tmp_path)
        name = blobs.put(b"page")
        own.stop()
        before = time.monotonic()
        for ask in (lambda: blobs.get(name), lambda: blobs.put(b"autre")):
            with pytest.raises(Unavailable, match="ne répond pas"):
                ask()
        assert time.monotonic() - before < 20
        own.start()
        assert blobs.get(name) == b"page"


def test_a_bucket_that_was_slow_when_it_was_opened_is_asked_all_the_same(monkeypatch, tmp_path, caplog):
    with s3_server() as own:
        for name, value in own.environ.items():
            monkeypatch.setenv(name, value)
        place = own.bucket()
        own.stop()
        blobs = blobs_at(place, tmp_path)
        assert "ne répond pas" in caplog.text
        own.start()
        assert blobs.get(blobs.put(b"page")) == b"page"


def test_a_bucket_that_hangs_is_not_waited_for_for_ever(place, monkeypatch, tmp_path):
    monkeypatch.setattr(bucket, "ANSWER_S", 0.3)
    monkeypatch.setattr(bucket, "GLANCE_S", 0.3)
    monkeypatch.setattr(bucket, "PATIENT", {"max_retries": 1, "retry_timeout": timedelta(seconds=1)})
    with closing(socket.create_server(("127.0.0.1", 0))) as deaf:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{deaf.getsockname()[1]}")
        blobs = blobs_at(place, tmp_path)
        with pytest.raises(Unavailable, match="ne répond pas"):
            blobs.get("0" * 64)


def test_access_that_is_withdrawn_later_is_waited_for(in_bucket, s3):
    with s3.asking_who():
        for ask in (lambda: in_bucket.put(b"page"), lambda: in_bucket.get("0" * 64)):
            with pytest.raises(Unavailable, match="refuse l'accès"):
                ask()
    assert in_bucket.get(in_bucket.put(b"page")) == b"page"
