"""The errands of the engine: the mails as they fall due, the night at its hour."""

from __future__ import annotations

import logging
from types import MappingProxyType

from pipeline.engine import night, post
from pipeline.engine.house import House
from pipeline.engine.service.errand import Pace
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


def send_mails(house: House, pace: Pace) -> None:
    """Send the mails whose time has come."""
    sent = post.tell(house, pace.step, patient=True)
    for told in sent.told:
        if told.mail is not None:
            log.info("pli %s : message %s, %s", told.pli, told.mail.nature, OUTCOMES[told.mail.state])
    if sent.stopped is not None:
        log.warning("mels arrêtés, le reste attend : %s", sent.stopped)


def hold_night(house: House, pace: Pace) -> None:
    """Hold the night that is due, if one is, until it closes or has to wait."""
    deversement = house.settings.deversement
    with house.store.begin() as tx:
        day = nights.due(tx, house.settings.now(), deversement.ouverture, deversement.fermeture)
    if day is None:
        return
    done = night.night_of(house, day, lambda _done, _total: None, pace.pause)
    if done.deposited or done.refused or done.failed:
        log.info("nuit du %s : %d pièces déposées, %d refusées", day, done.deposited, done.refused)
    if done.stopped is not None:
        log.warning("nuit du %s, le reste attend : %s", day, done.stopped)
    pace.step()
