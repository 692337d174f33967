"""Fictitious households: coherent people, a home, an employer, a landlord, an income, a numéro unique.

Every name, address and number is invented: telephone numbers are of the ranges kept for fiction,
addresses of mail are under ``example.org``, and no commune of the list exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from training.fonts import Family
from training.names import POOLS, Pool, World


@dataclass(frozen=True, slots=True)
class Someone:
    """A person. ``role``: D applicant, C spouse, E child. ``sexe``: F or M."""

    role: str
    nom: str
    prenoms: str
    naissance: date
    sexe: str
    lieu: str
    nation: str

    @property
    def prenom(self) -> str:
        return self.prenoms.split(" ")[0]

    @property
    def full(self) -> str:
        return f"{self.prenom} {self.nom.upper()}"

    @property
    def civility(self) -> str:
        return "Madame" if self.sexe == "F" else "Monsieur"

    @property
    def born(self) -> str:
        return "née" if self.sexe == "F" else "né"

    def gendered(self, feminine: str, masculine: str) -> str:
        return feminine if self.sexe == "F" else masculine


@dataclass(frozen=True, slots=True)
class Office:
    """A guichet: the housing office that sends the envelope."""

    code: str
    departement: str
    libelle: str


@dataclass(frozen=True, slots=True)
class Household:
    """An applicant's household. ``net``: monthly take-home pay in euros; ``loyer``: rent without charges."""

    numero_unique: str
    demandeur: Someone
    conjoint: Someone | None
    enfants: tuple[Someone, ...]
    rue: str
    ville: str
    employeur: str
    siret: str
    metier: str
    bailleur: str
    net: int
    loyer: int
    courriel: str
    fiscal: str
    depot: date
    world: World

    @property
    def adults(self) -> list[Someone]:
        return [self.demandeur, *([self.conjoint] if self.conjoint else [])]

    @property
    def commune(self) -> str:
        return self.ville.split(" ", 1)[1]


def household(family: Family, rng: Random, day: date, office: Office) -> Household:
    """Return a household that applied some time before ``day`` at ``office`` (or on the public portal)."""
    return of_pool(POOLS[family], rng, day, office)


def of_pool(pool: Pool, rng: Random, day: date, office: Office) -> Household:
    """Return a household with names of ``pool``."""
    depot = day - timedelta(days=rng.randint(40, 900))
    nom, sexe = rng.choice(pool.noms), rng.choice("FM")
    demandeur = _someone(pool, rng, "D", nom, sexe, rng.randint(23, 68), day)
    conjoint = None
    if rng.random() < 0.5:
        other = nom if rng.random() < 0.6 else rng.choice(pool.noms)
        conjoint = _someone(pool, rng, "C", other, "M" if sexe == "F" else "F", rng.randint(23, 66), day)
    enfants = tuple(
        _someone(pool, rng, "E", nom, rng.choice("FM"), rng.randint(1, 16), day)
        for _ in range(rng.choice((0, 0, 1, 1, 2, 3)))
    )
    guichet = rng.choice((office.code, office.code, "GDPUB"))
    net = rng.randint(1150, 2650)
    return Household(
        numero_unique=f"{office.departement}{depot:%m%y}{rng.randint(1000, 999999):06d}{guichet}",
        demandeur=demandeur,
        conjoint=conjoint,
        enfants=enfants,
        rue=f"{rng.randint(1, 148)} {rng.choice(pool.world.rues)}",
        ville=rng.choice(pool.world.villes),
        employeur=rng.choice(pool.world.employeurs),
        siret=_siret(rng),
        metier=rng.choice(pool.world.metiers),
        bailleur=rng.choice(pool.world.bailleurs),
        net=net,
        loyer=round(net * rng.uniform(0.22, 0.38)),
        courriel=f"{demandeur.prenom}.{rng.randint(10, 99)}@example.org".lower().encode("ascii", "ignore").decode(),
        fiscal="".join(rng.choices("0123456789", k=13)),
        depot=depot,
        world=pool.world,
    )


def _someone(pool: Pool, rng: Random, role: str, nom: str, sexe: str, age: int, day: date) -> Someone:
    first = pool.femmes if sexe == "F" else pool.hommes
    prenoms = " ".join(rng.sample(first, rng.choice((1, 1, 2))))
    birth = day - timedelta(days=age * 365 + rng.randint(0, 364))
    lieu, nation = (
        rng.choice(pool.naissances) if role != "E" else (rng.choice(pool.world.villes).split(" ", 1)[1], "FRA")
    )
    return Someone(role, nom, prenoms, birth, sexe, lieu, nation)


def _siret(rng: Random) -> str:
    digits = "".join(rng.choices("0123456789", k=9))
    return f"{digits[:3]} {digits[3:6]} {digits[6:]} 000{rng.randint(11, 59)}"


def social_security(person: Someone, rng: Random) -> str:
    """Return a social security number with its key, of the département 99 that no commune bears."""
    head = (
        f"{2 if person.sexe == 'F' else 1}{person.naissance:%y%m}99{rng.randint(1, 999):03d}{rng.randint(1, 999):03d}"
    )
    return f"{head[0]} {head[1:3]} {head[3:5]} {head[5:7]} {head[7:10]} {head[10:]} {97 - int(head) % 97:02d}"
