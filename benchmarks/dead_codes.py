"""Fiches whose two codes are dead: ``python -m benchmarks.dead_codes``; what opens their dossier all the same.

Half of the fiches are as the project prints them, half as the register's. The register is simulated: it knows the
applicant of each fiche, and answers for any other number with one of the neighbours who could be taken for them.
*Misread*: the same fiches with one digit of the printed number read wrong, where the register has a neighbour.
"""

from __future__ import annotations

import argparse
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from random import Random

import numpy as np

from benchmarks import show
from benchmarks.codes import DAY, PAPER_DPI, RESOLUTIONS, at, on_paper, place_of
from benchmarks.sheets import printed
from pipeline.classifiers import identity
from pipeline.classifiers.opening import open_with
from pipeline.domain import numero_unique
from pipeline.domain.facts import Demande, DemandeState, Facts, Person
from pipeline.domain.pli import Announced
from pipeline.domain.reading import Reading
from pipeline.domain.receipt import Canal
from pipeline.domain.rules import Rules
from pipeline.domain.text import fold
from pipeline.recognition.codes import _zxing
from pipeline.recognition.raster import Pixels
from pipeline.settings import load
from pipeline.sheets.printing.payload import SigningKey
from pipeline.sheets.printing.sheets import FicheFields
from pipeline.sheets.recognise import Sheet, recognise
from pipeline.stages.read import read
from training.codes import Writing
from training.desk import Desk
from training.fonts import Family
from training.people import Office, household
from training.scanner import GRADES, scan
from training.sheets import Counts, fiche
from training.wear import RUINS, ruined

GRADE = GRADES["bureau"]
MORTAL = tuple(ruin for ruin in RUINS if ruin != "clogged")  # a clogged code can often be read
COLUMNS = (
    *("sheet", "right number", "wrong only", "none", "name", "birth date", "counts"),
    *("opened", "opened wrong", "misread: opened"),
)


def main() -> None:
    """Print, ruin, scan and read fiches at each resolution, then settle what each opens."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fiches", type=int, default=200)
    parser.add_argument("--dpi", type=int, nargs="+", default=list(RESOLUTIONS))
    asked, _ = parser.parse_known_args()
    rules = load(Path("nowhere"), {}).rules()
    key = SigningKey(*list(rules.keys.items())[-1])
    tallies = {dpi: Counter[str]() for dpi in asked.dpi}
    for rank, (fields, paper) in enumerate(_fiches(asked.fiches, key)):
        places = [place_of(code) for code in _zxing(paper)]
        dead = ruined(paper, places, PAPER_DPI, Random(f"dead-{rank}"), MORTAL[rank % len(MORTAL)])
        for dpi, tally in tallies.items():
            rng = Random(f"dead-{rank}-{dpi}")
            tally.update(_outcome(fields, read(_scanned(dead, dpi, rng), "jpeg", dpi, lambda _: False), rules, rng))
    rows = [(f"{dpi} dpi", *(tally[column] for column in COLUMNS)) for dpi, tally in tallies.items()]
    show(f"{asked.fiches} fiches, both codes dead, grade « {GRADE.name} »", ("", *COLUMNS), rows)


def _fiches(count: int, key: SigningKey) -> Iterator[tuple[FicheFields, Pixels]]:
    """Yield fiches at ``PAPER_DPI``, printed and drawn in turn."""
    drawn = _drawn()
    own = (sheet for sheet in printed(count, Random("dead codes"), key) if isinstance(sheet[0], FicheFields))
    for rank in range(count):
        if rank % 2:
            yield next(drawn)
        else:
            fields, pdf = next(own)
            assert isinstance(fields, FicheFields)
            yield fields, on_paper(pdf)


def _drawn() -> Iterator[tuple[FicheFields, Pixels]]:
    for rank, family in enumerate(cycle(Family)):
        rng = Random(f"dead-drawn-{rank}")
        office = Office(f"{rng.randint(10000, 99999)}", rng.choice(("057", "02A", "974", "013")), "OFFICE FICTIF")
        home, counts = household(family, rng, DAY, office), Counts(rng.randint(1, 9), rng.randint(2, 40))
        who = home.demandeur
        image = fiche(Desk.of(family, rng, DAY, PAPER_DPI), home, office, counts, Writing.SIGNED)
        fields = FicheFields(
            home.numero_unique, who.nom, who.prenoms, who.naissance, counts.items, counts.pages, office.code
        )
        yield fields, np.asarray(image.convert("L"), dtype=np.uint8)


def _scanned(paper: Pixels, dpi: int, rng: Random) -> bytes:
    out = io.BytesIO()
    scan(at(paper, dpi), GRADE, rng).save(out, "JPEG", quality=rng.randint(*GRADE.quality), dpi=(dpi, dpi))
    return out.getvalue()


def _outcome(fields: FicheFields, reading: Reading, rules: Rules, rng: Random) -> Iterator[str]:
    """Yield the columns that one reading counts in."""
    sheet = recognise(reading, DAY, rules)
    if sheet is None:
        return
    person = Person(fold(fields.nom), fold(fields.prenoms), fields.naissance)
    opened = _opened(sheet, reading, person, fields.numero_unique, rules)
    right = fields.numero_unique in sheet.printed
    off = replace(sheet, printed=(_one_digit_off(fields.numero_unique, rng),))
    held = {
        "sheet": True,
        "right number": right,
        "wrong only": bool(sheet.printed) and not right,
        "none": not sheet.printed,
        "name": identity.mention(person, reading) is not None
        or (sheet.person is not None and identity.same_person(sheet.person, person)),
        "birth date": sheet.person is not None and sheet.person.naissance == person.naissance,
        "counts": sheet.announced == Announced(fields.documents, fields.pages),
        "opened": opened == {fields.numero_unique},
        "opened wrong": bool(opened - {fields.numero_unique}),
        "misread: opened": bool(_opened(off, reading, person, fields.numero_unique, rules)),
    }
    yield from (column for column, so in held.items() if so)


def _opened(sheet: Sheet, reading: Reading, person: Person, number: str, rules: Rules) -> set[str]:
    """Return what the sheet opens, one register after the other, each with other neighbours."""
    opened = set()
    for neighbour in _neighbours(person):
        demandes = {n: Demande(n, DemandeState.ACTIVE, neighbour) for n in sheet.printed}
        demandes[number] = Demande(number, DemandeState.ACTIVE, person)
        dossier = open_with(sheet, Canal.PAPIER_GUICHET, reading, Facts(demandes), rules).dossier
        opened |= {dossier.numero_unique} if dossier is not None else set()
    return opened


def _neighbours(person: Person) -> Sequence[Person]:
    """Return who could be taken for a person: a spouse, a twin, a namesake, a stranger born on the same day."""
    born = person.naissance
    assert born is not None
    return (
        Person(person.nom, "DOMINIQUE", born.replace(day=born.day % 28 + 1)),
        Person(person.nom, "DOMINIQUE", born),
        Person(person.nom, person.prenoms, born.replace(year=born.year - 1)),
        Person("QUELCONQUE", person.prenoms, born),
    )


def _one_digit_off(number: str, rng: Random) -> str:
    """Return another number that can exist, one digit of its sequence away."""
    place = rng.randrange(7, numero_unique.LENGTH - 5)
    digit = (int(number[place]) + rng.randint(1, 9)) % 10
    return f"{number[:place]}{digit}{number[place + 1 :]}"


if __name__ == "__main__":
    main()
