"""I3 and I4: what is said deposited is in the register, once; what is said withdrawn is not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.engine.house import House
from pipeline.errors import Unavailable
from pipeline.sne.port import ACTIVE, HeldPiece
from pipeline.store import audit
from pipeline.store.audit import Believed
from pipeline.upkeep.check_world.violation import ENGINEER, UNREACHABLE, Violation

TOO_MANY = "retirer les dépôts en trop"
BY_HAND = "la retirer du SNE à la main, prévenir un ingénieur"


def check(house: House) -> Iterator[Violation]:
    """Ask the register about each demande in which we say that a piece is, or was; until it does not answer."""
    after = ""
    while True:
        with house.store.begin() as tx:
            numbers = audit.demandes(tx, after)
            said = audit.believed(tx, numbers)
        if not numbers:
            return
        try:
            for number in numbers:
                yield from _demande(house, number, said[number])
        except Unavailable as error:
            what = f"le registre n'a pas pu être interrogé ({error})"
            yield Violation("I3", UNREACHABLE, what, "recommencer plus tard")
            return
        after = numbers[-1]


def _demande(house: House, number: str, before: Believed) -> Iterator[Violation]:
    """Hold what we said before the register answered, and still say after, against its answer.

    Whoever withdraws or deposits meanwhile writes it down before and after: one of the two looks has seen it.
    """
    held = [piece for piece in house.sne.pieces(number) if piece.etat == ACTIVE]
    yield from _twice(held)
    found = _contradictions(before, held)
    if found:
        with house.store.begin() as tx:
            said = audit.believed(tx, [number])[number]
        still = _contradictions(said, held)
        yield from (violation for violation in found if violation in still)


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


def _contradictions(said: Believed, held: Sequence[HeldPiece]) -> list[Violation]:
    """I3: what we say is there is there, and what we say was taken out is not."""
    keys = {piece.cle for piece in held}
    missing = [piece for piece, cle in said.filed if cle not in keys]
    left = [piece for piece, cle in said.withdrawn if cle in keys]
    return [
        *(Violation("I3", piece, "dite déposée, absente du registre", ENGINEER) for piece in missing),
        *(Violation("I3", piece, "dite retirée, encore au registre", BY_HAND) for piece in left),
    ]
