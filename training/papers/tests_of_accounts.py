"""Bank papers and local tax, which no file asks for; the filing is measured on them alone."""

from __future__ import annotations

from datetime import timedelta

from training.desk import euros, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.foyer import spaced, whole
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _iban(case: Case) -> tuple[str, tuple[str, str, str, str]]:
    """Return an IBAN of nobody, and its bank, branch, account and key."""
    bank, branch, account, key = case.number(5), case.number(5), case.number(11), case.number(2)
    whole_iban = f"FR76{bank}{branch}{account}{key}"
    return " ".join(whole_iban[n : n + 4] for n in range(0, 27, 4)), (bank, branch, account, key)


def _identity_by_a_branch(case: Case) -> Paper:
    who = case.adult()
    iban, parts = _iban(case)
    bank = case.one(*case.home.world.banques)
    return Paper(
        "HPR-RIB",
        who.role,
        bank,
        case.one("Relevé d'identité bancaire", "RIB - Relevé d'identité bancaire"),
        (
            *texts(
                "Ce relevé est destiné à être remis, sur leur demande, à vos créanciers ou débiteurs appelés à faire "
                "inscrire des opérations à votre compte (virements, paiements de quittances, etc.)."
            ),
            Table((("Code banque", "Code guichet", "Numéro de compte", "Clé RIB"), parts), (1, 1, 1.5, 0.7)),
            Fields(
                (
                    ("IBAN (International Bank Account Number)", iban),
                    ("BIC (Bank Identifier Code)", case.one("CMVRFR2A", "BPLTFRPPXXX", "AGVDFR21")),
                    ("Domiciliation", f"{case.commune.upper()} CENTRE"),
                    ("Titulaire du compte", f"{who.gendered('MME', 'M')} {who.nom.upper()} {who.prenom.upper()}"),
                    ("Adresse", case.home.rue.upper()),
                    ("Commune", case.home.ville.upper()),
                )
            ),
            Text("Son utilisation vous garantit le bon enregistrement des opérations et vous évite des réclamations."),
        ),
        lines=(f"Agence de {case.commune.title()}",),
        motif="P01",
    )


def _identity_online(case: Case) -> Paper:
    who = case.adult()
    iban, (bank, branch, account, key) = _iban(case)
    return Paper(
        "HPR-RIB",
        who.role,
        case.one("Solune Banque en ligne", "Kompto", "Zéphyr, la banque mobile"),
        case.one("Relevé d'identité bancaire", "Relevé d'identité bancaire (RIB) / IBAN"),
        (
            Heading("Titulaire du compte"),
            Text(f"{case.named(who)}, {case.address}"),
            Heading("Compte en euros"),
            Fields(
                (
                    ("IBAN", iban),
                    ("BIC / SWIFT", case.one("KOMPFRP1", "ZEPHFR22XXX")),
                    ("Banque", bank),
                    ("Guichet", branch),
                    ("Compte", account),
                    ("Clé", key),
                    ("Devise", "EUR"),
                )
            ),
            Text(f"Document édité le {short_date(case.desk.day)} depuis l'application. Compte ouvert en France."),
        ),
        foot="Société anonyme agréée en qualité d'établissement de crédit par l'ACPR, 4 place de Budapest 75009 Paris.",
        motif="P01",
    )


def _moves(case: Case) -> tuple[tuple[str, float], ...]:
    """Return what a month brings and takes, in euros."""
    rng, home = case.desk.rng, case.home
    return (
        (f"VIR SEPA {home.employeur.upper()[:22]} SALAIRE", home.net),
        ("PRLV SEPA LOYER " + home.bailleur.upper()[:20], -home.loyer),
        ("CARTE SUPERMARCHÉ DU COIN", -rng.uniform(12, 90)),
        ("PRLV SEPA ÉLECTRICITÉ", -rng.uniform(40, 130)),
        ("RETRAIT DAB", -rng.choice((20, 40, 60, 100))),
        ("VIR CAF", rng.uniform(90, 420)),
        ("CARTE PHARMACIE", -rng.uniform(5, 38)),
        ("PRLV SEPA TÉLÉPHONE MOBILE", -rng.uniform(8, 30)),
        ("CHÈQUE N° " + case.number(7), -rng.uniform(20, 160)),
        ("CARTE STATION-SERVICE", -rng.uniform(20, 75)),
        ("COTISATION CARTE", -4.2),
        ("CARTE BOULANGERIE", -rng.uniform(2, 12)),
    )


def _statement(case: Case) -> Paper:
    who, day, balance = case.adult(), case.day(40, 60), case.desk.rng.uniform(120, 900)
    ways = _moves(case)
    rows = []
    for number, (label, value) in enumerate(ways):
        when = day + timedelta(days=2 * number)
        rows.append(
            (f"{when:%d/%m} {label}", f"{when:%d/%m}", *((euros(-value), "") if value < 0 else ("", euros(value))))
        )
    iban, _ = _iban(case)
    total = balance + sum(value for _, value in ways)
    return Paper(
        "HPR-RLV",
        who.role,
        case.one(*case.home.world.banques),
        case.one("Relevé de compte", "Relevé de compte chèques"),
        (
            Fields((("Titulaire", case.named(who)), ("IBAN", iban))),
            Table(
                (
                    ("Date et nature des opérations", "Valeur", "Débit", "Crédit"),
                    (f"Ancien solde au {short_date(day)}", "", "", euros(balance)),
                    *rows,
                    (
                        "Total des mouvements",
                        "",
                        *(euros(abs(sum(v for _, v in ways if (v < 0) is low))) for low in (True, False)),
                    ),
                    (f"Nouveau solde au {short_date(day + timedelta(days=30))}", "", "", euros(total)),
                ),
                (3.4, 0.7, 1, 1),
            ),
            *texts(
                "Découvert autorisé : 300,00 €, taux effectif global 16,50 %. Frais bancaires perçus au cours du "
                "mois : 4,20 €. Les sommes déposées sont couvertes par la garantie des dépôts (FGDR) jusqu'à 100 "
                "000 €.",
                "Toute contestation doit nous parvenir dans les 13 mois suivant la date de débit. Médiateur de la "
                "banque : BP 151, 75422 Paris cedex 09.",
            ),
        ),
        lines=(f"Agence de {case.commune.title()}", "Votre conseiller : " + case.third()),
        references=(f"Relevé n° {case.some(1, 12)} du {case.period()}",),
        letter=True,
        numbered=True,
        motif="P01",
    )


