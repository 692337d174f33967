"""Owning one's home, paying for it, and failing to (LOG-PRO, LOG-PLF, MOT-ACC)."""

from __future__ import annotations

from training.desk import months_back, short_date
from training.papers.acts import in_the_year
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.writers import Writers, to_learn


def _deed_closing() -> tuple[Part, ...]:
    return (
        Leaf(),
        Heading("Propriété – Jouissance"),
        Text(
            "L'ACQUÉREUR est propriétaire des biens à compter de ce jour. Il en a la jouissance par la prise de "
            "possession réelle, les biens étant libres de toute location."
        ),
        Heading("Publicité foncière"),
        Text(
            "L'acte sera publié au service de la publicité foncière. L'état hypothécaire ne révèle aucune "
            "inscription. Impôts : la taxe foncière est répartie au prorata."
        ),
        Text("DONT ACTE sur deux pages. Attestation délivrée pour servir et valoir ce que de droit."),
    )


def _deed(case: Case) -> Paper:
    who = case.who
    return Paper(
        "LOG-PRO",
        None,
        f"Office notarial de {case.commune.title()}",
        case.one("Attestation de propriété", "Attestation notariée", "Acte de vente", "Attestation de vente"),
        (
            Text(
                f"{in_the_year(case.day(300, 4000))}, Maître {case.third()}, notaire à la résidence de "
                f"{case.commune.title()}, a reçu le présent acte contenant :"
            ),
            Text("VENTE", bold=True),
            Text(
                f"VENDEUR : Madame {case.third()}, retraitée, veuve non remariée, qui déclare avoir la pleine capacité."
            ),
            Text(
                f"ACQUÉREUR : {case.named(who)}, {case.home.metier.lower()}, {case.born(who)}, "
                f"{case.one('célibataire', 'divorcé(e)', 'marié(e) sous le régime légal')}."
            ),
            Heading("Désignation"),
            Text(
                f"À {case.commune.title()}, {case.home.rue}, dans un ensemble immobilier en copropriété, le LOT "
                f"NUMÉRO {case.some(2, 240)} : un appartement de type {case.some(2, 5)} et les "
                f"{case.some(20, 160)}/10 000es des parties communes générales."
            ),
            Table(
                (
                    ("Section", "N°", "Lieudit", "Surface"),
                    ("AB", case.number(3), case.home.rue[:24], f"00 ha {case.number(2)} a {case.number(2)} ca"),
                ),
                (1, 1, 2.4, 2),
            ),
            Heading("Prix"),
            Text(
                f"La vente est conclue moyennant le prix de {case.sum(90000, 260000)}, payé comptant par la "
                "comptabilité de l'office, dont quittance."
            ),
            *_deed_closing(),
        ),
        lines=("Notaires associés",),
        references=(f"Dossier {case.number(6)} / {case.number(2)}",),
        signer="Maître, notaire",
        seal=("NOTAIRE", case.commune),
    )


def _repayments(case: Case) -> Paper:
    capital, rate, months = case.some(60, 190) * 1000.0, case.some(95, 420) / 10000, case.one("180", "240", "300")
    monthly = capital * rate / 12 / (1 - (1 + rate / 12) ** -int(months))
    rows: list[tuple[str, ...]] = [("N°", "Échéance", "Intérêts", "Capital amorti", "Mensualité", "Capital restant dû")]
    left = capital
    for number in range(1, case.some(30, 70)):
        interest = left * rate / 12
        left -= monthly - interest
        due = months_back(case.desk.day, 20 - number).replace(day=5)
        rows.append(
            (
                str(number),
                short_date(due),
                *(case.amount(x)[:-2] for x in (interest, monthly - interest, monthly, left)),
            )
        )
    return Paper(
        "LOG-PLF",
        None,
        case.one(*case.home.world.banques),
        case.one(
            "Tableau d'amortissement",
            "Échéancier de prêt",
            "Plan de financement et tableau d'amortissement",
            "Offre de prêt immobilier",
        ),
        (
            Fields(
                (
                    ("Emprunteur", case.named(case.who)),
                    ("Objet", f"Résidence principale, {case.commune.title()}"),
                    ("Montant du prêt", case.amount(capital)),
                    ("Durée", f"{months} mois"),
                    ("Taux débiteur fixe", f"{rate * 100:.2f} %".replace(".", ",")),
                    ("TAEG", f"{rate * 100 + 0.61:.2f} %".replace(".", ",")),
                    ("Assurance emprunteur", case.sum(12, 60)),
                    ("Apport personnel", case.sum(0, 30000)),
                )
            ),
            Table(tuple(rows), (0.5, 1.1, 1, 1.2, 1.1, 1.5)),
            Text(
                "Ce tableau est établi en euros, hors assurance. Un remboursement anticipé peut donner lieu à "
                "indemnité."
            ),
        ),
        lines=("Service des prêts à l'habitat",),
        references=(f"Prêt n° {case.number(11)}",),
        numbered=True,
    )


