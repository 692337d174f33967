"""More livrets de famille from outside the town halls of France: consulates, refugees' office, foreign states."""

from __future__ import annotations

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table
from training.papers.family_booklet_more import some_children, spouse_in_full
from training.papers.kin import couple, offspring, wedding
from training.papers.several import several
from training.papers.writers import Writers, to_learn


def _page_by_consulate(case: Case) -> Paper:
    child = offspring(case)[0]
    abroad = case.one("Dakar", "Alger", "Casablanca", "Abidjan", "Tananarive", "Moroni", "Tunis")
    return Paper(
        "IDE-LFE",
        "E",
        case.one(f"CONSULAT GÉNÉRAL DE FRANCE À {abroad.upper()}", "Service central d'état civil – Nantes"),
        case.one("Enfant", "Livret de famille – page complétée", "Extrait d'acte de naissance (transcription)"),
        (
            Table(
                (
                    ("Rubrique", case.one("Premier enfant", "Enfant")),
                    ("Nom", child.nom.upper()),
                    ("Prénoms", child.prenoms),
                    ("Né(e) le", long_date(child.naissance)),
                    ("à", case.one(abroad, child.lieu)),
                    ("Acte", f"{abroad[:3].upper()}.{child.naissance.year}.{case.number(5)}"),
                ),
                (1, 2),
            ),
            *several(
                case,
                1,
                f"Transcription de l'acte étranger n° {case.some(20, 900)} sur les registres consulaires.",
                "Nationalité : français(e) par filiation, article 18 du code civil.",
                "Page complétée par nos soins à la demande des titulaires du livret, qui nous l'ont adressé.",
                "Pour l'officier de l'état civil, le vice-consul.",
                "Les enfants nés postérieurement seront inscrits par la mairie du lieu de naissance.",
            ),
        ),
        references=(f"Réf. {case.number(7)}",),
        seal=("CONSULAT", "DE FRANCE"),
        signer=case.one("Le consul", "L'officier de l'état civil", "Le chancelier"),
    )


def _booklet_from_the_maghreb(case: Case) -> Paper:
    rows = tuple(
        (f"{rank}", child.prenom, short_date(child.naissance), child.lieu, case.number(4))
        for rank, child in enumerate(offspring(case), 1)
    )
    return Paper(
        "IDE-LFE",
        "E",
        case.one("RÉPUBLIQUE ALGÉRIENNE DÉMOCRATIQUE ET POPULAIRE", "ROYAUME DU MAROC", "RÉPUBLIQUE TUNISIENNE"),
        case.one("Livret de famille : les enfants", "Livret d'état civil – Enfants", "Enfants – page 8", "Enfants"),
        (
            Table(
                (("N°", "Prénom", "Né(e) le", case.one("Lieu", "Wilaya", "Province"), "Acte"), *rows),
                (0.5, 2, 1.5, 2, 1),
            ),
            *several(
                case,
                1,
                f"Nom de famille : {case.who.nom.upper()}",
                "Le président de l'assemblée populaire communale, officier de l'état civil,",
                "Décès : /   Mariage de l'enfant : /   Observations : néant",
                "Signature et cachet de l'officier d'état civil pour chaque naissance inscrite.",
                "Traduit de l'arabe. Pages des enfants, certifiées conformes à l'original.",
            ),
        ),
        seal=("ETAT CIVIL",),
        signer=case.one("", "L'officier de l'état civil", "P. l'A.P.C."),
    )


def _refugees(case: Case) -> Paper:
    wife, husband = couple(case)
    children = tuple(
        (child.full, child.naissance.strftime("%d/%m/%Y"), case.one("Enfant", "Fils/fille"))
        for child in offspring(case)
    )
    return Paper(
        "FAM-LIV",
        None,
        case.one("OFFICE FRANÇAIS DE PROTECTION DES RÉFUGIÉS ET APATRIDES", "OFPRA – Division de la protection"),
        case.one("Livret de famille", "Livret de famille tenant lieu d'actes d'état civil", "Livret de famille OFPRA"),
        (
            Table(
                (
                    ("Nom et prénoms", "Né(e) le", "Qualité"),
                    (husband.full, short_date(husband.naissance), case.one("Époux", "Père")),
                    (wife.full, short_date(wife.naissance), case.one("Épouse", "Mère")),
                    *children,
                ),
                (3, 1.5, 1.5),
            ),
            *several(
                case,
                1,
                "Mariage enregistré par l'Office en application de l'article L. 121-9 du code de l'entrée et du séjour "
                f"des étrangers, célébré le {short_date(wedding(case, wife, husband))} à {husband.lieu}.",
                "Ces pièces ont la valeur d'actes authentiques et suppléent à l'absence d'actes délivrés dans le pays "
                "d'origine.",
                "Le bénéfice de la protection internationale a été reconnu aux titulaires du livret.",
                "Pour le directeur général, l'officier de protection chargé de l'état civil.",
            ),
        ),
        references=(f"Dossier {case.number(9)}",),
        signer=case.one("L'officier de protection", "Le chef de division"),
        seal=("OFPRA",),
    )


def _booklet_from_abroad(case: Case) -> Paper:
    wife, husband = couple(case)
    issuer = case.one(
        "ROYAUME DU MAROC – Livret d'état civil", "RÉPUBLIQUE DU SÉNÉGAL", "UNION DES COMORES", "ROYAUME DE BELGIQUE"
    )
    return Paper(
        "FAM-LIV",
        None,
        issuer,
        case.one("Livret de famille", "Carnet de mariage", "Livret de famille – traduction", "Livret d'état civil"),
        (
            Heading(case.one("Titulaire du livret : l'époux", "Page 1 – L'époux", "Le chef de famille")),
            Fields(spouse_in_full(case, husband)),
            Heading(case.one("1re épouse", "L'épouse", "Page 2 – Épouse")),
            Fields(spouse_in_full(case, wife)),
            *several(
                case,
                1,
                f"Acte de mariage n° {case.some(10, 700)} du {short_date(wedding(case, wife, husband))}.",
                "2e épouse : ............   3e épouse : ............   4e épouse : ............",
                "Option : monogamie. Régime : séparation des biens.",
                f"Centre d'état civil de {husband.lieu}, commune, arrondissement.",
                "Traduction certifiée conforme à l'original par le traducteur assermenté.",
            ),
            *some_children(case),
        ),
        signer=case.one("", "L'officier de l'état civil", "Le traducteur expert"),
        seal=("ETAT CIVIL",),
    )


WRITERS: Writers = {
    "IDE-LFE": to_learn(_page_by_consulate, _booklet_from_the_maghreb),
    "FAM-LIV": to_learn(_refugees, _booklet_from_abroad),
}
