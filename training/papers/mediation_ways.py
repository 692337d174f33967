"""The enforceable right to housing in many words: commissions' decisions, appeals to them, and their receipts."""

from __future__ import annotations

from training.desk import short_date
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.court_asides import RIGHT_TO_HOUSING
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _number(case: Case) -> str:
    return f"{case.number(2)}{case.year - 1}{case.number(6)}"


def _household_is_urgent(case: Case) -> Paper:
    return Paper(
        "DAL-DEC",
        None,
        case.one(f"PREFET DE {case.commune}", "PREFECTURE - DDETS", "DRIHL - SECRETARIAT DALO", "DDCS"),
        case.one("Décision", "Décision favorable", "Décision de la COMED", "Notification d'une décision"),
        (
            *texts(
                "Vu le code de la construction et de l'habitation, notamment ses articles L.300-1 et L.441-2-3 ;",
                f"Vu le recours déposé le {case.short(150, 300)} par {case.named(case.who)}, {case.address} ;",
                f"Considérant que {case.one('le requérant', 'la famille')} "
                + case.one(
                    "est dépourvu de logement et hébergé chez un tiers ;",
                    "attend depuis un délai anormalement long sans proposition adaptée ;",
                    "est menacé d'expulsion sans relogement ;",
                    "occupe un local suroccupé avec un enfant mineur ;",
                ),
            ),
            Heading(case.one("DECIDE", "La commission décide", "PAR CES MOTIFS")),
            *texts(
                f"Article 1er : {case.who.full} est "
                f"{case.one('désigné prioritaire', 'reconnu prioritaire')} et devant être logé en urgence, dans un "
                f"logement de type T{case.some(1, 5)}.",
                f"Article 2 : à défaut d'offre dans {case.one('six', 'trois')} mois, le tribunal administratif peut "
                "être saisi dans les quatre mois suivants (L.441-2-3-1).",
            ),
        ),
        references=(f"{case.one('Recours n°', 'N° COMDALO', 'Dossier DALO')} {_number(case)}",),
        letter=case.desk.rng.random() < 0.5,
        signer=case.one("La présidente de la commission", "Le Président"),
    )


def _appeal_is_refused(case: Case) -> Paper:
    return Paper(
        "DAL-DEC",
        None,
        case.one("COMMISSION DEPARTEMENTALE DE MEDIATION", "Secrétariat de la commission de médiation"),
        case.one("Rejet de votre recours", "Décision de rejet", "Votre recours DALO", "Recours sans objet"),
        texts(
            f"{case.who.civility},",
            f"Lors de sa séance du {case.short(5, 60)}, la commission a examiné votre recours n° {_number(case)} et "
            f"l'a {case.one('rejeté', 'déclaré sans objet', 'estimé non prioritaire')}, aux motifs que :",
            case.one(
                "- le délai anormalement long (36 mois) n'est pas atteint dans le département ;",
                "- vous êtes déjà locataire du parc social et la suroccupation n'est pas établie ;",
                "- vous avez refusé une proposition adaptée ; votre bonne foi n'est pas caractérisée ;",
                "- une solution d'hébergement (DAHO) apparaît plus adaptée ;",
            ),
            "Recours gracieux auprès de la commission ou recours pour excès de pouvoir devant le tribunal "
            "administratif, dans les deux mois de la présente.",
        ),
        letter=True,
        signer="Pour la commission, le secrétaire",
    )


def _state_must_house(case: Case) -> Paper:
    return Paper(
        "DAL-DEC",
        None,
        case.one("Préfecture", "DIRECTION DEPARTEMENTALE DE L'EMPLOI ET DES SOLIDARITES", "Service hébergement"),
        case.one("Reconnaissance DALO", "Attestation DALO", "Droit à l'hébergement opposable", "Suites de la COMED"),
        (
            Fields(
                (
                    ("Bénéficiaire", case.who.full),
                    ("Numéro unique régional", case.home.numero_unique),
                    ("Décision du", case.short(20, 400)),
                    ("Reconnu au titre de", case.one("logement", "hébergement (DAHO)", "résidence hôtelière")),
                    ("Échéance", case.ahead(30, 180)),
                )
            ),
            Text(
                case.one(
                    "Le préfet désigne un bailleur qui devra vous faire une offre adaptée ; un refus injustifié fait "
                    "perdre le bénéfice de la décision.",
                    "Vous êtes prioritaire et devez être accueilli dans une structure d'hébergement.",
                    "Le ménage est labellisé dans SYPLO.",
                )
            ),
        ),
        signer=case.one("Pour le préfet", "La cheffe de bureau"),
    )


