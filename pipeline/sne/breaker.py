"""Asks nothing more, for a while, of a register that stays silent or does not let us in."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from pipeline.domain.facts import Demande
from pipeline.errors import Denied, Shut, Unavailable
from pipeline.sne.port import Deposit, DepositOutcome, HeldPiece, Sne, Uncertain, WithdrawalOutcome

PATIENCE = 5
"""Calls in a row without an answer that can be believed."""
REST_S, DENIED_REST_S = 60.0, 3_600.0
"""Seconds; who does not let us in is not asked again all night, for fear that the door be shut for good."""

T = TypeVar("T")


class Breaker:
    """A register behind which ``sne`` is asked only while it answers. Calls may come from several threads.

    Every call raises ``Shut`` (``Denied`` after a denial) at once, with the seconds that are left, for a while after
    ``PATIENCE`` silences in a row (``REST_S``, or what the register asked for if that is longer) or a denial
    (``DENIED_REST_S``). Silences are counted for each kind of call: a register that lists what it holds may yet take
    nothing.
    """

    def __init__(self, sne: Sne, clock: Callable[[], float] = time.monotonic) -> None:
        self._sne = sne
        self._clock = clock
        self._lock = Lock()
        self._silences: Counter[str] = Counter()
        self._until = 0.0
        self._why = Shut("")

    def ask(self, numero_unique: str) -> Demande | None:
        """See :class:`pipeline.sne.port.Sne`."""
        return self._through("ask", lambda: self._sne.ask(numero_unique))

    def deposit(self, deposit: Deposit) -> DepositOutcome:
        """See :class:`pipeline.sne.port.Sne`."""
        return self._through("deposit", lambda: self._sne.deposit(deposit))

    def withdraw(self, numero_unique: str, cle: str, motif: str) -> WithdrawalOutcome:
        """See :class:`pipeline.sne.port.Sne`."""
        return self._through("withdraw", lambda: self._sne.withdraw(numero_unique, cle, motif))

    def pieces(self, numero_unique: str) -> tuple[HeldPiece, ...]:
        """See :class:`pipeline.sne.port.Sne`."""
        return self._through("pieces", lambda: self._sne.pieces(numero_unique))

    def close(self) -> None:
        """Let go of connections."""
        self._sne.close()

    def resting(self) -> Shut | None:
        """Return why nothing is asked now, with the seconds that are left; None when it may be asked."""
        with self._lock:
            left_s, why = self._until - self._clock(), self._why
        return type(why)(str(why), left_s) if left_s > 0 else None

    def leave_alone(self, why: Shut) -> None:
        """Ask nothing more for a while, for a reason that was found out elsewhere."""
        self._rest(why, why.retry_after_s or REST_S)

    def _through(self, kind: str, call: Callable[[], T]) -> T:
        shut = self.resting()
        if shut is not None:
            raise shut
        try:
            outcome = call()
        except Denied as denied:
            self._rest(denied, DENIED_REST_S)
            raise
        except Unavailable as error:
            self._silence(kind, str(error), error.retry_after_s)
            raise
        if isinstance(outcome, Uncertain):
            self._silence(kind, outcome.detail, None)
        else:
            with self._lock:
                self._silences[kind] = 0
        return outcome

    def _silence(self, kind: str, why: str, asked_s: float | None) -> None:
        with self._lock:
            self._silences[kind] += 1
            enough = self._silences[kind] >= PATIENCE
        if enough:
            self._rest(Shut(why), max(REST_S, asked_s or 0.0))

    def _rest(self, why: Shut, length_s: float) -> None:
        """Begin a rest, unless a longer one is under way: a call that was made before it may still end badly."""
        with self._lock:
            self._silences.clear()
            until = self._clock() + length_s
            if until > self._until:
                self._until, self._why = until, why


def resting(sne: Sne) -> Shut | None:
    """Return why ``sne`` would not be asked now, or None when it would: nothing needs to be written for that."""
    return sne.resting() if isinstance(sne, Breaker) else None


def leave_alone(sne: Sne, why: Shut) -> None:
    """Ask nothing more of ``sne`` for a while, if there is a breaker before it."""
    if isinstance(sne, Breaker):
        sne.leave_alone(why)
