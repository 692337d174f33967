"""What may stand in each file of ``config/``. Keys are the French words that its readers edit."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator

from pipeline.configuration.kinds import (
    Address,
    Count,
    Cue,
    Days,
    Departement,
    Expression,
    GuichetCode,
    Hour,
    KeyId,
    Line,
    Loopback,
    MotifCode,
    Plain,
    Seconds,
    Secret,
    Share,
    Text,
    TypeCode,
    Weight,
)
from pipeline.domain.filing_plan import Family, Scope
from pipeline.domain.receipt import Canal


class Table(BaseModel):
    """A table of TOML: frozen, and a key that it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TypeEntry(Table):
    """One type of piece."""

    libelle: Text
    portee: Scope = Scope.FILED
    par_personne: bool = False
    sensible: bool = False
    recto_verso: bool = False
    titre_repete: bool = False
    manuscrit: Literal["accepte", "rejete"] = "rejete"
    titres: tuple[Cue, ...] = ()
    indices: tuple[Cue, ...] = ()


class PlanFile(Table):
    """``plan.toml``. ``categories``: by the three letters that a type's code begins with."""

    version: Text
    source: Text
    categories: dict[str, Text]
    types: dict[TypeCode, TypeEntry]

    @model_validator(mode="after")
    def _every_type_has_a_category(self) -> Self:
        for code in self.types:
            if code[:3] not in self.categories:
                raise ValueError(f"le type {code} n'a pas de catégorie : ajoutez {code[:3]} à [categories]")
        return self


class MotifEntry(Table):
    """One motive."""

    famille: Family
    niveau: Literal["lot", "pli", "dossier", "fichier", "piece", "page"]
    libelle: Text
    que_faire: Text


class MotifsFile(Table):
    """``motifs.toml``."""

    version: Text
    motifs: dict[MotifCode, MotifEntry]


class CalendarFile(Table):
    """``calendrier.toml``. A day with an empty label is worked."""

    version: Text
    feries: dict[date, str]


class KeysFile(Table):
    """``cles.toml``: the text's UTF-8 bytes are the key."""

    cles: dict[KeyId, Text] = {}


class DialectEntry(Table):
    """One dialect. ``plafond``: how far a code of it may be believed; ``none`` reads it no more."""

    expression: Expression
    plafond: Literal["unsigned", "none"]


class CodesFile(Table):
    """``codes.toml``."""

    dialectes: dict[str, DialectEntry]


class Guichet(Table):
    """A guichet and its reference address."""

    nom: Line
    departement: Departement
    courriel: Address


class GuichetsFile(Table):
    """``guichets.toml``."""

    guichets: dict[GuichetCode, Guichet] = {}


class Limites(Table):
    """``limites.toml``: bytes, pages, pixels, seconds."""

    octets_pwp_max: Count
    octets_lot_max: Count
    pages_max: Count
    pixels_page_max: Count
    octets_deplies_max: Count
    octets_flux_max: Count
    memoire_max: Count
    secondes_page: Count
    secondes_lot: Count
    secondes_silence: Count


class General(Table):
    """``parallele``: worker processes; None: as many as cores."""

    production: Literal["oui", "non"]
    parallele: Count | None = None


class Moteur(Table):
    """Who wakes the tasks."""

    nom: Literal["local", "dramatiq"]
    redis: Text | None = Field(default=None, repr=False)

    @model_validator(mode="after")
    def _dramatiq_has_redis(self) -> Self:
        if self.nom == "dramatiq" and self.redis is None:
            raise ValueError("redis (PLI_REDIS) est exigé par dramatiq")
        return self


class Stockage(Table):
    """None: under ``var/``."""

    base: Text | None = None
    blobs: Text | None = None


class Inbox(Table):
    """``stabilite_s``: seconds of stillness before a file is taken."""

    stabilite_s: Seconds


