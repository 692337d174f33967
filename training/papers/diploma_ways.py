"""Other ways of wording diplomas and marks (HPR-DIP)."""

from __future__ import annotations

from training.desk import long_date
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.outside_asides import DIPLOMAS
from training.papers.several import said, several
from training.papers.writers import Writers, to_learn


def _diploma_of_university(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-DIP",
        who.role,
        case.one("RÉPUBLIQUE FRANÇAISE", *case.home.world.ecoles, "Ministère de l'Enseignement supérieur"),
        case.one(
            "Diplôme de licence", "Diplôme de master", "Diplôme national de master", "Diplôme d'université", "Maîtrise"
        ),
        (
            Text(
                "Vu le code de l'éducation ; vu les procès-verbaux du jury attestant que "
                f"{case.named(who)}, {case.born(who)}, a satisfait aux épreuves ;"
            ),
            Text(
                case.one(
                    f"le diplôme est conféré, au titre de l'année {case.some(1998, 2023)}, pour en jouir "
                    "avec les droits et prérogatives qui y sont attachés.",
                    "est décerné, domaine "
                    f"{case.one('sciences humaines', 'droit, économie, gestion', 'sciences et technologies')}, "
                    f"avec la mention {case.one('bien', 'assez bien', 'passable')}.",
                )
            ),
            Text(
                case.one(
                    "Fait sous le sceau de l'université.",
                    "Le titulaire, le président, le recteur d'académie, chancelier des universités.",
                )
            ),
        ),
        references=(f"N° d'enregistrement {case.number(8)}",),
        signer=case.one("Le recteur, chancelier des universités", "Le président de l'université"),
        seal=case.desk.rng.choice(((), ("UNIVERSITÉ", "RECTORAT"))),
        motif="P01",
    )


def _marks_of_examination(case: Case) -> Paper:
    who = case.adult()
    rows = tuple(
        (name, str(weight), f"{case.some(5, 18)},{case.one('00', '50')}")
        for name, weight in (
            ("Français", 5),
            ("Mathématiques", 6),
            ("Histoire-géographie", 3),
            ("Langue vivante 1", 3),
            ("Philosophie", 4),
            ("EPS", 2),
        )
    )
    return Paper(
        "HPR-DIP",
        who.role,
        case.one(
            "Académie de Nancy-Metz – Division des examens",
            "RECTORAT",
            "Service interacadémique des examens et concours",
        ),
        case.one(
            "Relevé de notes",
            "Relevé de notes du baccalauréat",
            "Collante : résultats du baccalauréat",
            "Brevet de technicien supérieur – notes",
        ),
        (
            Fields(
                (
                    ("Candidat", who.full),
                    ("N° candidat", case.number(10)),
                    ("Session", str(case.some(1998, 2024))),
                    ("Série / spécialité", case.one("ES", "STMG", "Générale", "Pro commerce")),
                )
            ),
            Table((("Épreuve", "Coef.", case.one("Note sur 20", "Note/20")), *rows), (4, 1, 1)),
            Text(
                case.one(
                    "Décision du jury : admis",
                    "Admis, mention assez bien",
                    f"Total : {case.some(240, 330)} points – Admis au 1er groupe",
                )
            ),
            Text(
                said(
                    case,
                    "Relevé à conserver : il n'en sera pas délivré de duplicata.",
                    "Le diplôme sera retiré au lycée.",
                    "Recours : deux mois.",
                )
            ),
        ),
        motif="P01",
    )


