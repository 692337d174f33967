"""Certificates of schools and universities, students' cards among them (PRO-ETU)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Paper, Table, Text
from training.papers.writers import Writers, to_learn
from training.people import Someone

CLASSES = ((2, "toute petite section"), (6, "grande section"), (11, "CM1"), (15, "quatrième"), (19, "terminale"))
"""Up to which age one is in which class."""


def _years(case: Case) -> str:
    """« 2024-2025 »: the school year of the day of writing."""
    first = case.year - (case.desk.day.month < 9)
    return f"{first}-{first + 1}"


def _pupil(case: Case) -> tuple[Someone, str]:
    """A child of school age and its class, else an adult and a course."""
    children = [child for child in case.home.enfants if _age(case, child) >= 3]
    if children and case.some(0, 1):
        child = case.desk.rng.choice(children)
        return child, next(name for age, name in CLASSES if _age(case, child) <= age)
    return _student(case), case.one("Licence 2 Droit", "Master 1 Gestion", "BTS 2e année", "Licence 3 Lettres modernes")


def _student(case: Case) -> Someone:
    """The younger adult."""
    return max(case.home.adults, key=lambda who: who.naissance)


def _age(case: Case, who: Someone) -> int:
    return (case.desk.day - who.naissance).days // 366


def _certificate_of_head(case: Case) -> Paper:
    who, course = _pupil(case)
    school = case.one(*case.home.world.ecoles) if who.role != "E" else case.one("ÉCOLE JULES-VERNE", "COLLÈGE DU LAC")
    return Paper(
        "PRO-ETU",
        who.role,
        school,
        "Certificat de scolarité",
        (
            Text(
                f"Je soussigné(e), {case.third()}, chef d'établissement, certifie que l'élève {who.full}, "
                f"{case.born(who)}, est {who.gendered('inscrite', 'inscrit')} dans mon établissement en classe de "
                f"{course} pour l'année scolaire {_years(case)} et en suit régulièrement les cours."
            ),
            Fields(
                (
                    ("INE", f"{case.number(9)}{case.one('AB', 'GH', 'JK')}"),
                    ("Date d'entrée", f"01/09/{case.year - case.some(1, 2)}"),
                    ("Régime", case.one("Externe", "Demi-pensionnaire", "Interne")),
                    ("Responsable légal", case.who.full),
                )
            ),
            Text("Certificat établi pour servir et valoir ce que de droit."),
            Text(
                "Il appartient à la famille d'en faire des photocopies. Ce certificat peut être demandé par la caisse "
                "d'allocations familiales, l'employeur ou l'organisme logeur des parents."
            ),
        ),
        lines=("Académie – Éducation nationale", case.home.ville),
        signer="Le chef d'établissement",
        seal=(school, "ÉDUCATION NATIONALE"),
    )


def _enrolment_at_university(case: Case) -> Paper:
    who = _student(case)
    school = case.one(*case.home.world.ecoles)
    return Paper(
        "PRO-ETU",
        who.role,
        school,
        case.one("Certificat de scolarité", "Certificat d'inscription", "Attestation d'inscription universitaire"),
        (
            Text(
                f"Le président de l'université certifie que {case.named(who)} a procédé à son inscription "
                f"administrative pour l'année universitaire {_years(case)}."
            ),
            Table(
                (
                    ("Composante", "Étape", "Niveau"),
                    (
                        case.one("UFR Sciences", "UFR Droit", "IUT"),
                        case.one("Licence", "Master", "BUT"),
                        str(case.some(1, 5)),
                    ),
                ),
                (3, 2, 1),
            ),
            Fields(
                (
                    ("N° étudiant", case.number(8)),
                    ("N° national (INE)", f"{case.number(10)}G"),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y} à {who.lieu}"),
                    ("Droits acquittés", case.sum(170, 250)),
                    ("CVEC", f"{case.one('CAR', 'LIL')}5-{case.number(6)}-{case.number(2)}"),
                    ("Adresse annuelle", case.home.rue),
                    ("Commune", case.home.ville),
                )
            ),
            Text(
                "Le présent certificat vaut pour la sécurité sociale, le Crous et les transports. Il ne préjuge pas "
                "de la validation des semestres. L'étudiant boursier est exonéré des droits et de la contribution de "
                "vie étudiante."
            ),
            Text("Document délivré par voie électronique. Il ne sera pas délivré de duplicata."),
        ),
        lines=("Direction des études et de la vie étudiante",),
        signer="Le président de l'université",
    )


def _certificate_of_registry(case: Case) -> Paper:
    who, course = _pupil(case)
    return Paper(
        "PRO-ETU",
        who.role,
        case.one(*case.home.world.ecoles),
        case.one("Attestation de scolarité", "Attestation d'assiduité et d'inscription"),
        (
            Fields(
                (
                    ("Apprenant", f"{who.nom.upper()} {who.prenoms}"),
                    ("Naissance", f"{who.naissance:%d/%m/%Y}, {who.lieu}"),
                    ("Cursus", course),
                    ("Rentrée", f"septembre {_years(case)[:4]}"),
                    ("Modalité", case.one("présentiel", "temps plein", "alternance possible")),
                )
            ),
            Text(
                "Le secrétariat pédagogique atteste que la personne désignée ci-dessus figure sur ses registres et "
                "relève du statut étudiant jusqu'au 31 août. La présence est contrôlée par émargement."
            ),
            Text(
                "Le calendrier comporte deux semestres et un stage. Toute interruption des études est signalée aux "
                "organismes payeurs de la bourse et du logement."
            ),
            Text("À présenter aux caisses d'allocations, aux transporteurs, aux bailleurs ou au Crous."),
        ),
        lines=("Secrétariat pédagogique", case.home.ville),
        references=(f"Scol. {case.number(5)}/{case.year}",),
        signer=case.third(),
        seal=("SECRÉTARIAT",),
    )


def _certificate_of_college(case: Case) -> Paper:
    who, course = _pupil(case)
    return Paper(
        "PRO-ETU",
        who.role,
        "ÉDUCATION NATIONALE",
        case.one("Exeat et certificat de présence", "Attestation d'inscription scolaire", "Certificat d'inscription"),
        (
            Text(f"Année {_years(case)}", bold=True),
            Filled(
                (
                    ("Nom et prénom de l'élève", f"{who.nom} {who.prenom}"),
                    ("Date et lieu de naissance", f"{who.naissance:%d/%m/%Y} {who.lieu}"),
                    ("Classe fréquentée", course),
                    ("Parent ou tuteur", case.who.full),
                )
            ),
            Text(
                "Nous, direction de l'établissement, déclarons que l'enfant nommé plus haut figure sur le registre "
                "des élèves et vient en classe tous les jours, sauf maladie."
            ),
            Choices((("Fréquente l'établissement", True), ("A quitté l'établissement le", False))),
            Text(
                "Nous vous prions de conserver cette feuille : aucune copie ne sera faite en cours d'année. Elle "
                "ouvre droit aux prestations familiales et au transport scolaire."
            ),
        ),
        lines=(f"Établissement public local d'enseignement – {case.commune}",),
        signer="La directrice",
        seal=("VIE SCOLAIRE", case.commune),
    )


def _card_notice_of_student(case: Case) -> Paper:
    who = _student(case)
    return Paper(
        "PRO-ETU",
        who.role,
        case.one(*case.home.world.ecoles),
        f"Étudiant {_years(case)}",
        (
            Heading("Votre carte multiservice"),
            Fields(
                (
                    ("Titulaire", who.full),
                    ("Identifiant national", f"{case.number(10)}{case.one('H', 'K')}"),
                    (
                        "Formation",
                        case.one("DUT Carrières sociales", "Doctorat", "Diplôme d'État infirmier", "Master 2 MEEF"),
                    ),
                    ("Bibliothèque, restaurant, copie", "activés"),
                    ("Valable jusqu'au", f"30/09/{_years(case)[5:]}"),
                )
            ),
            Text(
                "Cette feuille tient lieu de carte jusqu'à l'impression du support plastique ; elle prouve "
                f"l'inscription de {case.named(who)}, {who.born} le {who.naissance:%d/%m/%Y}, à nos enseignements."
            ),
            Text(
                "Elle ouvre droit au tarif universitaire dans les résidences et les restaurants. Les inscriptions "
                "pédagogiques se font ensuite auprès du secrétariat de la composante, avant la fin du mois d'octobre."
            ),
            Text("Examens : la présentation de la carte est obligatoire. Perte : remplacement facturé 15 euros."),
        ),
        lines=("Scolarité centrale – bureau des inscriptions",),
        foot="Contribution de vie étudiante et de campus acquittée. Service Crous : bourses et logement.",
    )


WRITERS: Writers = {
    "PRO-ETU": to_learn(
        _certificate_of_head,
        _enrolment_at_university,
        _certificate_of_college,
        _card_notice_of_student,
        _certificate_of_registry,
    )
}