def _savings(case: Case) -> Paper:
    who, rng = case.adult(), case.desk.rng
    held = rng.uniform(40, 9000)
    return Paper(
        "HPR-RLV",
        who.role,
        case.one("Banque du Rivage", "Crédit du Bocage", *case.home.world.banques[:1]),
        case.one("Relevé de vos comptes", "Relevé de vos comptes et livrets"),
        (
            Heading("Situation de vos comptes au " + case.short(5, 30)),
            Table(
                (
                    ("Compte", "Numéro", "Solde en euros"),
                    ("Compte courant", f"{case.number(7)}K037", euros(rng.uniform(-180, 1200))),
                    ("Livret A", f"{case.number(10)}P", euros(held)),
                    ("LDDS", f"{case.number(10)}X", euros(held / 6)),
                ),
                (2, 1.4, 1),
            ),
            Heading("Livret A - Opérations"),
            Table(
                (
                    ("Date et libellé", "Débit (€)", "Crédit (€)"),
                    (f"{case.short(50, 60)} Ancien solde", "", euros(held - 30)),
                    (f"{case.short(30, 40)} VIREMENT PERMANENT", "", "50,00"),
                    (f"{case.short(10, 20)} VIREMENT VERS COMPTE COURANT", "20,00", ""),
                    (f"{case.short(5, 9)} Nouveau solde", "", euros(held)),
                ),
                (3, 1, 1),
            ),
            *texts(
                f"Taux d'intérêt du livret A : {case.one('1,70', '2,40', '3,00')} % net. Intérêts acquis depuis le 1er "
                f"janvier : {euros(held * 0.01)} €. Les intérêts sont calculés par quinzaine.",
                "Vous disposez de deux mois pour signaler toute erreur. Pour nous joindre : service client, 7 jours "
                "sur 7.",
            ),
        ),
        references=(f"Titulaire : {case.named(who)}", "Identifiant internet : " + case.number(10)),
        letter=True,
        motif="P01",
    )


def _dwelling_tax(case: Case) -> Paper:
    year, value = min(case.year - 2, case.some(2018, 2022)), case.some(1900, 4200)
    town = value * 0.21
    return Paper(
        "HPR-TAX",
        None,
        "Direction générale des finances publiques",
        f"Avis d'impôt {year} - Taxe d'habitation et contribution à l'audiovisuel public",
        (
            Text("Votées et perçues par la commune, l'intercommunalité et divers organismes"),
            Fields(
                (
                    ("Numéro fiscal du déclarant", spaced(case.home.fiscal)),
                    ("Référence de l'avis", f"{case.number(2)} {case.number(2)} {case.number(7)} {case.number(2)}"),
                    ("Montant de votre impôt", f"{whole(town + 138)},00 €"),
                    ("Dégrèvement (réforme de la taxe)", f"- {whole(town * 0.65)},00 €"),
                    ("À payer au plus tard le", f"15/11/{year}"),
                )
            ),
            *texts(
                f"Occupant(s) : {case.who.nom.upper()} {case.who.prenom}. Lieu d'imposition : {case.address}. "
                f"Situation au 1er janvier {year}. Date de mise en recouvrement : 31/10/{year}.",
            ),
            Leaf(),
            Heading("Détail du calcul de votre impôt"),
            Table(
                (
                    ("Éléments de calcul", "Commune", "Intercommunalité", "TSE"),
                    ("Valeur locative brute", whole(value), whole(value), whole(value)),
                    ("Abattement général à la base", whole(value * 0.1), "0", "0"),
                    ("Abattement personnes à charge", whole(value * 0.1), whole(value * 0.1), "0"),
                    ("Base nette d'imposition", whole(value * 0.8), whole(value * 0.9), whole(value)),
                    ("Taux d'imposition", "16,20 %", "8,47 %", "0,24 %"),
                    ("Cotisations", whole(value * 0.13), whole(value * 0.076), whole(value * 0.0024)),
                    ("Frais de gestion", "", "", "9"),
                ),
                (2, 1, 1.2, 0.9),
            ),
            *texts(
                "Contribution à l'audiovisuel public : 138 €. Si vous ne déteniez pas de téléviseur au 1er janvier, "
                "vous deviez cocher la case 0RA de votre déclaration de revenus.",
                "Réclamation : jusqu'au 31 décembre de l'année suivant la mise en recouvrement, auprès de votre "
                "centre.",
            ),
        ),
        lines=(
            f"Centre des finances publiques de {case.commune.title()}",
            "Vous pouvez payer en ligne : impots.gouv.fr",
        ),
        letter=True,
        motif="P01",
    )


WRITERS: Writers = {
    "HPR-RIB": to_test(_identity_by_a_branch, _identity_online),
    "HPR-RLV": to_test(_statement, _savings),
    "HPR-TAX": to_test(_dwelling_tax),
}
