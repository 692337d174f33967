"""Other ways of wording bills of telephone, home insurance and schedules of payment (HPR-FAC)."""

from __future__ import annotations

from training.papers.asides import with_asides
from training.papers.bill_ways import bill, detail
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.outside_asides import BILLS
from training.papers.several import several
from training.papers.writers import Writers, to_learn


def _mobile(case: Case) -> Paper:
    return bill(
        case.one("TELVAL MOBILE", "Kaori Télécom", "Opérateur Quatre Barres", "Sim & Co"),
        case.one("Facture mobile", "Votre facture", f"Facture mobile du {case.short(3, 28)}", "Facture téléphone"),
        Fields(
            (
                (case.one("Ligne", "Numéro de ligne", "N° d'appel"), f"06 39 98 {case.number(2)} {case.number(2)}"),
                ("Compte client", f"1.{case.number(8)}"),
                ("Titulaire", case.who.full),
            )
        ),
        detail(
            case,
            (case.one("Forfait 100 Go", "Forfait bloqué 2h", "Série spéciale 50 Go"), 2, 30),
            ("Hors forfait", 0, 9),
            ("Mobile en 24 fois", 0, 22),
        ),
        *several(
            case,
            1,
            f"Période {case.period()}. Appels, SMS et MMS illimités en France métropolitaine.",
            f"Prélèvement le {case.ahead(5, 20)}. Aucune action de votre part n'est nécessaire.",
            "Engagement : aucun. Résiliation à tout moment depuis l'espace abonné.",
            "Facture établie en euros ; TVA sur les débits ; pénalités de retard : 3 fois le taux légal.",
        ),
        letter=case.some(0, 1) == 1,
    )


def _box(case: Case) -> Paper:
    return bill(
        case.one("FIBRAVAL", "Kaori Télécom – Service clients", "La Boîte à Fibre"),
        case.one(
            "Facture internet", "Mes factures > Détail", "Facture box – fibre", "Attestation de titulaire de contrat"
        ),
        Text(
            case.one(
                f"Nous certifions que {case.named(case.who)} est titulaire d'un accès internet situé {case.address}.",
                f"Bonjour {case.who.prenom}, voici le détail de votre facture de {case.month()}.",
                f"Abonné : {case.known(case.who)}. Adresse d'installation : {case.address}.",
            )
        ),
        detail(
            case,
            ("Abonnement internet, télévision, téléphone", 15, 45),
            ("Location de la box", 0, 5),
            ("Option bouquet", 0, 12),
        ),
        Fields(
            (
                ("Identifiant", f"fbx{case.number(7)}"),
                ("Ligne fixe", f"03 53 01 {case.number(2)} {case.number(2)}"),
                ("Prélevé le", case.ahead(3, 20)),
            )
        ),
        Text(
            case.one(
                "Ce document peut servir de justificatif de domicile.",
                "Merci de votre confiance.",
                "Assistance : 24h/24, appel gratuit.",
            )
        ),
        letter=case.some(0, 1) == 1,
    )


def _insurance(case: Case) -> Paper:
    return bill(
        case.one(
            "MUTUELLE DES TOITS DE FRANCE",
            "Assurances du Vallon",
            "Agence générale – Assurances",
            "Assuréo, courtier en ligne",
        ),
        case.one(
            "Attestation d'assurance habitation",
            "Attestation multirisque habitation",
            "Attestation de responsabilité civile locataire",
            "Attestation à remettre au propriétaire",
        ),
        Text(
            case.one(
                f"L'assureur soussigné atteste que {case.known(case.who)}, est "
                f"garanti par le contrat n° {case.number(9)}.",
                f"Nous certifions que le logement situé {case.address} est assuré au nom de {case.who.full}.",
                f"{case.named(case.who)} a souscrit auprès de nous un contrat d'assurance "
                f"habitation, sociétaire n° {case.number(7)}.",
            )
        ),
        Fields(
            (
                ("Bien assuré", case.one("Appartement, 3 pièces", "Maison, 4 pièces", "Studio")),
                ("Qualité", "Locataire"),
                ("Période", f"jusqu'au {case.ahead(60, 330)}"),
            )
        ),
        *several(
            case,
            2,
            "Incendie, explosion, dégât des eaux : risques locatifs et recours des voisins et des tiers.",
            "Vol et vandalisme, bris de glaces, catastrophes naturelles et technologiques.",
            "Responsabilité civile vie privée de l'assuré, de son conjoint et de ses enfants.",
            "La présente attestation n'implique qu'une présomption de garantie à la charge de l'assureur.",
            "Elle ne peut engager l'assureur au-delà des conditions du contrat, "
            "sous réserve du paiement des cotisations.",
        ),
        letter=True,
    )


def _schedule(case: Case) -> Paper:
    sum_, first = case.sum(30, 140), case.some(1, 12)
    rows = tuple((f"{case.some(3, 9):02d}/{(first + rank - 1) % 12 + 1:02d}", sum_) for rank in range(10))
    return bill(
        case.one(*case.home.world.energies, "Mutuelle des Toits de France", "Syndicat des eaux du Val"),
        case.one(
            "Échéancier de paiement",
            "Votre calendrier de paiement",
            "Plan de mensualisation",
            "Vos prochaines mensualités",
        ),
        Text(
            case.one(
                f"{case.who.civility}, vous avez choisi la mensualisation. Voici vos dates de prélèvement.",
                f"Contrat n° {case.number(9)} au nom de {case.who.full} : montant des échéances.",
                "Vos mensualités ont été recalculées d'après votre consommation de l'année écoulée.",
            )
        ),
        Heading(f"Adresse desservie : {case.home.rue}"),
        Table((("Prélèvement le", "Montant TTC"), *rows, ("Solde", "facture de régularisation")), (1, 1)),
        Text(
            case.one(
                "Vous pouvez modifier vos mensualités à tout moment.",
                "Ce document ne tient pas lieu de facture.",
                "TVA comprise.",
            )
        ),
    )


WRITERS: Writers = {
    "HPR-FAC": to_learn(*with_asides(BILLS, _mobile, _box, _insurance, _schedule)),
}
