"""Printed sheets, scanned and read back: ``python -m benchmarks.sheets``; the share whose every field came back."""

from __future__ import annotations

import argparse
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from random import Random

import pypdfium2
from PIL import ImageDraw

from pipeline.domain.facts import Person
from pipeline.domain.pli import Announced, Role
from pipeline.domain.rules import Rules
from pipeline.domain.text import fold
from pipeline.settings import load
from pipeline.sheets.codes import BordereauCode, CodeTrust, FicheCode, parse
from pipeline.sheets.printing.payload import SigningKey
from pipeline.sheets.printing.sheets import BordereauFields, FicheFields, bordereau_pdf, fiche_pdf
from pipeline.sheets.recognise import bordereau_of, recognise
from pipeline.stages.read import read
from training.codes import token
from training.fonts import Family
from training.people import Office, household
from training.scanner import GRADES, Grade, scan

DAY = date(2026, 5, 6)
INCH_MM = 25.4
# Around the codes, in mm: left, top, right, bottom.
PLACES = ((148.0, 10.0, 196.0, 58.0), (14.0, 237.0, 60.0, 287.0))
LINE = "{:>4}  {:<10}{:>8}{:>12}{:>8}  {}"
Fields = FicheFields | BordereauFields


def printed(count: int, rng: Random, key: SigningKey) -> Iterator[tuple[Fields, bytes]]:
    """Yield sheets of invented people with their PDF: one bordereau for every four fiches."""
    for rank in range(count):
        departement = rng.choice(("057", "02A", "974", "013"))
        office = Office(f"{rng.randint(10000, 99999)}", departement, f"Office fictif de l'habitat n° {rank}")
        if rank % 5 == 4:
            items = rng.randint(1, 40)
            bordereau = BordereauFields(office.code, departement, office.libelle, items, items * 6 + 1)
            yield bordereau, bordereau_pdf(bordereau, DAY, token(rng, 10), key)
            continue
        home = household(rng.choice(tuple(Family)), rng, DAY, office)
        who = home.demandeur
        counts = (None, None) if rank % 5 == 3 else (rng.randint(1, 9), rng.randint(10, 40))
        fiche = FicheFields(home.numero_unique, who.nom, who.prenoms, who.naissance, *counts, office.code)
        yield fiche, fiche_pdf(fiche, DAY, token(rng, 8), key)


def scanned(pdf: bytes, dpi: int, grade: Grade, spoiled: int, rng: Random) -> bytes:
    """Return the JPEG that a scanner makes of the sheet, ``spoiled`` of its two codes torn off or covered."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil().convert("RGB")
    pen = ImageDraw.Draw(page)
    for place in rng.sample(PLACES, spoiled):
        left, top, right, bottom = (mm * dpi / INCH_MM for mm in place)
        pen.rectangle((left, (top + bottom) / 2, right, bottom), fill=(235, 233, 228))
        pen.line((left, top, right, bottom, right, top, left, bottom), fill=(30, 32, 60), width=dpi // 25)
    turned = rng.choice((90, 180, 270)) if rng.random() < grade.turned else 0
    out = io.BytesIO()
    scan(page, grade, rng, turned=turned).save(out, "JPEG", quality=rng.randint(*grade.quality), dpi=(dpi, dpi))
    return out.getvalue()


def came_back(fields: Fields, scan_: bytes, dpi: int, rules: Rules) -> dict[str, bool]:
    """Say what of a scanned sheet came back exactly: its code, and failing it what is printed in clear."""

    def is_trusted(payload: str) -> bool:
        return parse(payload, DAY, rules.keys, rules.dialects).trust is CodeTrust.SIGNED

    reading = read(scan_, "jpeg", dpi, is_trusted)
    sheet = recognise(reading, DAY, rules)
    if sheet is None:
        return {}
    match fields, sheet.code:
        case FicheFields(), FicheCode():
            told = replace(fields, nom=fold(fields.nom), prenoms=fold(fields.prenoms))
            return {"signed": sheet.trust is CodeTrust.SIGNED, "fields": _common(sheet.code, told)}
        case BordereauFields(), BordereauCode():
            told = replace(fields, libelle=fold(fields.libelle))
            return {"signed": sheet.trust is CodeTrust.SIGNED, "fields": _common(sheet.code, told)}
        case FicheFields(), None:
            person = Person(fold(fields.nom), fold(fields.prenoms), fields.naissance)
            number = sheet.printed == (fields.numero_unique,)
            counts = sheet.announced == Announced(fields.documents, fields.pages)
            kind = sheet.role is Role.FICHE
            return {"kind": kind, "number": number, "person": sheet.person == person, "counts": counts}
        case BordereauFields(), None:
            told = bordereau_of(sheet, reading, 1)
            number = (told.guichet, told.departement) == (fields.guichet, fields.departement)
            counts = (told.dossiers, told.pages) == (fields.dossiers, fields.pages)
            return {"kind": sheet.role is Role.BORDEREAU, "number": number, "counts": counts}
    return {}


def _common(code: FicheCode | BordereauCode, told: Fields) -> bool:
    return all(getattr(code, field.name) == getattr(told, field.name) for field in dataclass_fields(told))


def main() -> None:
    """Print, scan and read back; print one line for each resolution, grade and number of spoiled codes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheets", type=int, default=200)
    parser.add_argument("--dpi", type=int, nargs="+", default=[150, 200, 300])
    parser.add_argument("--grade", nargs="+", default=["bureau"], choices=sorted(GRADES))
    parser.add_argument("--spoiled", type=int, nargs="+", default=[0], choices=(0, 1, 2))
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rules = load(Path("nowhere"), {}).rules()
    key = SigningKey(*list(rules.keys.items())[-1])
    rng = Random(asked.seed)
    sheets = list(printed(asked.sheets, rng, key))
    print(LINE.format("dpi", "grade", "spoiled", "read back", "share", "of which"))
    for dpi, grade, spoiled in product(asked.dpi, asked.grade, asked.spoiled):
        whole, parts = 0, Counter[str]()
        for fields, pdf in sheets:
            found = came_back(fields, scanned(pdf, dpi, GRADES[grade], spoiled, rng), dpi, rules)
            whole += bool(found) and all(found.values())
            parts.update(name for name, held in found.items() if held)
        detail = ", ".join(f"{name} {count}" for name, count in sorted(parts.items()))
        print(
            LINE.format(dpi, grade, spoiled, f"{whole}/{len(sheets)}", f"{whole / len(sheets):.1%}", detail), flush=True
        )


if __name__ == "__main__":
    main()
