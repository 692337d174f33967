"""Other ways of certifying that somebody studies, and what grant is given for it (PRO-ETU, RES-BOU)."""

from __future__ import annotations

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

_STUDIES = (
    "Licence 2 Droit",
    "Master 1 Sciences de l'éducation",
    "BUT Génie civil, 1re année",
    "Institut de formation en soins infirmiers, 2e année",
    "BTS Tourisme, 2e année",
    "Diplôme d'État d'éducateur spécialisé",
)
_HALL = ("CROUS", "Centre régional des œuvres universitaires et scolaires", "Les Crous – etudiant.gouv.fr")


def _session(case: Case) -> str:
    """« 2024-2025 »: the school year of the day."""
    first = case.year if case.desk.day.month > 7 else case.year - 1
    return case.one(f"{first}-{first + 1}", f"{first}/{first + 1}", f"{first} - {first + 1}")


def _ine(case: Case) -> str:
    return case.number(9) + case.one("AB", "HK", "JD")


def _university_certificate(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-ETU",
        who.role,
        case.one(*case.home.world.ecoles),
        case.one(
            "Certificat de scolarité", "Certificat d'inscription", "Attestation d'inscription", "Scolarité – certificat"
        ),
        (
            Text(case.one("Le président de l'université certifie que", "Le service de la scolarité atteste que")),
            Fields(
                (
                    (case.one("L'étudiant(e)", "Nom, prénom"), case.named(who)),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("N° étudiant", case.number(8)),
                    ("N° INE", _ine(case)),
                    (case.one("Année universitaire", "Session"), _session(case)),
                    (case.one("Est inscrit(e) en", "Diplôme préparé"), case.one(*_STUDIES)),
                    ("Régime", case.one("formation initiale", "formation continue", "apprentissage")),
                )
            ),
            Text(
                case.one(
                    "L'étudiant a acquitté ses droits d'inscription et la contribution vie étudiante (CVEC).",
                    "Ce certificat ne vaut pas attestation d'assiduité.",
                    "Fait pour valoir ce que de droit. Toute falsification est passible de poursuites.",
                )
            ),
        ),
        signer=case.one("Le président", "La responsable de scolarité", "Le doyen"),
        seal=("SCOLARITÉ",),
    )


def _school_letter(case: Case) -> Paper:
    who = case.child() or case.adult()
    return Paper(
        "PRO-ETU",
        who.role,
        case.one(f"LYCÉE DE {case.commune}", f"COLLÈGE DE {case.commune}", f"GRETA DE {case.commune}", "ÉCOLE"),
        case.one("Certificat de scolarité", "Exeat et certificat de scolarité", "Attestation de scolarité"),
        (
            *texts(
                f"Je soussigné, {case.third()}, chef d'établissement, certifie que l'élève {who.full}, "
                f"{case.born(who)},",
                case.one("fréquente régulièrement", "est inscrit sur les registres de", "suit les cours de")
                + f" notre établissement pour l'année scolaire {_session(case)}, "
                + case.one("en classe de seconde.", "en CM1.", "en terminale professionnelle.", "en 4e B, externe."),
                case.one("Délivré à la demande de la famille.", "Certificat établi pour servir et valoir."),
            ),
        ),
        lines=(f"Académie – UAI {case.number(7)}A",),
        signer=case.one("Le proviseur", "La principale", "Le directeur"),
        seal=("LE CHEF", "D'ÉTABLISSEMENT"),
    )


def _student_card_on_paper(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-ETU",
        who.role,
        case.one(*case.home.world.ecoles),
        case.one("Carte d'étudiant", "Carte étudiant des métiers", "Carte multiservices – étudiant", "Carte de lycéen"),
        (
            Fields(
                (
                    ("Nom", who.nom.upper()),
                    ("Prénom", who.prenom),
                    ("INE", _ine(case)),
                    ("Année", _session(case)),
                    ("Formation", case.one(*_STUDIES)),
                    ("Bibliothèque", case.number(12)),
                )
            ),
            Text(case.one("Carte strictement personnelle.", "Valable une année universitaire. Restauration Crous.")),
        ),
    )


def _enrolment_by_mail(case: Case) -> Paper:
    who = case.who
    return Paper(
        "PRO-ETU",
        who.role,
        case.one("Espace numérique de travail", "Service des inscriptions", "Parcoursup / Inscription administrative"),
        case.one("Votre inscription est confirmée", "Mon dossier étudiant", "Inscription administrative validée"),
        (
            Fields((("Étudiant", who.full), ("Courriel", case.home.courriel), ("Dossier", case.number(8)))),
            *texts(
                f"Bonjour {who.prenom},",
                f"Votre inscription en {case.one(*_STUDIES)} pour l'année {_session(case)} est "
                + case.one("définitive.", "validée depuis le paiement de vos droits.", "enregistrée."),
                case.one(
                    "Votre certificat de scolarité est disponible dans votre espace. La rentrée a lieu le 9 septembre.",
                    "Votre numéro INE et votre carte d'étudiant vous seront remis à l'accueil de la scolarité.",
                ),
            ),
        ),
        foot=f"https://ent.example.org/scolarite/inscription – {case.short(5, 90)} – page 1 sur 1",
    )


