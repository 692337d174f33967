"""A register that stays silent is left alone for a while, then asked again."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.errors import Denied, Shut, Unavailable
from pipeline.sne.breaker import DENIED_REST_S, PATIENCE, REST_S, Breaker, resting
from pipeline.sne.port import Uncertain


class Register:
    """Answers as it is told to; counts what it hears."""

    def __init__(self, *errors):
        self.errors, self.asked, self.closed = list(errors), 0, False

    def ask(self, _number):
        self.asked += 1
        if self.errors and (error := self.errors.pop(0)) is not None:
            raise error

    def close(self):
        self.closed = True


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def ask(breaker, times=1):
    """Ask so many times; return the kind of error that each gave, None for an answer."""
    found = []
    for _ in range(times):
        try:
            breaker.ask("x")
            found.append(None)
        except Unavailable as error:
            found.append(type(error))
    return found


def test_after_enough_silences_nothing_more_is_asked():
    register = Register(*[Unavailable("rien")] * 20)
    assert ask(Breaker(register, Clock()), PATIENCE + 2) == [Unavailable] * PATIENCE + [Shut] * 2
    assert register.asked == PATIENCE


def test_an_answer_begins_the_count_again():
    quiet = [Unavailable("rien")] * (PATIENCE - 1)
    register = Register(*quiet, None, *quiet, None)
    assert Shut not in ask(Breaker(register, Clock()), 2 * PATIENCE)


def test_a_register_that_only_lists_what_it_holds_is_asked_to_take_nothing_more():
    class Taking(Register):
        def deposit(self, _deposit):
            return Uncertain("connexion coupée")

    breaker = Breaker(Taking(), Clock())
    for _ in range(PATIENCE):
        breaker.deposit("x")
        ask(breaker)
    assert ask(breaker) == [Shut]


def test_a_denial_shuts_at_once():
    register = Register(Denied("accès refusé"))
    assert ask(Breaker(register, Clock()), 2) == [Denied, Denied]
    assert register.asked == 1


@pytest.mark.parametrize(
    ("errors", "rest_s"),
    [
        ([Unavailable("rien")] * PATIENCE, REST_S),
        ([Unavailable("occupé", 1.0)] * PATIENCE, REST_S),
        ([Unavailable("occupé", 600.0)] * PATIENCE, 600.0),
        ([Denied("accès refusé")], DENIED_REST_S),
    ],
)
def test_after_its_rest_it_is_asked_again(errors, rest_s):
    clock = Clock()
    breaker = Breaker(Register(*errors), clock)
    ask(breaker, len(errors))
    clock.now = rest_s - 1
    assert issubclass(ask(breaker)[0], Shut)
    assert resting(breaker).retry_after_s == pytest.approx(1.0)
    clock.now = rest_s
    assert resting(breaker) is None
    assert ask(breaker) == [None]


def test_a_short_rest_does_not_end_a_longer_one():
    """Calls that were under way when a denial came may still end in silence."""
    clock = Clock()
    breaker = Breaker(Register(Denied("accès refusé (401)")), clock)
    ask(breaker)
    breaker._rest(Shut("rien"), REST_S)
    clock.now = REST_S
    assert str(resting(breaker)) == "accès refusé (401)"


def test_a_register_that_is_not_behind_a_breaker_never_rests():
    assert resting(Register()) is None


def test_threads_count_silences_together():
    register = Register(*[Unavailable("rien")] * 100)
    breaker = Breaker(register, Clock())
    with ThreadPoolExecutor(8) as crowd:
        list(crowd.map(lambda _: ask(breaker, 10), range(8)))
    assert PATIENCE <= register.asked < PATIENCE + 8, "at most those under way are asked beyond it"


def test_why_it_is_shut_is_what_it_last_said():
    breaker = Breaker(Register(Denied("accès refusé (401)")), Clock())
    ask(breaker)
    with pytest.raises(Shut, match="401"):
        breaker.ask("x")
