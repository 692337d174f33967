"""More ways in which loans are laid out and owners in trouble are written to: banks, Banque de France, agents."""

from __future__ import annotations

from training.desk import euros
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.figures import summed
from training.papers.several import several
from training.papers.writers import Writers, to_learn

LOAN, TROUBLE = "LOG-PLF", "MOT-ACC"
LOAN_NOTES = (
    "Un crédit vous engage et doit être remboursé.",
    "Remboursement anticipé possible, indemnité de six mois d'intérêts.",
    "Les sommes sont débloquées sur appel du notaire.",
    "Le coût total du crédit comprend l'assurance et la garantie.",
)


def _bank(case: Case) -> str:
    return case.one(*case.home.world.banques, "CREDIT FONCIER DES VALLEES", "ACTION LOGEMENT")


def _schedule_of_loan(case: Case) -> Paper:
    left, month = case.some(40, 160) * 1000.0, case.some(380, 900)
    rows = []
    for rank in range(case.some(8, 24)):
        interest = left * 0.0021
        left -= month - interest
        rows.append((str(rank + 1), euros(month), euros(month - interest), euros(interest), euros(left)))
    return Paper(
        LOAN,
        None,
        _bank(case),
        case.one("Tableau d'amortissement", "Echéancier", "Plan de remboursement", "Votre prêt : échéances"),
        (
            Text(
                f"{case.one('Emprunteur', 'Titulaire')} : {case.who.full} - prêt n° {case.number(9)} - "
                f"{case.one('taux fixe 2,52 %', 'PTZ + prêt principal', 'TAEG 3,11 %')}"
            ),
            Table(
                ((case.one("N°", "Ech."), case.one("Mensualité", "A payer"), "Capital", "Intérêts", "Reste dû"), *rows),
                (1, 2, 2, 2, 2),
            ),
            *several(
                case,
                1,
                "Assurance incluse : décès, PTIA, ITT.",
                "Tableau provisoire, remis à titre indicatif.",
                "Capital restant dû après paiement de l'échéance. Montants en euros.",
            ),
            *several(case, 0, *LOAN_NOTES),
        ),
        numbered=True,
    )


def _offer_of_loan(case: Case) -> Paper:
    return Paper(
        LOAN,
        None,
        _bank(case),
        case.one("Offre de crédit immobilier", "Offre préalable de prêt", "Simulation de prêt", "FISE"),
        (
            Fields(
                (
                    (case.one("Emprunteur(s)", "Client"), " et ".join(who.full for who in case.home.adults)),
                    ("Montant emprunté", case.sum(60000, 220000)),
                    ("Durée", f"{case.some(10, 25) * 12} mois"),
                    (
                        "Taux débiteur / TAEG",
                        f"{case.some(1, 4)},{case.number(2)} % / {case.some(4, 5)},{case.number(2)} %",
                    ),
                    ("Garantie", case.one("caution", "hypothèque", "IPPD")),
                )
            ),
            *several(
                case,
                2,
                "L'emprunteur dispose d'un délai de réflexion de dix jours (articles L. 313-1 et suivants).",
                "Objet : acquisition d'une résidence principale, avec ou sans travaux.",
                "L'offre est valable trente jours. Frais de dossier et assurance emprunteur en sus.",
            ),
            *several(case, 0, *LOAN_NOTES),
        ),
        signer=case.one("L'emprunteur", "Le prêteur"),
    )


