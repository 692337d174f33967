"""Blobs in a bucket that speaks S3, under the keys that they would have in a folder."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path

from obstore.exceptions import AlreadyExistsError

from pipeline.errors import Defect, Unavailable
from pipeline.store.blobs.bucket import WITNESS, Bucket
from pipeline.store.blobs.copies import Copies
from pipeline.store.blobs.digest import digest_of
from pipeline.store.blobs.port import Kept

PART = 8 << 20
"""What goes in one request, in bytes: more goes by parts, so that each is answered in time, and tried again alone."""
PARTS_AT_ONCE = 4
HEADS_AT_ONCE = 16
_NAME = re.compile(r"[0-9a-f]{64}")


class BlobsS3:
    """A bucket of blobs; see :class:`~pipeline.store.blobs.port.Blobs`. What is got is never believed unread."""

    def __init__(self, bucket: Bucket, copies: Copies) -> None:
        self._bucket = bucket
        self._store = bucket.store
        self._copies = copies

    def put(self, content: bytes) -> str:
        name = hashlib.sha256(content).hexdigest()
        self._put(name, content, len(content))
        return name

    def put_file(self, source: Path) -> str:
        octets = source.stat().st_size
        if octets <= PART:
            return self.put(source.read_bytes())
        name = digest_of(source)
        self._put(name, source, octets)
        return name

    def get(self, name: str) -> bytes:
        """Return the bytes of that name; FileNotFoundError when there are none, Defect when they are others."""
        content = b"".join(self._parts(name))
        if hashlib.sha256(content).hexdigest() != name:
            raise Defect(f"blob {name} is not what its name says")
        return content

    def local(self, name: str) -> AbstractContextManager[Path]:
        """Lend the bytes of that name as a file; FileNotFoundError when there are none, Defect when they are others."""
        return self._copies.lend(name, lambda: self._parts(name))

    def digest(self, name: str) -> str | None:
        found = hashlib.sha256()
        try:
            for part in self._parts(name):
                found.update(part)
        except FileNotFoundError:
            return None
        return found.hexdigest()

    def octets(self, names: Iterable[str]) -> int:
        with ThreadPoolExecutor(HEADS_AT_ONCE, "blobs") as crowd:
            return sum(crowd.map(lambda name: self._size(name) or 0, names))

    def listed(self, prefix: str) -> Iterator[Kept]:
        with self._bucket.asking():
            found = self._store.list(prefix).collect()
        for meta in found:
            name = meta["path"].rpartition("/")[2]
            if _NAME.fullmatch(name) and meta["path"] == _key(name):  # what others keep in the bucket is not ours
                yield Kept(name, meta["size"], meta["last_modified"].timestamp() + self._behind_s)

    def remove(self, names: Iterable[str]) -> None:
        going = list(names)
        self._copies.forget(going)
        if going:
            with self._bucket.asking():
                self._store.delete([_key(name) for name in going])

    def _put(self, name: str, source: bytes | Path, octets: int) -> None:
        """Send what is not there yet: in one request that changes nothing when it is, or by parts."""
        try:
            with self._bucket.asking():
                if isinstance(source, bytes) and octets <= PART:
                    self._create(name, source)
                elif self._size(name) is None:
                    self._store.put(
                        _key(name), source, use_multipart=True, chunk_size=PART, max_concurrency=PARTS_AT_ONCE
                    )
        except FileNotFoundError as error:
            raise Unavailable("le seau des contenus (PLI_BLOBS) n'existe plus") from error

    def _create(self, name: str, content: bytes) -> None:
        try:
            self._store.put(_key(name), content, mode="create", use_multipart=False)
        except NotImplementedError:  # AWS_CONDITIONAL_PUT=disabled: the same bytes may be written again
            self._store.put(_key(name), content, use_multipart=False)
        except AlreadyExistsError as error:  # said too of what somebody else is putting or removing right now
            if self._size(name) is None:
                raise Unavailable(
                    "le stockage des contenus (PLI_BLOBS) n'a pas tranché entre deux écritures"
                ) from error

    def _size(self, name: str) -> int | None:
        """Return how many bytes a blob has; None when it is not there."""
        try:
            with self._bucket.asking():
                return self._store.head(_key(name))["size"]
        except FileNotFoundError:
            return None

    def _parts(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of that name; those of a large one in several requests, each answered in time."""
        key = _key(name)
        try:
            with self._bucket.asking():
                answer = self._store.get(key)
                size = answer.meta["size"]
                whole = answer.bytes() if size <= PART else None
            if whole is not None:
                yield whole.to_bytes()
                return
            for start in range(0, size, PART):
                with self._bucket.asking():
                    part = self._store.get_range(key, start=start, end=min(start + PART, size))
                yield part.to_bytes()
        except FileNotFoundError as error:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name) from error

    @cached_property
    def _behind_s(self) -> float:
        """By how much the clock of the bucket is behind ours, in seconds, less than one too many: as it dates a write.

        Ages are counted on one clock: an hour of ours is an hour of theirs.
        """
        with self._bucket.asking():
            self._store.put(WITNESS, b"", use_multipart=False)
            written = self._store.head(WITNESS)["last_modified"]
        return time.time() - written.timestamp()


def _key(name: str) -> str:
    return f"{name[:2]}/{name}"
