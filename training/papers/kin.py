"""People whom family papers name and whom the household's file may lack: a spouse, a former one, parents, children."""

from __future__ import annotations

from datetime import date, timedelta

from training.names import POOLS
from training.papers.case import Case
from training.people import Someone


def invented(case: Case, role: str, sexe: str, born: date, nom: str = "") -> Someone:
    """Return somebody outside the household; ``nom`` when a name is shared."""
    pool, rng = POOLS[case.desk.family], case.desk.rng
    prenoms = " ".join(rng.sample(pool.femmes if sexe == "F" else pool.hommes, rng.choice((1, 2))))
    lieu, nation = rng.choice(pool.naissances)
    return Someone(role, nom or rng.choice(pool.noms), prenoms, born, sexe, lieu, nation)


def _partner(case: Case) -> Someone:
    who, away = case.who, timedelta(days=case.some(-1500, 1500))
    return invented(case, "C", who.gendered("M", "F"), who.naissance + away)


def _ordered(one: Someone, other: Someone) -> tuple[Someone, Someone]:
    return (one, other) if one.sexe == "F" else (other, one)


def expecting(case: Case) -> Someone:
    """Return the woman of the household, as old as she is (another birth is another person), else one it lacks."""
    born = case.day(8_000, 14_000)
    return next((who for who in case.home.adults if who.sexe == "F"), None) or invented(case, "C", "F", born)


def couple(case: Case) -> tuple[Someone, Someone]:
    """Return wife and husband: the applicant and the partner, invented when the file has none."""
    return _ordered(case.who, case.home.conjoint or _partner(case))


def former_couple(case: Case) -> tuple[Someone, Someone]:
    """Return wife and husband who part: the applicant and somebody who has left the household."""
    return _ordered(case.who, _partner(case))


def offspring(case: Case) -> tuple[Someone, ...]:
    """Return the children of the household, else one or two who live elsewhere."""
    if case.home.enfants:
        return case.home.enfants
    return tuple(
        invented(case, "E", case.one("F", "M"), case.day(900, 5500), case.who.nom) for _ in range(case.some(1, 2))
    )


def parents(case: Case, child: Someone) -> tuple[Someone, Someone]:
    """Return the invented mother and father of ``child``."""
    mother = invented(case, "C", "F", child.naissance - timedelta(days=case.some(7300, 13000)))
    father = invented(case, "C", "M", child.naissance - timedelta(days=case.some(7500, 14000)), child.nom)
    return mother, father


def wedding(case: Case, wife: Someone, husband: Someone, ago: int = 60) -> date:
    """Return a day, between their coming of age and ``ago`` days ago, when they may have married."""
    first = max(wife.naissance, husband.naissance) + timedelta(days=6700)
    last = case.desk.day - timedelta(days=ago)
    return first + timedelta(days=case.some(0, max(0, (last - first).days)))
