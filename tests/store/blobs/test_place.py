"""Where blobs are kept is said by one setting."""

import pytest

from pipeline.errors import Misuse
from pipeline.store.blobs import BlobsFolder, blobs_at
from pipeline.store.blobs.s3 import BlobsS3


def test_a_path_is_a_folder_and_an_s3_url_a_bucket(tmp_path, place):
    assert isinstance(blobs_at(str(tmp_path), tmp_path), BlobsFolder)
    assert isinstance(blobs_at(place, tmp_path), BlobsS3)


@pytest.mark.parametrize("place", ["gs://seau/pli", "https://seau.example/pli", "file:///srv/pli"])
def test_what_is_neither_is_refused(tmp_path, place):
    with pytest.raises(Misuse, match="s3://seau/chemin"):
        blobs_at(place, tmp_path)
