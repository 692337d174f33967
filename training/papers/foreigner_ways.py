"""Other ways of wording attestations of the online service and proofs of identity (SEJ-ANF, IDE-FID)."""

from __future__ import annotations

from training.desk import short_date
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Paper, Text
from training.papers.outside_asides import FOREIGNERS
from training.papers.several import said, several
from training.papers.writers import Writers, to_learn
from training.people import Someone


def identity(case: Case, who: Someone) -> Fields:
    return Fields(
        (
            (case.one("Nom", "NOM", "Nom de naissance"), who.nom.upper()),
            ("Prénom(s)", who.prenoms),
            (case.one("Né(e) le", "Date de naissance"), short_date(who.naissance)),
            ("Nationalité", who.nation),
            (case.one("N° étranger", "Numéro AGDREF", "Identifiant"), case.number(10)),
        )
    )


def _extended_examination(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "SEJ-ANF",
        who.role,
        case.one("MINISTÈRE DE L'INTÉRIEUR", "Direction générale des étrangers en France", "ANEF"),
        case.one(
            "Attestation de prolongation d'instruction",
            "Attestation de prolongation d'instruction d'une demande de titre de séjour",
            "Prolongation de l'instruction de votre demande",
        ),
        (
            identity(case, who),
            Text(
                case.one(
                    "Votre demande de renouvellement de titre de séjour, déposée le "
                    f"{case.short(40, 150)}, est en cours d'instruction.",
                    f"L'instruction de la demande n° {case.number(12)} se poursuit au-delà de la validité du titre.",
                )
            ),
            Fields(
                (
                    ("Valable du", case.short(1, 30)),
                    ("au", case.ahead(30, 90)),
                    ("Titre concerné", case.one("Carte de résident", "Salarié", "Vie privée et familiale")),
                )
            ),
            *several(
                case,
                1,
                "Accompagnée du titre expiré, elle justifie de la régularité du séjour "
                "et maintient les droits attachés au titre.",
                "Elle autorise son titulaire à exercer une activité professionnelle, y compris salariée.",
                "Document signé électroniquement (article R. 431-15-1 du CESEDA). Vérifiez-le par son code 2D-Doc.",
            ),
        ),
        references=("Administration numérique des étrangers en France",),
    )


def _favourable_decision(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "SEJ-ANF",
        who.role,
        case.one(
            "Préfecture – service de l'immigration", "MINISTÈRE DE L'INTÉRIEUR ET DES OUTRE-MER", "Étrangers en France"
        ),
        case.one(
            "Attestation de décision favorable",
            "Décision favorable sur votre demande de titre",
            "Votre titre de séjour est accordé",
        ),
        (
            Text(f"{case.known(who)} – n° étranger {case.number(10)}"),
            Text(
                case.one(
                    "Une décision favorable a été prise sur la demande de titre de "
                    "séjour. Le titre est en cours de fabrication.",
                    f"La préfecture a décidé de délivrer à l'{who.gendered('intéressée', 'intéressé')} "
                    f"une carte valable jusqu'au {case.ahead(300, 3000)}.",
                    "Votre demande en ligne a abouti : vous serez informé par SMS du retrait de votre carte.",
                )
            ),
            Text(
                said(
                    case,
                    "Cette attestation autorise son titulaire à travailler en France.",
                    "Elle permet, avec le titre expiré ou un visa, de justifier du séjour régulier jusqu'à la remise.",
                    "Une taxe, en timbres fiscaux électroniques, sera à présenter au retrait.",
                )
            ),
        ),
        signer=case.one("Le préfet", ""),
    )


def _personal_space(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "SEJ-ANF",
        who.role,
        "Administration numérique des étrangers en France",
        case.one(
            "Confirmation du dépôt de votre demande",
            "Mon compte – Suivi de ma demande",
            "Attestation dématérialisée de dépôt en ligne",
        ),
        (
            Heading(case.one("Demande de titre de séjour", "Renouvellement de titre de séjour")),
            identity(case, who),
            Choices(
                (
                    ("Demande déposée", True),
                    ("Instruction en cours", True),
                    ("Décision favorable", case.some(0, 1) == 1),
                    ("Titre disponible", False),
                )
            ),
            Text(
                case.one(
                    "Téléchargez votre attestation de prolongation d'instruction.",
                    "Votre attestation, délivrée par l'ANEF, est valable trois mois à compter de ce jour.",
                    "Ce document ne constitue pas un titre mais prouve le dépôt régulier de la demande.",
                )
            ),
        ),
        references=(f"https://administration-etrangers-en-france.interieur.gouv.fr – {case.short(1, 20)}",),
    )


def _single_use_proof(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "IDE-FID",
        who.role,
        case.one("FRANCE IDENTITÉ", "France Titres", "Application France Identité"),
        case.one("Justificatif d'identité à usage unique", "Justificatif d'identité", "Justificatif France Identité"),
        (
            Fields(
                (
                    (case.one("Destinataire", "Remis à"), case.one("Service logement", case.home.bailleur, "Mairie")),
                    ("Motif", case.one("Demande de logement social", "Dossier de location", "Logement")),
                    ("Valable jusqu'au", case.ahead(10, 90)),
                    ("Nom", who.nom.upper()),
                    ("Prénoms", who.prenoms),
                    ("Naissance", f"{short_date(who.naissance)}, {who.lieu}"),
                    ("Sexe / nationalité", f"{who.sexe} / Française"),
                )
            ),
            Text(
                said(
                    case,
                    "Généré à partir de la puce de la carte nationale d'identité de son titulaire.",
                    "Document signé, à vérifier sur le service en ligne prévu à cet effet.",
                    "Toute réutilisation pour un autre destinataire est sans valeur.",
                )
            ),
        ),
        references=(f"N° {case.number(14)}",),
    )


def _single_use_proof_as_letter(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "IDE-FID",
        who.role,
        case.one("République française – France Identité", "Ministère de l'Intérieur – France Identité"),
        case.one(
            "Attestation d'identité numérique",
            "Copie de titre à usage unique",
            "Mon justificatif d'identité à usage unique",
        ),
        (
            Text(
                f"Par son identité numérique, {case.known(who)} à {who.lieu}, a "
                f"créé ce justificatif le {case.long(1, 20)} "
                "à l'attention exclusive de : "
                f"{case.one('bureau du logement', case.home.bailleur, 'guichet enregistreur')}."
            ),
            *several(
                case,
                1,
                "Raison de la transmission : "
                f"{case.one('demande de logement', 'location')}. Fin de validité : "
                f"{case.ahead(10, 60)}.",
                "Il remplace une photocopie de la carte d'identité et limite les risques d'usurpation.",
                "Scannez le QR code pour contrôler les données et le statut du justificatif.",
            ),
        ),
    )


WRITERS: Writers = {
    "SEJ-ANF": to_learn(*with_asides(FOREIGNERS, _extended_examination, _favourable_decision, _personal_space)),
    "IDE-FID": to_learn(_single_use_proof, _single_use_proof_as_letter),
}
