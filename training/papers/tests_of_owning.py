"""Papers of people who own their home, never learnt from: a notary's word, a loan, a local tax, a sale."""

from __future__ import annotations

from training.desk import euros
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.foyer import spaced, whole
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _notary_attests(case: Case) -> Paper:
    notary = case.third()
    parts = (
        *texts(
            f"Aux termes d'un acte reçu par Maître {notary}, notaire à {case.commune.title()}, le "
            f"{case.long(40, 2500)}",
            "Il a été constaté la VENTE,",
            f"Par : M. ou Mme {case.third()},",
            f"Au profit de : {case.named(case.who)}, {case.home.metier.lower()}, demeurant "
            f"à {case.home.ville}, {case.born(case.who)}.",
        ),
        Heading("DÉSIGNATION"),
        Text(
            f"À {case.home.ville}, {case.home.rue}, une maison à usage d'habitation élevée sur cave d'un "
            "rez-de-chaussée et d'un étage, jardin. Figurant ainsi au cadastre :"
        ),
        Table(
            (
                ("Section", "N°", "Lieudit", "Surface"),
                (
                    case.one("AB", "AK", "ZC"),
                    case.number(3),
                    case.home.rue[:26],
                    f"00 ha 0{case.some(1, 6)} a {case.number(2)} ca",
                ),
            ),
            (1, 1, 3, 2),
        ),
        *texts(
            "PROPRIÉTÉ – JOUISSANCE. L'acquéreur est propriétaire du bien vendu à compter du jour de la signature. Il "
            "en a la jouissance à compter du même jour par la prise de possession réelle, les biens vendus "
            "étant libres "
            "de toute location ou occupation.",
            f"PRIX. La vente a été conclue moyennant le prix principal de {whole(case.some(90, 260) * 1000)} euros, "
            "payé comptant ainsi qu'il résulte de l'acte.",
            "Une copie authentique de cet acte sera publiée au service de la publicité foncière compétent.",
            "EN FOI DE QUOI la présente attestation est délivrée pour servir et valoir ce que de droit.",
        ),
    )
    return Paper(
        "LOG-PRO",
        None,
        case.one(f"Maître {notary}", f"SCP {notary} et associés"),
        case.one("Attestation", "Attestation de propriété", "Attestation de vente"),
        parts,
        lines=(f"Notaire – Office notarial de {case.commune.title()}", f"Dossier n° 10{case.number(5)}"),
        signer="Le notaire",
        seal=("OFFICE NOTARIAL", case.commune),
    )


def _dues(left: float, rate: float, year: int) -> list[tuple[str, ...]]:
    """Four years of a loan of ``left`` euros over twenty, each month as its row."""
    due, rows = left * rate / 12 / (1 - (1 + rate / 12) ** -240), []
    for number in range(48):
        interest = left * rate / 12
        left -= due - interest
        sums = (due + 18.4, due - interest, interest, 18.4, left)
        rows.append((str(number + 1), f"05/{number % 12 + 1:02d}/{year + number // 12}", *map(euros, sums)))
    return rows


def _schedule_of_a_loan(case: Case) -> Paper:
    capital, rate = float(case.some(82, 190) * 1000), case.some(11, 39) / 1000
    rows = _dues(capital, rate, case.year - 1)
    parts = (
        Fields(
            (
                ("Emprunteur(s)", " / ".join(who.full for who in case.home.adults)),
                ("Prêt n°", f"{case.number(8)} {case.one('PRÊT HABITAT', 'PAS LIBERTÉ')}"),
                ("Objet", "résidence principale"),
                ("Durée / périodicité", "240 mois / mensuelle"),
                ("Taux débiteur fixe", f"{rate * 100:.2f} %".replace(".", ",")),
                ("TAEG", f"{rate * 100 + 0.62:.2f} %".replace(".", ",")),
            )
        ),
        Table(
            (("N°", "Échéance", "Montant", "Capital", "Intérêts", "Assur.", "Capital restant dû"), *rows),
            (0.6, 1.4, 1.2, 1.2, 1.2, 0.9, 1.8),
        ),
        Text("Tableau contractuel établi sous réserve du déblocage total des fonds. Assurance groupe facultative."),
    )
    return Paper(
        "LOG-PLF",
        None,
        case.one(*case.home.world.banques),
        "Tableau d'amortissement",
        parts,
        lines=(f"Édité le {case.short(3, 40)} – Montants exprimés en euros",),
        numbered=True,
    )


