"""Notices that somebody is registered as looking for work (PRO-DEM)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.writers import Writers, to_learn

KEEP = (
    "Vous devez actualiser votre situation chaque mois, même si vous n'êtes pas indemnisé. Tout changement (reprise "
    "d'emploi, maladie, déménagement) doit être signalé dans les 72 heures."
)


def _notice_of_situation(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-DEM",
        who.role,
        case.one("FRANCE TRAVAIL", "FRANCE TRAVAIL GRAND EST", "PÔLE EMPLOI"),
        "Avis de situation",
        (
            Text(f"{case.named(who)},"),
            Text(
                f"Nous attestons que vous êtes {who.gendered('inscrite', 'inscrit')} sur la liste des demandeurs "
                f"d'emploi depuis le {case.short(60, 700)}, en catégorie {case.some(1, 5)}, à la date d'édition de "
                "cet avis."
            ),
            Fields(
                (
                    ("Identifiant", f"{case.number(7)}{case.one('A', 'F', 'K')}"),
                    ("Date de naissance", f"{who.naissance:%d/%m/%Y}"),
                    ("Emploi recherché", case.home.metier),
                    ("Dernière actualisation", case.short(3, 28)),
                    ("Situation d'indemnisation", case.one("Non indemnisé", "En cours d'indemnisation", "Rejet")),
                )
            ),
            Text(KEEP),
            Text(
                "Le présent avis ne vaut que pour la date indiquée. Fausses déclarations : articles L. 5124-1 et L. "
                "5426-1 et suivants du code du travail."
            ),
        ),
        lines=(f"Agence de {case.commune}", "Composez le 3949 (service gratuit)"),
        references=(f"N° de document : {case.number(10)}",),
        letter=True,
        signer=case.one("", "Le directeur d'agence"),
    )


def _registration_letter(case: Case) -> Paper:
    who = case.adult()
    word = who.gendered("inscrite", "inscrit")
    return Paper(
        "PRO-DEM",
        who.role,
        case.one("Pôle emploi", "France Travail"),
        case.one(
            "Notification d'inscription comme demandeur d'emploi", "Inscription sur la liste des demandeurs d'emploi"
        ),
        (
            Text(
                f"{who.civility}, à la suite de votre demande du {case.short(8, 40)}, vous êtes {word} comme "
                f"demandeur d'emploi sous le numéro {case.number(7)}{case.one('B', 'T', 'W')}."
            ),
            Heading("Votre projet personnalisé"),
            Table(
                (
                    ("Métier", "Zone", "Salaire attendu"),
                    (case.home.metier, f"{case.some(10, 40)} km", case.sum(1500, 2000)),
                ),
                (3, 2, 2),
            ),
            Text(
                f"Votre conseiller, {case.third()}, vous recevra le {case.ahead(5, 30)}. Votre espace est ouvert en "
                "ligne."
            ),
            Text(KEEP),
            Heading("Allocations"),
            Text(
                "L'étude de vos droits à l'allocation d'aide au retour à l'emploi est en cours ; vous recevrez un "
                "courrier séparé."
            ),
            Fields(
                (
                    ("Assuré", case.known(who)),
                    ("N° de sécurité sociale", case.nir(who)),
                    ("Code postal", case.home.ville),
                )
            ),
        ),
        lines=("Direction régionale", f"TSA {case.number(5)}"),
        letter=True,
        foot="Loi informatique et libertés : vous disposez d'un droit d'accès auprès de votre agence.",
        numbered=case.one("oui", "non") == "oui",
    )


def _proof_from_the_site(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-DEM",
        who.role,
        "France Travail – Mon espace",
        case.one("Attestation d'inscription", "Attestation d'inscription à France Travail"),
        (
            Text(
                f"Éditée le {case.short(1, 30)} depuis l'espace personnel. Vérifiable à l'aide du code "
                f"{case.number(9)}."
            ),
            Fields(
                (
                    ("Usager", f"{who.nom.upper()} {who.prenom}"),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("Identifiant usager", f"{case.number(10)}Z"),
                    ("Inscrit(e) depuis", case.short(30, 900)),
                    ("Disponibilité", case.one("immédiate, temps plein", "temps partiel", "activité réduite")),
                    ("Point d'accueil", case.commune.title()),
                )
            ),
            Text(
                "Cette personne recherche un emploi et actualise sa situation. Le document n'indique ni ne garantit "
                "le versement d'un revenu de remplacement. L'absence d'actualisation à la date fixée met fin à "
                "l'inscription le dernier jour du mois ; une nouvelle démarche en ligne est alors nécessaire."
            ),
        ),
        foot="Service public de l'emploi – ne pas jeter sur la voie publique.",
    )


def _history_of_periods(case: Case) -> Paper:
    who = case.adult()
    spans = tuple(
        (case.short(720 - 200 * rank, 860 - 200 * rank), case.short(560 - 180 * rank, 690 - 180 * rank), end)
        for rank, end in enumerate(("Reprise d'activité", "Défaut de déclaration mensuelle", "Entrée en formation"))
    )
    return Paper(
        "PRO-DEM",
        who.role,
        "OPÉRATEUR DU SERVICE PUBLIC DE L'EMPLOI",
        case.one("Historique d'inscription", "Relevé des périodes d'inscription", "Périodes de recherche d'emploi"),
        (
            Text(f"Concerne : {case.known(who)} – {case.address}"),
            Table((("Ouverture", "Clôture", "Cause"), *spans, (case.short(30, 150), "en cours", "")), (2, 2, 4)),
            Text(
                f"La personne citée est toujours à la recherche d'un poste de {case.home.metier} et suivie par notre "
                f"équipe de {case.commune.title()}. Pour les assistantes sociales, bailleurs et mutuelles, ce relevé "
                "remplace la carte de demandeur, qui n'est plus délivrée."
            ),
            Text(
                "Le relevé sert aussi à la caisse de retraite pour valider les trimestres de chômage non indemnisé. "
                "Une période omise peut être ajoutée sur présentation d'un justificatif."
            ),
            Text("Les périodes antérieures à 2009 relèvent des archives de l'ANPE et de l'Assédic."),
        ),
        lines=("France Travail", f"Site de {case.commune.title()}"),
        references=(f"Dossier régional {case.number(3)} / {case.number(8)}",),
        signer="Pour le responsable d'équipe",
        seal=("AGENCE LOCALE", case.commune),
        numbered=case.one("oui", "non") == "oui",
    )


def _admission_to_obligations(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-DEM",
        who.role,
        "France Travail",
        "Votre contrat d'engagement",
        (
            Text(
                f"{who.civility} {who.nom.upper()}, vous êtes {who.gendered('reconnue', 'reconnu')} en recherche "
                f"d'emploi. Ensemble, nous avons convenu le {case.short(10, 50)} des démarches ci-après."
            ),
            Fields(
                (
                    ("Vos coordonnées", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Votre référence", f"{case.number(8)} R"),
                    ("Votre référent", case.third()),
                    ("Durée hebdomadaire d'activité", f"{case.some(8, 20)} heures"),
                )
            ),
            Heading("Ce que vous faites"),
            Text(
                f"Candidater aux offres de {case.home.metier} ; suivre l'atelier CV ; mettre à jour le profil en ligne."
            ),
            Heading("Ce que nous faisons"),
            Text(
                "Un entretien tous les quinze jours, des offres ciblées, une aide à la mobilité et à la garde "
                "d'enfants."
            ),
            Leaf(),
            Text(
                "Le non-respect de ce contrat peut conduire à la suspension ou à la radiation (articles R. 5412-1 à "
                "R. 5412-8). Un recours préalable peut être formé auprès du médiateur."
            ),
        ),
        lines=(f"Agence {case.commune.title()} – accompagnement renforcé",),
        signer="L'usager et le référent",
        numbered=True,
    )


WRITERS: Writers = {
    "PRO-DEM": to_learn(
        _notice_of_situation, _registration_letter, _history_of_periods, _admission_to_obligations, _proof_from_the_site
    )
}
