"""Pensions paid, as many funds tell it: certificates, bank-like statements, slips of the State, printed accounts."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.figures import monthly, summed
from training.papers.several import several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

TYPE = "RES-RET"


def _certificate_of_the_regional_fund(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        TYPE,
        who.role,
        case.one("CARSAT", "L'Assurance retraite", "Caisse nationale d'assurance vieillesse", "C.R.A.M. - vieillesse"),
        case.one(
            "Attestation de paiement",
            "Attestation de paiement de votre retraite",
            "Le montant de vos paiements",
            "Attestation fiscale et de paiement",
        ),
        (
            *texts(
                case.one(
                    f"Nous certifions avoir versé à {case.named(who)}, n° {case.nir(who)}, les sommes suivantes.",
                    f"{case.named(who)}, vous nous avez demandé de justifier des prestations de vieillesse payées.",
                    f"Le directeur de la caisse atteste que {case.known(who)}, bénéficie d'une retraite personnelle.",
                )
            ),
            Table(
                (
                    ("Mois", case.one("Net payé", "Montant net", "Versé")),
                    *monthly(case, case.some(1, 12), case.some(500, 1600)),
                ),
                (1.6, 1),
            ),
            *several(
                case,
                1,
                "La retraite est payée à terme échu, autour du 9 du mois suivant.",
                "Montants nets après prélèvements sociaux et avant impôt sur le revenu.",
                "Y compris la majoration pour enfants et le minimum contributif.",
                "Document établi par le serveur vocal ; il ne comporte pas de signature.",
                "Toute fausse déclaration expose aux sanctions de l'article L. 114-13 du code de la sécurité sociale.",
            ),
        ),
        lines=(case.one("Accueil sur rendez-vous au 3960", "Département paiement", "www.retraite.example.org"),),
        letter=case.one("o", "n") == "o",
        signer=case.one("", "Le directeur général", "L'agent comptable"),
    )


def _screen_of_my_payments(case: Case) -> Paper:
    who = case.who
    gross = case.some(450, 1500)
    return Paper(
        TYPE,
        who.role,
        case.one("Mon espace retraite", "lassuranceretraite - mes paiements", "Compte retraite"),
        case.one("Mes relevés", "Mes derniers paiements", "Mes relevés de mensualités", "Consulter mes paiements"),
        (
            Text(f"{who.full} - connecté par FranceConnect - {case.short(1, 20)}"),
            Heading(case.one("Détail du paiement de ", "Mensualité de ") + case.month()),
            Fields(
                (
                    ("Retraite de base", case.amount(gross)),
                    ("CSG 3,8 % / 6,6 % / 8,3 %", f"- {case.sum(10, 90)}"),
                    ("CRDS", f"- {case.sum(1, 8)}"),
                    ("Casa", f"- {case.sum(1, 5)}"),
                    ("Prélèvement à la source", case.one("0,00 €", f"- {case.sum(2, 80)}")),
                    (case.one("Net à payer", "Payé le 9"), case.amount(gross * 0.92)),
                )
            ),
            Table((("Paiements précédents", "Net"), *monthly(case, case.some(2, 6), gross * 0.92)), (2, 1)),
            Text(case.one("Télécharger une attestation", "Modifier mes coordonnées bancaires", "Aide   FAQ   Contact")),
        ),
        foot=f"https://espace.example.org/paiements?mois={case.some(1, 12)}",
    )


def _slip_of_the_state(case: Case) -> Paper:
    who = case.adult()
    rows, total = summed(
        case, ("Pension civile, principal", 700, 2100), ("Majoration enfants 10 %", 0, 180), ("NBI", 0, 40)
    )
    return Paper(
        TYPE,
        who.role,
        case.one(
            "CENTRE DE GESTION DES RETRAITES",
            "SERVICE DES RETRAITES DE L'ETAT",
            "TRESORERIE GENERALE - PENSIONS",
            "CAISSE DES DEPOTS - CNRACL",
            "ENIM - pensions des marins",
        ),
        case.one(
            "Bulletin de pension",
            f"Bulletin de paiement - {case.month()}",
            "Avis de versement de pension",
            "Décompte d'arrérages",
        ),
        (
            Fields(
                (
                    (
                        "N° de pension",
                        f"{case.one('B', 'L', 'C')} {case.number(2)} {case.number(6)} {case.one('K', 'W')}",
                    ),
                    ("Titulaire", who.full),
                    ("Période", case.period()),
                    ("Motif du bulletin", case.one("revalorisation", "changement de taux de CSG", "premier paiement")),
                )
            ),
            Table(
                (
                    ("Libellé", case.one("A payer", "Montant")),
                    *rows,
                    ("CSG déductible", f"- {case.sum(20, 110)}"),
                    (case.one("Cotisation mutuelle", "Retenue mutuelle"), f"- {case.sum(30, 120)}"),
                    ("Net à payer", case.amount(total * 0.87)),
                    ("Cumul imposable de l'année", case.amount(total * case.some(1, 12))),
                ),
                (2.4, 1),
            ),
            Text(
                case.one(
                    "Ce bulletin n'est émis qu'en cas de variation de votre net. Conservez-le sans limite.",
                    "Pension versée l'avant-dernier jour ouvré du mois. Pensez à signaler tout changement d'adresse.",
                    "Résidents à l'étranger : un certificat de vie pourra vous être réclamé.",
                )
            ),
        ),
        letter=True,
    )


def _statement_of_the_complementary_fund(case: Case) -> Paper:
    who = case.who
    return Paper(
        TYPE,
        who.role,
        case.one(
            "AGIRC-ARRCO",
            "Caisse de retraite complémentaire",
            "IRCANTEC",
            "RAFP",
            "Institution ARRCO - groupe paritaire",
        ),
        case.one(
            "Avis de paiement d'allocations",
            "Relevé d'allocations trimestriel",
            "Votre retraite complémentaire - versements",
            "Décompte de paiement",
        ),
        (
            Text(
                case.one(
                    f"Nous avons viré sur votre compte bancaire, au titre de {case.month()}, la somme détaillée ici.",
                    f"Valeur du point : 1,{case.number(4)} €. Nombre de points : {case.some(900, 6000)}.",
                    f"Pour la période {case.period()}, vos allocations se décomposent comme suit :",
                )
            ),
            Table(
                (
                    ("Régime", "Brut", "Prélèvements", "Net"),
                    ("Tranche 1", case.sum(80, 500), case.sum(5, 40), case.sum(75, 460)),
                    (case.one("Tranche 2", "Ex-AGIRC"), case.sum(0, 300), case.sum(0, 20), case.sum(0, 280)),
                    (case.one("Réversion", "Majoration familiale"), case.sum(0, 90), "-", case.sum(0, 90)),
                ),
                (1.4, 1, 1, 1),
            ),
            *several(
                case,
                1,
                "Les retraites complémentaires sont payées d'avance, le premier jour ouvré du mois.",
                "Cotisation maladie 1 %, CSG et CRDS selon votre revenu fiscal de référence.",
                "Le présent relevé doit être conservé ; il pourra être demandé pour une aide au logement.",
                "Déclaration préremplie : ne reportez rien si le montant est exact.",
            ),
        ),
        references=(f"N° sécurité sociale {case.nir(who)}", f"Dossier {case.number(8)}"),
        letter=case.one("o", "n") == "o",
    )


def _widow_and_old_age_allowance(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        TYPE,
        who.role,
        case.one("M.S.A.", "Mutualité sociale agricole", "SECURITE SOCIALE DES INDEPENDANTS", "S.A.S.P.A.", "CRAV"),
        case.one(
            "Attestation de versement",
            "ATTESTATION",
            "Justificatif de pension de réversion",
            "Allocation de solidarité aux personnes âgées : paiements",
        ),
        (
            *texts(
                f"{case.one('Je soussigné', 'Le service')}, {case.third()}, atteste que {case.named(who)}, "
                f"domicilié{who.gendered('e', '')} {case.address}, perçoit chaque mois :",
            ),
            Fields(
                (
                    (case.one("Pension de vieillesse agricole", "Retraite forfaitaire"), case.sum(200, 700)),
                    (case.one("Pension de réversion", "Retraite de réversion"), case.sum(100, 600)),
                    (case.one("ASPA", "Minimum vieillesse", "Allocation supplémentaire"), case.sum(0, 500)),
                    ("Dernier versement", case.short(5, 40)),
                )
            ),
            Text(
                case.one(
                    "Allocation soumise à conditions de ressources, récupérable sur succession.",
                    "En foi de quoi la présente est remise à l'intéressé(e) pour son dossier de logement.",
                    "Ces avantages ne sont ni cessibles ni saisissables dans la limite légale.",
                )
            ),
        ),
        references=(f"Immatriculation {case.nir(who)}",),
        signer=case.one("Pour le directeur", case.third(), "Le technicien retraite"),
        seal=("MSA", case.commune[:16]),
    )


def _yearly_tax_certificate(case: Case) -> Paper:
    who = case.who
    year = case.year - 1
    return Paper(
        TYPE,
        who.role,
        case.one("Caisse de retraite", "CARSAT", "CNIEG - pensions", "CAVIMAC", "CIPAV", "Régime minier", "CRPCEN"),
        case.one(
            f"Attestation fiscale {year}",
            f"Montant à déclarer - pensions {year}",
            f"Récapitulatif annuel des pensions payées en {year}",
        ),
        (
            *texts(
                case.one("Madame, Monsieur,", "Cher pensionné,"),
                f"Au cours de l'année {year} nous vous avons payé une pension de retraite dont le montant imposable, "
                f"à porter sur votre déclaration de revenus, est de {case.some(5000, 19000)} €.",
            ),
            Fields(
                (
                    ("Total brut versé", case.sum(6000, 20000)),
                    ("CSG non déductible et CRDS", case.sum(60, 400)),
                    ("Impôt prélevé à la source", case.sum(0, 900)),
                    ("Dernière mensualité nette", case.sum(480, 1600)),
                )
            ),
            *several(
                case,
                1,
                "Ce montant a été transmis à l'administration fiscale ; il figurera sur votre avis d'impôt.",
                "Cette attestation tient lieu de justificatif des sommes perçues.",
                "Les rappels de pension relatifs aux années antérieures sont compris.",
            ),
        ),
        letter=True,
    )


WRITERS: Writers = {
    TYPE: to_learn(
        _certificate_of_the_regional_fund,
        _screen_of_my_payments,
        _slip_of_the_state,
        _statement_of_the_complementary_fund,
        _widow_and_old_age_allowance,
        _yearly_tax_certificate,
    ),
}
