"""What is printed in clear on a separator sheet: its title, the numéro unique, the applicant, the counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from pipeline.domain import numero_unique
from pipeline.domain.facts import Person
from pipeline.domain.pli import Announced, Bordereau, Role
from pipeline.domain.reading import Reading, Word
from pipeline.domain.text import PARTICLES, fold

TITLES = {
    Role.BORDEREAU: ("BORDEREAU OBLIGATOIRE POUR LA TRANSMISSION", "BORDEREAU DE TRANSMISSION"),
    Role.FICHE: ("FICHE RECAPITULATIVE OBLIGATOIRE POUR LA NUMERISATION", "FICHE RECAPITULATIVE"),
    Role.ATTESTATION: (
        "ATTESTATION D ENREGISTREMENT D UNE DEMANDE DE LOGEMENT",
        "ATTESTATION D ENREGISTREMENT DEPARTEMENTAL D UNE DEMANDE",
        "ATTESTATION D ENREGISTREMENT REGIONAL D UNE DEMANDE",
        "ATTESTATION DE RENOUVELLEMENT D UNE DEMANDE DE LOGEMENT",
        "ATTESTATION DE RENOUVELLEMENT DE LA DEMANDE DE LOGEMENT",
    ),
}
SHORT_TITLES = ("ATTESTATION D ENREGISTREMENT", "ATTESTATION DE RENOUVELLEMENT")
"""Heads of an attestation, and of papers of other offices: a notary attests that a PACS is registered."""
OF_HOUSING = ("LOGEMENT", "NUMERO UNIQUE")
FEW_WORDS = 25
OWN_CUES = ("RECAPITULATIF DE VOTRE DEMANDE", "CETTE ATTESTATION", "ATTESTATION D ENREGISTREMENT")
ATTESTATION_CUES = ("ATTESTATION", "DEMANDE DE LOGEMENT", "NUMERO UNIQUE", "VOTRE DEMANDE")
ATTESTATION_CUES_NEEDED = 2
SPECK, HARDLY = 2, 0.35  # letters and confidence of what a frame or a fold became
TITLE_ZONE = 0.45
TITLE_SCORE, FIRST_WORD_SCORE = 88.0, 80.0
STRAY_MARK = 2
LINES_BELOW, SAME_COLUMN = 2.0, 0.05
_YEAR = r"((?:19|20)\d{2})(?!\d)"
_DATE = re.compile(rf"(?<!\d)(\d{{1,2}})[/.-](\d{{1,2}})[/.-]{_YEAR}")
_DATE_RUN_TOGETHER = re.compile(rf"(?<!\d)(\d{{2}})[/.-]?(\d{{2}})[/.-]?{_YEAR}")
_COUNT = re.compile(r"\W*([0-9]{1,4})(?:[^\w/]\D*)?")
_DEPARTEMENT = re.compile(r"\b(?:0[0-9]{2}|02[AB]|97[0-9])\b")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A numéro unique read in clear; ``repaired`` when confusions of OCR had to be undone."""

    number: str
    repaired: bool


def title(reading: Reading) -> Role | None:
    """Say which separator sheet the title of the page announces, if any.

    The title stands in the upper part and is not a passing mention inside a sentence.
    """
    lines = [line for line in reading.lines() if line[0].box.centre[1] <= TITLE_ZONE]
    texts = [fold(" ".join(word.text for word in line)) for line in lines]
    for first, text in enumerate(texts):
        following = texts[first + 1] if first + 1 < len(texts) else ""
        for role, titles in TITLES.items():
            if any(_is_title(wanted, text, f"{text} {following}") for wanted in titles):
                return role
        if any(_is_title(wanted, text, f"{text} {following}") for wanted in SHORT_TITLES) and _may_be_of_housing(
            reading
        ):
            return Role.ATTESTATION
    return None


def _may_be_of_housing(reading: Reading) -> bool:
    """Say whether a page may be about a demande de logement: a missed opener costs more than a question."""
    if reading.codes or reading.unread_codes or len(reading.words) <= FEW_WORDS:
        return True
    text = fold(" ".join(word.text for word in reading.words))
    return any(cue in text for cue in OF_HOUSING)


