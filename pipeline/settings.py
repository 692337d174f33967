"""What people may change: ``config/*.toml`` as shipped, then the workspace's, then the environment.

Read once by the command line, the web or a worker, which hand each part its own value. Everything is frozen,
and nothing that does not hold together is let through: ``Misuse`` names the file, the line and the key.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from pipeline.configuration import files, models
from pipeline.configuration.files import Layer
from pipeline.configuration.models import Guichet
from pipeline.domain.filing_plan import FilingPlan, Motif, PieceType
from pipeline.domain.receipt import Canal
from pipeline.domain.rules import Dialect, Rules, Thresholds
from pipeline.domain.working_calendar import PARIS, WorkingCalendar
from pipeline.errors import Misuse

EDITED_FILES = (
    "plan.toml",
    "motifs.toml",
    "calendrier.toml",
    "cles.toml",
    "codes.toml",
    "guichets.toml",
    "limites.toml",
    "reglages.toml",
)
ENVIRONMENT: Mapping[str, files.KeyPath] = MappingProxyType(
    {
        "PLI_PARALLELE": ("general", "parallele"),
        "PLI_PRODUCTION": ("general", "production"),
        "PLI_MOTEUR": ("moteur", "nom"),
        "PLI_REDIS": ("moteur", "redis"),
        "PLI_BASE": ("stockage", "base"),
        "PLI_BLOBS": ("stockage", "blobs"),
        "PLI_INBOX_STABILITE_S": ("inbox", "stabilite_s"),
        "PLI_SNE_CONNECTEUR": ("sne", "connecteur"),
        "PLI_SNE_URL": ("sne", "url"),
        "PLI_SNE_JETON": ("sne", "jeton"),
        "PLI_SNE_DELAI_S": ("sne", "delai_s"),
        "PLI_MEL_TRANSPORT": ("mel", "transport"),
        "PLI_MEL_HOTE": ("mel", "hote"),
        "PLI_MEL_PORT": ("mel", "port"),
        "PLI_MEL_STARTTLS": ("mel", "starttls"),
        "PLI_MEL_UTILISATEUR": ("mel", "utilisateur"),
        "PLI_MEL_MOT_DE_PASSE": ("mel", "mot_de_passe"),
        "PLI_METRIQUES": ("surveillance", "metriques"),
    }
)
JOURNAL, JSON = "PLI_JOURNAL", "json"
"""How what happens is told, by the environment alone: it is told before any file is read."""
SQLITE = "sqlite:///"
DEMONSTRATION = "demonstration"
FIRST_YEAR, LAST_YEAR = 2000, 2100
FICTITIOUS = ".example"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is set, for one workspace.

    ``parallele``: worker processes. ``base``: SQLAlchemy URL. ``blobs``: folder or ``s3://`` URL.
    ``maintenant``: the instant that stands for now in rehearsals, else None. ``demandes_path``: what the
    connector ``fichier`` knows of the SNE, else None. ``partage``: what each channel weighs. ``keys`` sign and verify
    the codes, by identifier.
    """

    racine: Path
    parallele: int
    production: bool
    base: str = field(repr=False)
    blobs: str
    maintenant: datetime | None
    demandes_path: Path | None
    moteur: models.Moteur
    inbox: models.Inbox
    reception: models.Reception
    lecture: models.Lecture
    deversement: models.Deversement
    sne: models.Sne
    mel: models.Mel
    conservation: models.Conservation
    partage: Mapping[Canal, float]
    surveillance: models.Surveillance
    limites: models.Limites
    guichets: Mapping[str, Guichet]
    keys: Mapping[str, bytes] = field(repr=False)
    plan: FilingPlan = field(repr=False)
    motifs: Mapping[str, Motif] = field(repr=False)
    dialects: tuple[Dialect, ...]
    thresholds: Thresholds
    working_calendar: WorkingCalendar = field(repr=False)

    @property
    def own_disks(self) -> Mapping[str, Path]:
        """Where the database and the contents lie, by variable, for those of them that lie on this machine's disks."""
        places = {"PLI_BASE": self.base.removeprefix(SQLITE), "PLI_BLOBS": self.blobs}
        return {variable: Path(place) for variable, place in places.items() if "://" not in place}

    def now(self) -> datetime:
        """Return now, with Paris's offset: ``PLI_MAINTENANT`` when given, else the clock."""
        return self.maintenant or datetime.now(PARIS)

    def rules(self) -> Rules:
        """Return what settling goes by."""
        return Rules(self.plan, self.motifs, self.keys, self.dialects, self.thresholds)

    def calendar(self) -> WorkingCalendar:
        """Return the working days of the processing centre."""
        return self.working_calendar


def shipped_config() -> Path:
    """Return the folder of the shipped ``*.toml``: beside the package in a clone, inside it once installed."""
    package = Path(__file__).resolve().parent
    beside = package.parent / "config"
    return beside if (beside / "plan.toml").is_file() else package / "config"


