"""More pages of children cut from livrets de famille: models of several years."""

from __future__ import annotations

from datetime import timedelta

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Filled, Heading, Leaf, Paper, Part, Text
from training.papers.kin import couple, offspring
from training.papers.several import drawn, several
from training.papers.wording import spelled, spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone

_RANKS = ("Premier", "Deuxième", "Troisième", "Quatrième", "Cinquième")


def _registered(case: Case, child: Someone) -> str:
    """The day of the act: births are declared within days."""
    return short_date(child.naissance + timedelta(days=case.some(1, 4)))


def _frame_by_hand(case: Case, rank: int, child: Someone | None) -> tuple[Part, ...]:
    """A frame of the old booklet, filled by the registrar's pen; ``child`` None leaves it empty."""
    number, day, place = "", "", ""
    if child is not None:
        number, day, place = str(case.some(8, 990)), long_date(child.naissance), child.lieu
    return (
        Heading(case.one(f"{_RANKS[rank]} enfant", f"{_RANKS[rank].upper()} ENFANT", f"Enfant n° {rank + 1}")),
        Filled(
            (
                (case.one("Extrait de l'acte de naissance n°", "Acte de naissance N°", "Naissance – acte n°"), number),
                (case.one("Le", "Né(e) le", "Est né(e) le"), day),
                (case.one("à", "A (commune, département)", "En la commune de"), place),
                (case.one("NOM", "Nom patronymique", "Nom de l'enfant"), child.nom.upper() if child else ""),
                (case.one("Prénoms", "Prénoms de l'enfant", "Prénoms (dans l'ordre)"), child.prenoms if child else ""),
            )
        ),
        Text(
            case.one(
                "Certifié conforme aux registres. Sceau de la mairie.  L'Officier de l'état civil délégué,",
                "Délivré conforme aux registres le ..............  Signature et sceau",
                "Pour extrait conforme,  le Maire,",
            )
        ),
    )


def _frames_of_the_old_model(case: Case) -> Paper:
    children = offspring(case)
    frames = [part for rank, child in enumerate(children) for part in _frame_by_hand(case, rank, child)]
    if case.some(0, 1):
        frames += _frame_by_hand(case, len(children), None)
    return Paper(
        "IDE-LFE",
        "E",
        case.one("", f"Mairie de {case.commune.title()}", "ENFANTS"),
        case.one("", "Enfants", "Enfants issus du mariage", "Naissances et décès des enfants"),
        (
            *frames,
            *several(case, 0, "Décès : Extrait de l'acte n° ........", "Mentions marginales : ............", "NEANT"),
        ),
        signer=case.one("", "L'officier de l'état civil"),
        seal=("MAIRIE", case.commune),
    )


def _frame_with_chosen_name(case: Case, child: Someone) -> tuple[Part, ...]:
    mother, father = couple(case)
    born = f"{child.naissance:%d/%m/%Y} à {case.some(0, 23)} h {case.some(10, 59)}"
    fields = (
        (case.one("Acte de naissance n°", "Extrait d'acte n°", "N° de l'acte"), f"{case.some(10, 2400)}"),
        (case.one("Date et heure", "Né(e) le", "Naissance le"), born),
        (case.one("Lieu", "à", "Commune"), child.lieu),
        (case.one("Nom de famille", "NOM"), child.nom.upper()),
        (case.one("1re partie – 2nde partie", "(1re partie : … 2nde partie : …)"), case.one("", "néant")),
        ("Prénom(s)", child.prenoms),
        ("Sexe", case.one(child.sexe, child.gendered("féminin", "masculin"))),
        (case.one("Père", "Fils / fille de"), father.full),
        (case.one("Mère", "et de"), mother.full),
    )
    return Heading(case.one("Extrait de l'acte de naissance", "ENFANT", "Naissance d'un enfant")), Fields(fields)


def _pages_since_names_are_chosen(case: Case) -> Paper:
    first, *others = (_frame_with_chosen_name(case, child) for child in offspring(case))
    return Paper(
        "IDE-LFE",
        "E",
        case.one("LIVRET DE FAMILLE", "", f"VILLE DE {case.commune} – Service de l'état civil"),
        case.one("Extraits des actes de naissance des enfants", "Enfants", "", "Livret de famille (pages enfants)"),
        (
            *first,
            *((Leaf(),) if len(others) > 1 else ()),
            *(part for frame in others for part in frame),
            *several(
                case,
                1,
                "Déclaration conjointe de choix du nom de famille faite en application de l'article 311-21 du code "
                "civil. Ce choix vaut pour les autres enfants communs.",
                f"Reconnaissance souscrite le {short_date(offspring(case)[0].naissance - timedelta(days=80))}.",
                "Mentions marginales : Néant.",
                "Les filiations maternelle et paternelle sont établies à l'égard des père et mère désignés ci-dessus.",
                f"Conforme au registre. Délivré le {_registered(case, offspring(case)[-1])}.",
            ),
        ),
        signer=case.one("Pour le maire, l'adjoint", "L'officier de l'état civil par délégation", ""),
        seal=("ETAT CIVIL",),
    )


