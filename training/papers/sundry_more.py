"""More papers of no use to a housing file, though officials or insurers signed them (HPR-AUT)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Paper, Table, Text
from training.papers.several import said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _voter_card(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-AUT",
        None,
        case.one("RÉPUBLIQUE FRANÇAISE", f"MAIRIE DE {case.commune}", "Répertoire électoral unique"),
        case.one("Carte électorale", "Attestation d'inscription sur les listes électorales", "Carte d'électeur"),
        (
            Fields(
                (
                    (case.one("Nom de naissance", "Électeur"), who.nom.upper()),
                    ("Prénoms", who.prenoms),
                    ("Né(e)", f"{who.naissance:%d/%m/%Y} {who.lieu}"),
                    ("Numéro national d'électeur", case.number(9)),
                    ("N° sur la liste", case.number(4)),
                )
            ),
            Text(f"Bureau de vote n° {case.some(1, 30)} – {case.one('école', 'gymnase', 'salle des fêtes')}."),
            Text(
                said(
                    case,
                    "Présentez une pièce d'identité pour voter.",
                    "Vous pouvez interroger votre situation électorale en ligne.",
                    "Procuration possible auprès d'un autre électeur.",
                    "Carte valable pour les élections européennes seulement.",
                )
            ),
        ),
        lines=(case.home.ville,),
        signer=case.one("", "Le maire"),
        motif="P01",
    )


def _mutual_insurance(case: Case) -> Paper:
    who = case.adult()
    rows = tuple((each.full, f"{each.naissance:%d/%m/%Y}") for each in (who, *case.home.enfants))
    return Paper(
        "HPR-VIT",
        None,
        case.one("MUTUELLE DES VALLÉES", "Complémentaire santé du Parc", "Prévoyance & Santé", "Mutuelle Arc-en-Ciel"),
        case.one(
            "Carte de tiers payant",
            "Attestation d'adhésion",
            "Certificat d'affiliation à la complémentaire santé",
            "Attestation de mutuelle",
        ),
        (
            Fields(
                (
                    ("Adhérent n°", case.number(8)),
                    ("Contrat", case.one("responsable", "groupe obligatoire", "solidaire (C2S)")),
                    (case.one("Validité", "Période"), f"du {case.short(30, 300)} au {case.ahead(30, 300)}"),
                    ("AMC", case.number(8)),
                )
            ),
            Table((("Bénéficiaire", "Né(e) le"), *rows), (3, 2)),
            Table((("PHAR", "SVIL", "HOSP", "OPTI", "DENT"), ("100", "100", "150", "PEC", "PEC")), (1, 1, 1, 1, 1)),
            Text(
                said(
                    case,
                    "À présenter à votre pharmacien avec votre carte d'assurance maladie.",
                    "Carte à restituer en cas de résiliation.",
                    "Assistance rapatriement 24 h sur 24.",
                    "Télétransmission Noémie active.",
                )
            ),
        ),
        motif="P01",
    )


def _day_of_defence(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-AUT",
        None,
        case.one("MINISTÈRE DES ARMÉES", "Centre du service national", "SERVICE NATIONAL", f"MAIRIE DE {case.commune}"),
        case.one(
            "Certificat individuel de participation à la JDC",
            "Attestation de recensement citoyen",
            "Journée défense et citoyenneté",
            "Appel de préparation à la défense – certificat",
        ),
        (
            *texts(
                f"{case.known(who)}, a {case.one('participé à la journée', 'satisfait à l’obligation')} le "
                f"{case.short(200, 2500)}, au centre de {case.commune.title()}.".replace("’", "'"),
                case.one(
                    "Ce certificat est exigé pour les examens et concours placés sous le contrôle de l'État.",
                    "L'intéressé est en règle avec le code du service national (articles L. 113-1 et L. 114-2).",
                ),
            ),
            *several(
                case,
                1,
                "Il n'en est pas délivré de duplicata.",
                "Convocation à conserver ; présence obligatoire à 8 h 15.",
                "Les administrés sont inscrits d'office sur la liste électorale à dix-huit ans.",
            ),
        ),
        references=(f"N° identifiant {case.number(9)}",),
        signer=case.one("Le commandant du centre", "L'officier d'état civil", ""),
        motif="P01",
    )


def _school_insurance(case: Case) -> Paper:
    who = case.who
    child = case.child()
    return Paper(
        "HPR-AUT",
        None,
        case.one("Assurances du Levant", "MUTUELLE DES PARENTS", "Agence générale d'assurances", "Assureur scolaire"),
        case.one(
            "Attestation d'assurance scolaire",
            "Attestation de responsabilité civile",
            "Garantie accident corporel – attestation",
            "Certificat d'assurance vie privée",
        ),
        (
            Text(
                case.one(
                    f"Nous certifions que {case.named(who)} a souscrit le contrat n° {case.number(9)}.",
                    f"La compagnie atteste garantir {child.full if child else who.full} pour l'année {case.year}.",
                )
            ),
            Heading(case.one("Garanties", "Ce qui est couvert")),
            Choices(
                (
                    (case.one("responsabilité civile", "dommages causés aux tiers"), True),
                    (case.one("individuelle accident", "activités scolaires"), True),
                    ("sports à risque", False),
                )
            ),
            *several(
                case,
                1,
                "L'assurance joue pendant les sorties facultatives, la cantine et le trajet.",
                "Cette attestation n'implique qu'une présomption de garantie.",
                "Franchise : néant. Plafond : 6 000 000 € par sinistre.",
                "Ne couvre pas les dommages au logement.",
            ),
        ),
        letter=case.some(0, 1) == 1,
        signer=case.one("L'agent général", "La direction", ""),
        motif="P01",
    )


WRITERS: Writers = {
    "HPR-AUT": to_learn(_voter_card, _day_of_defence, _school_insurance),
    "HPR-VIT": to_learn(_mutual_insurance),
}
