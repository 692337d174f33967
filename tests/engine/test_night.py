"""Déversement by hand and by night: what is tried, how often, when, and what is left when it ends."""

import shutil
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from threading import Lock

import pytest

from pipeline.domain.facts import Demande, DemandeState
from pipeline.domain.working_calendar import PARIS
from pipeline.engine import night
from pipeline.engine.night import deverse, night_of
from pipeline.errors import Denied, Unavailable
from pipeline.settings import Settings
from pipeline.sne.breaker import DENIED_REST_S, PATIENCE, Breaker
from pipeline.sne.fichier import SneFichier
from pipeline.sne.patience import FIRST_S, HOLDS
from pipeline.sne.port import Refusal, Refused, Uncertain
from pipeline.store import deposits, nights
from tests.scenarios import crowd
from tests.store.shelf import opened

WEDNESDAY = date(2026, 5, 6)
PLIS, WHOLE = 3, 3 * crowd.PIECES
LOOK_S = 1800.0


def at(hour, minute=0, day=WEDNESDAY):
    return datetime.combine(day, datetime.min.time(), PARIS).replace(hour=hour, minute=minute)


class Clock:
    """Time that only waiting moves on."""

    def __init__(self, now):
        self.now, self.waits, self.stops_at = now.astimezone(UTC), [], None

    def pause(self, seconds):
        self.waits += [seconds] if seconds else []
        self.now += timedelta(seconds=seconds)
        return self.stops_at is not None and self.now >= self.stops_at

    def seconds(self):
        return self.now.timestamp()


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A workspace whose pieces are all to be deposited; not to be changed."""
    racine = tmp_path_factory.mktemp("foule")
    with closing(opened(racine)) as house:
        crowd.fill(house, PLIS)
    return racine


@pytest.fixture
def house(filled, tmp_path):
    shutil.copytree(filled, tmp_path / "espace")
    with closing(opened(tmp_path / "espace", "")) as house:
        yield house


@pytest.fixture
def clock(monkeypatch):
    clock = Clock(at(20))
    monkeypatch.setattr(night, "LOOK_S", LOOK_S)  # one looks less often: nothing else happens
    monkeypatch.setattr(Settings, "now", lambda _settings: clock.now.astimezone(PARIS))
    return clock


class Told(SneFichier):
    """A register that answers each deposit as it is told to, then as it should; it remembers what it heard."""

    def __init__(self, house, *answers):
        super().__init__(house.racine / "outbox" / "sne", None, house.settings.now)
        self.answers, self.heard, self.lock = list(answers), [], Lock()

    def deposit(self, deposit):
        with self.lock:
            self.heard.append(deposit)
            answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, Exception):
            raise answer
        return answer or super().deposit(deposit)


def quiet(_done, _total):
    pass


def by_hand(house, sne=None):
    house.sne = sne or house.sne
    return deverse(house, quiet)


def by_night(house, clock, sne=None, day=WEDNESDAY):
    house.sne = sne or house.sne
    return night_of(house, day, quiet, clock.pause)


def due(house):
    with house.store.begin() as tx:
        return deposits.due(tx)


def ledger(house, day=WEDNESDAY):
    with house.store.begin() as tx:
        return nights.of_day(tx, day)


def test_by_hand_a_piece_without_an_answer_is_tried_again_a_few_times_in_its_place(house):
    sne = Told(house, Uncertain("rien"), Unavailable("occupé"))
    assert by_hand(house, sne).deposited == WHOLE
    keys = [deposit.cle for deposit in sne.heard]
    assert len(keys) == WHOLE + 2
    for number in {deposit.numero_unique for deposit in sne.heard}:
        own = list(dict.fromkeys(deposit.cle for deposit in sne.heard if deposit.numero_unique == number))
        assert own == [deposit.cle for deposit in sne.heard if deposit.numero_unique == number][-crowd.PIECES :]


def test_by_hand_what_never_gets_an_answer_lets_the_others_pass(house):
    stuck = due(house)[0].cle

    class Stuck(Told):
        def deposit(self, deposit):
            return Uncertain("rien") if deposit.cle == stuck else super().deposit(deposit)

    done = by_hand(house, Stuck(house))
    assert (done.deposited, done.unanswered, done.stopped) == (WHOLE - 1, 1, None)
    (left,) = due(house)
    assert (left.cle, left.state, left.essais) == (stuck, "incertain", HOLDS)
    assert left.not_before > house.settings.now()


def test_by_hand_what_was_put_off_is_tried_at_once(house, clock):
    by_hand(house, Told(house, *[Uncertain("rien")] * 100))
    assert by_hand(house, Told(house)).deposited == WHOLE


def test_what_the_register_asks_to_wait_for_is_not_tried_again_in_the_same_run(house, clock):
    sne = Told(house, Unavailable("occupé", 120.0))
    done = by_hand(house, sne)
    assert (done.deposited, done.unanswered) == (WHOLE - crowd.PIECES, crowd.PIECES)
    assert due(house)[0].not_before >= house.settings.now() + timedelta(seconds=120)


def test_a_denial_is_heard_once_and_ends_the_run(house):
    sne = Told(house, Denied("accès refusé (401)"))
    done = by_hand(house, Breaker(sne))
    assert (len(sne.heard), done.deposited, done.unanswered, done.stopped) == (1, 0, WHOLE, "accès refusé (401)")
    assert {(piece.state, piece.essais) for piece in due(house)} == {("a_deposer", 0)}


def test_several_deposits_are_under_way_at_once_and_never_two_for_one_demande(house):
    class Slow(Told):
        busy, most = [], 0

        def deposit(self, deposit):
            with self.lock:
                self.busy.append(deposit.numero_unique)
                Slow.most = max(self.most, len(self.busy))
                assert len(set(self.busy)) == len(self.busy)
            time.sleep(0.02)
            try:
                return super().deposit(deposit)
            finally:
                with self.lock:
                    self.busy.remove(deposit.numero_unique)

    assert by_hand(house, Slow(house)).deposited == WHOLE
    assert Slow.most == PLIS


def test_after_a_silence_calls_go_alone_until_something_answers(house):
    class Watched(Told):
        busy, at_each = 0, []

        def deposit(self, deposit):
            with self.lock:
                self.busy += 1
                self.at_each.append(self.busy)
            time.sleep(0.02)
            try:
                return super().deposit(deposit)
            finally:
                with self.lock:
                    self.busy -= 1

    by_hand(house, Watched(house, Uncertain("rien"), Uncertain("rien"), Uncertain("rien")))
    assert Watched.at_each[:4] == [1, 1, 1, 1]
    assert max(Watched.at_each) > 1


def test_a_night_goes_on_until_it_closes_and_takes_what_is_accepted_meanwhile(house, clock, monkeypatch):
    done = by_night(house, clock)
    assert done.deposited == WHOLE
    assert at(6, day=WEDNESDAY + timedelta(days=1)) <= clock.now
    assert max(clock.waits) == LOOK_S
    found = ledger(house)
    assert (found.opened, found.ended) == (at(20), clock.now)
    assert found.counts == {"deposees": WHOLE, "refusees": 0, "sans_reponse": 0, "en_defaut": 0, "retenues": 0}


def test_what_is_put_off_is_tried_again_at_its_instant_and_those_behind_it_wait(house, clock):
    sne = Told(house, Uncertain("rien"))
    assert by_night(house, clock, sne).deposited == WHOLE
    assert len(sne.heard) == WHOLE + 1
    number = sne.heard[0].numero_unique
    own = [deposit.cle for deposit in sne.heard if deposit.numero_unique == number]
    assert own[0] == own[1], "the next one is tried after it"
    assert FIRST_S <= clock.waits[0] <= 1.5 * FIRST_S


def test_what_never_gets_an_answer_is_tried_a_bounded_number_of_times(house, clock):
    stuck = due(house)[0].cle

    class Stuck(Told):
        tries = 0

        def deposit(self, deposit):
            if deposit.cle != stuck:
                return super().deposit(deposit)
            Stuck.tries += 1
            return Uncertain("rien")

    done = by_night(house, clock, Stuck(house))
    assert (done.deposited, done.unanswered) == (WHOLE - 1, 1)
    assert 10 < Stuck.tries < 40
    assert ledger(house).counts["sans_reponse"] == 1


def test_a_register_that_stays_silent_rests_between_a_few_calls(house, clock):
    breaker = Breaker(Told(house, *[Unavailable("fermé")] * 1000), clock.seconds)
    clock.now = at(4, day=WEDNESDAY + timedelta(days=1)).astimezone(UTC)
    done = by_night(house, clock, breaker)
    calls = len(breaker._sne.heard)
    assert (done.deposited, done.stopped) == (0, "fermé")
    assert calls <= PATIENCE * 2 * 60
    assert ledger(house).counts["sans_reponse"] == WHOLE


def test_a_register_that_denies_us_is_asked_once_an_hour_at_most(house, clock):
    breaker = Breaker(Told(house, *[Denied("accès refusé (403)")] * 1000), clock.seconds)
    done = by_night(house, clock, breaker)
    assert isinstance(done.shut, Denied)
    assert len(breaker._sne.heard) <= 10 * 3600 / DENIED_REST_S + 1


def test_a_register_that_recovers_gets_everything_in_the_same_night(house, clock):
    breaker = Breaker(Told(house, *[Unavailable("fermé")] * 12), clock.seconds)
    assert by_night(house, clock, breaker).deposited == WHOLE


def test_nothing_begins_once_the_night_has_closed_and_what_is_left_keeps_its_state(house, clock):
    class Ending(Told):
        def deposit(self, deposit):
            clock.now += timedelta(hours=4)
            return super().deposit(deposit)

    sne = Ending(house)
    done = by_night(house, clock, sne)
    assert 3 <= len(sne.heard) < 8
    assert (done.deposited, done.unanswered) == (len(sne.heard), WHOLE - len(sne.heard))
    assert {(piece.state, piece.essais) for piece in due(house)} == {("a_deposer", 0)}


def test_a_night_that_is_told_to_stop_stays_open_and_goes_on_where_it_was(house, clock):
    clock.stops_at = clock.now
    first = by_night(house, clock)
    assert (first.deposited, ledger(house).ended) == (0, None)
    clock.stops_at = None
    assert by_night(house, clock).deposited == WHOLE
    assert ledger(house).counts["deposees"] == WHOLE
    assert ledger(house).opened == at(20)


def test_a_night_that_was_missed_is_caught_up_without_waiting(house, clock):
    clock.now = at(9, day=WEDNESDAY + timedelta(days=1)).astimezone(UTC)
    done = by_night(house, clock, Told(house, Uncertain("rien")))
    assert (done.deposited, clock.waits) == (WHOLE, [])
    assert ledger(house).ended == clock.now
    with house.store.begin() as tx:
        assert nights.due(tx, clock.now, at(20).time(), at(6).time()) is None


def test_where_time_stands_still_a_night_does_what_it_can_and_ends(house, clock):
    with closing(opened(house.racine, at(21).isoformat())) as rehearsed:
        assert night_of(rehearsed, WEDNESDAY, quiet, clock.pause).deposited == WHOLE
        assert (clock.waits, ledger(rehearsed).counts["deposees"]) == ([], WHOLE)


def test_by_hand_in_the_name_of_a_night_it_is_counted_there(house):
    done = deverse(house, quiet, WEDNESDAY)
    assert ledger(house).counts["deposees"] == done.deposited == WHOLE
    assert ledger(house).ended is not None


class Elsewhere(Told):
    """What answers at a wrong address: 404, in JSON, whatever is asked; but for ``known``, which it knows."""

    known = ()

    def ask(self, numero_unique):
        state = DemandeState.ACTIVE if numero_unique in self.known else DemandeState.UNKNOWN
        return Demande(numero_unique, state)

    def deposit(self, deposit):
        with self.lock:
            self.heard.append(deposit)
        return Refused(Refusal.UNKNOWN_DEMANDE, "demande inconnue")


def test_a_register_that_knows_nothing_any_more_rejects_nobody_s_piece_and_ends_the_run(house):
    by_hand(house, Told(house, *[None] * 4, *[Unavailable("fermé", 1.0)] * 100))
    there = WHOLE - len(due(house))
    sne = Elsewhere(house)
    done = by_hand(house, Breaker(sne))
    assert (there, done.refused, done.unanswered, len(sne.heard)) == (4, 0, WHOLE - 4, 1)
    assert "PLI_SNE_URL" in done.stopped


def test_a_demande_that_the_register_still_knows_is_not_rejected_on_a_404(house):
    sne = Elsewhere(house)
    sne.known = {crowd.number(rank) for rank in range(1, PLIS + 1)}
    done = by_hand(house, sne)
    assert (done.refused, done.unanswered) == (0, WHOLE)
    assert {piece.state for piece in due(house)} == {"incertain"}


def test_a_demande_that_is_unknown_where_others_are_known_is_rejected(house):
    by_hand(house, Told(house, *[None] * 4, *[Unavailable("fermé", 1.0)] * 100))
    sne = Elsewhere(house)
    sne.known = {piece.numero_unique for piece in due(house)[:1]}
    done = by_hand(house, sne)
    others = [piece for piece in due(house) if piece.numero_unique not in sne.known]
    assert (done.refused > 0, others) == (True, [])


def test_a_file_that_is_gone_keeps_its_piece_and_none_of_the_others(house):
    lost = due(house)[0]
    house.store.blobs.path(lost.blob).unlink()
    done = by_hand(house, Told(house))
    assert (done.deposited, done.failed) == (WHOLE - 1, 1)
    assert [(piece.piece, piece.state) for piece in due(house)] == [(lost.piece, "a_deposer")]


def test_an_answer_recorded_while_the_run_goes_on_keeps_the_piece(house):
    other = due(house)[-1]

    class Interrupted(Told):
        def deposit(self, deposit):
            with house.store.begin() as tx:
                deposits.forget_intentions(tx, other.pli)
            return super().deposit(deposit)

    done = by_hand(house, Interrupted(house))
    assert (done.deposited, done.unanswered) == (WHOLE - crowd.PIECES, 0)
