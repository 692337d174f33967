"""Other ways of wording contracts of those who learn at work: apprentices and trainees (PRO-APP, PRO-STA)."""

from __future__ import annotations

from datetime import timedelta

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

_DIPLOMAS = (
    "CAP Cuisine",
    "BTS Management commercial opérationnel",
    "Bac pro Métiers de l'électricité",
    "Titre professionnel Assistant de vie aux familles",
    "Licence professionnelle Logistique",
    "BP Coiffure",
)


def _apprenticeship_form(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-APP",
        who.role,
        case.one("MINISTÈRE DU TRAVAIL", "République française", "Ministère chargé de la formation professionnelle"),
        case.one("Contrat d'apprentissage", "Contrat d'apprentissage (art. L. 6211-1 et suivants du code du travail)"),
        (
            Choices((("Employeur privé", True), ("Employeur « public »", False))),
            Filled((("Nom et prénom ou dénomination", case.home.employeur), ("N° SIRET", case.home.siret))),
            Heading("L'apprenti(e)"),
            Filled(
                (
                    ("Nom de naissance et prénom", who.full),
                    ("NIR de l'apprenti", case.nir(who)),
                    ("Date de naissance", f"{who.naissance:%d/%m/%Y}"),
                    ("Situation avant ce contrat", case.one("scolaire", "salarié", "inscrit à Pôle emploi")),
                )
            ),
            Heading("Le maître d'apprentissage"),
            Filled((("Nom et prénom", case.third()),)),
            Leaf(),
            Heading("Le contrat et la formation"),
            Filled(
                (
                    ("Date de début d'exécution", case.short(30, 300)),
                    ("Date de fin du contrat", case.ahead(60, 500)),
                    ("1re année : % du SMIC", str(case.one("43", "53", "61", "100"))),
                    ("Diplôme ou titre visé", case.one(*_DIPLOMAS)),
                    ("Dénomination du CFA responsable", f"CFA de {case.commune}"),
                )
            ),
        ),
        form=case.one("cerfa n° 10103*09", "cerfa FA13 n° 10103*07", "cerfa 10103*11"),
        signer=case.one("L'employeur – L'apprenti", "Visa du CFA"),
    )


def _professional_contract(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-APP",
        who.role,
        case.one("OPCO", "Opérateur de compétences", "Direccte / Dreets"),
        case.one("Contrat de professionnalisation", "Contrat de professionnalisation – CDD", "Contrat en alternance"),
        (
            Fields(
                (
                    ("Employeur", case.home.employeur),
                    ("SIRET", case.home.siret),
                    ("Salarié", who.full),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("Tuteur", case.third()),
                    ("Emploi occupé", case.home.metier),
                    ("Durée du contrat", f"{case.some(6, 24)} mois, dont {case.some(150, 600)} h de formation"),
                    ("Organisme de formation", f"GRETA de {case.commune}"),
                    ("Certification visée", case.one(*_DIPLOMAS)),
                    ("Salaire brut mensuel à l'embauche", case.sum(1000, 1800)),
                )
            ),
            Text(
                case.one(
                    "Le contrat est adressé à l'OPCO dans les cinq jours qui suivent le début de son exécution.",
                    "L'employeur et le titulaire s'engagent à respecter le programme de formation annexé.",
                    "Période d'essai : un mois. Convention collective de la branche.",
                )
            ),
        ),
        form=case.one("cerfa n° 12434*03", "cerfa 12434*04", ""),
        signer="L'employeur / Le salarié",
    )


def _deposit_by_skills_operator(case: Case) -> Paper:
    who = case.who
    return Paper(
        "PRO-APP",
        who.role,
        case.one("OPCO COMMERCE", "OPCO DE L'ARTISANAT", "CHAMBRE DE MÉTIERS ET DE L'ARTISANAT"),
        case.one(
            "Notification de dépôt du contrat d'apprentissage",
            "Accord de prise en charge – contrat d'apprentissage",
            "Enregistrement de votre contrat d'apprentissage",
        ),
        (
            *texts(
                case.one("Madame, Monsieur,", f"Cher {who.gendered('Madame', 'Monsieur')},"),
                f"Le contrat d'apprentissage conclu entre {case.home.employeur} et {who.full} a été "
                + case.one("déposé et accepté.", "enregistré par nos services.", "jugé conforme et pris en charge."),
            ),
            Table(
                (
                    ("N° de dépôt", "Apprenti", "Du", "Au"),
                    (case.number(12), who.full, case.short(30, 300), case.ahead(60, 600)),
                ),
                (1.4, 1.6, 1, 1),
            ),
            Text(f"Formation : {case.one(*_DIPLOMAS)}. Maître d'apprentissage : {case.third()}."),
        ),
        letter=True,
        signer=case.one("", "Le conseiller formation"),
    )


