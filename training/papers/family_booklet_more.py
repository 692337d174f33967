"""More livrets de famille with the couple's own pages: spouses, unmarried parents, duplicates."""

from __future__ import annotations

from datetime import timedelta

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Filled, Heading, Leaf, Paper, Part, Table, Text
from training.papers.kin import couple, offspring, parents, wedding
from training.papers.several import several
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone

_RANKS = ("Premier", "Deuxième", "Troisième", "Quatrième", "Cinquième")


def some_children(case: Case) -> tuple[Part, ...]:
    """What the pages of the children say; nothing of spouses who have none or show only their own pages."""
    if case.some(0, 2) == 0:
        return ()
    way = case.some(0, 2)
    parts: list[Part] = [Leaf()] if case.some(0, 1) else []
    for rank, child in enumerate(offspring(case)):
        act = f"acte n° {case.some(4, 900)}"
        born = f"{child.born} le {long_date(child.naissance)} à {child.lieu}"
        if way == 0:
            parts.append(Text(f"{_RANKS[rank]} enfant : {child.prenoms} {child.nom.upper()}, {born}, {act}."))
        elif way == 1:
            parts.append(Heading(f"{_RANKS[rank]} enfant – extrait de l'acte de naissance"))
            parts.append(
                Fields((("Nom, prénoms", f"{child.nom.upper()} {child.prenoms}"), ("Né(e)", born), ("N°", act)))
            )
        else:
            parts.append(
                Filled(((f"ENFANT {rank + 1} – prénoms", child.prenoms), ("né(e) le", long_date(child.naissance))))
            )
    return tuple(parts)


def spouse_in_full(case: Case, who: Someone) -> tuple[tuple[str, str], ...]:
    """Labels and values of what the booklet says of a spouse."""
    mother, father = parents(case, who)
    return (
        (case.one("NOM", "Nom de famille", "Nom patronymique"), who.nom.upper()),
        (case.one("Prénoms", "Prénom(s)"), who.prenoms),
        (case.one("Né(e) le", "Date de naissance", "Le"), long_date(who.naissance)),
        ("à", who.lieu),
        (case.one("Fils / fille de", "Père"), father.full),
        (case.one("et de", "Mère"), mother.full),
    )


