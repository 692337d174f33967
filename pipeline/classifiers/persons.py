"""Whom does a page name? People are known by what stands before or after their name, never by a list of names.

A civility, a label (« Locataire : »), a birth (« née le »), an address below, the zone of a card. What is found says
that the page is about somebody, known to us or not; whether it is one of ours is for ``household`` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, dropwhile

from pipeline.classifiers.dates import MONTHS
from pipeline.classifiers.labels import GIVEN, SURNAME, below
from pipeline.domain.geometry import Box
from pipeline.domain.mrz import SeenMrz
from pipeline.domain.reading import Reading, Word
from pipeline.domain.text import fold

Line = Sequence[Word]
CIVILITY = re.compile(r"M|MR|MM|MME|MLLE|MONSIEUR|MADAME|MADEMOISELLE")
HOLDER = re.compile(
    r"ADHERENTE?|ALLOCATAIRE|APPRENTIE?|ASSUREE?|BENEFICIAIRE|CLIENTE?|COLOCATAIRE|CONJOINTE?|CONTRIBUABLE|COTITULAIRE"
    r"|DECLARANT|DEFENDEUR|DEFENDERESSE|DEMANDEUR|DEMANDERESSE|DESTINATAIRE|ELEVE|EMPLOYEE?|ENFANT|EPOUSE|EPOUX"
    r"|ETUDIANTE?|FISCAL|HEBERGEE?|LOCATAIRES?|MERE|NOM|OCCUPANTE?|PARTENAIRE|PATIENTE?|PENSIONNEE?|PERE|PRENEUR|REQUERANTE?"
    r"|RESIDENTE?|RETRAITEE?|SALARIEE?|STAGIAIRE|SURNAME|TITULAIRE|USAGER"
)
REST_OF_HOLDER = frozenset({"(e)", "(s)", "1", "2"})
"""« Salarié (e) », « Déclarant 1 »."""
REST_OF_LABEL = GIVEN | {"NAME", "NAMES", ""}
"""« Prénom(s) / Given name(s) » comes before the value."""
BORN = frozenset({"NE", "NEE"})
NUMBERED = "MATRICULE"
"""It stands after the name of whoever bears the number."""
BOND = re.compile(r"COLOCATAIRE|CONJOINTE?|COTITULAIRE|DECLARANT|ENFANT|EPOUSE|EPOUX|FILLE|FILS|MERE|PARTENAIRE|PERE")
JOINED = frozenset({"ET", "OU"})
OTHER_PARTY = re.compile(
    r"BAILLEU(?:R|RESSE)S?|EMPLOYEUR|EXPERTE?|GERANTE?|LOUEUR|MANDATAIRE|NOTAIRE|PART|PROPRIETAIRES?|VENDEU(?:R|SE)S?"
)
PARTICLE = re.compile(r"AIT|BEN|DA?|DEL?|DES|DI|DOS|DU|EL|LA|LES?|VAN|VON")
NO_NAME = re.compile(
    r"ADRESSE|AGENCE|AGENT|ATTESTATION|AUTORISEE?|AVIS|BULLETIN|CAISSE|CARTE|CEDEX|CENTRE|CERTIFICAT|COMMUNE|CONTRAT|DATE|DEPARTEMENT"
    r"|DIRECTEUR|DIRECTRICE|DOCTEUR|EMPLOI|EUROS?|FAMILLE|FISCAL|FRANCE|FRANCAISE?|GERANT|GREFFIER|HUISSIER|JUGE|MAIRE"
    r"|MAIRIE|MAITRE|MATRICULE|MINISTRE|NAISSANCE|NAMEN?|NOMS?|NUMERO|OFFICIER|PERIODE|PREFET|PRENOMS?|PRESIDENTE?|PROCUREUR|REFERENCE"
    r"|CHAMBRE|ETAT|GENERALE?|GESTION|JUDICIAIRE|LOYER|MONTANT|SERVICES?|SOCIALE?|TRIBUNAL|VILLE|CONCERNEE?|COMMUNIQUEE?|DECLAREE?|INCONNUE?|OBJET|RENSEIGNEE?|REPUBLIQUE|RESPONSABLE|SEXE|SIGNATURE|SITUATION|SOCIETE|SURNAME|TITULAIRE|TOTAL|TRAVAILLER|USAGE|VORNAMEN"
)
STREET = re.compile(
    r"(\d{1,4}) (?:(?:BIS|TER|B|T) )?(?:ALLEE|AVENUE|AV|BOULEVARD|BD|CHEMIN|COURS|IMPASSE|PLACE|PL|QUAI|RESIDENCE|ROUTE"
    r"|RTE|RUE|SENTIER|SQUARE|VOIE|R) ((?:[A-Z0-9]+ ?){1,6})"
)
POSTCODE = re.compile(r"\b(\d{5}) [A-Z]{2}")
TOWN_LABEL = re.compile(r" (?:CODE POSTAL|COMMUNE)\b.*")
BIRTH = re.compile(r"NE+(?: E)? (?:[A-Z]+ ){0,5}?LE ((?:\w+ ?){1,3})")
DAY = re.compile(r"(\d{2}) (\d{2}) ((?:19|20)\d{2})")
WRITTEN_DAY = re.compile(rf"(\d{{1,2}})(?:ER)? ({'|'.join(MONTHS)}) ((?:19|20)\d{{2}})")
LONGEST_NAME, BELOW = 6, 3


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a page names. ``names``: surnames and given names, folded, particles left out.

    ``birth``: when it stands beside the name; ``address``: number, street and postcode, when it stands below it.
    ``bound``: said to be somebody's spouse, child or parent. ``joined``: named together with the one before (« et
    Madame … »).
    """

    names: frozenset[str]
    birth: date | None = None
    address: str | None = None
    bound: bool = False
    joined: bool = False


