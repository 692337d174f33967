"""A bucket as it is opened and asked: with patience that has an end, and errors in our terms.

Where it is and who we are is said by the usual variables (``AWS_ENDPOINT_URL``, ``AWS_ACCESS_KEY_ID``,
``AWS_SECRET_ACCESS_KEY``, ``AWS_REGION``…), which the library reads; they are in no URL and in no log.
"""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError
from obstore.store import S3Store

from pipeline.errors import Misuse, Unavailable

if TYPE_CHECKING:
    from obstore.store import ClientConfig, RetryConfig  # they exist for the types alone

log = logging.getLogger(__name__)

SCHEME = "s3://"
WITNESS = "temoin"
"""An object of ours that is no blob: the bucket is tried with it."""
REST_S = 5.0
"""A bucket that did not answer at work is left alone for that long: a thousand tasks do not wait for it in turn."""
ANSWER_S, GLANCE_S, CONNECT_S = 30.0, 5.0, 5.0
"""How long an answer may take: at work, when a workspace is opened, and for somebody to be there at all."""
PATIENT: RetryConfig = {
    "max_retries": 4,
    "retry_timeout": timedelta(seconds=20),
    "backoff": {"init_backoff": timedelta(milliseconds=200), "max_backoff": timedelta(seconds=2), "base": 2},
}
BRIEF: RetryConfig = {"max_retries": 0}
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_NOWHERE = "169.254.169.254"
"""Who is asked for our credentials when no variable gives any; on many machines nobody."""
_STATUS = re.compile(r"status code: (\d{3})")
_PASSING = frozenset({"408", "425", "429"})
_SIGNED = "vérifiez AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, les droits sur le seau et l'heure du serveur"


class Bucket:
    """A place in a bucket. ``store``: what is called, within :meth:`asking`."""

    def __init__(self, url: str) -> None:
        """Open ``s3://seau/chemin``; raises Misuse when we are not let in. One that does not answer is opened too."""
        self._url = _checked(url)
        self._rests_until = 0.0
        self._try_it(self._opened(GLANCE_S, BRIEF))
        self.store = self._opened(ANSWER_S, PATIENT)

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Turn what goes wrong in a block into Unavailable, but for FileNotFoundError, which may be an answer."""
        if time.monotonic() < self._rests_until:
            raise Unavailable(_silent())
        try:
            yield
        except (PermissionDeniedError, UnauthenticatedError) as error:
            raise Unavailable(f"le stockage des contenus (PLI_BLOBS) refuse l'accès : {_SIGNED}") from error
        except BaseError as error:
            self._rests_until = time.monotonic() + REST_S
            raise Unavailable(_silent(_status(error))) from error

    def _opened(self, answer_s: float, retries: RetryConfig) -> S3Store:
        options: ClientConfig = {
            "connect_timeout": timedelta(seconds=CONNECT_S),
            "timeout": timedelta(seconds=answer_s),
            "allow_http": _speaks_in_clear(),
        }
        try:
            return S3Store.from_url(self._url, client_options=options, retry_config=retries)
        except (BaseError, ValueError) as error:
            raise Misuse("PLI_BLOBS : une des variables AWS_… ne convient pas.") from error

    def _try_it(self, store: S3Store) -> None:
        """Ask for something, whether it is there or not; raises Misuse when the answer will never be another."""
        try:
            store.get(WITNESS)
        except FileNotFoundError as error:
            if "NoSuchBucket" in str(error):
                raise Misuse(f"PLI_BLOBS : le seau de {self._url} n'existe pas ; créez-le.") from error
        except BaseError as error:
            if _NOWHERE in str(error):
                message = "PLI_BLOBS : aucun identifiant ; donnez AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY."
                raise Misuse(message) from error
            status = _status(error)
            if status is not None and status.startswith("4") and status not in _PASSING:
                raise Misuse(f"PLI_BLOBS : {self._url} refuse l'accès (réponse {status}) ; {_SIGNED}.") from error
            log.warning("%s", _silent(status))  # whoever has work for it asks with more patience


def _checked(url: str) -> str:
    """Return the URL of a bucket, which names nothing but a place."""
    parts = urlsplit(url)
    if not parts.netloc or "@" in parts.netloc or parts.query or parts.fragment:
        raise Misuse(
            "PLI_BLOBS : écrivez s3://seau/chemin, et rien d'autre ; "
            "les identifiants vont dans AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY."
        )
    return url.rstrip("/")


def _speaks_in_clear() -> bool:
    """Say whether what is kept may travel unciphered: to this machine itself, or where a person allows it."""
    endpoint = urlsplit(os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL", ""))
    allowed = endpoint.hostname in _LOOPBACK or os.environ.get("AWS_ALLOW_HTTP", "").lower() == "true"
    if endpoint.scheme == "http" and not allowed:
        raise Misuse("AWS_ENDPOINT_URL : écrivez une adresse https:// (ou AWS_ALLOW_HTTP=true, sur un réseau sûr).")
    return allowed


def _status(error: BaseError) -> str | None:
    """Return the status of the answer that an error tells of; None when nobody answered."""
    found = _STATUS.search(str(error))
    return found[1] if found else None


def _silent(status: str | None = None) -> str:
    return f"le stockage des contenus (PLI_BLOBS) {f'répond {status}' if status else 'ne répond pas'}"
