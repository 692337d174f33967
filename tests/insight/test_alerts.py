"""What people should know besides the plis."""

import os
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine import courrier, lock
from pipeline.engine.post import tell
from pipeline.engine.service.pulse import Pulse
from pipeline.insight import status
from pipeline.insight.alerts import SILENCE_S, alerts
from pipeline.store import addresses, journal, lots
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import file_pli, opened, received

BULLETIN = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin())


def told(house):
    return {alert.kind: alert for alert in alerts(status.overview(house), house)}


def unknown_office():
    code = papers.signed("SNE*1*B*99999*099*AILLEURS*1*3*20260504*AUTRE*D0")
    return papers.page("Bordereau de transmission", codes=[code])


def test_where_all_is_well_nothing_is_said(house):
    file_pli(house, papers.bordereau(1, 3), *BULLETIN)
    assert told(house) == {}


def test_envelopes_that_were_not_scanned_are_named_and_late_after_their_deadline(tmp_path, house):
    courrier.count(house, papers.RECEIVED.date(), Canal.PAPIER_GUICHET, 2)
    assert not told(house)["non_scannes"].late
    later = opened(tmp_path, now="2026-05-12T00:00:00+02:00")
    assert told(later)["non_scannes"].late
    later.close()


def test_an_envelope_that_nobody_scans_is_forgotten_in_the_end_but_never_by_who_asks_for_all(tmp_path, house):
    courrier.count(house, papers.RECEIVED.date(), Canal.PAPIER_GUICHET, 2)
    later = opened(tmp_path, now="2026-09-01T12:00:00+02:00")
    assert told(later) == {}
    assert len(status.overview(later, everything=True).unscanned) == 1
    later.close()


def test_a_guichet_without_an_address_is_named_before_and_after_somebody_tries_to_tell_it(house):
    file_pli(house, unknown_office(), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.releve())
    before = told(house)["guichet_inconnu"]
    tell(house, lambda done, total: None)
    assert told(house)["guichet_inconnu"] == before
    assert "le guichet 99999 n'a pas d'adresse connue : « pli guichets importer »" in before.text


def test_an_address_in_the_companion_does_for_want_of_another(house):
    companion = Companion(courriel="guichet@example.org")
    file_pli(house, unknown_office(), *BULLETIN, companion=companion)
    assert told(house) == {}


def test_an_address_that_refuses_is_named_with_what_its_server_said(house):
    with house.store.begin() as tx:
        addresses.refuse(tx, "ancienne@example.org", "550 inconnue", papers.RECEIVED)
    assert "ancienne@example.org refuse nos messages depuis le 06/05/2026 (550 inconnue)" in str(told(house))


@pytest.mark.parametrize(("state", "kind"), [("a_envoyer", "mels_en_attente"), ("refuse", "mels_refuses")])
def test_messages_that_wait_or_are_refused_are_counted(house, state, kind):
    file_pli(house, papers.bordereau(1, 3), BULLETIN[0], papers.releve())
    tell(house, lambda done, total: None)
    with house.store.begin() as tx:
        tx.exec_driver_sql("UPDATE envoi SET etat = ?", (state,))
    assert told(house)[kind].text.startswith("1 message")


def test_a_deposit_still_to_be_withdrawn_is_named(house):
    pli = file_pli(house, papers.bordereau(1, 3), *BULLETIN)
    with house.store.begin() as tx:
        tx.exec_driver_sql(
            "INSERT INTO rectification (pli, piece, cle, numero_unique, motif, violation, etat, par, le) "
            "VALUES (?, ?, 'c', '', 'm', 1, 'a_retirer', 'p', ?)",
            (pli, f"{pli}-03", papers.RECEIVED.isoformat()),
        )
    assert f"{pli}-03" in told(house)["retrait_en_attente"].text


def test_a_calendar_that_runs_out_is_said_ahead(tmp_path):
    house = opened(tmp_path, now="2050-01-02T12:00:00+01:00")
    assert "31/12/2050" in told(house)["calendrier"].text
    house.close()


@contextmanager
def watching(house):
    with lock.serving(house.racine) as file:
        yield Pulse(file, {})


def test_a_service_that_has_gone_silent_is_said(house):
    with watching(house) as pulse:
        pulse.beat()
        assert told(house) == {}
        long_ago = datetime.now().timestamp() - 2 * SILENCE_S  # noqa: DTZ005
        os.utime(house.racine / "var" / lock.SERVICE, (long_ago, long_ago))
        assert "20 min" in told(house)["service_muet"].text
    assert told(house) == {}, "where nobody watches, nobody is silent"


def test_a_scanner_that_has_gone_silent_is_named(tmp_path, house):
    for rank, day in enumerate(("2026-04-30", "2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07"), start=1):
        dropped = replace(received(house, 1, rank=rank), station="s1")
        at = datetime.fromisoformat(f"{day}T10:00:00+02:00")
        with house.store.begin() as tx:
            lots.add(tx, dropped, f"prise-{rank}", is_folder=False)
            journal.note(tx, at, dropped.lot, journal.RECEIVED)
    for now, is_told in (("2026-05-11T12:00:00+02:00", False), ("2026-05-12T12:00:00+02:00", True)):
        later = opened(tmp_path, now=now)
        assert ("station_muette" in told(later)) == is_told
        later.close()
