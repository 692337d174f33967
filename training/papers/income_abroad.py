"""Incomes that no French notice tells: another country's taxes (FIS-ETR), the months since arrival (FIS-12M)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.writers import Writers, to_learn

SWORN = (
    "Je soussignée, traductrice assermentée près la cour d'appel, certifie que la traduction qui précède est conforme "
    "à l'original rédigé en langue étrangère, visé ne varietur sous le numéro {number}."
)


def _translation(case: Case, words: str, tongue: str) -> tuple[Part, ...]:
    return (
        Leaf(),
        Heading(f"TRADUCTION DE L'{tongue.upper()}"),
        Text(words),
        Text(f"Montant converti en euros au cours du jour : {case.sum(9_000, 24_000)}."),
        Text(SWORN.format(number=case.number(6))),
        Text(case.third() + ", experte judiciaire, traductrice assermentée"),
    )


def _english_return(case: Case) -> Paper:
    who = case.adult()
    earned, income = case.year - 2, case.home.net * 11
    return Paper(
        "FIS-ETR",
        who.role,
        "REVENUE OFFICE",
        case.one("Tax assessment notice", "Income tax return"),
        (
            Fields(
                (
                    ("Taxpayer", who.full),
                    ("Date of birth", f"{who.naissance:%d %m %Y}"),
                    ("Taxpayer reference", f"{case.number(5)} {case.number(5)}"),
                    ("Tax year ended", f"31 December {earned}"),
                )
            ),
            Table(
                (
                    ("Income", "Amount"),
                    ("Pay from all employments", f"{income:,}.00"),
                    ("Personal allowance", "12,570.00"),
                    ("Taxable income", f"{max(0, income - 12_570):,}.00"),
                    ("Income tax due", f"{max(0, income - 12_570) // 5:,}.00"),
                ),
                (3, 1),
            ),
            Text("Please keep this notice. You may appeal within thirty days of the date of issue."),
            *_translation(
                case,
                f"Avis d'imposition. Contribuable : {case.known(who)}. Exercice fiscal clos le 31 décembre {earned}. "
                f"Rémunérations de tous emplois : {income}. Le contribuable peut former un recours sous trente jours.",
                "anglais",
            ),
        ),
        lines=("Self Assessment – Individuals",),
        numbered=True,
    )


def _iberian_certificate(case: Case) -> Paper:
    who = case.adult()
    earned, income = case.year - 2, case.home.net * 10
    spanish = case.one("es", "pt") == "es"
    title, issuer, words = (
        (
            "Certificado de renta",
            "AGENCIA TRIBUTARIA",
            f"Consultados los datos de la Agencia, se certifica que {who.full} presentó declaración por el impuesto "
            f"sobre la renta de las personas físicas, ejercicio {earned}, con los importes siguientes.",
        )
        if spanish
        else (
            "Declaração de rendimentos",
            "AUTORIDADE TRIBUTÁRIA E ADUANEIRA",
            f"Certifica-se que {who.full} entregou a declaração de rendimentos do ano de {earned} para efeitos de "
            "IRS, da qual constam os valores seguintes.",
        )
    )
    return Paper(
        "FIS-ETR",
        who.role,
        issuer,
        title,
        (
            Text(words),
            Fields(
                (
                    ("NIF", case.number(9)),
                    ("Rendimientos del trabajo" if spanish else "Rendimentos do trabalho", case.amount(income)),
                    ("Base imponible" if spanish else "Rendimento coletável", case.amount(income * 0.9)),
                    ("Cuota" if spanish else "Coleta", case.amount(income * 0.07)),
                )
            ),
            *_translation(
                case,
                f"Attestation fiscale. Il est certifié que {case.named(who)} a déposé une déclaration de revenus pour "
                f"l'année {earned} ; revenus du travail : {case.amount(income)}.",
                "espagnol" if spanish else "original portugais",
            ),
        ),
        signer="",
    )


def _german_notice(case: Case) -> Paper:
    who = case.adult()
    earned, income = case.year - 2, case.home.net * 13
    return Paper(
        "FIS-ETR",
        who.role,
        "FINANZAMT",
        f"Bescheid für {earned} über Einkommensteuer",
        (
            Text(
                f"Einkommensteuerbescheid für {who.gendered('Frau', 'Herrn')} {who.full}. Steuernummer unten.",
                bold=True,
            ),
            Fields(
                (
                    ("Steuernummer", f"{case.number(3)}/{case.number(4)}/{case.number(4)}"),
                    ("Einkünfte aus nichtselbständiger Arbeit", case.amount(income)),
                    ("Zu versteuerndes Einkommen", case.amount(income * 0.85)),
                    ("Festgesetzte Einkommensteuer", case.amount(income * 0.09)),
                )
            ),
            Text(
                "Rechtsbehelfsbelehrung: Gegen diesen Bescheid kann innerhalb eines Monats Einspruch eingelegt werden."
            ),
            *_translation(
                case,
                f"Avis d'impôt sur le revenu pour l'année {earned}, établi au nom de {case.known(who)}. Revenus du "
                f"travail salarié : {case.amount(income)}.",
                "allemand",
            ),
        ),
        numbered=True,
    )


def _asylum_allowance(case: Case) -> Paper:
    who = case.adult()
    rows = tuple((case.month(before), f"{case.some(28, 31)}", case.sum(200, 440)) for before in range(case.some(6, 12)))
    return Paper(
        "FIS-12M",
        who.role,
        "OFFICE FRANÇAIS DE L'IMMIGRATION",
        "Attestation de versement de l'allocation pour demandeur d'asile",
        (
            Text(
                f"Le directeur territorial de l'OFII atteste que {case.known(who)} a perçu l'allocation pour "
                "demandeur d'asile (ADA) prévue à l'article L. 553-1 du CESEDA, pour les périodes ci-dessous :"
            ),
            Table((("Mois", "Jours", "Montant versé"), *rows), (3, 1, 2)),
            Text(case.one("Attestation établie depuis l'entrée en France.", "Versée sur carte de retrait.")),
        ),
        lines=("ET DE L'INTÉGRATION (OFII) – Direction territoriale",),
        references=(f"N° AGDREF : {case.number(10)}",),
        signer="Pour le directeur territorial",
        seal=("OFII", "DIRECTION TERRITORIALE"),
    )


def _twelve_months(case: Case) -> Paper:
    who = case.adult()
    pays = tuple((case.month(before), case.home.employeur, case.sum(600, case.home.net)) for before in range(12))
    return Paper(
        "FIS-12M",
        who.role,
        case.home.employeur,
        case.one("Revenus perçus au cours des douze derniers mois", "Relevé des revenus des 12 derniers mois"),
        (
            Text(
                f"Attestation des revenus perçus par {case.known(who)}, {who.gendered('arrivée', 'arrivé')} sur le "
                "territoire français il y a moins de deux ans et n'ayant pas encore d'avis d'imposition en France."
            ),
            Table((("Mois", "Employeur ou organisme", "Net perçu"), *pays), (2, 3, 2)),
            Text("Les sommes ci-dessus sont celles versées depuis l'entrée en France, avant tout impôt."),
        ),
        lines=(f"SIRET {case.home.siret}", case.home.ville),
        signer="Le service du personnel",
    )


WRITERS: Writers = {
    "FIS-ETR": to_learn(_english_return, _iberian_certificate, _german_notice),
    "FIS-12M": to_learn(_asylum_allowance, _twelve_months),
}