def _is_title(wanted: str, line: str, two_lines: str) -> bool:
    first_word = wanted.split(maxsplit=1)[0]
    start = next((word for word in line.split() if len(word) > STRAY_MARK), "")
    if fuzz.ratio(first_word, start) < FIRST_WORD_SCORE:
        return False
    if len(two_lines) < len(wanted) - 3:
        return False
    return fuzz.partial_ratio(wanted, two_lines) >= TITLE_SCORE


def is_laid_out_as_sheet(reading: Reading) -> bool:
    """Say whether a page whose title was not read has the labels of a fiche."""
    text = fold(" ".join(word.text for word in reading.words))
    return "NUMERO UNIQUE" in text and ("NOMBRE DE PAGES" in text or "NOMBRE DE DOCUMENTS" in text)


def goes_on_with_attestation(reading: Reading) -> bool:
    """Say whether a page without code nor title reads as a later page of an attestation."""
    text = fold(" ".join(word.text for word in reading.words))
    own = any(cue in text for cue in OWN_CUES)
    return own and sum(cue in text for cue in ATTESTATION_CUES) >= ATTESTATION_CUES_NEEDED


def numbers(reading: Reading, on: date) -> list[PrintedNumber]:
    """Return the distinct numéros uniques printed on the page, those read without repair first."""
    text = "\n".join(" ".join(word.text for word in line) for line in reading.lines())
    clean = numero_unique.find_all(text, on)
    repaired = [
        number
        for line in reading.lines()
        for window in _windows(line)
        if numero_unique.is_valid(number := numero_unique.repair(window), on) and number not in clean
    ]
    return [PrintedNumber(n, repaired=False) for n in clean] + [
        PrintedNumber(n, repaired=True) for n in dict.fromkeys(repaired)
    ]


def shows(reading: Reading, number: str) -> bool:
    """Say whether the page shows ``number`` in clear, through the usual confusions of OCR."""
    return any(numero_unique.looks_like(window, number) for line in reading.lines() for window in _windows(line))


def _windows(line: list[Word]) -> list[str]:
    """Return the runs of neighbouring words that make 18 characters together."""
    texts = [numero_unique.normalise(word.text.strip(":;,()[]|")) for word in line]
    runs = []
    for start in range(len(texts)):
        joined = ""
        for text in texts[start:]:
            joined += text
            if len(joined) >= numero_unique.LENGTH:
                break
        if len(joined) == numero_unique.LENGTH:
            runs.append(joined)
    return runs


def person(reading: Reading) -> Person | None:
    """Return the applicant whom the labels of the sheet name, or None when a label or its value is missing."""
    fields = _fields(reading)
    nom = next((value for label, value in fields if label == "NOM" or label.startswith("NOM D")), None)
    prenoms = next((value for label, value in fields if label.startswith("PRENOM")), None)
    born = next((value for label, value in fields if label.startswith(("DATE DE NAISSANCE", "NE"))), "")
    if not nom or not prenoms:
        return None
    return Person(fold(nom), fold(prenoms), day(born))


def announced(reading: Reading) -> Announced:
    """Return the counts that the sheet announces in clear."""
    fields = _fields(reading)
    return Announced(
        documents=next((_count(v) for k, v in fields if "NOMBRE DE DOCUMENTS" in k), None),
        pages=next((_count(v) for k, v in fields if "NOMBRE DE PAGES" in k), None),
    )


def bordereau(reading: Reading, page: int) -> Bordereau:
    """Return what the labels of a bordereau say in clear."""
    fields = dict(reversed(_fields(reading)))
    guichet = re.search(r"[0-9A-Z]{5}", fields.get("NUMERO DU GUICHET", "").upper())
    departement = _DEPARTEMENT.search(fields.get("NUMERO DE DEPARTEMENT DU GUICHET", "").upper())
    return Bordereau(
        page=page,
        guichet=guichet[0] if guichet else None,
        departement=departement[0] if departement else None,
        libelle=fold(fields.get("GUICHET EMETTEUR", "")) or None,
        dossiers=_count(fields.get("NOMBRE DE DOSSIERS TRANSMIS", "")),
        pages=_count(fields.get("NOMBRE TOTAL DE PAGES", "")),
        edition=day(fields.get("DATE DE TRANSMISSION", "")),
        envoi=None,
    )


