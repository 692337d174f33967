"""Civil status: marriages, in copies, extracts, translations (FAM-MAR)."""

from __future__ import annotations

from datetime import timedelta

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.kin import couple, parents, wedding
from training.papers.wording import spelled_day, texts
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _full_copy_of_marriage(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    return Paper(
        "FAM-MAR",
        None,
        f"MAIRIE DE {case.commune}",
        "Copie intégrale de l'acte de mariage",
        texts(
            f"Le {spelled_day(day)}, à {case.one('onze', 'quinze', 'seize')} heures {case.one('', 'trente')}, devant "
            "Nous, ont comparu publiquement en la maison commune :",
            f"{husband.full}, {case.home.metier.lower()}, né à {husband.lieu} le {spelled_day(husband.naissance)}, "
            f"domicilié à {case.commune.title()}, {case.home.rue}, fils de {case.third()} et de {case.third()}, "
            "d'une part,",
            f"et {wife.full}, sans profession, née à {wife.lieu} le {spelled_day(wife.naissance)}, domiciliée à "
            f"{case.commune.title()}, fille de {case.third()} et de {case.third()}, d'autre part.",
            "Les futurs époux déclarent qu'il "
            + case.one(
                "n'a pas été fait de contrat de mariage.",
                f"a été fait un contrat de mariage reçu le {long_date(day - timedelta(days=30))} par Maître "
                f"{case.third()}, notaire.",
            ),
            f"{husband.full} et {wife.full} ont déclaré l'un après l'autre vouloir se prendre pour époux et Nous avons "
            "prononcé au nom de la loi qu'ils sont unis par le mariage.",
            f"En présence de {case.third()} et de {case.third()}, témoins majeurs. Lecture faite et invités à lire "
            f"l'acte, les époux et les témoins ont signé avec Nous, {case.third()}, adjoint au maire, officier de "
            "l'état civil par délégation.",
            f"Mentions marginales : {case.one('Néant.', 'Livret de famille délivré le jour du mariage.')}",
        ),
        references=(f"Acte n° {case.number(3)}", f"Registre des mariages de l'année {day.year}"),
        signer="L'officier de l'état civil",
        seal=(f"MAIRIE DE {case.commune}", "ÉTAT CIVIL"),
        foot="Copie délivrée selon procédé informatisé. Art. 30 du décret n° 2017-890 du 6 mai 2017.",
    )


def _extract_of_marriage(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    return Paper(
        "FAM-MAR",
        None,
        "RÉPUBLIQUE FRANÇAISE",
        "Extrait d'acte de mariage",
        (
            Text(f"Le {long_date(day)} a été célébré en la mairie de {case.commune.title()} le mariage de :"),
            Heading("L'époux"),
            Fields(_identity(husband, case)),
            Heading("L'épouse"),
            Fields(_identity(wife, case)),
            Fields((("Contrat de mariage", case.one("Sans contrat préalable", "Oui – séparation de biens")),)),
            Heading("Mentions"),
            Text(case.one("Néant.", "Aucune mention en marge à la date de délivrance du présent extrait.")),
            Text("Pour extrait conforme selon procédé informatisé."),
        ),
        lines=(f"Ville de {case.commune.title()}", "Service de l'état civil", "Département 99"),
        references=(f"N° de l'acte : {case.number(4)}/{day.year}",),
        signer="Pour le maire, l'agent délégué",
        seal=("MAIRIE", case.commune),
        foot="Toute altération ou falsification de ce document est punie par l'article 441-4 du code pénal.",
    )


def _identity(who: Someone, case: Case) -> tuple[tuple[str, str], ...]:
    mother, father = parents(case, who)
    return (
        ("Nom", who.nom.upper()),
        ("Prénoms", who.prenoms),
        (who.born.capitalize() + " le", f"{long_date(who.naissance)} à {who.lieu}"),
        (who.gendered("Fille de", "Fils de"), father.full),
        ("et de", mother.full),
    )


def _translated_marriage(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    return Paper(
        "FAM-MAR",
        None,
        case.third(),
        "Traduction – Certificat de mariage",
        (
            Text("TRADUCTION DU DOCUMENT ORIGINAL", bold=True),
            Fields(
                (
                    ("Pays", case.one("République algérienne", "République du Mali", "République de Pologne")),
                    ("Bureau de l'état civil", husband.lieu),
                    ("Acte n°", f"{case.number(3)} / {day.year}"),
                    ("Date du mariage", long_date(day)),
                )
            ),
            Table(
                (
                    ("", "Le mari", "La femme"),
                    ("Nom", husband.nom.upper(), wife.nom.upper()),
                    ("Prénom", husband.prenom, wife.prenom),
                    ("Date de naissance", short_date(husband.naissance), short_date(wife.naissance)),
                    ("Lieu de naissance", husband.lieu, wife.lieu),
                    ("Situation antérieure", "Célibataire", "Célibataire"),
                ),
                (2, 2, 2),
            ),
            Text(
                f"Le mariage a été conclu en présence de deux témoins et transcrit au registre le {long_date(day)}. "
                "Option matrimoniale : monogamie. [Sceau illisible. Signature de l'officier de l'état civil.]"
            ),
            Text(
                "Je soussigné, traducteur assermenté, certifie que la traduction qui précède est conforme à l'original "
                f"qui m'a été présenté et que j'ai visé ne varietur sous le n° {case.number(5)}."
            ),
        ),
        lines=("Traducteur interprète expert près la Cour d'appel", f"{case.home.rue}, {case.home.ville}"),
        signer="Le traducteur assermenté",
        seal=("TRADUCTEUR EXPERT", "PRÈS LA COUR D'APPEL"),
    )


def _marriage_by_central_registry(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    return Paper(
        "FAM-MAR",
        None,
        "MINISTÈRE DE L'EUROPE ET DES AFFAIRES ÉTRANGÈRES",
        "Mariage – copie de l'acte transcrit",
        (
            Text(f"{husband.nom.upper()} {husband.prenom}  /  {wife.nom.upper()} {wife.prenom}", bold=True),
            *texts(
                f"Le {spelled_day(day)}, par-devant l'autorité locale de {husband.lieu}, a été contracté le mariage :",
                f"de {husband.nom.upper()} {husband.prenoms}, né le {spelled_day(husband.naissance)} à {husband.lieu}, "
                f"fils de {case.third()} et {case.third()}, domicilié à {case.commune.title()} (France) ;",
                f"et de {wife.nom.upper()} {wife.prenoms}, née le {spelled_day(wife.naissance)} à {wife.lieu}, fille "
                f"de {case.third()} et {case.third()}.",
                "Les époux n'ont pas produit de contrat de mariage. Loi applicable à leur régime : non désignée.",
                f"Transcrit le {spelled_day(day + timedelta(days=60))}, à {case.one('15', '11')} heures, par Nous, "
                f"{case.third()}, consul adjoint, sur production d'une copie de l'acte local n° {case.number(3)}.",
                "EN MARGE : Sans mention.",
            ),
        ),
        lines=("Service central d'état civil", "11, rue de la Maison Blanche – 44941 NANTES CEDEX 9"),
        references=(f"CSL {husband.lieu.upper()}.{day.year}.{case.number(5)}",),
        signer="L'officier de l'état civil du service central",
        foot="Copie délivrée en application du décret n° 65-422 du 1er juin 1965. Document à présenter en original.",
    )


def _multilingual_marriage(case: Case) -> Paper:
    wife, husband = couple(case)
    day = wedding(case, wife, husband)
    rows = tuple(
        (f"{code}  {label}", one, other)
        for code, label, one, other in (
            ("7", "Nom avant le mariage", husband.nom.upper(), wife.nom.upper()),
            ("8", "Prénoms", husband.prenoms, wife.prenoms),
            ("9", "Naissance", short_date(husband.naissance), short_date(wife.naissance)),
            ("10", "Lieu", husband.lieu, wife.lieu),
            ("11", "Nom après le mariage", husband.nom.upper(), case.one(husband.nom, wife.nom).upper()),
        )
    )
    return Paper(
        "FAM-MAR",
        None,
        "État : FRANCE",
        "Extrait de l'acte de mariage – Formule B",
        (
            Text("Auszug aus dem Eheregister – Extract of marriage – Extracto del acta de matrimonio – Estratto"),
            Fields(
                (
                    ("1. Commune", case.commune.title()),
                    ("2. Acte n°", case.number(4)),
                    ("3. Jour Mois An", f"{day:%d %m %Y}"),
                )
            ),
            Table((("", "Mari / Ehemann / Husband", "Femme / Ehefrau / Wife"), *rows), (2.2, 2, 2)),
            Fields((("12. Autres énonciations de l'acte", case.one("—", "Sc (séparation de corps) : néant")),)),
            Text(
                "Symboles / Zeichen / Symbols : Jo : jour ; Mo : mois ; An : année ; M : masculin ; F : féminin ; "
                "Mar : mariage ; Dm : décès du mari ; Df : décès de la femme ; Div : divorce ; A : annulation."
            ),
            Text("Extrait délivré en application de la Convention signée à Vienne le 8 septembre 1976."),
        ),
        lines=("Commission internationale de l'état civil",),
        signer="Date de délivrance, signature, sceau",
        seal=(f"COMMUNE DE {case.commune}", "OFFICIER D'ÉTAT CIVIL"),
    )


WRITERS: Writers = {
    "FAM-MAR": to_learn(
        _full_copy_of_marriage,
        _extract_of_marriage,
        _translated_marriage,
        _multilingual_marriage,
        _marriage_by_central_registry,
    ),
}
