"""Papers on handicap, to test on: decisions of the commission and the supplement of the form of demand."""

from __future__ import annotations

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _adult_allowance(case: Case) -> Paper:
    who, rate = case.who, case.one("supérieur ou égal à 50 % et inférieur à 80 %", "supérieur ou égal à 80 %")
    since, until = case.short(20, 60), f"{case.some(27, 30)}/{case.one('06', '09', '11')}/{case.year + case.some(2, 5)}"
    return Paper(
        "HAN-DEC",
        "D",
        "Maison départementale des personnes handicapées",
        case.one("Notification de décision", "Notification de décisions de la CDAPH"),
        (
            Text(f"Objet : votre demande déposée le {case.short(180, 300)}", bold=True),
            Text(f"{who.civility},"),
            *texts(
                "Après évaluation de votre situation par l'équipe pluridisciplinaire, la commission des droits et de "
                f"l'autonomie des personnes handicapées, réunie le {case.short(10, 19)}, a pris les décisions "
                "suivantes en application du code de l'action sociale et des familles et du code de la sécurité "
                "sociale.",
            ),
            Heading("Allocation aux adultes handicapés (AAH)"),
            Fields((("Décision", "Accord"), ("Taux d'incapacité", rate), ("Validité", f"du {since} au {until}"))),
            Text(
                "Votre organisme payeur (CAF ou MSA) examinera les conditions administratives et de ressources avant "
                "tout versement. Motivation : vos difficultés entraînent une restriction substantielle et durable "
                "pour l'accès à l'emploi."
            ),
            Heading("Reconnaissance de la qualité de travailleur handicapé (RQTH)"),
            Fields(
                (("Décision", "Accord"), ("Validité", case.one(f"du {since} au {until}", "sans limitation de durée")))
            ),
            Heading("Carte mobilité inclusion mention invalidité"),
            Fields((("Décision", case.one("Rejet", "Accord")),)),
            Leaf(),
            Heading("Voies et délais de recours"),
            *texts(
                "Si vous contestez une décision, vous devez former un recours administratif préalable obligatoire "
                "(RAPO) auprès de la MDPH dans les deux mois suivant la réception de la présente notification, par "
                "courrier exposant vos motifs, accompagné d'une copie de la décision. L'absence de réponse dans un "
                "délai de deux mois vaut rejet.",
                "En cas de rejet du RAPO, vous disposez de deux mois pour saisir le pôle social du tribunal "
                "judiciaire. Vous pouvez également demander l'intervention d'une personne qualifiée pour une "
                "conciliation.",
                "Pour renouveler vos droits, adressez une nouvelle demande au moins six mois avant leur échéance.",
            ),
        ),
        lines=("Commission des droits et de l'autonomie", "Accueil du public : du lundi au vendredi, 9 h - 12 h"),
        references=(f"N° de dossier : {case.number(6)}", f"Notifié le : {case.short(2, 9)}"),
        letter=True,
        signer="Le président de la CDAPH",
    )


