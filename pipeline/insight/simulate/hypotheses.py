"""What the simulation supposes: ``config/simulation.toml`` as shipped, then what people lay over it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from pipeline.configuration import files
from pipeline.configuration.kinds import Count, Share, Text
from pipeline.configuration.models import Table
from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import WorkingCalendar
from pipeline.settings import Settings, shipped_config

FILE = "simulation.toml"

Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
AtLeastNothing = Annotated[float, Field(ge=0, allow_inf_nan=False)]
MonthDay = tuple[Annotated[int, Field(ge=1, le=12)], Annotated[int, Field(ge=1, le=31)]]
Hour = Annotated[float, Field(ge=0, le=24)]
Week = tuple[
    AtLeastNothing, AtLeastNothing, AtLeastNothing, AtLeastNothing, AtLeastNothing, AtLeastNothing, AtLeastNothing
]


class Volumes(Table):
    """A year of the whole country. ``alea``: standard deviation of a day's factor, 1 in the mean."""

    departements: Count
    enregistrements: Count
    renouvellements: Count
    pieces_enregistrement: Positive
    pieces_renouvellement: Positive
    alea: AtLeastNothing
    acceptees: Share

    @property
    def pieces(self) -> float:
        """The pieces of a year, in the whole country."""
        return self.enregistrements * self.pieces_enregistrement + self.renouvellements * self.pieces_renouvellement


class Pointe(Table):
    """A peak: each day of it, both ends included, counts ``facteur`` times."""

    nom: Text
    debut: MonthDay
    fin: MonthDay
    facteur: Positive

    def holds(self, day: date) -> bool:
        """Say whether it is on ``day``; one may run over the new year."""
        at = (day.month, day.day)
        return self.debut <= at <= self.fin if self.debut <= self.fin else at >= self.debut or at <= self.fin


class Saison(Table):
    """``mois``: the weight of a day, from January to December."""

    mois: Annotated[tuple[Positive, ...], Field(min_length=12, max_length=12)]
    pointes: tuple[Pointe, ...] = ()


class Channel(Table):
    """What comes by a channel: its share of the pieces, and the means of a pli (see ``simulation.toml``)."""

    part: Share
    dossiers: Annotated[float, Field(ge=1)]
    pages: Annotated[float, Field(ge=1)]
    separateurs: AtLeastNothing
    semaine: Week
    heures: Annotated[tuple[tuple[Hour, Hour, AtLeastNothing], ...], Field(min_length=1)]


class Mesures(Table):
    """CPU seconds a page received, by kind of work; ``frottement``: seconds of the clock for each of them."""

    source: Text
    ouvrir: AtLeastNothing
    lire: Positive
    dispersion: Positive
    decider: AtLeastNothing
    composer: AtLeastNothing
    frottement: Positive

    @property
    def page_s(self) -> float:
        """CPU seconds a page received, all told."""
        return self.ouvrir + self.lire + self.decider + self.composer


class Machines(Table):
    """``coeurs``: of one machine, a worker each; ``reprise_s``: before what a lost one did is taken up."""

    coeurs: Count
    reprise_s: AtLeastNothing


class Personnes(Table):
    """``questions``: the chance that a piece asks one; ``secondes``: the mean of an answer; ``heures``: of a day."""

    questions: Share
    secondes: Positive
    dispersion: Positive
    heures: Annotated[tuple[tuple[Hour, Hour], ...], Field(min_length=1)]
    heures_par_personne: Positive

    @model_validator(mode="after")
    def _hours_follow_one_another(self) -> Self:
        bounds = [hour for span in self.heures for hour in span]
        if any(before >= after for before, after in pairwise(bounds)):
            raise ValueError("les heures doivent se suivre")
        return self

    @property
    def ouverture_h(self) -> float:
        """Hours a day during which a post is held."""
        return sum(end - start for start, end in self.heures)


class Nuit(Table):
    """How fast the register takes pieces, and the server mails."""

    pieces_par_seconde: Positive
    mels_par_seconde: Positive


class HypothesesFile(Table):
    """``simulation.toml``."""

    version: Text
    volumes: Volumes
    saison: Saison
    canaux: dict[Canal, Channel]
    mesures: Mesures
    machines: Machines
    personnes: Personnes
    nuit: Nuit

    @model_validator(mode="after")
    def _channels_share_all(self) -> Self:
        if abs(sum(channel.part for channel in self.canaux.values()) - 1) > 1e-6:
            raise ValueError("la somme des parts des canaux doit faire 1")
        return self


@dataclass(frozen=True, slots=True)
class Rules:
    """What the simulated days obey, as the real ones do."""

    calendar: WorkingCalendar
    cutoff: time
    opening: time
    closing: time


def rules_of(settings: Settings) -> Rules:
    """Return the calendar and the hours of a workspace."""
    night = settings.deversement
    return Rules(settings.calendar(), settings.reception.heure_limite, night.ouverture, night.fermeture)


def load(own: Path | None = None) -> HypothesesFile:
    """Read what is supposed, ``own`` laid over the shipped file; ``Misuse`` says in French what is wrong in one."""
    layers = [files.read(shipped_config() / FILE, f"config/{FILE} (livré)")]
    if own is not None:
        layers.append(files.read(own, own.name))
    return files.validate(HypothesesFile, layers)


def asking(supposed: HypothesesFile, questions: float) -> HypothesesFile:
    """Return the same, where a piece asks a person with the chance ``questions`` (0–1)."""
    people = supposed.personnes.model_copy(update={"questions": questions})
    return supposed.model_copy(update={"personnes": people})


def place(departements: int | None, charge: float) -> str:
    """Say in French what is simulated: of how many départements (None: all), so many times the usual volume."""
    said = "le pays entier" if departements is None else f"{departements} départements moyens"
    return said if charge == 1 else f"{said}, {charge:g} fois le volume habituel".replace(".", ",")
