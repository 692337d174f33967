"""Disability pensions and industrial-injury annuities (RES-INV)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.writers import Writers, to_learn


def _notice_of_pension(case: Case) -> Paper:
    who, rank = case.adult(), case.some(1, 3)
    return Paper(
        "RES-INV",
        who.role,
        "L'ASSURANCE MALADIE",
        case.one("Notification de pension d'invalidité", "Attribution d'une pension d'invalidité"),
        (
            Text(f"{case.known(who)},"),
            Text(
                f"Après avis du médecin conseil, je vous informe qu'une pension d'invalidité de catégorie {rank} vous "
                f"est attribuée à titre temporaire à compter du {case.short(60, 400)}, en application des articles L. "
                "341-1 et suivants du code de la sécurité sociale."
            ),
            Fields(
                (
                    ("Salaire annuel moyen", case.sum(14000, 26000)),
                    ("Taux appliqué", {1: "30 %", 2: "50 %", 3: "50 % et majoration tierce personne"}[rank]),
                    ("Montant annuel brut", case.amount(case.home.net * 9)),
                    ("Montant mensuel brut", case.amount(case.home.net * 0.75)),
                )
            ),
            Text(
                "Votre pension vous sera versée chaque mois à terme échu. Elle peut être révisée, suspendue ou "
                "supprimée en cas de changement de votre état de santé ou de reprise d'une activité professionnelle. "
                "Elle prend fin à l'âge légal de la retraite."
            ),
            Heading("Voies de recours"),
            Text(
                "Si vous contestez cette décision, vous disposez de deux mois pour saisir la commission médicale de "
                "recours amiable ou, pour une contestation d'ordre administratif, la commission de recours amiable."
            ),
        ),
        lines=(f"CPAM de {case.commune.title()}", "Service Invalidité"),
        references=(f"N° de sécurité sociale : {case.nir(who)}", f"N° de dossier : {case.number(8)}"),
        letter=True,
        signer="Le directeur",
    )


def _payment_of_pension(case: Case) -> Paper:
    who, net = case.adult(), case.home.net * 0.7
    return Paper(
        "RES-INV",
        who.role,
        "ASSURANCE MALADIE - COMPTE AMELI",
        "Attestation de paiement de pension d'invalidité",
        (
            Text(f"La caisse primaire d'assurance maladie certifie avoir versé à {case.known(who)} :"),
            Table(
                (
                    ("Période", "Nature", "Montant net"),
                    *(
                        (month, "Pension invalidité cat. 2", paid)
                        for month, paid in monthly(case, case.some(3, 9), net)
                    ),
                ),
                (2, 3, 2),
            ),
            Fields((("Numéro de sécurité sociale", case.nir(who)), ("Imposable cumulé", case.sum(3000, 9000)))),
            Text("Montants après déduction de la CSG, de la CRDS et, s'il y a lieu, de l'impôt prélevé à la source."),
            Text("Cette attestation est valable sans signature. Elle ne comporte aucune information d'ordre médical."),
        ),
        references=(f"Édité le {case.short(2, 30)}",),
        foot="Quiconque se rend coupable de fraude ou de fausse déclaration est passible de pénalités (L. 114-17-1).",
    )


def _injury_annuity(case: Case) -> Paper:
    who, rate = case.adult(), case.some(10, 45)
    return Paper(
        "RES-INV",
        who.role,
        f"CPAM DE {case.commune}",
        "Notification de décision relative à l'attribution d'une rente",
        (
            Text(
                f"À la suite de l'accident du travail dont vous avez été victime le {case.long(500, 1500)} alors que "
                f"vous étiez au service de {case.home.employeur}, votre état a été consolidé le {case.long(100, 400)}. "
                f"Votre taux d'incapacité permanente partielle est fixé à {rate} %."
            ),
            Heading("Calcul de la rente"),
            Table(
                (
                    ("Élément", "Valeur"),
                    ("Salaire annuel de référence", case.sum(19000, 28000)),
                    ("Taux d'incapacité", f"{rate},00 %"),
                    ("Taux utile de la rente", f"{rate / 2:.2f} %".replace(".", ",")),
                    ("Rente trimestrielle", case.sum(400, 1500)),
                ),
                (3, 2),
            ),
            Text(
                "La rente d'accident du travail n'est pas imposable. Elle est payée à la fin de chaque trimestre échu."
            ),
            Text(
                "Recours : tribunal judiciaire, pôle social, après saisine de la commission médicale de recours "
                "amiable."
            ),
        ),
        lines=("Risques professionnels - Rentes AT/MP",),
        references=(f"Sinistre n° {case.number(9)}", f"Victime : {who.full}, {who.naissance:%d/%m/%Y}"),
        letter=True,
        signer="Le responsable du service Rentes",
        numbered=True,
    )


def _pension_of_farm_scheme(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "RES-INV",
        who.role,
        "MUTUALITÉ SOCIALE AGRICOLE",
        case.one("Titre d'inaptitude et de rente", "Votre invalidité : montants servis", "Brevet d'invalide agricole"),
        (
            Fields(
                (
                    ("Titulaire", f"{who.full}"),
                    ("Naissance", f"{who.naissance:%d-%m-%Y}, {who.lieu}"),
                    ("Assuré n°", case.nir(who)),
                    ("Point de départ", case.short(200, 900)),
                )
            ),
            Choices(
                (
                    ("1er groupe : invalide capable d'exercer une activité", False),
                    ("2e groupe : invalide absolument incapable d'exercer une profession", True),
                    ("3e groupe : assistance d'une tierce personne", False),
                )
            ),
            Text(
                f"Montant servi à ce jour : {case.amount(case.home.net * 0.66)} par mois, complété par l'allocation "
                f"supplémentaire d'invalidité ({case.sum(60, 240)}), sous réserve du contrôle annuel de vos ressources."
            ),
            Text(
                "Le titulaire doit faire connaître sous huitaine toute reprise de travail, hospitalisation ou "
                "attribution d'un autre avantage. Les arrérages indûment perçus sont récupérés sur les échéances "
                "suivantes."
            ),
            Text("Présentez ce titre pour obtenir la prise en charge à 100 % de vos soins."),
        ),
        lines=("Caisse Nord-Picardie - Pôle Santé invalidité", case.home.ville),
        signer="P/ le directeur général",
        seal=("M.S.A.", "SERVICE INVALIDITÉ"),
    )


WRITERS: Writers = {
    "RES-INV": to_learn(_notice_of_pension, _payment_of_pension, _pension_of_farm_scheme, _injury_annuity),
}
