"""Statements that a home is insured, which the plan counts among the bills of a home (HPR-FAC)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

OUT = "P01"


def _insured_house(case: Case) -> Paper:
    return Paper(
        "HPR-FAC",
        None,
        case.one("MUTUELLE DU FOYER SOLIDAIRE", "ASSURANCES LE PHARE"),
        case.one(
            "Attestation d'assurance habitation",
            "Attestation d'assurance multirisque habitation",
            "Attestation d'assurance",
        ),
        (
            Text(
                f"Nous soussignés attestons que {case.named(case.who)} est assuré{case.who.gendered('e', '')} par le "
                f"contrat n° {case.number(8)} garantissant le logement de {case.some(1, 5)} pièces, occupé en qualité "
                f"de {case.one('locataire', 'locataire principal', 'colocataire')} :"
            ),
            Text(case.address, bold=True),
            *texts(
                f"La garantie est acquise du {case.short(10, 300)} au {case.ahead(20, 330)}, sous réserve du paiement "
                "des cotisations.",
                "Risques couverts : responsabilité civile vie privée, risques locatifs, incendie, explosion, dégât "
                "des eaux, catastrophes naturelles et technologiques, vol, bris de glace.",
                "La présente attestation est délivrée pour servir et valoir ce que de droit, conformément à "
                "l'article 7 g de la loi du 6 juillet 1989. Elle n'engage pas l'assureur au-delà du contrat.",
            ),
        ),
        lines=("Société d'assurance mutuelle à cotisations variables",),
        references=(f"Sociétaire n° {case.number(7)}",),
        letter=True,
        signer="Le directeur général",
        motif=OUT,
    )


def _insured_tenant(case: Case) -> Paper:
    return Paper(
        "HPR-FAC",
        None,
        case.one("Agence Borderive Assurances", "Cabinet Lestang, agent général"),
        "Certificat de garantie des risques locatifs",
        (
            Table(
                (
                    ("Garantie", "Plafond"),
                    ("Responsabilité civile du locataire", "1 500 000 €"),
                    ("Recours des voisins et des tiers", "500 000 €"),
                    ("Mobilier", case.one("8 000 €", "15 000 €")),
                ),
                (3, 1),
            ),
            Fields(
                (
                    ("Souscripteur", case.who.full),
                    ("Police", f"MRH {case.number(7)}"),
                    ("Situation du risque", case.home.rue),
                    ("Valable jusqu'au", case.ahead(60, 360)),
                )
            ),
            Text(
                "Document à remettre au bailleur à l'entrée dans les lieux puis chaque année. Franchise 150 €. "
                "Exclusions : voir conditions générales, pages 12 à 15."
            ),
        ),
        signer="L'agent",
        seal=("ASSURANCES", "ORIAS " + case.number(8)),
        motif=OUT,
    )


def _yearly_premium(case: Case) -> Paper:
    fee = case.some(90, 320)
    return Paper(
        "HPR-FAC",
        None,
        case.one("GARONNE ASSURANCES MUTUELLES", "La Prévoyante de l'Orne"),
        case.one("Avis d'échéance annuel – habitation", "Appel de cotisation logement"),
        (
            Text(
                f"Chère sociétaire, cher sociétaire, votre cotisation pour {case.year} est de {case.amount(fee)} TTC."
            ),
            Fields(
                (
                    ("Bien assuré", f"appartement, {case.some(25, 90)} m²"),
                    ("Adresse", case.home.rue),
                    ("Dont taxes et contribution attentats", case.amount(6.5)),
                    ("Prélèvement fractionné", f"{case.amount(fee / 12)} par mois"),
                )
            ),
            *texts(
                "Votre attestation figure au dos. Vous pouvez résilier à tout moment après un an d'assurance (loi du "
                "17 mars 2014) ; la résiliation prend effet un mois après réception de votre demande.",
                "Sinistre : déclarez-le dans les cinq jours ouvrés, deux jours en cas de vol.",
            ),
        ),
        references=(f"Contrat {case.number(9)}",),
        letter=True,
        motif=OUT,
    )


WRITERS: Writers = {
    "HPR-FAC": to_learn(_insured_house, _insured_tenant, _yearly_premium),
}