def _lone_page_in_prose(case: Case) -> Paper:
    child, (mother, father) = offspring(case)[0], couple(case)
    day = child.naissance + timedelta(days=2)
    return Paper(
        "IDE-LFE",
        "E",
        case.one("", f"MAIRIE DE {child.lieu.upper()}"),
        case.one("", "Premier enfant", "1er enfant", "Enfant"),
        texts(
            case.one(
                f"Le {spelled_day(child.naissance)}, à {spelled(case.some(2, 21))} heures, est "
                f"{child.born} à {child.lieu} : {child.prenoms} {child.nom.upper()}, "
                f"du sexe {child.gendered('féminin', 'masculin')},",
                f"Extrait de l'acte de naissance n° {case.some(3, 700)} / {child.naissance.year}. "
                f"{child.nom.upper()} {child.prenoms}, {child.born} le {long_date(child.naissance)} à {child.lieu}.",
            ),
            case.one(
                f"de {father.full} et de {mother.full}, son épouse.",
                f"fille ou fils de {father.full}, {father.born} à {father.lieu}, et de {mother.full}, "
                f"{mother.born} à {mother.lieu}.",
                "enfant des époux désignés en première page du livret.",
            ),
            f"Acte dressé le {short_date(day)}. {case.one('Certifié conforme.', 'Dont extrait.', 'Le Maire,')}",
            *drawn(case, 0, "Baptême ou vaccinations : voir carnet de santé.", "– 9 –", "Page annulée en regard."),
        ),
        signer=case.one("", "L'Officier de l'état civil", "Le secrétaire de mairie"),
        seal=("MAIRIE DE", child.lieu.upper()[:18]),
    )


def _child_recognised_out_of_wedlock(case: Case) -> Paper:
    child, (mother, father) = offspring(case)[0], couple(case)
    before = child.naissance - timedelta(days=case.some(10, 150))
    return Paper(
        "IDE-LFE",
        "E",
        case.one("", "LIVRET DE FAMILLE DES PARENTS", "Livret de famille (mère)"),
        case.one("Enfant reconnu", "Acte de reconnaissance et acte de naissance", "Filiation de l'enfant", ""),
        (
            Heading(case.one("Extrait de l'acte de naissance de l'enfant", "Enfant dont la filiation est établie")),
            Fields(
                (
                    ("Acte", f"{case.some(5, 999)} du {_registered(case, child)}"),
                    ("Enfant", f"{child.prenoms} {child.nom.upper()}"),
                    (case.one("né(e) le", "naissance"), f"{long_date(child.naissance)}, {child.lieu}"),
                )
            ),
            Heading(case.one("Reconnaissance", "Par le père", "Mentions relatives à la filiation")),
            *texts(
                f"{case.one('Reconnu', 'Enfant reconnu', 'Reconnaissance')} le {long_date(before)} à la mairie de "
                f"{case.commune.title()} par {father.full}, {father.born} le {short_date(father.naissance)} à "
                f"{father.lieu}.",
                f"Filiation maternelle : {mother.full}, {mother.born} le {short_date(mother.naissance)} "
                f"{case.one('(désignée dans l’acte)', '– article 311-25 du code civil', '')}.",
            ),
            *several(
                case,
                0,
                "L'enfant porte le nom de son père par déclaration conjointe devant l'officier de l'état civil.",
                "Légitimation : néant. Adoption : néant.",
                "Autorité parentale exercée en commun, la reconnaissance ayant eu lieu dans l'année de la naissance.",
            ),
        ),
        signer=case.one("L'officier de l'état civil", ""),
        seal=("REPUBLIQUE", "FRANCAISE"),
        foot=case.one("", "Livret à présenter pour toute mise à jour. Toute falsification est punie par la loi."),
    )


def _model_with_parents(case: Case) -> Paper:
    frames: list[Part] = []
    one, other = couple(case)
    for rank, child in enumerate(offspring(case)):
        if rank and case.some(0, 1):
            frames.append(Leaf())
        frames += (
            Heading(f"Enfant {rank + 1} / {case.one('Child', 'Extrait d’acte de naissance')}"),
            Fields(
                (
                    (case.one("Nom / Surname", "Nom de naissance"), child.nom.upper()),
                    (case.one("Prénom(s) / Forename(s)", "Prénoms"), child.prenoms),
                    (case.one("Date et lieu", "Naissance / Birth"), f"{short_date(child.naissance)} {child.lieu}"),
                    (case.one("Parent 1", "Mère ou père"), one.full),
                    (case.one("Parent 2", "Père ou mère"), other.full),
                    (case.one("Numéro d'acte", "Acte / Record No"), f"{child.naissance:%Y}-{case.number(4)}"),
                )
            ),
            Text(case.one("Mentions marginales :", "Mentions / Notes : –", "Cachet de l'autorité et signature")),
        )
    return Paper(
        "IDE-LFE",
        "E",
        case.one("RÉPUBLIQUE FRANÇAISE", "", "Livret de famille"),
        case.one("Enfant(s)", "Extrait de l'acte de naissance d'un enfant", "Livret de famille – enfants", ""),
        (
            *frames,
            *several(
                case,
                0,
                "Extrait établi conformément au modèle fixé par l'arrêté relatif au livret de famille.",
                "Le code à deux dimensions de la page de garde permet d'accéder aux informations de droit de la "
                "famille sur service-public.fr.",
                "Cet extrait a la même valeur qu'un extrait d'acte de l'état civil délivré séparément.",
            ),
        ),
        numbered=True,
        signer=case.one("L'officier de l'état civil", "L’agent délégué"),
        seal=("COMMUNE DE", case.commune),
    )


WRITERS: Writers = {
    "IDE-LFE": to_learn(
        _frames_of_the_old_model,
        _pages_since_names_are_chosen,
        _lone_page_in_prose,
        _child_recognised_out_of_wedlock,
        _model_with_parents,
    ),
}
