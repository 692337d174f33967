"""Whom a message about a pli is for, what it is called, and what its letter needs besides the bilan."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from pipeline.domain.bilan import Bilan
from pipeline.domain.pli import Trust
from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import PARIS
from pipeline.mail.addressees import Known, Untold, addressees
from pipeline.mail.message import Sending, Service
from pipeline.settings import Settings
from pipeline.store import deposits, lots, mails, plis, rectifications
from pipeline.store.mails import Mail

OF_APPLICANTS = frozenset({Canal.PAPIER_DEMANDEUR, Canal.MEL, Canal.SMARTPHONE})
"""The channels that are told at the address of the applicant."""


def message_id(pli: str, nature: str, settings: Settings) -> str:
    """Return a ``Message-ID`` that is the same for ever for one pli and one nature of message."""
    digest = hashlib.sha256(f"{pli}\n{nature}".encode()).hexdigest()[:24]
    return f"<{digest}.{nature}@{settings.mel.expediteur.rpartition('@')[2]}>"


def addressees_of(tx: Connection, bilan: Bilan, settings: Settings) -> tuple[str, ...] | Untold:
    """Return the addresses of the one message about a pli, or why there is nobody to write to."""
    told = plis.facts(tx, bilan.pli).demandes
    held = (told[number].courriel for number in _own(tx, bilan) if number in told)
    known = Known(
        guichet=bilan.guichet.code if bilan.guichet is not None else None,
        guichets=_reference_addresses(settings, bilan),
        companion=lots.receipt(tx, bilan.lot).companion.courriel,
        demandeur=next((address for address in held if address), None),
    )
    return addressees(bilan.canal, known)


def _own(tx: Connection, bilan: Bilan) -> tuple[str, ...]:
    """Return the demandes of who sent a pli, in order: those that its sheets or its companion name.

    Where nothing names any, the one that operators did stands for them, and who was told first stays who is told.
    """
    given = lots.receipt(tx, bilan.lot).companion.numero_unique
    numbers = dict.fromkeys(it.numero_unique for it in bilan.dossiers if it.code != Trust.GIVEN)
    numbers |= dict.fromkeys(it.numero_unique for it in bilan.dossiers if it.numero_unique == given)
    if numbers:
        return tuple(numbers)
    told_at = min((mail.at for mail in mails.of_pli(tx, bilan.pli) if mail.state == mails.SENT), default=None)
    rows = rectifications.of_pli(tx, bilan.pli) if told_at is not None else []
    told = [row.numero_unique for row in rows if told_at is not None and row.at >= told_at]
    said = dict.fromkeys(it.numero_unique for it in bilan.dossiers)
    return (told[0],) if told else tuple(said) if len(said) == 1 else ()


def _others(tx: Connection, bilan: Bilan) -> frozenset[str]:
    """Return the demandes that who sent a pli has no right to know of; a guichet may know all that it sends."""
    if bilan.canal not in OF_APPLICANTS:
        return frozenset()
    return frozenset(it.numero_unique for it in bilan.dossiers).difference(_own(tx, bilan))


def _reference_addresses(settings: Settings, bilan: Bilan) -> Mapping[str, str]:
    """Return the reference addresses; a guichet whose département is not the one announced is not trusted."""
    announced = bilan.guichet.departement if bilan.guichet is not None else None
    return {
        code: guichet.courriel
        for code, guichet in settings.guichets.items()
        if guichet.courriel and announced in {None, guichet.departement}
    }


def why_untold(reason: Untold, bilan: Bilan) -> str:
    """Say why nobody is told, with the guichet that nobody knows."""
    is_unknown = reason is Untold.GUICHET_INCONNU and bilan.guichet is not None
    return f"{reason} ({bilan.guichet.code})" if is_unknown and bilan.guichet is not None else str(reason)


def sending_of(tx: Connection, bilan: Bilan, mail: Mail, before: Mail | None, settings: Settings) -> Sending:
    """Return how a message leaves. ``before``: the one that it repeats, or whose content was put right since."""
    guichet = settings.guichets.get(bilan.guichet.code) if bilan.guichet is not None else None
    deposited = deposits.last_deposit(tx, bilan.pli)
    repeated = before if mail.nature.startswith(mails.again("")) else None
    replaced = before if repeated is None else None
    return Sending(
        message_id=mail.message_id,
        to=mail.to,
        service=Service(settings.mel.expediteur, settings.mel.assistance),
        dated=mail.at,
        treated_at=mail.at,
        visible_from=_day_after(deposited) if deposited is not None else None,
        guichet=guichet.nom if guichet is not None else None,
        partial=bilan.etat == "a_verifier",
        references=before.message_id if before is not None else None,
        repeats=known(repeated) if repeated is not None else None,
        replaces=replaced.at.astimezone(PARIS).date() if replaced is not None else None,
        rectified=_rectified(tx, bilan.pli, replaced) if replaced is not None else (),
        explanation=lots.explanation(tx, bilan.lot),
        others=_others(tx, bilan),
    )


def _rectified(tx: Connection, pli: str, since: Mail) -> tuple[str, ...]:
    """Return the pieces that were taken back from the register since a message."""
    return tuple(row.piece for row in rectifications.withdrawn_since(tx, pli, since.at))


def known(mail: Mail) -> str:
    """Say what is known of a message that left: to whom, when, and what the other side answered."""
    when = f"{mail.at:%d/%m/%Y} à {mail.at:%H:%M}"
    return f"parti le {when} ({mail.proof})"


def _day_after(instant: datetime) -> date:
    """Return the day from which what was deposited at night is seen, in Paris."""
    return instant.astimezone(PARIS).date() + timedelta(days=1)
