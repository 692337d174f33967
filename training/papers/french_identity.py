"""French identity cards otherwise placed, the proof of identity of an application, and the card of a host."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PIL import Image

from training.codes import drawn
from training.desk import Desk, Draft
from training.documents import identity
from training.handwriting import write
from training.papers.card_copies import (
    BACK_TO_BACK,
    CENTRED,
    ENLARGED,
    FIRST,
    LOW,
    LYING,
    ON_BOTH_SIDES,
    OVERLEAF,
    SECOND,
    STACKED,
    THIRD,
    TIGHT,
    Faces,
    Placing,
    copies,
    magnified,
    page_of,
    placed,
    together,
)
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Text
from training.papers.lay import laid
from training.papers.nationalities import all_french, french
from training.papers.writers import Drawer, Drawers, by_family, for_all
from training.people import Household, Someone

ALREADY = {"A": 1.25, "B": 1.12, "C": 1.12}
"""How much the faces of identity cards are enlarged where they are drawn."""
OUT = "P01"


def _old(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    return identity.old_faces(_life_size(desk), home, who)


def _new(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    return identity.new_faces(_life_size(desk), home, who)


def _life_size(desk: Desk) -> Desk:
    return replace(desk, dpi=round(desk.dpi / ALREADY[desk.family]))


def _single_use(desk: Desk, home: Household) -> Draft:
    """IDE-FID: what the state's application gives instead of a copy of the card, with its code."""
    case = Case(desk, home)
    who = french(desk, home)
    draft = laid(_proof(case, who), desk, home)
    page = page_of(draft, desk)
    code = drawn(f"FRID{case.number(20)}{who.nom.upper()}", desk.dpi, "m")
    page.paste(code, 205 - page.mm(code.width), 262 - page.mm(code.height))
    return draft


def _proof(case: Case, who: Someone) -> Paper:
    return Paper(
        "IDE-FID",
        who.role,
        "France Identité",
        case.one("Justificatif d'identité à usage unique", "Justificatif d'identité"),
        (
            Text(
                "Ce justificatif atteste de l'identité de son titulaire. Il a été généré à partir de la carte "
                "nationale d'identité électronique et ne peut servir qu'auprès du destinataire désigné ci-dessous."
            ),
            Heading("Identité"),
            Fields(
                (
                    ("Nom de naissance", who.nom.upper()),
                    ("Prénom(s)", ", ".join(who.prenoms.split(" "))),
                    ("Sexe", who.sexe),
                    ("Date de naissance", f"{who.naissance:%d/%m/%Y}"),
                    ("Lieu de naissance", who.lieu),
                    ("Nationalité", "Française"),
                )
            ),
            Heading("Utilisation"),
            Fields(
                (
                    ("Destinataire", case.one("Service logement", "Guichet d'enregistrement", "Bailleur social")),
                    ("Motif", case.one("Demande de logement social", "Constitution d'un dossier de logement")),
                    ("Généré le", case.short(1, 20)),
                    ("Valable jusqu'au", case.ahead(10, 90)),
                    ("Numéro du justificatif", f"{case.number(4)} {case.number(4)} {case.number(4)}"),
                )
            ),
            Text("Pour vérifier ce document, scannez le code ci-contre ou déposez le fichier sur le site du service."),
        ),
        lines=("France Titres", "Ministère de l'Intérieur"),
        subtitle="Document à usage unique : toute autre utilisation est interdite",
        foot="Le code contient les données ci-dessus, signées par l'État. Une copie imprimée n'a valeur que de preuve "
        "simple. Article L. 112-1 du code des relations entre le public et l'administration.",
    )


def _of_host(faces: Faces, ways: tuple[Placing, ...], note: str = "") -> Drawer:
    """Return who draws a stranger's card, with a ``note`` by hand that says whose it is, or without."""

    def draw(desk: Desk, home: Household) -> Draft:
        host, way = _host(desk, home), desk.rng.choice(ways)
        draft = placed("HPR-PIH", None, desk, way, faces(magnified(desk, way), home, host), OUT)
        if note:
            write(page_of(draft, desk), desk.hand, 24, 281, note, 15, desk.rng)
        return draft

    return draw


def _host(desk: Desk, home: Household) -> Someone:
    """Return somebody of another household; hosts whose first name is not known to be a woman's pass for men."""
    prenom, nom = desk.rng.choice(home.world.tiers).split(" ", 1)
    sexe = "F" if prenom.endswith(("e", "a")) else "M"
    born = date(desk.rng.randint(1945, 1999), desk.rng.randint(1, 12), desk.rng.randint(1, 28))
    lieu = desk.rng.choice(home.world.villes).split(" ", 1)[1]
    return Someone("X", nom, prenom, born, sexe, lieu, "FRA")


_THREE_PLACES = (ENLARGED, LYING, OVERLEAF)  # the old card is too wide for two to lie side by side
DRAWERS: Drawers = {
    "IDE-CNA": by_family(
        first=(copies("IDE-CNA", _old, FIRST, french), together("IDE-CNA", _old, STACKED, all_french)),
        second=(copies("IDE-CNA", _old, _THREE_PLACES, french),),
        third=(copies("IDE-CNA", _old, THIRD[:2], french),),
    ),
    "IDE-CNN": by_family(
        first=(copies("IDE-CNN", _new, FIRST, french), together("IDE-CNN", _new, TIGHT, all_french)),
        second=(copies("IDE-CNN", _new, SECOND, french), together("IDE-CNN", _new, ENLARGED, all_french)),
        third=(copies("IDE-CNN", _new, THIRD, french),),
    ),
    "IDE-FID": for_all(_single_use),
    "HPR-PIH": by_family(
        first=(
            _of_host(_new, FIRST, "Pièce d'identité de l'hébergeant"),
            _of_host(_old, FIRST),
        ),
        second=(
            _of_host(_new, SECOND),
            _of_host(_old, _THREE_PLACES, "carte d'identité du logeur"),
        ),
        third=(
            _of_host(_new, (CENTRED, LOW)),
            _of_host(_new, (ON_BOTH_SIDES,), "CNI de la personne qui m'héberge"),
            _of_host(_old, (BACK_TO_BACK,)),
        ),
    ),
}
