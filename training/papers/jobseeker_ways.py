"""Other ways of saying that somebody is registered without work, and what is paid for it (PRO-DEM, RES-ARE)."""

from __future__ import annotations

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

_OFFICES = ("FRANCE TRAVAIL", "Pôle emploi", "A.N.P.E.", "France Travail – agence de proximité")
_PAYERS = ("FRANCE TRAVAIL", "Pôle emploi", "ASSEDIC", "France Travail – indemnisation")


def _identifier(case: Case) -> str:
    return case.number(7) + case.one("A", "K", "X", "")


def _situation_notice(case: Case) -> Paper:
    who = case.who
    return Paper(
        "PRO-DEM",
        who.role,
        case.one(*_OFFICES),
        case.one("Avis de situation", "Attestation d'inscription", "Attestation de situation", "Votre situation"),
        (
            *texts(
                f"Nous attestons que {case.named(who)}, identifiant {_identifier(case)}, "
                + case.one(
                    f"est inscrit{who.gendered('e', '')} sur la liste des demandeurs d'emploi depuis le "
                    f"{case.long(40, 800)}.",
                    f"figure parmi les demandeurs d'emploi en catégorie {case.one('1', '2', '3', '5')} depuis le "
                    f"{case.long(40, 800)}.",
                ),
                case.one(
                    "Cette inscription est valable sous réserve de l'actualisation mensuelle de sa situation.",
                    "Il appartient au demandeur d'emploi de signaler tout changement dans les 72 heures.",
                    "La personne est à la recherche d'un emploi à durée indéterminée à temps plein.",
                ),
                case.one("Ce document ne préjuge pas de droits à indemnisation.", "Document édité à sa demande."),
            ),
        ),
        letter=True,
        signer=case.one("", "Le directeur d'agence"),
        references=(f"Réf. : {case.number(10)}",),
    )


def _registration_notified(case: Case) -> Paper:
    who = case.who
    return Paper(
        "PRO-DEM",
        who.role,
        case.one(*_OFFICES),
        case.one(
            "Notification d'inscription comme demandeur d'emploi",
            "Votre inscription sur la liste des demandeurs d'emploi",
            "Votre carte de demandeur d'emploi",
            "Objet : votre inscription",
        ),
        (
            *texts(
                "Madame," if who.sexe == "F" else "Monsieur,",
                f"Vous êtes inscrit{who.gendered('e', '')} comme demandeur d'emploi depuis le {case.short(10, 200)}.",
            ),
            Fields(
                (
                    ("Identifiant", _identifier(case)),
                    ("Catégorie", case.one("1", "2", "4")),
                    ("Métier recherché", case.home.metier),
                    ("Conseiller référent", case.third()),
                    ("Prochain rendez-vous", case.ahead(5, 40)),
                )
            ),
            Text(
                case.one(
                    "Entre le 28 et le 15 du mois, actualisez-vous par téléphone au 3949 ou sur internet.",
                    "Votre projet personnalisé d'accès à l'emploi sera établi lors de votre premier entretien.",
                    "Vos devoirs : rechercher activement un emploi et répondre aux convocations.",
                )
            ),
        ),
        letter=True,
    )


def _history_of_registration(case: Case) -> Paper:
    who = case.who
    rows = [(case.short(700, 900), case.short(500, 690), "1", "reprise d'emploi"), (case.short(20, 400), "–", "1", "–")]
    return Paper(
        "PRO-DEM",
        who.role,
        case.one(*_OFFICES),
        case.one("Historique d'inscription", "Attestation historique de demandeur d'emploi", "Périodes d'inscription"),
        (
            Text(f"{case.known(who)} – identifiant {_identifier(case)}"),
            Table((("Inscrit du", "au", "Catégorie", "Motif de cessation"), *rows), (1, 1, 1, 2)),
            Text(case.one("Est toujours inscrit à ce jour.", "Situation arrêtée à la date d'édition.")),
        ),
    )


def _personal_page(case: Case) -> Paper:
    who = case.who
    return Paper(
        "PRO-DEM",
        who.role,
        case.one("francetravail.fr – Mon espace", "pole-emploi.fr – Mon espace personnel", "Mission locale"),
        case.one("Ma situation", "Actualisation enregistrée", "Mon dossier de demandeur d'emploi", "Mon inscription"),
        (
            *texts(
                f"Bonjour {who.full}",
                case.one(
                    f"Votre actualisation du mois de {case.month()} est enregistrée. Vous restez inscrit comme "
                    "demandeur d'emploi. Vous avez déclaré : pas de travail, toujours à la recherche d'un emploi.",
                    f"Vous êtes inscrit depuis le {case.short(30, 600)}. À actualiser avant le {case.ahead(3, 30)}.",
                    f"Statut : inscrit, catégorie 1. Conseillère : {case.third()}.",
                ),
                "Télécharger une attestation d'inscription – Contacter mon conseiller",
            ),
        ),
        foot=f"https://candidat.francetravail.fr/espacepersonnel/ {case.short(1, 20)} 1/1",
    )