def _appeal_form(case: Case) -> Paper:
    who = case.who
    late = case.desk.rng.random() < 0.5
    return Paper(
        "DAL-REC",
        None,
        case.one("COMMISSION DE MEDIATION", "DROIT AU LOGEMENT OPPOSABLE", "Ministère du logement"),
        case.one("Recours amiable", "Recours en vue d'une offre de logement", "Recours hébergement (DAHO)"),
        (
            Filled((("Nom", who.nom.upper()), ("Prénom", who.prenom), ("Né(e) le", short_date(who.naissance)))),
            Filled((("Adresse", case.address), ("Numéro unique", case.home.numero_unique[:13]))),
            Heading(case.one("Motif de votre recours (une case)", "4. Votre situation", "Motifs invoqués")),
            Choices(
                (
                    ("Je suis dépourvu(e) de logement", not late),
                    ("Je suis menacé(e) d'expulsion", False),
                    ("J'attends un logement depuis un délai anormalement long", late),
                    ("Local impropre à l'habitation, insalubre ou dangereux", False),
                    ("Suroccupation avec un mineur ou une personne handicapée", late),
                )
            ),
            *((Leaf(), Text("Exposez votre situation :"), Filled((("", "Nous vivons à l'hôtel"),))) if late else ()),
            Text(case.one("Pièces à joindre : identité, ressources, attestation.", "Je certifie l'exactitude.")),
        ),
        form=case.one("cerfa n° 15036*01", "15036*02", "15037*01", "13482*02"),
        signer="Le requérant",
    )


def _appeal_received(case: Case) -> Paper:
    return Paper(
        "DAL-REC",
        None,
        case.one("Préfecture - secrétariat DALO", "COMMISSION DE MEDIATION", "DDETS", "Unité DALO"),
        case.one("Accusé de réception", "Votre recours est complet", "Récépissé de recours", "Dossier reçu"),
        texts(
            f"{case.who.civility} {case.who.nom.upper()},",
            f"{case.one('Nous avons reçu', 'Le secrétariat a bien reçu')} le {case.short(5, 60)} votre recours "
            f"{case.one('logement', 'hébergement')}, {case.one('enregistré sous le n°', 'dossier')} {_number(case)}.",
            case.one(
                f"La commission statuera avant le {case.ahead(60, 180)} ; son silence vaudra rejet implicite.",
                "Le délai d'instruction est de trois mois (six dans certains départements).",
                "Il manque : une pièce d'identité et l'attestation d'enregistrement. Le délai est suspendu.",
            ),
            "Cet accusé ne préjuge pas de la décision. Continuez vos démarches auprès des bailleurs.",
        ),
        letter=case.desk.rng.random() < 0.6,
        signer=case.one("Le secrétariat", "Le gestionnaire"),
    )


def _appeal_told_by_helpers(case: Case) -> Paper:
    return Paper(
        "DAL-REC",
        None,
        case.one("Service social de secteur", "ADIL", "Association Logement pour Tous", case.who.full),
        case.one("Recours DALO", "Lettre au secrétariat DALO", "Dépôt d'un recours", "Preuve de dépôt"),
        (
            *texts(
                case.one("A la commission de médiation,", "Mesdames, Messieurs les membres,"),
                f"{case.one('Je forme', 'Nous déposons pour M. ou Mme ' + case.who.nom + ',')} un recours amiable au "
                f"titre du droit au logement opposable, déposé le {case.short(3, 40)} en recommandé.",
                case.one(
                    f"Demande de logement n° {case.home.numero_unique[:13]} sans proposition depuis des années.",
                    "La famille, logée dans 20 m², ne supporte plus la suroccupation et l'humidité.",
                    "Un congé pour vente et un jugement d'expulsion rendent le relogement urgent.",
                ),
            ),
            Table((("Pièce jointe", "Nombre"), ("Formulaire cerfa signé", "1"), ("Justificatifs", "7")), (2, 1)),
        ),
        signer=case.one("L'assistante sociale", case.who.full),
    )


WRITERS: Writers = {
    "DAL-DEC": to_learn(*with_asides(RIGHT_TO_HOUSING, _household_is_urgent, _appeal_is_refused, _state_must_house)),
    "DAL-REC": to_learn(*with_asides(RIGHT_TO_HOUSING, _appeal_form, _appeal_received, _appeal_told_by_helpers)),
}
