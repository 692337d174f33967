"""Other ways of wording a union to come or a family to bring (MOT-PAC, MOT-RFA)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Paper, Table, Text
from training.papers.kin import couple
from training.papers.several import drawn, said, several
from training.papers.writers import Writers, to_learn


def _banns_on_the_door(case: Case) -> Paper:
    wife, husband = couple(case)
    return Paper(
        "MOT-PAC",
        None,
        case.one(f"Mairie de {case.commune.title()}", "VILLE – Service de l'état civil", "Consulat général de France"),
        case.one(
            "Publication des bans",
            "Avis de publication de mariage",
            "Il y a promesse de mariage",
            "Certificat de publication et de non-opposition",
        ),
        (
            Text(
                case.one(
                    "Il y a projet de mariage entre :", "Les futurs époux :", "Entre les personnes désignées ci-après :"
                )
            ),
            Text(f"{case.known(husband)}, domicilié à {case.commune.title()}"),
            Text(f"et {case.known(wife)}, domiciliée à {case.commune.title()}"),
            Text(
                said(
                    case,
                    "Affiché à la porte de la mairie durant dix jours.",
                    "Aucune opposition n'a été formée.",
                    "Articles 63 et 64 du code civil.",
                    f"Célébration prévue le {case.ahead(10, 90)}.",
                )
            ),
        ),
        signer=case.one("L'officier de l'état civil", "Le maire", "L'adjoint délégué"),
        seal=("MAIRIE", "ÉTAT CIVIL"),
    )


def _union_to_come(case: Case) -> Paper:
    wife, husband = couple(case)
    union = case.one("mariage", "PACS")
    return Paper(
        "MOT-PAC",
        None,
        case.one("Service de l'état civil", "Bureau des mariages et des PACS", "Étude de notaires"),
        case.one(
            f"Attestation de dépôt de dossier de {union}",
            f"Votre rendez-vous de {union}",
            f"Confirmation de réservation – {union}",
            f"Accusé de réception : projet de {union}",
        ),
        (
            Fields(
                (
                    (
                        "Futurs conjoints" if union == "mariage" else "Futurs partenaires",
                        f"{wife.full} et {husband.full}",
                    ),
                    ("Date retenue", case.ahead(15, 200)),
                    ("Dossier", f"{case.year}/{case.number(3)}"),
                )
            ),
            Choices(
                (
                    ("Actes de naissance", True),
                    ("Pièces d'identité", True),
                    ("Convention" if union == "PACS" else "Liste des témoins", case.some(0, 1) == 1),
                )
            ),
            Text(
                said(
                    case,
                    f"Le dossier de {union} est complet.",
                    "Soyez présents tous les deux.",
                    "La date ne sera définitive qu'après l'audition.",
                    "Délivré sur leur demande.",
                )
            ),
        ),
        signer=case.one("L'agent d'état civil", ""),
    )


def _intent_of_couple(case: Case) -> Paper:
    wife, husband = couple(case)
    return Paper(
        "MOT-PAC",
        None,
        f"{wife.full} – {husband.full}",
        case.one(
            "Attestation de projet de mariage",
            "Déclaration d'intention de conclure un PACS",
            "Déclaration de vie commune à venir",
        ),
        (
            Text(
                f"Nous soussignés, {case.known(wife)}, et {case.known(husband)}, attestons vouloir nous "
                f"{case.one('marier', 'pacser', 'unir')} le {case.ahead(30, 300)} et souhaitons habiter "
                "ensemble."
            ),
            *several(
                case,
                1,
                "Nous demandons un logement pour notre futur couple.",
                "Nous vivons encore chez nos parents.",
                "Fait pour servir dans notre demande de logement social.",
            ),
        ),
        signer="Les futurs époux",
    )


def _family_request_lodged(case: Case) -> Paper:
    return Paper(
        "MOT-RFA",
        None,
        case.one("OFII", "Office français de l'immigration et de l'intégration", "Direction territoriale de l'OFII"),
        case.one(
            "Attestation de dépôt de demande de regroupement familial", "Regroupement familial", "Attestation de dépôt"
        ),
        (
            Text(
                f"{case.known(case.who)}, demeurant {case.address}, a déposé le "
                f"{case.short(20, 200)} une demande de regroupement familial."
            ),
            Table(
                (
                    ("Bénéficiaires", "Lien", "Pays"),
                    (
                        case.one("Conjoint", "Épouse", "Époux"),
                        "conjoint",
                        case.one("Maroc", "Mali", "Tunisie", "Sénégal"),
                    ),
                    ("Enfant", "enfant mineur", "idem"),
                ),
                (2, 2, 2),
            ),
            *several(
                case,
                1,
                "La date de dépôt fait courir le délai de six mois au terme duquel le préfet statue.",
                "Une enquête sur les ressources et le logement sera menée par la commune.",
                "Cette attestation ne préjuge pas de la décision.",
                "Article L. 434-1 du CESEDA.",
            ),
        ),
        references=(f"Dossier RF {case.number(8)}",),
        signer=case.one("Le directeur territorial", ""),
    )


def _family_decision(case: Case) -> Paper:
    return Paper(
        "MOT-RFA",
        None,
        case.one("Préfecture – Direction de l'immigration", "LE PRÉFET", "Bureau du séjour"),
        case.one(
            "Décision : regroupement familial",
            "Votre demande de regroupement familial",
            "Accord de principe – regroupement familial",
        ),
        (
            Text(
                case.one(
                    "Votre demande est acceptée sous réserve que vous disposiez d'un "
                    "logement adapté à l'arrivée de votre famille.",
                    "Au vu de l'avis du maire et de l'OFII, j'autorise la venue en France de "
                    f"votre famille. Décision du {case.long(5, 60)}.",
                    "Je vous informe que la surface de votre logement est "
                    "insuffisante pour le nombre de personnes prévu.",
                )
            ),
            *several(
                case,
                1,
                "La décision est caduque si l'entrée n'a pas lieu dans les délais prévus.",
                "Le conjoint et les enfants doivent solliciter un visa de long séjour.",
                "Recours : tribunal administratif, deux mois.",
                "Justificatif de la recherche de logement à produire.",
            ),
        ),
        letter=True,
        signer="Pour le préfet",
    )


def _family_request_incomplete(case: Case) -> Paper:
    return Paper(
        "MOT-RFA",
        None,
        case.one("OFII – Bureau du regroupement familial", "Office de l'immigration", "Service familles"),
        case.one(
            "Accusé de réception de votre demande",
            "Dossier de regroupement familial : pièces manquantes",
            "Demande de regroupement familial – suivi",
        ),
        (
            Heading(case.one("Pièces à transmettre", "Éléments reçus", "Étape en cours")),
            *(
                Text(f"– {each}")
                for each in drawn(
                    case,
                    2,
                    "acte de mariage traduit",
                    "bail et surface du logement",
                    "bulletins de salaire des douze derniers mois",
                    "titre de séjour du demandeur",
                    "actes de naissance des enfants",
                )
            ),
            Text(
                said(
                    case,
                    f"Demandeur : {case.named(case.who)}.",
                    "À réception, une attestation de dépôt vous sera délivrée.",
                    "Sans réponse sous trente jours, la demande sera classée.",
                )
            ),
        ),
        letter=True,
        references=(f"Réf. {case.number(7)}",),
    )


WRITERS: Writers = {
    "MOT-PAC": to_learn(_banns_on_the_door, _union_to_come, _intent_of_couple),
    "MOT-RFA": to_learn(_family_request_lodged, _family_decision, _family_request_incomplete),
}
