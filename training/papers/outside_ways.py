"""Other ways of wording papers out of scope that the plan names (HPR-AUT)."""

from __future__ import annotations

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Fields, Paper, Text
from training.papers.several import said
from training.papers.writers import Writers, to_learn


def _proof_of_voter(case: Case) -> Paper:
    return Paper(
        "HPR-AUT",
        None,
        case.one("RÉPUBLIQUE FRANÇAISE", f"Mairie de {case.commune.title()}", "Liberté – Égalité – Fraternité"),
        case.one("Carte électorale", "Carte d'électeur", "Attestation d'inscription sur les listes électorales"),
        (
            Fields(
                (
                    ("Nom et prénoms", f"{case.who.nom.upper()} {case.who.prenoms}"),
                    ("Né(e) le", short_date(case.who.naissance)),
                    (
                        case.one("Bureau de vote", "Lieu de vote"),
                        case.one("École Jules-Verne", "Salle des fêtes", "Mairie"),
                    ),
                    ("N° sur la liste", case.number(3)),
                    ("N° national d'électeur", case.number(9)),
                )
            ),
            Text(
                said(
                    case,
                    "Voter est un droit, c'est aussi un devoir civique.",
                    "Signature du titulaire.",
                    "Vérifiez votre situation en ligne.",
                    "Le maire.",
                )
            ),
        ),
        motif="P01",
    )


def _prescription_of_practice(case: Case) -> Paper:
    rng = case.desk.rng
    drugs = rng.sample(
        (
            "Paracétamol 1 g : 1 comprimé trois fois par jour pendant 5 jours",
            "Amoxicilline 500 mg : 2 gélules matin et soir, 7 jours",
            "Séances de kinésithérapie, dix, rachis lombaire",
            "Bas de contention classe 2, trois paires",
            "Metformine 850 mg : 1 cp à chaque repas, QSP 3 mois",
            "Salbutamol spray : 2 bouffées si gêne",
            "Vitamine D, une ampoule par trimestre",
        ),
        rng.randint(2, 4),
    )
    return Paper(
        "HPR-AUT",
        None,
        rng.choice(case.home.world.medecins),
        case.one("Ordonnance", "Ordonnance médicale", "Ordonnance bizone", "Prescription"),
        (
            Text(f"{case.named(case.who)}, {case.year - case.who.naissance.year} ans, {case.some(48, 95)} kg"),
            *(Text(each) for each in drugs),
            Text(
                case.one(
                    "À renouveler une fois.",
                    "Ne pas substituer.",
                    "Membre d'une association agréée, règlement par chèque accepté.",
                )
            ),
        ),
        lines=(case.one("Médecine générale", "Omnipraticien", "Maison de santé du Lavoir"), f"RPPS {case.number(11)}"),
        signer=case.one("Le médecin", "Dr"),
        motif="P01",
    )


def _first_request_or_pass(case: Case) -> Paper:
    title, words = case.desk.rng.choice(
        (
            (
                "Récépissé de première demande de titre de séjour",
                "a sollicité pour la première fois la délivrance d'un titre de séjour. "
                "Il n'autorise pas son titulaire à travailler.",
            ),
            (
                "Convocation",
                "est prié de se présenter en préfecture pour le dépôt d'une première "
                "demande de titre de séjour, muni de la présente.",
            ),
            (
                "Carte de transport",
                "est titulaire d'un abonnement annuel, toutes zones, réseau de bus et de tramway, tarif solidaire.",
            ),
            (
                "Feuille de soins",
                "Actes effectués : consultation C ; honoraires réglés 25,00 € ; "
                "assuré social ; signature du praticien.",
            ),
        )
    )
    return Paper(
        "HPR-AUT",
        None,
        case.one("Préfecture", "Régie des transports du Val", "Bureau des étrangers", "République française"),
        title,
        (
            Text(f"{case.known(case.who)}, {case.address}, {words}"),
            Text(f"Valable du {case.short(2, 30)} au {case.ahead(60, 300)}. N° {case.number(9)}"),
        ),
        motif="P01",
    )


WRITERS: Writers = {
    "HPR-AUT": to_learn(_proof_of_voter, _prescription_of_practice, _first_request_or_pass),
}