def _child_allowance(case: Case) -> Paper:
    child = case.child()
    who, role = (child, "E") if child else (case.who, "D")
    need = (
        "Allocation d'éducation de l'enfant handicapé (AEEH) et son complément"
        if child
        else "Prestation de compensation du handicap (PCH) - élément aide humaine"
    )
    return Paper(
        "HAN-DEC",
        role,
        f"Conseil départemental - MDPH - Antenne de {case.commune.title()}",
        "Décision relative à une demande de compensation",
        (
            Text(f"Bénéficiaire : {who.full}, {who.born} le {short_date(who.naissance)}", bold=True),
            *texts(
                "Vu le code de l'action sociale et des familles, notamment ses articles L. 241-5 à L. 241-11 et R. "
                "241-24 ; vu le code de la sécurité sociale, notamment ses articles L. 541-1 et R. 541-1 ;",
                f"Vu la demande reçue le {case.long(150, 260)} et le plan personnalisé de compensation proposé ;",
                "La commission des droits et de l'autonomie des personnes handicapées décide :",
            ),
            Heading("Article 1er"),
            Text(
                f"{need} : attribution, {case.one('complément 2e catégorie', 'au taux plein', 'selon le plan joint')}."
            ),
            Fields(
                (
                    ("Taux d'incapacité évalué", case.one("50 à 79 %", "80 % et plus")),
                    ("Date d'effet", case.short(100, 140)),
                    ("Date de fin", case.ahead(500, 1400)),
                )
            ),
            Heading("Article 2"),
            Text(
                case.one(
                    "Une orientation vers un service d'accompagnement est prononcée pour la même durée.",
                    "La carte mobilité inclusion mention priorité est attribuée pour la même durée.",
                )
            ),
            *texts(
                "La présente décision est notifiée au demandeur ou à son représentant légal et à l'organisme "
                "débiteur des prestations. Elle peut être révisée si la situation évolue.",
                "Recours : recours administratif préalable obligatoire à adresser à la MDPH dans un délai de deux "
                "mois.",
            ),
        ),
        lines=(f"Tél. 01 99 00 {case.number(2)} 21", "Pôle enfance et vie à domicile"),
        references=(f"Dossier n° {case.number(2)}-{case.number(5)}", f"Décision n° {case.number(7)}"),
        letter=True,
        signer=case.one("Pour la CDAPH, la présidente", "La vice-présidente de la commission"),
        seal=("MDPH", "CDAPH"),
    )


def _supplement_of_the_form(case: Case) -> Paper:
    who, lift = case.who, case.one("oui", "non") == "oui"
    return Paper(
        "HAN-CPL",
        None,
        "Ministère chargé du logement",
        case.one("Complément à la demande de logement social", "Demande de logement social - Complément handicap"),
        (
            Text("Logement adapté au handicap ou à la perte d'autonomie. À remplir pour chaque personne concernée."),
            Filled((("Nom", who.nom.upper()), ("Prénom", who.prenom), ("Né(e) le", short_date(who.naissance)))),
            Heading("Nature du handicap ou de la perte d'autonomie"),
            Choices((("Moteur", True), ("Visuel", False), ("Auditif", False), ("Mental, psychique", not lift))),
            Heading("Aides utilisées pour se déplacer"),
            Choices(
                (
                    ("Fauteuil roulant manuel", lift),
                    ("Fauteuil roulant électrique", False),
                    ("Cannes, déambulateur", not lift),
                    ("Besoin d'une tierce personne à domicile", lift),
                )
            ),
            Leaf(),
            Heading("Le logement recherché doit comporter"),
            Choices(
                (
                    ("Rez-de-chaussée ou ascenseur sans marche", True),
                    ("Douche sans ressaut", True),
                    ("Baignoire adaptée", False),
                    ("Barres d'appui, WC surélevés", lift),
                    ("Volets roulants motorisés, domotique", False),
                    ("Une chambre supplémentaire pour une aide ou du matériel médical", not lift),
                    ("Stationnement adapté à proximité", lift),
                )
            ),
            Filled(
                (
                    ("Nombre de marches pouvant être montées", case.one("0", "3", "10")),
                    ("Taux d'incapacité reconnu", case.one("80 %", "50 %", "en cours")),
                    ("Précisions sur l'aménagement", case.one("porte large 90 cm", "douche de plain pied", "")),
                )
            ),
            Text(
                "Joignez, si vous le souhaitez, la copie de la décision de la CDAPH ou de la carte mobilité "
                "inclusion. Aucun document médical ne peut vous être demandé. Les informations facilitent "
                "l'attribution d'un logement correspondant à vos besoins."
            ),
            Filled((("Signature du demandeur", who.nom.capitalize()),)),
        ),
        form="Annexe au cerfa n° 14069",
        foot="Loi n° 78-17 du 6 janvier 1978 : droit d'accès et de rectification auprès du service enregistreur.",
    )


WRITERS: Writers = {
    "HAN-DEC": to_test(_adult_allowance, _child_allowance),
    "HAN-CPL": to_test(_supplement_of_the_form),
}
