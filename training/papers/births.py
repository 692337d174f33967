"""Civil status: births (IDE-NAI)."""

from __future__ import annotations

from datetime import timedelta

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.kin import parents
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _newborn(case: Case) -> Someone:
    """Return whom the act is about, rather somebody born in France, since a French town hall writes it."""
    people = (*case.home.adults, *case.home.enfants, *case.home.enfants)
    return case.desk.rng.choice([each for each in people if each.nation == "FRA"] or [case.who])


def _naturalised(case: Case) -> Someone:
    """Return an adult, rather one born abroad."""
    return next((each for each in case.home.adults if each.nation != "FRA"), case.who)


def _margin(case: Case, who: Someone) -> str:
    if who.role == "E":
        return case.one("Néant.", f"Reconnu par le père le {long_date(who.naissance - timedelta(days=40))}.")
    return case.one("Néant.", f"Marié(e) à {case.commune.title()} le {case.long(800, 4000)} avec {case.third()}.")


def _full_copy_of_birth(case: Case) -> Paper:
    who = _newborn(case)
    mother, father = parents(case, who)
    return Paper(
        "IDE-NAI",
        who.role,
        f"MAIRIE DE {who.lieu.upper()}",
        "Copie intégrale de l'acte de naissance",
        texts(
            f"{who.nom.upper()} {who.prenoms}",
            f"Le {spelled_day(who.naissance)}, à {case.one('trois', 'huit', 'vingt')} heures "
            f"{case.one('douze', 'trente-huit', 'cinquante')} minutes, est {who.born}, "
            f"{case.one('avenue de la Maternité', 'rue des Hospitalières')} : {who.prenoms}, du sexe "
            f"{who.gendered('féminin', 'masculin')},",
            f"de {father.nom.upper()} {father.prenoms}, né à {father.lieu} le {spelled_day(father.naissance)}, "
            f"{case.home.metier.lower()}, et de {mother.nom.upper()} {mother.prenoms}, née à {mother.lieu} le "
            f"{spelled_day(mother.naissance)}, sans profession, son épouse, domiciliés à {who.lieu}.",
            f"Dressé le {spelled_day(who.naissance + timedelta(days=2))}, à onze heures, sur la déclaration du père, "
            f"qui, lecture faite et invité à lire l'acte, a signé avec Nous, {case.third()}, officier de l'état civil "
            "par délégation du maire.",
            f"MENTIONS MARGINALES : {_margin(case, who)}",
            "Copie certifiée conforme selon procédé informatisé.",
        ),
        references=(f"ACTE N° {case.number(4)}", f"Année {who.naissance.year}"),
        signer="L'officier de l'état civil",
        seal=(f"MAIRIE DE {who.lieu.upper()}", "ÉTAT CIVIL"),
        foot="Délivrée conformément à l'article 26 du décret n° 2017-890 du 6 mai 2017 relatif à l'état civil.",
    )


def _extract_with_parents(case: Case) -> Paper:
    who = _newborn(case)
    mother, father = parents(case, who)
    return Paper(
        "IDE-NAI",
        who.role,
        "RÉPUBLIQUE FRANÇAISE",
        case.one("Extrait d'acte de naissance avec filiation", "Extrait de l'acte de naissance avec filiation"),
        (
            Fields(
                (
                    ("Le", long_date(who.naissance)),
                    ("à", f"{case.some(0, 23)} heures {case.some(10, 59)}"),
                    (f"est {who.born} à", who.lieu),
                    ("Nom", who.nom.upper()),
                    ("Prénoms", who.prenoms),
                    ("Sexe", who.gendered("féminin", "masculin")),
                )
            ),
            Heading(who.gendered("Fille de", "Fils de")),
            Fields(
                (
                    ("Nom et prénoms du père", f"{father.nom.upper()} {father.prenoms}"),
                    ("Né le", f"{long_date(father.naissance)} à {father.lieu}"),
                    ("Nom et prénoms de la mère", f"{mother.nom.upper()} {mother.prenoms}"),
                    ("Née le", f"{long_date(mother.naissance)} à {mother.lieu}"),
                )
            ),
            Heading("Mentions marginales"),
            Text(_margin(case, who)),
            Text("Pour extrait conforme aux registres. Validité : trois mois à compter de la date de délivrance."),
        ),
        lines=(f"Commune de {who.lieu}", "Bureau de l'état civil"),
        references=(f"Acte de naissance n° {case.number(3)} / {who.naissance.year}",),
        signer="L'officier de l'état civil délégué",
        seal=("MAIRIE DE", who.lieu.upper()),
        foot="La falsification d'un acte de l'état civil est punie de trois ans d'emprisonnement (code pénal, 441-2).",
    )


