"""A service keeps its workspace sound, and tells its administrator of each night."""

import email
import logging
from email.policy import default

import pytest

from pipeline.engine import lock
from pipeline.engine.publish import publish
from pipeline.engine.service.errand import Pace
from pipeline.engine.service.errands import hold_night
from pipeline.errors import Unavailable
from pipeline.mail.transport import Answer, Fate
from pipeline.store import journal, mails, nights
from pipeline.upkeep import rounds
from pipeline.upkeep.rounds import check, confirmed, purge_after_night, tell_of_nights
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import file_pli, opened

EVENING = "2026-05-06T21:00:00+02:00"
PACE = Pace(lambda: False)
ADMINISTRATOR = '[mel]\nadministrateur = "chef@example.org"\n'


def night(racine, administrator=ADMINISTRATOR):
    """Return a workspace after a night on which one piece was deposited."""
    (racine / "config").mkdir(exist_ok=True)
    (racine / "config" / "reglages.toml").write_text(administrator)
    house = opened(racine, EVENING)
    file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.quittance())
    hold_night(house, PACE)
    return house


@pytest.fixture
def held(tmp_path):
    house = night(tmp_path)
    yield house
    house.close()


def state(house):
    with house.store.begin() as tx:
        (day,) = [nights.of_day(tx, nights.last_opened(house.settings.now(), house.settings.deversement.ouverture))]
        return day.summary_state


def summaries(house):
    found = (path for path in (house.racine / "outbox" / "mels").glob("service-*.eml"))
    return [email.message_from_bytes(path.read_bytes(), policy=default) for path in found]


def test_after_a_night_the_rules_of_retention_are_applied_once_then_it_is_told_of_once(held, caplog):
    caplog.set_level(logging.INFO)
    tell_of_nights(held, PACE)
    assert summaries(held) == [], "not before what must go is gone"
    for _ in range(2):
        purge_after_night(held, PACE)
        tell_of_nights(held, PACE)
    assert caplog.text.count("purge :") == 1
    (message,) = summaries(held)
    assert (message["To"], state(held)) == ("chef@example.org", mails.SENT)
    said = message.get_content()
    with held.store.begin() as tx:
        assert journal.head(tx) in said
    assert "pièces déposées\u00a0: 1" in said
    assert MARTIN not in said
    assert "MARTIN" not in said


def test_where_nobody_administers_nobody_is_told_later_of_old_nights(tmp_path):
    house = night(tmp_path, administrator="")
    purge_after_night(house, PACE)
    tell_of_nights(house, PACE)
    assert (summaries(house), state(house)) == ([], mails.NOT_TOLD)
    house.close()


class Refusing:
    """A way out that answers what it is told to, and keeps what it was given."""

    def __init__(self, *answers):
        self._answers = list(answers)
        self.given = []

    def send(self, message, to):
        self.given.append(message["Message-ID"])
        said = self._answers.pop(0)
        if isinstance(said, Exception):
            raise said
        return dict.fromkeys(to, Answer(said, "x"))

    def close(self):
        pass


def test_a_summary_that_cannot_leave_is_sent_later_as_the_same_message(held):
    held.transport = Refusing(Unavailable("le serveur ne répond pas"), Fate.LATER, Fate.REFUSED)
    purge_after_night(held, PACE)
    with pytest.raises(Unavailable):
        tell_of_nights(held, PACE)
    for expected in (mails.TO_SEND, mails.REFUSED, mails.REFUSED):
        tell_of_nights(held, PACE)
        assert state(held) == expected
    assert len(held.transport.given) == 3
    assert len(set(held.transport.given)) == 1


def test_nobody_takes_nor_reads_while_what_must_go_goes(held, monkeypatch):
    seen = []

    def purge(house, *, do):
        seen.append((do, lock.Work(house.racine).take()))
        return rounds_purge(house, do=do)

    rounds_purge = rounds.purge
    monkeypatch.setattr(rounds, "purge", purge)
    purge_after_night(held, PACE)
    assert seen == [(True, False)]


def test_what_does_not_hold_is_logged_by_its_code_and_place(held, caplog):
    publish(held)
    check(held, PACE)
    assert caplog.text == ""
    (path,) = (held.racine / "outbox" / "sne").rglob("*.pdf")
    path.with_suffix(".json").unlink()
    path.unlink()
    check(held, PACE)
    assert "invariant I3" in caplog.text
    assert MARTIN not in caplog.text


def test_what_holds_again_at_the_second_look_is_not_told(held, monkeypatch):
    looks = [["un écart"], []]
    monkeypatch.setattr(rounds, "check_world", lambda house: looks.pop(0))
    assert confirmed(held) == []
