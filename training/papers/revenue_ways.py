"""Other ways of wording parents' and foreign tax notices (FIS-PAR, FIS-ETR)."""

from __future__ import annotations

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.foyer import spaced, whole
from training.papers.kin import parents
from training.papers.several import said, several
from training.papers.writers import Writers, to_learn


def _parents_notice_in_columns(case: Case) -> Paper:
    mother, father = parents(case, case.who)
    earned, wages = case.year - 2, case.some(18000, 52000)
    return Paper(
        "FIS-PAR",
        case.who.role,
        case.one("DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES", "Finances publiques", "Centre des impôts"),
        case.one(
            f"Avis d'impôt sur les revenus de {earned}",
            f"Avis d'impôt {earned + 1}",
            "Impôt sur le revenu – avis d'imposition",
        ),
        (
            Text(f"{mother.full} et {father.full}"),
            Fields(
                (
                    ("Numéro fiscal déclarant 1", spaced(case.number(13))),
                    ("Situation de famille", "M"),
                    (
                        case.one(
                            "Enfant majeur rattaché", "Majeur célibataire rattaché", "Rattachement : enfant majeur"
                        ),
                        case.known(case.who)[:44],
                    ),
                    ("Nombre de parts", case.one("2,50", "3,00", "4,00")),
                )
            ),
            Table(
                (
                    ("Détail des revenus", "Déclarant 1", "Déclarant 2", "Pers. à charge"),
                    ("Salaires", whole(wages), whole(wages * 0.6), whole(case.some(0, 6000))),
                    ("Déduction 10 %", whole(-wages / 10), whole(-wages * 0.06), ""),
                    ("Revenu fiscal de référence", whole(wages * 1.44), "", ""),
                ),
                (3, 1.4, 1.4, 1.6),
            ),
            Leaf(),
            *several(
                case,
                1,
                "Personnes à charge : un enfant majeur rattaché au foyer fiscal (case J).",
                "Le rattachement d'un enfant majeur de moins de 25 ans poursuivant "
                "ses études ouvre droit à une demi-part.",
                "L'enfant rattaché ne reçoit pas d'avis d'impôt à son nom.",
                "Vous pouvez contester cet impôt auprès de votre service des impôts des particuliers.",
            ),
        ),
        letter=False,
        numbered=True,
    )


def _request_of_attachment(case: Case) -> Paper:
    mother, father = parents(case, case.who)
    return Paper(
        "FIS-PAR",
        case.who.role,
        case.one(father.full, mother.full, case.who.full),
        case.one(
            "Attestation de rattachement fiscal",
            "Demande de rattachement au foyer fiscal des parents",
            "Attestation sur l'honneur : enfant rattaché",
        ),
        (
            Text(
                case.one(
                    f"Je soussigné{case.who.gendered('e', '')} {case.known(case.who)}, demande mon rattachement au "
                    f"foyer fiscal de mes parents, {mother.full} et {father.full}, pour les revenus de l'année "
                    f"{case.year - 2}.",
                    f"Nous soussignés {mother.full} et {father.full}, attestons que notre enfant "
                    f"{case.known(case.who)}, est rattaché à notre foyer fiscal et figure sur notre avis d'impôt "
                    f"{case.year - 1}.",
                )
            ),
            *several(
                case,
                1,
                "Notre avis d'imposition est joint à la présente.",
                "Cette option vaut pour l'année entière et entraîne l'imposition de ses revenus à "
                "notre nom (article 6-3 du code général des impôts).",
                f"Numéro fiscal des parents : {spaced(case.number(13))}.",
                "Il n'a donc pas d'avis d'impôt personnel.",
            ),
        ),
        signer=case.one(father.full, mother.full),
    )


def _situation_of_parents(case: Case) -> Paper:
    mother, father = parents(case, case.who)
    return Paper(
        "FIS-PAR",
        case.who.role,
        case.one("impots.gouv.fr", "Service des impôts des particuliers", "Finances publiques – avis dématérialisé"),
        case.one(
            "Justificatif d'impôt – foyer des parents",
            f"Avis d'impôt {case.year - 1} sur les revenus {case.year - 2}",
            "Avis de situation déclarative",
        ),
        (
            Table(
                (
                    ("Déclarants", "Naissance", "Revenus déclarés"),
                    (father.full, short_date(father.naissance), case.sum(12000, 40000)),
                    (mother.full, short_date(mother.naissance), case.sum(9000, 30000)),
                ),
                (2, 1, 1),
            ),
            Heading(
                case.one(
                    "Enfants majeurs rattachés", "Personnes rattachées", "Rattachement au foyer fiscal des parents"
                )
            ),
            Fields(
                (
                    (case.who.full, f"{case.who.born} le {short_date(case.who.naissance)}"),
                    ("Revenu fiscal de référence", f"{case.some(14, 60)} {case.number(3)} €"),
                    ("Impôt", "non imposable"),
                )
            ),
            Text(
                said(
                    case,
                    "Document à présenter aux organismes demandant l'avis des parents.",
                    "Adresse du foyer au 1er janvier.",
                    "Référence vérifiable en ligne.",
                )
            ),
        ),
    )