_LABELS = re.compile(
    r"^(NOM DE NAISSANCE|NOM DE FAMILLE|NOM D USAGE|NOM DU DEMANDEUR|NOM"
    r"|PRENOMS?(?: DU DEMANDEUR)?|DATE DE NAISSANCE|NEE? LE|NE E LE"
    r"|GUICHET EMETTEUR|NUMERO DU GUICHET|NUMERO DE DEPARTEMENT DU GUICHET|DATE DE TRANSMISSION"
    r"|NOMBRE DE DOSSIERS TRANSMIS|NOMBRE TOTAL DE PAGES"
    r"|NOMBRE DE DOCUMENTS(?: TRANSMIS)?|NOMBRE DE PAGES(?: Y COMPRIS LA PRESENTE FICHE)?)\b\s*(.*)$"
)


def _fields(reading: Reading) -> list[tuple[str, str]]:
    """Return (label, value) pairs: the value stands after the label, at its right, or just below it."""
    lines = [_without_specks(line) for line in reading.lines()]
    pairs = []
    for line in lines:
        label, between, after = _label(line)
        if label is not None:
            pairs.append((label, after or _beside(line, lines) or _below(line, lines) or between))
    return pairs


def _without_specks(line: Sequence[Word]) -> Sequence[Word]:
    """Return a line without what its frame and folds became behind a value: a letter or two, hardly believed."""
    kept = list(line)
    while len(kept) > 1 and _is_speck(kept[-1]) and _has_value(kept[:-1]):
        kept.pop()
    return kept


def _is_speck(word: Word) -> bool:
    """Say whether a word is no part of a value: one sign, or two in small letters; a figure may be of a count."""
    is_short = len(word.text) == 1 or (len(word.text) == SPECK and not word.text.isupper())
    return is_short and not word.text.isdecimal() and word.confidence < HARDLY


def _has_value(line: Sequence[Word]) -> bool:
    """Say whether a line holds more than a label, and more than the particle of a name."""
    text = fold(" ".join(word.text for word in line))
    matched = _LABELS.match(text)
    value = _value(matched[2]) if matched is not None else text
    return bool(value) and value not in PARTICLES


def _label(line: Sequence[Word]) -> tuple[str | None, str, str]:
    """Return the label that a line begins with, what stands between it and a colon, and what follows it.

    A colon may be a speck behind the value.
    """
    text = " ".join(word.text for word in line)
    label, colon, after = text.partition(":")
    matched = _LABELS.match(fold(label))
    if matched is None:
        return None, "", ""
    rest = _value(matched[2])
    return (matched[1], rest, _value(after)) if colon else (matched[1], "", rest)


def _value(text: str) -> str:
    return text.strip(" |:;.,_-—[](){}")


def _beside(line: Sequence[Word], lines: Sequence[Sequence[Word]]) -> str:
    """Return what stands on the right of a line, at its height."""
    right = max(word.box.x1 for word in line)
    middle = sum(word.box.centre[1] for word in line) / len(line)
    height = max(word.box.height for word in line)
    words = [
        word for other in lines for word in other if word.box.x0 > right and abs(word.box.centre[1] - middle) < height
    ]
    return _value(" ".join(word.text for word in sorted(words, key=lambda word: word.box.x0)))


def _below(line: Sequence[Word], lines: Sequence[Sequence[Word]]) -> str:
    """Return the line just below, unless it is a label itself."""
    bottom = max(word.box.y1 for word in line)
    left = min(word.box.x0 for word in line)
    height = max(word.box.height for word in line)
    under = [
        other
        for other in lines
        if 0 <= min(word.box.y0 for word in other) - bottom < LINES_BELOW * height
        and abs(min(word.box.x0 for word in other) - left) < SAME_COLUMN
    ]
    if not under or _label(under[0])[0] is not None:
        return ""
    return _value(" ".join(word.text for word in under[0]))


def day(text: str) -> date | None:
    """Return the first civil date written ``jj/mm/aaaa`` in ``text``, though OCR put blanks in it or lost a stroke."""
    together = re.sub(r"\s", "", text)
    found = _DATE.search(text) or _DATE.search(together) or _DATE_RUN_TOGETHER.search(together)
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def _count(text: str) -> int | None:
    """Return a number that stands alone but for what OCR makes of the frame around it."""
    found = _COUNT.fullmatch(text.strip())
    return int(found[1]) if found else None
