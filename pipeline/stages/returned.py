"""Take back a message that a mail server returned: the message and the address are marked, nobody is told again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from pipeline.errors import Misuse
from pipeline.mail.bounce import Returned, bounce_of
from pipeline.mail.transport import Fate
from pipeline.settings import Settings
from pipeline.store import addresses, journal, mails
from pipeline.store.mails import Mail
from pipeline.store.outgoing import LOOK_AGAIN
from pipeline.store.store import Store

OF_FATE: Mapping[Fate, str] = {Fate.BARRED: mails.BARRED, Fate.REFUSED: mails.REFUSED, Fate.LATER: mails.GIVEN_UP}


def take_back(content: bytes, store: Store, settings: Settings) -> tuple[Mail, tuple[str, ...]]:
    """Mark what a report says of one of our messages; return the message and the addresses that it failed for.

    Raises Misuse, in French, when it is no report, or none on a message of ours.
    """
    bounce = bounce_of(content)
    if bounce is None:
        raise Misuse("--rebond : ce n'est pas un avis de non-remise (RFC 3464) qui cite le message revenu.")
    with store.begin() as tx:
        mail = mails.named(tx, bounce.message_id)
        if mail is None:
            raise Misuse("--rebond : cet avis porte sur un message que cet espace de travail n'a pas envoyé.")
        failed = {_address(mail, returned): returned for returned in bounce.returned}
        marked = _mark(tx, mail, failed, settings) if failed else mail
    return marked, tuple(failed)


def _address(mail: Mail, returned: Returned) -> str:
    """Return which address of ours a report speaks of; a sole one is it, whatever it was forwarded to."""
    told = {address.lower() for address in returned.addresses}
    ours = [address for address in mail.to if address.lower() in told] or list(mail.to)
    if len(ours) != 1:
        raise Misuse("--rebond : cet avis ne dit pas laquelle des adresses du message est en cause.")
    return ours[0]


def _mark(tx: Connection, mail: Mail, failed: Mapping[str, Returned], settings: Settings) -> Mail:
    now = settings.now()
    marked = mail.with_answers({address: (OF_FATE[it.fate], it.words) for address, it in failed.items()})
    marked = replace(marked, not_before=now + LOOK_AGAIN if marked.state == mails.REFUSED else mail.not_before)
    mails.answered(tx, marked)
    for address, returned in failed.items():
        if returned.fate is Fate.BARRED:
            addresses.refuse(tx, address, returned.words, now)
    journal.note(tx, now, mail.pli, "revenu", nature=mail.nature, adresses=len(failed))
    return marked
