"""Five hundred pieces against a register that misbehaves: once it calms down, each is there once."""

from __future__ import annotations

import json
import random
from collections import Counter
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest

from pipeline.domain.working_calendar import PARIS
from pipeline.engine.night import deverse, night_of
from pipeline.engine.publish import publish
from pipeline.settings import Settings
from pipeline.sne.bouchon.serve import serving
from pipeline.store import nights
from pipeline.upkeep.check_world import check_world
from tests.scenarios import crowd
from tests.scenarios.conftest import once
from tests.scenarios.test_killed import running, wait_for
from tests.scenarios.workspace import Workspace
from tests.sne.hostile import CUT_AFTER, PAGE, TIMEOUT_AFTER, TIMEOUT_BEFORE, Fault, hostile, says
from tests.store.shelf import opened

PLIS, RUNS_MAX = 100, 60
WHOLE = PLIS * crowd.PIECES
EVENING = datetime(2026, 5, 6, 21, 0, tzinfo=PARIS)
AT_NINE = EVENING.isoformat()
DELAI_S = "0.5"
ANOTHER = json.dumps(
    {"reference": "SNE-1", "cle": "cd" * 32, "sha256": "0" * 64, "depose_le": "2026-05-06T21:00:00+02:00"}
).encode()
LISTS = [says(500, on="GET"), Fault("GET", cut_after=20), says(503, on="GET", Retry_After="1")]
QUICK = [
    says(500), says(500, commits=True), says(502), says(503, Retry_After="1"), says(503, Retry_After="30"), says(429),
    Fault(commits=False, cut_after=0), CUT_AFTER, Fault(cut_after=60),
    Fault(status=200, headers=PAGE, body=b"<html>maintenance</html>"), says(201, ANOTHER, commits=True),
    says(404, b'{"detail": "Not Found"}'), *LISTS,
]  # fmt: skip
SLOW = [TIMEOUT_BEFORE, TIMEOUT_AFTER]

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("hostile")]


def quiet(_done, _total):
    pass


def mixed(dice, quick, slow):
    """Return faults in any order, spread among calls that go well."""
    faults = [dice.choice(QUICK) for _ in range(quick)] + [dice.choice(SLOW) for _ in range(slow)]
    well = [Fault(dice.choice(["PUT", "PUT", "GET"])) for _ in range(2 * len(faults))]
    return dice.sample([*faults, *well], 3 * len(faults))


