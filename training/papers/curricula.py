"""What people say of their working life to find work (HPR-CV)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

OUT = "P01"
_TASKS = (
    *("accueil du public et tenue de la caisse", "préparation de commandes", "entretien des locaux et du matériel"),
    *("livraison en véhicule léger", "mise en rayon et étiquetage", "suivi des dossiers", "aide à la toilette"),
    *("travail en équipe et en horaires décalés", "respect des règles d'hygiène et de sécurité", "gestion des stocks"),
)
_LANGUAGES = ("Français courant", "Anglais scolaire", "Arabe lu, écrit, parlé", "Portugais (langue maternelle)")


def _jobs(case: Case, count: int) -> list[tuple[str, str, str, str]]:
    """Return past jobs, newest first: years, trade, firm, what was done there."""
    jobs, year = [], case.year
    for _ in range(count):
        since = year - case.some(1, 4)
        done = f"{case.one(*_TASKS)}, {case.one(*_TASKS)}"
        trade, firm = case.one(*case.home.world.metiers), case.one(*case.home.world.employeurs).title()
        jobs.append((f"{since} – {year}", trade, firm, done))
        year = since
    return jobs


def _telephone(case: Case) -> str:
    return f"06 39 98 {case.number(2)} {case.number(2)}"


def _classic(case: Case) -> Paper:
    who = case.adult()
    jobs: list[Part] = []
    for years, trade, firm, done in _jobs(case, case.some(3, 6)):
        jobs += [Text(f"{years}   {trade}, {firm}", bold=True), Text(f"{done.capitalize()}.")]
    return Paper(
        "HPR-CV",
        who.role,
        who.full,
        case.one("Curriculum vitae", case.one(*case.home.world.metiers)),
        (
            Heading("Expériences professionnelles"),
            *jobs,
            Heading("Formation"),
            *texts(
                f"{who.naissance.year + 20} : {case.one('CAP', 'BEP', 'BTS', 'titre professionnel')}, "
                f"{case.one(*case.home.world.ecoles).title()}",
                f"{case.year - 3} : sauveteur secouriste du travail (SST)",
            ),
            Heading("Langues et informatique"),
            Text(f"{case.one(*_LANGUAGES)}. Traitement de texte, tableur, messagerie."),
            Heading("Centres d'intérêt"),
            Text(case.one("Football, lecture, bénévolat.", "Cuisine, voyages, couture.", "Marche, jardinage.")),
        ),
        lines=(
            f"{case.address}",
            f"{_telephone(case)} – {case.home.courriel}",
            f"{case.year - who.naissance.year} ans – permis B, véhicule",
        ),
        motif=OUT,
    )


def _by_skills(case: Case) -> Paper:
    who = case.adult()
    rows = tuple((trade, firm, years) for years, trade, firm, _ in _jobs(case, case.some(2, 5)))
    return Paper(
        "HPR-CV",
        who.role,
        f"{who.prenom} {who.nom}",
        case.one("À la recherche d'un poste polyvalent", "Profil et compétences", f"Candidature – {case.home.metier}"),
        (
            Text(
                f"Dynamique et ponctuel{who.gendered('le', '')}, je souhaite mettre mon sérieux et mon sens du "
                "contact au service d'une entreprise. Disponible immédiatement, mobile dans tout le département."
            ),
            Heading("Compétences"),
            *texts(*(f"• {case.one(*_TASKS).capitalize()}" for _ in range(case.some(4, 7)))),
            Heading("Parcours"),
            Table((("Poste", "Entreprise", "Années"), *rows), (2, 2.4, 1)),
            Heading("Diplômes, langues, loisirs"),
            *texts(*(f"• {each}" for each in (case.one(*_LANGUAGES), "CACES 1, 3 et 5", "Chant, randonnée"))),
        ),
        lines=(_telephone(case), case.home.courriel),
        motif=OUT,
    )


def _of_jobseekers_service(case: Case) -> Paper:
    who = case.adult()
    jobs: list[Part] = []
    for years, trade, firm, done in _jobs(case, case.some(2, 5)):
        jobs += [Fields(((years, trade), ("", f"{firm}, {case.commune.title()}"))), Text(done)]
    return Paper(
        "HPR-CV",
        who.role,
        f"{who.gendered('Mme', 'M.')} {who.full}",
        f"{case.home.metier} – {case.some(2, 20)} ans d'expérience",
        (
            Heading("MES ATOUTS"),
            Text("Autonomie – Rigueur – Force de proposition – Capacité d'adaptation"),
            Heading("MON EXPÉRIENCE"),
            *jobs,
            Heading("MES SAVOIR-FAIRE / MES FORMATIONS"),
            Text(f"Niveau {case.one('3', '4', '5')} validé. Habilitation électrique, HACCP, gestes et postures."),
        ),
        lines=(f"CV imprimé depuis un profil de demandeur d'emploi – {case.short(1, 90)}", case.home.courriel),
        motif=OUT,
    )


def _of_graduate(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-CV",
        who.role,
        f"{who.full}, {who.gendered('étudiante', 'étudiant')}",
        case.one("Recherche alternance", "En quête d'un contrat en alternance", "Stage de fin d'études"),
        (
            Text("Études", bold=True),
            *texts(
                f"Depuis {case.year - 2} – {case.one(*case.home.world.ecoles).title()}, deuxième année",
                f"{case.year - 3} – Bac {case.one('général', 'STMG', 'professionnel')}, mention assez bien",
            ),
            Text("Jobs d'été et engagements", bold=True),
            *texts(
                *(f"{trade} chez {firm} ({years}) : {done}" for years, trade, firm, done in _jobs(case, 2)),
                "Membre du bureau des étudiants, trésorerie d'un budget de 3 000 €",
            ),
            Table(
                (
                    ("Langues et outils", "Niveau"),
                    ("Anglais", "B2"),
                    ("Espagnol", "A2"),
                    ("Tableur", "bon"),
                    ("Programmation", "débutant"),
                ),
                (2, 1),
            ),
            Text("Rythme souhaité : trois semaines en entreprise, une semaine à l'école. Références sur demande."),
        ),
        lines=(case.address, f"Tél. {_telephone(case)} | {case.home.courriel} | {case.born(who)}"),
        motif=OUT,
    )


def _long_career(case: Case) -> Paper:
    who = case.adult()
    jobs = [
        Text(f"{trade.upper()} / {firm} / {years} : {done} ; encadrement de {case.some(2, 9)} personnes ; {extra}.")
        for (years, trade, firm, done), extra in zip(
            _jobs(case, 9), ("reporting hebdomadaire", "plans de charge", "achats") * 3, strict=True
        )
    ]
    return Paper(
        "HPR-CV",
        who.role,
        f"{who.nom.upper()} {who.prenoms}",
        "Dossier de compétences",
        (
            Text(
                f"{who.gendered('Mariée', 'Marié')}, {len(case.home.enfants)} enfant(s). Nationalité : {who.nation}. "
                f"Domicile : {case.address}. Joignable au {_telephone(case)}."
            ),
            Heading("Carrière"),
            *jobs[:5],
            Leaf(),
            *jobs[5:],
            Heading("Bagage scolaire et stages"),
            Text("Certificat d'études ; CAP ; perfectionnement en cours du soir ; permis B, C et EC ; FIMO à jour."),
            Text("Divers : don du sang, pêche, conseil syndical de copropriété."),
        ),
        numbered=True,
        motif=OUT,
    )


WRITERS: Writers = {"HPR-CV": to_learn(_classic, _by_skills, _of_graduate, _long_career, _of_jobseekers_service)}
