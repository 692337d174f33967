"""Other ways of wording notices of the tax on dwellings, of several years (HPR-TAX)."""

from __future__ import annotations

from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.figures import summed
from training.papers.foyer import spaced, whole
from training.papers.outside_asides import LOCAL_TAXES
from training.papers.several import said, several
from training.papers.writers import Writers, to_learn

_OFFICE = (
    "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
    "Finances publiques",
    "DIRECTION GÉNÉRALE DES IMPÔTS",
    "Trésor public",
)


def _notice_with_broadcasting(case: Case) -> Paper:
    year = case.some(2006, 2021)
    rows, total = summed(case, ("Taxe d'habitation", 0, 700), ("Contribution à l'audiovisuel public", 116, 139))
    return Paper(
        "HPR-TAX",
        None,
        case.one(*_OFFICE),
        case.one(
            f"Avis d'impôt {year} – Taxe d'habitation",
            "Taxe d'habitation – Contribution à l'audiovisuel public",
            f"Taxe d'habitation et redevance audiovisuelle {year}",
            f"Votre avis de taxe d'habitation {year}",
        ),
        (
            Fields(
                (
                    ("Numéro fiscal", spaced(case.home.fiscal)),
                    ("Référence de l'avis", f"{year % 100} {case.number(2)} {case.number(7)} {case.number(2)}"),
                    ("Numéro de rôle", f"{case.number(3)} TH"),
                    (case.one("Lieu d'imposition", "Résidence principale"), case.home.rue),
                )
            ),
            Table((("Votre imposition", "Montant"), *rows, ("Somme à payer", case.amount(total))), (3, 1)),
            *several(
                case,
                2,
                f"Date limite de paiement : 15/11/{year}. Mise en recouvrement : 31/10/{year}.",
                "Vous êtes imposé au titre du logement que vous occupiez au 1er janvier.",
                "Les parts de votre foyer et le revenu fiscal de référence servent au calcul du plafonnement.",
                "Réclamation : avant le 31 décembre de l'année suivante.",
                "Si vous n'avez pas de téléviseur, vous avez dû le signaler sur votre déclaration de revenus.",
            ),
        ),
        letter=True,
        numbered=True,
        motif="P01",
    )


def _computing_page(case: Case) -> Paper:
    base = case.some(1500, 4200)
    head = ("Éléments de calcul", "Commune", "Intercommunalité", "Taxe spéciale")
    return Paper(
        "HPR-TAX",
        None,
        case.one(*_OFFICE),
        case.one(
            "Détail du calcul des cotisations",
            "Taxe d'habitation : détail de votre imposition",
            "Avis d'imposition – TH",
        ),
        (
            Text(f"Occupant : {case.named(case.who)}. Adresse du local : {case.address}."),
            Table(
                (
                    head,
                    ("Valeur locative brute", whole(base), whole(base), whole(base)),
                    ("Abattement général à la base", whole(base / 10), "0", whole(base / 10)),
                    ("Personnes à charge", str(len(case.home.enfants)), "", ""),
                    ("Base nette d'imposition", whole(base * 0.9), whole(base), whole(base * 0.9)),
                    (
                        "Taux d'imposition",
                        f"{case.some(12, 29)},{case.number(2)} %",
                        f"{case.some(2, 12)},{case.number(2)} %",
                        "0,4 %",
                    ),
                    ("Cotisations", whole(base * 0.2), whole(base * 0.07), whole(base * 0.004)),
                ),
                (2, 1, 1.3, 1),
            ),
            Fields(
                (
                    ("Frais de gestion", f"{case.some(2, 20)} €"),
                    ("Dégrèvement", f"{case.some(0, 300)} €"),
                    ("Montant de l'impôt", case.sum(0, 800)),
                )
            ),
            Leaf(),
            *several(
                case,
                3,
                "Abattements : ils réduisent la valeur locative de l'habitation principale.",
                "Plafonnement selon le revenu : la cotisation ne peut dépasser "
                "3,44 % du revenu diminué d'un abattement.",
                "Le dégrèvement résulte de la suppression progressive de la taxe sur les résidences principales.",
                "Vous déménagez ? Signalez votre nouvelle adresse au centre des finances publiques.",
                "Payez par internet, par smartphone ou en adhérant au prélèvement mensuel.",
            ),
        ),
        references=("Page 2", f"Débiteur : {case.number(9)}"),
        motif="P01",
    )


def _relief_letter(case: Case) -> Paper:
    year = case.year - case.some(1, 6)
    return Paper(
        "HPR-TAX",
        None,
        case.one("Centre des finances publiques", "Service des impôts des particuliers", "Trésorerie municipale"),
        case.one(
            "Avis de dégrèvement",
            f"Taxe d'habitation {year} : votre réclamation",
            "Dégrèvement de taxe d'habitation",
            "Objet : taxe d'habitation",
        ),
        (
            Text(case.one(f"{case.who.civility},", "Madame, Monsieur,")),
            Text(
                case.one(
                    "J'ai prononcé en votre faveur un dégrèvement de "
                    f"{case.sum(40, 700)} sur la taxe d'habitation de {year}.",
                    f"Votre demande d'exonération de taxe d'habitation pour {year} est admise en totalité.",
                    f"La taxe d'habitation {year} du logement situé {case.home.rue} est "
                    "annulée : vous étiez hébergé au 1er janvier.",
                )
            ),
            Text(
                said(
                    case,
                    "Cette somme vous sera remboursée par virement si vous avez déjà payé.",
                    "La contribution à l'audiovisuel public est dégrevée dans les mêmes conditions.",
                    "Conservez cette décision avec votre avis d'imposition.",
                    "Vous pouvez contester cette décision devant le tribunal administratif dans les deux mois.",
                )
            ),
        ),
        letter=True,
        references=(f"N° {case.number(8)}", f"Affaire suivie par {case.third()}"),
        signer=case.one("L'inspectrice des finances publiques", "Le contrôleur", "Le comptable public"),
        motif="P01",
    )


def _second_home_online(case: Case) -> Paper:
    year = case.year - 1
    return Paper(
        "HPR-TAX",
        None,
        case.one("impots.gouv.fr – Espace particulier", "Finances publiques", "République française"),
        case.one(
            "Taxe d'habitation sur les résidences secondaires",
            f"Taxe d'habitation {year} – avis n'ayant pas à être payé",
            f"Taxe d'habitation {year} (logements vacants, dépendances)",
            "Avis de taxe d'habitation",
        ),
        (
            Heading(case.one("Ce que vous devez payer", "Récapitulatif", "Votre situation")),
            Fields(
                (
                    ("Occupant au 1er janvier", case.who.full),
                    ("Local", case.one("Appartement", "Garage", "Cave et parking", "Maison")),
                    ("Invariant", case.number(10)),
                    ("Montant à payer", case.one("0,00 €", case.sum(60, 500))),
                )
            ),
            *several(
                case,
                1,
                "La taxe d'habitation sur la résidence principale est supprimée depuis 2023.",
                "Le paiement par prélèvement à l'échéance sera effectué le 26 décembre.",
                "Déclarez les occupants de vos biens dans le service « Gérer mes biens immobiliers ».",
                "Base d'imposition, taux et majoration votés par la commune : voir page suivante.",
            ),
        ),
        references=(f"Consulté le {case.short(1, 30)}",),
        motif="P01",
    )


WRITERS: Writers = {
    "HPR-TAX": to_learn(
        *with_asides(LOCAL_TAXES, _notice_with_broadcasting, _computing_page, _relief_letter, _second_home_online)
    )
}
