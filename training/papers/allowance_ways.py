"""Other ways for family allowance funds to say what they pay (RES-CAF)."""

from __future__ import annotations

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Heading, Paper, Table, Text
from training.papers.figures import summed
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

_FUNDS = ("CAF", "Caisse d'allocations familiales", "caf.fr", "MSA – Prestations familiales", "Allocations familiales")
_BENEFITS = (
    ("Allocations familiales avec conditions de ressources", 70, 340),
    ("Prime d'activité", 60, 420),
    ("Revenu de solidarité active (RSA)", 300, 900),
    ("Aide personnalisée au logement (APL)", 90, 380),
    ("Allocation de logement sociale", 80, 330),
    ("Allocation aux adultes handicapés", 500, 1016),
    ("Allocation de base de la Paje", 97, 195),
    ("Complément familial", 190, 290),
    ("Allocation de soutien familial", 190, 390),
    ("Allocation d'éducation de l'enfant handicapé", 140, 300),
)


def _number(case: Case) -> str:
    return case.number(7) + case.one("", " A", " K", " Z")


def _benefits(case: Case) -> tuple[list[tuple[str, str]], float]:
    """Return some of the benefits that the fund pays, and what they come to."""
    return summed(case, *case.desk.rng.sample(_BENEFITS, case.some(1, 4)))


def _payments_and_quotient(case: Case) -> Paper:
    who = case.who
    rows, total = _benefits(case)
    return Paper(
        "RES-CAF",
        who.role,
        case.one(*_FUNDS),
        case.one(
            "Attestation de paiement et de quotient familial",
            "Attestation de paiement",
            "Attestation de paiements – prestations",
            "Attestation de quotient familial",
        ),
        (
            Text(
                f"Le directeur certifie que {case.named(who)} (n° allocataire {_number(case)}) a bénéficié des "
                f"prestations suivantes pour {case.month()} :"
            ),
            Table((("Prestation", "Montant"), *rows, ("Total", case.amount(total))), (3, 1)),
            *texts(
                f"Quotient familial : {case.some(200, 1100)} €. Enfants à charge : {len(case.home.enfants)}.",
                case.one(
                    "Ces renseignements sont établis sous réserve de modification de votre situation.",
                    "La loi punit quiconque se rend coupable de fraudes ou de fausses déclarations.",
                    "",
                ),
            ),
        ),
        letter=case.desk.rng.random() < 0.6,
    )


def _rights_notified(case: Case) -> Paper:
    rows, total = _benefits(case)
    return Paper(
        "RES-CAF",
        case.who.role,
        case.one(*_FUNDS),
        case.one(
            "Notification de droits et paiements", "Vos droits changent", "Notification de droit", "Madame, Monsieur"
        ),
        (
            *texts(
                case.one(
                    f"Nous avons étudié vos droits. À partir du 01/{case.short(5, 60)[3:]}, vous avez droit à :",
                    "Suite à votre déclaration trimestrielle de ressources, vos prestations sont recalculées.",
                    "À la suite de votre changement de situation, vos droits aux prestations sont modifiés.",
                )
            ),
            Table((("Prestation", "Montant mensuel"), *rows), (3, 1)),
            Text(
                case.one(
                    f"Montant versé sur votre compte le 5 du mois : {case.amount(total)}.",
                    f"Votre dette de {case.sum(40, 600)} sera retenue sur vos prestations à venir.",
                    "L'aide au logement est versée directement à votre bailleur.",
                )
            ),
            Text("Vous n'êtes pas d'accord ? Écrivez à la commission de recours amiable dans les deux mois."),
        ),
        references=(f"N° allocataire : {_number(case)}", f"Code courrier : {case.number(4)}"),
        letter=True,
        signer=case.one("", "Votre conseiller", "Le directeur"),
    )


def _account_page(case: Case) -> Paper:
    rows, total = _benefits(case)
    return Paper(
        "RES-CAF",
        case.who.role,
        case.one("caf.fr – Mon compte", "Caf – Mon Compte (application)", "msa.fr – Mon espace privé"),
        case.one("Mes paiements et mes droits", "Derniers paiements", "Mes prestations", "Mon relevé de compte"),
        (
            Heading(f"{case.who.full} – {case.month()}"),
            Table((("Droit", "Payé"), *rows, (case.one("Total payé", "Montant viré"), case.amount(total))), (3, 1)),
            Text(
                case.one("Quotient familial : voir « Mes attestations ».", "Prochain paiement le 5.", "Dossier à jour.")
            ),
        ),
        foot=f"https://wwwd.caf.fr/wps/myportal/caffr/moncompte/droits {case.short(1, 12)} 1/1",
    )


def _minimum_income_decision(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-CAF",
        who.role,
        case.one("CAF", "MSA", "Caisse d'allocations familiales – pour le conseil départemental"),
        case.one(
            "Ouverture de votre droit au revenu de solidarité active",
            "Attestation RSA",
            "Décision RMI / RSA",
            "Attestation de bénéficiaire du RSA",
        ),
        (
            *texts(
                f"{case.named(who)}, allocataire n° {_number(case)}, est bénéficiaire du "
                + case.one("revenu de solidarité active (RSA)", "RSA socle", "RSA majoré (parent isolé)")
                + f" depuis le 01/{case.short(40, 900)[3:]}.",
                f"Montant mensuel : {case.sum(300, 900)} pour un foyer de {1 + len(case.home.enfants)} personne(s).",
                case.one(
                    "Vous devez remplir votre déclaration trimestrielle de ressources.",
                    "Un forfait logement est déduit car vous percevez une aide au logement.",
                ),
            ),
        ),
        letter=case.desk.rng.random() < 0.5,
    )


def _rural_fund(case: Case) -> Paper:
    rows, total = _benefits(case)
    return Paper(
        "RES-CAF",
        case.who.role,
        case.one("MSA", "Mutualité sociale agricole", "Caisse de mutualité sociale agricole"),
        case.one("Attestation de droits et de paiement", "Relevé de prestations familiales", "Bordereau de paiement"),
        (
            Text(f"Adhérent : {case.named(case.who)} – n° {case.nir(case.who)}"),
            Table(
                (("Prestations familiales et logement", "Mois", "Net"), *((n, case.month(), v) for n, v in rows)),
                (3, 1.2, 1),
            ),
            Text(f"Soit un total de {case.amount(total)} versé au foyer."),
        ),
        signer=case.one("", "Le service prestations"),
    )


WRITERS: Writers = {
    "RES-CAF": to_learn(
        *wordy(_payments_and_quotient, _rights_notified, _account_page, _minimum_income_decision, _rural_fund)
    )
}
