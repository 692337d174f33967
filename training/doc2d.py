"""An authority that does not exist, and the 2D-Docs that it signs for generated papers.

Its codes begin with XX, which no country bears, and its keys come from a seed: whoever reads this file can sign.
A list of trust that holds it is for tests and evaluations; the one that is shipped never does.
"""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import zxingcpp
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from PIL import Image

from pipeline.domain.doc2d import EPOCH, UNDATED
from pipeline.domain.text import fold
from pipeline.recognition.doc2d import CURVES
from pipeline.recognition.doc2d_grammar import GS, RS, SIZES, US
from pipeline.recognition.trust import Certificate, TrustList
from training.people import Household, Someone

FIRST_DAY, LAST_DAY = date(2015, 1, 1), date(2039, 12, 31)
Fields = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Authority:
    """A signer under its own authority ``id`` (``XX00`` is kept for tests by the specification: never believed)."""

    id: str
    certificate: str = "FICT"
    seed: str = "cachet fictif"
    curve: str = "secp256r1"

    def key(self) -> ec.EllipticCurvePrivateKey:
        """Return the key that the seed makes."""
        digest = hashlib.sha512(f"{self.id} {self.certificate} {self.seed}".encode()).digest()
        return ec.derive_private_key(int.from_bytes(digest[:31], "big") + 1, CURVES[self.curve][0])

    def trusted_with(self, trust: TrustList) -> TrustList:
        """Return a list that trusts this authority too."""
        point = self.key().public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
        own = Certificate(self.id, self.certificate, "CACHET FICTIF", FIRST_DAY, LAST_DAY, self.curve, point)
        return replace(
            trust,
            authorities={**trust.authorities, self.id: "Autorité fictive"},
            certificates={**trust.certificates, (self.id, self.certificate): own},
        )

    def seal(self, type: str, fields: Fields, signed: date, emitted: date | None = None, version: int = 4) -> str:
        """Return the payload of a 2D-Doc, the same every time; ``version``: 2, 3 or 4."""
        header = f"DC{version:02d}{self.id}{self.certificate}{days(emitted)}{days(signed)}{type}"
        content = header + ("", "01", "01FR")[version - 2] + "".join(_written(*field) for field in fields)
        return f"{content}{US}{self.sign(content)}"

    def sign(self, content: str) -> str:
        """Return the signature of ``content`` as the code writes it."""
        _, digest, size = CURVES[self.curve]
        der = self.key().sign(content.encode("ascii"), ec.ECDSA(digest, deterministic_signing=True))
        r, s = decode_dss_signature(der)
        return b32encode(r.to_bytes(size, "big") + s.to_bytes(size, "big")).decode().rstrip("=")


SPECIMENS = Authority("XX00")
"""Verified but never believed, whatever the list says."""
FICTION = Authority("XX01")
"""Believed where it is trusted; unknown to the shipped list."""


def days(day: date | None) -> str:
    """Write a day as the header does."""
    return UNDATED if day is None else f"{(day - EPOCH).days:04X}"


def _written(code: str, value: str) -> str:
    fixed, longest = SIZES[code]
    if fixed is not None:
        return code + value.rjust(fixed, "0")
    if longest is not None and len(value) > longest:
        return f"{code}{value[:longest]}{RS}"
    return f"{code}{value}{GS}"


def symbol(payload: str, module: int) -> Image.Image:
    """Draw a payload as a square DataMatrix with its quiet zone; ``module``: pixels a side."""
    code = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.DataMatrix)
    return Image.fromarray(code.to_image(scale=module))


def avis(signer: Authority, home: Household, reference: str, year: int, income: int) -> str:
    """Return the code of an avis d'impôt (28) on the income of ``year``."""
    due = date(year + 1, 7, 31)
    return signer.seal("28", [*_fiscal(home, reference, year, income), ("4A", _civil(due)), _address(home)], due)


def declaration(signer: Authority, home: Household, reference: str, year: int, income: int, day: date) -> str:
    """Return the code of an avis de situation déclarative (18) made on ``day``."""
    return signer.seal("18", [*_fiscal(home, reference, year, income), ("4B", _civil(day))], day)


def bulletin(signer: Authority, home: Household, who: Someone, first: date, last: date, taxable: float) -> str:
    """Return the code of a payslip (06) from ``first`` to ``last``."""
    fields = [
        ("10", _line(who)),
        ("50", home.siret.replace(" ", "")),
        ("53", days(first)),
        ("54", days(last)),
        ("55", _civil(home.depot)),
        ("58", _euros(taxable)),
        ("59", _euros(taxable * last.month)),
    ]
    return signer.seal("06", fields, last, last)


def contrat(signer: Authority, home: Household, who: Someone, day: date, gross: float) -> str:
    """Return the code of a contract of employment (10) signed on ``day``."""
    fields = [
        ("50", home.siret.replace(" ", "")),
        ("57", _civil(day)),
        ("5A", _euros(gross)),
        ("61", fold(who.prenom)[:20]),
        ("62", fold(who.nom)),
    ]
    return signer.seal("10", fields, day, day)


def facture(signer: Authority, home: Household, day: date) -> str:
    """Return the code of an invoice (01) that shows where one lives."""
    fields = [("10", _line(home.demandeur)), ("22", fold(home.rue)), ("24", home.ville[:5]), ("26", "FR")]
    return signer.seal("01", fields, day, day)


def prolongation(signer: Authority, who: Someone, number: str, day: date, until: date) -> str:
    """Return the code of an attestation de prolongation d'instruction (13) of the request ``number``."""
    fields = [
        ("6J", "2"),
        ("6K", number),
        ("6L", _civil(day)),
        ("62", fold(who.nom)),
        ("63", ""),
        ("60", fold(who.prenoms).replace(" ", "/")),
        ("68", who.sexe),
        ("69", _civil(who.naissance)),
        ("6A", fold(who.lieu)),
        ("6C", "XX"),
        ("67", "XX"),
        ("6O", _civil(until)),
    ]
    return signer.seal("13", fields, day, day)


def acte(signer: Authority, home: Household, title: str, day: date) -> str:
    """Return the code of a bailiff's deed (12) served on the applicant."""
    names = [("90", "MAITRE/FICTIF/CAMILLE"), ("92", _line(home.demandeur)), ("94", fold(title))]
    return signer.seal("12", [*names, ("96", _civil(day))], day, day)


def _fiscal(home: Household, reference: str, year: int, income: int) -> list[tuple[str, str]]:
    shares = len(home.adults) + len(home.enfants) / 2
    declared = list(zip(("46", "48"), ("47", "49"), home.adults, strict=False))
    return [
        ("43", f"{shares:g}".replace(".", ",")),
        ("44", fold(reference).replace(" ", "")),
        ("45", str(year)),
        ("41", str(income)),
        *((name, fold(f"{who.nom} {who.prenom}")) for name, _, who in declared),
        *((number, home.fiscal) for _, number, who in declared if who is home.demandeur),
    ]


def _address(home: Household) -> tuple[str, str]:
    return "4Y", fold(f"{home.rue} {home.ville}")


def _line(who: Someone) -> str:
    return f"{'MME' if who.sexe == 'F' else 'M'}/{fold(who.nom)}/{fold(who.prenom)}"


def _civil(day: date) -> str:
    return f"{day:%d%m%Y}"


def _euros(amount: float) -> str:
    return f"{amount:.2f}".replace(".", ",")