def _conditional_grant(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-BOU",
        who.role,
        case.one(*_HALL),
        case.one(
            "Notification conditionnelle de bourse",
            "Dossier social étudiant – notification",
            "Décision d'attribution de bourse",
            "Notification définitive",
        ),
        (
            *texts(
                f"{case.named(who)}, n° INE {_ine(case)},",
                f"J'ai le plaisir de vous informer qu'une bourse sur critères sociaux de l'enseignement supérieur vous "
                f"est {case.one('attribuée', 'accordée')} pour {_session(case)}.",
            ),
            Fields(
                (
                    ("Échelon", case.one("0 bis", "1", "3", "5", "7")),
                    ("Montant annuel", case.sum(1400, 6300)),
                    ("Nombre de mensualités", "10"),
                    ("Établissement", case.one(*case.home.world.ecoles)),
                )
            ),
            Text(
                case.one(
                    "Le maintien de la bourse est subordonné à votre assiduité aux cours et aux examens.",
                    "Vous êtes exonéré du paiement des droits universitaires et de la CVEC.",
                    "Cette décision peut être contestée dans un délai de deux mois auprès du recteur.",
                )
            ),
        ),
        letter=True,
        signer=case.one("Le recteur", "Le directeur général du Crous"),
    )


def _school_grant(case: Case) -> Paper:
    child = case.child() or case.who
    return Paper(
        "RES-BOU",
        child.role,
        case.one(f"LYCÉE DE {case.commune}", "DIRECTION DES SERVICES DÉPARTEMENTAUX DE L'ÉDUCATION NATIONALE"),
        case.one("Notification d'attribution de bourse nationale", "Bourse de lycée", "Bourse de collège – décision"),
        (
            Text(f"Élève : {child.full}. Année scolaire {_session(case)}. Responsable : {case.named(case.who)}."),
            Table(
                (
                    ("Échelon", "Bourse annuelle", "Prime", "Par trimestre"),
                    (case.one("2", "4", "6"), case.sum(300, 1000), "0,00 €", case.sum(100, 330)),
                ),
                (1, 1.5, 1, 1.5),
            ),
            Text(
                case.one(
                    "La bourse est déduite des frais de demi-pension et le reliquat versé à la famille.",
                    "Vous disposez de deux mois pour former un recours contre la présente décision.",
                )
            ),
        ),
        signer="L'inspecteur d'académie",
    )


def _grant_paid_each_month(case: Case) -> Paper:
    who = case.who
    share = case.sum(145, 630)
    return Paper(
        "RES-BOU",
        who.role,
        case.one("etudiant.gouv.fr – Ma bourse", *_HALL),
        case.one(
            "Suivi du paiement de votre bourse", "Mes versements", "Attestation de boursier", "Bourse – paiements"
        ),
        (
            Text(f"Bénéficiaire : {who.full} – boursier échelon {case.some(1, 7)} – {_session(case)}"),
            Table(
                (
                    ("Mensualité", "Date", "Montant"),
                    *((case.month(k).capitalize(), case.short(5 + 30 * k, 9 + 30 * k), share) for k in range(4)),
                ),
                (2, 1.4, 1.2),
            ),
            Text(
                case.one("Versement effectué avant le 5 de chaque mois.", "Statut du dossier : complet, en paiement.")
            ),
        ),
        foot=case.one("https://messervices.etudiant.gouv.fr/envole/paiement", ""),
    )


def _regional_training_grant(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "RES-BOU",
        who.role,
        case.one("CONSEIL RÉGIONAL", "RÉGION – Direction des formations sanitaires et sociales"),
        case.one("Bourse d'études sanitaires et sociales", "Arrêté d'attribution d'une bourse régionale", "Bourse"),
        (
            Heading(case.one("Décision", "Arrêté")),
            *texts(
                f"Vu la demande de bourse de {case.named(who)}, étudiant en soins, {_session(case)},",
                f"Article 1er. Une bourse d'un montant annuel de {case.sum(1500, 6000)} (échelon "
                f"{case.some(1, 7)}) est accordée à l'intéressé.",
                "Article 2. Elle est versée mensuellement sous réserve de la présence effective en formation.",
            ),
        ),
        signer="Le président du conseil régional",
        letter=case.desk.rng.random() < 0.5,
    )


WRITERS: Writers = {
    "PRO-ETU": to_learn(*wordy(_university_certificate, _school_letter, _student_card_on_paper, _enrolment_by_mail)),
    "RES-BOU": to_learn(*wordy(_conditional_grant, _school_grant, _grant_paid_each_month, _regional_training_grant)),
}
