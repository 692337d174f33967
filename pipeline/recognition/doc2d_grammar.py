"""The grammar of 2D-Doc in its C40 text form, versions 02 to 04: header, fields, signature.

The tables of fields and types are those of ``tddoc``. Its own reading is not used: it believes the clock and a
folder of the user, cuts values at characters that it does not expect, and knows one curve only.
"""

from __future__ import annotations

import re
from base64 import b32decode
from dataclasses import dataclass, replace

from tddoc.data_definition import c40

from pipeline.domain.doc2d import UNDATED, Doc2d, Field, day

LONGEST = 40_000  # sixteen of the largest symbols
GS, RS, US = "\x1d", "\x1e", "\x1f"
ANTS = "01"

_HEADER = re.compile(
    r"DC(?P<version>0[2-4])(?P<authority>[0-9A-Z]{4})(?P<certificate>[0-9A-Z]{4})"
    r"(?P<emitted>[0-9A-F]{4})(?P<signed>[0-9A-F]{4})(?P<type>[0-9A-Z]{2})"
)
_REST = {2: re.compile(""), 3: re.compile(r"[0-9A-Z]{2}"), 4: re.compile(r"[0-9A-Z]{2}[A-Z]{2}")}
"""What the versions add to the header: perimeter, then country."""
_ID = re.compile(r"[0-9A-Z]{2}")
_SEPARATOR = re.compile(f"[{GS}{RS}]")
_SIGNATURE = re.compile(r"[A-Z2-7]{103}|[A-Z2-7]{154}|[A-Z2-7]{212}")
_TABLE = c40.perimeters[1]
_LABELS = {code: f"{kind.user_type} : {kind.emitter_type}" for code, kind in _TABLE.doctypes.items()}
SIZES = {code: (field.fixed, field.encoding.size_max) for code, (_, field) in _TABLE.datatypes.items()}
_ANY_SIZE = (None, None)
_WHO = ("10", "12 13")
_REQUIRED = {
    "00": tuple(f"{who} 20 21 22 23 24 25 26" for who in _WHO),
    "01": tuple(f"{who} 22 24 26" for who in _WHO),
    "02": tuple(f"{who} 22 24 25 26" for who in _WHO),
    "04": ("43 44 45 46 47 4A", *(f"{who} 40 41" for who in _WHO)),  # the second until June 2022
    "06": tuple(f"{who} 50 53 54 55 58 59" for who in _WHO),
    "07": ("60 62 65 66 67 68 6C",),
    "08": ("6F",),
    "10": ("50 57 5A 61 62",),
    "11": ("30 31 32 36 37 38",),
    "12": ("90 92 94 96",),
    "13": ("60 62 63 67 68 69 6A 6C 6J 6K 6L",),
    "18": ("43 44 45 46 4B",),
    "28": ("43 44 45 46 4A 4Y", "43 44 45 46 4A 6U 6W 6X 6Y"),
    "A2": ("AH AI",),
}
"""By type, the sets of fields of which one must be there; the title of a person (11) is left out on purpose."""


class MalformedDoc(ValueError):
    """The text of a code does not keep to the specification; says how, in French."""


@dataclass(frozen=True, slots=True)
class Seal:
    """The bytes that were signed, and the signature: r followed by s."""

    content: bytes
    signature: bytes


def header(payload: str) -> tuple[Doc2d, int]:
    """Return what the header says, and where the message starts."""
    if len(payload) > LONGEST:
        raise MalformedDoc("le code est trop long")
    match = _HEADER.match(payload)
    if match is None:
        raise MalformedDoc("l'en-tête n'est pas celui d'une version connue")
    version = int(match["version"])
    rest = _REST[version].match(payload, match.end())
    if rest is None:
        raise MalformedDoc("l'en-tête n'est pas celui de sa version")
    if match["signed"] == UNDATED:
        raise MalformedDoc("la date de signature manque")
    perimeter, country = rest.group()[:2] or ANTS, rest.group()[2:] or "FR"
    doc = Doc2d(
        version=version,
        type=match["type"],
        label=_LABELS.get(match["type"], "") if perimeter == ANTS else "",
        perimeter=perimeter,
        country=country,
        authority=match["authority"],
        certificate=match["certificate"],
        emitted=day(match["emitted"]),
        signed=day(match["signed"]),
    )
    return doc, rest.end()


def seal(payload: str) -> Seal:
    """Cut off the signature; an annexe may follow it, which nobody signed and nobody reads."""
    content, separator, after = payload.partition(US)
    signature = after.partition(GS)[0]
    if not separator:
        raise MalformedDoc("la signature manque")
    if not content.isascii():
        raise MalformedDoc("le contenu a des caractères que le code ne connaît pas")
    if not _SIGNATURE.fullmatch(signature):
        raise MalformedDoc("la signature n'a pas la forme attendue")
    return Seal(content.encode("ascii"), b32decode(signature + "=" * (-len(signature) % 8)))


def filled(doc: Doc2d, message: str) -> Doc2d:
    """Return the document with the fields of its message; of another perimeter than ours, none is known."""
    if doc.perimeter != ANTS:
        return doc
    fields = _fields(message)
    present = {field.id for field in fields}
    if not any(present.issuperset(wanted.split()) for wanted in _REQUIRED.get(doc.type, ("",))):
        raise MalformedDoc("un champ obligatoire manque")
    return replace(doc, fields=fields)


def _fields(message: str) -> tuple[Field, ...]:
    fields = []
    place = 0
    while place < len(message):
        code = message[place : place + 2]
        if not _ID.fullmatch(code):
            raise MalformedDoc("un champ n'a pas d'identifiant")
        field, place = _field(code, message, place + 2)
        fields.append(field)
    return tuple(fields)


def _field(code: str, message: str, start: int) -> tuple[Field, int]:
    """Return the field whose value starts there, and where the next one does.

    A field that the table does not know goes to the next separator.
    """
    fixed, longest = SIZES.get(code, _ANY_SIZE)
    limit = len(message) if longest is None else min(start + longest, len(message))
    separator = _SEPARATOR.search(message, start, limit + 1)
    end = separator.start() if separator is not None else limit
    if fixed is not None and end - start not in {0, fixed}:
        raise MalformedDoc(f"le champ {code} n'a pas sa longueur")
    truncated = separator is not None and separator.group() == RS
    return Field(code, message[start:end], truncated), end + (separator is not None)