def _commission_on_debts(case: Case) -> Paper:
    who = case.who
    return Paper(
        "MOT-ACC",
        None,
        "Banque de France",
        case.one(
            "Commission de surendettement : recevabilité", "Décision de recevabilité du dossier de surendettement"
        ),
        (
            Text(f"{who.civility},"),
            Text(
                f"La commission de surendettement des particuliers, réunie le {case.long(5, 50)}, a déclaré "
                "recevable le dossier que vous avez déposé. Les procédures d'exécution, dont la saisie "
                "immobilière de votre résidence principale, sont suspendues pour deux ans au plus."
            ),
            Table(
                (
                    ("Créancier", "Nature", "Restant dû", "Impayés"),
                    ("Banque du prêt", "Prêt immobilier", case.sum(80000, 180000), case.sum(2000, 9000)),
                    ("Syndic", "Charges", case.sum(900, 4000), case.sum(900, 4000)),
                    ("Organisme de crédit", "Renouvelable", case.sum(1500, 9000), case.sum(200, 900)),
                ),
                (1.6, 1.4, 1.3, 1.2),
            ),
            Text(
                "Votre capacité de remboursement ne permet pas de conserver le bien : la commission vous invite "
                "à envisager sa mise en vente amiable."
            ),
            Text(
                "Cette décision peut être contestée dans un délai de quinze jours devant le juge des contentieux "
                "de la protection."
            ),
        ),
        lines=("Secrétariat de la commission de surendettement",),
        references=(f"Dossier n° {case.number(12)}",),
        letter=True,
        signer="Pour la commission, le secrétariat",
    )


def _mandate_to_sell(case: Case) -> Paper:
    return Paper(
        "MOT-ACC",
        None,
        case.one("Agence des Remparts", "Agence de la Place"),
        case.one("Mandat de vente", "Mandat exclusif de vente"),
        (
            Text(
                f"Le mandant, {case.known(case.who)}, propriétaire, donne mandat au mandataire de vendre le bien situé "
                f"{case.address}."
            ),
            Fields(
                (
                    ("Motif de la mise en vente", case.one("difficultés financières", "séparation")),
                    ("Prix demandé", case.sum(90000, 240000)),
                    ("Honoraires", case.sum(4000, 11000)),
                )
            ),
            Text(
                "Le mandant déclare que son prêt immobilier présente des échéances impayées et que le prix servira à "
                "désintéresser les créanciers."
            ),
            Text(
                "Durée : trois mois irrévocables. Le mandant peut dénoncer ensuite à tout moment par lettre "
                "recommandée, préavis de quinze jours."
            ),
        ),
        references=(f"Mandat n° {case.number(4)} inscrit au registre",),
        signer="Le mandant – Le mandataire",
    )


WRITERS: Writers = {
    "LOG-PRO": to_learn(_deed),
    "LOG-PLF": to_learn(_repayments),
    "MOT-ACC": to_learn(_commission_on_debts, _mandate_to_sell),
}
