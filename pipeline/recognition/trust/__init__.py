"""Whom 2D-Docs are believed from: the national trust list and its certificates, as dated data.

``tsl.json`` is written by ``python -m training.trust`` after it has checked every signature of the list; nothing
is ever fetched while pages are read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources

WARNING_DAYS = 60


@dataclass(frozen=True, slots=True)
class Certificate:
    """What an authority says of a signer. ``point``: the public key on ``curve``, compressed (X9.62).

    The two days are the first and the last on which the signer could sign.
    """

    authority: str
    id: str
    organisation: str
    first_day: date
    last_day: date
    curve: str
    point: bytes
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class TrustList:
    """``authorities``: their names, by code; ``certificates``: by the codes of authority and certificate."""

    sequence: int
    issued: date
    next_update: date
    authorities: Mapping[str, str]
    certificates: Mapping[tuple[str, str], Certificate]


@lru_cache(maxsize=1)
def shipped() -> TrustList:
    """Return the trust list that this version carries."""
    return load((resources.files(__name__) / "tsl.json").read_text(encoding="utf-8"))


def load(text: str) -> TrustList:
    """Read a trust list as ``training.trust`` writes it."""
    content = json.loads(text)
    revoked = {tuple(pair) for pair in content["revoked"]}
    certificates = {
        (authority, code): Certificate(
            authority,
            code,
            organisation,
            date.fromisoformat(first),
            date.fromisoformat(last),
            curve,
            bytes.fromhex(point),
            (authority, code) in revoked,
        )
        for authority, code, organisation, first, last, curve, point in content["certificates"]
    }
    return TrustList(
        content["sequence"],
        date.fromisoformat(content["issued"]),
        date.fromisoformat(content["next_update"]),
        content["authorities"],
        certificates,
    )


def expires(on: date) -> str | None:
    """Say in French that the shipped list is to be renewed, from two months before its end; None until then."""
    trust = shipped()
    left = (trust.next_update - on).days
    if left > WARNING_DAYS:
        return None
    name = f"la liste de confiance 2D-Doc n° {trust.sequence} du {trust.issued:%d/%m/%Y}"
    if left < 0:
        return f"{name} est périmée depuis le {trust.next_update:%d/%m/%Y} : installer une version qui la renouvelle"
    return f"{name} expire le {trust.next_update:%d/%m/%Y} : préparer une version qui la renouvelle"
