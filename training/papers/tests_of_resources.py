"""Accounts of the self-employed, maintenance and rents, on which the filing is measured alone."""

from __future__ import annotations

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.foyer import whole
from training.papers.kin import invented, offspring
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _profit_and_loss(case: Case, year: int, profit: float) -> tuple[Part, ...]:
    sales, bought = profit * case.desk.rng.uniform(2.4, 3.2), profit * case.desk.rng.uniform(0.4, 0.8)
    outside = sales - profit - bought - 5300
    return (
        Leaf(),
        Heading("Compte de résultat simplifié de l'exercice (en liste)"),
        Table(
            (
                ("A - RÉSULTAT COMPTABLE", "", f"Exercice clos le 31/12/{year}"),
                ("Ventes de marchandises", "210", whole(sales * 0.4)),
                ("Production vendue : services", "218", whole(sales * 0.6)),
                ("Total des produits d'exploitation (I)", "232", whole(sales)),
                ("Achats de marchandises", "234", whole(bought)),
                ("Autres charges externes", "242", whole(outside)),
                ("Impôts, taxes et versements assimilés", "244", "612"),
                ("Charges sociales (de l'exploitant 381)", "252", whole(3088)),
                ("Dotations aux amortissements", "254", whole(1600)),
                ("Total des charges d'exploitation (II)", "264", whole(sales - profit)),
                ("1 - Résultat d'exploitation (I - II)", "270", whole(profit)),
                ("Charges financières", "294", "0"),
                ("2 - Bénéfice ou perte", "310", whole(profit)),
            ),
            (3, 0.5, 1.6),
        ),
    )


