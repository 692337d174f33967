"""2D-Doc: put together, read, and held against the trust list.

Whatever the payload, the answer is a ``Doc2d`` or None: nothing here raises, fetches, or asks the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from pipeline.domain.doc2d import Doc2d, Outcome
from pipeline.recognition import doc2d_grammar as grammar
from pipeline.recognition.doc2d_grammar import MalformedDoc, Seal
from pipeline.recognition.trust import Certificate, TrustList

TEST_AUTHORITIES = frozenset({"FR00", "XX00"})
TEST_CERTIFICATE = "0000"
CURVES: dict[str, tuple[ec.EllipticCurve, hashes.HashAlgorithm, int]] = {
    "secp256r1": (ec.SECP256R1(), hashes.SHA256(), 32),
    "secp384r1": (ec.SECP384R1(), hashes.SHA384(), 48),
    "secp521r1": (ec.SECP521R1(), hashes.SHA512(), 66),
}
"""By name: the curve, the digest that goes with it, the bytes of each half of a signature."""
_OURS = re.compile(r"DC[0-9]{2}")
_PART = re.compile(r"E(?P<code>[0-9A-Z]{3})(?P<index>[0-9A-F])(?P<last>[0-9A-F])")


def join(payloads: Iterable[str]) -> tuple[str, ...]:
    """Return the payloads of a page, those of a 2D-Doc cut over several symbols put back together.

    A symbol whose other parts are missing stays as it is, and :func:`parse` says so.
    """
    given = tuple(dict.fromkeys(payloads))
    groups: dict[tuple[str, int], dict[int, str]] = {}
    for payload in given:
        if part := _PART.match(payload):
            groups.setdefault((part["code"], int(part["last"], 16)), {})[int(part["index"], 16)] = payload
    joined: dict[str, str] = {}
    for (_, last), parts in groups.items():
        whole = "".join(parts[index][6:] for index in sorted(parts))
        if sorted(parts) == list(range(last + 1)) and _OURS.match(whole):
            joined.update(dict.fromkeys(parts.values(), whole))
    return tuple(dict.fromkeys(joined.get(payload, payload) for payload in given))


def parse(payload: str) -> Doc2d | None:
    """Return what a payload says, its signature not looked at; None when it does not claim to be a 2D-Doc."""
    opened = _open(payload)
    return opened[0] if opened is not None else None


def verify(payload: str, on: date, trust: TrustList) -> Doc2d | None:
    """Return what a payload read on day ``on`` says, with its outcome; None when it is no 2D-Doc."""
    opened = _open(payload)
    if opened is None:
        return None
    doc, seal = opened
    if seal is None:
        return doc
    certificate = trust.certificates.get((doc.authority, doc.certificate))
    outcome, reason = _judge(doc, seal, certificate, on, trust)
    issuer = certificate.organisation if certificate is not None else ""
    return replace(doc, outcome=outcome, reason=reason, issuer=issuer)


def _open(payload: str) -> tuple[Doc2d, Seal | None] | None:
    part = _PART.match(payload)
    if part is not None and _OURS.match(payload, part.end()):
        parts = int(part["last"], 16) + 1
        return Doc2d(outcome=Outcome.UNREADABLE, reason=f"ce code est en {parts} parties, qui manquent en partie"), None
    if not _OURS.match(payload):
        return None
    doc = Doc2d()
    try:
        doc, start = grammar.header(payload)
        seal = grammar.seal(payload)
        return grammar.filled(doc, payload[start : len(seal.content)]), seal
    except MalformedDoc as error:
        return replace(doc, outcome=Outcome.MALFORMED, reason=str(error)), None


def _judge(doc: Doc2d, seal: Seal, certificate: Certificate | None, on: date, trust: TrustList) -> tuple[Outcome, str]:
    """Return the outcome and its reason; the steps are those of the specification, §5.1."""
    if doc.authority not in trust.authorities:
        return Outcome.UNKNOWN_CA, f"l'autorité {doc.authority} n'est pas dans la liste de confiance"
    if certificate is None:
        return Outcome.CERT_MISSING, f"le certificat {doc.certificate} de {doc.authority} n'est pas connu"
    if certificate.revoked:
        return Outcome.CERT_REVOKED, f"le certificat {doc.certificate} de {doc.authority} a été révoqué"
    # The specimens of the specification are younger than the certificate that signs them.
    test = doc.authority in TEST_AUTHORITIES or doc.certificate == TEST_CERTIFICATE
    if not test and (doc.signed is None or not certificate.first_day <= doc.signed <= certificate.last_day):
        return Outcome.DATE_INCOHERENT, "la date de signature est hors de la validité du certificat"
    if not test and doc.signed is not None and doc.signed > on:
        return Outcome.DATE_INCOHERENT, "la date de signature est à venir"
    if not _signed(seal, certificate):
        return Outcome.SIGNATURE_BAD, "la signature ne correspond pas au contenu du code"
    if test:
        return Outcome.VALID_TEST_CA, "spécimen signé par une autorité de test"
    return Outcome.VALID, f"signé par {certificate.organisation} le {doc.signed:%d/%m/%Y}"


def _signed(seal: Seal, certificate: Certificate) -> bool:
    curve, digest, size = CURVES[certificate.curve]
    if len(seal.signature) != 2 * size:
        return False
    r, s = (int.from_bytes(half, "big") for half in (seal.signature[:size], seal.signature[size:]))
    try:
        _key(certificate.point, curve).verify(encode_dss_signature(r, s), seal.content, ec.ECDSA(digest))
    except InvalidSignature:
        return False
    return True


@lru_cache(maxsize=64)
def _key(point: bytes, curve: ec.EllipticCurve) -> ec.EllipticCurvePublicKey:
    return ec.EllipticCurvePublicKey.from_encoded_point(curve, point)