def _translated_return(case: Case) -> Paper:
    who = case.adult()
    country, original, office = case.desk.rng.choice(
        (
            ("Portugal", "Declaração de rendimentos – IRS", "Autoridade tributária e aduaneira"),
            ("Espagne", "Certificado de renta", "Agencia Tributaria"),
            ("Italie", "Certificazione unica", "Agenzia delle Entrate"),
            ("Allemagne", "Einkommensteuerbescheid", "Finanzamt"),
            ("Maroc", "Attestation du revenu global imposé", "Direction générale des impôts"),
        )
    )
    return Paper(
        "FIS-ETR",
        who.role,
        case.one(f"{case.third()}, traductrice assermentée", "Cabinet de traduction – expert près la cour d'appel"),
        case.one(f"Traduction certifiée : {original}", original, f"Traduction du document fiscal ({country})"),
        (
            Text(
                case.one(
                    f"Traduit de l'original délivré par : {office}, {country}.",
                    f"[En-tête :] {office} – [tampon illisible]",
                )
            ),
            Fields(
                (
                    ("Contribuable", who.full),
                    ("Identifiant fiscal", case.number(9)),
                    ("Année fiscale", str(case.year - 2)),
                )
            ),
            Table(
                (
                    ("Rubrique", "Montant"),
                    ("Revenu brut du travail", case.sum(4000, 28000)),
                    ("Cotisations", case.sum(300, 2600)),
                    ("Revenu imposable", case.sum(3500, 25000)),
                    ("Impôt dû", case.sum(0, 2900)),
                ),
                (3, 1),
            ),
            Text(
                said(
                    case,
                    f"Traduction conforme à l'original, enregistrée ne varietur sous le n° {case.number(4)}.",
                    "Converti en euros au cours du jour.",
                    "Traducteur assermenté près la cour d'appel.",
                    "L'original est annexé à la présente.",
                )
            ),
        ),
        signer="La traductrice",
        seal=("TRADUCTEUR", "EXPERT"),
    )


def _return_in_english(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "FIS-ETR",
        who.role,
        case.one(
            "Revenue & Customs", "Inland Revenue Service", "Tax Authority – Personal Tax", "Federal Board of Revenue"
        ),
        case.one(
            "Tax assessment notice",
            "Income tax return",
            f"Tax calculation {case.year - 2}-{case.year % 100 - 1:02d}",
            "Statement of taxable income",
        ),
        (
            Fields(
                (
                    ("Taxpayer", who.full),
                    ("Date of birth", short_date(who.naissance)),
                    ("Tax identification number", case.number(10)),
                    ("Tax year", str(case.year - 2)),
                )
            ),
            Table(
                (
                    ("Description", "Amount"),
                    ("Pay from all employments", whole(case.some(5000, 30000))),
                    ("Personal allowance", "12 500"),
                    ("Taxable income", whole(case.some(0, 18000))),
                    ("Income tax due", whole(case.some(0, 3000))),
                ),
                (3, 1),
            ),
            *several(
                case,
                1,
                "Keep this notice for your records. You may appeal within 30 days.",
                "No tax is payable for this year of assessment.",
                f"Traduction libre : revenu imposable de l'année {case.year - 2}, impôt "
                "sur le revenu, contribuable désigné ci-dessus.",
                "This certificate is issued at the request of the taxpayer.",
            ),
        ),
    )


def _foreign_certificate(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "FIS-ETR",
        who.role,
        case.one(
            "République – Ministère des Finances",
            "DIRECTION GÉNÉRALE DES IMPÔTS",
            "Recette des finances – bureau de contrôle",
            "Consulat général",
        ),
        case.one(
            "Attestation fiscale étrangère",
            "Attestation de non-imposition à l'étranger",
            "Certificat de revenus",
            "Extrait de rôle",
        ),
        (
            Text(
                case.one(
                    f"Le receveur des impôts atteste que {case.known(who)} à {who.lieu}, n'est pas "
                    f"soumis{who.gendered('e', '')} à l'impôt dans notre pays pour l'exercice {case.year - 2}.",
                    f"Le chef de l'inspection des impôts certifie que {case.named(who)} a déclaré, pour l'année "
                    f"{case.year - 2}, un revenu global net de {whole(case.some(8000, 900000))} en monnaie "
                    "nationale.",
                )
            ),
            *several(
                case,
                1,
                f"Soit {case.sum(900, 14000)} au taux de change en vigueur.",
                "En foi de quoi la présente attestation est délivrée pour être produite aux autorités françaises.",
                f"Numéro d'identifiant fiscal : {case.number(12)}. Quittance n° {case.number(6)}.",
                "Vu pour légalisation de la signature.",
            ),
        ),
        signer=case.one("Le receveur", "Le chef d'inspection", "Le consul"),
        seal=("IMPÔTS", "DIRECTION"),
    )


WRITERS: Writers = {
    "FIS-PAR": to_learn(_parents_notice_in_columns, _request_of_attachment, _situation_of_parents),
    "FIS-ETR": to_learn(_translated_return, _return_in_english, _foreign_certificate),
}
