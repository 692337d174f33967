"""What the service of foreigners online certifies while a residence permit is being made (SEJ-ANF)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Paper, Text
from training.papers.writers import Writers, to_learn

MINISTRY = "MINISTÈRE DE L'INTÉRIEUR"


def _extension(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "SEJ-ANF",
        who.role,
        MINISTRY,
        case.one(
            "Attestation de prolongation d'instruction d'une demande de titre de séjour",
            "Attestation de prolongation de l'instruction",
        ),
        (
            Fields(
                (
                    ("Numéro étranger", case.number(10)),
                    ("Nom", who.nom.upper()),
                    ("Prénoms", who.prenoms),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("Nationalité", who.nation),
                )
            ),
            Text(
                f"La demande de titre de séjour déposée par {case.named(who)} le {case.short(60, 200)} est en cours "
                "d'instruction. La présente attestation, accompagnée du titre expiré, justifie de la régularité "
                f"du séjour en France jusqu'au {case.ahead(60, 180)}."
            ),
            Text("Elle autorise son titulaire à travailler dans les conditions du titre qui est renouvelé."),
        ),
        lines=("Direction générale des étrangers en France", "Administration numérique des étrangers en France"),
        foot="Ce document peut être vérifié sur le site de l'administration numérique des étrangers en France.",
    )


def _favourable(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "SEJ-ANF",
        who.role,
        f"PRÉFECTURE – {case.commune}",
        case.one("Attestation de décision favorable", "Décision favorable sur une demande de titre de séjour"),
        (
            Text(
                f"{case.known(who)}, de nationalité {who.nation}, a obtenu une décision favorable le {case.short()}. "
                "Son titre de séjour est en cours de fabrication ; il lui sera remis sur convocation."
            ),
            Fields((("Numéro AGDREF", case.number(10)), ("Valable jusqu'au", case.ahead(30, 120)))),
        ),
        lines=("ANEF – service des étrangers",),
        signer="Pour le préfet",
    )


def _message_of_the_site(case: Case) -> Paper:
    who = case.who
    return Paper(
        "SEJ-ANF",
        who.role,
        "Étrangers en France",
        "Votre demande de titre de séjour : attestation",
        (
            Text(f"Bonjour {who.prenom} {who.nom},"),
            Text(
                "L'examen de votre demande de renouvellement demande un délai supplémentaire. Voici "
                "l'attestation de prolongation à présenter à votre employeur et à votre bailleur."
            ),
            Fields(
                (
                    ("Titulaire", f"{who.nom.upper()} {who.prenoms}"),
                    ("N° AGDREF", case.number(10)),
                    ("Droits", "séjour et travail maintenus"),
                    ("Fin de validité", case.ahead(40, 180)),
                )
            ),
        ),
        references=(f"Dossier n° {case.number(12)}", f"Édité le {case.short(1, 5)}"),
    )


def _letter_of_prefecture(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "SEJ-ANF",
        who.role,
        f"PRÉFECTURE DE {case.commune.upper()}",
        "Prolongation d'instruction",
        (
            Text(f"Référence de la demande : {case.number(4)}-{case.number(8)}. Étranger : {case.known(who)}."),
            Text(
                "Conformément à l'article R. 431-15-1 du code de l'entrée et du séjour des étrangers, "
                f"ce document atteste de la présence régulière de l'intéressé jusqu'au {case.ahead()}."
            ),
            Text("Délivré par voie dématérialisée (ANEF). Ne vaut pas titre de séjour sans le titre précédent."),
        ),
        lines=("Bureau du séjour",),
        numbered=True,
    )


WRITERS: Writers = {
    "SEJ-ANF": to_learn(_extension, _favourable, _letter_of_prefecture, _message_of_the_site),
}
