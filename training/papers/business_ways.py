"""Other ways of saying that somebody has a business, and what it yields (PRO-IND, RES-BIL)."""

from __future__ import annotations

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.foyer import whole
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

_TRADES = ("Nettoyage courant des bâtiments", "Livraison à domicile", "Coiffure", "Travaux de peinture", "Taxi / VTC")


def _siren(case: Case) -> str:
    return f"{case.number(3)} {case.number(3)} {case.number(3)}"


def _court_extract(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-IND",
        who.role,
        case.one("GREFFE DU TRIBUNAL DE COMMERCE", f"TRIBUNAL DE COMMERCE DE {case.commune}", "Infogreffe"),
        case.one(
            "Extrait Kbis",
            "Extrait K – immatriculation principale au RCS",
            "Extrait d'immatriculation au registre du commerce et des sociétés",
        ),
        (
            Heading("Identification"),
            Fields(
                (
                    ("Immatriculation au RCS, numéro", f"{_siren(case)} R.C.S. {case.commune.title()}"),
                    ("Date d'immatriculation", case.short(200, 3000)),
                    (case.one("Nom, prénoms", "Gérant"), who.full),
                    ("Date et lieu de naissance", f"{who.naissance:%d/%m/%Y} – {who.lieu}"),
                    ("Nationalité", case.one("Française", who.nation)),
                    ("Activité(s) exercée(s)", case.one(*_TRADES)),
                    ("Adresse de l'établissement", case.home.rue),
                )
            ),
            *texts(
                case.one("Origine du fonds : création.", "Mode d'exploitation : exploitation directe."),
                "FIN DE L'EXTRAIT",
            ),
        ),
        references=(f"Code de vérification : {case.number(4)}-{case.number(4)}", f"À jour au {case.short(1, 60)}"),
        signer="Le greffier",
        seal=("GREFFE",),
    )


def _directory_situation(case: Case) -> Paper:
    who = case.adult()
    siren = _siren(case)
    return Paper(
        "PRO-IND",
        who.role,
        case.one("INSEE", "Institut national de la statistique et des études économiques", "INPI"),
        case.one(
            "Situation au répertoire Sirene",
            "Certificat d'inscription au répertoire des entreprises",
            "Attestation d'immatriculation au registre national des entreprises",
            "Avis de situation Sirene",
        ),
        (
            Table(
                (
                    ("Description de l'entreprise", "Entreprise active"),
                    ("Identifiant SIREN", siren),
                    ("Identifiant SIRET du siège", f"{siren} 00{case.some(101, 299)}"),
                    ("Dénomination", who.full),
                    ("Catégorie juridique", "1000 – Entrepreneur individuel"),
                    ("Activité principale (APE)", f"{case.one('81.21Z', '53.20Z', '96.02A')} {case.one(*_TRADES)}"),
                    ("Active depuis le", case.short(100, 3000)),
                ),
                (1.2, 1.8),
            ),
            Text(
                case.one(
                    "Aucune valeur juridique n'est attachée à l'avis de situation.",
                    "Les données sont issues du registre national des entreprises et diffusées par l'INPI.",
                )
            ),
        ),
    )


def _micro_entrepreneur(case: Case) -> Paper:
    who = case.who
    return Paper(
        "PRO-IND",
        who.role,
        case.one("URSSAF", "R.S.I.", "Sécurité sociale des indépendants", "autoentrepreneur.urssaf.fr"),
        case.one(
            "Attestation d'affiliation",
            "Votre inscription comme micro-entrepreneur",
            "Déclaration de début d'activité – récépissé",
            "Notification d'affiliation au régime micro-social",
        ),
        (
            *texts(
                "Madame, Monsieur,",
                f"Vous avez déclaré la création de votre {case.one('micro-entreprise', 'auto-entreprise', 'activité')} "
                f"au {case.short(60, 2000)}. Votre affiliation a été enregistrée sous le n° SIREN {_siren(case)}.",
            ),
            Fields((("Activité", case.one(*_TRADES)), ("Périodicité", case.one("mensuelle", "trimestrielle")))),
            Text(
                case.one(
                    "Vous déclarerez vos recettes, même nulles. Cette attestation ne porte pas sur vos revenus.",
                    "La présente attestation certifie votre affiliation et non le paiement de vos cotisations.",
                )
            ),
        ),
        letter=True,
    )


def _craft_register(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-IND",
        who.role,
        case.one("CHAMBRE DE MÉTIERS ET DE L'ARTISANAT", "Chambre de métiers", "CHAMBRE D'AGRICULTURE – MSA"),
        case.one(
            "Extrait d'inscription au répertoire des métiers",
            "Carte professionnelle d'artisan",
            "Extrait D1",
            "Carte RM",
        ),
        (
            Fields(
                (
                    ("Titulaire", who.full),
                    ("Numéro de gestion", f"{case.number(4)} RM {case.number(3)}"),
                    ("SIREN", _siren(case)),
                    ("Métier", case.one(*_TRADES)),
                    ("Immatriculé le", case.short(100, 4000)),
                    ("Qualité", case.one("artisan", "chef d'entreprise", "conjoint collaborateur")),
                )
            ),
            Text(case.one("Le présent extrait est valable trois mois.", "Carte valable pour l'année en cours.")),
        ),
        signer="Le président de la chambre",
        seal=("C.M.A.",),
    )


