"""Other ways of granting a pension, and of saying what was paid of it (PRO-RET, RES-RET)."""

from __future__ import annotations

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.figures import monthly, summed
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

_REGIMES = ("CARSAT", "Assurance retraite", "CNAV", "MSA", "Caisse régionale d'assurance maladie – vieillesse")


def _right_notified(case: Case) -> Paper:
    who, start = case.who, f"01/{case.short(200, 4000)[3:]}"
    return Paper(
        "PRO-RET",
        who.role,
        case.one(*_REGIMES),
        case.one(
            "Notification de retraite",
            "Attribution de votre retraite personnelle",
            "Notification d'attribution d'une pension de vieillesse",
            "Décision : votre retraite",
        ),
        (
            *texts(
                case.one(f"{who.civility},", "Madame, Monsieur,"),
                case.one("Nous avons le plaisir de vous informer que", "Après étude de votre carrière,")
                + f" votre retraite vous est attribuée à compter du {start}.",
            ),
            Heading(case.one("Calcul de votre retraite", "Éléments de calcul")),
            Fields(
                (
                    ("Salaire annuel moyen", case.sum(12000, 28000)),
                    ("Taux", case.one("50 %", "48,75 %", "37,5 %")),
                    ("Durée d'assurance", f"{case.some(100, 172)} trimestres"),
                    ("Point de départ", start),
                    ("Montant mensuel brut", case.sum(500, 1500)),
                )
            ),
            Text(
                case.one(
                    "Si vous contestez cette décision, saisissez la commission de recours amiable sous deux mois.",
                    "Conservez cette notification : elle constitue votre titre de retraite.",
                    "Toute reprise d'activité doit être signalée à la caisse.",
                )
            ),
        ),
        letter=True,
        references=(f"N° de sécurité sociale : {case.nir(who)}",),
        signer=case.one("Le directeur", "Le technicien conseil retraite"),
    )


def _title_of_public_pension(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-RET",
        who.role,
        case.one("SERVICE DES RETRAITES DE L'ÉTAT", "CNRACL", "MINISTÈRE DU BUDGET – Service des pensions", "IRCANTEC"),
        case.one("Titre de pension", "Titre de pension civile", "Brevet de pension", "Certificat d'inscription"),
        (
            Text(
                case.one(
                    "Il est concédé, en application du code des pensions civiles et militaires, la pension ci-après :",
                    "Le directeur certifie que la pension désignée est inscrite au grand livre de la dette publique.",
                )
            ),
            Fields(
                (
                    ("Titulaire", case.named(who)),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("N° de pension", f"{case.number(2)} {case.number(6)} {case.one('A', 'K')}"),
                    ("Nature", case.one("ancienneté", "réversion", "invalidité radiation des cadres")),
                    ("Jouissance", case.short(300, 5000)),
                    ("Pourcentage de liquidation", f"{case.some(40, 75)},{case.number(3)} %"),
                    ("Indice", case.number(3)),
                )
            ),
            Text(case.one("Pension révisable dans le délai d'un an.", "Ce titre doit être conservé par le titulaire.")),
        ),
        signer=case.one("Pour le ministre", "Le chef du service"),
        seal=("PENSIONS",),
    )


def _complementary_right(case: Case) -> Paper:
    who = case.who
    return Paper(
        "PRO-RET",
        who.role,
        case.one("AGIRC-ARRCO", "Caisse de retraite complémentaire", "ARRCO – Institution de retraite"),
        case.one("Notification de votre retraite complémentaire", "Liquidation de vos droits", "Décompte de points"),
        (
            Text(f"Votre allocation de retraite complémentaire prend effet le 01/{case.short(200, 3000)[3:]}."),
            Table(
                (
                    ("Points acquis", "Valeur du point", "Coefficient", "Allocation annuelle brute"),
                    (f"{case.some(900, 6000)},00", "1,4386 €", "1,00", case.sum(1200, 8000)),
                ),
                (1.2, 1.2, 1, 1.8),
            ),
            Text(
                case.one(
                    "Cette notification de droits est définitive sous réserve de nouveaux points.",
                    "Votre premier paiement fera l'objet d'un avis distinct.",
                )
            ),
        ),
        letter=True,
    )


