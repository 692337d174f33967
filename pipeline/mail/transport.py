"""How a message leaves. One ``Message-ID`` is one message for ever, whatever the attempts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol

from pipeline.durable import write_durably
from pipeline.errors import Unavailable


@dataclass(frozen=True, slots=True)
class Sent:
    """The message left. ``answer``: what the other side said, kept as proof."""

    answer: str


class Transport(Protocol):
    """A way out for messages."""

    def send(self, message: EmailMessage) -> Sent:
        """Send ``message``; the same ``Message-ID`` again is the same sending.

        Raises ``Unavailable`` when it did not leave, or nobody knows: to be tried again under the same
        ``Message-ID``.
        """


class TransportFichier:
    """Leaves messages as files in ``folder``: ``<pli>-<hash of the Message-ID>.eml``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, message: EmailMessage) -> Sent:
        """Write the message, unless its ``Message-ID`` is there already."""
        path = self._folder / _name(message)
        try:
            if not path.exists():
                write_durably(path, message.as_bytes())
        except OSError as error:
            raise Unavailable(f"le dossier des mels ne répond pas : {error.strerror}") from error
        return Sent(f"fichier {path.name}")


def _name(message: EmailMessage) -> str:
    mark = hashlib.sha256(str(message["Message-ID"]).encode()).hexdigest()[:12]
    return f"{message['X-Pli']}-{mark}.eml"
