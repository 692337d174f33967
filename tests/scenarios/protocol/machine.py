"""The deposit protocol: what people, the register, the power and the clock may do, in any order, and what must hold."""

from __future__ import annotations

from collections import Counter

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from pipeline.engine import answers, post
from pipeline.engine.answers import Answer
from pipeline.engine.day import settle_again
from pipeline.engine.night import deverse, night_of
from pipeline.engine.publish import publish
from pipeline.engine.rectify import Order, rectify
from pipeline.errors import Misuse
from pipeline.store import deposits
from tests.papers import DURAND, MARTIN
from tests.scenarios.protocol.register import Fault
from tests.scenarios.protocol.world import PIECES, World

CALM_MAX = 3
SAID = {
    "another type": Answer(type="PRO-ATE"),
    "its type": Answer(type="RES-BUL"),
    "refused": Answer(motif="I01"),
    "another demande": Answer(numero_unique=DURAND),
    "its demande": Answer(numero_unique=MARTIN),
}
scripts = st.lists(st.sampled_from(Fault), max_size=4)
fuses = st.none() | st.integers(0, 60)
pieces = st.sampled_from(PIECES)
said = st.sampled_from(list(SAID))


def quiet(_done: int, _total: int) -> None:
    pass


def unless_refused(command):
    """Run what people ask for; what they may not ask for is refused, and nothing is written."""

    def run(house):
        try:
            command(house)
        except Misuse:
            return

    return run


def is_for_a_person(violation):
    """Whether it only says that a piece in doubt was found there when its demande had been struck off."""
    return violation.what == "déposée sans être acceptée"


class Protocol(RuleBasedStateMachine):
    """Any day of the deposit step; ``world`` is set by the test that runs it."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.world.begin()

    @rule(script=scripts, fuse=fuses)
    def deposit(self, script, fuse):
        self.world.run(lambda house: deverse(house, quiet), script, fuse)

    @rule(script=scripts, fuse=fuses)
    def hold_the_night(self, script, fuse):
        day = self.world.now.date()
        self.world.run(lambda house: night_of(house, day, quiet, lambda _s: False), script, fuse)

    @rule(piece=pieces, what=said, fuse=fuses)
    def answer(self, piece, what, fuse):
        command = unless_refused(lambda house: answers.answer(house, [piece], SAID[what], "Camille"))
        self.world.run(command, (), fuse)

    @rule(piece=pieces)
    def take_the_answer_back(self, piece):
        self.world.run(unless_refused(lambda house: answers.cancel(house, [piece])))

    @rule(fuse=fuses)
    def settle_again(self, fuse):
        self.world.run(settle_again, (), fuse)

    @rule(named=st.lists(pieces, min_size=1, max_size=2, unique=True), what=said, script=scripts, fuse=fuses)
    def put_right(self, named, what, script, fuse):
        order = Order("mauvais classement", SAID[what], "Camille")
        self.world.run(unless_refused(lambda house: rectify(house, named, order)), script, fuse)

    @rule(fuse=fuses)
    def tell(self, fuse):
        self.world.run(lambda house: post.tell(house, quiet), (), fuse)

    @rule(hours=st.sampled_from([-1, 0.01, 1, 12]))
    def time_passes(self, hours):
        self.world.pass_time(hours)

    @rule(nu=st.sampled_from([MARTIN, DURAND]))
    def strike_off(self, nu):
        self.world.register.struck.add(nu)

    @rule(piece=pieces)
    def a_stranger_files_other_bytes_under_its_key(self, piece):
        for _, name, cle, nu, _ in self.world.rows():
            if name == piece:
                self.world.register.file_for_a_stranger(nu, cle)

    @invariant()
    def all_holds(self):
        assert self.world.is_chained()
        assert not self.world.register.sent_blind, "sent again, when nobody knew what became of the first call"
        assert not self.world.register.wrong_keys, "a key is not that of what is filed under it"
        self._said_deposited_is_there()
        self._a_piece_stands_under_one_key()
        assert not self.world.senders.early, "a sender was told of a deposit that was not there"

    def _said_deposited_is_there(self):
        withdrawing = self.world.withdrawing()
        active = {(nu, entry.cle) for nu, entry in self.world.register.active()}
        said_there = {
            (nu, cle)
            for _, _, cle, nu, state in self.world.rows()
            if state == deposits.DEPOSITED and cle not in withdrawing
        }
        assert said_there <= active, "said deposited, and not in the register"

    def _a_piece_stands_under_one_key(self):
        filed = Counter((entry.pli, entry.leaves) for _, entry in self.world.register.active() if entry.pli is not None)
        assert max(filed.values(), default=0) <= 1, "the same pages of one pli stand under two keys"

    def teardown(self):
        """Let the faults stop: what is accepted is deposited, what is deposited is told, and every invariant holds."""
        for _ in range(CALM_MAX):
            self.world.run(lambda house: deverse(house, quiet))
            self.all_holds()
            self.world.run(lambda house: post.tell(house, quiet))
            if self._all_is_answered():
                break
        self.world.run(publish)
        assert self._all_is_answered(), "calm has come, and something is still in doubt"
        self._what_is_there_is_known()
        self._deposited_is_told()
        assert [one for one in self.world.violations() if not is_for_a_person(one)] == []

    def _all_is_answered(self):
        states = {state for *_, state in self.world.rows()}
        return states <= {deposits.DEPOSITED, deposits.REFUSED} and not self.world.withdrawing()

    def _what_is_there_is_known(self):
        known = {(nu, cle) for _, _, cle, nu, state in self.world.rows() if state == deposits.DEPOSITED}
        ours = {(nu, entry.cle) for nu, entry in self.world.register.active() if entry.pli is not None}
        assert ours <= known, "filed, and not known to be"

    def _deposited_is_told(self):
        for bilan in self.world.bilans():
            if bilan.etat == "termine":
                assert bilan.pli in self.world.senders.told, "deposited, and nobody was told"
