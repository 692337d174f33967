"""Where blobs are kept, from the setting that says it."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import Misuse
from pipeline.store.blobs.bucket import SCHEME, Bucket
from pipeline.store.blobs.copies import Copies
from pipeline.store.blobs.folder import BlobsFolder
from pipeline.store.blobs.port import Blobs
from pipeline.store.blobs.s3 import BlobsS3


def blobs_at(place: str, copies: Path) -> Blobs:
    """Return the blobs of ``place``, a folder or an ``s3://`` URL; raises Misuse when it is not one that lets us in.

    ``copies``: the folder of this machine for what of a bucket is needed as a file.
    """
    if place.startswith(SCHEME):
        return BlobsS3(Bucket(place), Copies(copies))
    if "://" in place:
        raise Misuse("PLI_BLOBS : écrivez un dossier, ou une adresse s3://seau/chemin.")
    return BlobsFolder(Path(place))
