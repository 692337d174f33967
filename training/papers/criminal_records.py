"""Extracts of someone's criminal record (HPR-CAS)."""

from __future__ import annotations

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

OUT = "P01"


def _bulletin_by_post(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-CAS",
        who.role,
        "CASIER JUDICIAIRE NATIONAL",
        case.one("Bulletin numéro 3", "Extrait de casier judiciaire – bulletin n° 3"),
        (
            Fields(
                (
                    ("Nom de naissance", who.nom.upper()),
                    ("Prénoms", who.prenoms),
                    (who.gendered("Née le", "Né le"), short_date(who.naissance)),
                    ("À", who.lieu),
                )
            ),
            Text("N É A N T", bold=True),
            Text(
                "Relevé des condamnations les plus graves, prononcées pour crime ou délit, et des interdictions ou "
                "déchéances en cours d'exécution (article 777 du code de procédure pénale)."
            ),
            Text(
                "Le bulletin n° 3 ne peut être délivré qu'à la personne qu'il concerne. Le fait de se le faire "
                "délivrer en prenant un faux nom ou une fausse qualité est puni par l'article 781 du même code."
            ),
        ),
        lines=("Ministère de la Justice", "Direction des affaires criminelles et des grâces"),
        references=(f"N° de demande : {case.number(10)}", f"Délivré le {case.short(2, 90)}"),
        letter=who is case.who,
        signer="Le magistrat chef du service",
        motif=OUT,
    )


def _bulletin_online(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-CAS",
        who.role,
        "MINISTÈRE DE LA JUSTICE",
        "Extrait du casier judiciaire B3",
        (
            Text(f"Le bulletin n° 3 du casier judiciaire de {case.named(who)}, {case.born(who)}, ne porte mention"),
            Text("D'AUCUNE CONDAMNATION", bold=True),
            Fields(
                (
                    ("Numéro de dossier", f"{case.year}-{case.number(8)}"),
                    ("Date de délivrance", case.short(1, 60)),
                    ("Clé de vérification", f"{case.number(4)}-{case.number(4)}-{case.number(4)}"),
                )
            ),
            Text(
                "Document émis par voie électronique et revêtu d'un cachet serveur. L'employeur ou l'administration "
                "qui le reçoit peut en contrôler l'authenticité sur le site du casier judiciaire pendant trois mois."
            ),
        ),
        lines=("Service du casier judiciaire national", "44079 NANTES CEDEX 1"),
        motif=OUT,
    )


def _record_with_entry(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-CAS",
        who.role,
        "RÉPUBLIQUE FRANÇAISE",
        "Casier judiciaire – relevé intégral des mentions",
        (
            Text(f"Concernant : {case.known(who)}, à {who.lieu}, de nationalité {who.nation}."),
            Table(
                (
                    ("Juridiction", "Date", "Nature", "Peine"),
                    (
                        f"T.J. {case.commune.title()[:16]}",
                        short_date(case.day(900, 3000)),
                        case.one("Vol", "Conduite sans permis"),
                        case.one("Amende 300 €", "TIG 70 h"),
                    ),
                ),
                (2, 1, 1.6, 1.2),
            ),
            *texts(
                "Fin du relevé. La réhabilitation de plein droit est acquise dans les conditions des articles 133-13 "
                "et suivants du code pénal.",
                "La personne peut prendre connaissance de ce relevé auprès du procureur de la République mais ne peut "
                "en obtenir copie qu'en vertu de la loi.",
            ),
        ),
        lines=("Parquet – bureau d'ordre", case.home.world.villes[0]),
        signer="Le greffier",
        seal=("PARQUET", case.commune),
        motif=OUT,
    )


def _foreign_certificate(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-CAS",
        who.role,
        case.one("TRIBUNAL DE PREMIÈRE INSTANCE", "DIRECTION DE LA POLICE JUDICIAIRE"),
        case.one("Certificat d'absence de condamnations pénales", "Fiche anthropométrique – certificat"),
        (
            Text(
                f"Le greffier en chef atteste qu'après vérification des registres aucune peine n'est inscrite au nom "
                f"de {case.named(who)}, fils ou fille de {case.third()}, {case.born(who)}."
            ),
            Text("Mention : RIEN À SIGNALER. Timbre fiscal acquitté."),
            Text("Le présent extrait, valable trois mois, est établi pour un dossier d'emploi ou d'immigration."),
        ),
        lines=(f"Greffe de {who.lieu}",),
        references=(f"Folio {case.number(3)} / {case.number(5)}",),
        signer="Le greffier en chef",
        seal=("GREFFE", who.lieu),
        motif=OUT,
    )


def _answer_to_request(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-CAS",
        who.role,
        "Casier judiciaire national",
        "Votre demande de bulletin n° 3",
        (
            Text(
                f"{who.civility}, vous trouverez ci-dessous le résultat de la consultation du fichier, effectuée le "
                f"{case.long(3, 30)} d'après l'état civil que vous avez indiqué :"
            ),
            Text(f"{who.nom.upper()}, {who.prenoms} – {case.born(who)}"),
            Text(
                "Ce document ne mentionne que les peines d'emprisonnement supérieures à deux ans sans sursis, les "
                "interdictions d'exercer une activité avec des mineurs et le suivi socio-judiciaire. Les bulletins 1 "
                "et 2 sont réservés aux magistrats et à certaines administrations."
            ),
            Text("Condamnations : néant.", bold=True),
            Text(
                "Si l'état civil reproduit est erroné, renvoyez ce document avec une copie de votre acte de "
                "naissance. Aucun duplicata n'est délivré. Ce document est gratuit."
            ),
        ),
        lines=("107, rue du Landreau – 44317 Nantes Cedex 3",),
        letter=who is case.who,
        motif=OUT,
    )


WRITERS: Writers = {
    "HPR-CAS": to_learn(
        _bulletin_by_post, _bulletin_online, _record_with_entry, _answer_to_request, _foreign_certificate
    )
}
