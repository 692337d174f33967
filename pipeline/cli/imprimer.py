"""``pli imprimer``: the sheets that open plis and dossiers, with their signed codes."""

from __future__ import annotations

import os
import re
import secrets
from datetime import date, datetime
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from pipeline.cli.frame import DONE, RACINE, command, main, out
from pipeline.cli.french import FrenchGroup, Required
from pipeline.configuration.kinds import Departement, GuichetCode
from pipeline.domain import numero_unique
from pipeline.durable import write_durably
from pipeline.errors import Misuse
from pipeline.settings import Settings, load
from pipeline.sheets.printing.payload import SigningKey

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789"
NONCE_LENGTH, ENVOI_LENGTH = 8, 10
COUNT_MAX = 9999
OLDEST = date(1900, 1, 1)

GUICHET_CODE: TypeAdapter[str] = TypeAdapter(GuichetCode)
DEPARTEMENT: TypeAdapter[str] = TypeAdapter(Departement)


GUICHET = click.option(
    "--guichet", cls=Required, metavar="CODE", help="Le guichet qui transmet : 5 chiffres ou capitales."
)
SORTIE = click.option(
    "--sortie", cls=Required, metavar="FICHIER", type=click.Path(dir_okay=False, path_type=Path),
    help="Le PDF à écrire ; s'il existe, il est remplacé.",
)  # fmt: skip


@main.group("imprimer", cls=FrenchGroup)
def imprimer() -> None:
    """Imprime une fiche ou un bordereau, avec son code."""


@command("fiche", imprimer)
@click.option("--nu", cls=Required, metavar="NU", help="Le numéro unique, avec ou sans espaces.")
@click.option("--nom", cls=Required, metavar="NOM", help="Le nom du demandeur, comme il s'écrit.")
@click.option("--prenoms", cls=Required, metavar="PRENOMS", help="Ses prénoms.")
@click.option(
    "--naissance", cls=Required, metavar="DATE", type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
    help="Sa date de naissance : AAAA-MM-JJ ou JJ/MM/AAAA.",
)  # fmt: skip
@GUICHET
@click.option("--documents", type=int, metavar="N", help="Combien de documents ; sans lui, une case à remplir.")
@click.option("--pages", type=int, metavar="N", help="Combien de pages, fiche comprise ; sans lui, une case à remplir.")
@SORTIE
@RACINE
def print_fiche(
    nu: str,
    nom: str,
    prenoms: str,
    naissance: datetime,
    guichet: str,
    documents: int | None,
    pages: int | None,
    sortie: Path,
    racine: Path,
) -> int:
    """Imprime une fiche récapitulative.

    Son code est signé de la dernière clé que déclare config/cles.toml.
    """
    from pipeline.sheets.printing.sheets import FicheFields, fiche_pdf  # noqa: PLC0415 - slow: only to print

    settings = load(racine, os.environ)
    today = settings.now().date()
    if documents is not None and pages is not None and pages <= documents:
        raise Misuse(f"--pages : {documents} documents et la fiche font au moins {documents + 1} pages.")
    fiche = FicheFields(
        numero_unique=_numero(nu, today),
        nom=_text("--nom", nom),
        prenoms=_text("--prenoms", prenoms),
        naissance=_birth(naissance.date(), today),
        documents=None if documents is None else _count("--documents", documents),
        pages=None if pages is None else _count("--pages", pages),
        guichet=_code("--guichet", GUICHET_CODE, guichet),
    )
    return _write(sortie, fiche_pdf(fiche, today, _token(NONCE_LENGTH), _key(settings)))


