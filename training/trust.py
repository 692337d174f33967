"""Write the trust list that the pipeline ships: ``python -m training.trust`` (no network).

The list signed by France Titres and the certificates under it come with the package ``tddoc``. What is checked
before anything is written: the seal on the list and its two digests; that each authority of the list has the
certificate that the package carries for it; that each of these issued the certificates filed under it.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode
from collections.abc import Iterator
from importlib import resources
from importlib.metadata import version
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID
from lxml import etree

from pipeline.recognition.doc2d import CURVES

TARGET = Path(__file__).resolve().parents[1] / "pipeline" / "recognition" / "trust" / "tsl.json"
PUBLISHED = "https://pub.ants.gouv.fr/2D-DOC/V1/PRD/01_TSL/tsl_signed.xml"
SEAL = "ANTS CACHET 2DDOC"
IN_ACCORD = "http://uri.etsi.org/TrstSvc/Svcstatus/inaccord"
TEST_AUTHORITY = "FR00"  # its private key is printed in the specification: it makes specimens, and nothing else
REVOKED: tuple[tuple[str, str], ...] = ()
"""Certificates (authority, code) that the revocation lists of their authorities name; entered by hand."""
_NS = {
    "tsl": "http://uri.etsi.org/02231/v2#",
    "ds": "http://www.w3.org/2000/09/xmldsig#",
    "xades": "http://uri.etsi.org/01903/v1.3.2#",
}


def build() -> str:
    """Return the text of the list that is shipped, once all is checked."""
    tree = etree.fromstring((resources.files("tddoc.tsl") / "tsl_signed.xml").read_bytes())
    check_seal(tree)
    providers = dict(_providers(tree))
    names = {code: name for code, (name, _) in providers.items()} | {TEST_AUTHORITY: "Autorité des spécimens"}
    rows = sorted(row for path in _chains() if (row := _row(path, providers)) is not None)
    content = {
        "source": f"{PUBLISHED}, avec les certificats de tddoc {version('tddoc')}",
        "sequence": int(tree.findtext(".//tsl:TSLSequenceNumber", namespaces=_NS)),
        "issued": tree.findtext(".//tsl:ListIssueDateTime", namespaces=_NS)[:10],
        "next_update": tree.findtext(".//tsl:NextUpdate/tsl:dateTime", namespaces=_NS)[:10],
        "authorities": names,
        "revoked": REVOKED,
    }
    head = json.dumps(content, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    return f'{head},\n "certificates": [\n{lines}\n ]\n}}\n'


def check_seal(tree: etree._Element) -> None:
    """Raise unless the list is whole and sealed by France Titres; the certificate of the seal is not chained further.

    Its issuer is not in the package: what is verified is that the seal fits, and whose name it bears.
    """
    signature = tree.find("ds:Signature", _NS)
    seal = x509.load_der_x509_certificate(b64decode(signature.findtext(".//ds:X509Certificate", namespaces=_NS)))
    if _common_name(seal.subject) != SEAL:
        raise ValueError("the trust list is sealed by somebody else")
    key = seal.public_key()
    if not isinstance(key, RSAPublicKey):
        raise TypeError("the seal is not of the kind that France Titres uses")
    signed = signature.find("ds:SignedInfo", _NS)
    value = b64decode(signature.findtext("ds:SignatureValue", namespaces=_NS))
    key.verify(value, _canonical(signed), padding.PKCS1v15(), hashes.SHA256())
    whole, properties = (b64decode(one.text) for one in signed.iterfind(".//ds:DigestValue", _NS))
    sealed_properties = _canonical(signature.find(".//xades:SignedProperties", _NS))
    tree.remove(signature)
    if (_digest(_canonical(tree)), _digest(sealed_properties)) != (whole, properties):
        raise ValueError("the trust list is not the one that was sealed")


def _canonical(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_comments=False)


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _providers(tree: etree._Element) -> Iterator[tuple[str, tuple[str, x509.Certificate]]]:
    for provider in tree.iterfind(".//tsl:TrustServiceProvider", _NS):
        if provider.findtext(".//tsl:ServiceStatus", namespaces=_NS) != IN_ACCORD:
            continue
        code = provider.findtext(".//tsl:TSPTradeName/tsl:Name", namespaces=_NS)
        name = provider.findtext(".//tsl:TSPName/tsl:Name", namespaces=_NS)
        text = provider.findtext(".//tsl:X509Certificate", namespaces=_NS)
        yield code, (name, x509.load_der_x509_certificate(b64decode(text)))


def _chains() -> list[tuple[str, bytes]]:
    folder = resources.files("tddoc.chains")
    return [(entry.name, entry.read_bytes()) for entry in folder.iterdir() if entry.name.endswith(".der")]


def _row(chain: tuple[str, bytes], providers: dict[str, tuple[str, x509.Certificate]]) -> list[str] | None:
    """Return the line of one certificate; None for an authority's own, or one whose key no 2D-Doc can use."""
    name, content = chain
    certificate = x509.load_der_x509_certificate(content)
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey) or key.curve.name not in CURVES:
        if name.removesuffix(".der") in providers and certificate != providers[name.removesuffix(".der")][1]:
            raise ValueError(f"{name} is not the authority of the trust list")
        return None
    authority = _common_name(certificate.issuer)
    if authority != TEST_AUTHORITY:
        certificate.verify_directly_issued_by(providers[authority][1])
    return [
        authority,
        _common_name(certificate.subject),
        str(certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value),
        certificate.not_valid_before_utc.date().isoformat(),
        certificate.not_valid_after_utc.date().isoformat(),
        key.curve.name,
        key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint).hex(),
    ]


def _common_name(name: x509.Name) -> str:
    return str(name.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)


if __name__ == "__main__":
    text = build()
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.name}: {text.count(chr(10))} lignes, SHA-256 {hashlib.sha256(text.encode()).hexdigest()}")
