"""Apprentices' and students' papers and marks, on which the filing is measured alone."""

from __future__ import annotations

from datetime import timedelta

from training.desk import euros, short_date
from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.tests_of_payslips import firm
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _terms_of_apprenticeship(case: Case) -> tuple[Part, ...]:
    start = case.day(60, 200)
    end = start + timedelta(days=728)
    trade = case.one("CAP Cuisine", "BTS Management commercial opérationnel", "Bac pro Métiers de l'électricité")
    return (
        Leaf(),
        Heading("Le contrat"),
        Fields(
            (
                ("Type de contrat ou d'avenant", "11"),
                ("Date de début d'exécution du contrat", short_date(start)),
                ("Date de fin de la période d'apprentissage", short_date(end)),
                ("Durée hebdomadaire du travail", "35 h 00"),
                ("1re année : % du SMIC", case.one("53", "61", "100")),
                ("Salaire brut mensuel à l'embauche", euros(case.desk.rng.uniform(950, 1801)) + " euros"),
                ("Caisse de retraite complémentaire", "Agirc-Arrco"),
            )
        ),
        Heading("La formation"),
        Fields(
            (
                ("Dénomination du CFA responsable", f"CFA de {case.commune.title()}"),
                ("N° UAI du CFA", f"0{case.number(6)}T"),
                ("Diplôme ou titre visé par l'apprenti(e)", trade),
                ("Code RNCP", f"RNCP{case.number(5)}"),
                ("Durée de la formation (heures)", case.one("840", "1350", "910")),
            )
        ),
    )


