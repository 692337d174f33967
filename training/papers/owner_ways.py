"""More ways in which owners are written to: property taxes, deeds and notaries' certificates."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.several import several
from training.papers.wording import spelled, spelled_day, texts
from training.papers.writers import Writers, to_learn

TAX, DEED = "LOG-TFO", "LOG-PRO"
TAX_NOTES = (
    "Frais de gestion de la fiscalité directe locale : 28 €.",
    "Vous pouvez payer en ligne, par prélèvement à l'échéance ou mensuel, par chèque avec le TIP.",
    "La taxe foncière est due pour l'année entière par le propriétaire au 1er janvier.",
    "Réclamations : service des impôts fonciers, jusqu'au 31 décembre de l'année suivante.",
)


def _tax_notice_in_print(case: Case) -> Paper:
    base, year = case.some(800, 3200), case.year - case.some(1, 12)
    rates = (case.some(12, 34), case.some(1, 9), case.some(6, 15))
    due = [round(base * rate / 100) for rate in rates]
    return Paper(
        TAX,
        None,
        case.one(
            "TRESOR PUBLIC", "DIRECTION GENERALE DES IMPOTS", "CENTRE DES FINANCES PUBLIQUES", "FINANCES PUBLIQUES"
        ),
        case.one(
            f"Taxes foncières pour {year}",
            f"Avis d'impôt {year}",
            f"TAXES FONCIERES {year} - votées et perçues",
            "Avis d'imposition taxe foncière",
        ),
        (
            Text(
                case.one(
                    "votées et perçues par la commune, le département et divers organismes",
                    "propriétés bâties et non bâties - taxe d'enlèvement des ordures ménagères",
                )
            ),
            Fields(
                (
                    (case.one("Débiteur(s) légal(aux)", "Propriétaire", "Redevable"), case.home.demandeur.full),
                    ("Département, commune", f"{case.number(2)}0 {case.commune}"),
                    ("Numéro de rôle", case.number(3)),
                    (
                        case.one("Référence de l'avis", "N° FIP"),
                        f"{case.number(2)} 57 {case.number(7)} {case.number(2)}",
                    ),
                )
            ),
            Table(
                (
                    ("Propriétés bâties", "Commune", "Intercomm.", "TEOM"),
                    ("Base", *(str(base),) * 3),
                    ("Taux", *(f"{rate},12 %" for rate in rates)),
                    ("Cotisation", *map(str, due)),
                ),
                (2, 1, 1, 1),
            ),
            Text(
                f"{case.one('Total à payer', 'Montant de votre impôt', 'Somme à payer')} : {sum(due) + 28},00 € "
                f"{case.one('avant le', 'au plus tard le', 'date limite')} 15/10/{year}."
            ),
            *several(case, 2, *TAX_NOTES),
        ),
        letter=True,
    )


def _tax_page_online(case: Case) -> Paper:
    year = case.year - case.some(1, 3)
    return Paper(
        TAX,
        None,
        case.one("impots.gouv.fr", "Espace particulier", "DGFiP - mon espace"),
        case.one("Vos impôts locaux", f"Taxe foncière {year}", "Détail de la taxe foncière", "Mes paiements : foncier"),
        (
            Fields(
                (
                    ("Numéro fiscal", case.home.fiscal),
                    ("Bien", case.home.rue),
                    (case.one("Montant de l'impôt", "Taxe"), case.sum(430, 2200)),
                    (case.one("Mensualité", "Prélevé le 15", "Reste à payer"), case.sum(40, 190)),
                    ("Date de mise en recouvrement", f"31/08/{year}"),
                )
            ),
            *several(
                case,
                2,
                f"Avis au nom de {case.who.full}, propriétaire ou usufruitier.",
                "Propriétés bâties : commune, syndicats, taxes spéciales, ordures ménagères, GEMAPI.",
                "Un dégrèvement peut être accordé aux plus de 65 ans sous condition de revenu fiscal.",
            ),
        ),
        foot=f"https://cfspart.impots.gouv.fr/ - imprimé le {case.short(0, 30)}",
    )


def _tax_schedule(case: Case) -> Paper:
    month = case.some(38, 170)
    return Paper(
        TAX,
        None,
        case.one("CENTRE DE PRELEVEMENT SERVICE", "SIP DE " + case.commune, "TRESORERIE DE " + case.commune),
        case.one(
            "Echéancier de taxe foncière", "Avis d'échéances - contrat mensuel", "Taxes foncières : vos prélèvements"
        ),
        (
            Text(f"Contrat n° M{case.number(9)} - {case.named(case.who)} - bien imposé : {case.address}"),
            Table(
                (("Prélèvement", "Montant"), *((f"15/{rank:02d}/{case.year}", f"{month},00") for rank in range(1, 11))),
                (2, 1),
            ),
            *several(
                case,
                1,
                "L'avis d'impôt de taxes foncières vous parviendra en septembre, avec le solde éventuel.",
                "Le montant est calculé sur la cotisation de l'an dernier (propriétés bâties).",
            ),
        ),
        letter=True,
    )


def _back_of_tax_notice(case: Case) -> Paper:
    return Paper(
        TAX,
        None,
        case.one("SERVICE DES IMPOTS FONCIERS", "CADASTRE - POLE TOPOGRAPHIQUE", "TAXES FONCIERES"),
        case.one("Détail du calcul des cotisations", "Dégrèvement de taxe foncière", "Exonération de deux ans"),
        (
            Text(f"{case.named(case.who)}, {case.one('local', 'immeuble', 'maison')} sis {case.address}"),
            Fields(
                (
                    ("Valeur locative cadastrale", f"{case.some(1800, 6200)}"),
                    ("Base nette d'imposition", f"{case.some(900, 3100)}"),
                    ("Cotisation", case.sum(400, 1900)),
                    ("Dégrèvement / plafonnement", case.sum(0, 100)),
                )
            ),
            *several(
                case,
                2,
                "Les bases sont égales à la moitié de la valeur locative cadastrale actualisée (propriétés bâties).",
                "Construction nouvelle : exonération pendant deux ans sur déclaration H1 ou H2.",
                "La TEOM suit la taxe foncière ; elle peut être récupérée sur le locataire.",
            ),
        ),
    )


def _deed_of_sale(case: Case) -> Paper:
    price, lot = case.some(62, 240) * 1000, case.number(2)
    day = case.day(200, 7000)
    return Paper(
        DEED,
        None,
        case.one(f"Maître {case.third()}, notaire", "OFFICE NOTARIAL DES DEUX RIVES", "SCP NOTAIRES ASSOCIES"),
        case.one("Vente", "Acte de vente", f"Vente {case.third().split()[-1]} / {case.who.nom.upper()}", "VEFA"),
        (
            *texts(
                f"L'AN {spelled(day.year).upper()}, LE {spelled_day(day).upper()}",
                f"{case.one('A RECU', 'a reçu le présent acte authentique', 'PAR DEVANT le notaire soussigné')} : "
                f"VENDEUR : {case.third()} ; ACQUEREUR : {case.known(case.who)}.",
            ),
            Heading(case.one("DESIGNATION", "IDENTIFICATION DU BIEN", "BIEN VENDU")),
            Text(
                f"{case.address} : {case.one('un appartement', 'une maison')}, lot {lot}, section AB n° "
                f"{case.number(3)}, {case.some(100, 990)}/10000es des parties communes."
            ),
            *several(
                case,
                2,
                "L'acquéreur est propriétaire à compter de ce jour et en a la jouissance par la prise de possession.",
                "Le vendeur déclare que l'immeuble est libre de toute inscription hypothécaire.",
                "Il est renvoyé au règlement de copropriété et à l'état descriptif de division.",
            ),
            Leaf(),
            Heading(case.one("PRIX", "PRIX ET PAIEMENT")),
            Text(
                f"{spelled(price // 1000).upper()} MILLE EUROS ({price} €), payé comptant par la comptabilité de "
                "l'office, dont prêt bancaire avec privilège de prêteur de deniers."
            ),
            *several(
                case,
                2,
                "Le présent acte sera publié au service de la publicité foncière compétent.",
                "Diagnostics : amiante, plomb, termites, gaz, électricité, DPE, état des risques, loi Carrez.",
                "DONT ACTE sur pages, lu et signé par les parties et le notaire.",
            ),
        ),
        numbered=True,
        signer="Le notaire",
    )


def _certificate_of_notary(case: Case) -> Paper:
    return Paper(
        DEED,
        None,
        case.one("ETUDE NOTARIALE DU CENTRE", f"Maître {case.third()}", "NOTAIRES - 57"),
        case.one("Attestation", "Attestation de vente", "Attestation immobilière", "Attestation de propriété"),
        (
            Text(
                f"{case.one('Je soussigné, notaire', 'Le notaire soussigné')}, {case.one('atteste', 'certifie')} "
                f"qu'aux termes d'un acte du {case.long(5, 3000)}, {case.known(case.adult())} "
                f"{case.one('a acquis', 'est devenu propriétaire de', 'a recueilli dans la succession')} un bien sis "
                f"{case.address}."
            ),
            *several(
                case,
                1,
                "Une copie authentique sera délivrée après publicité foncière. Clés remises ce jour.",
                "L'attestation est délivrée pour l'eau, l'électricité et toutes démarches.",
                "Droits : moitié en usufruit, moitié en nue-propriété. Cadastre : section C.",
            ),
        ),
        signer=case.one("Le notaire", "Le clerc"),
        seal=("NOTAIRE",),
    )


def _land_register(case: Case) -> Paper:
    return Paper(
        DEED,
        None,
        case.one("LIVRE FONCIER", "CONSERVATION DES HYPOTHEQUES", "SERVICE DE LA PUBLICITE FONCIERE"),
        case.one("Relevé de propriété", "Extrait du livre foncier", "Etat hypothécaire", "Titre de propriété"),
        (
            Filled((("Propriétaire", case.who.full), ("Commune", case.commune)))
            if case.one("o", "n") == "o"
            else Fields((("Compte communal", f"{case.one('A', 'D', 'M')}{case.number(5)}"), ("Nom", case.who.full))),
            Table(
                (("Section - n°", "Lieudit", "Contenance"), (f"AC {case.number(3)}", case.home.rue[:22], "2 a 41 ca")),
                (1, 2, 1),
            ),
            *several(
                case,
                1,
                "Titre : acte de vente reçu par notaire, publié volume 2009 P.",
                "Charges : hypothèque conventionnelle, privilège du prêteur.",
                "Droit de propriété inscrit, acquêts de communauté.",
            ),
        ),
    )


WRITERS: Writers = {
    TAX: to_learn(_tax_notice_in_print, _tax_page_online, _tax_schedule, _back_of_tax_notice),
    DEED: to_learn(_deed_of_sale, _certificate_of_notary, _land_register),
}
