"""Residence permits: all SEJ-* that are cards."""

from __future__ import annotations

from collections.abc import Mapping

from PIL import Image

from training.desk import Desk
from training.fonts import Family
from training.papers.card_copies import FIRST, SECOND, THIRD, Chooser, Faces, copies
from training.papers.card_faces import figures, given, letters
from training.papers.nationalities import algerian, european, foreigner
from training.papers.residence_models import Given, Model, Permit, of_2002, of_2011, of_2020, of_2024
from training.papers.writers import Drawer, Drawers, by_family
from training.people import Household, Someone


def _drawn(model: Model, permits: tuple[Permit, ...]) -> Faces:
    """Return who draws one of ``permits`` in ``model``."""

    def faces(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
        rng, permit = desk.rng, desk.rng.choice(permits)
        issued, expiry = given(desk, permit.years)
        number, agdref = figures(rng, 2) + letters(rng, 2) + figures(rng, 5), "99" + figures(rng, 8)
        return model(desk, Given(permit, who, home, number, agdref, issued, expiry))

    return faces


def _by_model(
    kind: str, whose: Chooser, first: tuple[Permit, ...], second: tuple[Permit, ...], third: tuple[Permit, ...]
) -> Mapping[Family, tuple[Drawer, ...]]:
    """Give each family models, ways to copy and wordings of its own."""
    return by_family(
        first=(
            copies(kind, _drawn(of_2020, first), FIRST, whose),
            copies(kind, _drawn(of_2011, first), FIRST, whose),
        ),
        second=(copies(kind, _drawn(of_2024, second), SECOND, whose),),
        third=(copies(kind, _drawn(of_2002, third), THIRD, whose),),
    )


_RESIDENT = Permit("CARTE DE RÉSIDENT", "AUTORISE SON TITULAIRE À TRAVAILLER", 10)
_LONG_TERM = Permit("RÉSIDENT DE LONGUE DURÉE - UE", "TOUTE PROFESSION EN FRANCE MÉTROPOLITAINE", 10)
_REFUGEE = Permit("CARTE DE RÉSIDENT", "RÉFUGIÉ - ART. L.424-1 CESEDA", 10)
_FAMILY_OF_FRENCH = Permit("CARTE DE RÉSIDENT", "CONJOINT DE FRANÇAIS - AUTORISE À TRAVAILLER", 10)
_PERMANENT = Permit("CARTE DE RÉSIDENT PERMANENT", "AUTORISÉ À TRAVAILLER", 10)
_LONG_TERM_OF_OLD = Permit("CARTE DE RÉSIDENT DE LONGUE DURÉE - CE", "Séjour permanent", 10)

_PLURIANNUELLE = "CARTE DE SÉJOUR PLURIANNUELLE"
_TEMPORAIRE = "CARTE DE SÉJOUR TEMPORAIRE"
_CRA = "CERTIFICAT DE RÉSIDENCE ALGÉRIEN"

DRAWERS: Drawers = {
    "SEJ-RES": _by_model(
        "SEJ-RES",
        foreigner,
        (_RESIDENT, _LONG_TERM, _REFUGEE),
        (_RESIDENT, _PERMANENT, _FAMILY_OF_FRENCH),
        (_RESIDENT, _LONG_TERM_OF_OLD),
    ),
    "SEJ-PLU": _by_model(
        "SEJ-PLU",
        foreigner,
        (
            Permit(_PLURIANNUELLE, "SALARIÉ - AUTORISE SON TITULAIRE À TRAVAILLER", 4),
            Permit(_PLURIANNUELLE, "VIE PRIVÉE ET FAMILIALE - ART. L.423-23", 4),
            Permit("PASSEPORT TALENT", "CARTE DE SÉJOUR PLURIANNUELLE - SALARIÉ EN MISSION", 4),
        ),
        (
            Permit(_PLURIANNUELLE, "BÉNÉFICIAIRE DE LA PROTECTION SUBSIDIAIRE", 4),
            Permit(_PLURIANNUELLE, "VIE PRIVÉE ET FAMILIALE", 2),
            Permit("TALENT - FAMILLE", "PLURIANNUELLE - AUTORISÉ À TRAVAILLER", 4),
        ),
        (
            Permit(_PLURIANNUELLE, "Travailleur saisonnier, 6 mois par an", 3),
            Permit("TALENT PASSEPORT", "Chercheur", 4),
            Permit(_PLURIANNUELLE, "Apatride et membres de sa famille", 4),
        ),
    ),
    "SEJ-TMP": _by_model(
        "SEJ-TMP",
        foreigner,
        (
            Permit(_TEMPORAIRE, "VIE PRIVÉE ET FAMILIALE - AUTORISE À TRAVAILLER", 1),
            Permit(_TEMPORAIRE, "ÉTUDIANT - TRAVAIL À TITRE ACCESSOIRE 964 H PAR AN", 1),
            Permit(_TEMPORAIRE, "SALARIÉ", 1),
        ),
        (
            Permit(_TEMPORAIRE, "TRAVAILLEUR TEMPORAIRE", 1),
            Permit(_TEMPORAIRE, "VISITEUR - N'AUTORISE PAS À TRAVAILLER", 1),
            Permit(_TEMPORAIRE, "ENTREPRENEUR / PROFESSION LIBÉRALE", 1),
        ),
        (
            Permit(_TEMPORAIRE, "Visiteur", 1),
            Permit(_TEMPORAIRE, "Vie privée et familiale", 1),
            Permit(_TEMPORAIRE, "Étudiant-élève", 1),
        ),
    ),
    "SEJ-CRA": _by_model(
        "SEJ-CRA",
        algerian,
        (
            Permit(_CRA, "AUTORISE SON TITULAIRE À TRAVAILLER", 10),
            Permit(_CRA, "VIE PRIVÉE ET FAMILIALE - ACCORD FRANCO-ALGÉRIEN ART. 6", 1),
        ),
        (Permit("CERTIFICAT DE RÉSIDENCE POUR ALGÉRIEN", "ACCORD FRANCO-ALGÉRIEN 27/12/1968", 10),),
        (Permit("CERTIFICAT DE RÉSIDENCE", "Ressortissant algérien - accord modifié", 10),),
    ),
    "SEJ-UE": _by_model(
        "SEJ-UE",
        european,
        (
            Permit("CITOYEN UE/EEE/SUISSE", "TOUTES ACTIVITÉS PROFESSIONNELLES - SÉJOUR PERMANENT", 10),
            Permit("CITOYEN UE/EEE/SUISSE", "ÉTUDIANT - DIRECTIVE 2004/38/CE", 1),
        ),
        (Permit("MEMBRE DE FAMILLE UE", "DIRECTIVE 2004/38/CE - AUTORISÉ À TRAVAILLER", 5),),
        (Permit("CARTE DE SÉJOUR - RESSORTISSANT UE", "Toutes activités professionnelles", 5),),
    ),
}
