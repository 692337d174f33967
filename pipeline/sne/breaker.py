"""Asks nothing more, for a while, of a register that stays silent or does not let us in."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from pipeline.domain.facts import Demande
from pipeline.errors import Denied, Shut, Unavailable
from pipeline.sne.port import Deposit, DepositOutcome, HeldPiece, Sne, Uncertain

PATIENCE = 5
"""Calls in a row without an answer that can be believed."""
REST_S = 60.0

T = TypeVar("T")


class Breaker:
    """A register behind which ``sne`` is asked only while it answers.

    Every call raises ``Shut`` at once for ``REST_S`` seconds after ``PATIENCE`` silences in a row, or a denial.
    """

    def __init__(self, sne: Sne, clock: Callable[[], float] = time.monotonic) -> None:
        self._sne = sne
        self._clock = clock
        self._silences = 0
        self._until = 0.0
        self._why = ""

    def ask(self, numero_unique: str) -> Demande | None:
        """See :class:`pipeline.sne.port.Sne`."""
        return self._through(lambda: self._sne.ask(numero_unique))

    def deposit(self, deposit: Deposit) -> DepositOutcome:
        """See :class:`pipeline.sne.port.Sne`."""
        return self._through(lambda: self._sne.deposit(deposit))

    def pieces(self, numero_unique: str) -> tuple[HeldPiece, ...]:
        """See :class:`pipeline.sne.port.Sne`."""
        return self._through(lambda: self._sne.pieces(numero_unique))

    def close(self) -> None:
        """Let go of connections."""
        self._sne.close()

    def _through(self, call: Callable[[], T]) -> T:
        if self._clock() < self._until:
            raise Shut(self._why)
        try:
            outcome = call()
        except Denied as denied:
            self._rest(str(denied))
            raise
        except Unavailable as error:
            self._silence(str(error))
            raise
        if isinstance(outcome, Uncertain):
            self._silence(outcome.detail)
        else:
            self._silences = 0
        return outcome

    def _silence(self, why: str) -> None:
        self._silences += 1
        if self._silences >= PATIENCE:
            self._rest(why)

    def _rest(self, why: str) -> None:
        self._silences = 0
        self._until = self._clock() + REST_S
        self._why = why