def _husband_and_wife(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    contract = case.one("Néant", f"reçu par Me {case.third()}, notaire", "il n'a pas été fait de contrat")
    return Paper(
        "FAM-LIV",
        None,
        case.one("RÉPUBLIQUE FRANÇAISE", f"MAIRIE DE {case.commune}", "", "PRÉFECTURE – COMMUNE"),
        case.one("LIVRET DE FAMILLE", "Livret de famille", "Extrait de l'acte de mariage", ""),
        (
            Text(
                case.one(
                    f"Extrait de l'acte de mariage N° {case.some(2, 400)}", f"MARIAGE – Acte n° {case.some(2, 90)}"
                )
            ),
            Fields(
                (
                    (case.one("Célébré le", "Mariage du", "Le"), long_date(day)),
                    (case.one("à", "Mairie de", "Commune"), case.commune.title()),
                )
            ),
            Heading(case.one("ÉPOUX", "Entre : l'époux", "LE MARI")),
            Fields(spouse_in_full(case, husband)),
            Heading(case.one("ÉPOUSE", "et : l'épouse", "LA FEMME")),
            Fields(spouse_in_full(case, wife)),
            Fields(((case.one("Contrat de mariage", "Contrat", "Existence d'un contrat"), contract),)),
            *several(
                case,
                0,
                f"Délivré aux époux le {short_date(day)} par l'officier de l'état civil.",
                "Mentions marginales : ..............................................",
                "Décès des époux : extrait de l'acte de décès n° ..........",
                "Signatures des époux, qui reçoivent le présent livret.",
            ),
            *some_children(case),
        ),
        signer=case.one("", "L'officier de l'état civil", "Le maire"),
        seal=("MAIRIE", case.commune),
    )


def _parents_unmarried(case: Case) -> Paper:
    mother, father = couple(case)
    sides: list[Part] = []
    for head, who in ((case.one("Père", "PÈRE"), father), (case.one("Mère", "MÈRE"), mother)):
        sides.append(Heading(f"{head} – {case.one('extrait de l’acte de naissance', 'acte de naissance')}"))
        sides.append(Fields((("Acte n°", str(case.some(9, 999))), *spouse_in_full(case, who))))
    return Paper(
        "FAM-LIV",
        None,
        case.one(f"Ville de {case.commune.title()}", "LIVRET DE FAMILLE", ""),
        case.one("Livret de famille", "Livret de famille des parents", "Les parents", "Parents non mariés"),
        (
            *sides,
            *several(
                case,
                1,
                "Le présent livret a été remis aux père et mère à la naissance de leur premier enfant commun.",
                "Mariage des parents : extrait de l'acte de mariage n° ........ le ........ à ........",
                "Filiation établie à l'égard du père par reconnaissance, à l'égard de la mère par l'acte de naissance.",
                "Mentions marginales : néant.",
                "Pacte civil de solidarité : voir les mentions de l'acte de naissance de chacun.",
            ),
            *some_children(case),
        ),
        signer=case.one("", "L'officier de l'état civil", "L'adjoint délégué"),
        seal=("ETAT CIVIL",),
    )


def _marriage_by_pen(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    return Paper(
        "FAM-LIV",
        None,
        case.one("", f"Commune de {case.commune.title()}", "DÉPARTEMENT – ARRONDISSEMENT – COMMUNE"),
        case.one("", "Livret de famille", "MARIAGE", "Extrait du registre des mariages"),
        (
            Filled(
                (
                    (case.one("Entre M.", "L'époux"), f"{husband.prenom} {husband.nom}"),
                    (case.one("né le", "naissance"), long_date(husband.naissance)),
                    (case.one("et Mme", "L'épouse", "et Mlle"), f"{wife.prenom} {wife.nom}"),
                    (case.one("née le", "naissance"), long_date(wife.naissance)),
                    (case.one("Le mariage a été célébré le", "Mariés le"), long_date(day)),
                    (case.one("Contrat de mariage", "Régime matrimonial"), case.one("néant", "")),
                )
            ),
            *several(
                case,
                1,
                f"Extrait conforme au registre, acte n° {case.some(1, 60)}.",
                "Divorce / séparation de corps / décès : réservé aux mentions ultérieures.",
                "En cas de changement dans l'état civil des époux, présenter ce livret à la mairie.",
                "Cadre réservé aux mentions rectificatives.",
            ),
            *some_children(case),
        ),
        signer=case.one("", "Le Maire,"),
        seal=("MAIRIE DE", case.commune),
    )


def _model_of_any_spouses(case: Case) -> Paper:
    one, other = couple(case)
    day = wedding(case, one, other)
    rows = (
        ("Nom de naissance", one.nom.upper(), other.nom.upper()),
        ("Prénoms", one.prenoms, other.prenoms),
        ("Né(e) le", short_date(one.naissance), short_date(other.naissance)),
        ("À", one.lieu, other.lieu),
    )
    return Paper(
        "FAM-LIV",
        None,
        case.one("RÉPUBLIQUE FRANÇAISE – Liberté, Égalité, Fraternité", f"Mairie de {case.commune.title()}"),
        case.one("Livret de famille", "Extrait de l'acte de mariage", "Livret de famille / Family record book"),
        (
            Table(
                (("", case.one("Époux ou épouse", "Conjoint 1"), case.one("Épouse ou époux", "Conjoint 2")), *rows),
                (2, 3, 3),
            ),
            Text(
                f"Mariage n° {case.number(3)} célébré le {short_date(day)} à {case.commune.title()}. "
                + case.one("Sans contrat.", "Contrat de mariage : oui.", "Loi applicable : française.")
            ),
            *some_children(case),
            Leaf(),
            Heading(case.one("Ce que dit le droit de la famille", "Notice", "Informations à l'attention des époux")),
            *several(
                case,
                2,
                "Les époux se doivent mutuellement respect, fidélité, secours, assistance. Ils contribuent aux charges "
                "du mariage à proportion de leurs facultés respectives.",
                "L'autorité parentale est un ensemble de droits et de devoirs ayant pour finalité l'intérêt de "
                "l'enfant ; elle s'exerce sans violences physiques ou psychologiques.",
                "Le nom d'usage est facultatif. Chacun conserve le nom qui figure sur son acte de naissance.",
                "Le livret est gratuit. En cas de perte ou de vol, une demande de second livret est faite à la mairie.",
                "Pour le logement de la famille, l'accord des deux époux est nécessaire.",
            ),
        ),
        signer=case.one("L'officier de l'état civil", ""),
        seal=("COMMUNE", case.commune),
        numbered=True,
    )


def _second_booklet(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband, 900)
    left = day + timedelta(days=case.some(200, 800))
    return Paper(
        "FAM-LIV",
        None,
        f"MAIRIE DE {case.commune}",
        case.one("Livret de famille – second exemplaire", "LIVRET DE FAMILLE (duplicata)", "Livret de famille"),
        (
            *texts(
                f"{case.one('Mari', 'Époux')} : {husband.full}, né le {long_date(husband.naissance)} à {husband.lieu}.",
                f"{case.one('Femme', 'Épouse')} : {wife.full}, née le {long_date(wife.naissance)} à {wife.lieu}.",
                f"Mariés à {case.commune.title()} le {spelled_day(day)}, acte n° {case.some(3, 300)}.",
            ),
            Heading(case.one("Mentions", "MENTIONS MARGINALES", "Mentions apposées en marge")),
            Text(
                case.one(
                    f"Divorcés par jugement du tribunal de {case.commune.title()} du {short_date(left)}.",
                    f"Par ordonnance du {short_date(left)} les époux ont été autorisés à résider séparément.",
                    f"Changement de régime matrimonial : acte reçu le {short_date(left)} par Me {case.third()}.",
                    f"{husband.full} est décédé le {short_date(left)}.",
                )
            ),
            *some_children(case),
            *several(
                case,
                0,
                "Délivré en remplacement du premier livret, déclaré perdu.",
                "Remis à l'époux dépourvu de livret, sur justification d'un intérêt.",
            ),
        ),
        references=(f"Livret n° {case.number(5)}",),
        signer="L'officier de l'état civil",
        seal=("DUPLICATA",),
    )


WRITERS: Writers = {
    "FAM-LIV": to_learn(
        _husband_and_wife,
        _parents_unmarried,
        _marriage_by_pen,
        _model_of_any_spouses,
        _second_booklet,
    ),
}
