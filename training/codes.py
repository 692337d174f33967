"""What the codes of separator sheets say: signed, in other dialects, forged."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from random import Random

import segno
from PIL import Image

from pipeline.domain import numero_unique
from pipeline.domain.text import fold
from pipeline.sheets.codes import AttestationCode, BordereauCode, FicheCode
from pipeline.sheets.printing.payload import SigningKey, written
from training.people import Household, Office

KEYS = Path(__file__).resolve().parents[1] / "config" / "cles.toml"
MODULE_MM = 0.5
QUIET = 4
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class Writing(StrEnum):
    """How the code of a sheet is written, or what was done to it; ``ABSENT``: the sheet itself was forgotten."""

    SIGNED = "signed"
    BARE = "bare"
    URL = "url"
    FUTURE = "future"
    FORGED = "forged"
    TORN = "torn"
    ABSENT = "absent"

    @property
    def opens(self) -> bool:
        """Whether a sheet so marked opens a dossier without anybody being asked."""
        return self not in {Writing.FORGED, Writing.TORN, Writing.ABSENT}

    @property
    def trust(self) -> str:
        return "signed" if self is Writing.SIGNED else "unsigned"


UNSIGNED = (Writing.BARE, Writing.URL, Writing.FUTURE)


def token(rng: Random, length: int) -> str:
    return "".join(rng.choices(_LETTERS, k=length))


def fiche(home: Household, writing: Writing, documents: int, pages: int, day: date, office: Office, rng: Random) -> str:
    """Return the payload of a fiche récapitulative."""
    who = home.demandeur
    code = FicheCode(
        numero_unique=home.numero_unique,
        nom=fold(who.nom),
        prenoms=fold(who.prenoms),
        naissance=who.naissance,
        documents=documents,
        pages=pages,
        edition=day,
        guichet=office.code,
        nonce=token(rng, 8),
    )
    return _written(code, writing, rng)


def attestation(home: Household, writing: Writing, nature: str, page: int, pages: int, day: date, rng: Random) -> str:
    """Return the payload of an attestation; ``nature``: E (enregistrement) or R (renouvellement)."""
    name = {"E": "enregistrement", "R": "renouvellement"}[nature]
    return _written(AttestationCode(home.numero_unique, name, home.depot, day, page, pages), writing, rng)


def bordereau(office: Office, dossiers: int, pages: int, day: date, rng: Random) -> str:
    """Return the payload of a bordereau de transmission, always signed."""
    libelle, envoi = fold(office.libelle), token(rng, 10)
    return written(BordereauCode(office.code, office.departement, libelle, dossiers, pages, day, envoi), _key(rng))


def _written(code: FicheCode | AttestationCode, writing: Writing, rng: Random) -> str:
    number = code.numero_unique
    match writing:
        case Writing.BARE:
            return numero_unique.spaced(number)
        case Writing.URL:
            return f"https://www.demande-logement-social.gouv.fr/d?nu={number}&v=3"
        case Writing.FUTURE:
            return f"SNE*7*F*{number}*{token(rng, 6)}"
        case Writing.FORGED:
            # Signed for another number: whoever changed it could not sign again.
            honest = written(replace(code, numero_unique=_neighbour(number)), _key(rng))
            return honest.replace(_neighbour(number), number)
        case _:
            return written(code, _key(rng))


def _key(rng: Random) -> SigningKey:
    kid = rng.choice(sorted(_keys()))
    return SigningKey(kid, _keys()[kid])


def _neighbour(number: str) -> str:
    return f"{number[:12]}{(int(number[12]) + 1) % 10}{number[13:]}"


@lru_cache(maxsize=1)
def _keys() -> dict[str, bytes]:
    shipped = tomllib.loads(KEYS.read_text(encoding="utf-8"))["cles"]
    return {kid: key.encode() for kid, key in shipped.items()}


def drawn(payload: str, dpi: int, error: str = "q") -> Image.Image:
    """Return the QR code of ``payload`` with its quiet zone, each module at least 0.5 mm."""
    module = -(-round(MODULE_MM * dpi * 100 / 25.4) // 100)
    matrix = segno.make_qr(payload, error=error, boost_error=False).matrix_iter(scale=module, border=QUIET)
    rows = [bytes(0 if dark else 255 for dark in row) for row in matrix]
    return Image.frombytes("L", (len(rows[0]), len(rows)), b"".join(rows)).convert("RGB")
