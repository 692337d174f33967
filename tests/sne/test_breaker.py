"""A register that stays silent is left alone for a while, then asked again."""

import pytest

from pipeline.errors import Denied, Shut, Unavailable
from pipeline.sne.breaker import PATIENCE, REST_S, Breaker


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


def test_a_denial_shuts_at_once():
    register = Register(Denied("accès refusé"))
    assert ask(Breaker(register, Clock()), 2) == [Denied, Shut]
    assert register.asked == 1


def test_after_its_rest_it_is_asked_again():
    clock = Clock()
    register = Register(Denied("accès refusé"))
    breaker = Breaker(register, clock)
    ask(breaker)
    clock.now = REST_S
    assert ask(breaker) == [None]


def test_why_it_is_shut_is_what_it_last_said():
    breaker = Breaker(Register(Denied("accès refusé (401)")), Clock())
    ask(breaker)
    with pytest.raises(Shut, match="401"):
        breaker.ask("x")
