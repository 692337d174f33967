"""The night at its hour, the mails as they fall due."""

import logging

import pytest

from pipeline.engine.service.errand import Cut, Pace
from pipeline.engine.service.errands import MAIL_REST_S, hold_night, send_mails
from pipeline.errors import Denied, Unavailable
from pipeline.mail.transport import TransportFichier
from pipeline.store import deposits, nights
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import NOON, file_pli, opened, state_of

EVENING, MORNING = "2026-05-06T21:00:00+02:00", "2026-05-07T09:00:00+02:00"
PAGES = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.quittance())
AT_EASE, HURRIED = Pace(lambda: False), Pace(lambda: True)


@pytest.fixture
def accepted(tmp_path):
    """A workspace with one piece to deposit, as it stands at an instant."""
    house = opened(tmp_path)
    pli = file_pli(house, *PAGES)
    house.close()
    kept = []

    def at(now):
        kept.append(opened(tmp_path, now))
        return kept[-1], pli

    yield at
    for one in kept:
        one.close()


def state(house, pli):
    with house.store.begin() as tx:
        return state_of(tx, pli, f"{pli}-02")


def ledger(house):
    with house.store.begin() as tx:
        return [(night.day.isoformat(), dict(night.counts)) for night in nights.unsummarised(tx)]


def test_before_its_hour_nothing_leaves(accepted):
    house, pli = accepted(NOON)
    hold_night(house, AT_EASE)
    assert (state(house, pli), ledger(house)) == (deposits.TO_DEPOSIT, [])


@pytest.mark.parametrize("now", [EVENING, MORNING], ids=["at its hour", "missed, then caught up"])
def test_the_night_that_is_due_is_held_and_written_down(accepted, now, caplog):
    house, pli = accepted(now)
    caplog.set_level(logging.INFO)
    hold_night(house, AT_EASE)
    assert state(house, pli) == deposits.DEPOSITED
    ((day, counts),) = ledger(house)
    assert (day, counts["deposees"]) == ("2026-05-06", 1)
    assert "1 pièces déposées" in caplog.text
    assert MARTIN not in caplog.text


def test_a_night_that_gives_way_stays_open_and_comes_back(accepted):
    house, pli = accepted(EVENING)
    with pytest.raises(Cut):
        hold_night(house, HURRIED)
    assert (state(house, pli), ledger(house)) == (deposits.TO_DEPOSIT, [])
    hold_night(house, AT_EASE)
    assert state(house, pli) == deposits.DEPOSITED


def test_mails_leave_as_they_fall_due(accepted, caplog):
    house, pli = accepted(EVENING)
    caplog.set_level(logging.INFO)
    send_mails(house, AT_EASE)
    assert "message" not in caplog.text
    hold_night(house, AT_EASE)
    send_mails(house, AT_EASE)
    assert f"pli {pli} : message final" in caplog.text
    caplog.clear()
    send_mails(house, AT_EASE)
    assert caplog.text == "", "once"


def test_mails_that_nobody_takes_are_left_alone_for_minutes(accepted):
    class Closed(TransportFichier):
        def send(self, message, to):
            raise Denied("le serveur refuse l'accès")

    house, _ = accepted(EVENING)
    hold_night(house, AT_EASE)
    house.transport = Closed(house.racine)
    with pytest.raises(Unavailable) as stopped:
        send_mails(house, AT_EASE)
    assert stopped.value.retry_after_s == MAIL_REST_S >= 120


def test_why_a_night_waits_is_said_once_as_long_as_the_register_rests(accepted, caplog):
    house, _ = accepted(EVENING)
    house.sne.leave_alone(Denied("le SNE refuse l'accès"))
    hold_night(house, AT_EASE)
    assert caplog.text == "", "it was said when its rest began"
