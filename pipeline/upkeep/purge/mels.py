"""Messages: once their time is over, their content and their addresses go; that they were sent stays."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email.headerregistry import DateHeader
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

from pipeline.durable import remove_durably
from pipeline.engine.house import House
from pipeline.store import erasing, purges
from pipeline.store.kept import Genre
from pipeline.store.purges import Told
from pipeline.upkeep.purge import proof
from pipeline.upkeep.purge.tally import Tally
from pipeline.upkeep.purge.terms import Rule

AT_ONCE = 200
"""Messages in one transaction."""


def purge_mails(house: House, now: datetime, days: int, tally: Tally, *, do: bool) -> None:
    """Purge, or only count, the messages settled so many days ago, then the files of which nobody kept the message."""
    until = now - timedelta(days=days)
    files = _files(house.racine / "outbox" / "mels")
    with house.store.begin() as tx:
        due = [told for told in purges.mails_told(tx) if told.at <= until]
        whole = purges.kept_messages(tx)
    for start in range(0, len(due), AT_ONCE):
        part = due[start : start + AT_ONCE]
        if do:
            _erase(house, part, files, now, days)
        for told in part:
            path = files.get(told.message_id)
            tally.add(Rule.MAILS, path.stat().st_size if path is not None else 0, told.at)
        if do:
            remove_durably(files[told.message_id] for told in part if told.message_id in files)
    for message_id in sorted(files.keys() - whole):
        _purge_stray(files[message_id], until, tally, do=do)


def _erase(house: House, part: Sequence[Told], files: Mapping[str, Path], now: datetime, days: int) -> None:
    hashes = {told.message_id: _digest(files[told.message_id]) for told in part if told.message_id in files}
    with house.store.begin() as tx:
        for told in part:
            kept = proof.of_mail(told, hashes.get(told.message_id))
            purges.keep(tx, Genre.MAIL, told.message_id, f"{Rule.MAILS} : {days} jours", kept, now)
            erasing.erase_mail(tx, told.message_id)


def _purge_stray(path: Path, until: datetime, tally: Tally, *, do: bool) -> None:
    """Purge a file whose message is purged already, or is about no pli; its own date tells its age."""
    written = _headers(path)["Date"]
    at = written.datetime if isinstance(written, DateHeader) else None
    if at is None or at.replace(tzinfo=at.tzinfo or UTC) <= until:
        tally.add(Rule.MAILS, path.stat().st_size)
        if do:
            remove_durably([path])


def _files(folder: Path) -> dict[str, Path]:
    """Return the messages that left as files, by Message-ID."""
    return {str(_headers(path)["Message-ID"] or path.name).strip(): path for path in sorted(folder.glob("[!.]*.eml"))}


def _headers(path: Path) -> EmailMessage:
    with path.open("rb") as file:
        return BytesParser(policy=default).parse(file, headersonly=True)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
