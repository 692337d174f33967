"""The errands of the engine: the mails as they fall due, the night at its hour."""

from __future__ import annotations

import logging
from types import MappingProxyType

from pipeline.engine import night, post
from pipeline.engine.house import House
from pipeline.engine.service.errand import Pace
from pipeline.errors import Unavailable
from pipeline.sne.breaker import resting
from pipeline.store import mails, nights

log = logging.getLogger(__name__)

OUTCOMES = MappingProxyType(
    {
        mails.SENT: "parti",
        mails.REFUSED: "refusé",
        mails.TO_SEND: "remis à plus tard",
        mails.NOT_TOLD: "personne à prévenir",
    }
)


MAIL_REST_S = 300.0
"""How long a mail server that answers nobody is left alone."""


def send_mails(house: House, pace: Pace) -> None:
    """Send the mails whose time has come. Raises Unavailable, with a rest, when nobody takes them."""
    sent = post.tell(house, pace.step, patient=True)
    for told in sent.told:
        if told.mail is not None:
            log.info("pli %s : message %s, %s", told.pli, told.mail.nature, OUTCOMES[told.mail.state])
    if sent.stopped is not None:
        raise Unavailable(f"le reste attend : {sent.stopped}", MAIL_REST_S)


def hold_night(house: House, pace: Pace) -> None:
    """Hold the night that is due, if one is, until it closes or has to wait; why it waits is said once a rest."""
    deversement = house.settings.deversement
    with house.store.begin() as tx:
        day = nights.due(tx, house.settings.now(), deversement.ouverture, deversement.fermeture)
    if day is None:
        return
    was_resting = resting(house.sne) is not None
    done = night.night_of(house, day, lambda _done, _total: None, pace.pause)
    if done.deposited or done.refused or done.failed:
        log.info("nuit du %s : %d pièces déposées, %d refusées", day, done.deposited, done.refused)
    if done.stopped is not None and not was_resting:
        log.warning("nuit du %s, le reste attend : %s", day, done.stopped)
    pace.step()
