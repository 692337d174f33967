"""Tell the senders what became of their pli: once, when nothing is open and the SNE has acknowledged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from pipeline.domain.bilan import Bilan
from pipeline.domain.rules import Rules
from pipeline.errors import Misuse, Shut, Unavailable
from pipeline.mail.addressees import Untold
from pipeline.mail.message import compose_mail
from pipeline.mail.patience import LIFETIME, wait_after
from pipeline.mail.transport import Answer, Fate, Transport
from pipeline.settings import Settings
from pipeline.stages import envelope
from pipeline.store import addresses, deposits, journal, mails, outgoing, plis, purges, rectifications, serial
from pipeline.store.mails import Mail
from pipeline.store.outgoing import LOOK_AGAIN
from pipeline.store.store import Store

_SAID = frozenset({mails.SENT, mails.REFUSED, mails.BARRED})
"""What an address said of a message itself, which stands beside what it said of another."""


SUPERSEDED = "pas envoyé : un message plus récent en dit plus"


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


@dataclass(frozen=True, slots=True)
class Desk:
    """What sending stands on. ``patient``: what was put off waits for its instant, what was given up is left there."""

    store: Store
    transport: Transport
    settings: Settings
    rules: Rules
    patient: bool = False


def notify(name: str, desk: Desk) -> Told:
    """Send what is due about a pli to every address that has not answered for good.

    Raises Unavailable when nothing could leave: the same message goes later. An address that refused for good
    is not tried again; the message goes once another address is known.
    """
    now = desk.settings.now()
    with desk.store.begin() as tx:
        bilan, known = plis.bilan(tx, name), mails.of_pli(tx, name)
        nature = _due(tx, bilan, known, now, patient=desk.patient) if bilan is not None else None
    if bilan is None or nature is None:
        return Told(name, None)
    told = _send(bilan, nature, _before(nature, known), desk)
    before = next((mail for mail in known if mail.nature == nature), None)
    is_news = before is None or told.mail is None or told.mail.waiting or _stands(told.mail) != _stands(before)
    return told if is_news else Told(name, None)


def send_again(name: str, desk: Desk) -> Told:
    """Send the last message about a pli once more, as a new message that refers to the first.

    Who asks for it vouches for the addresses: one that had refused is tried again, and for all messages.
    Raises Misuse, in French, when the pli was purged, or when something is to be withdrawn of it first.
    """
    with desk.store.begin() as tx:
        purges.check_kept(tx, name)
        if rectifications.is_pending(tx, name):
            raise Misuse(f"{name} : une pièce est à retirer du SNE ; « pli deverser » le finit, puis recommencez.")
        bilan, earlier = plis.bilan(tx, name), mails.of_pli(tx, name)
        sent = [mail for mail in earlier if mail.state in {mails.SENT, mails.REFUSED}]
        to = envelope.addressees_of(tx, bilan, desk.settings) if bilan is not None and sent else ()
        for address in to if isinstance(to, tuple) else ():
            addresses.accept(tx, address)
    if bilan is None or not sent:
        return Told(name, None)
    told = _send(bilan, mails.again(len(sent)), sent[0], desk)
    return replace(told, repeated=envelope.known(sent[0]))


def _before(nature: str, known: list[Mail]) -> Mail | None:
    """Return the message that one of this nature repeats, the first, or puts right, the last that left."""
    if nature.startswith(mails.again("")):
        return known[0]
    sent = [mail for mail in known if mail.state == mails.SENT]
    return sent[-1] if nature.startswith(mails.rectified("")) else None


def _stands(mail: Mail) -> tuple[str, str | None, Mapping[str, tuple[str, str]]]:
    return mail.state, mail.detail, mail.answers


def _due(tx: Connection, bilan: Bilan, known: list[Mail], now: datetime, *, patient: bool) -> str | None:
    """Return the nature of the message that is due, if one is; ``patient``: and is not put off."""
    resting = {mail.nature for mail in known if patient and mail.not_before is not None and mail.not_before > now}
    return next((nature for nature in _natures(tx, bilan, known, now) if nature not in resting), None)


def _natures(tx: Connection, bilan: Bilan, known: list[Mail], now: datetime) -> Iterator[str]:
    """Yield the natures of the messages to send: a second sending that waits comes first.

    None as long as something is to be withdrawn: what would be said of it is about to be false.
    """
    if rectifications.is_pending(tx, bilan.pli):
        return
    yield from (m.nature for m in known if m.nature.startswith(mails.again("")) and m.state == mails.TO_SEND)
    told = _told(known)
    is_acknowledged = all(
        piece.depot is not None and piece.depot.etat == deposits.DEPOSITED
        for piece in bilan.pieces
        if piece.verdict == "acceptee"
    )
    if bilan.etat in outgoing.SETTLED and is_acknowledged:
        nature = _rectified(tx, bilan.pli, known) if mails.FINAL in told else mails.FINAL
        if nature is not None and nature not in told:
            yield nature
    elif bilan.etat == outgoing.DOUBTFUL and now > bilan.echeance and not told & {mails.PARTIAL, mails.FINAL}:
        yield mails.PARTIAL


def _told(known: list[Mail]) -> set[str]:
    """Return the natures that reached somebody; what a second sending repeats has, when that one did."""
    natures: set[str] = set()
    for rank, mail in enumerate(known):
        if mail.state == mails.SENT:
            is_repeat = mail.nature.startswith(mails.again(""))
            natures |= {before.nature for before in known[:rank]} if is_repeat else {mail.nature}
    return natures


def _rectified(tx: Connection, pli: str, known: list[Mail]) -> str | None:
    """Return the nature of the message that says what was put right since people were told, if something was."""
    last = max(mail.at for mail in known if mail.state == mails.SENT)
    is_news = bool(rectifications.withdrawn_since(tx, pli, last))
    return mails.rectified(len(rectifications.of_pli(tx, pli))) if is_news else None


def _send(bilan: Bilan, nature: str, before: Mail | None, desk: Desk) -> Told:
    now = desk.settings.now()
    with desk.store.begin() as tx:
        mail = _mail(tx, bilan, nature, desk)
        mails.write_down(tx, mail)
        _give_up_older(tx, mail)
        sending = envelope.sending_of(tx, bilan, mail, before, desk.settings)
    if not mail.waiting:
        return Told(bilan.pli, mail)
    message = compose_mail(serial.public_bilan(bilan), sending, desk.rules)
    try:
        answers = desk.transport.send(message, mail.waiting)
    except Shut:
        raise
    except Unavailable as error:
        silence = dict.fromkeys(mail.waiting, Answer(Fate.LATER, str(error), heard=False))
        with desk.store.begin() as tx:
            _keep(tx, mail, silence, now)
        raise
    with desk.store.begin() as tx:
        journal.note(tx, now, bilan.pli, "notifie", nature=nature)
        told = _keep(tx, mail, answers, now)
    return Told(bilan.pli, told, unheard=not any(said.heard for said in answers.values()))


def _mail(tx: Connection, bilan: Bilan, nature: str, desk: Desk) -> Mail:
    """Return the message to keep before it leaves: the one already written down keeps its name and its date.

    It is put off at once, as if nobody would answer: a death on the way does not make it go out in a loop.
    """
    now, to = desk.settings.now(), envelope.addressees_of(tx, bilan, desk.settings)
    new = Mail(bilan.pli, nature, envelope.message_id(bilan.pli, nature, desk.settings), (), mails.TO_SEND, None, now)
    known = next((mail for mail in mails.of_pli(tx, bilan.pli) if mail.nature == nature), new)
    if isinstance(to, Untold):
        why = envelope.why_untold(to, bilan)
        return replace(known, to=(), state=mails.NOT_TOLD, detail=why, not_before=now + LOOK_AGAIN)
    answers = _standing(tx, known.answers, to, patient=desk.patient)
    mail = replace(known, to=to, state=mails.TO_SEND, detail=None, answers=answers)
    if not mail.waiting:
        return replace(mail, state=mail.outcome, not_before=now + LOOK_AGAIN)
    goes_on = known.state == mails.TO_SEND
    tries = known.tries + 1 if goes_on else 1
    at = known.at if goes_on else now
    return replace(mail, at=at, tries=tries, not_before=now + wait_after(mail.message_id, tries))


def _give_up_older(tx: Connection, mail: Mail) -> None:
    """Give up what a later message makes pointless: a partial one after the final, what was put right once more."""
    kind = mails.PARTIAL if mail.nature == mails.FINAL else mails.rectified("")
    if mail.nature == mails.FINAL or mail.nature.startswith(kind):
        for older in mails.of_pli(tx, mail.pli):
            if older.nature.startswith(kind) and older.nature != mail.nature and older.state == mails.TO_SEND:
                mails.answered(tx, older.with_answers(dict.fromkeys(older.waiting, (mails.GIVEN_UP, SUPERSEDED))))


def _standing(
    tx: Connection, answers: Mapping[str, tuple[str, str]], to: tuple[str, ...], *, patient: bool
) -> dict[str, tuple[str, str]]:
    """Return the answers that still stand, with those of addresses that refused another message for good."""
    refused = addresses.reasons(tx, {*to, *answers})
    standing = {
        address: (said, words)
        for address, (said, words) in answers.items()
        if (said != mails.BARRED or address in refused) and (said != mails.GIVEN_UP or patient)
    }
    barred = {address: (mails.BARRED, f"pas essayée : {refused[address]}") for address in to if address in refused}
    return {**barred, **{a: said for a, said in standing.items() if a not in barred or said[0] in _SAID}}


def _keep(tx: Connection, mail: Mail, answers: Mapping[str, Answer], now: datetime) -> Mail:
    """Keep what was answered to a message; return it as it now stands, given up when it is too old."""
    for address, said in answers.items():
        if said.fate is Fate.BARRED:
            addresses.refuse(tx, address, said.text, now)
    told = mail.with_answers({address: (said.fate, said.text) for address, said in answers.items()})
    if told.waiting and now - told.at >= LIFETIME:
        last = {address: f"abandonné après {LIFETIME.days} jours : {answers[address].text}" for address in told.waiting}
        told = told.with_answers({address: (mails.GIVEN_UP, words) for address, words in last.items()})
    if not told.waiting:
        told = replace(told, not_before=now + LOOK_AGAIN if told.state == mails.REFUSED else None)
    mails.answered(tx, told)
    return told
