"""How a message leaves. One ``Message-ID`` is one message for ever, whatever the attempts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from pipeline.durable import write_durably
from pipeline.errors import Unavailable
from pipeline.mail.french import one_line

_MAX_TEXT = 200


class Fate(StrEnum):
    """What became of a message, for one address. ``BARRED``: the address refuses whatever it is sent."""

    SENT = "envoye"
    LATER = "plus_tard"
    REFUSED = "refuse"
    BARRED = "adresse_refusee"


# No such box, or a closed one (RFC 3463). A full box, a rule against us, a message too long say nothing of the address.
_OF_ADDRESS = re.compile(r"5\.(0\.\d+|1\.\d+|2\.[01])")


def of_address(status: str) -> Fate:
    """Sort a refusal for good by its enhanced status code (``5.1.1``; empty: the other side gives none)."""
    return Fate.BARRED if not status or _OF_ADDRESS.fullmatch(status) else Fate.REFUSED


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered for one address. ``text``: the other side's words, kept as proof: one line, 200 characters.

    ``heard``: whether the other side said anything at all.
    """

    fate: Fate
    text: str
    heard: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", one_line(self.text)[:_MAX_TEXT])


class Transport(Protocol):
    """A way out for messages."""

    def send(self, message: EmailMessage, to: Sequence[str]) -> Mapping[str, Answer]:
        """Send ``message`` to every address of ``to`` at once; return what was answered for each.

        ``LATER``: it did not leave, or nobody knows; to be sent again to that address under the same
        ``Message-ID``. Raises ``Unavailable`` when nothing could be tried: every address waits.
        """

    def close(self) -> None:
        """Let go of what was kept open between two messages; sending again opens it anew."""


class TransportFichier:
    """Leaves messages as files in ``folder``: ``<pli>-<hash of the Message-ID and of To>.eml``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, message: EmailMessage, to: Sequence[str]) -> Mapping[str, Answer]:
        """Write the message, unless it is there already for these addresses; one file stands for all of them."""
        path = self._folder / _name(message)
        try:
            if not path.exists():
                write_durably(path, message.as_bytes())
        except OSError as error:
            raise Unavailable(f"le dossier des mels ne répond pas : {error.strerror}") from error
        return dict.fromkeys(to, Answer(Fate.SENT, f"fichier {path.name}"))

    def close(self) -> None:
        """Nothing stays open between two files."""


def _name(message: EmailMessage) -> str:
    mark = hashlib.sha256(f"{message['Message-ID']}\n{message['To']}".encode()).hexdigest()[:12]
    return f"{message['X-Pli'] or 'service'}-{mark}.eml"
