"""Blobs: immutable bytes named by their SHA-256, kept in a folder or in a bucket, by one contract."""

from pipeline.store.blobs.folder import BlobsFolder
from pipeline.store.blobs.place import blobs_at
from pipeline.store.blobs.port import PREFIXES, Blobs, Kept

__all__ = ["PREFIXES", "Blobs", "BlobsFolder", "Kept", "blobs_at"]