def named(reading: Reading) -> tuple[Named, ...]:
    """Return the people whom a page names, in reading order; the same one may come twice."""
    lines = reading.lines()
    folded = _folded(lines)
    found = chain.from_iterable(_on(lines, folded, index) for index in range(len(lines)))
    holders = (names for zone in reading.mrz if (names := holder(zone)) is not None)
    return tuple(person for person in chain(map(Named, holders), found) if len(person.names) > 1)


def holder(zone: SeenMrz) -> frozenset[str] | None:
    """Return the names of a card's holder, as those of :class:`Named`; None when its zone was not read for certain."""
    return frozenset(_usable(fold(f"{zone.mrz.surname} {zone.mrz.given}").split())) if zone.is_certain else None


def addresses(reading: Reading) -> frozenset[str]:
    """Return every address on a page, as those of :class:`Named`."""
    folded = _folded(reading.lines())
    found = (_address(folded, index) for index, line in enumerate(folded) if STREET.search(line))
    return frozenset(address for address in found if address is not None)


def _folded(lines: Sequence[Line]) -> list[str]:
    return [fold(" ".join(word.text for word in line)) for line in lines]


def _on(lines: Sequence[Line], folded: Sequence[str], index: int) -> Iterator[Named]:
    """Yield the people named on a line."""
    line = lines[index]
    tokens = [fold(word.text) for word in line]
    for at, token in enumerate(tokens):
        label = next((part for part in reversed(token.split()) if len(part) > 1), "")
        if CIVILITY.fullmatch(token) or HOLDER.fullmatch(label):
            value = _name(_past_colon(line[at + 1 :]) if label in SURNAME else line[at + 1 :])
            if not value and _ends(line, at) and index + 1 < len(lines) and not _ends_a_sentence(token, line[at]):
                value = _name(lines[index + 1] if label not in SURNAME else below(_label(line, at), lines[index + 1]))
            elif _breaks_off(value, line, at) and index + 1 < len(lines):
                value = (*value, *_surname(lines[index + 1]))
            if label in SURNAME:
                value = (*value, *_given(lines, index))
            joined = _is_joined(tokens[:at], folded[index - 1].split() if index else ())
            someone = _named(value, folded, index)
            yield replace(someone, bound=BOND.fullmatch(label) is not None, joined=joined)
            if fellow := _fellow(line[at + 1 :], value):
                yield replace(someone, names=frozenset(_usable(fellow)), joined=True)
        if token in BORN and at and (birth := _birth(line[at:], folded[index + 1 : index + 2])) is not None:
            yield replace(_named(_name_before(line[:at]), folded, index), birth=birth)
        if token == NUMBERED:
            yield _named(_name_before(line[:at]), folded, index)
    if _is_name(line) and _address(folded, index) is not None:
        yield _named(_name(line), folded, index)


def _label(line: Line, at: int) -> Box:
    """Return where a label lies of which ``line[at]`` is the last word (« NOM / Surname »)."""
    first = at
    while first and _first_token(line[first - 1]) in SURNAME | REST_OF_LABEL:
        first -= 1
    return Box(line[first].box.x0, line[first].box.y0, line[at].box.x1, line[at].box.y1)


def _fellow(words: Line, value: Sequence[str]) -> tuple[str, ...]:
    """Return the name that « et » joins to the one that ``words`` begin with (« Paul DURAND et Claire MARTIN »)."""
    joint = next((at for at, word in enumerate(words) if fold(word.text) in JOINED), None)
    if joint is None or not value or _name(words[:joint]) != value:
        return ()
    return _name(words[joint + 1 :])


def _past_colon(words: Line) -> Line:
    """Return what follows the rest of a label (« de naissance : »)."""
    colon = next((at for at, word in enumerate(words) if word.text.endswith(":")), None)
    return words if colon is None else words[colon + 1 :]


def _ends(line: Line, at: int) -> bool:
    """Say whether a label stands alone, so that its value is below."""
    return all(not fold(word.text) or word.text in {":", "(e)"} for word in line[at + 1 :])