def _simplified_accounts(case: Case) -> Paper:
    """The balance sheet and the profit and loss account of the liasse fiscale, a page each."""
    rng, year = case.desk.rng, case.year - 1
    kit, cash, stock = rng.randint(4000, 30000), rng.randint(900, 14000), rng.randint(200, 6000)
    profit = case.home.net * 12
    assets = kit + cash + stock
    return Paper(
        "RES-BIL",
        "D",
        "Direction générale des finances publiques",
        "Bilan simplifié",
        (
            Text("Formulaire obligatoire (article 302 septies A bis du code général des impôts)"),
            Fields(
                (
                    ("Désignation de l'entreprise", f"{case.who.nom.upper()} {case.who.prenom}"),
                    ("Adresse de l'entreprise", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                    ("SIRET", f"{case.number(3)} {case.number(3)} {case.number(3)} 00012"),
                    ("Durée de l'exercice en nombre de mois", "12"),
                )
            ),
            Table(
                (
                    ("ACTIF", "", "Brut", "Amort.", f"Net au 31/12/{year}"),
                    ("Immobilisations corporelles", "028", whole(kit * 2), whole(kit), whole(kit)),
                    ("Immobilisations financières", "040", "0", "", "0"),
                    ("Total I", "044", whole(kit * 2), whole(kit), whole(kit)),
                    ("Stocks de marchandises", "060", whole(stock), "", whole(stock)),
                    ("Clients et comptes rattachés", "068", "0", "", "0"),
                    ("Disponibilités", "084", whole(cash), "", whole(cash)),
                    ("Total général (I + II)", "110", whole(assets + kit), whole(kit), whole(assets)),
                ),
                (2.4, 0.5, 1, 1, 1.5),
            ),
            Table(
                (
                    ("PASSIF", "", f"Exercice {year}"),
                    ("Capital social ou individuel", "120", whole(assets * 0.4 - profit)),
                    ("Résultat de l'exercice", "136", whole(profit)),
                    ("Emprunts et dettes assimilées", "156", whole(assets * 0.4)),
                    ("Fournisseurs et comptes rattachés", "166", whole(assets * 0.2)),
                    ("Total général", "180", whole(assets)),
                ),
                (3, 0.5, 1.4),
            ),
            *_profit_and_loss(case, year, profit),
            Text("B - RÉSULTAT FISCAL. Reporter le bénéfice comptable col. 1, le déficit comptable col. 2."),
        ),
        references=(f"N° 2033-A-SD {year} - N° 2033-B-SD {year}",),
    )


def _turnover_declared(case: Case) -> Paper:
    who, rng = case.who, case.desk.rng
    sales = rng.randint(2400, 9000)
    quarter = case.one("1er", "2e", "3e", "4e")
    return Paper(
        "RES-BIL",
        "D",
        "Urssaf",
        case.one("Déclaration trimestrielle de chiffre d'affaires", "Récapitulatif de votre déclaration"),
        (
            Text(f"Micro-entrepreneur - Période : {quarter} trimestre {case.year - 1}", bold=True),
            Fields(
                (
                    ("Nom, prénom", f"{who.nom.upper()} {who.prenom}"),
                    ("Siret", f"{case.number(9)} 00017"),
                    ("Numéro de compte", f"{case.number(3)} {case.number(10)}"),
                    ("Date de validation", case.short(20, 90)),
                )
            ),
            Table(
                (
                    ("Chiffre d'affaires ou recettes", "Montant", "Taux", "Cotisations"),
                    ("Ventes de marchandises (BIC)", "0", "12,3 %", "0"),
                    ("Prestations de services artisanales (BIC)", whole(sales), "21,2 %", whole(sales * 0.212)),
                    ("Autres prestations de services (BNC)", "0", "24,6 %", "0"),
                    ("Formation professionnelle", whole(sales), "0,3 %", whole(sales * 0.003)),
                    ("Versement libératoire de l'impôt", "", "non opté", "0"),
                    ("Total à payer", "", "", whole(sales * 0.215)),
                ),
                (2.8, 1, 0.9, 1),
            ),
            *texts(
                f"Votre déclaration a bien été enregistrée. Votre compte bancaire sera débité le {case.ahead(5, 30)}. "
                "Conservez ce récapitulatif : il justifie du chiffre d'affaires que vous avez déclaré.",
                "Même en l'absence de chiffre d'affaires, vous devez déclarer « 0 ». À défaut, une pénalité de retard "
                "vous sera appliquée par déclaration manquante.",
            ),
        ),
        lines=("Service micro-entrepreneurs", "autoentrepreneur.urssaf.fr"),
    )


def _maintenance_received(case: Case) -> Paper:
    child, value = offspring(case)[0], case.desk.rng.uniform(90, 260)
    payer = invented(case, "C", case.who.gendered("M", "F"), case.day(9500, 16000))
    months = tuple(
        (case.month(n).capitalize(), case.amount(value), case.short(3 + 30 * n, 12 + 30 * n)) for n in range(4)
    )
    return Paper(
        "RES-PAR",
        "D",
        "Agence de recouvrement et d'intermédiation des pensions alimentaires",
        "Attestation de paiement de pension alimentaire",
        (
            Text(
                f"L'Agence de recouvrement et d'intermédiation des pensions alimentaires (Aripa) atteste que "
                f"{case.known(case.who)}, n° allocataire {case.number(7)}, perçoit par son intermédiaire la pension "
                f"alimentaire due par {case.named(payer)} pour l'éducation et l'entretien de :"
            ),
            Table(
                (
                    ("Enfant", "Date de naissance", "Montant mensuel"),
                    (child.full, short_date(child.naissance), case.amount(value)),
                ),
                (2, 1.2, 1.2),
            ),
            Text("Versements effectués au parent créancier :"),
            Table((("Échéance", "Pension versée", "Date de virement"), *months), (1.5, 1, 1)),
            *texts(
                f"Titre exécutoire : jugement du juge aux affaires familiales du {case.long(300, 1500)}. La pension "
                "est revalorisée chaque année selon l'indice prévu par ce titre.",
                "Attestation délivrée pour servir et valoir ce que de droit. Tout changement de situation doit être "
                "signalé sur pension-alimentaire.caf.fr.",
            ),
        ),
        lines=("Gérée par la Caisse d'allocations familiales", "Téléphone : 3238"),
        references=("Dossier d'intermédiation n° " + case.number(6),),
        letter=True,
        signer="Le directeur de la Caf",
    )


def _maintenance_paid(case: Case) -> Paper:
    child, value = offspring(case)[0], case.desk.rng.uniform(90, 260)
    return Paper(
        "RES-PAV",
        "D",
        "Aripa",
        case.one("Mise en place de l'intermédiation financière", "Intermédiation financière de la pension alimentaire"),
        (
            *texts(
                f"{case.who.civility},",
                f"Par décision du {case.long(60, 400)}, le juge aux affaires familiales a fixé à "
                f"{case.amount(value)} par mois la pension alimentaire que vous devez verser pour l'enfant "
                f"{child.full}, {child.born} le {short_date(child.naissance)}, et a prévu son versement par notre "
                "intermédiaire.",
                f"À partir du 1er {case.month(-2)}, vous ne devez plus verser directement la pension à l'autre parent. "
                "Vous nous la réglez chaque mois et nous la lui reversons.",
            ),
            Heading("Ce que vous devez payer"),
            Fields(
                (
                    ("Montant mensuel à votre charge", case.amount(value)),
                    ("Date limite de paiement", f"le {case.some(3, 15)} de chaque mois"),
                    ("Mode de paiement", "Prélèvement automatique"),
                    ("Référence du mandat", f"ARIPA{case.number(9)}"),
                )
            ),
            *texts(
                "La pension est revalorisée une fois par an. En cas d'impayé, nous engageons une procédure de "
                "recouvrement dès le premier mois, majorée de 7,5 % de frais de gestion.",
                "Vous pouvez déduire de vos revenus imposables les pensions effectivement versées. Une attestation "
                "fiscale vous sera remise en début d'année.",
            ),
        ),
        lines=("Agence de recouvrement et d'intermédiation", "des pensions alimentaires", "TSA 20002"),
        references=(f"Votre n° de dossier : {case.number(8)}", "Parent débiteur"),
        letter=True,
        signer="Le responsable du service",
    )


def _let_flat(case: Case) -> Paper:
    rent = case.desk.rng.uniform(420, 790)
    fee = rent * 0.084
    return Paper(
        "RES-AUT",
        "D",
        case.one("Cabinet Beaulieu Gestion", "Immobilière des Quatre Vents", "Agence du Vieux Lavoir"),
        case.one("Compte rendu de gestion", "Relevé de gérance"),
        (
            Fields(
                (
                    ("Propriétaire", case.named(case.who)),
                    ("Mandat de gérance n°", case.number(4)),
                    ("Période", case.period()),
                    (
                        "Immeuble",
                        f"{case.some(2, 60)} rue {case.one('du Four à chaux', 'des Meuniers')}, lot {case.some(2, 40)}",
                    ),
                    ("Locataire", case.third()),
                )
            ),
            Table(
                (
                    ("Libellé", "Débit", "Crédit"),
                    ("Solde antérieur", "", "0,00 €"),
                    (f"Loyer {case.month()}", "", case.amount(rent)),
                    ("Provision pour charges", "", "45,00 €"),
                    ("Honoraires de gestion 7 % HT + TVA 20 %", case.amount(fee), ""),
                    ("Assurance loyers impayés 2,5 %", case.amount(rent * 0.025), ""),
                    ("Appel de fonds syndic", "112,40 €", ""),
                    ("Solde viré sur votre compte", case.amount(rent * 0.891 - 67.4), ""),
                ),
                (2.6, 1, 1),
            ),
            *texts(
                "Ce document récapitule les sommes encaissées et décaissées pour votre compte au cours de la période. "
                "Il vous sera utile pour votre déclaration de revenus fonciers (imprimé n° 2044).",
                "Sauf observation de votre part dans les trente jours, ce compte sera réputé approuvé.",
            ),
        ),
        lines=("Administrateur de biens - Transactions - Syndic", "Carte professionnelle G/T délivrée par la CCI"),
        references=(f"Compte propriétaire : P{case.number(5)}", f"Édité le {case.short(1, 10)}"),
        letter=True,
        foot="Garantie financière : 120 000 €. TVA intracommunautaire FR" + "42 518 000 000",
    )


WRITERS: Writers = {
    "RES-BIL": to_test(_simplified_accounts, _turnover_declared),
    "RES-PAR": to_test(_maintenance_received),
    "RES-PAV": to_test(_maintenance_paid),
    "RES-AUT": to_test(_let_flat),
}