def _land_tax(case: Case) -> Paper:
    base, year = case.some(1100, 3900), case.year - 1
    rows = [
        (label, f"{rate:.2f} %".replace(".", ","), whole(base), whole(base * rate / 100))
        for label, rate in (
            ("Commune", 38.71),
            ("Intercommunalité", 2.05),
            ("Taxes spéciales", 0.41),
            ("Taxe ordures ménagères", 11.9),
            ("Taxe GEMAPI", 0.32),
        )
    ]
    total = sum(base * rate / 100 for rate in (38.71, 2.05, 0.41, 11.9, 0.32))
    parts = (
        Fields(
            (
                ("Vos références – Numéro fiscal", spaced(case.home.fiscal)),
                ("Référence de l'avis", f"{case.number(2)} 59 {case.number(7)} {case.number(2)}"),
                ("Numéro de propriétaire", f"{case.number(3)} {case.one('C', 'M', 'R')}{case.number(5)} X"),
                ("Département / commune", f"590 / {case.commune.title()}"),
                ("Date d'établissement", f"08/08/{year}"),
                ("Date de mise en recouvrement", f"31/08/{year}"),
            )
        ),
        Heading("Votre situation"),
        Fields((("Montant de votre impôt", f"{whole(total)} €"), ("Date limite de paiement", f"15/10/{year}"))),
        Text(
            f"Pour payer la somme de {whole(total)} €, rendez-vous sur impots.gouv.fr : vous disposez d'un délai "
            f"supplémentaire de cinq jours. Vous serez prélevé(e) le 25/10/{year}. Vous pouvez adhérer au prélèvement "
            "mensuel ou à l'échéance pour l'an prochain. Au-delà de 300 €, le paiement dématérialisé est obligatoire."
        ),
        Text("Vous pouvez contester le montant de votre impôt jusqu'au 31 décembre de l'année suivante."),
        Leaf(),
        Heading("Détail du calcul des cotisations"),
        Fields((("Propriétaire", case.who.full), ("Adresse du bien", case.home.rue))),
        Table((("Propriétés bâties", "Taux", "Base", "Cotisation"), *rows), (3, 1, 1, 1)),
        Fields(
            (("Frais de gestion de la fiscalité locale", "compris"), ("Montant de votre impôt", f"{whole(total)} €"))
        ),
        Text(
            "La base correspond à la moitié de la valeur locative cadastrale, actualisée et revalorisée chaque année."
        ),
    )
    return Paper(
        "LOG-TFO",
        None,
        "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
        case.one(f"Avis d'impôt {year} – taxes foncières", f"Taxes foncières {year} – avis d'impôt"),
        parts,
        lines=(f"Centre des finances publiques de {case.commune.title()}",),
        subtitle="votées et perçues par la commune, le département et divers organismes",
        letter=True,
        numbered=True,
    )


def _mandate_to_sell(case: Case) -> Paper:
    price, agency = case.some(115, 290) * 1000, case.one("IMMO-LYS CONSEIL", "L'AGENCE DES QUAIS")
    owners = " et ".join(case.named(who) for who in case.home.adults)
    parts = (
        *texts(
            f"LE MANDANT : {owners}, demeurant {case.address}, agissant en qualité de propriétaire(s),",
            f"LE MANDATAIRE : {agency}, carte professionnelle « Transactions sur immeubles et fonds de commerce » "
            f"n° CPI 5902 2019 000 {case.number(3)}, sans maniement de fonds.",
            "Par les présentes, le mandant confère au mandataire, qui l'accepte, mandat de vendre les biens et droits "
            "immobiliers désignés ci-dessous, aux prix, charges et conditions suivants.",
        ),
        Heading("1. Situation et désignation des biens"),
        Text(
            f"{case.address} : {case.one('maison mitoyenne de 94 m²', 'appartement T4 de 76 m² avec garage')}, libre "
            "de toute occupation au plus tard le jour de l'acte."
        ),
        Heading("2. Prix – Rémunération"),
        Text(
            f"Prix de vente demandé : {whole(price)} euros, payable comptant le jour de la signature de l'acte "
            f"authentique. Honoraires TTC à la charge {case.one('du mandant', 'de l’acquéreur')} : "
            f"{whole(price * 0.05)} euros."
        ),
        Heading("3. Durée"),
        Text(
            "Le mandat est donné à compter de ce jour pour une durée irrévocable de trois mois. Il sera prorogé par "
            "tacite reconduction, dénonçable à tout moment avec un préavis de quinze jours, par lettre recommandée "
            "avec avis de réception, et prendra fin en tout état de cause au bout de douze mois."
        ),
        Heading("4. Obligations"),
        Text(
            "Pendant la durée du mandat, le mandant s'interdit de vendre à un acquéreur présenté par le mandataire. "
            "Il fournira le dossier de diagnostic technique. Le mandataire rend compte de ses diligences et "
            "effectue la publicité à ses frais."
        ),
        Text(
            "Droit de rétractation : quatorze jours à compter de la signature hors établissement. Fait en deux "
            "exemplaires, dont l'un est remis au mandant."
        ),
    )
    return Paper(
        "MOT-ACC",
        None,
        agency,
        case.one("Mandat de vente sans exclusivité", "Mandat simple de vente"),
        parts,
        lines=("Loi n° 70-9 du 2 janvier 1970 et décret n° 72-678 du 20 juillet 1972",),
        references=(f"Registre des mandats n° {case.number(4)}",),
        signer="Le mandant          Le mandataire",
    )


WRITERS: Writers = {
    "LOG-PRO": to_test(_notary_attests),
    "LOG-PLF": to_test(_schedule_of_a_loan),
    "LOG-TFO": to_test(_land_tax),
    "MOT-ACC": to_test(_mandate_to_sell),
}