def _ends_a_sentence(token: str, word: Word) -> bool:
    """Say whether what looks like a label is the last word of a sentence, as « père » in « chez le père. » does."""
    return word.text.endswith(".") and not CIVILITY.fullmatch(token)


def _breaks_off(value: Sequence[str], line: Line, at: int) -> bool:
    """Say whether a name ends with its line after a single word, as in « Madame Maria »."""
    return len(value) == 1 and len(line) == at + 2 and line[-1].text[-1:].isalpha()


def _surname(line: Line) -> tuple[str, ...]:
    """Return the surname in capitals that a line begins with."""
    return tuple(_name(line[:1])) if line[0].text.rstrip(",.;:").isupper() else ()


def _is_joined(before: Sequence[str], above: Sequence[str]) -> bool:
    """Say whether « et » or « ou » stands before, and not between two civilities (« M. ou Mme ») or two parties."""
    if not before or before[-1] not in JOINED or any(map(OTHER_PARTY.fullmatch, (*above, *before))):
        return False
    return not (len(before) > 1 and CIVILITY.fullmatch(before[-2]))


def _named(names: Sequence[str], folded: Sequence[str], index: int) -> Named:
    return Named(frozenset(_usable(names)), None, _address(folded, index))


def _usable(names: Sequence[str]) -> list[str]:
    return [name for name in names if not PARTICLE.fullmatch(name) and len(name) > 1]


def _name(words: Line) -> tuple[str, ...]:
    """Return the names that ``words`` begin with, past a colon and civilities."""
    names: list[str] = []
    for word in words:
        tokens = fold(word.text).split()
        if not tokens:
            if names and word.text not in {"-", "–"}:
                break
            continue
        if not names and (CIVILITY.fullmatch(tokens[0]) or word.text in REST_OF_HOLDER or HOLDER.fullmatch(tokens[-1])):
            continue
        if not all(_may_be_name(token) for token in tokens) or not (
            word.text[0].isupper() or PARTICLE.fullmatch(tokens[0])
        ):
            break
        names += tokens
        if len(names) >= LONGEST_NAME or word.text.endswith((",", ".", ";", ":")):
            break
    return tuple(names)


def _name_before(words: Line) -> tuple[str, ...]:
    """Return the names that ``words`` end with."""
    names: list[str] = []
    for word in reversed(words):
        tokens = fold(word.text).split()
        if not tokens:
            continue
        if not all(_may_be_name(token) for token in tokens) or not (
            word.text[0].isupper() or PARTICLE.fullmatch(tokens[0])
        ):
            break
        names[:0] = tokens
        if len(names) >= LONGEST_NAME:
            break
    return tuple(names)


def _may_be_name(token: str) -> bool:
    return token.isalpha() and not NO_NAME.fullmatch(token) and not CIVILITY.fullmatch(token)


def _is_name(line: Line) -> bool:
    """Say whether a line is a name and nothing else."""
    tokens = [token for word in line for token in fold(word.text).split()]
    names = [token for token in tokens if not CIVILITY.fullmatch(token)]
    return 2 <= len(names) <= LONGEST_NAME and all(_may_be_name(token) for token in names) and _name(line) != ()


def _given(lines: Sequence[Line], index: int) -> tuple[str, ...]:
    """Return the given names that follow a surname: after their own label, on the line or just below."""
    for place, line in enumerate(lines[index : index + BELOW], start=index):
        for at, word in enumerate(line):
            if _first_token(word) in GIVEN:
                beside = _name([*dropwhile(lambda label: _first_token(label) in REST_OF_LABEL, line[at:])])
                after = lines[place + 1] if place + 1 < len(lines) else ()
                return beside or _name(below(word.box, after))
    return ()


def _first_token(word: Word) -> str:
    return next(iter(fold(word.text).split()), "")


def _birth(born: Line, below: Sequence[str]) -> date | None:
    """Return the date of birth that follows « né » on its line or on the next, past a place."""
    said = BIRTH.match(" ".join([fold(word.text) for word in born] + list(below)))
    return _day(said[1]) if said is not None else None


def _day(text: str) -> date | None:
    plain, written = DAY.search(text), WRITTEN_DAY.search(text)
    try:
        if plain is not None:
            return date(int(plain[3]), int(plain[2]), int(plain[1]))
        if written is not None:
            return date(int(written[3]), MONTHS.index(written[2]) + 1, int(written[1]))
    except ValueError:  # no such day: a slip of the OCR
        return None
    return None


def _address(folded: Sequence[str], index: int) -> str | None:
    """Return the address on a line or on the next ones, as number, street and postcode; None when there is none."""
    near = " ".join(folded[index : index + BELOW + 1])
    street, code = STREET.search(near), POSTCODE.search(near)
    if street is None or code is None or code.start() < street.start():
        return None
    words = TOWN_LABEL.sub("", near[street.start(2) : code.start()]).split()
    return f"{street[1]} {' '.join(words)} {code[1]}"