def _plan_of_financing(case: Case) -> Paper:
    rows, total = summed(
        case,
        (case.one("Apport personnel", "Epargne"), 3000, 30000),
        (case.one("Prêt à taux zéro", "Prêt accession sociale"), 15000, 60000),
        (case.one("Prêt principal", "Prêt bancaire"), 60000, 150000),
        (case.one("Prêt 1 % logement", "Action Logement"), 5000, 25000),
    )
    return Paper(
        LOAN,
        None,
        case.one("ADIL", _bank(case), "COURTIER PRET-VAL", "CONSTRUCTEUR MAISONS DU VAL"),
        case.one("Plan de financement", "Plan de financement prévisionnel", "Etude de financement"),
        (
            Text(f"Projet de {case.named(case.who)} - {case.one('acquisition', 'construction', 'location-accession')}"),
            Table((("Ressources", "Montant"), *rows, ("TOTAL", case.amount(total))), (2, 1)),
            *several(
                case,
                1,
                f"Mensualité : {case.sum(400, 900)}. Taux d'effort : {case.some(22, 35)} %.",
                "Coût : terrain, travaux, frais de notaire, garanties.",
                "Etude gratuite et non contractuelle.",
            ),
            *several(case, 0, *LOAN_NOTES),
        ),
    )


def _over_indebtedness_admitted(case: Case) -> Paper:
    return Paper(
        TROUBLE,
        None,
        case.one("BANQUE DE FRANCE", "COMMISSION DE SURENDETTEMENT", "Secrétariat de la commission"),
        case.one("Décision de recevabilité", "Votre dossier de surendettement", "Mesures imposées", "Etat du passif"),
        several(
            case,
            4,
            f"{case.named(case.who)}, la commission a déclaré votre dossier recevable le {case.long(10, 90)}.",
            "Les procédures de saisie sont suspendues ; vous ne devez pas aggraver votre endettement.",
            f"Capacité de remboursement : {case.sum(0, 400)}. Endettement déclaré : {case.sum(9000, 190000)}.",
            "La vente amiable de votre résidence principale est demandée ; un moratoire de 24 mois est accordé.",
            "Vos créanciers peuvent contester dans les quinze jours.",
        ),
        references=(f"Dossier n° {case.number(12)}",),
        letter=True,
    )


def _mandate_of_sale(case: Case) -> Paper:
    return Paper(
        TROUBLE,
        None,
        case.one("AGENCE DU LAC", "IMMO-VALLEES", case.one("NOTAIRES ASSOCIES", "RESEAU DE MANDATAIRES")),
        case.one("Mandat exclusif de vente", "Mandat simple", "Compromis de vente", "Mise en vente du domicile"),
        (
            Text(
                f"{' et '.join(case.named(who) for who in case.home.adults)}, propriétaire(s) du {case.address}, "
                f"{case.one('confient', 'donnent')} mandat de vendre au prix de {case.sum(70000, 240000)}."
            ),
            *several(
                case,
                2,
                "Motif : séparation et impossibilité d'assumer les échéances du prêt.",
                "Le mandat est donné pour trois mois, irrévocable, puis dénonçable sous quinze jours.",
                "Les vendeurs libéreront le bien au plus tard le jour de la signature de l'acte.",
            ),
        ),
        references=(f"Mandat n° {case.number(4)}",),
        signer="Les mandants",
    )


def _bank_calls_loan(case: Case) -> Paper:
    return Paper(
        TROUBLE,
        None,
        case.one(_bank(case), "SERVICE CONTENTIEUX", "HUISSIERS - SAISIES"),
        case.one("Déchéance du terme", "Commandement valant saisie immobilière", "Mise en demeure - prêt habitat"),
        (
            Heading(case.one("Dernier avis avant saisie", "Prêt immobilier impayé")),
            *several(
                case,
                3,
                f"{case.named(case.adult())} : vos échéances impayées s'élèvent à {case.sum(1500, 9000)}.",
                f"Votre bien, {case.address}, pourra être vendu aux enchères devant le juge de l'exécution.",
                "La totalité du prêt devient exigible. Vous pouvez saisir la commission de surendettement.",
                "Une vente amiable reste possible ; prenez contact avec nos services sous huit jours.",
            ),
        ),
        letter=True,
    )


WRITERS: Writers = {
    LOAN: to_learn(_schedule_of_loan, _offer_of_loan, _plan_of_financing),
    TROUBLE: to_learn(_over_indebtedness_admitted, _mandate_of_sale, _bank_calls_loan),
}
