"""A server that speaks S3, and blobs in each place where they may be kept."""

import pytest

from pipeline.store.blobs import blobs_at
from tests.s3 import s3_server


@pytest.fixture(scope="session")
def server():
    with s3_server() as running:
        yield running


@pytest.fixture
def s3(server, monkeypatch):
    """The server, with what tells this process to speak to it."""
    for name, value in server.environ.items():
        monkeypatch.setenv(name, value)
    return server


@pytest.fixture
def place(s3):
    """A place in a new bucket."""
    return s3.bucket()


@pytest.fixture
def in_bucket(place, tmp_path):
    return blobs_at(place, tmp_path / "copies")


@pytest.fixture(params=["dossier", "s3"])
def blobs(request, tmp_path):
    if request.param == "dossier":
        return blobs_at(str(tmp_path / "blobs"), tmp_path / "copies")
    return request.getfixturevalue("in_bucket")
