"""Civil status: deaths (FAM-DEC)."""

from __future__ import annotations

from datetime import date, timedelta

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Text
from training.papers.kin import invented
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _deceased(case: Case) -> tuple[Someone, date]:
    """Return a late spouse or parent of the applicant, and the day of the death."""
    sexe = case.who.gendered("M", "F")
    late = invented(case, "C", sexe, case.who.naissance - timedelta(days=case.some(0, 9000)), case.who.nom)
    return late, case.day(20, 1500)


def _full_copy_of_death(case: Case) -> Paper:
    late, day = _deceased(case)
    return Paper(
        "FAM-DEC",
        None,
        f"MAIRIE DE {case.commune}",
        "Copie intégrale de l'acte de décès",
        texts(
            f"Le {spelled_day(day)}, à {case.one('quatre', 'sept', 'neuf')} heures {case.one('dix', 'vingt-cinq')} "
            f"minutes, est {late.gendered('décédée', 'décédé')}, {case.home.rue} : {late.nom.upper()} {late.prenoms},",
            f"{late.born} à {late.lieu}, le {spelled_day(late.naissance)}, {late.gendered('retraitée', 'retraité')}, "
            f"domicilié{late.gendered('e', '')} à {case.commune.title()}, {case.home.rue} ; "
            f"{late.gendered('fille', 'fils')} de {case.third()} et de {case.third()}, décédés ; "
            f"{late.gendered('épouse', 'époux')} de {case.who.full}.",
            f"Dressé le {spelled_day(day + timedelta(days=1))}, à dix heures trente, sur la déclaration de "
            f"{case.third()}, employé des pompes funèbres, qui, lecture faite et invité à lire l'acte, a signé avec "
            f"Nous, {case.third()}, officier de l'état civil par délégation du maire.",
            "Mentions marginales : Néant.",
        ),
        references=(f"ACTE DE DÉCÈS N° {case.number(3)}",),
        signer="L'officier de l'état civil",
        seal=(f"MAIRIE DE {case.commune}", "ÉTAT CIVIL"),
        foot="Copie certifiée conforme au registre. Délivrée gratuitement.",
    )


def _bulletin_of_death(case: Case) -> Paper:
    late, day = _deceased(case)
    return Paper(
        "FAM-DEC",
        None,
        f"VILLE DE {case.commune}",
        case.one("Bulletin de décès", "Extrait d'acte de décès"),
        (
            Text("L'officier de l'état civil certifie qu'il résulte des registres de la commune que :"),
            Fields(
                (
                    ("Nom", late.nom.upper()),
                    ("Prénoms", late.prenoms),
                    (late.born.capitalize() + " le", f"{long_date(late.naissance)} à {late.lieu}"),
                    ("Situation", late.gendered("mariée", "marié") + f" avec {case.who.full}"),
                    ("Est " + late.gendered("décédée", "décédé") + " le", long_date(day)),
                    ("À", f"{case.commune.title()}, centre hospitalier"),
                    ("Heure", f"{case.some(0, 23)} h {case.some(10, 59)}"),
                )
            ),
            *texts(
                "Le présent bulletin est délivré sur papier libre à titre de simple renseignement, pour servir et "
                "valoir ce que de droit auprès des organismes sociaux, bancaires, de retraite et de logement.",
                "Le conjoint survivant est invité à présenter le livret de famille pour mise à jour.",
            ),
        ),
        lines=("Service population – état civil", "Hôtel de ville"),
        references=(f"Année {day.year} – acte n° {case.number(4)}",),
        signer="L'officier de l'état civil",
        seal=("VILLE DE", case.commune),
    )


def _death_certified_by_hospital(case: Case) -> Paper:
    late, day = _deceased(case)
    return Paper(
        "FAM-DEC",
        None,
        f"CENTRE HOSPITALIER DE {case.commune}",
        "Attestation de décès",
        texts(
            f"Le directeur du centre hospitalier soussigné certifie que {case.named(late)}, "
            f"{late.born} le {short_date(late.naissance)} à {late.lieu}, demeurant {case.address}, "
            f"{late.gendered('admise', 'admis')} le {short_date(day - timedelta(days=case.some(1, 30)))}, y est "
            f"{late.gendered('décédée', 'décédé')} le {short_date(day)} à {case.some(1, 23)} h {case.some(10, 59)}.",
            "Le décès a été constaté par le médecin du service et déclaré à l'état civil de la mairie du lieu dans les "
            "vingt-quatre heures. Ne pose pas d'obstacle médico-légal.",
            f"Certificat remis à la famille, représentée par {case.named(case.who)}, pour accomplir les démarches.",
        ),
        lines=("Bureau des admissions", f"Tél. 01 99 00 {case.number(2)} {case.number(2)}"),
        references=(f"N° d'entrée : {case.number(8)}",),
        signer="Pour le directeur, l'attaché d'administration",
        seal=("CENTRE HOSPITALIER", "ADMISSIONS"),
    )


def _plain_copy_of_death(case: Case) -> Paper:
    late, day = _deceased(case)
    return Paper(
        "FAM-DEC",
        None,
        "ÉTAT CIVIL",
        f"Décès – {late.nom.upper()} {late.prenom}",
        (
            Text(f"Acte n° {case.number(2)}. {late.nom.upper()} {late.prenoms}.", bold=True),
            *texts(
                f"Le {spelled_day(day)} à {case.some(1, 23)} heures {case.some(10, 59)} est "
                f"{late.gendered('décédée', 'décédé')} en son domicile {case.home.rue} {late.nom.upper()} "
                f"{late.prenoms}, {late.born} à {late.lieu} le {long_date(late.naissance)}, de {case.third()} et de "
                f"{case.third()}, {late.gendered('conjointe', 'conjoint')} de {case.who.full}.",
                f"Acte établi sur déclaration de {case.third()}, cinquante-deux ans, gérant, et signé par Nous, maire.",
            ),
            Heading("Délivrance"),
            Fields(
                (
                    ("Registre", f"Décès {day.year}"),
                    ("Délivré à", case.named(case.who)),
                    ("Motif", "Démarche de logement, réversion"),
                )
            ),
        ),
        lines=(f"Commune de {case.commune.title()}", "Copie conforme à l'original"),
        signer="Le maire",
        seal=("MAIRIE", case.commune),
        numbered=True,
    )


WRITERS: Writers = {
    "FAM-DEC": to_learn(_full_copy_of_death, _bulletin_of_death, _plain_copy_of_death, _death_certified_by_hospital),
}