def _certificate_of_trade(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-DIP",
        who.role,
        case.one(
            "MINISTÈRE DE L'ÉDUCATION NATIONALE",
            "MINISTÈRE CHARGÉ DE L'EMPLOI",
            "Académie de Strasbourg",
            "Chambre de métiers",
        ),
        case.one(
            "Certificat d'aptitude professionnelle",
            "Titre professionnel",
            "Brevet d'études professionnelles",
            "Brevet professionnel",
        ),
        (
            Text(
                "Spécialité : "
                f"{case.one('cuisine', 'maçon', 'employé de commerce', 'petite enfance', 'menuisier fabricant')}",
                bold=True,
            ),
            Text(
                case.one(
                    f"délivré à {case.known(who)}",
                    f"Le jury déclare {who.full} {who.gendered('reçue', 'reçu')}",
                    f"a été obtenu par {case.named(who)}",
                )
            ),
            *several(
                case,
                1,
                f"à la session de juin {case.some(1998, 2023)}, par la voie de l'apprentissage.",
                "Niveau 3 du cadre national des certifications professionnelles. Code RNCP mentionné au verso.",
                "Le présent titre atteste les compétences évaluées ; il est enregistré sous le numéro ci-dessus.",
                "par validation des acquis de l'expérience.",
            ),
        ),
        references=(f"Diplôme n° {case.number(7)}",),
        signer=case.one("Le recteur", "Le directeur départemental", "Le président du jury"),
        motif="P01",
    )


def _proof_of_success(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-DIP",
        who.role,
        case.one(*case.home.world.ecoles, "Institut de formation aux soins", "GRETA de Lorraine"),
        case.one(
            "Attestation de réussite",
            "Attestation de réussite au diplôme",
            "Attestation de niveau de langue – DELF B1",
            "Attestation d'obtention",
        ),
        (
            Text(
                f"Je {case.one('soussigné', 'soussignée')}, responsable de la "
                f"scolarité, atteste que {case.known(who)}, a obtenu :"
            ),
            Text(
                case.one(
                    "le DELF, niveau B1 du cadre européen",
                    "le diplôme d'État d'aide-soignant",
                    "la licence professionnelle",
                    "le diplôme d'accès aux études universitaires",
                ),
                bold=True,
            ),
            Table(
                (
                    ("Unité", "Crédits ECTS", "Résultat"),
                    ("Semestre 1", "30", "validé"),
                    ("Semestre 2", "30", "validé par compensation"),
                ),
                (2, 1, 2),
            ),
            Text(
                said(
                    case,
                    "Cette attestation tient lieu de diplôme jusqu'à sa remise.",
                    "Aucun duplicata.",
                    f"Délibération du jury du {case.long(30, 900)}.",
                )
            ),
        ),
        signer=case.third(),
        motif="P01",
    )


def _school_certificate(case: Case) -> Paper:
    who = case.child() or case.adult()
    return Paper(
        "HPR-DIP",
        who.role,
        case.one("Éducation nationale", "Collège des Forges", "DSDEN – service des examens"),
        case.one(
            "Diplôme national du brevet",
            "Bulletin du 2e trimestre",
            "Certificat de formation générale",
            "Résultats – DNB",
        ),
        (
            Text(
                f"{case.one('Élève', 'Candidat', 'Délivré à')} : {who.full}, {who.born} le {long_date(who.naissance)}"
            ),
            Table(
                (
                    ("Discipline", "Moyenne", "Appréciation"),
                    *(
                        (name, f"{case.some(6, 18)}", case.one("Bon trimestre", "Peut mieux faire", "Satisfaisant"))
                        for name in ("Français", "Maths", "Anglais", "SVT")
                    ),
                ),
                (2, 1, 3),
            ),
            Text(
                case.one(
                    "Mention : bien. Admis.",
                    "Le conseil de classe encourage l'élève.",
                    "Socle commun : maîtrise satisfaisante.",
                )
            ),
        ),
        signer=case.one("Le principal", "L'inspecteur d'académie"),
        motif="P01",
    )


WRITERS: Writers = {
    "HPR-DIP": to_learn(
        *with_asides(
            DIPLOMAS,
            _diploma_of_university,
            _marks_of_examination,
            _certificate_of_trade,
            _proof_of_success,
            _school_certificate,
        )
    ),
}
