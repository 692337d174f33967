"""The family booklet: pages of the spouses and whole booklets (FAM-LIV), pages of the children (IDE-LFE)."""

from __future__ import annotations

from datetime import timedelta

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.kin import couple, offspring, parents, wedding
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone

RANKS = ("PREMIER", "DEUXIÈME", "TROISIÈME", "QUATRIÈME")


def _children(case: Case) -> tuple[Someone, ...]:
    """Return the children of the booklet: those of the household, else the applicant in a parents' booklet."""
    return case.home.enfants or (case.who,)


def _town_of(case: Case) -> str:
    return case.commune.title()


def _spouses(case: Case) -> tuple[Part, ...]:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    return (
        Text(f"EXTRAIT DE L'ACTE DE MARIAGE N° {case.number(3)}", bold=True),
        Text(f"Le {long_date(day)}, à {case.some(10, 17)} heures, a été célébré à {_town_of(case)} le mariage de :"),
        *_spouse(case, "ÉPOUX", husband),
        *_spouse(case, "ÉPOUSE", wife),
        Fields((("Contrat de mariage", case.one("néant", "oui, reçu par notaire")),)),
        Text("Délivré conforme aux registres. Sceau de la mairie et signature de l'officier de l'état civil."),
        Heading("Mentions"),
        Text(case.one("…………………………………………", "Néant")),
    )


def _spouse(case: Case, label: str, who: Someone) -> tuple[Part, ...]:
    mother, father = parents(case, who)
    return (
        Heading(label),
        Fields(
            (
                ("Nom", who.nom.upper()),
                ("Prénoms", who.prenoms),
                (f"{who.born.capitalize()} le", f"{long_date(who.naissance)} à {who.lieu}"),
                (who.gendered("Fille de", "Fils de"), father.full),
                ("et de", mother.full),
            )
        ),
    )


def _child_frame(case: Case, rank: str, child: Someone) -> tuple[Part, ...]:
    return (
        Heading(f"{rank} ENFANT"),
        Text(f"EXTRAIT DE L'ACTE DE NAISSANCE N° {case.number(3)}", bold=True),
        Fields(
            (
                ("Mairie de", child.lieu),
                (f"Le {long_date(child.naissance)}", f"à {case.some(0, 23)} heures {case.some(10, 59)}"),
                (f"est {child.born}", f"{child.nom.upper()} {child.prenoms}"),
                ("à", child.lieu),
                ("sexe", child.gendered("féminin", "masculin")),
            )
        ),
        Text("Délivré conforme aux registres, le " + short_date(child.naissance + timedelta(days=3)) + "."),
        Fields((("L'officier de l'état civil", "(sceau de la mairie)"), ("Mentions marginales", "………………………"))),
    )


def _empty_frame(rank: str) -> tuple[Part, ...]:
    dots = "………………………………"
    labels = ("Mairie de", "Le", "est né(e)", "à", "sexe")
    return (
        Heading(f"{rank} ENFANT"),
        Text("EXTRAIT DE L'ACTE DE NAISSANCE N° ……", bold=True),
        Fields(tuple((label, dots) for label in labels)),
    )


def _whole_booklet(case: Case) -> Paper:
    frames = [_child_frame(case, RANKS[i], child) for i, child in enumerate(offspring(case)[:3])]
    return Paper(
        "FAM-LIV",
        None,
        "RÉPUBLIQUE FRANÇAISE",
        "Livret de famille",
        (
            Text(f"Délivré par la mairie de {_town_of(case)}"),
            Text(
                "Les époux ou les parents doivent présenter le livret chaque fois qu'il y a lieu d'y porter un extrait "
                "d'acte ou une mention. Tout usage d'un livret incomplet engage la responsabilité de ses titulaires."
            ),
            Leaf(),
            *_spouses(case),
            *(part for frame in frames for part in (Leaf(), *frame)),
        ),
        signer="L'officier de l'état civil",
        seal=(f"MAIRIE DE {case.commune}",),
    )


def _booklet_open_at_marriage(case: Case) -> Paper:
    child = offspring(case)[0]
    return Paper(
        "FAM-LIV",
        None,
        "LIVRET DE FAMILLE",
        case.one("Extrait de l'acte de mariage", "Acte de mariage des parents"),
        (*_spouses(case), *_child_frame(case, RANKS[0], child), *_empty_frame(RANKS[1])),
        lines=(f"Délivré par la mairie de {_town_of(case)}",),
    )


def _booklet_of_parents(case: Case) -> Paper:
    mother, father = couple(case)
    pages = tuple(
        part
        for number, child in enumerate(offspring(case), 1)
        for part in (
            Leaf(),
            Heading(f"Enfant ({number})"),
            Text(
                f"Acte de naissance n° {case.number(4)}. Le {spelled_day(child.naissance)} est {child.born} à "
                f"{child.lieu} {child.prenoms} {child.nom.upper()}, de sexe {child.gendered('féminin', 'masculin')}."
            ),
            Text(f"Certifié à {child.lieu}, {short_date(child.naissance + timedelta(days=2))}. Cachet, signature."),
        )
    )
    return Paper(
        "FAM-LIV",
        None,
        f"Commune de {_town_of(case)}",
        "Livret de famille",
        (
            *texts(
                "Le présent livret est remis aux parents lors de l'établissement de l'acte de naissance de leur "
                "premier enfant ou lors du mariage (décret n° 74-449 du 15 mai 1974, arrêté du 1er juin 2006)."
            ),
            Heading("PÈRE OU PARENT"),
            Text(f"Extrait d'acte de naissance : {father.nom.upper()} {father.prenoms}, {case.born(father)}."),
            Heading("MÈRE OU PARENT"),
            Text(f"Extrait d'acte de naissance : {mother.nom.upper()} {mother.prenoms}, {case.born(mother)}."),
            Heading("Mariage des parents"),
            Text("Sans objet à la date de délivrance du livret."),
            *pages,
        ),
        lines=("État civil",),
        numbered=True,
    )


