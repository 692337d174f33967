"""A mail server in a mood: whatever it answers, everybody is told once, under one name, by a message that is ours."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import SMTP

import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine.post import desk_of, tell
from pipeline.errors import InputFault
from pipeline.mail.smtp import TransportSmtp
from pipeline.stages.ingest import refuse
from pipeline.stages.notify import send_again
from pipeline.store import addresses, lots, mails, outgoing
from pipeline.upkeep.check_world import check_world
from tests import papers
from tests.mail.servers import CUT, DOT, GREETING, HOST, MailServer, running
from tests.papers import MARTIN
from tests.scenarios.outside import mailing_to
from tests.scenarios.test_killed import running as running_command
from tests.scenarios.test_killed import wait_for
from tests.scenarios.workspace import Workspace
from tests.store.shelf import NOON, file_pli, opened, received

OURS = {
    *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Pli"),
    *("MIME-Version", "Content-Type"),
}
SENDER, GUICHET = "ne-pas-repondre@numerisation.example", "guichet-10691@moselle.example"
ALONE, MANY, PAIRS, WRONG = 45, 90, 12, 5
DELAY_S = 0.4
FAULTS = {
    GREETING: (0.06, ("421 4.3.2 Busy", "554 5.3.2 Closed", CUT)),
    "EHLO": (0.04, ("451 4.3.0 Later", CUT)),
    "MAIL": (0.12, ("451 4.3.0 Error", "452 4.3.1 Disk full", "421 4.3.2 Bye", CUT, 0.05, 0.05, 1.0)),
    "RCPT": (0.18, ("450 4.2.0 Greylisted", "452 4.2.2 Full", "421 4.3.2 Bye", CUT, 0.05)),
    "DATA": (0.12, ("451 4.3.0 Error", "554 5.6.0 Not this one", CUT)),
    DOT: (0.25, ("451 4.3.0 Error", "421 4.3.2 Bye", "552 5.3.4 Too big", CUT, CUT, 0.1)),
    "RSET": (0.05, ("421 4.3.2 Bye", CUT)),
}

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("outside")]


class Mood(dict):
    """What a server says, drawn at each step until it calms down; ``wrong``: the boxes that it does not have."""

    def __init__(self, seed):
        super().__init__()
        self.dice, self.calm, self.wrong, self.ends = random.Random(seed), False, set(), []

    def get(self, step, _default=None):
        said = self._drawn(step)
        if step == DOT:
            self.ends.append(said)
        return said

    def _drawn(self, step):
        kind, _, address = step.partition(" ")
        if kind == "RCPT" and address in self.wrong:
            return "550 5.1.1 No such user"
        share, faults = FAULTS.get(step if step in FAULTS else kind, (0.0, ()))
        return self.dice.choice(faults) if not self.calm and self.dice.random() < share else None


def delivered(server):
    """What the server took: its last word on it was yes, or nobody heard that word."""
    ends = server.script.ends if isinstance(server.script, Mood) else [None] * len(server.received)
    taken = [(one, end) for one, end in zip(server.received, ends, strict=True) if end in {None, CUT} or end == 0.1]
    return [(message_from_bytes(one.content, policy=SMTP), one.to, end) for one, end in taken]


def untaken(house, rank):
    """Receive a file that cannot be opened, from a sender of its own: the shortest way to a message."""
    companion = Companion(courriel=f"depot-{rank}@example.org")
    receipt = received(house, 0, companion=companion, rank=rank)
    with house.store.begin() as tx:
        lots.add(tx, receipt, f"prise-{rank}", is_folder=False)
        original = house.store.blobs.path(receipt.source.sha256)
        refuse(tx, receipt, original, InputFault("Ce fichier demande un mot de passe."), house.settings)
    return f"{receipt.lot}-1"


def paired(house, rank):
    """Receive a rejected piece that two addresses are told of."""
    companion = Companion(numero_unique=MARTIN, courriel=f"depot-{rank}@example.org", guichet="10691")
    return file_pli(house, papers.releve(), canal=Canal.PWP, companion=companion, rank=rank)


@contextmanager
def connected(house, server):
    """Give the house a connection of its own to ``server``, which waits less than people do."""
    how = {"starttls": "non", "credentials": None, "sender": SENDER, "delay_s": DELAY_S}
    house.transport = TransportSmtp(HOST, server.port, **how)
    with closing(house.transport):
        yield


def turn(house, server, after, *, patient):
    """Let the service, or a person, send what is due some time later."""
    house.settings = replace(house.settings, maintenant=datetime.fromisoformat(NOON) + after)
    with connected(house, server):
        tell(house, lambda done, total: None, patient=patient)


def kept(house, names):
    with house.store.begin() as tx:
        return {name: mails.of_pli(tx, name) for name in names}


def waiting(house):
    with house.store.begin() as tx:
        return outgoing.due(tx, house.settings.now() + outgoing.LOOK_AGAIN / 2, patient=True)


def assert_ours_and_once(server, unheard):
    """Every message that was taken has our headers alone; twice, only when nobody could know of the first time."""
    seen = delivered(server)
    for message, _, _ in seen:
        assert set(message.keys()) - {"References"} == OURS
    by_name = Counter((message["Message-ID"], address) for message, to, _ in seen for address in to)
    lost = Counter((message["Message-ID"], address) for message, to, end in seen for address in to if end == CUT)
    copies = {name: count - 1 for name, count in by_name.items() if count > 1}
    assert sum(copies.values()) <= sum(lost.values()) + unheard
    if not unheard:
        assert all(count <= lost[name] for name, count in copies.items()), "a copy without a cut after the last byte"
    return by_name


@pytest.mark.parametrize(
    ("seed", "alone"), [(1, ALONE), *(pytest.param(seed, MANY, marks=pytest.mark.faults) for seed in range(1, 12))]
)
def test_whatever_a_mail_server_answers_everybody_is_told_once(tmp_path, seed, alone):
    mood = Mood(seed)
    with running(MailServer(script=mood)) as server, closing(opened(tmp_path)) as house:
        names = [untaken(house, rank) for rank in range(alone)]
        names += [paired(house, rank) for rank in range(alone, alone + PAIRS)]
        mood.wrong = {f"depot-{rank}@example.org" for rank in mood.dice.sample(range(alone), WRONG)}
        for night in range(8):
            turn(house, server, timedelta(seconds=4001 * night), patient=night % 3 != 2)
        mood.calm = True
        for night in range(8, 11):
            turn(house, server, timedelta(seconds=4001 * night), patient=True)
        assert waiting(house) == []
        told = kept(house, names)
        refused = {name for name, sent in told.items() if sent[-1].state == mails.REFUSED}
        assert refused, "this mood refused nothing for good: it shows less than it should"
        mood.wrong = set()
        with connected(house, server):  # a person saw why, and sends again
            assert {send_again(name, desk_of(house)).mail.state for name in refused} == {mails.SENT}
        assert_everybody_was_told(house, server, names, refused)
        assert check_world(house) == []


def assert_everybody_was_told(house, server, names, refused):
    taken = assert_ours_and_once(server, unheard=0)
    with house.store.begin() as tx:
        assert addresses.refused(tx) == []
    for name, sent in kept(house, names).items():
        assert [mail.nature for mail in sent] == ["final", "renvoi-1"] if name in refused else ["final"]
        for mail in sent:
            reached = {address for address in mail.to if mail.answer(address) == mails.SENT}
            assert reached <= {address for message_id, address in taken if message_id == mail.message_id}
        assert sent[-1].state == mails.SENT
    in_table = {mail.message_id for sent in kept(house, names).values() for mail in sent}
    assert {message_id for message_id, _ in taken} <= in_table


@pytest.mark.parametrize(
    ("deaths", "count"), [(2, ALONE), pytest.param(20, MANY, marks=[pytest.mark.faults, pytest.mark.timeout(1200)])]
)
def test_a_sending_killed_at_random_tells_everybody_and_nobody_more_than_the_deaths_allow(tmp_path, deaths, count):
    dice = random.Random(20260506)
    with closing(opened(tmp_path)) as house:
        names = [untaken(house, rank) for rank in range(count)]
    workspace = Workspace(tmp_path)
    with running(MailServer(script={DOT: 0.01})) as server:
        outside = mailing_to(server.port) | {"PLI_MEL_STARTTLS": "non"}
        for heard in sorted(dice.sample(range(1, count - 5), deaths)):
            with running_command(workspace, "notifier", now=NOON, **outside) as process:
                wait_for(lambda heard=heard: len(server.received) >= heard, process)
        done = workspace.pli("notifier", now=NOON, **outside)
        assert done.returncode == 0, done.stderr
        by_name = assert_ours_and_once(server, unheard=deaths)
    assert len(by_name) == len(names)
    with closing(opened(tmp_path)) as house:
        assert {mail.state for sent in kept(house, names).values() for mail in sent} == {mails.SENT}
        assert check_world(house) == []