def _foreign_birth_translated(case: Case) -> Paper:
    who = _naturalised(case)
    mother, father = parents(case, who)
    return Paper(
        "IDE-NAI",
        who.role,
        f"État civil de {who.lieu}",
        case.one("Extrait des minutes des actes de naissance", "Extrait du registre des naissances – traduction"),
        (
            Table(
                (
                    ("Rubrique", "Indication au registre"),
                    ("Centre principal", who.lieu),
                    ("Nom de l'enfant", who.nom.upper()),
                    ("Prénom(s)", who.prenoms),
                    ("Date de naissance", short_date(who.naissance)),
                    ("Père", father.full),
                    ("Mère", mother.full),
                    ("Profession du père", "Commerçant"),
                ),
                (2, 3),
            ),
            *texts(
                f"Pour l'année {who.naissance.year}, le {spelled_day(who.naissance)}, est {who.born} l'enfant désigné "
                "ci-dessus. Jugement supplétif : néant. Déclarant : le père.",
                "Traduit de la langue originale par le traducteur interprète soussigné, expert près la Cour d'appel. "
                f"Visé ne varietur sous le n° {case.number(4)}.",
            ),
        ),
        lines=("Déclaration de naissance", f"Registre {case.number(2)}, feuillet {case.number(3)}"),
        signer=f"{case.third()}, traducteur",
        seal=("TRADUCTEUR JURÉ", "COUR D'APPEL"),
    )


def _birth_by_another_town_hall(case: Case) -> Paper:
    who = _newborn(case)
    mother, father = parents(case, who)
    return Paper(
        "IDE-NAI",
        who.role,
        who.lieu.upper(),
        f"Naissance de {who.nom.upper()} {who.prenom}",
        (
            Text(f"N° {case.number(4)} – NAISSANCE – {who.nom.upper()} {who.prenoms}", bold=True),
            Fields(
                (
                    ("Date et heure de naissance", f"{spelled_day(who.naissance)}"),
                    ("Lieu", who.lieu),
                    ("Sexe de l'enfant", who.gendered("Féminin", "Masculin")),
                    ("PARENT", f"{father.full}, {short_date(father.naissance)}, {father.lieu}"),
                    ("PARENT", f"{mother.full}, {short_date(mother.naissance)}, {mother.lieu}"),
                    ("Déclarant", f"{case.third()}, sage-femme"),
                )
            ),
            Text(
                f"Après lecture et invitation à lire l'acte, Nous, {case.third()}, adjointe administrative, officier "
                "de l'état civil par délégation, avons signé avec le déclarant."
            ),
            Heading("Mentions apposées postérieurement"),
            Text(_margin(case, who)),
            Text(
                "Copie intégrale délivrée à la personne que l'acte concerne ou à son représentant, par l'intermédiaire "
                "du téléservice de demande d'acte. Ne peut être plastifiée."
            ),
        ),
        lines=("Service à la population – Formalités", "Place de l'Hôtel-de-Ville"),
        signer="Officier d'état civil délégué",
        seal=(who.lieu.upper(), "OFFICIER D'ÉTAT CIVIL"),
        numbered=True,
    )


def _birth_by_central_registry(case: Case) -> Paper:
    who = _naturalised(case)
    mother, father = parents(case, who)
    return Paper(
        "IDE-NAI",
        who.role,
        "SERVICE CENTRAL D'ÉTAT CIVIL",
        "Copie de l'acte de naissance",
        texts(
            f"Tenant lieu d'acte de naissance (loi n° 78-731 du 12 juillet 1978). {who.nom.upper()} {who.prenoms}.",
            f"Le {spelled_day(who.naissance)}, à une heure non précisée, est {who.born} à {who.lieu} : {who.prenoms}, "
            f"{who.gendered('fille', 'fils')} de {father.prenoms} {father.nom.upper()}, né en {father.naissance.year}, "
            f"et de {mother.prenoms} {mother.nom.upper()}, née en {mother.naissance.year}.",
            f"Établi par Nous, officier de l'état civil au ministère des affaires étrangères, le "
            f"{spelled_day(case.day(900, 6000))}, sous le timbre de l'acquisition de la nationalité française "
            f"(décret, article 21-15 du code civil).",
            f"Mentions : {_margin(case, who)}",
            "Toute personne peut vérifier l'authenticité de la présente copie électronique sur le site du service.",
        ),
        lines=("Ministère des affaires étrangères", "44941 NANTES CEDEX 09"),
        references=(f"Dossier : {who.naissance.year} X {case.number(6)}", f"Réf. demande : {case.number(9)}"),
        letter=True,
        signer="L'officier de l'état civil",
        foot="Nul ne peut exiger une copie de moins de trois mois sauf en vue d'un mariage ou d'un PACS.",
    )


WRITERS: Writers = {
    "IDE-NAI": to_learn(
        _full_copy_of_birth,
        _extract_with_parents,
        _foreign_birth_translated,
        _birth_by_another_town_hall,
        _birth_by_central_registry,
    ),
}
