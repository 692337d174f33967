"""A 2D-Doc: what a signed code says of the paper that bears it, and how far it is believed.

A good signature vouches for the fields of the code, not for the page around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

EPOCH = date(2000, 1, 1)
UNDATED = "FFFF"
_DAYS = re.compile(r"[0-9A-F]{4}")
_CIVIL = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_AMOUNT = re.compile(r"-?[0-9]{1,12}(,[0-9]{1,2})?")
_MRZ_LINES = {72: 2, 88: 2, 90: 3}


class Outcome(StrEnum):
    """What became of a code. The first two are said of a place on a page, by those who look for codes."""

    ABSENT = "absent"
    UNREADABLE = "illisible"
    MALFORMED = "malforme"
    UNKNOWN_CA = "autorite_inconnue"
    CERT_MISSING = "certificat_inconnu"
    CERT_REVOKED = "certificat_revoque"
    DATE_INCOHERENT = "date_incoherente"
    SIGNATURE_BAD = "signature_fausse"
    VALID_TEST_CA = "valide_autorite_de_test"
    VALID = "valide"
    VALID_BUT_TEXT_MISMATCH = "valide_texte_different"

    @property
    def suspect(self) -> bool:
        """Whether somebody should look for a forgery: never for what we merely could not verify."""
        return self in {Outcome.SIGNATURE_BAD, Outcome.VALID_BUT_TEXT_MISMATCH}


@dataclass(frozen=True, slots=True)
class Field:
    """A field as written in the code; ``truncated``: its issuer had to cut it short."""

    id: str
    text: str
    truncated: bool


@dataclass(frozen=True, slots=True)
class Doc2d:
    """A 2D-Doc.

    ``type``: two characters of the specification, told in French by ``label``. ``authority`` and
    ``certificate``: who signed, by their codes; ``issuer``: the organisation that the certificate names, empty
    until it is found. ``emitted``: None when undated. ``outcome``: None while the signature was not looked at;
    ``reason`` tells it in French. What could not be read is empty.
    """

    version: int = 0
    type: str = ""
    label: str = ""
    perimeter: str = ""
    country: str = ""
    authority: str = ""
    certificate: str = ""
    issuer: str = ""
    emitted: date | None = None
    signed: date | None = None
    fields: tuple[Field, ...] = ()
    outcome: Outcome | None = None
    reason: str = ""

    @property
    def believed(self) -> bool:
        return self.outcome is Outcome.VALID

    def text(self, *codes: str) -> str:
        """Return the first of these fields that says something, or nothing."""
        said = {field.id: field.text.strip() for field in reversed(self.fields)}
        return next((said[code] for code in codes if said.get(code)), "")

    def day(self, code: str) -> date | None:
        """Return a field that holds a date: four hexadecimal digits (days since 2000) or ``JJMMAAAA``."""
        return day(self.text(code))

    def amount(self, code: str) -> Decimal | None:
        """Return a field that holds a number, in euros or in shares (``2,75``)."""
        text = self.text(code)
        return Decimal(text.replace(",", ".")) if _AMOUNT.fullmatch(text) else None

    def mrz(self) -> tuple[str, ...]:
        """Return the lines of the machine-readable zone, in which the code writes spaces for fillers."""
        zone = next((field.text for field in self.fields if field.id == "6F"), "").replace(" ", "<")
        count = _MRZ_LINES.get(len(zone), 0)
        length = len(zone) // count if count else 0
        return tuple(zone[row * length : (row + 1) * length] for row in range(count))


def day(text: str) -> date | None:
    """Return the day that ``text`` writes in either way of the specification, if it is one."""
    if _DAYS.fullmatch(text):
        return None if text == UNDATED else EPOCH + timedelta(days=int(text, 16))
    written = _CIVIL.fullmatch(text)
    if written is None:
        return None
    try:
        return date(int(written[3]), int(written[2]), int(written[1]))
    except ValueError:
        return None
