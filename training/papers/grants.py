"""Student and pupil grants (RES-BOU)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Paper, Table, Text
from training.papers.writers import Writers, to_learn
from training.people import Someone

STEPS = ("0 bis", "1", "2", "3", "4", "5", "6", "7")


def _youngest(case: Case) -> Someone:
    return max(case.home.adults, key=lambda who: who.naissance)


def _school_year(case: Case) -> str:
    start = case.year if case.desk.day.month >= 8 else case.year - 1
    return f"{start}-{start + 1}"


def _final_notice(case: Case) -> Paper:
    who, step = _youngest(case), case.one(*STEPS)
    return Paper(
        "RES-BOU",
        who.role,
        f"CROUS DE {case.one('LORRAINE', 'STRASBOURG', 'REIMS')}",
        case.one("Notification définitive de bourse", "Bourse sur critères sociaux - notification définitive"),
        (
            Text(f"{case.known(who)},"),
            Text(
                f"J'ai l'honneur de vous faire connaître qu'une bourse sur critères sociaux, échelon {step}, vous est "
                f"attribuée à titre définitif pour l'année universitaire {_school_year(case)}. Son montant annuel est "
                f"de {case.sum(1454, 6335)}, payable en dix mensualités."
            ),
            Fields(
                (
                    ("INE", f"{case.number(10)}{case.one('A', 'F', 'H')}B"),
                    ("Établissement", case.one(*case.home.world.ecoles)),
                    ("Formation", case.one("Licence 2", "BTS 1re année", "Master 1", "BUT 3")),
                    ("Points de charge", str(case.some(0, 9))),
                    ("Revenu brut global retenu", case.amount(case.home.net * 11)),
                )
            ),
            Text(
                "Vous êtes exonéré(e) des droits de scolarité et de la contribution vie étudiante et de campus (CVEC). "
                "Le maintien de l'aide est soumis à l'assiduité aux cours et à la présence aux examens. Tout "
                "changement d'établissement doit être signalé."
            ),
            Text(
                "Recours gracieux ou contentieux possible dans les deux mois auprès du recteur ou du tribunal "
                "administratif."
            ),
        ),
        lines=("Dossier social étudiant", "Service des bourses"),
        references=(f"Académie - dossier n° {case.number(7)}", "Demande de bourse et/ou de logement"),
        letter=True,
        signer="Pour le recteur d'académie et par délégation",
    )


def _conditional_notice(case: Case) -> Paper:
    who = _youngest(case)
    return Paper(
        "RES-BOU",
        who.role,
        "Centre régional des œuvres universitaires et scolaires",
        case.one("Dossier social étudiant : décision", "Notification d'attribution de bourse"),
        (
            Fields(
                (
                    ("Étudiant", case.named(who)),
                    ("Adresse", case.address),
                    ("Numéro INE", f"{case.number(9)}JK"),
                    ("Année", _school_year(case)),
                )
            ),
            Heading("Décision relative à votre demande"),
            Table(
                (
                    ("Aide", "Décision", "Montant annuel"),
                    ("Bourse sur critères sociaux", f"échelon {case.one(*STEPS)}", case.sum(1454, 6335)),
                    ("Aide au mérite", case.one("non", "accordée"), ""),
                    ("Aide à la mobilité", "non", ""),
                    ("Logement en résidence", case.one("refus", "liste d'attente"), ""),
                ),
                (3, 2, 2),
            ),
            Text(
                "Cette décision ne devient définitive qu'après vérification de votre inscription par l'établissement "
                "d'accueil. Présentez cette notification au service de scolarité lors de votre inscription."
            ),
            Text("Calendrier prévisionnel des paiements : avant le 5 de chaque mois, de septembre à juin."),
        ),
        lines=("messervices.etudiant.gouv.fr",),
        references=(f"Identifiant {case.number(8)}",),
        foot="Toute fausse déclaration expose au reversement et aux sanctions de l'article 441-6 du code pénal.",
    )


def _health_school_grant(case: Case) -> Paper:
    who = _youngest(case)
    return Paper(
        "RES-BOU",
        who.role,
        "RÉGION HAUTS-DE-FRANCE",
        case.one("Aide aux études sanitaires et sociales", "Arrêté individuel d'aide régionale aux études"),
        (
            Text(
                f"Le président du conseil régional, vu le code général des collectivités territoriales, vu le code de "
                f"l'éducation, vu la demande déposée en ligne par {case.known(who)},"
            ),
            Text("ARRÊTE", bold=True),
            Text(
                f"Article 1er. Une aide d'un montant de {case.sum(1400, 6300)} est accordée pour {_school_year(case)}, "
                f"au rang {case.one(*STEPS)} du barème, pour suivre la formation d'"
                f"{case.one('aide-soignant', 'infirmier', 'éducateur spécialisé', 'auxiliaire de puériculture')} "
                f"dispensée par {case.one(*case.home.world.ecoles)}."
            ),
            Text(
                "Article 2. L'aide est versée en mensualités, sous réserve d'une attestation de présence. L'abandon de "
                "la formation entraîne l'émission d'un titre de recettes."
            ),
            Text("Article 3. Le directeur général des services est chargé de l'exécution du présent arrêté."),
        ),
        lines=("Direction de la formation professionnelle",),
        references=(f"Arrêté n° {case.year}.{case.number(5)}",),
        signer="Pour le président et par délégation",
        seal=("CONSEIL RÉGIONAL",),
        numbered=True,
    )


def _school_grant(case: Case) -> Paper:
    child = case.child()
    pupil = child.full if child else _youngest(case).full
    return Paper(
        "RES-BOU",
        "D",
        "ACADÉMIE DE TOULOUSE",
        case.one("Bourse nationale de lycée", "Décision relative à une bourse de collège"),
        (
            Text(f"À l'attention de {case.named(case.who)}, responsable de l'élève {pupil}."),
            Choices((("Votre demande est acceptée", True), ("Votre demande est rejetée", False))),
            Fields(
                (
                    ("Classe", case.one("2de professionnelle", "1re générale", "4e", "Terminale CAP")),
                    ("Barème obtenu", f"{case.some(1, 6)}e échelon"),
                    ("Par trimestre", case.sum(38, 341)),
                    ("Prime d'équipement", case.one("341,71 €", "néant")),
                    ("Versement à", "la famille, par l'établissement"),
                )
            ),
            Text(
                "La bourse est déduite de la pension ou de la demi-pension, le solde étant réglé en fin de trimestre. "
                "Elle est acquise pour toute la scolarité au lycée, sauf redoublement ou changement de situation "
                "familiale."
            ),
            Text(
                "Le revenu fiscal de référence et les enfants à charge ont été relevés sur l'avis d'imposition. Vous "
                "pouvez contester la décision dans les deux mois par recours gracieux, puis devant le tribunal "
                "administratif."
            ),
        ),
        lines=("Direction des services départementaux", "Pôle des bourses", case.home.ville),
        references=(f"Rentrée {_school_year(case)}",),
        signer="L'inspectrice d'académie",
    )


WRITERS: Writers = {
    "RES-BOU": to_learn(_final_notice, _conditional_notice, _health_school_grant, _school_grant),
}