def load(racine: Path, environ: Mapping[str, str]) -> Settings:
    """Read the settings of the workspace ``racine``; ``Misuse`` says in French all that is wrong in a file."""
    if environ.get(JOURNAL) not in {None, "", "texte", JSON}:
        raise Misuse(f"{JOURNAL} : valeurs possibles : « texte », « json ».")
    layers = _layers(racine)
    reglages = files.validate(models.ReglagesFile, [*layers["reglages.toml"], *_environment(environ)])
    production = reglages.general.production == "oui"
    demandes = racine / "config" / "demandes.json"
    return Settings(
        racine=racine,
        parallele=reglages.general.parallele or os.cpu_count() or 1,
        production=production,
        base=reglages.stockage.base or f"{SQLITE}{racine.absolute() / 'var' / 'pli.sqlite'}",
        blobs=reglages.stockage.blobs or str(racine.absolute() / "var" / "blobs"),
        maintenant=_rehearsed(environ.get("PLI_MAINTENANT")),
        demandes_path=demandes if demandes.is_file() else None,
        moteur=reglages.moteur,
        inbox=reglages.inbox,
        reception=reglages.reception,
        lecture=reglages.lecture,
        deversement=reglages.deversement,
        sne=reglages.sne,
        mel=reglages.mel,
        conservation=reglages.conservation,
        partage=MappingProxyType(reglages.partage),
        surveillance=reglages.surveillance,
        limites=files.validate(models.Limites, layers["limites.toml"]),
        guichets=_guichets(files.validate(models.GuichetsFile, layers["guichets.toml"]), production=production),
        keys=_keys(layers["cles.toml"], production=production),
        plan=_plan(files.validate(models.PlanFile, layers["plan.toml"])),
        motifs=_motifs(files.validate(models.MotifsFile, layers["motifs.toml"])),
        dialects=_dialects(files.validate(models.CodesFile, layers["codes.toml"])),
        thresholds=_thresholds(reglages.seuils),
        working_calendar=_calendar(files.validate(models.CalendarFile, layers["calendrier.toml"])),
    )


def _layers(racine: Path) -> dict[str, list[Layer]]:
    """Read every file, by name: the shipped one, then the workspace's if it has one of its own."""
    shipped, own = shipped_config(), racine / "config"
    layers = {name: [files.read(shipped / name, f"config/{name} (livré)")] for name in EDITED_FILES}
    if own.resolve() == shipped:
        return layers
    for path in sorted(own.glob("*.toml")):
        if path.name not in layers:
            raise Misuse(f"config/{path.name} : fichier inconnu. Les fichiers sont : {', '.join(EDITED_FILES)}.")
        layers[path.name].append(files.read(path, f"config/{path.name}"))
    return layers


def _environment(environ: Mapping[str, str]) -> list[Layer]:
    """Return one layer a variable, so that an error names it; an empty variable is unset."""
    return [
        Layer(name, {section: {key: environ[name]}}, {(section, key): 0})
        for name, (section, key) in ENVIRONMENT.items()
        if environ.get(name)
    ]


def _rehearsed(text: str | None) -> datetime | None:
    """Parse ``PLI_MAINTENANT``; an instant without an offset is Paris's."""
    if not text:
        return None
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as error:
        message = f"PLI_MAINTENANT : « {text} » n'est pas un instant ; écrivez par exemple 2026-05-06T17:30:00+02:00."
        raise Misuse(message) from error
    if not FIRST_YEAR < instant.year < LAST_YEAR:
        raise Misuse(f"PLI_MAINTENANT : « {text} » est hors du calendrier ({FIRST_YEAR} à {LAST_YEAR}).")
    return instant.replace(tzinfo=PARIS) if instant.tzinfo is None else instant.astimezone(PARIS)


def _keys(layers: Sequence[Layer], *, production: bool) -> Mapping[str, bytes]:
    """Return the keys. In production the workspace's own alone count, and none may be a demonstration key."""
    counted = layers[-1:] if production else layers
    keys = files.validate(models.KeysFile, counted).cles
    if production and not keys:
        raise Misuse("config/cles.toml : aucune clé ; la production en exige au moins une.")
    known = [kid for kid, key in keys.items() if DEMONSTRATION in key]
    if production and known:
        raise Misuse(
            f"{layers[-1].name} : {', '.join(known)} : clé de démonstration, que la production refuse. "
            "Écrivez vos clés dans config/cles.toml de l'espace de travail, ou PLI_PRODUCTION=non."
        )
    return MappingProxyType({kid: key.encode() for kid, key in keys.items()})


def _guichets(file: models.GuichetsFile, *, production: bool) -> Mapping[str, Guichet]:
    """Return the guichets; in production the fictitious ones that we ship are nobody's address."""
    told = file.guichets.items()
    return MappingProxyType({code: it for code, it in told if not (production and it.courriel.endswith(FICTITIOUS))})


def _plan(file: models.PlanFile) -> FilingPlan:
    types = {
        code: PieceType(
            code=code,
            category=file.categories[code[:3]],
            label=entry.libelle,
            scope=entry.portee,
            per_person=entry.par_personne,
            sensitive=entry.sensible,
            two_sided=entry.recto_verso,
            title_repeats=entry.titre_repete,
            handwriting_accepted=entry.manuscrit == "accepte",
            titles=entry.titres,
            cues=entry.indices,
        )
        for code, entry in file.types.items()
    }
    return FilingPlan(file.version, MappingProxyType(types))


def _motifs(file: models.MotifsFile) -> Mapping[str, Motif]:
    return MappingProxyType(
        {code: Motif(code, it.famille, it.niveau, it.libelle, it.que_faire) for code, it in file.motifs.items()}
    )


def _dialects(file: models.CodesFile) -> tuple[Dialect, ...]:
    return tuple(
        Dialect(name, re.compile(entry.expression))
        for name, entry in file.dialectes.items()
        if entry.plafond == "unsigned"
    )


def _thresholds(seuils: models.Seuils) -> Thresholds:
    words = {
        "blank_ink": seuils.encre_blanche,
        "misfiled": seuils.mauvais_classements,
        "illegible": seuils.illisible,
        "doubtful_legibility": seuils.lisibilite_douteuse,
        "handwritten": seuils.manuscrit,
        "doubtful_handwriting": seuils.manuscrit_douteux,
    }
    return replace(Thresholds(), **{name: share for name, share in words.items() if share is not None})


def _calendar(file: models.CalendarFile) -> WorkingCalendar:
    return WorkingCalendar(file.version, frozenset(day for day, label in file.feries.items() if label))
