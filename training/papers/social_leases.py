"""The lease of a social landlord (LOG-BAI)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text

ROOMS = ("Séjour", "Cuisine", "Chambre 1", "Chambre 2", "Salle de bains", "Dégagement", "Loggia")


def _social_terms(case: Case) -> tuple[Part, ...]:
    return (
        Leaf(),
        Text("CONDITIONS GÉNÉRALES", bold=True),
        Heading("1. Durée et maintien dans les lieux"),
        Text(
            "Le bail est conclu pour un mois, tacitement renouvelé tant que le preneur respecte ses obligations. "
            "Le preneur a droit au maintien dans les lieux. Il peut donner congé avec un préavis d'un mois "
            "lorsqu'un autre logement social lui est attribué, de trois mois sinon."
        ),
        Heading("2. Supplément de loyer et enquête annuelle"),
        Text(
            "Chaque année, l'organisme vérifie les ressources, la composition du foyer et l'occupation. Faute de "
            "réponse, une indemnité pour frais de dossier et le supplément de loyer de solidarité maximal sont "
            "appliqués."
        ),
        Heading("3. Usage des lieux et assurance"),
        Text(
            "Occupation bourgeoise et personnelle huit mois par an au moins ; interdiction de sous-louer ; "
            "entretien courant et réparations locatives (décret n° 87-712) ; assurance contre les risques dont "
            "il doit répondre."
        ),
        Heading("4. Impayés"),
        Text(
            "Un terme impayé, après commandement resté sans effet pendant deux mois, entraîne la résiliation. "
            "L'organisme saisit auparavant la CAF et propose un plan d'apurement."
        ),
        Heading("5. Congé, visite et sortie"),
        Text(
            "Le preneur laisse visiter deux heures par jour ouvrable. Un état des lieux contradictoire est dressé à "
            "la remise des clés ; les réparations qui lui incombent sont chiffrées selon la grille de vétusté "
            "adoptée avec les associations de locataires."
        ),
        Heading("6. Données personnelles"),
        Text(
            "Le numéro unique et les revenus sont traités pour l'attribution, l'enquête d'occupation du parc social "
            "(OPS) et le calcul du surloyer. Le locataire accède à ses données et les rectifie en écrivant au "
            "délégué."
        ),
        Leaf(),
        Text("ANNEXE – DÉCOMPTE DE SURFACE CORRIGÉE", bold=True),
        Table(
            (
                ("Pièce", "Surface réelle", "Coefficient"),
                *((room, f"{case.some(3, 24)},{case.number(2)} m²", "1,00") for room in ROOMS),
            ),
            (2, 1, 1),
        ),
        Text(
            "Équipements : évier, lavabo, douche, WC, chaudière. Classement du logement : catégorie 2A. Bon pour "
            "accord du preneur."
        ),
        Text("Pièces remises : règlement intérieur, décompte de surface, état des lieux d'entrée, DPE."),
    )


def social_lease(case: Case) -> Paper:
    who, rent = case.who, case.home.loyer
    return Paper(
        "LOG-BAI",
        None,
        case.one("SOCIÉTÉ ANONYME D'HLM", "OFFICE PUBLIC DE L'HABITAT"),
        case.one("Bail de location", "Engagement de location"),
        (
            Fields(
                (
                    ("Organisme", case.home.bailleur),
                    ("Preneur", case.named(who)),
                    ("Naissance", f"{who.naissance:%d/%m/%Y} – {who.lieu}"),
                    ("Programme et module", f"{case.number(4)} / {case.number(3)}"),
                    ("Logement", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Typologie", f"T{case.some(1, 5)}"),
                    ("Prise d'effet", case.short(100, 3000)),
                )
            ),
            Text("CONDITIONS PARTICULIÈRES", bold=True),
            Table(
                (
                    ("Éléments du quittancement", "Mensuel"),
                    ("Loyer au plafond de la convention", case.amount(rent)),
                    ("Acompte de charges récupérables", case.sum(40, 130)),
                    ("Annexe : stationnement", case.sum(0, 40)),
                    ("Dépôt de garantie", case.amount(rent)),
                ),
                (3, 1.2),
            ),
            Text(
                "Le logement fait l'objet d'une convention avec l'État (article L. 353-2 du code de la construction "
                "et de l'habitation) ouvrant droit à l'aide personnalisée au logement. Il est attribué après "
                "décision de la commission d'attribution et soumis à plafonds de ressources."
            ),
            *_social_terms(case),
        ),
        references=(f"Bail n° {case.number(3)}.{case.number(4)}.{case.number(2)}",),
        signer="Le preneur / Pour l'organisme",
        seal=("ORGANISME HLM", "GESTION LOCATIVE"),
    )