def _certificate_of_being_retired(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-RET",
        who.role,
        case.one(*_REGIMES, "L'ASSURANCE RETRAITE – espace personnel", "info-retraite.fr"),
        case.one("Attestation de titulaire d'une retraite", "Justificatif de retraite", "Votre retraite est attribuée"),
        (
            *texts(
                f"{case.known(who)}, est titulaire d'une "
                + case.one("retraite personnelle", "pension de vieillesse", "pension de réversion")
                + f" du régime général avec pour point de départ le 01/{case.short(300, 5000)[3:]}.",
                case.one(
                    f"Nombre de trimestres retenus : {case.some(90, 172)}. Titre n° {case.number(8)}.",
                    "Cette attestation de droit ne mentionne pas les montants payés.",
                ),
            ),
        ),
        signer=case.one("", "Le directeur de la caisse"),
    )


def _paid_over_months(case: Case) -> Paper:
    who, net = case.adult(), case.some(600, 1500)
    return Paper(
        "RES-RET",
        who.role,
        case.one(*_REGIMES),
        case.one("Attestation de paiement", "Attestation de paiement de votre retraite", "Relevé de vos paiements"),
        (
            Text(f"Nous attestons avoir versé à {case.named(who)} au titre de sa retraite :"),
            Table((("Échéance", "Net versé"), *monthly(case, case.some(1, 6), net)), (2, 1)),
            Text(
                case.one(
                    f"Net imposable : {case.amount(net * 1.02)}. Prélèvement à la source : 0,00 €.",
                    "Sont inclus : retraite personnelle, majoration pour enfants, allocation de solidarité (ASPA).",
                    "Les paiements interviennent le 9 du mois suivant.",
                )
            ),
        ),
        references=(f"N° {case.nir(who)}",),
        letter=case.desk.rng.random() < 0.4,
    )


def _pension_slip(case: Case) -> Paper:
    who = case.who
    rows, gross = summed(case, ("Pension principale", 900, 1700), ("Majoration enfants", 20, 150))
    return Paper(
        "RES-RET",
        who.role,
        case.one("DDFiP – Centre de gestion des retraites", "CNRACL", "IRCANTEC", "Trésor public – Pensions"),
        case.one("Bulletin de pension", "Bulletin de paiement de pension", "Décompte de pension", "Avis de virement"),
        (
            Fields((("Pensionné", who.full), ("Mois de", case.month()), ("N° de pension", case.number(9)))),
            Table(
                (
                    ("Libellé", "Montant"),
                    *rows,
                    ("C.S.G. 3,8 %", case.amount(-gross * 0.038)),
                    ("C.R.D.S.", case.amount(-gross * 0.005)),
                    ("Net à payer", case.amount(gross * 0.957)),
                ),
                (3, 1.2),
            ),
            Text(f"Somme créditée sur votre compte bancaire le {case.short(1, 25)}."),
        ),
    )


def _yearly_statement_for_tax(case: Case) -> Paper:
    who = case.who
    yearly = case.sum(3000, 16000)
    return Paper(
        "RES-RET",
        who.role,
        case.one("AGIRC-ARRCO", *_REGIMES, "Caisse de retraite complémentaire"),
        case.one("Montants à déclarer", "Attestation fiscale de retraite", "Relevé annuel des allocations versées"),
        (
            *texts(
                case.one("Madame, Monsieur,", f"{who.civility},"),
                f"Au cours de l'année {case.year - 1}, les sommes payées au titre de votre "
                f"{case.one('retraite complémentaire', 'retraite', 'pension de réversion')} ont été de {yearly}.",
                case.one(
                    "Ce montant est transmis à l'administration fiscale et prérempli sur votre déclaration.",
                    f"Versements mensuels de {case.sum(300, 1300)} net, à terme échu.",
                ),
            ),
        ),
        letter=True,
    )


def _payments_on_the_web(case: Case) -> Paper:
    who, net = case.adult(), case.some(200, 1400)
    return Paper(
        "RES-RET",
        who.role,
        case.one("lassuranceretraite.fr", "Mon espace retraite", "msa.fr – Mon espace privé", "Espace retraité"),
        case.one("Mes paiements", "Mes derniers versements", "Historique des paiements", "Consulter mes paiements"),
        (
            Text(f"{who.full} – retraite personnelle et complémentaire"),
            Fields(monthly(case, case.some(3, 6), net)),
            Text(case.one("Paiement mensuel net après prélèvement à la source.", "Virement effectué.")),
        ),
        foot=f"https://www.lassuranceretraite.fr/portail/paiements {case.short(1, 20)} 1/1",
    )


WRITERS: Writers = {
    "PRO-RET": to_learn(
        *wordy(_right_notified, _title_of_public_pension, _complementary_right, _certificate_of_being_retired)
    ),
    "RES-RET": to_learn(*wordy(_paid_over_months, _pension_slip, _yearly_statement_for_tax, _payments_on_the_web)),
}
