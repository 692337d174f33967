"""Disability: decisions of the département's commission, supplement to the housing form (HAN-DEC, HAN-CPL)."""

from __future__ import annotations

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

APPEAL = (
    "Si vous contestez cette décision, vous devez former un recours administratif préalable obligatoire auprès de la "
    "MDPH dans les deux mois suivant sa réception, puis, le cas échéant, saisir le tribunal judiciaire."
)


def _rate(case: Case) -> str:
    return case.one("taux d'incapacité compris entre 50 et 79 %", "taux d'incapacité supérieur ou égal à 80 %")


def _notice_of_right(case: Case) -> Paper:
    who = case.adult()
    short, right, why = case.desk.rng.choice(
        (
            ("RQTH", "Reconnaissance de la qualité de travailleur handicapé", "L. 5213-1 du code du travail"),
            ("AAH", "Allocation aux adultes handicapés", "L. 821-1 du code de la sécurité sociale"),
            ("PCH", "Prestation de compensation du handicap", "L. 245-1 du code de l'action sociale"),
        )
    )
    return Paper(
        "HAN-DEC",
        who.role,
        "MAISON DÉPARTEMENTALE DES PERSONNES HANDICAPÉES",
        case.one("Notification de décision", "Notification de décision de la CDAPH"),
        (
            Text(f"{case.named(who)}, {case.born(who)}", bold=True),
            Text(
                "La Commission des droits et de l'autonomie des personnes handicapées (CDAPH), réunie le "
                f"{case.long(10, 400)}, après évaluation de l'équipe pluridisciplinaire, a examiné votre demande."
            ),
            Fields(
                (
                    ("Droit demandé", short),
                    ("Décision", "ACCORD"),
                    ("Période", f"du {case.short(5, 300)} au {case.ahead(400, 2500)}"),
                    ("Référence", f"article {why}"),
                )
            ),
            *texts(
                f"Motif : votre situation correspond à un {_rate(case)}, d'où l'attribution : {right} ({short}). "
                "Cette décision s'impose aux organismes payeurs, notamment la caisse d'allocations familiales, qui "
                "vérifie les conditions administratives de ressources et de résidence.",
                APPEAL,
            ),
        ),
        lines=("Commission des droits et de l'autonomie des personnes handicapées", "MDPH – Conseil départemental"),
        references=(f"N° dossier : {case.number(6)}", f"N° décision : {case.number(8)}"),
        letter=True,
        signer="La présidente de la CDAPH",
    )


def _rate_of_disability(case: Case) -> Paper:
    who = case.adult()
    rows = (
        ("Carte mobilité inclusion – stationnement", "Rejet", "–"),
        ("Carte mobilité inclusion – priorité", "Accord", case.ahead(400, 2000)),
        ("RQTH", "Accord", "sans limitation de durée"),
        ("AAH et complément de ressources", case.one("Accord", "Rejet"), case.ahead(400, 1500)),
    )
    return Paper(
        "HAN-DEC",
        who.role,
        "MDPH – GUICHET HANDICAP",
        "Décisions de la Commission des droits et de l'autonomie",
        (
            Text(f"Bénéficiaire : {case.known(who)}, demeurant {case.address}"),
            Text(f"Demande déposée le {case.short(200, 500)} – séance du {case.short(10, 190)}"),
            Table((("Prestation ou orientation", "Décision", "Jusqu'au"), *rows), (4, 1.5, 2.5)),
            Heading("Taux d'incapacité"),
            Text(
                f"Au vu du guide-barème (annexe 2-4 du code de l'action sociale et des familles), un {_rate(case)} "
                "vous est reconnu, avec une restriction substantielle et durable d'accès à l'emploi."
            ),
            Leaf(),
            Heading("Motifs des décisions"),
            Text(
                "Vos difficultés entraînent une gêne notable dans la vie sociale. Votre autonomie individuelle est "
                "conservée. Vos déplacements à pied ne sont pas réduits de manière importante et durable."
            ),
            Heading("Voies et délais de recours"),
            Text(APPEAL),
            Text("Vous pouvez demander l'intervention d'une personne qualifiée chargée de proposer une conciliation."),
        ),
        references=(f"Dossier individuel n° {case.number(7)}",),
        letter=True,
        signer="Pour la commission, le président",
        numbered=True,
    )