@pytest.fixture
def dice():
    return random.Random(20260506)


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A workspace whose pieces are all to be deposited; not to be changed."""

    def make(racine):
        with closing(opened(racine)) as house:
            crowd.fill(house, PLIS)

    return Workspace(once(tmp_path_factory.getbasetemp() / "foule", make))


@pytest.fixture
def workspace(filled, tmp_path):
    return filled.copied(tmp_path / "espace")


@pytest.fixture
def sne(tmp_path):
    """A register that knows every demande."""
    known = crowd.demandes(tmp_path / "demandes.json", PLIS)
    with serving(demandes=known, base=tmp_path / "sne", now=lambda: EVENING) as url:
        yield url


def settings(url):
    return {"PLI_SNE_CONNECTEUR": "http", "PLI_SNE_URL": url, "PLI_SNE_DELAI_S": DELAI_S}


@contextmanager
def night_house(workspace, url, now=AT_NINE):
    with closing(opened(workspace.racine, now, **settings(url))) as house:
        yield house


def assert_each_is_there_once(workspace, url, register, at_once=1):
    """``at_once``: how many calls may be under way for one demande; that of a dead process goes on at the register."""
    with night_house(workspace, url) as house:
        publish(house)
        told = workspace.rows("SELECT etat, cle, reference FROM depot")
        assert Counter(etat for etat, _, _ in told) == {"depose": WHOLE}
        held = [piece for rank in range(1, PLIS + 1) for piece in house.sne.pieces(crowd.number(rank))]
        assert Counter((piece.cle, piece.reference) for piece in held) == Counter((c, r) for _, c, r in told)
        assert check_world(house) == []
    assert register.most_at_once, "nothing was heard"
    assert max(register.most_at_once.values()) <= at_once, "two calls under way for one demande"


def calm(workspace, url):
    """Deposit by hand, again and again, until nothing is left."""
    for _ in range(RUNS_MAX):
        with night_house(workspace, url) as house:
            done = deverse(house, quiet)
        assert (done.refused, done.failed) == (0, 0)
        if not done.unanswered:
            return
    pytest.fail("it never came to an end")


def suffer(workspace, sne, faults):
    with hostile(sne, *faults) as register:
        calm(workspace, register.url)
        assert_each_is_there_once(workspace, register.url, register)


def test_whatever_the_register_answers_each_piece_ends_there_once(workspace, sne, dice):
    suffer(workspace, sne, mixed(dice, 60, 8))


@pytest.mark.faults
@pytest.mark.parametrize("seed", range(5))
def test_many_more_faults_change_nothing(workspace, sne, seed):
    suffer(workspace, sne, mixed(random.Random(seed), 800, 60))


def deposited(workspace):
    return workspace.rows("SELECT count(*) FROM depot WHERE etat = 'depose'")[0][0]


def cut_and_go_on(workspace, sne, dice, cuts, faults):
    with hostile(sne, *faults) as register:
        for share in sorted(dice.uniform(0.0, 0.9) for _ in range(cuts)):
            with running(workspace, "deverser", now=AT_NINE, **settings(register.url)) as process:
                wait_for(lambda share=share: deposited(workspace) > share * WHOLE, process)
        calm(workspace, register.url)
        assert_each_is_there_once(workspace, register.url, register, at_once=1 + cuts)


def test_a_run_killed_at_random_among_faults_deposits_each_piece_once(workspace, sne, dice):
    cut_and_go_on(workspace, sne, dice, 3, mixed(dice, 20, 0))


@pytest.mark.faults
@pytest.mark.parametrize("seed", range(3))
def test_a_run_killed_over_and_over_deposits_each_piece_once(workspace, sne, seed):
    cut_and_go_on(workspace, sne, random.Random(seed), 15, mixed(random.Random(seed), 300, 20))


class Clock:
    """Time that passes by ``tick_s`` whenever somebody looks, and by an hour at least whenever somebody waits."""

    def __init__(self, now, tick_s):
        self.now, self.tick = now.astimezone(UTC), timedelta(seconds=tick_s)

    def look(self):
        self.now += self.tick
        return self.now.astimezone(PARIS)

    def pause(self, seconds):
        if seconds:
            self.now += timedelta(seconds=max(seconds, 3600))
        return False

    def seconds(self):
        return self.now.timestamp()


def test_a_night_too_short_leaves_the_rest_as_it_is_to_the_next_one(workspace, sne, dice, monkeypatch):
    clock = Clock(EVENING, tick_s=0.0)
    monkeypatch.setattr(Settings, "now", lambda _settings: clock.look())
    today, tomorrow = date(2026, 5, 6), date(2026, 5, 7)
    with hostile(sne, *mixed(dice, 20, 0)) as register, night_house(workspace, register.url, "") as house:
        house.sne._clock = clock.seconds
        _, closes = nights.hours(today, house.settings.deversement.ouverture, house.settings.deversement.fermeture)
        clock.now, clock.tick = closes - timedelta(seconds=100), timedelta(seconds=1)
        first = night_of(house, today, quiet, clock.pause)
        left = workspace.rows("SELECT DISTINCT etat FROM depot WHERE etat != 'depose'")
        assert 0 < first.deposited < WHOLE
        assert ("a_deposer",) in left
        clock.now, clock.tick = closes + timedelta(hours=14), timedelta(0)
        second = night_of(house, tomorrow, quiet, clock.pause)
        assert first.deposited + second.deposited == WHOLE
        with house.store.begin() as tx:
            counts = [nights.of_day(tx, day).counts for day in (today, tomorrow)]
        assert [count["deposees"] for count in counts] == [first.deposited, second.deposited]
        assert [count["sans_reponse"] for count in counts] == [WHOLE - first.deposited, 0]
        assert_each_is_there_once(workspace, register.url, register)