def _public_apprenticeship(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-APP",
        who.role,
        case.one(f"COMMUNE DE {case.commune}", f"CENTRE HOSPITALIER DE {case.commune}", "CFA DES MÉTIERS"),
        case.one("Convention tripartite d'apprentissage", "Contrat d'apprentissage – secteur public", "Alternance"),
        (
            *texts(
                f"Entre l'employeur ({case.home.employeur}), le centre de formation d'apprentis et l'apprenti "
                f"{case.known(who)}, il est convenu :",
                f"Article 1. L'apprenti prépare le diplôme suivant : {case.one(*_DIPLOMAS)}, en alternance au CFA.",
                f"Article 2. Il est confié à un maître d'apprentissage, {case.third()}.",
                f"Article 3. Le contrat débute le {case.long(30, 300)} pour {case.one('un an', 'deux ans')}. "
                f"Rémunération : {case.one('43', '51', '67', '78')} % du SMIC.",
                case.one(
                    "Article 4. Durant les quarante-cinq premiers jours en entreprise, chacun peut rompre le contrat.",
                    "Article 4. L'apprenti suit avec assiduité les cours ; ses absences sont signalées à l'employeur.",
                ),
            ),
        ),
        signer="L'employeur, l'apprenti, le CFA",
        seal=("CFA",),
    )


def _internship_agreement(case: Case) -> Paper:
    who = case.adult()
    start = case.desk.day - timedelta(days=case.some(5, 60))
    return Paper(
        "PRO-STA",
        who.role,
        case.one(*case.home.world.ecoles),
        case.one(
            "Convention de stage", "Convention de stage en milieu professionnel", "Convention tripartite de stage"
        ),
        (
            Table(
                (
                    ("1 – Établissement d'enseignement", "2 – Organisme d'accueil"),
                    (case.one(*case.home.world.ecoles), case.home.employeur),
                    ("Enseignant référent : " + case.third(), "Tuteur : " + case.third()),
                ),
                (1, 1),
            ),
            Heading("3 – Le stagiaire"),
            Fields((("Nom", who.full), ("Né(e) le", f"{who.naissance:%d/%m/%Y}"), ("Adresse", case.home.rue))),
            Text(
                f"Dates : du {start:%d/%m/%Y} au {case.ahead(30, 120)}, soit {case.some(220, 900)} heures de présence."
            ),
            Heading(case.one("Article 5 – Gratification", "Gratification, avantages")),
            Text(f"La gratification est fixée à {case.one('4,05', '4,35', '3,90')} € par heure de stage effectif."),
            Leaf(),
            Heading("Article 6 – Protection sociale, confidentialité, interruption"),
            *texts(
                "Pendant la durée du stage, le stagiaire reste affilié à son régime de sécurité sociale antérieur.",
                "Le stagiaire est tenu à la discrétion. La convention est signée par toutes les parties.",
            ),
        ),
        signer="Le stagiaire",
        numbered=True,
    )


def _work_experience_by_jobcentre(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-STA",
        who.role,
        case.one("FRANCE TRAVAIL", "MISSION LOCALE", f"LYCÉE PROFESSIONNEL DE {case.commune}"),
        case.one(
            "Convention relative à la mise en œuvre d'une période de mise en situation professionnelle",
            "Convention de stage – PMSMP",
            "Convention de période de formation en milieu professionnel",
        ),
        (
            Filled(
                (
                    ("Bénéficiaire / stagiaire", who.full),
                    ("Structure d'accueil", case.home.employeur),
                    ("Du ... au ...", f"{case.short(5, 30)} au {case.ahead(3, 30)}"),
                    ("Tuteur dans la structure", case.third()),
                )
            ),
            Text(
                case.one(
                    "Objectif : découvrir un métier. Le bénéficiaire garde son statut ; nulle rémunération n'est due.",
                    "Le stagiaire demeure sous statut scolaire. L'organisme d'accueil assure son encadrement.",
                )
            ),
        ),
        form=case.one("cerfa n° 13912*04", ""),
        signer="L'organisme d'accueil",
    )


def _internship_confirmed_by_mail(case: Case) -> Paper:
    who = case.who
    return Paper(
        "PRO-STA",
        who.role,
        case.one(*case.home.world.ecoles),
        case.one("Votre convention de stage est signée", "Convention de stage validée", "Bureau des stages"),
        (
            Fields((("De", "stages@example.org"), ("À", case.home.courriel), ("Envoyé", case.short(3, 40)))),
            *texts(
                f"Bonjour {who.prenom},",
                f"La convention de stage n° {case.number(5)} entre l'établissement, {case.home.employeur} et vous-même "
                + case.one(
                    "est désormais signée par les trois parties.", "a été validée. Elle vaut convention signée."
                ),
                f"Stage du {case.short(5, 40)} au {case.ahead(30, 150)}, gratification mensuelle de "
                f"{case.sum(580, 700)}, tuteur de stage : {case.third()}.",
            ),
        ),
    )


WRITERS: Writers = {
    "PRO-APP": to_learn(
        *wordy(_apprenticeship_form, _professional_contract, _deposit_by_skills_operator, _public_apprenticeship)
    ),
    "PRO-STA": to_learn(*wordy(_internship_agreement, _work_experience_by_jobcentre, _internship_confirmed_by_mail)),
}
