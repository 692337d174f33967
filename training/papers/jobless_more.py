"""More papers of those who are on the list of jobseekers (PRO-DEM)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Leaf, Paper, Table, Text
from training.papers.several import said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _printed_from_the_web(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-DEM",
        who.role,
        case.one("France Travail", "pôle emploi", "francetravail.fr – Mon espace", "Pole-emploi.fr – candidat"),
        case.one(
            "Avis de situation déclarative",
            "Avis de situation",
            "Attestation d'inscription",
            "Ma situation de demandeur d'emploi",
        ),
        (
            Fields(
                (
                    ("Identifiant", f"{case.number(7)}{case.one('A', 'K', 'V')}"),
                    ("Nom, prénom", who.full),
                    (case.one("Né(e) le", "Date de naissance"), f"{who.naissance:%d/%m/%Y}"),
                    (case.one("Adresse déclarée", "Domicile"), case.home.rue),
                    ("Commune", case.home.ville),
                )
            ),
            Text(
                case.one(
                    f"est inscrit(e) sur la liste des demandeurs d'emploi depuis le {case.short(30, 900)}, catégorie "
                    f"{case.some(1, 5)}.",
                    f"Au {case.short(1, 9)}, votre situation est la suivante : demandeur d'emploi, catégorie "
                    f"{case.some(1, 5)}, inscription du {case.short(30, 900)}.",
                    f"La personne a été inscrite du {case.short(300, 900)} au {case.short(1, 30)} sans interruption.",
                )
            ),
            *several(
                case,
                1,
                "Dernière actualisation enregistrée : recherche un emploi à temps plein.",
                "Vous êtes actuellement indemnisé(e) au titre de l'allocation d'aide au retour à l'emploi (ARE).",
                "Aucune allocation ne vous est versée à ce jour.",
                "Cet avis reprend les éléments que vous avez déclarés lors de votre inscription et de vos "
                "actualisations. Si l'un d'eux est erroné, signalez-le depuis la rubrique « Mes changements de "
                "situation » ou auprès de votre conseiller. Toute fausse déclaration expose à une radiation et au "
                "remboursement des sommes indûment perçues.",
                "L'exactitude de ces informations peut être vérifiée auprès de votre agence.",
                "Ce document est délivré à votre demande pour faire valoir vos droits auprès des organismes.",
                "Pensez à vous actualiser entre le 28 de ce mois et le 15 du mois suivant.",
            ),
        ),
        foot=case.one(
            "", f"https://candidat.example.org/espacepersonnel/avis – {case.short(1, 9)} 10:{case.number(2)}"
        ),
    )


def _old_card_and_letter(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-DEM",
        who.role,
        case.one("ANPE", "ASSEDIC", "Agence nationale pour l'emploi", "ANPE – Agence locale", "Assédic"),
        case.one(
            "Notification d'inscription comme demandeur d'emploi",
            "Carte de demandeur d'emploi",
            "Attestation d'inscription à l'ANPE",
            "Inscription sur la liste des demandeurs d'emploi",
        ),
        (
            *texts(
                f"{who.civility} {who.nom.upper()},",
                case.one(
                    f"Suite à votre entretien du {case.short(3, 30)}, vous êtes "
                    f"{who.gendered('inscrite', 'inscrit')} comme demandeur d'emploi à compter du "
                    f"{case.short(30, 400)}, en catégorie {case.some(1, 3)}.",
                    f"Votre inscription a été enregistrée sous le numéro {case.number(7)}{case.one('B', 'D', 'L')}. "
                    "Vous rechercherez un emploi à durée indéterminée, à plein temps.",
                ),
                case.one(
                    "Ne perdez pas cette carte : elle vous sera demandée pour toute démarche à l'agence.",
                    "Chaque mois, vous recevrez une déclaration de situation mensuelle à renvoyer par la poste.",
                    "Tout changement d'adresse, reprise d'emploi ou maladie doit être signalé sous 72 heures.",
                ),
            ),
            Table(
                (
                    ("Date", "Agence", "Visa"),
                    (case.short(30, 60), case.commune.title(), "A"),
                    (case.short(5, 29), case.commune.title(), "A"),
                ),
                (1, 2, 1),
            ),
            Text(said(case, "Code ROME : 1 1 1 2 2.", "Antenne n° 042.", "Dossier transmis au service indemnisation.")),
        ),
        letter=case.some(0, 1) == 1,
        references=(f"N° Assédic {case.number(7)}",),
    )


def _confirmation_of_registration(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-DEM",
        who.role,
        case.one("France Travail", "Pôle emploi", "Réseau pour l'emploi – France Travail", "Pôle emploi – agence"),
        case.one(
            "Votre inscription est confirmée",
            "Notification d'inscription",
            "Votre inscription en tant que demandeur d'emploi",
            "Courrier de bienvenue",
        ),
        (
            Text(f"{who.civility}, " + case.one("votre demande a été traitée.", "nous vous confirmons ce qui suit.")),
            Fields(
                (
                    (case.one("Date d'inscription", "Effet"), case.short(3, 90)),
                    (
                        "Catégorie",
                        f"{case.some(1, 5)} – {case.one('immédiatement disponible', 'en formation', 'emploi')}",
                    ),
                    (case.one("Votre conseiller", "Référent"), case.third()),
                    ("Agence", case.commune.title()),
                    ("Métier recherché", case.home.metier),
                )
            ),
            Heading(case.one("Vos engagements", "Ce que vous devez faire", "Et maintenant ?")),
            *several(
                case,
                2,
                "Actualisez-vous chaque mois, même sans allocation, sous peine de radiation.",
                "Un contrat d'engagement sera signé avec votre conseiller dans le mois.",
                "Votre droit à indemnisation fait l'objet d'un courrier séparé.",
                "Vous devez accomplir des actes positifs et répétés de recherche d'emploi.",
                "Vous pouvez contester cette décision devant le directeur de l'agence sous deux mois.",
                "Le bénéficiaire du RSA est inscrit automatiquement depuis le 1er janvier 2025.",
            ),
        ),
        letter=True,
        signer=case.one("", "Le directeur de l'agence"),
        foot=case.one("", "Retrouvez ce courrier dans votre espace personnel, rubrique Mes échanges."),
    )


def _periods_and_history(case: Case) -> Paper:
    who = case.adult()
    rows = tuple(
        (case.short(200 * k + 100, 200 * k + 180), case.short(200 * k, 200 * k + 99), str(case.some(1, 5)), reason)
        for k, reason in enumerate(
            case.desk.rng.sample(("reprise d'emploi", "en cours", "entrée en stage", "cessation", "radiation"), 3)
        )
    )
    return Paper(
        "PRO-DEM",
        who.role,
        case.one("France Travail – service attestations", "Pôle emploi services", "Plateforme de services"),
        case.one(
            "Attestation des périodes d'inscription",
            "Historique de vos inscriptions",
            "Relevé de périodes de chômage",
            "Attestation pour la retraite",
        ),
        (
            Text(
                case.one(
                    f"{case.named(who)} a été {who.gendered('inscrite', 'inscrit')} comme demandeur d'emploi aux dates "
                    "suivantes :",
                    f"Liste des demandeurs d'emploi : périodes de {case.known(who)}.",
                )
            ),
            Table((("Début", "Fin", "Cat.", "Motif"), *rows), (1.2, 1.2, 0.6, 2)),
            Choices((("inscrit(e) à la date d'édition", True), ("non inscrit(e)", False))),
            Leaf(),
            Text("Catégories : 1, sans emploi à la recherche d'un CDI ; 5, pourvu d'un emploi."),
            Text(
                said(
                    case,
                    "Les périodes antérieures à 2009 ont été établies par l'ANPE et l'Assédic.",
                    "Document non valable pour l'ouverture d'un droit à l'étranger.",
                    "Article L. 5411-1 du code du travail.",
                )
            ),
        ),
        references=(f"Identifiant {case.number(8)}",),
        numbered=True,
    )


WRITERS: Writers = {
    "PRO-DEM": to_learn(
        _printed_from_the_web, _old_card_and_letter, _confirmation_of_registration, _periods_and_history
    ),
}
