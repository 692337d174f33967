"""Births as registries word them: copies, extracts, papers of the Nantes registry and of consulates, translations."""

from __future__ import annotations

from training.desk import long_date, short_date
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Fields, Filled, Heading, Paper, Table, Text
from training.papers.kin import parents
from training.papers.registry_asides import BIRTH
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _newborn(case: Case) -> Someone:
    """Whose birth it is: a child of the household when there is one, more often than an adult."""
    return (case.child() if case.desk.rng.random() < 0.7 else None) or case.adult()


def _hour(case: Case) -> str:
    return case.one("à deux heures dix", "à seize heures quarante minutes", "à midi cinq", "à vingt-trois heures")


def _full_copy_of_birth(case: Case) -> Paper:
    who = _newborn(case)
    mother, father = parents(case, who)
    place = who.lieu.upper()
    return Paper(
        "IDE-NAI",
        who.role,
        case.one(f"VILLE DE {place}", f"MAIRIE DE {place}", f"COMMUNE DE {place}"),
        case.one("Copie intégrale", "Acte de naissance", "Naissance - copie intégrale", f"Acte {case.number(4)}"),
        (
            Text(f"{who.prenoms} {who.nom.upper()}", bold=True),
            *texts(
                f"Le {spelled_day(who.naissance)}, {_hour(case)}, est {who.born} {case.one('en ce lieu', 'ici')}, "
                f"rue de l'Hôpital, {who.prenoms}, du sexe {who.gendered('féminin', 'masculin')}, de {father.full}, "
                f"{case.one('ouvrier', 'agent de maîtrise', 'employé')}, et de {mother.full}, "
                f"{case.one('sans profession', 'vendeuse', 'infirmière')}, son épouse, domiciliés à {case.commune}.",
                f"Dressé par Nous, {case.third()}, officier de l'état civil par délégation, sur la déclaration "
                f"{case.one('du père', 'de la sage-femme')} qui, lecture faite, a signé.",
            ),
            Heading(case.one("Mentions marginales", "MENTIONS", "Mention(s) en marge")),
            Text(
                case.one("Néant", "Néant", "Reconnaissance paternelle avant la naissance.", "Répertoire civil : néant.")
            ),
        ),
        references=(f"{case.one('Acte n°', 'N°', 'Registre NAI -')} {case.number(4)}",),
        signer=case.one("Copie délivrée par l'officier d'état civil", "L'agent habilité", "Pour le Maire"),
        seal=("ETAT CIVIL", place),
    )


def _birth_extract(case: Case) -> Paper:
    who = _newborn(case)
    mother, father = parents(case, who)
    with_parents: tuple[tuple[str, str], ...] = (
        (who.gendered("Fille de", "Fils de"), f"{father.prenoms} {father.nom.upper()}"),
        ("et de", f"{mother.prenoms} {mother.nom.upper()}"),
    )
    return Paper(
        "IDE-NAI",
        who.role,
        case.one("REPUBLIQUE FRANCAISE", "ETAT CIVIL", f"Mairie de {who.lieu}"),
        case.one("Extrait de naissance", "Extrait avec filiation", "Extrait sans filiation", "Bulletin de naissance"),
        (
            Fields(
                (
                    ("Nom", who.nom.upper()),
                    ("Prénom(s)", who.prenoms),
                    (case.one("Date", "Né(e) le"), f"{long_date(who.naissance)} {_hour(case)}"),
                    (case.one("Lieu", "Commune de"), who.lieu),
                    *(with_parents if case.some(0, 3) else ()),
                    (case.one("Mentions", "En marge"), case.one("Néant", "néant", "Sans objet")),
                )
            ),
            Text(case.one("Extrait certifié conforme aux registres.", "Délivré sur papier libre.", "Conforme.")),
        ),
        lines=(case.one("Registres de l'année", "Naissances de l'année") + f" {who.naissance.year}",),
        signer=case.one("Le Maire", "L'officier de l'état civil"),
        seal=("MAIRIE",),
    )


def _birth_from_central_service(case: Case) -> Paper:
    who = case.adult()
    mother, father = parents(case, who)
    return Paper(
        "IDE-NAI",
        who.role,
        case.one("MINISTERE DES AFFAIRES ETRANGERES", "EUROPE ET AFFAIRES ETRANGERES", "OFPRA"),
        case.one("Copie d'acte de naissance", "Certificat tenant lieu d'acte de naissance", "Transcription"),
        (
            Table(
                (
                    ("INTERESSE(E)", ""),
                    ("NOM", who.nom.upper()),
                    ("PRENOM(S)", who.prenoms),
                    ("NE(E) LE", f"{who.naissance:%d.%m.%Y} à {who.lieu.upper()}"),
                    ("PERE", father.full),
                    ("MERE", mother.full),
                ),
                (1, 2.2),
            ),
            *texts(
                case.one(
                    "Acte établi en exécution des articles 98 à 98-4 du code civil, à la suite de l'acquisition de la "
                    "nationalité française.",
                    "Transcrit d'un acte étranger par le consul général de France.",
                    "Le présent certificat tient lieu d'acte d'état civil (L.121-9 CESEDA), fait foi jusqu'à faux.",
                ),
                "Copie délivrée selon procédé informatisé, revêtue du sceau et d'une signature électronique.",
            ),
        ),
        lines=(case.one("Service central d'état civil", "Division de la protection"), "44 NANTES"),
        references=(f"{case.one('CSL', 'ACQ', 'TRA')}.{case.year - 6}.{case.number(5)}",),
        signer="L'officier de l'état civil",
        seal=("ETAT CIVIL",),
    )


def _birth_abroad_translated(case: Case) -> Paper:
    who = case.adult()
    mother, father = parents(case, who)
    return Paper(
        "IDE-NAI",
        who.role,
        case.one("ETAT CIVIL - CENTRE SECONDAIRE", "REPUBLIC - BIRTH REGISTRY", "Traduction certifiée", "CONSULAT"),
        case.one("Jugement supplétif", "Birth certificate / Naissance", "Extrait n° 12", "Extrait plurilingue"),
        (
            Filled(
                (
                    ("Nom et prénoms / Name", f"{who.nom.upper()} {who.prenom}"),
                    ("Né(e) le / Date of birth", short_date(who.naissance)),
                    ("à / Place", who.lieu),
                    ("Père / Father", father.full),
                    ("Mère / Mother", mother.full),
                )
            ),
            Text(
                case.one(
                    "Copie littérale certifiée conforme à la souche, transcrite en vertu du jugement supplétif.",
                    "Traduction effectuée par un expert près la cour d'appel, original présenté.",
                    "Issued under the Births Registration Act. Not valid without seal.",
                )
            ),
        ),
        references=(f"N° {case.number(3)} / {who.naissance.year}",),
        signer=case.one("L'officier de l'état civil", "The registrar", "Le traducteur"),
        seal=("ETAT CIVIL",),
    )


WRITERS: Writers = {
    "IDE-NAI": to_learn(
        *with_asides(BIRTH, _full_copy_of_birth, _birth_extract, _birth_from_central_service, _birth_abroad_translated)
    ),
}
