"""Having one's letters sent to an office for want of a home (LOG-DOM)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Paper, Text
from training.papers.writers import Writers, to_learn


def _form_printed(case: Case) -> Paper:
    who = case.who
    return Paper(
        "LOG-DOM",
        None,
        "Ministère chargé des affaires sociales",
        "Attestation d'élection de domicile",
        (
            Text("Articles L. 264-1 à L. 264-10 et D. 264-1 et suivants du code de l'action sociale et des familles"),
            Heading("Organisme domiciliataire"),
            Fields(
                (
                    ("Nom de l'organisme", f"CCAS de {case.commune.title()}"),
                    ("Adresse", "Hôtel de ville"),
                    ("Commune", case.home.ville),
                    ("Agrément", case.one("de droit", f"arrêté n° {case.year - 2}-{case.number(3)}")),
                )
            ),
            Heading("Personne domiciliée"),
            Fields(
                (
                    ("Nom", who.nom.upper()),
                    ("Prénoms", who.prenoms),
                    ("Date et lieu de naissance", f"{who.naissance:%d/%m/%Y} à {who.lieu}"),
                    ("Ayants droit (nombre)", str(len(case.home.enfants))),
                )
            ),
            Text("A fait élection de domicile à l'adresse suivante :", bold=True),
            Text(f"CCAS – domiciliation n° {case.number(4)} – {case.home.ville}"),
            Fields(
                (
                    ("Première domiciliation", case.short(100, 800)),
                    ("Valable du", case.short(5, 300)),
                    ("Valable jusqu'au", case.ahead(30, 360)),
                )
            ),
            Text(
                "La présente attestation permet de prétendre aux prestations sociales légales, à l'exercice des "
                "droits civils et à la délivrance d'un titre national d'identité, et d'engager toute démarche "
                "fiscale ou bancaire. Elle peut être résiliée à la demande de l'intéressé, ou s'il ne se manifeste "
                "pas pendant plus de trois mois consécutifs."
            ),
        ),
        form=case.one("cerfa n° 16029*01", "cerfa n° 15547*01"),
        signer="Le représentant de l'organisme",
        seal=("C.C.A.S.", case.commune),
        foot="La loi n° 78-17 du 6 janvier 1978 s'applique aux réponses faites à ce formulaire.",
    )


def _form_by_hand(case: Case) -> Paper:
    who = case.who
    return Paper(
        "LOG-DOM",
        None,
        "République française",
        "Attestation d'élection de domicile",
        (
            Text("Code de l'action sociale et des familles, article L. 264-2"),
            Filled(
                (
                    ("Organisme domiciliataire", case.one("CCAS", "La Halte", "Secours du Val")),
                    ("Situé à", case.commune.title()),
                )
            ),
            Text("certifie que la personne désignée ci-dessous a élu domicile auprès de lui :"),
            Choices((("Mme", who.sexe == "F"), ("M.", who.sexe == "M"))),
            Filled(
                (
                    ("Nom de naissance", who.nom),
                    ("Prénom(s)", who.prenom),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("Nationalité", who.nation),
                    ("Date d'effet", case.short(5, 300)),
                    ("Valable jusqu'au", case.ahead(30, 360)),
                )
            ),
            Text(
                "L'élection de domicile est accordée pour une durée d'un an. Elle prend fin en cas de "
                "non-présentation ou de logement stable."
            ),
        ),
        form="cerfa n° 13482*02",
        signer="Cachet et signature",
        seal=("DOMICILIATION", case.commune),
    )


def _town_hall_letter(case: Case) -> Paper:
    who = case.who
    return Paper(
        "LOG-DOM",
        None,
        "CENTRE COMMUNAL D'ACTION SOCIALE",
        case.one("Certificat de domiciliation", "Domiciliation administrative"),
        (
            Text(
                f"Le président du CCAS de {case.commune.title()} certifie que {case.named(who)}, {case.born(who)}, "
                "sans résidence stable, reçoit son courrier à l'adresse administrative de notre établissement sous "
                f"le numéro de boîte {case.number(3)}."
            ),
            Text(
                f"Cette domiciliation a pris effet le {case.long(10, 300)} et expirera le {case.ahead(20, 350)}, sauf "
                "renouvellement."
            ),
            Text(
                "Le domicilié se présente au guichet au moins une fois tous les trois mois, muni de la présente et "
                "d'une pièce d'identité."
            ),
            Text("Ce certificat n'atteste ni d'un hébergement ni de la régularité du séjour."),
        ),
        lines=("Pôle solidarité – guichet domiciliation", case.home.ville),
        references=(f"Boîte postale {case.number(3)}",),
        signer="Pour le président, l'agent instructeur",
        seal=("CCAS", "DOMICILIATION"),
    )


def _association_card(case: Case) -> Paper:
    who = case.who
    return Paper(
        "LOG-DOM",
        None,
        case.one("Espace solidarité insertion", "Boutique solidarité de la Lys", "Accueil Sainte-Colette"),
        case.one("Justificatif d'adresse pour personne sans domicile stable", "Attestation de domiciliation postale"),
        (
            Fields(
                (
                    ("Bénéficiaire", who.full),
                    ("Naissance", f"{who.naissance:%d/%m/%Y} – {who.lieu}"),
                    ("Adresse à utiliser", f"chez l'association, casier {case.number(4)}"),
                    ("", case.home.ville),
                    ("Ouverture", case.short(10, 300)),
                    ("Échéance", case.ahead(30, 360)),
                )
            ),
            Text(
                "Notre association, agréée par le préfet pour procéder à l'élection de domicile, met à disposition "
                "une adresse où recevoir le courrier et faire valoir ses droits : assurance maladie, prestations "
                "familiales, inscription électorale, compte bancaire, demande de logement."
            ),
            Choices((("première demande", case.some(0, 1) == 1), ("renouvellement", False))),
            Text("Permanences du mardi au vendredi, 9 h – 12 h. Absence de passage de plus de trois mois : radiation."),
        ),
        lines=(f"Agrément préfectoral du {case.short(300, 1200)}",),
        signer="La responsable de l'accueil",
        numbered=True,
    )


WRITERS: Writers = {
    "LOG-DOM": to_learn(_form_printed, _form_by_hand, _association_card, _town_hall_letter),
}