def _payments_listed(case: Case) -> Paper:
    who, daily = case.who, case.sum(24, 48)
    rows = [(month, str(case.some(28, 31)), daily, amount) for month, amount in monthly(case, case.some(1, 6), 980)]
    return Paper(
        "RES-ARE",
        who.role,
        case.one(*_PAYERS),
        case.one("Avis de paiement", "Relevé de situation", "Attestation de paiement", "Relevé de vos allocations"),
        (
            Text(f"Identifiant : {_identifier(case)} – {case.named(who)}"),
            Table((("Mois", "Jours indemnisés", "Allocation journalière", "Montant net"), *rows), (1.5, 1.2, 1.4, 1.2)),
            *texts(
                case.one(
                    "Allocation d'aide au retour à l'emploi (ARE).",
                    "Nature : ARE. Retenue retraite complémentaire déduite.",
                    "Allocation de solidarité spécifique (ASS), versée à terme échu.",
                ),
                case.one(
                    "Ces sommes sont à déclarer à l'impôt.",
                    f"Reliquat de droits au dernier jour payé : {case.some(20, 600)} jours.",
                ),
            ),
        ),
        letter=case.desk.rng.random() < 0.5,
    )


def _rights_opened(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-ARE",
        who.role,
        case.one(*_PAYERS),
        case.one(
            "Notification de droits à l'allocation d'aide au retour à l'emploi",
            "Ouverture de droits ARE",
            "Notification de décision : admission à l'ARE",
            "Rechargement de vos droits",
        ),
        (
            *texts(
                "Madame, Monsieur,",
                case.one(
                    "Suite à votre demande d'allocations, nous vous informons de votre admission au bénéfice de l'ARE.",
                    "L'examen de votre dossier ouvre droit à une allocation chômage dans les conditions suivantes.",
                ),
            ),
            Fields(
                (
                    ("Salaire journalier de référence", case.sum(45, 90)),
                    ("Allocation journalière brute", case.sum(30, 50)),
                    ("Allocation journalière nette", case.sum(27, 48)),
                    ("Durée maximale d'indemnisation", f"{case.some(122, 730)} jours"),
                    ("Début d'indemnisation", case.short(10, 200)),
                    ("Différé et délai d'attente", f"{case.some(7, 60)} jours"),
                )
            ),
            Text("Le premier paiement interviendra après actualisation. Recours : deux mois auprès du médiateur."),
        ),
        letter=True,
    )


def _solidarity_allowance(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-ARE",
        who.role,
        case.one(*_PAYERS),
        case.one("Allocation de solidarité spécifique", "Renouvellement de l'ASS", "Notification ASS – fin de droits"),
        (
            *texts(
                f"Vos droits à l'allocation d'aide au retour à l'emploi ont pris fin le {case.short(30, 90)}.",
                f"Vous êtes admis{who.gendered('e', '')} à percevoir l'allocation de solidarité spécifique pour six "
                f"mois, au taux journalier de {case.one('18,17', '19,01', '16,74')} €, selon vos ressources.",
                f"Montant mensuel estimé pour 30 jours : {case.sum(480, 580)}. Paiement vers le 5 du mois.",
                case.one("Identifiant : " + _identifier(case), "Le directeur régional"),
            ),
        ),
        letter=True,
    )


def _payments_on_the_web(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-ARE",
        who.role,
        case.one("francetravail.fr – Mes allocations", "pole-emploi.fr – Mes paiements", "Appli Mon Espace"),
        case.one("Mes derniers paiements", "Mon allocation", "Mes périodes indemnisées", "Paiement effectué"),
        (
            Heading(f"{who.full} – mes droits"),
            Fields(monthly(case, case.some(2, 5), 1010)),
            *texts(
                case.one(
                    f"ARE journalière nette : {case.sum(28, 45)}. Solde de mes droits : {case.some(30, 500)} jours.",
                    f"Paiement du {case.short(2, 15)} : virement d'allocation chômage sur votre compte.",
                ),
                "Prochain paiement estimé après actualisation.",
            ),
        ),
        foot=f"https://candidat.francetravail.fr/mesallocations {case.short(1, 9)} 1/1",
    )


WRITERS: Writers = {
    "PRO-DEM": to_learn(*wordy(_situation_notice, _registration_notified, _history_of_registration, _personal_page)),
    "RES-ARE": to_learn(*wordy(_payments_listed, _rights_opened, _solidarity_allowance, _payments_on_the_web)),
}