@command("bordereau", imprimer)
@GUICHET
@click.option("--departement", cls=Required, metavar="CODE", help="Son département, comme 057, 02A ou 974.")
@click.option("--libelle", cls=Required, metavar="NOM", help="Son nom, comme il s'écrit.")
@click.option("--dossiers", cls=Required, type=int, metavar="N", help="Combien de dossiers sont transmis.")
@click.option("--pages", cls=Required, type=int, metavar="N", help="Combien de pages, fiches et bordereau compris.")
@SORTIE
@RACINE
def print_bordereau(
    guichet: str, departement: str, libelle: str, dossiers: int, pages: int, sortie: Path, racine: Path
) -> int:
    """Imprime un bordereau de transmission.

    Son code est signé de la dernière clé que déclare config/cles.toml.
    """
    from pipeline.sheets.printing.sheets import BordereauFields, bordereau_pdf  # noqa: PLC0415 - slow: only to print

    settings = load(racine, os.environ)
    bordereau = BordereauFields(
        guichet=_code("--guichet", GUICHET_CODE, guichet),
        departement=_code("--departement", DEPARTEMENT, departement),
        libelle=_text("--libelle", libelle),
        dossiers=_count("--dossiers", dossiers),
        pages=_count("--pages", pages),
    )
    return _write(sortie, bordereau_pdf(bordereau, settings.now().date(), _token(ENVOI_LENGTH), _key(settings)))


def _numero(text: str, on: date) -> str:
    number = numero_unique.normalise(text)
    if not numero_unique.is_valid(number, on):
        raise Misuse(f"--nu : {_fault(number)}. Il s'écrit par exemple 057 1215 073903 10691.")
    return number


def _fault(number: str) -> str:
    """Say what is wrong with a number that is not valid, block by block."""
    if len(number) != numero_unique.LENGTH:
        return f"{numero_unique.LENGTH} caractères sont attendus, espaces non compris ; il y en a {len(number)}"
    blocks = (
        (number[:3], numero_unique.TERRITORY, "n'est pas un territoire (057, 02A, 974, ou 111 pour l'Île-de-France)"),
        (number[3:5], numero_unique.MONTH, "n'est pas un mois"),
        (number[5:7], numero_unique.YEAR, "n'est pas une année sur deux chiffres"),
        (number[7:13], numero_unique.SEQUENCE, "devrait être fait de six chiffres"),
        (number[13:], numero_unique.GUICHET, "n'est pas un code de guichet (5 chiffres ou capitales)"),
    )
    for block, shape, wrong in blocks:
        if re.fullmatch(shape, block) is None:
            return f"« {block} » {wrong}"
    return f"« {number[3:7]} », mois et année de la demande, est à venir ou d'avant {numero_unique.FIRST_YEAR}"


def _birth(day: date, today: date) -> date:
    if not OLDEST <= day <= today:
        raise Misuse(f"--naissance : {day:%d/%m/%Y} ne peut pas être une date de naissance.")
    return day


def _count(option: str, count: int) -> int:
    if not 1 <= count <= COUNT_MAX:
        raise Misuse(f"{option} : {count} ne convient pas ; un nombre de 1 à {COUNT_MAX} est attendu.")
    return count


def _text(option: str, text: str) -> str:
    if not text.strip():
        raise Misuse(f"{option} : il n'y a rien d'écrit.")
    return text


def _code(option: str, kind: TypeAdapter[str], text: str) -> str:
    """Hold ``text`` to what the configuration files allow for such a code."""
    try:
        return kind.validate_python(text)
    except ValidationError as error:
        raise Misuse(f"{option} : « {text} » ne convient pas ; {error.errors()[0]['ctx']['error']}.") from error


def _key(settings: Settings) -> SigningKey:
    if not settings.keys:
        raise Misuse("config/cles.toml : aucune clé ; il en faut une pour signer le code.")
    return SigningKey(*list(settings.keys.items())[-1])


def _token(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def _write(path: Path, pdf: bytes) -> int:
    replaced = path.exists()
    try:
        write_durably(path, pdf)
    except OSError as error:
        raise Misuse(f"--sortie : {path} ne s'écrit pas ({error.strerror}).") from error
    done = "Imprimé dans {} (le fichier précédent est remplacé)." if replaced else "Imprimé dans {}."
    out.print(done.format(path), highlight=False, markup=False)
    return DONE
