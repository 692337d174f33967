"""Other ways of wording curricula (HPR-CV)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Part, Table, Text
from training.papers.several import drawn, said, several
from training.papers.writers import Writers, to_learn

_SKILLS = (
    "Accueil et relation avec la clientèle",
    "Travail en équipe, ponctualité, polyvalence",
    "Maîtrise des outils bureautiques (tableur, traitement de texte)",
    "CACES 1, 3 et 5 en cours de validité",
    "Hygiène et sécurité, normes HACCP",
    "Gestion des stocks et de la caisse",
    "Conduite d'engins, permis B, véhicule",
    "Soins d'hygiène et de confort, écoute",
)


_LEISURE = (
    "Football en club, randonnée",
    "Cuisine, couture",
    "Bénévolat dans une association de quartier",
    "Lecture, cinéma, musique",
    "Jardinage, bricolage",
)


def _jobs(case: Case, count: int) -> list[tuple[str, str, str]]:
    """Return periods, trades and firms, the newest first."""
    world, end, rng = case.home.world, case.year, case.desk.rng
    jobs = []
    for _ in range(count):
        start = end - case.some(1, 5)
        jobs.append(
            (f"{start} – {end}", rng.choice(world.metiers), f"{rng.choice(world.employeurs)}, {case.commune.title()}")
        )
        end = start
    return jobs


def _cv(case: Case, title: str, *parts: Part, contact: bool = True) -> Paper:
    who = case.who
    lines = (case.address, f"06 39 98 {case.number(2)} {case.number(2)} – {case.home.courriel}") if contact else ()
    return Paper("HPR-CV", who.role, who.full, title, parts, lines=lines, motif="P01")


def _cv_in_order(case: Case) -> Paper:
    return _cv(
        case,
        case.one("Curriculum vitae", case.home.metier, f"Recherche un poste : {case.home.metier}", "CV"),
        Text(
            said(
                case,
                f"{case.year - case.who.naissance.year} ans, {case.who.gendered('mariée', 'marié')}",
                "Permis B",
                "Disponible immédiatement",
                "Mobile dans le département",
            )
        ),
        Heading(case.one("EXPÉRIENCES PROFESSIONNELLES", "Parcours professionnel", "Expérience")),
        *(Text(f"{when} : {trade} – {firm}") for when, trade, firm in _jobs(case, case.some(2, 5))),
        Heading(case.one("FORMATION", "Formations et diplômes", "Scolarité")),
        Text(
            f"{case.some(1995, 2018)} : "
            f"{case.one('CAP', 'BEP', 'Bac professionnel', 'Titre professionnel')}, "
            f"{case.one(*case.home.world.ecoles)}"
        ),
        Heading(case.one("COMPÉTENCES", "Savoir-faire", "Atouts")),
        *several(case, 2, *_SKILLS),
        Heading(case.one("LOISIRS", "Centres d'intérêt", "Divers")),
        Text(said(case, *_LEISURE)),
    )


def _cv_in_columns(case: Case) -> Paper:
    return _cv(
        case,
        case.one("Mon parcours", case.home.metier, "À propos de moi", "Profil"),
        Table((("Période", "Poste", "Entreprise"), *_jobs(case, case.some(3, 5))), (1, 2, 3)),
        Table(
            (
                ("Langue", "Niveau"),
                ("Français", case.one("courant", "langue maternelle", "B2")),
                (case.one("Anglais", "Arabe", "Portugais"), case.one("notions", "A2", "bilingue")),
            ),
            (2, 2),
        ),
        Text(" • ".join(drawn(case, 3, *_SKILLS))),
        Fields(
            (
                ("Dernier diplôme", case.one("Baccalauréat", "BTS", "CAP", "Licence")),
                ("Permis", case.one("B", "en cours", "B et C")),
            )
        ),
    )


def _cv_in_prose(case: Case) -> Paper:
    jobs = _jobs(case, 2)
    return _cv(
        case,
        case.one("Présentation", "Dossier de candidature", "Qui suis-je ?", "Candidature spontanée – parcours"),
        Text(
            case.one(
                f"Dynamique et {case.who.gendered('motivée', 'motivé')}, je mets mes dix "
                "années de pratique au service de votre équipe.",
                f"Actuellement {case.home.metier.lower()} chez {case.home.employeur}, je "
                "souhaite évoluer vers davantage de responsabilités.",
                "Après une reconversion réussie, je recherche un emploi stable à temps plein.",
            )
        ),
        *(
            Text(
                f"De {when.replace(' – ', ' à ')}, j'ai travaillé comme {trade.lower()} ({firm}). {case.one(*_SKILLS)}."
            )
            for when, trade, firm in jobs
        ),
        Text(
            f"Titulaire d'un diplôme obtenu en {case.some(1998, 2020)}, je parle "
            f"{case.one('français et anglais', 'trois langues', 'français et espagnol')}."
        ),
        Text(said(case, "Références sur demande.", "Permis B.", "Photographie et lettre de motivation jointes.")),
    )


def _cv_of_graduate(case: Case) -> Paper:
    return _cv(
        case,
        case.one("Étudiant(e) en recherche d'alternance", "CV – Stage de fin d'études", "Jeune diplômé(e)"),
        Heading(case.one("Études", "Formation", "Cursus")),
        Text(
            f"{case.year - 1}-{case.year} : "
            f"{case.one('BTS', 'Licence', 'Master 1', 'BUT')} – "
            f"{case.one(*case.home.world.ecoles)}"
        ),
        Text(
            f"{case.year - 3} : baccalauréat "
            f"{case.one('général', 'technologique', 'professionnel')}, mention "
            f"{case.one('bien', 'assez bien')}"
        ),
        Heading(case.one("Stages et emplois d'été", "Expériences", "Jobs étudiants")),
        *several(
            case,
            2,
            "Stage d'observation en mairie (2 mois)",
            "Vendanges, août",
            "Baby-sitting et soutien scolaire",
            "Service civique, médiathèque",
            "Caissier, supermarché, week-end",
        ),
        Fields(
            (
                ("Langues", "Anglais C1, espagnol B1"),
                ("Informatique", "Bureautique, Python"),
                ("Loisirs", case.one(*_LEISURE)),
            )
        ),
    )


def _cv_from_job_agency(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-CV",
        who.role,
        case.one(
            "France Travail – Mon profil", "Pôle emploi – Espace candidat", "APEC – profil candidat", "CV en ligne"
        ),
        case.one("Carte de visite professionnelle", "Mon CV", "Profil de compétences", "CV imprimé depuis le site"),
        (
            Fields(
                (
                    ("Candidat", who.full),
                    ("Métier recherché", case.home.metier),
                    ("Contrat", case.one("CDI", "CDD", "Tout type")),
                    ("Secteur", f"{case.commune.title()} et 30 km"),
                )
            ),
            Heading("Compétences et savoir-être professionnels"),
            *several(case, 3, *_SKILLS),
            Heading("Expériences"),
            *(Text(f"{trade} ({when}), {firm}") for when, trade, firm in _jobs(case, 3)),
        ),
        references=(f"Mis à jour le {case.short(3, 90)} – page 1",),
        motif="P01",
    )


WRITERS: Writers = {
    "HPR-CV": to_learn(_cv_in_order, _cv_in_columns, _cv_in_prose, _cv_of_graduate, _cv_from_job_agency),
}