def _letter_of_autonomy_house(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HAN-DEC",
        who.role,
        "MAISON DE L'AUTONOMIE",
        "Décision vous concernant",
        (
            Text(f"{case.named(who)},"),
            *texts(
                "Vous avez sollicité la prestation de compensation pour l'aménagement de votre logement et une aide "
                f"humaine. Votre plan personnalisé, présenté le {case.long(60, 90)}, a été validé en séance plénière.",
                "Les droits ci-dessous vous sont ouverts au titre de la loi n° 2005-102 du 11 février 2005 :",
            ),
            Table(
                (
                    ("Élément", "Montant mensuel", "Durée"),
                    ("Aide humaine (aidant familial)", case.sum(150, 600), "10 ans"),
                    ("Aides techniques", case.sum(20, 90), "10 ans"),
                    ("Logement : barre d'appui, douche", case.sum(30, 120), "3 ans"),
                ),
                (3, 2, 1),
            ),
            Text(
                "Les factures sont à adresser au service payeur du Département. Tout changement de situation, "
                "déménagement, hospitalisation ou entrée en établissement doit être signalé sous un mois."
            ),
            Text("La contestation se fait d'abord par écrit auprès de nos services (RAPO), délai : deux mois."),
        ),
        lines=("Département – Direction de l'autonomie", case.home.ville),
        references=(f"Usager : {case.number(8)}", "Instructeur : " + case.third()),
        letter=True,
        signer="Le directeur",
    )


def _lasting_recognition(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HAN-DEC",
        who.role,
        "CDAPH DU DÉPARTEMENT",
        case.one("Attestation de droits", "Relevé de droits ouverts"),
        (
            Fields(
                (
                    ("Usager", f"{who.nom.upper()} {who.prenoms}"),
                    ("Date de naissance", short_date(who.naissance)),
                    ("N° de sécurité sociale", case.nir(who)),
                    ("Séance", case.short(20, 900)),
                )
            ),
            Heading("Droits en cours de validité"),
            Choices(
                (
                    ("Travailleur handicapé – bénéficiaire de l'obligation d'emploi", True),
                    ("Orientation vers le marché du travail avec dispositif emploi accompagné", False),
                    ("Allocation aux adultes handicapés, taux égal ou supérieur à 80 %", case.some(0, 1) == 1),
                    ("Affiliation gratuite à l'assurance vieillesse de l'aidant", False),
                )
            ),
            *texts(
                f"Validité : du {case.short(20, 900)} au {case.ahead(300, 3000)}. Le renouvellement doit être demandé "
                "au moins six mois avant l'échéance, à l'aide du formulaire cerfa n° 15692 et d'un certificat médical "
                "de moins d'un an.",
                "Le handicap reconnu peut être invoqué à l'appui d'une demande de logement adapté. Les données "
                "médicales ne figurent pas au présent relevé.",
            ),
        ),
        lines=("Secrétariat assuré par la maison départementale du handicap",),
        signer="Le secrétaire de la commission",
        seal=("MDPH", "COPIE CONFORME"),
        numbered=True,
    )


def _supplement_to_housing_form(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HAN-CPL",
        None,
        "MINISTÈRE CHARGÉ DU LOGEMENT",
        "Complément à la demande de logement social",
        (
            Text("À joindre à la demande si une personne à loger est en situation de handicap."),
            Filled(
                (
                    ("Numéro unique de la demande", case.home.numero_unique),
                    ("Nom de la personne concernée", f"{who.nom} {who.prenom}"),
                    ("Née le", short_date(who.naissance)),
                )
            ),
            Heading("Nature du handicap"),
            Choices(
                (
                    ("moteur", True),
                    ("visuel", case.some(0, 3) == 0),
                    ("auditif, mental ou psychique", False),
                )
            ),
            Heading("Aides techniques et humaines"),
            Choices(
                (
                    ("fauteuil roulant manuel", case.some(0, 1) == 0),
                    ("fauteuil roulant électrique", False),
                    ("canne, déambulateur", True),
                    ("tierce personne la nuit", case.some(0, 2) == 0),
                )
            ),
            Leaf(),
            Heading("Besoins liés au logement"),
            Choices(
                (
                    ("logement en rez-de-chaussée ou avec ascenseur", True),
                    ("absence de marches à l'entrée de l'immeuble", True),
                    ("douche sans rebord, cuisine et W.-C. accessibles", case.some(0, 1) == 0),
                    ("place de stationnement adaptée", case.some(0, 1) == 0),
                    ("proximité d'un établissement de soins ou scolaire spécialisé", False),
                )
            ),
            Filled((("Nombre de marches acceptées", str(case.some(0, 5))), ("Autres précisions", "voir certificat"))),
            Text("Votre logement actuel est-il adapté ?"),
            Choices((("oui", False), ("non", True), ("il peut être adapté par des travaux", False))),
            Text("Un certificat médical sous pli fermé et la décision de la MDPH peuvent être joints."),
        ),
        subtitle="Logement adapté au handicap",
        form=f"cerfa n° 14069*0{case.some(2, 5)}",
        signer="Signature du demandeur",
        foot="La loi n° 78-17 du 6 janvier 1978 s'applique aux réponses faites sur ce formulaire.",
        numbered=True,
    )


WRITERS: Writers = {
    "HAN-DEC": to_learn(_notice_of_right, _rate_of_disability, _lasting_recognition, _letter_of_autonomy_house),
    "HAN-CPL": to_learn(_supplement_to_housing_form),
}
