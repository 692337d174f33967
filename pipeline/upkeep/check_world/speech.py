"""I9: what is said to whoever keeps the service, and what stands on an envelope, is about nobody.

Names are not looked for: half of them are words too. Tests look for those, in all that a run says (``tests/net.py``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from email import policy
from email.parser import BytesHeaderParser
from pathlib import Path

from pipeline.domain import numero_unique
from pipeline.domain.address import is_address
from pipeline.engine.house import House
from pipeline.mailroom import quarantine
from pipeline.store import spoken
from pipeline.upkeep.check_world.violation import Violation

REMEDY = "ne rien transmettre de cette ligne, prévenir un ingénieur"
NAMED_PLACES = ("bilans", "mels", "quarantaine")
_MESSAGE_ID = re.compile(r"<[0-9a-f]{16,}[^<>@\s]*@[^<>@\s]+>")
_AROUND_AT = re.compile(r"[^\s<>,;:()\[\]'\"]+@[^\s<>,;:()\[\]'\"]+")
_HEADERS = 16_384
"""Bytes of a message in which its headers end."""


def check(house: House) -> Iterator[Violation]:
    """Look at rows, at the names of files, at the subjects of messages and at the reasons of the quarantine."""
    today, outbox = house.settings.now().date(), house.racine / "outbox"
    with house.store.begin() as tx:
        wrong = [(kind, key, what) for kind, key, text in spoken.spoken(tx) if (what := personal(text, today))]
    for kind, key, what in wrong:
        where = f"{kind} {key}" if personal(key, today) is None else kind
        yield Violation("I9", where, f"{what} y est écrit", REMEDY)
    for place in NAMED_PLACES:
        for path in sorted((outbox / place).rglob("[!.]*")):
            if what := personal(path.name, today):
                yield Violation("I9", f"outbox/{place}", f"{what} est dans le nom d'un fichier", REMEDY)
    yield from _subjects(outbox / "mels", today)
    yield from _reasons(outbox, today)


def personal(text: str, today: date) -> str | None:
    """Return what a text says that is somebody's, in French; None when it says nothing."""
    if numero_unique.find_all(text, today):
        return "un numéro unique"
    bare = _MESSAGE_ID.sub("", text)
    if any(is_address(found.strip(".")) for found in _AROUND_AT.findall(bare)):
        return "une adresse"
    return None


def _subjects(folder: Path, today: date) -> Iterator[Violation]:
    parser = BytesHeaderParser(policy=policy.default)
    for path in sorted(folder.glob("[!.]*.eml")):
        with path.open("rb") as file:
            headers = parser.parsebytes(file.read(_HEADERS))
        if what := personal(headers["Subject"] or "", today):
            yield Violation("I9", f"mel {path.stem}", f"{what} est dans son objet", REMEDY)


def _reasons(outbox: Path, today: date) -> Iterator[Violation]:
    for lot, paths in quarantine.copies(outbox).items():
        for path in paths:
            if path.suffix == quarantine.REASON and (what := personal(_explanation(path), today)):
                yield Violation("I9", lot, f"{what} est dans l'explication de sa quarantaine", REMEDY)


def _explanation(path: Path) -> str:
    """Return the words of a reason; the name of the file that was received stands beside them on purpose."""
    try:
        said = json.loads(path.read_bytes())
    except ValueError:
        return ""
    return str(said.get("explication", "")) if isinstance(said, dict) else ""