def _apprenticeship(case: Case) -> Paper:
    who, home = case.adult(), case.home
    return Paper(
        "PRO-APP",
        who.role,
        "République française",
        "Contrat d'apprentissage",
        (
            Text("(art. L. 6211-1 et suivants du code du travail)"),
            Choices((("Contrat initial", True), ("Succession de contrats", False), ("Avenant", False))),
            Heading("L'employeur"),
            Choices((("employeur privé", True), ("employeur « public »", False))),
            Fields(
                (
                    ("Nom et prénom ou dénomination", firm(case)),
                    ("Adresse de l'établissement d'exécution", home.ville),
                    ("N° SIRET", home.siret),
                    ("Effectif total salariés de l'entreprise", str(case.some(2, 80))),
                )
            ),
            Heading("L'apprenti(e)"),
            Fields(
                (
                    ("Nom de naissance et prénom", who.full),
                    ("NIR de l'apprenti(e)", case.nir(who)),
                    ("Adresse", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                    ("Date de naissance", short_date(who.naissance)),
                    ("Dernier diplôme ou titre préparé", case.one("38", "41", "54")),
                )
            ),
            Heading("Le maître d'apprentissage"),
            Fields((("Nom et prénom", case.third()), ("Date de naissance", case.short(9000, 18000)))),
            *_terms_of_apprenticeship(case),
            Choices((("L'employeur atteste disposer des pièces justificatives nécessaires au dépôt", True),)),
            Text("Signature de l'employeur - de l'apprenti(e) - visa du CFA (cachet) - dépôt auprès de l'OPCO"),
        ),
        references=("cerfa FA13 n° 10103*" + case.one("08", "11", "12"),),
        signer="L'employeur",
        foot="Pour remplir le contrat et transmettre, veuillez lire la notice cerfa n° 51649.",
    )


def _internship(case: Case) -> Paper:
    who, home, start = case.adult(), case.home, case.day(10, 70)
    end, gap = start + timedelta(days=case.some(60, 150)), case.number(8)
    return Paper(
        "PRO-STA",
        who.role,
        f"Université de {case.commune.title()}",
        "Convention de stage",
        (
            Text(f"Année universitaire {start.year - (start.month < 9)}-{start.year + (start.month >= 9)}"),
            Heading("1 - L'établissement d'enseignement"),
            Fields((("Nom", f"Université de {case.commune.title()}"), ("Représenté par", case.third()))),
            Heading("2 - L'organisme d'accueil"),
            Fields((("Nom", home.employeur), ("Service d'accueil", case.one("Administration", "Atelier", "Achats")))),
            Heading("3 - Le stagiaire"),
            Fields(
                (
                    ("Nom, prénom", f"{who.nom.upper()} {who.prenom}"),
                    ("Né(e) le", short_date(who.naissance)),
                    ("Adresse", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                    ("Numéro étudiant", gap),
                    ("Formation", case.one("Licence professionnelle", "Master 2", "BUT 2e année") + ", 6 ECTS"),
                )
            ),
            Heading("Sujet et dates du stage"),
            Fields(
                (
                    ("Dates", f"du {short_date(start)} au {short_date(end)}"),
                    ("Durée effective", f"{case.some(44, 130)} jours de présence"),
                    ("Enseignant référent", case.third()),
                    ("Tuteur de stage", case.third()),
                )
            ),
            *texts(
                "Article 1 - Objet. La présente convention règle les rapports de l'organisme d'accueil avec "
                "l'établissement d'enseignement et le stagiaire.",
                "Article 2 - Objectif du stage. Le stage correspond à une période temporaire de mise en situation en "
                "milieu professionnel au cours de laquelle l'étudiant acquiert des compétences et met en œuvre les "
                "acquis de sa formation en vue d'obtenir un diplôme.",
                "Article 5 - Gratification. Lorsque la durée du stage est supérieure à deux mois, celui-ci fait "
                f"obligatoirement l'objet d'une gratification, fixée à {case.one('4,05', '4,35')} € par heure de "
                "présence effective. Elle n'a pas le caractère d'un salaire.",
                "Article 6 - Régime de protection sociale. Pendant la durée du stage, le stagiaire reste affilié à son "
                "régime de sécurité sociale antérieur.",
                "Article 8 - Discipline. Le stagiaire est soumis au règlement intérieur de l'organisme d'accueil.",
                "Article 11 - Fin de stage. L'organisme d'accueil délivre une attestation de stage et remplit une "
                "fiche d'évaluation.",
            ),
            Table((("Pour l'établissement", "Pour l'organisme", "Stagiaire"), ("Lu et approuvé", "", "")), (1, 1, 1)),
        ),
        lines=("UFR Droit, économie et gestion", "Bureau des stages"),
        signer="Le stagiaire",
        numbered=True,
    )


def _schooled_at_university(case: Case) -> Paper:
    who, year = case.adult(), case.year - (case.desk.day.month < 9)
    return Paper(
        "PRO-ETU",
        who.role,
        f"Université de {case.commune.title()}",
        "Certificat de scolarité",
        (
            Text(f"Année universitaire {year}-{year + 1}"),
            Text(
                f"{case.one('Le Président', 'La Présidente')} de l'Université certifie que {case.named(who)}, "
                f"{case.born(who)}, est {who.gendered('inscrite', 'inscrit')} pour l'année universitaire "
                f"{year}/{year + 1} :"
            ),
            Fields(
                (
                    ("Numéro étudiant", case.number(8)),
                    ("INE", f"{case.number(9)}{case.one('GA', 'FB', 'JE')}"),
                    ("Diplôme", case.one("Licence Sciences de l'éducation", "Master Gestion de production", "DAEU A")),
                    ("Étape", case.one("1re année", "2e année", "3e année")),
                    ("Régime d'inscription", case.one("Formation initiale", "Reprise d'études non financée")),
                    ("Statut", "Étudiant(e) - inscription première"),
                    ("CVEC", f"acquittée, n° {case.one('LIL', 'NCY', 'REN')}5-{case.number(6)}"),
                )
            ),
            *texts(
                f"Inscription enregistrée le {case.short(60, 150)}. Droits universitaires acquittés : "
                f"{case.one('175,00', '250,00', '0,00 (boursier)')} €.",
                "Ce certificat est valable pour l'année universitaire en cours. Il n'en sera pas délivré de duplicata "
                "signé ; vous pouvez l'éditer depuis votre environnement numérique de travail.",
            ),
        ),
        lines=("Direction des études et de la vie étudiante", "Service de la scolarité centrale"),
        signer="Le Président de l'Université",
    )


def _schooled_in_nursing(case: Case) -> Paper:
    who, year = case.adult(), case.year - (case.desk.day.month < 9)
    school = case.one("Institut de formation en soins infirmiers", "Institut de formation d'aides-soignants")
    trade = "d'infirmier" if "infirmiers" in school else "d'aide-soignant"
    return Paper(
        "PRO-ETU",
        who.role,
        school,
        case.one("Attestation de scolarité", "Certificat de scolarité"),
        texts(
            f"Je soussigné(e), {case.third()}, directeur de l'institut, certifie que :",
            f"{case.named(who)}, {case.born(who)}, demeurant {case.address},",
            f"est {who.gendered('inscrite', 'inscrit')} et suit avec assiduité, au titre de l'année "
            f"{year}-{year + 1}, la formation préparant au diplôme d'État {trade}, promotion {year}, à raison de 35 "
            "heures par semaine (cours, travaux dirigés et stages cliniques).",
            f"La formation, commencée le {case.long(60, 150)}, s'achèvera le {case.ahead(100, 700)}. Les frais "
            f"pédagogiques sont pris en charge par {case.one('la Région', 'l’employeur, Centre hospitalier')}.",
            "Attestation délivrée à l'intéressé(e) pour servir et valoir ce que de droit.",
        ),
        lines=(f"Centre hospitalier de {case.commune.title()}", case.home.ville),
        references=(f"N/Réf. : SC/{case.number(3)}",),
        signer="Le Directeur de l'institut",
        seal=("C.H.", "Institut de formation"),
    )


def _marks(case: Case) -> Paper:
    who, rng = case.adult(), case.desk.rng
    year = who.naissance.year + 19
    subjects = (
        ("EP1 Pratique professionnelle", 8),
        ("EP2 Technologie et prévention-santé", 4),
        ("EG1 Français et histoire-géographie", 3),
        ("EG2 Mathématiques et sciences", 2),
        ("EG3 Éducation physique et sportive", 1),
        ("EG4 Langue vivante : anglais", 1),
    )
    notes = [(label, rng.randint(17, 34) / 2, weight) for label, weight in subjects]
    total = sum(note * weight for _, note, weight in notes)
    return Paper(
        "HPR-DIP",
        who.role,
        f"Académie de {case.commune.title()}",
        "Relevé de notes",
        (
            Text("CERTIFICAT D'APTITUDE PROFESSIONNELLE", bold=True),
            Text(f"Spécialité : {case.one('Cuisine', 'Coiffure', 'Maintenance des véhicules', 'Petite enfance')}"),
            Fields(
                (
                    ("Session", f"Juin {year}"),
                    ("Candidat(e)", f"{who.nom.upper()} {who.prenoms}"),
                    ("Né(e) le", f"{short_date(who.naissance)} à {who.lieu}"),
                    ("N° d'inscription", case.number(10)),
                )
            ),
            Table(
                (
                    ("Épreuves", "Note sur 20", "Coef.", "Points"),
                    *((a, f"{n:.2f}".replace(".", ","), str(w), f"{n * w:.1f}".replace(".", ",")) for a, n, w in notes),
                    ("Total", "", "19", f"{total:.1f}".replace(".", ",")),
                ),
                (3, 1, 0.6, 0.8),
            ),
            Text(
                f"Moyenne générale : {total / 19:.2f} / 20. Décision du jury : ADMIS(E).".replace(".", ",", 1),
                bold=True,
            ),
            *texts(
                "Ce relevé de notes ne tient pas lieu de diplôme. Il n'en sera délivré aucun duplicata : conservez-le.",
                "Les notes des candidats ajournés peuvent être conservées pendant cinq ans, à leur demande.",
            ),
        ),
        lines=("Rectorat - Division des examens et concours",),
        signer="Pour le recteur, le chef de division",
        motif="P01",
    )


WRITERS: Writers = {
    "PRO-APP": to_test(_apprenticeship),
    "PRO-STA": to_test(_internship),
    "PRO-ETU": to_test(_schooled_at_university, _schooled_in_nursing),
    "HPR-DIP": to_test(_marks),
}
