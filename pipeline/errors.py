"""What can go wrong, sorted by what to do about it.

* ``PliError``
    * ``InputFault``      the paper or the file is at fault   -> reject with its motive, tell the sender
    * ``Unavailable``     the world is at fault, for now      -> later, and later again
        * ``Shut``        it has stopped answering            -> ask nothing more of it in this run
            * ``Denied``  it does not let us in               -> and not before a person has looked
    * ``Misuse``          the command or the configuration is -> say what to change (exit status 2)
    * ``Defect``          we are at fault                     -> set aside, tell an engineer

Rejection and doubt about a piece are values (see ``domain.verdict``), never exceptions.
"""

import struct

UNDECODABLE = (OSError, SyntaxError, ValueError, EOFError, TypeError, LookupError, ArithmeticError, struct.error)
"""What Pillow and its decoders are known to let out when a picture is damaged: whoever opens one names the fault."""


class PliError(Exception):
    """Base of every error that this package raises on purpose."""


class InputFault(PliError):
    """What was received cannot be processed, and trying again would not help."""

    def __init__(self, explanation: str, motif: str = "T10") -> None:
        """Say why in French (for the sender), with the code of the motive."""
        super().__init__(explanation, motif)
        self.explanation = explanation
        self.motif = motif

    def __str__(self) -> str:
        return self.explanation


class Unavailable(PliError):
    """An outside system did not answer; the work is kept for later."""

    def __init__(self, explanation: str, retry_after_s: float | None = None) -> None:
        """Say why in French; ``retry_after_s``: the seconds that the other side asked us to wait."""
        super().__init__(explanation)
        self.retry_after_s = retry_after_s


class Shut(Unavailable):
    """An outside system has stopped answering: nothing more is asked of it for a while."""


class Denied(Shut):
    """An outside system does not let us in (401, 403): nothing more is asked of it before a person has looked."""


class Misuse(PliError):
    """A command or a setting is wrong; the message says which and what to write."""


class Defect(PliError):
    """A promise of ours does not hold."""
