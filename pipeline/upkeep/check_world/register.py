"""I3 and I4: what is said deposited is in the register, once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.engine.house import House
from pipeline.errors import Unavailable
from pipeline.sne.port import ACTIVE, HeldPiece
from pipeline.store import audit
from pipeline.upkeep.check_world.violation import ENGINEER, UNREACHABLE, Violation

TOO_MANY = "retirer les dépôts en trop"


def check(house: House) -> Iterator[Violation]:
    """Ask the register about each demande in which we say that a piece is; until it does not answer."""
    after = ""
    while True:
        with house.store.begin() as tx:
            part = audit.deposited(tx, after)
        if not part:
            return
        try:
            for number, filed in part.items():
                held = [piece for piece in house.sne.pieces(number) if piece.etat == ACTIVE]
                yield from _twice(held)
                yield from _missing(filed, held)
        except Unavailable as error:
            what = f"le registre n'a pas pu être interrogé ({error})"
            yield Violation("I3", UNREACHABLE, what, "recommencer plus tard")
            return
        after = max(part)


def _twice(held: Sequence[HeldPiece]) -> Iterator[Violation]:
    """I4: one key is one deposit, and one file too."""
    for cle, count in sorted(Counter(piece.cle for piece in held).items()):
        if count > 1:
            yield Violation("I4", cle, f"déposée {count} fois", TOO_MANY)
    keys = defaultdict(set)
    for piece in held:
        keys[piece.sha256].add(piece.cle)
    for same in sorted(tuple(sorted(found)) for found in keys.values() if len(found) > 1):
        yield Violation("I4", same[0], f"le même fichier est déposé sous {len(same)} clés", TOO_MANY)


def _missing(filed: Sequence[tuple[str, str]], held: Sequence[HeldPiece]) -> Iterator[Violation]:
    """I3: what we say is there is there."""
    keys = {piece.cle for piece in held}
    for piece, cle in filed:
        if cle not in keys:
            yield Violation("I3", piece, "dite déposée, absente du registre", ENGINEER)
