"""Papers of registrars, to test on: births, marriages, deaths and the family booklet."""

from __future__ import annotations

from datetime import date, timedelta

from training.desk import MONTHS, long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Filled, Heading, Leaf, Paper, Text
from training.papers.kin import couple, invented, offspring, parents, wedding
from training.papers.wording import spelled, spelled_day, texts
from training.papers.writers import Writers, to_test
from training.people import Someone


def _hour(case: Case) -> str:
    return f"{spelled(case.some(7, 21))} heures {spelled(case.some(2, 58))} minutes"


def _slashed(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _full_birth_of_a_town(case: Case) -> Paper:
    born = case.child() or case.who
    mother, father = parents(case, born)
    town, clerk = born.lieu.title(), case.third()
    job, work = case.one("aide-soignante", "vendeuse", "sans profession"), case.one("maçon", "cuisinier", "chauffeur")
    acted = born.naissance + timedelta(days=case.some(1, 4))
    sexed = f"du sexe {born.gendered('féminin', 'masculin')}"
    margin = case.one(
        f"Reconnu{born.gendered('e', '')} à {town} le {long_date(born.naissance - timedelta(days=70))} par les "
        "parents.",
        "Mentions marginales : néant.",
        "Choix de nom effectué par déclaration conjointe des parents enregistrée lors de la naissance.",
    )
    words = (
        f"Le {spelled_day(born.naissance)}, à {_hour(case)}, est {born.born}, {case.some(2, 60)} "
        f"{case.one('avenue de l’Hôpital', 'rue de la Maternité', 'boulevard de la Clinique')}, {sexed} :",
        f"{born.prenoms.replace(' ', ', ')} {born.nom.upper()}",
        f"de {father.full}, né à {father.lieu} le {_slashed(father.naissance)}, {work}, et de {mother.full}, née à "
        f"{mother.lieu} le {_slashed(mother.naissance)}, {job}, domiciliés à {case.address}.",
        f"Dressé par nous le {spelled_day(acted)}, à {_hour(case)}, sur la déclaration du père, qui, lecture faite et "
        f"invité à lire l'acte, a signé avec nous, {clerk}, "
        f"{case.one('adjoint administratif', 'rédacteur', 'agent')}, officier de l'état civil par délégation du maire.",
    )
    return Paper(
        "IDE-NAI",
        born.role,
        f"VILLE DE {town.upper()}",
        case.one("Copie intégrale d'acte de naissance", "Acte de naissance - Copie intégrale"),
        (
            Fields((("Acte n°", f"{case.some(20, 1900)}/{born.naissance.year}"), ("Nom", born.nom.upper()))),
            Text(words[0]),
            Text(words[1], bold=True),
            *texts(*words[2:], margin, "Copie délivrée selon procédé informatisé, certifiée conforme à l'original."),
        ),
        lines=("RÉPUBLIQUE FRANÇAISE", "Service de l'état civil"),
        signer="L'officier de l'état civil",
        seal=("MAIRIE", town.upper()),
        foot="Toute altération ou falsification est passible des peines prévues aux articles 441-1 et suivants du "
        "code pénal. La validité de cette copie est limitée à trois mois pour certaines démarches.",
    )


def _birth_of_the_central_registry(case: Case) -> Paper:
    who = case.who
    mother, father = parents(case, who)
    label = f"{who.gendered('Fille', 'Fils')} de"
    year, abroad = who.naissance.year + case.some(18, 22), case.one("Alger", "Lisbonne", "Dakar", "Tunis", "Oran")
    return Paper(
        "IDE-NAI",
        "D",
        "MINISTÈRE DE L'EUROPE ET DES AFFAIRES ÉTRANGÈRES",
        case.one("Extrait d'acte de naissance", "Extrait de l'acte de naissance avec filiation"),
        (
            Text("Extrait délivré par application de l'article 37 du décret n° 2017-890 du 6 mai 2017"),
            Fields(
                (
                    ("Référence de l'acte", f"{case.one('RC', 'CSL', 'EC')} {year}.{case.number(5)}.{case.number(3)}"),
                    ("Nom", who.nom.upper()),
                    ("Prénom(s)", who.prenoms.replace(" ", ", ")),
                    ("Sexe", who.gendered("Féminin", "Masculin")),
                    ("Date de naissance", long_date(who.naissance)),
                    ("Lieu de naissance", abroad),
                    (label, father.full),
                    ("et de", mother.full),
                )
            ),
            Heading("Mentions"),
            *texts(
                case.one(
                    "Acte établi en exécution de l'article 98 du code civil.",
                    f"{who.gendered('Française', 'Français')} par décret de naturalisation du {case.long(2000, 5000)}.",
                    "Acte dressé sur les registres consulaires et conservé au service central d'état civil.",
                ),
                "Pour extrait certifié conforme aux registres de l'état civil. Le présent extrait est établi sur "
                "support électronique et signé par l'officier de l'état civil du service central.",
            ),
        ),
        lines=("Direction des Français à l'étranger et de l'administration consulaire", "Service central d'état civil"),
        references=(f"Demande n° {case.number(9)}", f"Délivré le {case.short()}"),
        signer="L'officier de l'état civil,",
        seal=("SERVICE CENTRAL", "D'ÉTAT CIVIL"),
        foot="Service central d'état civil - 44941 Nantes cedex 9. Un document d'état civil peut être vérifié par les "
        "administrations habilitées auprès du service qui l'a délivré.",
    )


def _child_frame(case: Case, child: Someone, rank: str) -> tuple[Heading | Filled | Text, ...]:
    """The page of one child, filled in by hand at the town hall."""
    return (
        Heading(f"{rank} enfant"),
        Text(f"Extrait de l'acte de naissance n° {case.some(12, 980)}"),
        Filled(
            (
                ("Le", _slashed(child.naissance)),
                ("à", f"{case.some(0, 23)} heures {case.some(1, 59)}"),
                (f"est {child.born}", child.prenoms),
                ("NOM", child.nom.upper()),
                ("Sexe", child.sexe),
                ("à", child.lieu.title()),
                ("Délivré conforme aux registres le", short_date(child.naissance + timedelta(days=3))),
            )
        ),
        Text("L'officier de l'état civil (signature et sceau)"),
        Filled((("Mentions marginales", ""),)),
        Text("Extrait de l'acte de décès n° ...............  Décédé(e) le ...............  à ..............."),
    )


def _booklet_pages_of_children(case: Case) -> Paper:
    children, ranks = offspring(case)[:2], ("Premier", "Deuxième")
    parts: list[Heading | Filled | Text | Leaf] = []
    for rank, child in zip(ranks, children, strict=False):
        parts += [*([Leaf()] if parts else []), *_child_frame(case, child, rank)]
    return Paper(
        "IDE-LFE",
        "E",
        f"Mairie de {children[0].lieu.title()}",
        "Enfants",
        tuple(parts),
        seal=("MAIRIE", children[0].lieu.upper()),
        signer="L'officier de l'état civil",
    )


def _full_marriage_of_a_town(case: Case) -> Paper:
    wife, husband = couple(case)
    day, clerk, town = wedding(case, wife, husband), case.third(), case.commune.title()
    sides = []
    for who, job in ((husband, case.one("agent de sécurité", "électricien")), (wife, case.one("employée", "agente"))):
        mother, father = parents(case, who)
        sides.append(
            f"{who.prenoms.replace(' ', ', ')} {who.nom.upper()}, {job}, {who.born} à {who.lieu} le "
            f"{spelled_day(who.naissance)}, {who.gendered('domiciliée', 'domicilié')} à {town}, "
            f"{who.gendered('fille', 'fils')} de {father.full}, retraité, et de {mother.full}, son épouse ;"
        )
    return Paper(
        "FAM-MAR",
        None,
        f"MAIRIE DE {town.upper()}",
        case.one("Copie intégrale de l'acte de mariage", "Acte de mariage"),
        (
            Text(f"Acte n° {case.some(3, 240)} - Mariage {husband.nom.upper()} / {wife.nom.upper()}", bold=True),
            *texts(
                f"Le {spelled_day(day)}, à {_hour(case)}, devant nous ont comparu publiquement en la maison commune :",
                *sides,
                case.one(
                    "Les futurs époux déclarent qu'il n'a pas été fait de contrat de mariage.",
                    f"Contrat de mariage reçu le {long_date(day - timedelta(days=40))} par Maître {clerk}, notaire.",
                ),
                "Sur notre interpellation, ils ont déclaré l'un après l'autre vouloir se prendre pour époux et nous "
                f"avons prononcé au nom de la loi qu'ils sont unis par le mariage, en présence de {case.third()} et "
                f"de {case.third()}, témoins majeurs.",
                "Lecture faite et invités à lire l'acte, les époux et les témoins ont signé avec nous, "
                f"{case.third()}, {case.one('adjoint au maire', 'maire', 'conseillère municipale déléguée')}, "
                "officier de l'état civil.",
            ),
            Heading("Mentions marginales"),
            Text(case.one("Néant", "Livret de famille délivré le jour du mariage.")),
        ),
        lines=("Département - Arrondissement - État civil",),
        references=(f"Copie délivrée le {case.short()}",),
        signer="Pour copie conforme, l'officier de l'état civil délégué",
        seal=("MAIRIE", town.upper()),
    )


def _full_death_of_a_town(case: Case) -> Paper:
    gone = invented(case, "C", case.who.gendered("M", "F"), case.who.naissance + timedelta(days=case.some(-1500, 900)))
    mother, father = parents(case, gone)
    day, town = case.day(20, 900), case.commune.title()
    union = f"{gone.gendered('Épouse', 'Époux')} de {case.who.full}"
    return Paper(
        "FAM-DEC",
        None,
        f"Commune de {town}",
        case.one("Acte de décès", "Copie d'acte de décès", "Acte de décès - copie intégrale"),
        (
            Fields((("N° d'acte", f"{case.some(4, 1400)}"), ("Décès de", gone.full))),
            *texts(
                f"Le {spelled_day(day)}, à {_hour(case)}, est {gone.gendered('décédée', 'décédé')} "
                f"{case.one('en son domicile,', 'au centre hospitalier,')} {case.address} : "
                f"{gone.prenoms.replace(' ', ', ')} {gone.nom.upper()}, {gone.born} à {gone.lieu} le "
                f"{spelled_day(gone.naissance)}, {case.one('sans profession', 'en retraite', 'artisan')}, "
                f"{gone.gendered('fille', 'fils')} de {father.full}, décédé, et de {mother.full}. {union}.",
                f"Dressé par nous le {spelled_day(day + timedelta(days=1))}, à {_hour(case)}, sur la déclaration de "
                f"{case.third()}, {case.some(24, 60)} ans, {case.one('conseiller funéraire', 'agent hospitalier')}, "
                f"qui, lecture faite et invité à lire l'acte, a signé avec nous, {case.third()}, officier de l'état "
                f"civil de la commune de {town} par délégation du maire.",
                "Suivent les signatures.",
                f"Pour copie conforme, à {town}, le {case.long(1, 20)}.",
            ),
        ),
        lines=("ÉTAT CIVIL",),
        signer="L'officier de l'état civil",
        seal=("ÉTAT CIVIL", town.upper()),
    )


def _booklet_of_a_couple(case: Case) -> Paper:
    wife, husband = couple(case)
    day, town = wedding(case, wife, husband), case.commune.title()
    child = offspring(case)[0]
    sides: list[Heading | Filled] = []
    for name, who in (("Époux ou père", husband), ("Épouse ou mère", wife)):
        mother, father = parents(case, who)
        rows = (("Nom", who.nom.upper()), ("Prénoms", who.prenoms), (f"{who.born.title()} le", _slashed(who.naissance)))
        sides += [
            Heading(name),
            Filled(
                (*rows, ("à", who.lieu), (who.gendered("Fille de", "Fils de"), father.full), ("et de", mother.full))
            ),
        ]
    return Paper(
        "FAM-LIV",
        None,
        "RÉPUBLIQUE FRANÇAISE",
        "Livret de famille",
        (
            Text(f"Délivré par la mairie de {town} le {long_date(day)}"),
            Text(f"Extrait de l'acte de mariage n° {case.some(4, 210)}", bold=True),
            *sides,
            Leaf(),
            Filled(
                (("Mariés le", _slashed(day)), ("à", town), ("Contrat de mariage", case.one("sans", "néant", "oui")))
            ),
            Text("Délivré conforme aux registres. L'officier de l'état civil (signature et sceau)."),
            Text(
                "La présentation du livret de famille est requise pour toute mise à jour. Les époux doivent faire "
                "compléter le livret en cas de naissance, d'adoption, de divorce, de séparation de corps ou de décès."
            ),
            *_child_frame(case, child, "Premier"),
        ),
        signer="L'officier de l'état civil",
        seal=("MAIRIE", town.upper()),
    )


WRITERS: Writers = {
    "IDE-NAI": to_test(_full_birth_of_a_town, _birth_of_the_central_registry),
    "IDE-LFE": to_test(_booklet_pages_of_children),
    "FAM-MAR": to_test(_full_marriage_of_a_town),
    "FAM-DEC": to_test(_full_death_of_a_town),
    "FAM-LIV": to_test(_booklet_of_a_couple),
}
