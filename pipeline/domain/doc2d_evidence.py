"""What a believed 2D-Doc settles: the type of the piece, whom it is about, what it says of income.

Nothing is drawn from a code that is not believed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.domain.doc2d import Doc2d
from pipeline.domain.text import fold


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody whom the paper is about. ``written``: the whole name; ``nom``, ``prenoms``: when the code parts them."""

    written: str
    nom: str = ""
    prenoms: str = ""
    usage: str = ""
    naissance: date | None = None
    numero_fiscal: str = ""


@dataclass(frozen=True, slots=True)
class Attested:
    """What a believed code states; ``period``: first and last day; ``valid_until``: of the paper."""

    holders: tuple[Holder, ...]
    reference_avis: str
    annee_revenus: int | None
    revenu_fiscal: Decimal | None
    siret: str
    period: tuple[date | None, date | None]
    valid_until: date | None
    mrz: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Naming:
    """Which fields name one person: one line, or surname and given names (the first that is filled)."""

    line: tuple[str, ...] = ()
    nom: tuple[str, ...] = ()
    prenoms: tuple[str, ...] = ()
    usage: tuple[str, ...] = ()
    naissance: str = ""
    fiscal: str = ""


_NAMINGS = (
    _Naming(line=("10",), fiscal="40"),
    _Naming(nom=("13",), prenoms=("12",), fiscal="40"),
    _Naming(line=("1I",)),
    _Naming(nom=("1L",), prenoms=("1K",)),
    _Naming(line=("30",)),
    _Naming(line=("46",), fiscal="47"),
    _Naming(line=("48",), fiscal="49"),
    _Naming(nom=("62", "6G"), prenoms=("60", "61"), usage=("63", "64"), naissance="69"),
    _Naming(nom=("72",), prenoms=("73",), usage=("74",), naissance="75"),
    _Naming(line=("92",)),
    _Naming(nom=("B2",), prenoms=("B0", "B1"), usage=("B3", "B4"), naissance="B7"),
)


def attested(doc: Doc2d) -> Attested | None:
    """Return what a code states of people and of income; None unless it is believed."""
    if not doc.believed:
        return None
    year = doc.text("45")
    ends = (doc.day("6O"), doc.day("AI"), doc.day("08"))
    return Attested(
        holders=tuple(holder for naming in _NAMINGS if (holder := _holder(doc, naming)) is not None),
        reference_avis=doc.text("44"),
        annee_revenus=int(year) if re.fullmatch(r"[0-9]{4}", year) else None,
        revenu_fiscal=doc.amount("41"),
        siret=doc.text("50"),
        period=(doc.day("53") or doc.day("36"), doc.day("54") or doc.day("37")),
        valid_until=next((end for end in ends if end is not None), None),
        mrz=doc.mrz(),
    )


def _holder(doc: Doc2d, naming: _Naming) -> Holder | None:
    nom, prenoms = doc.text(*naming.nom), doc.text(*naming.prenoms).replace("/", " ")
    line = doc.text(*naming.line)
    parts = line.split("/")
    if len(parts) == 3:  # title / surname / given name
        nom, prenoms = parts[1].strip(), parts[2].strip()
    written = " ".join(word for word in (nom, prenoms) if word) or line.replace("/", " ").strip()
    if not written:
        return None
    birth = doc.day(naming.naissance)
    return Holder(written, nom, prenoms, doc.text(*naming.usage), birth, doc.text(naming.fiscal))


_TYPES = {
    **dict.fromkeys(("00", "01", "09"), "HPR-FAC"),
    "02": "HPR-TAX",
    **dict.fromkeys(("03", "05"), "HPR-RIB"),
    **dict.fromkeys(("04", "28"), "FIS-AVI"),
    **dict.fromkeys(("18", "24", "27"), "FIS-ASD"),
    "06": "RES-BUL",
    "10": "PRO-CDI",
    "11": "HPR-RLV",
    **dict.fromkeys(("16", "17"), "HPR-ASI"),
    "A2": "HAN-CMI",
    **dict.fromkeys(("A4", "AE"), "FAM-DEC"),
    "AB": "HPR-PER",
    "B0": "HPR-DIP",
    **dict.fromkeys(("14", "22", "A0", "A1", "A3", "A5", "A6", "A7", "A8", "A9", "AA", "AC", "B2", "L1"), "HPR-AUT"),
    **dict.fromkeys((f"C{digit}" for digit in range(1, 10)), "HPR-AUT"),
}
_ACTS = (
    (re.compile(r"COMMANDEMENT DE PAYER\b"), "MOT-CDP"),
    (re.compile(r"COMMANDEMENT (DE QUITTER|D AVOIR A LIBERER)\b"), "MOT-CQL"),
    (re.compile(r"ASSIGNATION\b"), "MOT-ASS"),
    (re.compile(r"(SIGNIFICATION DE |NOTIFICATION DE )?CONGE (POUR|AVEC OFFRE)\b"), "MOT-CON"),
)
_MRZ_TYPES = {(88, "P<FRA"): "IDE-PAS", (72, "IDFRA"): "IDE-CNA", (90, "IDFRA"): "IDE-CNN"}


def type_of(doc: Doc2d) -> str | None:
    """Return the type of piece, of the filing plan, that a believed code settles by itself.

    A certificate of the CVEC (B1) or a foreigner's receipt of deposit (13, nature 1) settles nothing.
    """
    if not doc.believed or doc.perimeter != "01":
        return None
    match doc.type:
        case "07":
            return "IDE-PAS" if (doc.text("65"), doc.text("67")) == ("P", "FR") else None
        case "08":
            zone = "".join(doc.mrz())
            return _MRZ_TYPES.get((len(zone), zone[:5]))
        case "12":
            title = fold(doc.text("94"))
            return next((code for pattern, code in _ACTS if pattern.match(title)), None)
        case "13":
            return "SEJ-ANF" if doc.text("6J") in {"2", "3"} else None
    return _TYPES.get(doc.type)
