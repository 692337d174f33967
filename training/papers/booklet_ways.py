"""Family booklets of all ages: spouses, parents, pages of children, covers, booklets from abroad."""

from __future__ import annotations

from training.desk import long_date, short_date
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Fields, Filled, Heading, Leaf, Paper, Part, Table, Text
from training.papers.kin import couple, offspring, parents, wedding
from training.papers.registry_asides import BOOKLET
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _hour(case: Case) -> str:
    return case.one("à trois heures vingt", "à seize heures", "à 14 h 05", "à vingt-deux heures une minute", "")


def _child_frame(case: Case, child: Someone, rank: str) -> tuple[Part, ...]:
    return (
        Heading(case.one(f"{rank} ENFANT", f"Enfant : {rank.lower()}", f"EXTRAIT DE L'ACTE DE NAISSANCE ({rank})")),
        Fields(
            (
                (case.one("Acte n°", "N°"), case.number(4)),
                (case.one("Né le", "Le"), f"{long_date(child.naissance)} {_hour(case)}"),
                ("à", child.lieu),
                (case.one("Prénoms", "Prénom(s)"), child.prenoms),
                ("Nom", child.nom.upper()),
            )
        ),
        Text(case.one("Certifié conforme aux registres, l'officier de l'état civil.", "Délivré par la mairie. Sceau.")),
    )


RANKS = ("PREMIER", "DEUXIEME", "TROISIEME", "QUATRIEME")


def _frames(case: Case, children: tuple[Someone, ...]) -> tuple[Part, ...]:
    return tuple(part for child, rank in zip(children, RANKS, strict=False) for part in _child_frame(case, child, rank))


def _booklet_child_page(case: Case) -> Paper:
    child = case.child() or case.who
    blank = (("Décédé(e) le", ""), ("Acte n°", ""))
    return Paper(
        "IDE-LFE",
        child.role,
        case.one("ENFANTS", "Livret de famille", f"- {case.some(6, 14)} -"),
        case.one("Extrait de l'acte de naissance n°", "Premier enfant", "Naissance", "Deuxième enfant"),
        (*_child_frame(case, child, case.one(*RANKS)), Heading("EXTRAIT DE L'ACTE DE DECES"), Filled(blank)),
        seal=("MAIRIE", child.lieu.upper()),
        signer=case.one("L'officier de l'état civil", "Le Maire"),
    )


def _booklet_children_side_by_side(case: Case) -> Paper:
    child = case.child() or case.who
    mother, father = parents(case, child)
    return Paper(
        "IDE-LFE",
        child.role,
        case.one("LIVRET DE FAMILLE", "Livret - pages des enfants"),
        case.one("Enfants", "Naissance et décès des enfants", "Enfants issus des père et mère"),
        (
            Text(f"Père : {father.full} - Mère : {mother.full}"),
            Table(
                (
                    ("", case.one("1er enfant", "Premier"), case.one("2e enfant", "Deuxième")),
                    ("Prénoms", child.prenoms, ""),
                    ("Nom", child.nom.upper(), ""),
                    ("Né(e) le", short_date(child.naissance), ""),
                    ("Commune", child.lieu, ""),
                    ("Acte n°", case.number(3), ""),
                    ("Officier de l'état civil", case.third(), ""),
                ),
                (1.1, 1.6, 1.2),
            ),
            Text(case.one("Mentions marginales : néant.", "Sceau de la mairie, signature.", "Mentions :")),
        ),
        signer=case.one("L'officier de l'état civil", "Sceau et signature"),
        seal=("MAIRIE",),
    )


def _booklet_of_one_child(case: Case) -> Paper:
    child = case.child() or case.who
    mother, father = parents(case, child)
    return Paper(
        "IDE-LFE",
        child.role,
        case.one("REPUBLIQUE FRANCAISE", "Livret de famille de parents non mariés"),
        case.one("Extrait d'acte de naissance de l'enfant", "Parents et premier enfant", "Premier enfant"),
        (
            *texts(
                f"Le {spelled_day(child.naissance)} est {child.born} à {child.lieu} :",
                f"{child.prenoms} {child.nom.upper()} (1re partie : {mother.nom}, 2de partie : {father.nom})",
                f"de {father.full} et de {mother.full}. {case.one('Reconnaissance conjointe.', 'Reconnu ce jour.')}",
            ),
            *((Leaf(), *_child_frame(case, child, case.one(*RANKS[1:]))) if case.some(0, 1) else ()),
        ),
        signer=case.one("L'officier de l'état civil", "Délivré par la mairie de " + child.lieu),
        seal=("SCEAU", child.lieu.upper()),
    )


def _booklet_abroad(case: Case) -> Paper:
    child = case.child() or case.who
    return Paper(
        "IDE-LFE",
        child.role,
        case.one("CONSULAT GENERAL", "ROYAUME DU MAROC - LIVRET D'ETAT CIVIL", "OFPRA - Livret de famille"),
        case.one("Enfants", "Page de l'enfant", "Enfant n° 1"),
        (
            Filled((("Prénom", child.prenom), ("Nom", child.nom), ("Né le", short_date(child.naissance)))),
            Filled((("Lieu", child.lieu), ("Numéro de l'acte", case.number(3)))),
            Text("Signature et cachet de l'officier de l'état civil. Observations."),
        ),
        signer="L'officier de l'état civil",
        seal=("ETAT CIVIL",),
    )


