"""Other ways of wording bank statements (HPR-RLV)."""

from __future__ import annotations

from training.desk import euros
from training.papers.asides import with_asides
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.outside_asides import STATEMENTS
from training.papers.several import said, several
from training.papers.writers import Writers, to_learn

_OUT = (
    "CB SUPERMARCHE",
    "PRLV SEPA ASSURANCE",
    "PRLV LOYER",
    "RETRAIT DAB",
    "CHEQUE",
    "COTISATION CARTE",
    "PRLV TELEPHONE MOBILE",
    "VIR EMIS",
    "ECHEANCE PRET",
    "CB STATION SERVICE",
    "PRLV ELECTRICITE",
    "FRAIS DE TENUE DE COMPTE",
    "CB PHARMACIE",
    "PRLV MUTUELLE",
    "PRLV IMPOT SUR LE REVENU",
    "CB CANTINE SCOLAIRE",
)


_IN = (
    "VIR SALAIRE",
    "VIR CAF",
    "VIREMENT EN VOTRE FAVEUR",
    "REMISE CHEQUE",
    "VIR CPAM",
    "VIR FRANCE TRAVAIL",
    "AVOIR CB",
)


def _moves(case: Case, least: int) -> list[tuple[str, str, float]]:
    """Day, words and sum, in euros, below 0 when paid: ``least`` moves or some more."""
    rng = case.desk.rng
    return [
        (case.short(3, 33)[:5], rng.choice(_IN), rng.uniform(40, case.home.net))
        if rng.random() < 0.25
        else (case.short(3, 33)[:5], f"{rng.choice(_OUT)} {case.number(4)}", -rng.uniform(4, 420))
        for _ in range(case.some(least, least + 9))
    ]


def iban(case: Case) -> str:
    return f"FR{case.number(2)} {' '.join(case.number(4) for _ in range(5))} {case.number(3)}"


def bank(case: Case) -> str:
    return case.one(
        *case.home.world.banques, "La Banque du Courrier", "CAISSE FÉDÉRALE DU VAL", "Banque en ligne Oriel"
    )


def _statement_of_branch(case: Case) -> Paper:
    who = case.adult()
    rows = [
        (day, words, euros(-value) if value < 0 else "", euros(value) if value >= 0 else "")
        for day, words, value in _moves(case, 9)
    ]
    return Paper(
        "HPR-RLV",
        who.role,
        bank(case),
        case.one("Relevé de compte", "Relevé de compte chèques", "Votre relevé mensuel", "Extrait de compte n° 3"),
        (
            Fields((("Titulaire", case.named(who)), ("IBAN", iban(case)), ("Période", case.period()))),
            Table(
                (
                    ("Date", case.one("Nature de l'opération", "Libellé", "Opérations"), "Débit", "Crédit"),
                    ("", case.one("Ancien solde", "Solde précédent", "Report"), "", case.sum(30, 900)),
                    *rows,
                    ("", case.one("Nouveau solde", "Solde en fin de période"), "", case.sum(20, 1500)),
                ),
                (1, 4, 1.5, 1.5),
            ),
            *several(
                case,
                0,
                "Toute réclamation doit nous parvenir dans un délai de trois mois suivant la réception du relevé.",
                "Taux du découvert autorisé : 16,10 % l'an. Montant autorisé : 300,00 €.",
                "Les sommes déposées sont couvertes par le fonds de garantie des dépôts.",
                "Sous réserve des opérations en cours et d'erreur ou d'omission.",
            ),
        ),
        letter=True,
        foot="Société coopérative à capital variable, agréée en tant qu'établissement de crédit.",
        numbered=True,
        motif="P01",
    )


def _history_on_screen(case: Case) -> Paper:
    who = case.adult()
    rows = tuple(
        (day, words, f"{'+' if value > 0 else '-'}{euros(abs(value))} €") for day, words, value in _moves(case, 7)
    )
    return Paper(
        "HPR-RLV",
        who.role,
        bank(case),
        case.one("Mes comptes", "Historique des opérations", "Détail du compte courant", "Dernières opérations"),
        (
            Text(case.one(f"Bonjour {who.prenom}", f"{who.full} – Compte courant", f"Client : {who.full}")),
            Fields(
                (
                    (case.one("Compte de dépôt", "Compte n°", "C/C"), case.number(11)),
                    (case.one("Solde disponible", "Solde au " + case.short(1, 2)), case.sum(-200, 2400)),
                    ("Opérations à venir", case.sum(-300, 0)),
                )
            ),
            Table((("Date", case.one("Opération", "Intitulé"), "Montant"), *rows), (1, 4, 1.6)),
            Text(
                case.one(
                    "Télécharger mes relevés (PDF, CSV)", "Filtrer – Rechercher – Exporter", "Voir plus d'opérations"
                )
            ),
        ),
        references=(f"https://www.banque.example.org/espace-client/comptes – {case.short(1, 2)}",),
        motif="P01",
    )


def _statement_of_neobank(case: Case) -> Paper:
    who, moves = case.adult(), _moves(case, 6)
    return Paper(
        "HPR-RLV",
        who.role,
        case.one("Compte Pépin", "COMPTE SANS BANQUE", "Kolibri – compte de paiement"),
        case.one(
            "Relevé d'opérations", f"Relevé – {case.month()}", "Relevé de compte de paiement", "Account statement"
        ),
        (
            Fields(
                (
                    ("Nom", who.full),
                    ("Adresse", case.address),
                    ("IBAN", iban(case)),
                    ("BIC", "KLBRFR2X"),
                    ("Total des débits", case.sum(300, 1900)),
                    ("Total des crédits", case.sum(300, 2100)),
                )
            ),
            *(Text(f"{day} · {words.title()} · {euros(value)} EUR") for day, words, value in moves),
            Text(
                said(
                    case,
                    f"Solde final au {case.short(1, 5)} : {case.sum(10, 800)}.",
                    "Votre compte n'autorise aucun découvert.",
                    "Établissement de paiement agréé par l'ACPR.",
                )
            ),
        ),
        motif="P01",
    )


def _savings_statement(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-RLV",
        who.role,
        bank(case),
        case.one(
            "Relevé de vos comptes", "Situation de vos avoirs", "Relevé annuel d'épargne", "Synthèse de vos comptes"
        ),
        (
            Text(f"{case.named(who)} – identifiant {case.number(8)} – situation au {case.short(2, 20)}"),
            Table(
                (
                    ("Produit", "Numéro", "Solde créditeur"),
                    (case.one("Compte chèques", "Compte courant"), case.number(11), case.sum(20, 1900)),
                    ("Livret A", case.number(11), case.sum(10, 6900)),
                    (case.one("LDDS", "Livret jeune", "PEL", "LEP"), case.number(11), case.sum(10, 4100)),
                ),
                (3, 2, 2),
            ),
            Heading(case.one("Intérêts acquis", "Rémunération de votre épargne")),
            *several(
                case,
                1,
                f"Intérêts de l'année {case.year - 1} : {case.sum(1, 90)}, versés le 31 décembre.",
                "Taux en vigueur du Livret A : 3,00 %. Intérêts calculés par quinzaine.",
                f"Dernier mouvement : virement de {case.sum(20, 200)} le {case.short(5, 40)}.",
                "Plafond des versements : 22 950 €. Fiscalité : exonération.",
            ),
        ),
        letter=case.some(0, 1) == 1,
        motif="P01",
    )


WRITERS: Writers = {
    "HPR-RLV": to_learn(
        *with_asides(STATEMENTS, _statement_of_branch, _history_on_screen, _statement_of_neobank, _savings_statement)
    ),
}
