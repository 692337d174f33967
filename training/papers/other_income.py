"""Other resources: annuities, rents received, youth allowance, pensions of other countries (RES-AUT)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.figures import monthly, summed
from training.papers.writers import Writers, to_learn


def _life_annuity(case: Case) -> Paper:
    rent = case.desk.rng.uniform(120, 600)
    return Paper(
        "RES-AUT",
        "D",
        case.one("COMPAGNIE DES RENTES VIAGÈRES", "MUTUELLE D'ÉPARGNE ET DE PRÉVOYANCE"),
        case.one("Rente viagère : avis de versement", "Relevé d'arrérages de rente"),
        (
            Text(f"Nous vous informons du versement de votre rente pour la période {case.period()}."),
            Fields(
                (
                    ("Crédirentier", case.known(case.who)),
                    ("Contrat", f"n° {case.number(8)}"),
                    ("Arrérages bruts", case.amount(rent * 1.09)),
                    ("Prélèvements sociaux", case.amount(rent * 0.09)),
                    ("Net viré", case.amount(rent)),
                )
            ),
            Text(
                "La fraction imposable dépend de l'âge du crédirentier à l'entrée en jouissance (article 158-6 du code "
                "général des impôts). Un certificat de vie vous sera demandé chaque année. En cas de décès, les "
                "arrérages courus cessent d'être dus, sauf clause de réversion au profit du conjoint survivant. La "
                "rente est revalorisée au 1er janvier selon les résultats du fonds."
            ),
        ),
        lines=("Service des rentes",),
        letter=True,
    )


def _youth_contract(case: Case) -> Paper:
    return Paper(
        "RES-AUT",
        "D",
        f"MISSION LOCALE DE {case.commune}",
        case.one("Contrat d'engagement jeune : allocation", "Attestation de versement - Garantie jeunes"),
        (
            Text(
                f"La mission locale atteste que {case.known(case.who)} bénéficie d'un parcours d'accompagnement depuis "
                f"le {case.long(60, 300)} et perçoit l'allocation prévue à l'article L. 5131-6 du code du travail."
            ),
            Table((("Mois", "Versement mensuel"), *monthly(case, 4, case.desk.rng.uniform(200, 550))), (3, 2)),
            Text(
                "Le montant varie selon les ressources déclarées et l'assiduité. Il est payé par l'Agence de services "
                "et de paiement. Le jeune s'engage à quinze heures d'activités par semaine."
            ),
        ),
        lines=("Insertion professionnelle et sociale des 16-25 ans", case.home.ville),
        signer="La conseillère référente",
        seal=("MISSION LOCALE", case.commune),
    )


def _rents_received(case: Case) -> Paper:
    rows, total = summed(
        case,
        ("Loyers encaissés", 4000, 9000),
        ("Charges récupérées", 300, 1100),
        ("Taxe foncière", -1200, -500),
        ("Travaux et entretien", -1500, 0),
        ("Honoraires de gestion", -600, -250),
    )
    return Paper(
        "RES-AUT",
        "D",
        case.one("GESTION LOCATIVE DU CENTRE", "ÉTUDE ET ADMINISTRATION DE BIENS"),
        case.one("Revenus fonciers : aide à la déclaration", "Compte rendu de gérance - loyers perçus"),
        (
            Text(f"Propriétaire bailleur : {case.named(case.who)}, {case.address}. Année {case.year - 1}."),
            Heading("Lot loué"),
            Text(
                f"Appartement de {case.some(1, 3)} pièces, {case.one('Le Parc', 'Les Acacias')}, locataire "
                f"{case.third()}."
            ),
            Table(
                (("Rubrique (formulaire 2044)", "Montant"), *rows, ("Revenu net foncier", case.amount(total))), (4, 2)
            ),
            Text(
                "Solde viré au propriétaire chaque trimestre. Document sans valeur de quittance pour le locataire. "
                "Dépôt de garantie conservé en compte. Prochaine révision du bail selon l'indice de référence des "
                "loyers."
            ),
        ),
        lines=(case.home.ville, "Carte professionnelle G - garantie financière"),
        signer="Le gérant",
    )


def _pension_from_abroad(case: Case) -> Paper:
    country, fund = {
        "PRT": ("Portugal", "Centro Nacional de Pensões"),
        "DZA": ("Algérie", "Caisse nationale des retraites"),
        "MAR": ("Maroc", "Caisse nationale de sécurité sociale"),
        "TUN": ("Tunisie", "Caisse nationale de sécurité sociale"),
    }.get(case.who.nation, ("Belgique", "Service fédéral des pensions"))
    return Paper(
        "RES-AUT",
        "D",
        fund.upper(),
        case.one("Avis de paiement d'une allocation servie à l'étranger", f"Attestation de prestation - {country}"),
        (
            Text(
                f"L'institution compétente ({country}) confirme servir à {case.known(case.who)}, résidant en France, "
                f"une prestation mensuelle de {case.sum(140, 700)}, convertie en euros au cours du jour du transfert."
            ),
            Fields(
                (
                    ("Numéro de bénéficiaire", case.number(11)),
                    ("Nature", case.one("allocation de survivant", "rente", "allocation familiale différentielle")),
                    ("Dernier transfert", case.short(5, 40)),
                )
            ),
            Text(
                "Traduction établie aux fins de coordination des régimes. Frais bancaires à la charge du bénéficiaire."
            ),
            Text(
                "Le bénéficiaire renvoie chaque année le certificat de vie visé par la mairie, faute de quoi le "
                "paiement est suspendu. Le formulaire de liaison a été transmis à la caisse française compétente."
            ),
        ),
        letter=True,
        signer="Le chef du bureau",
        seal=(country.upper(), "BUREAU INTERNATIONAL"),
    )


WRITERS: Writers = {"RES-AUT": to_learn(_life_annuity, _youth_contract, _rents_received, _pension_from_abroad)}