def _accounts(case: Case) -> Paper:
    who, sales = case.adult(), case.some(30_000, 120_000)
    costs = round(sales * case.desk.rng.uniform(0.5, 0.8))
    return Paper(
        "RES-BIL",
        who.role,
        case.one("CABINET D'EXPERTISE COMPTABLE", "SARL FIDUCIAIRE DU VAL", f"Entreprise {who.full}"),
        case.one(f"Comptes annuels {case.year - 1}", "Bilan et compte de résultat", "Plaquette des comptes", "Bilan"),
        (
            Text(f"{who.full} – exercice clos le 31/12/{case.year - 1} – {case.one(*_TRADES)}"),
            Heading(case.one("Compte de résultat", "Compte de résultat simplifié (2033-B)")),
            Table(
                (
                    ("Postes", "N", "N-1"),
                    ("Chiffre d'affaires net", whole(sales), whole(sales * 0.93)),
                    ("Achats et charges externes", whole(costs * 0.7), whole(costs * 0.66)),
                    ("Dotations aux amortissements", whole(costs * 0.3), whole(costs * 0.3)),
                    (case.one("Résultat de l'exercice", "Bénéfice net"), whole(sales - costs), whole(sales * 0.2)),
                ),
                (3, 1, 1),
            ),
            Leaf(),
            Heading("Bilan"),
            Table(
                (
                    ("Actif", "Montant", "Passif", "Montant"),
                    ("Immobilisations", whole(costs * 0.4), "Capital individuel", whole(costs * 0.3)),
                    ("Créances clients", whole(sales * 0.1), "Emprunts", whole(sales * 0.1)),
                    ("Disponibilités", whole(sales * 0.05), "Fournisseurs", whole(sales * 0.04)),
                ),
                (2, 1, 2, 1),
            ),
        ),
        numbered=True,
        signer=case.one("", "L'expert-comptable"),
    )


def _accountant_attests(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "RES-BIL",
        who.role,
        case.one("CABINET D'EXPERTISE COMPTABLE", "Association de gestion agréée", "FIDUCIAIRE DU VAL"),
        case.one("Attestation de revenus", "Attestation comptable", "Attestation du résultat", "Attestation"),
        (
            *texts(
                "En notre qualité d'expert-comptable inscrit au tableau de l'Ordre,",
                f"nous attestons que l'entreprise individuelle de {case.named(who)} a réalisé, pour l'exercice "
                f"{case.year - 1}, un chiffre d'affaires de {case.sum(20000, 90000)} et un "
                f"{case.one('bénéfice', 'résultat net', 'bénéfice non commercial')} de {case.sum(9000, 32000)}.",
                case.one(
                    f"Le prélèvement mensuel moyen de l'exploitant s'élève à {case.sum(900, 2300)}.",
                    "Ces chiffres sont issus de la liasse fiscale transmise à l'administration.",
                    "Nos travaux ne constituent ni un audit ni un examen limité.",
                ),
            ),
        ),
        signer="L'expert-comptable",
        seal=("EXPERT", "COMPTABLE"),
    )


def _declared_receipts(case: Case) -> Paper:
    who = case.who
    quarters = [(f"T{k}", case.sum(1500, 9000), case.sum(200, 1500)) for k in (1, 2, 3, 4)]
    parts = (
        Text(f"{who.full} – SIRET {case.home.siret}"),
        Table((("Période", "Chiffre d'affaires", "Cotisations"), *quarters), (1, 1.5, 1.5)),
        Text(case.one(f"Total déclaré {case.year - 1} : {case.sum(12000, 30000)}", "Déclaration enregistrée, payée.")),
    )
    by_hand = (Filled((("Nom", who.full), ("Recettes du trimestre", case.sum(1500, 9000)), ("Période", "T2"))),)
    return Paper(
        "RES-BIL",
        who.role,
        case.one("autoentrepreneur.urssaf.fr", "URSSAF", "NET-ENTREPRISES"),
        case.one(
            "Déclaration de chiffre d'affaires", "Attestation fiscale", "Déclaration de recettes", "Mes échéances"
        ),
        case.desk.rng.choice((parts, parts, by_hand)),
        foot=case.one("https://www.autoentrepreneur.urssaf.fr/portail – 1/1", ""),
    )


WRITERS: Writers = {
    "PRO-IND": to_learn(*wordy(_court_extract, _directory_situation, _micro_entrepreneur, _craft_register)),
    "RES-BIL": to_learn(*wordy(_accounts, _accountant_attests, _declared_receipts)),
}