class Reception(Table):
    """``heure_limite``: what is received up to then counts for the day."""

    heure_limite: Hour


class Lecture(Table):
    """Who reads print: Tesseract's library in our process, or its program, started for each page."""

    moteur_ocr: Literal["tesserocr", "pytesseract"]


class Deversement(Table):
    """The night, civil hours of Paris. ``simultanes``: deposits under way at once, at most."""

    ouverture: Hour
    fermeture: Hour
    simultanes: Annotated[int, Field(ge=1, le=64)]


class Sne(Table):
    """How the SNE is spoken to. ``delai_s``: seconds before a call counts as unanswered."""

    connecteur: Literal["fichier", "http"]
    delai_s: Annotated[float, Field(gt=0, le=120)]
    url: Text | None = None
    jeton: SecretStr | None = None

    @model_validator(mode="after")
    def _http_has_an_address(self) -> Self:
        if self.connecteur == "http" and self.url is None:
            raise ValueError("url (PLI_SNE_URL) est exigée par http")
        return self


class Mel(Table):
    """How mail leaves. ``assistance``: where senders may write. ``utilisateur``: None, no authentication.

    ``administrateur``: who is told of each night; None: nobody.
    """

    transport: Literal["fichier", "smtp"]
    port: Annotated[int, Field(ge=1, le=65535)]
    starttls: Literal["non", "si_offert", "exige"]
    expediteur: Address
    assistance: Address
    administrateur: Address | None = None
    hote: Text | None = None
    utilisateur: Plain | None = None
    mot_de_passe: Secret | None = None

    @model_validator(mode="after")
    def _smtp_has_a_host(self) -> Self:
        if self.transport == "smtp" and self.hote is None:
            raise ValueError("hote (PLI_MEL_HOTE) est exigé par smtp")
        return self

    @model_validator(mode="after")
    def _a_password_has_a_user_and_travels_encrypted(self) -> Self:
        if (self.utilisateur is None) != (self.mot_de_passe is None):
            raise ValueError("utilisateur (PLI_MEL_UTILISATEUR) et mot_de_passe (PLI_MEL_MOT_DE_PASSE) vont ensemble")
        if self.mot_de_passe is not None and self.starttls == "non":
            raise ValueError("un mot_de_passe ne part jamais en clair : starttls (PLI_MEL_STARTTLS) ne peut être non")
        return self

    @property
    def credentials(self) -> tuple[str, SecretStr] | None:
        """The user and the password; None: no authentication."""
        if self.utilisateur is None or self.mot_de_passe is None:
            return None
        return self.utilisateur, self.mot_de_passe


class Conservation(Table):
    """Days that are kept: ``images`` and texts after the SNE's acknowledgement, ``rejets`` after they were told."""

    images: Days
    rejets: Days
    quarantaine: Days
    mels: Days


class Surveillance(Table):
    """``metriques``: where this machine says how it goes; empty: nowhere."""

    metriques: Loopback = ""

    @property
    def address(self) -> tuple[str, int] | None:
        """The address and the port of ``metriques``; None: nothing is said."""
        host, _, port = self.metriques.rpartition(":")
        return (host, int(port)) if host else None


class Seuils(Table):
    """Thresholds that are set here; those left out keep the program's value."""

    encre_blanche: Share | None = None
    mauvais_classements: Share | None = None
    illisible: Share | None = None
    lisibilite_douteuse: Share | None = None
    manuscrit: Share | None = None
    manuscrit_douteux: Share | None = None


class ReglagesFile(Table):
    """``reglages.toml``. ``partage``: what each channel weighs where several wait for the same deadline."""

    general: General
    moteur: Moteur
    stockage: Stockage
    inbox: Inbox
    reception: Reception
    lecture: Lecture
    deversement: Deversement
    sne: Sne
    mel: Mel
    conservation: Conservation
    partage: dict[Canal, Weight]
    surveillance: Surveillance
    seuils: Seuils
