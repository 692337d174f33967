"""Tell the senders what became of their pli: once, when nothing is open and the SNE has acknowledged."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from pipeline.domain.bilan import Bilan
from pipeline.domain.rules import Rules
from pipeline.domain.working_calendar import PARIS
from pipeline.mail.addressees import Known, Untold, addressees
from pipeline.mail.message import Sending, Service, compose_mail
from pipeline.mail.transport import Transport
from pipeline.settings import Settings
from pipeline.store import deposits, journal, lots, mails, plis, serial
from pipeline.store.mails import Mail
from pipeline.store.store import Store

SETTLED = {"termine", "rejete", "quarantaine"}


@dataclass(frozen=True, slots=True)
class Told:
    """What was done for a pli. ``mail`` is None when there was nothing to do.

    ``repeated``: what is known of the message that this one repeats, in French. ``unheard``: it was tried, and
    no server said a word.
    """

    pli: str
    mail: Mail | None
    repeated: str | None = None
    unheard: bool = False


def notify(name: str, store: Store, transport: Transport, settings: Settings, rules: Rules) -> Told:
    """Send what is due about a pli to every address that has not answered for good.

    Raises Unavailable when nothing could leave: the same message goes later. An address that refused for good
    is not tried again; the message goes once another address is known.
    """
    with store.begin() as tx:
        bilan = plis.bilan(tx, name)
        nature = _due(tx, bilan, settings.now()) if bilan is not None else None
    if bilan is None or nature is None:
        return Told(name, None)
    with store.begin() as tx:
        known = _known_of(tx, name, nature)
        first = next(iter(mails.of_pli(tx, name)), None)
    repeats = first if nature.startswith(mails.AGAIN) else None
    told = _send(bilan, nature, repeats, store, transport, settings, rules)
    is_news = known is None or told.mail is None or told.mail.waiting or _stands(told.mail) != _stands(known)
    return told if is_news else Told(name, None)


def send_again(name: str, store: Store, transport: Transport, settings: Settings, rules: Rules) -> Told:
    """Send the last message about a pli once more, as a new message that refers to the first."""
    with store.begin() as tx:
        bilan, earlier = plis.bilan(tx, name), mails.of_pli(tx, name)
    sent = [mail for mail in earlier if mail.state in {mails.SENT, mails.REFUSED}]
    if bilan is None or not sent:
        return Told(name, None)
    nature = f"{mails.AGAIN}-{len(sent)}"
    told = _send(bilan, nature, sent[0], store, transport, settings, rules)
    return replace(told, repeated=_known(sent[0]))


def _stands(mail: Mail) -> tuple[str, str]:
    return mail.state, mail.proof


def _known(mail: Mail) -> str:
    """Say what is known of a message that left: to whom, when, and what the other side answered."""
    when = f"{mail.at:%d/%m/%Y} à {mail.at:%H:%M}"
    return f"parti le {when} ({mail.proof})"


def _due(tx: Connection, bilan: Bilan, now: datetime) -> str | None:
    """Return the nature of the message that is due, if one is: a second sending that waits comes first."""
    known = mails.of_pli(tx, bilan.pli)
    put_off = [m.nature for m in known if m.nature.startswith(mails.AGAIN) and m.state == mails.TO_SEND]
    if put_off:
        return put_off[0]
    sent = {mail.nature for mail in known if mail.state == mails.SENT}
    acknowledged = all(
        piece.depot is not None and piece.depot.etat == deposits.DEPOSITED
        for piece in bilan.pieces
        if piece.verdict == "acceptee"
    )
    if bilan.etat in SETTLED and acknowledged:
        return None if mails.FINAL in sent else mails.FINAL
    late = now > bilan.echeance and bilan.etat == "a_verifier"
    return mails.PARTIAL if late and mails.PARTIAL not in sent else None


def _send(
    bilan: Bilan,
    nature: str,
    repeats: Mail | None,
    store: Store,
    transport: Transport,
    settings: Settings,
    rules: Rules,
) -> Told:
    with store.begin() as tx:
        to = _addressees(tx, bilan, settings)
        mail = _mail(tx, bilan, nature, to, settings)
        mails.write_down(tx, mail)
        sending = _sending(tx, bilan, mail, repeats, settings)
    if not mail.waiting:
        return Told(bilan.pli, mail)
    answers = transport.send(compose_mail(serial.public_bilan(bilan), sending, rules), mail.waiting)
    with store.begin() as tx:
        journal.note(tx, settings.now(), bilan.pli, "notifie", nature=nature)
        told = mails.answered(tx, mail, {address: (said.fate, said.text) for address, said in answers.items()})
    return Told(bilan.pli, told, unheard=not any(said.heard for said in answers.values()))


def _mail(tx: Connection, bilan: Bilan, nature: str, to: tuple[str, ...] | Untold, settings: Settings) -> Mail:
    """Return the message to keep: the one already written down keeps its Message-ID and its date."""
    known = _known_of(tx, bilan.pli, nature)
    message_id = known.message_id if known is not None else _message_id(bilan.pli, nature, settings)
    at = known.at if known is not None else settings.now()
    if isinstance(to, Untold):
        code = f" ({bilan.guichet.code})" if to is Untold.GUICHET_INCONNU and bilan.guichet is not None else ""
        return Mail(bilan.pli, nature, message_id, (), mails.NOT_TOLD, f"{to}{code}", at)
    mail = Mail(bilan.pli, nature, message_id, to, mails.TO_SEND, None, at, known.answers if known is not None else {})
    return mail if mail.waiting else replace(mail, state=mails.REFUSED)


def _known_of(tx: Connection, pli: str, nature: str) -> Mail | None:
    return next((mail for mail in mails.of_pli(tx, pli) if mail.nature == nature), None)


def _message_id(pli: str, nature: str, settings: Settings) -> str:
    """Return a ``Message-ID`` that is the same for ever for one pli and one nature of message."""
    digest = hashlib.sha256(f"{pli}\n{nature}".encode()).hexdigest()[:24]
    return f"<{digest}.{nature}@{settings.mel.expediteur.rpartition('@')[2]}>"


def _addressees(tx: Connection, bilan: Bilan, settings: Settings) -> tuple[str, ...] | Untold:
    told = plis.facts(tx, bilan.pli).demandes
    held = (told[d.numero_unique].courriel for d in bilan.dossiers if d.numero_unique in told)
    known = Known(
        guichet=bilan.guichet.code if bilan.guichet is not None else None,
        guichets=_reference_addresses(settings, bilan),
        companion=lots.receipt(tx, bilan.lot).companion.courriel,
        demandeur=next((address for address in held if address), None),
    )
    return addressees(bilan.canal, known)


def _reference_addresses(settings: Settings, bilan: Bilan) -> Mapping[str, str]:
    """Return the reference addresses; a guichet whose département is not the one announced is not trusted."""
    announced = bilan.guichet.departement if bilan.guichet is not None else None
    return {
        code: guichet.courriel
        for code, guichet in settings.guichets.items()
        if guichet.courriel and announced in {None, guichet.departement}
    }


def _sending(tx: Connection, bilan: Bilan, mail: Mail, repeats: Mail | None, settings: Settings) -> Sending:
    guichet = settings.guichets.get(bilan.guichet.code) if bilan.guichet is not None else None
    deposited = deposits.last_deposit(tx, bilan.pli)
    return Sending(
        message_id=mail.message_id,
        to=mail.to,
        service=Service(settings.mel.expediteur, settings.mel.assistance),
        dated=mail.at,
        treated_at=mail.at,
        visible_from=_day_after(deposited) if deposited is not None else None,
        guichet=guichet.nom if guichet is not None else None,
        partial=bilan.etat == "a_verifier",
        references=repeats.message_id if repeats is not None else None,
        repeats=_known(repeats) if repeats is not None else None,
        explanation=lots.explanation(tx, bilan.lot),
    )


def _day_after(instant: datetime) -> date:
    """Return the day from which what was deposited at night is seen, in Paris."""
    return instant.astimezone(PARIS).date() + timedelta(days=1)