def _booklet_of_spouses(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)

    def spouse(who: Someone, label: str) -> tuple[Part, ...]:
        mother, father = parents(case, who)
        born = f"{long_date(who.naissance)} à {who.lieu}"
        return (
            Heading(label),
            Fields((("Nom", who.nom.upper()), ("Prénoms", who.prenoms), ("Né(e) le", born))),
            Text(f"{who.gendered('Fille', 'Fils')} de {father.full} et de {mother.full}"),
        )

    return Paper(
        "FAM-LIV",
        None,
        case.one("LIVRET DE FAMILLE", "REPUBLIQUE FRANCAISE", f"Mairie de {case.commune.title()}"),
        case.one("Extrait de l'acte de mariage", "Livret de famille", f"Mariage n° {case.number(3)}"),
        (
            Text(f"Le {spelled_day(day)} ont contracté mariage à {case.commune} :"),
            *spouse(husband, case.one("Epoux", "MARI", "Époux ou père")),
            *spouse(wife, case.one("Epouse", "FEMME", "Épouse ou mère")),
            Text(case.one("Contrat de mariage : néant.", "Il a été fait un contrat.", "Autres mentions :")),
            *((Leaf(), *_frames(case, offspring(case))) if case.some(0, 2) else ()),
        ),
        seal=("MAIRIE", case.commune),
        signer=case.one("L'officier de l'état civil", "Le Maire"),
    )


def _booklet_of_parents(case: Case) -> Paper:
    child = offspring(case)[0]
    mother, father = couple(case)
    return Paper(
        "FAM-LIV",
        None,
        case.one("Livret de famille", "FAMILLE", f"Ville de {case.commune.title()}"),
        case.one("Parents", "Livret de famille", "Extrait de l'acte de naissance de la mère", "Père et mère"),
        (
            Table(
                (
                    ("", case.one("Mère", "MERE"), case.one("Père", "PERE")),
                    ("Nom", mother.nom.upper(), father.nom.upper()),
                    ("Prénoms", mother.prenoms, father.prenoms),
                    ("Naissance", short_date(mother.naissance), short_date(father.naissance)),
                    ("à", mother.lieu, father.lieu),
                    ("Mentions", "", ""),
                ),
                (0.8, 1.6, 1.6),
            ),
            *_child_frame(case, child, "PREMIER"),
        ),
        signer=case.one("L'officier de l'état civil", "Sceau et signature"),
        seal=("MAIRIE",),
    )


def _booklet_cover_and_rules(case: Case) -> Paper:
    wife, husband = couple(case)
    return Paper(
        "FAM-LIV",
        None,
        "REPUBLIQUE FRANCAISE",
        "Livret de famille",
        (
            *texts(
                f"{case.one('Délivré', 'Remis')} par la mairie de {case.commune.title()} à {husband.full} et "
                f"{wife.full}.",
                case.one(
                    "Les époux doivent faire tenir à jour ce livret. Toute altération est punie des peines du faux.",
                    "Avis important : le livret est complété à chaque naissance, décès, divorce ; en cas de perte, un "
                    "duplicata est demandé à la mairie du domicile.",
                ),
            ),
            Leaf(),
            Text(
                f"Mariage célébré le {long_date(wedding(case, wife, husband))}. Extrait de l'acte n° {case.number(3)}"
            ),
            Fields((("Epoux", husband.full), ("Epouse", wife.full), ("Mentions", case.one("", "divorce")))),
            *_frames(case, offspring(case)),
        ),
        signer="L'officier de l'état civil",
        seal=("MAIRIE", case.commune),
    )


def _booklet_of_foreign_couple(case: Case) -> Paper:
    wife, husband = couple(case)
    children = tuple((child.prenom, short_date(child.naissance), child.lieu) for child in offspring(case))
    return Paper(
        "FAM-LIV",
        None,
        case.one("OFFICE FRANCAIS DE PROTECTION DES REFUGIES", "REPUBLIQUE ALGERIENNE", "REPUBLIQUE DU MALI"),
        case.one("Livret de famille", "Livret de famille n° " + case.number(6), "Carnet de famille"),
        (
            Filled((("L'époux", husband.full), ("né le", short_date(husband.naissance)), ("à", husband.lieu))),
            Filled((("L'épouse", wife.full), ("née le", short_date(wife.naissance)), ("à", wife.lieu))),
            Table((("Enfants : prénom", "né(e) le", "lieu"), *children), (1.4, 1, 1.2)),
            Text(
                case.one("Régime : commun.", "Actes tenus par le centre d'état civil.", "Mariage coutumier transcrit.")
            ),
        ),
        signer="L'officier de l'état civil",
        seal=("ETAT CIVIL",),
    )


WRITERS: Writers = {
    "IDE-LFE": to_learn(
        *with_asides(
            BOOKLET, _booklet_child_page, _booklet_children_side_by_side, _booklet_of_one_child, _booklet_abroad
        )
    ),
    "FAM-LIV": to_learn(
        *with_asides(
            BOOKLET, _booklet_of_spouses, _booklet_of_parents, _booklet_cover_and_rules, _booklet_of_foreign_couple
        )
    ),
}