def _booklet_of_old_form(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    rows = tuple((child.prenom, child.lieu, short_date(child.naissance)) for child in offspring(case))
    return Paper(
        "FAM-LIV",
        None,
        "PRÉFECTURE DU DÉPARTEMENT",
        "Livret de famille – mariage",
        (
            Heading("MARI"),
            Text(f"{husband.nom.upper()} {husband.prenoms}, {case.born(husband)}. Profession : {case.home.metier}."),
            Heading("FEMME"),
            Text(f"{wife.nom.upper()} {wife.prenoms}, {case.born(wife)}. Profession : sans."),
            Text(f"Unis à la mairie de {_town_of(case)} le {spelled_day(day)}. Régime : communauté légale."),
            Heading("ENFANTS ISSUS DU MARIAGE"),
            Table((("Prénom", "Commune", "Date"), *rows), (2, 2, 1)),
            Heading("DÉCÈS DES ÉPOUX"),
            Text("Décès du mari : ………………………… Décès de la femme : …………………………"),
            Text("En cas de perte, un second livret est délivré sur demande par la mairie de la résidence."),
        ),
        lines=(f"Mairie de {_town_of(case)}",),
        seal=(f"MAIRIE DE {case.commune}",),
        signer="Le maire",
    )


def _pages_of_children(case: Case) -> Paper:
    children = _children(case)
    frames = (_child_frame(case, rank, child) for rank, child in zip(RANKS, children, strict=False))
    return Paper(
        "IDE-LFE",
        children[0].role,
        "LIVRET DE FAMILLE",
        "Enfants",
        (*(part for frame in frames for part in frame), *_empty_frame(RANKS[min(len(children), 3)])),
    )


def _page_of_one_child(case: Case) -> Paper:
    child = _children(case)[0]
    return Paper(
        "IDE-LFE",
        child.role,
        f"Délivré par la mairie de {child.lieu}",
        f"{case.one(*RANKS[:2])} enfant",
        (
            Text(f"Extrait de l'acte de naissance n° {case.number(4)}", bold=True),
            *texts(
                f"Le {spelled_day(child.naissance)} à {case.some(0, 23)} heures {case.some(10, 59)} minutes est "
                f"{child.born} : {child.prenoms} {child.nom.upper()}, à {child.lieu}.",
                "Délivré conforme aux registres. L'officier de l'état civil, sceau de la mairie.",
            ),
            Heading("Mentions marginales"),
            Text("Changement de nom, légitimation, adoption : ……………………………………"),
            Heading("EXTRAIT DE L'ACTE DE DÉCÈS N° ………"),
            Text("Décédé(e) le …………………… à …………………… Délivré conforme aux registres."),
        ),
        signer="L'officier de l'état civil",
        seal=(f"MAIRIE DE {child.lieu.upper()}", "ÉTAT CIVIL"),
    )


def _children_in_new_form(case: Case) -> Paper:
    children = _children(case)
    frames = tuple(
        part
        for number, child in enumerate(children, 1)
        for part in (
            Heading(f"Acte de naissance de l'enfant n° {number}"),
            Fields(
                (
                    ("Nom de famille (1re partie)", child.nom.upper()),
                    ("Prénom(s)", child.prenoms),
                    ("Date de naissance", short_date(child.naissance)),
                    ("Commune de naissance", child.lieu),
                    ("Références de l'acte", f"{child.naissance.year} / {case.number(4)}"),
                )
            ),
        )
    )
    return Paper(
        "IDE-LFE",
        children[0].role,
        "Livret de famille – feuillets « enfants »",
        "Extraits d'acte de naissance",
        (*frames, Text("Extraits certifiés conformes par l'officier d'état civil ; timbre humide obligatoire.")),
        seal=("ÉTAT CIVIL", children[0].lieu.upper()),
        signer="L'officier d'état civil",
        numbered=True,
    )


def _child_by_maternity_town(case: Case) -> Paper:
    child = _children(case)[0]
    mother, father = couple(case)
    return Paper(
        "IDE-LFE",
        child.role,
        f"Ville de {child.lieu}",
        f"Enfant : {child.prenom}",
        (
            Fields(
                (
                    ("Naissance le", spelled_day(child.naissance)),
                    ("Acte", f"n° {case.number(5)}"),
                    ("De", father.full),
                    ("Et de", mother.full),
                )
            ),
            Text(f"{child.nom.upper()} {child.prenoms}, sexe {child.gendered('F', 'M')}, reconnu par ses parents."),
            Text("Ce feuillet fait partie intégrante du livret de famille et ne peut en être détaché."),
            Heading("Enfant suivant"),
            Text("Naissance le …………… Acte n° …………… Nom, prénoms ………………………………"),
        ),
        lines=("Feuillet du livret de famille",),
        signer="Pour le maire",
        seal=("OFFICIER DE", "L'ÉTAT CIVIL"),
    )


WRITERS: Writers = {
    "FAM-LIV": to_learn(_whole_booklet, _booklet_open_at_marriage, _booklet_of_old_form, _booklet_of_parents),
    "IDE-LFE": to_learn(_pages_of_children, _page_of_one_child, _children_in_new_form, _child_by_maternity_town),
}
