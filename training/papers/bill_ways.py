"""Other ways of wording bills of energy and water (HPR-FAC)."""

from __future__ import annotations

from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Fields, Paper, Part, Table, Text
from training.papers.figures import summed
from training.papers.outside_asides import BILLS
from training.papers.several import said, several
from training.papers.writers import Writers, to_learn


def bill(issuer: str, title: str, *parts: Part, letter: bool = True, foot: str = "", number: str = "") -> Paper:
    references = (number,) if number else ()
    return Paper("HPR-FAC", None, issuer, title, parts, references=references, letter=letter, foot=foot, motif="P01")


def detail(case: Case, *lines: tuple[str, float, float]) -> Table:
    rows, total = summed(case, *lines)
    return Table(
        (
            (case.one("Détail", "Désignation", "Libellé"), case.one("Montant", "Montant TTC", "€ TTC")),
            *rows,
            (case.one("TOTAL TTC", "Montant à payer", "Net à payer", "Total à régler"), case.amount(total)),
        ),
        (4, 1.5),
    )


def _power_of_dwelling(case: Case) -> Paper:
    return bill(
        case.one(*case.home.world.energies, "VOLTAVAL ÉNERGIE", "Régie d'électricité du Val", "Électricité Bleu Ciel"),
        case.one(
            "Facture d'électricité",
            "Votre facture d'électricité",
            f"Facture du {case.short(5, 30)}",
            "Facture bimestrielle",
        ),
        Fields(
            (
                (case.one("N° client", "Référence client", "Compte de contrat"), case.number(10)),
                (case.one("Point de livraison (PDL)", "PRM", "N° de compteur Linky"), case.number(14)),
                ("Titulaire", case.named(case.who)),
                ("Puissance souscrite", case.one("6 kVA", "3 kVA", "9 kVA")),
            )
        ),
        detail(
            case,
            ("Abonnement", 12, 30),
            (f"Consommation {case.number(3)} kWh", 30, 180),
            ("Accise, CTA", 4, 16),
            ("TVA", 6, 30),
        ),
        *several(
            case,
            1,
            f"Relève : index {case.number(5)} (estimé), prochaine relève vers le {case.ahead(20, 60)}.",
            "Votre consommation est en baisse par rapport à la même période de l'an passé.",
            f"Le montant sera prélevé le {case.ahead(10, 30)} sur votre compte bancaire.",
            "Chèque énergie : vous pouvez l'utiliser pour régler cette facture.",
            "Dépannage réseau 24h/24 : numéro figurant au dos. Médiateur national de l'énergie : libre réponse.",
        ),
        number=f"Facture n° {case.number(10)}",
    )


def _gas(case: Case) -> Paper:
    return bill(
        case.one("GAZ & CLARTE", "Gaz du Plateau", "CHALEUR ET GAZ SA", "Énergie Verte des Vallées"),
        case.one(
            "Facture de gaz", "Facture de gaz naturel", "Facture annuelle de régularisation", "Votre facture énergie"
        ),
        Text(f"{case.named(case.who)}, lieu de consommation : {case.address}"),
        Fields(
            (("Point de comptage (PCE)", case.number(14)), ("Offre", case.one("Prix repère", "Fixe 2 ans", "Base, B1")))
        ),
        Table(
            (
                ("Ancien index", "Nouvel index", "m3", "Coefficient", "kWh"),
                (case.number(5), case.number(5), case.number(3), "11,24", case.number(4)),
            ),
            (1, 1, 1, 1, 1),
        ),
        detail(
            case,
            ("Abonnement et acheminement", 40, 130),
            ("Consommation de gaz", 100, 700),
            ("Taxes et contributions", 20, 90),
        ),
        Text(
            said(
                case,
                f"Mensualités déjà payées : {case.sum(200, 800)}.",
                f"Trop-perçu de {case.sum(5, 60)}, remboursé par virement sous quinze jours.",
                f"Reste dû, à régler avant le {case.ahead(10, 30)}.",
                "En cas d'odeur de gaz, appelez le numéro d'urgence sécurité gaz.",
            )
        ),
    )


def _water_and_sewage(case: Case) -> Paper:
    return bill(
        case.one(
            "Syndicat des eaux du Val",
            "RÉGIE MUNICIPALE DE L'EAU",
            "Compagnie des Eaux et Fontaines",
            f"Eau de {case.commune.title()}",
        ),
        case.one(
            "Facture d'eau",
            "Eau et assainissement : facture",
            "Rôle de l'eau – 2e semestre",
            "Facture intermédiaire sur estimation",
        ),
        Fields(
            (
                ("Abonné", case.named(case.who)),
                ("Desserte", case.home.rue),
                (case.one("N° de contrat", "Référence abonnement"), case.number(9)),
                ("Compteur", f"D{case.number(2)}KA {case.number(6)} – {case.number(2)} m3"),
            )
        ),
        detail(
            case,
            ("Distribution de l'eau", 30, 120),
            ("Collecte et traitement des eaux usées", 30, 130),
            ("Organismes publics (agence de l'eau)", 8, 30),
            ("TVA 5,5 % et 10 %", 4, 20),
        ),
        Text(
            case.one(
                "Somme à régler au comptable public ; le talon optique est à joindre à votre chèque.",
                f"Date limite de paiement : {case.ahead(15, 40)}. Paiement par "
                "internet, TIP SEPA, chèque ou prélèvement.",
                "Prix du litre d'eau, hors abonnement : 0,00412 €. L'eau distribuée est conforme aux normes.",
            )
        ),
    )


def _heating(case: Case) -> Paper:
    return bill(
        case.one(
            "CHAUFFAGE URBAIN DU VAL", "Fioul Express", "Bois & Granulés des Forges", "Entretien Chaudières Martel"
        ),
        case.one(
            "Facture de chauffage",
            "Facture – livraison de combustible",
            "Bon de livraison valant facture",
            "Contrat d'entretien : facture",
        ),
        Text(f"Livré à {case.named(case.who)}, {case.address}, le {case.long(5, 60)}."),
        detail(
            case,
            (
                case.one(
                    "500 litres de fioul domestique",
                    "2 palettes de granulés",
                    "Chaleur : part R1 et R2",
                    "Entretien annuel de la chaudière",
                ),
                90,
                800,
            ),
            (case.one("Livraison", "Déplacement"), 0, 60),
            ("TVA", 10, 90),
        ),
        *several(
            case,
            1,
            f"Règlement à réception, par chèque ou carte. Échéance : {case.ahead(5, 30)}.",
            "Attestation d'entretien remise à l'occupant. Taux de monoxyde de carbone mesuré : 0 ppm.",
            "Réserve de propriété : la marchandise reste la propriété du vendeur jusqu'au paiement.",
            "Pas d'escompte pour paiement anticipé.",
        ),
        number=f"FA{case.year}-{case.number(5)}",
    )


WRITERS: Writers = {
    "HPR-FAC": to_learn(*with_asides(BILLS, _power_of_dwelling, _gas, _water_and_sewage, _heating)),
}
