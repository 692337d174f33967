"""Diplomas, and marks obtained at school or university (HPR-DIP)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

OUT = "P01"
_HONOURS = ("passable", "assez bien", "bien", "très bien")


def _school(case: Case) -> str:
    return case.one(*case.home.world.ecoles)


def _marks(case: Case, *subjects: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (subject, f"{case.some(5, 18)},{case.one('00', '25', '50', '75')}", str(case.some(1, 6)))
        for subject in subjects
    )


def _degree(case: Case) -> Paper:
    who, year = case.adult(), case.year - case.some(1, 15)
    degree = case.one("Licence", "Master", "Doctorat", "Diplôme universitaire de technologie")
    return Paper(
        "HPR-DIP",
        who.role,
        "RÉPUBLIQUE FRANÇAISE",
        case.one(f"Diplôme de {degree}", f"{degree}", "Diplôme national"),
        (
            *texts(
                "Vu le code de l'éducation, notamment son article L. 613-1 ; vu l'arrêté d'accréditation ;",
                "Vu les pièces justificatives produites par l'intéressé"
                f"{who.gendered('e', '')} en vue de son inscription ;",
                f"Vu le procès-verbal du jury attestant que {case.known(who)} a satisfait au contrôle des "
                "connaissances et des aptitudes prévu par les textes réglementaires ;",
                f"Le diplôme, mention {case.one('Droit', 'Gestion', 'Lettres', 'Sciences de la vie')}, est conféré à",
            ),
            Text(case.named(who), bold=True),
            Text(f"au titre de l'année universitaire {year - 1}-{year}, avec la mention {case.one(*_HONOURS)}."),
        ),
        lines=("Ministère de l'enseignement supérieur", _school(case)),
        references=(f"N° d'enregistrement : {case.number(7)}",),
        signer="Le président, le recteur, chancelier",
        seal=(_school(case)[:20], "SCEAU"),
        motif=OUT,
    )


def _baccalaureate_marks(case: Case) -> Paper:
    who = case.adult()
    rows = _marks(
        case,
        *("Français écrit", "Français oral", "Philosophie", "Histoire-géographie", "Mathématiques"),
        *("Langue vivante A", "Langue vivante B", "Éducation physique", "Grand oral"),
    )
    return Paper(
        "HPR-DIP",
        who.role,
        f"ACADÉMIE DE {case.commune}",
        case.one("Relevé de notes du baccalauréat", "Relevé de notes – baccalauréat général", "Relevé de notes"),
        (
            Fields(
                (
                    ("Candidat", who.full),
                    ("N° d'inscription", case.number(8)),
                    ("Établissement", _school(case)),
                    ("Session", f"juin {who.naissance.year + 18}"),
                )
            ),
            Table((("Épreuve", "Note sur 20", "Coef."), *rows), (3, 1, 0.7)),
            Text(f"Décision du jury : ADMIS. Mention {case.one(*_HONOURS)}.", bold=True),
            Text(
                "Ce relevé ne remplace pas le diplôme. Aucun duplicata ne sera fourni. Les notes sont arrêtées "
                "souverainement par le jury et ne peuvent être contestées."
            ),
        ),
        lines=("Division des examens et concours",),
        motif=OUT,
    )


def _trade_certificate(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-DIP",
        who.role,
        "MINISTÈRE DE L'ÉDUCATION NATIONALE",
        case.one(
            "Certificat d'aptitude professionnelle", "Brevet d'études professionnelles", "Baccalauréat professionnel"
        ),
        (
            Text(
                f"Le recteur de l'académie délivre à {case.named(who)}, {case.born(who)}, le certificat de la "
                f"spécialité {case.one('Cuisine', 'Petite enfance', 'Maçonnerie', 'Vente')}, dont il a subi les "
                f"épreuves avec succès à la session de {who.naissance.year + 19}."
            ),
            *texts(
                "Vu le code de l'éducation, livre III ; vu le décret portant règlement général de ce diplôme ; vu le "
                "procès-verbal de la commission d'examen établi sous la présidence d'un conseiller de l'enseignement "
                "technologique. Diplôme classé au niveau 3 du cadre national des certifications.",
                "Il n'est délivré qu'un seul exemplaire. Signature du titulaire :",
            ),
        ),
        lines=(f"Académie de {case.commune.title()}",),
        references=(f"Série {case.one('A', 'B')} n° {case.number(6)}",),
        signer="Le recteur d'académie",
        seal=("RECTORAT", case.commune),
        motif=OUT,
    )


def _university_marks(case: Case) -> Paper:
    who = case.adult()
    rows = _marks(
        case,
        *("UE 1 Fondamentaux", "UE 2 Méthodologie", "UE 3 Langue", "UE 4 Option", "UE 5 Projet", "UE 6 Stage"),
        *("UE 7 Statistiques", "UE 8 Mémoire"),
    )
    return Paper(
        "HPR-DIP",
        who.role,
        _school(case),
        case.one("Relevé de résultats", "Attestation de réussite et résultats", "Transcript / relevé de crédits"),
        (
            Text(f"{who.gendered('Étudiante', 'Étudiant')} : {case.known(who)} – INE {case.number(10)}K"),
            Table((("Unité d'enseignement", "Résultat", "ECTS"), *rows), (3, 1, 0.7)),
            Text(
                f"Moyenne générale {case.some(10, 16)},{case.number(3)} – {case.one('Admis', 'Ajourné')} – 60 crédits"
            ),
            Text(
                "Le présent document atteste de l'obtention des crédits mentionnés. L'étudiant reste soumis au "
                "règlement des études pour la délivrance du parchemin. ABI : absence injustifiée ; VAL : validé."
            ),
        ),
        lines=("Direction de la formation et de la vie étudiante",),
        subtitle=f"Année {case.year - 2}/{case.year - 1}, semestres 3 et 4",
        signer="Le vice-président délégué",
        numbered=True,
        motif=OUT,
    )


def _professional_title(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-DIP",
        who.role,
        "MINISTÈRE DU TRAVAIL",
        f"Titre professionnel {case.one('Agent de propreté', 'Conducteur du transport', 'Secrétaire assistante')}",
        (
            *texts(
                "Enregistré au répertoire national des certifications professionnelles (RNCP), niveau 3.",
                f"Au vu de la délibération du {case.long(200, 3000)}, le jury a déclaré {case.named(who)} titulaire "
                "du titre et des certificats de compétences suivants :",
                "CCP 1 – Préparer et organiser son activité",
                "CCP 2 – Réaliser les opérations courantes en respectant la sécurité",
            ),
            Fields(((who.gendered("Née", "Né"), case.born(who)), ("Session", f"{case.number(6)}"))),
        ),
        lines=("Direction régionale de l'économie, de l'emploi, du travail et des solidarités",),
        signer="Le directeur régional",
        motif=OUT,
    )


def _school_report(case: Case) -> Paper:
    who = case.child() or case.who
    rows = tuple(
        (subject, str(case.some(6, 18)), case.one("Bon trimestre", "Des efforts", "Bavardages", "Ensemble correct"))
        for subject in ("Français", "Maths", "Anglais", "SVT", "Technologie", "Histoire", "EPS", "Arts plastiques")
    )
    return Paper(
        "HPR-DIP",
        who.role,
        case.one(f"COLLÈGE {case.commune}", f"LYCÉE {case.commune}"),
        case.one("Bulletin du deuxième trimestre", "Bulletin de notes – 1er semestre"),
        (
            Text(f"Élève : {who.nom.upper()} {who.prenom}, classe de {case.one('3e B', '2nde 4', 'Tle STMG')}"),
            Table((("Discipline", "Moy.", "Appréciation"), *rows), (2, 0.6, 2)),
            Heading("Avis du conseil de classe"),
            *texts(
                "Un trimestre encourageant. Il faut approfondir le travail personnel. Retards : 2. Absences : 3.",
                "Vœux d'orientation à saisir par les responsables légaux avant les vacances. Moyenne de la classe : "
                f"11,{case.number(2)}. Ce document est à conserver, aucun double ne sera remis.",
            ),
        ),
        signer="La principale",
        motif=OUT,
    )


WRITERS: Writers = {
    "HPR-DIP": to_learn(
        _degree, _baccalaureate_marks, _trade_certificate, _university_marks, _professional_title, _school_report
    )
}
