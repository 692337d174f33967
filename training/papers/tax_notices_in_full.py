"""Income tax notices in full, three pages of them: references, reckoning, rights."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.foyer import Foyer, foyer, percent, spaced, whole

SOURCE = (
    "Le taux de prélèvement à la source calculé à partir de votre déclaration s'applique à compter du mois de "
    "septembre. Vous pouvez le moduler ou signaler un changement de situation de famille dans votre espace "
    "particulier."
)
RIGHTS = (
    "Si vous souhaitez contester votre imposition, vous pouvez déposer une réclamation jusqu'au 31 décembre de la "
    "deuxième année suivant celle de la mise en recouvrement (article R* 196-1 du livre des procédures fiscales). La "
    "réclamation ne dispense pas du paiement, sauf demande expresse de sursis (article L 277).",
    "Le revenu fiscal de référence sert à apprécier vos droits à certains avantages sociaux ou fiscaux : exonération "
    "de taxe foncière, livret d'épargne populaire, logement social, bourses. Il figure sur la première page de cet "
    "avis.",
    "Si vous avez des difficultés pour payer, contactez le plus tôt possible votre centre des finances publiques. En "
    "cas de retard, une majoration de 10 % s'applique aux sommes non acquittées.",
    "Vous pouvez signer en ligne un contrat de prélèvement mensuel ou à l'échéance jusqu'au dernier jour du mois "
    "précédant la date limite de paiement.",
)
SMALL = (
    "Les données recueillies font l'objet d'un traitement informatique par la DGFiP. La loi n° 78-17 du 6 janvier "
    "1978 modifiée vous garantit un droit d'accès et de rectification auprès de votre centre des finances publiques."
)


def notice_of_today(case: Case) -> Paper:
    home = foyer(case)
    held = round(home.tax * case.some(80, 110) / 100)
    return Paper(
        "FIS-AVI",
        home.role,
        "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
        f"Avis d'impôt établi en {home.earned + 1}",
        (
            *_references(case, home, held),
            Leaf(),
            Text(f"{home.names} – Feuillet de calcul n° 1", bold=True),
            _reckoning(home, held),
            Fields(
                (
                    ("Situation du foyer", "Mariés ou pacsés (M)" if home.together else "Célibataire (C)"),
                    ("Enfants mineurs à charge", str(home.children)),
                    ("Adresse d'imposition", case.home.rue),
                    ("Commune", case.home.ville),
                )
            ),
            *((Leaf(),) if case.some(0, 1) else ()),
            Heading("Informations complémentaires"),
            *(Text(right) for right in RIGHTS),
        ),
        lines=("SIP " + case.commune, "impots.gouv.fr – messagerie sécurisée de l'espace particulier"),
        subtitle=f"Impôt sur les revenus de l'année {home.earned}",
        letter=True,
        foot=SMALL,
        numbered=True,
    )


def _references(case: Case, home: Foyer, held: int) -> tuple[Part, ...]:
    year, left = home.earned + 1, home.tax - held
    second = (("Numéro fiscal (déclarant 2)", spaced(case.number(13))),) if home.together else ()
    return (
        Heading("Vos références"),
        Fields(
            (
                ("Numéro fiscal (déclarant 1)", spaced(case.home.fiscal)),
                *second,
                ("Référence de l'avis", f"{year % 100} {case.number(2)} {case.number(7)} {case.number(2)}"),
                ("N° FIP", f"{case.number(3)} {case.number(2)} {case.number(3)} {case.number(9)} A"),
                ("Numéro de rôle", case.number(3)),
                ("Date d'établissement", f"{case.some(4, 12):02d}/07/{year}"),
                ("Date de mise en recouvrement", f"31/07/{year}"),
            )
        ),
        Heading("Votre situation"),
        Fields(
            (
                ("Revenu fiscal de référence", f"{whole(home.net)} €"),
                ("Nombre de parts", home.parts),
                ("Taux de prélèvement à la source", percent(home)),
                ("Reste à payer" if left > 0 else "Montant qui vous sera remboursé", f"{whole(abs(left))},00 €"),
            )
        ),
        Text("Cet avis tient compte des revenus et des charges que vous avez déclarés. " + SOURCE),
        Text("Pour toute démarche, munissez-vous de votre numéro fiscal et de la référence de cet avis."),
    )


def _reckoning(home: Foyer, held: int) -> Table:
    cuts = tuple(round(value / 10) for value in home.salaries)
    nets = tuple(value - cut for value, cut in zip(home.salaries, cuts, strict=True))
    totals = (
        ("Revenu brut global", whole(home.net)),
        ("Revenu imposable", whole(home.net)),
        ("Impôt sur les revenus soumis au barème", whole(home.tax)),
        ("Décote", "0"),
        ("Réductions et crédits d'impôt", "0"),
        ("IMPÔT SUR LE REVENU NET AVANT CORRECTIONS", whole(home.tax)),
        ("Retenue à la source prélevée par les verseurs", f"- {whole(held)}"),
        ("Taux moyen d'imposition", percent(home)),
        ("Revenu fiscal de référence", whole(home.net)),
    )
    return Table(
        (
            ("Impôt sur le revenu (en euros)", "Déclarant 1", "Déclarant 2", "Total"),
            home.row("Salaires", home.salaries),
            home.row("Déduction 10 % ou frais réels", cuts),
            home.row("Salaires, pensions, rentes nets", nets),
            *((label, "", "", value) for label, value in totals),
        ),
        (6, 2, 2, 2),
    )


def notice_with_social_levies(case: Case) -> Paper:
    home = foyer(case)
    return Paper(
        "FIS-AVI",
        home.role,
        "RÉPUBLIQUE FRANÇAISE",
        f"Impôt et prélèvements sociaux sur les revenus de {home.earned}",
        (
            *_payment(case, home),
            Leaf(),
            *_declared(home),
            Leaf(),
            Heading("Vos droits et vos démarches"),
            Text(
                "Une erreur dans votre déclaration ? Le service de correction en ligne est ouvert d'août à "
                "mi-décembre. Vous traversez une période difficile ? Demandez un délai ou une remise gracieuse à "
                "votre service des impôts, qui étudiera votre dossier."
            ),
            Text(
                "Payé en retard, l'impôt est majoré de 10 % (article 1730 du CGI). Les enfants majeurs peuvent "
                "demander leur rattachement à votre foyer : la décision est annuelle."
            ),
            Text(
                "Vous avez déménagé, vous vous êtes mariés, un enfant est né : dites-le dans les soixante jours afin "
                "que vos mensualités soient ajustées. Les usagers sans internet sont reçus au guichet, sur "
                "rendez-vous."
            ),
        ),
        lines=("Direction départementale des Finances publiques",),
        subtitle=f"{home.names} – domicile au 1er janvier : {case.commune}",
        letter=True,
        foot="N° 1534-M – Article L 253 du livre des procédures fiscales.",
        numbered=case.one("oui", "non") == "oui",
    )


def _payment(case: Case, home: Foyer) -> tuple[Part, ...]:
    months = ("25 septembre", "25 octobre", "27 novembre", "27 décembre")
    return (
        Text(f"AVIS D'IMPÔT {home.earned + 1}", bold=True),
        Text(
            f"Madame, Monsieur, vous trouverez ci-après le décompte de l'impôt dû par votre foyer pour {home.earned}. "
            f"Il s'élève à {whole(home.tax)} €, avant imputation des sommes déjà prélevées par votre employeur ou "
            "votre caisse de retraite. Le solde vous sera demandé en quatre fois."
        ),
        Table((("Échéance", "Prélevé sur votre compte"), *((day, whole(home.tax / 40)) for day in months)), (2, 1)),
        Heading("Pour nous joindre ou payer"),
        Fields(
            (
                ("Votre numéro fiscal", spaced(case.home.fiscal)),
                ("Votre référence d'avis", case.number(13)),
                ("Numéro de facture", f"{home.earned - 1999} {case.number(9)}"),
                ("Service gestionnaire", f"SIP de {case.commune.title()}"),
            )
        ),
    )


def _declared(home: Foyer) -> tuple[Part, ...]:
    pays = zip(home.declarants, home.salaries, strict=True)
    return (
        Heading("Ce que vous avez déclaré"),
        Fields(
            (
                *((f"Traitements – {who.prenom}", whole(pay)) for who, pay in pays),
                ("Abattement forfaitaire", whole(home.total - home.net)),
                ("Pensions alimentaires versées", "0"),
                ("Quotient familial", f"{home.parts} part(s), {home.children} enfant(s)"),
            )
        ),
        Heading("Comment votre impôt est calculé"),
        Fields(
            (
                ("Revenu net imposable", whole(home.net)),
                ("Droits simples", whole(home.tax)),
                ("Réductions et crédits d'impôt", "néant"),
                ("CSG, CRDS, solidarité", "0"),
                ("Taux moyen d'imposition", percent(home)),
                ("Revenu fiscal de référence", whole(home.net)),
            )
        ),
        Text(
            "Le barème progressif est appliqué à votre revenu divisé par le nombre de parts. L'avantage procuré par "
            "chaque demi-part est limité par le plafonnement du quotient familial."
        ),
    )
