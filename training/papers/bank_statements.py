"""Statements of what went through a bank account (HPR-RLV)."""

from __future__ import annotations

from training.desk import euros
from training.papers.bank_accounts import OUT, account, bank_of, bic
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Part, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

Move = tuple[str, float]
"""What a line of the account says, and its amount in euros: below 0 when money left."""
_RECEIVED = ("VIR SEPA CAF", "Virement de", "VIREMENT DE", "VIR POLE", "REMISE")


def _moves(case: Case, labels: tuple[str, ...], count: int) -> list[Move]:
    """Draw the pay, the rent and ``count`` expenses among ``labels``."""
    drawn = [(case.one(*labels), case.desk.rng.uniform(4, 140)) for _ in range(count)]
    spent = [(label, value if label.startswith(_RECEIVED) else -value) for label, value in drawn]
    moves = [(case.home.employeur, float(case.home.net)), (case.home.bailleur.upper(), -float(case.home.loyer)), *spent]
    case.desk.rng.shuffle(moves)
    return moves


def _plain(value: float) -> str:
    return euros(abs(value))


def _debit_credit(case: Case, moves: list[Move], dated: str) -> tuple[tuple[str, str, str], ...]:
    """Return rows (day and label, debit, credit), of days that grow; ``dated``: separator of the day and month."""
    month = case.day(30 * case.back, 30 * case.back).month
    days = sorted(case.some(1, 28) for _ in moves)
    return tuple(
        (
            f"{day:02d}{dated}{month:02d}  {label}",
            "" if value > 0 else _plain(value),
            _plain(value) if value > 0 else "",
        )
        for day, (label, value) in zip(days, moves, strict=True)
    )


_BRANCH_LABELS = (
    *("CARTE 0301 SUPERETTE DU LAVOIR", "PRLV SEPA LUMELEC", "CHEQUE 0004512", "RETRAIT DAB CENTRE", "PRLV MUTUELLE"),
    *("VIR SEPA CAF ALLOCATIONS", "CARTE STATION DES FORGES", "FRAIS TENUE DE COMPTE", "PRLV MOBILE FORFAIT"),
)


def _balance(label: str, value: float) -> tuple[str, str, str]:
    return (label, "" if value > 0 else _plain(value), _plain(value) if value > 0 else "")


def _columns_of_branch_bank(case: Case) -> Paper:
    who, held, bank = case.adult(), account(case), bank_of(case)
    moves, old = _moves(case, _BRANCH_LABELS, case.some(14, 26)), case.desk.rng.uniform(-200, 900)
    out = sum(-value for _, value in moves if value < 0)
    totals = ("TOTAL DES OPÉRATIONS", case.amount(out), case.amount(sum(value for _, value in moves) + out))
    return Paper(
        "HPR-RLV",
        who.role,
        bank,
        case.one("Relevé de compte", "Relevé de compte chèques", "Extrait de compte"),
        (
            Fields((("Compte", f"{held.number} {held.key}"), ("IBAN", held.iban), ("BIC", bic(bank)))),
            Table(
                (
                    ("Date  Nature de l'opération", "Débit", "Crédit"),
                    _balance("Solde précédent", old),
                    *_debit_credit(case, moves, "/"),
                    totals,
                    _balance("Nouveau solde", old + sum(value for _, value in moves)),
                ),
                (4, 1.2, 1.2),
            ),
            *texts(
                f"Autorisation de découvert : {case.some(1, 8)}00,00 € au taux débiteur de 15,90 % l'an (TAEG 17,2 %).",
                "Sous réserve des opérations en cours. Toute réclamation est recevable dans un délai de deux mois ; "
                "conservez ce relevé sans limitation de durée. Fonds garantis par le FGDR jusqu'à 100 000 €.",
            ),
        ),
        lines=(f"Agence {case.commune.title()} – Tél. 0 806 00 {case.number(2)} {case.number(2)}",),
        subtitle=f"Période {case.period()}",
        references=(
            f"Titulaire : {who.gendered('MME', 'M.')} {who.nom.upper()} {who.prenom.upper()}",
            f"Relevé n° {case.some(1, 12):03d}",
        ),
        letter=who is case.who,
        numbered=True,
        motif=OUT,
    )


_PHONE_LABELS = (
    *("Achat Boulangerie du Moulin", "Prélèvement Gaz & Clarté", "Retrait distributeur", "Achat Marché couvert"),
    *("Virement de Mme Fauvergue", "Achat en ligne Bazar 88", "Prélèvement cantine scolaire", "Péage autoroute"),
)


def _signed_amounts(case: Case) -> Paper:
    who, held, bank = case.adult(), account(case), bank_of(case)
    moves = _moves(case, _PHONE_LABELS, case.some(8, 18))
    rows = tuple((label, f"{'+' if value > 0 else '-'} {_plain(value)}") for label, value in moves)
    return Paper(
        "HPR-RLV",
        who.role,
        bank.title(),
        case.one("Historique des opérations", "Vos comptes en un coup d'œil", "Mes dernières opérations"),
        (
            Fields(
                (
                    ("Compte courant", f"n° {held.number[:4]}***{held.number[-2:]}"),
                    ("Titulaire", who.full),
                    ("Solde au " + case.short(1, 20), case.sum(-100, 1900)),
                    ("Opérations à venir", "- " + case.sum(10, 90)),
                )
            ),
            Table((("Opération", "Montant en €"), *rows), (4, 1)),
            Text(
                "Encours carte à débit différé : 0,00 €. Les informations affichées sont données à titre indicatif ; "
                "seul le relevé de compte papier ou PDF fait foi."
            ),
        ),
        subtitle=f"du {case.short(28, 45)} au {case.short(1, 20)}",
        foot="Imprimé depuis l'espace client. Toute copie doit être présentée avec les coordonnées du titulaire.",
        motif=OUT,
    )


_POSTAL_LABELS = (
    *("ACHAT CB MARCHE DES MARINIERS", "PRELEVEMENT DE ELECTRI-SUD", "CHEQUE N 2291004", "COTISATION TRIMESTRIELLE"),
    *("VIREMENT DE CAF", "RETRAIT EFFECTUE EN BUREAU", "PRELEVEMENT DE EAUX DE TERREVIVE", "ACHAT CB PHARMACIE"),
)


def _postal_statement(case: Case) -> Paper:
    who, held = case.adult(), account(case)
    rows = _debit_credit(case, _moves(case, _POSTAL_LABELS, case.some(10, 20)), ".")
    return Paper(
        "HPR-RLV",
        who.role,
        "SERVICES FINANCIERS",
        case.one("Relevé de vos comptes", "Relevé de votre CCP"),
        (
            Text(f"{case.who.civility}, voici le relevé de vos opérations {case.period()}."),
            Heading("Situation de vos comptes"),
            Table(
                (
                    ("Compte", "Solde en euros"),
                    (f"Compte Courant Postal n° {held.number[:7]} M 033", _plain(case.some(10, 900))),
                    (f"Livret A n° {case.number(10)}", _plain(case.some(0, 4000))),
                ),
                (3, 1),
            ),
            Heading("Compte Courant Postal"),
            Text(f"IBAN : {held.iban} | BIC : PSXXFRPPXXX"),
            Table((("Date  Opérations", "Débit (€)", "Crédit (€)"), *rows), (4, 1, 1)),
            Text("Total des frais bancaires du mois : 1,65 €. Plafond de l'Offre Clientèle Fragile : sans objet."),
        ),
        lines=("Centre financier", case.home.world.villes[0]),
        references=(f"Identifiant client : {case.number(10)}", case.known(who)),
        letter=who is case.who,
        numbered=True,
        motif=OUT,
    )


_MUTUAL_LABELS = (
    *(
        "PAIEMENT CB 1203 PRIMEUR",
        "PRLVT SEPA OPERATEUR",
        "VIR INST M TRANCHEPIERRE",
        "REMISE DE CHEQUE",
        "PAIEMENT PSC",
    ),
    *("COTIS FORMULE", "RET DAB 2203 18H04", "PRLVT ASSURANCE AUTO", "VIR POLE SOCIAL"),
)


def _running_balance(case: Case) -> Paper:
    who, held, bank = case.adult(), account(case), bank_of(case)
    balance = case.desk.rng.uniform(50, 900)
    rows: list[tuple[str, ...]] = [("", "Report", _plain(balance))]
    for label, value in _moves(case, _MUTUAL_LABELS, case.some(16, 34)):
        balance += value
        rows.append((label, f"{'' if value > 0 else '-'}{_plain(value)}", f"{balance:.2f}".replace(".", ",")))
    return Paper(
        "HPR-RLV",
        who.role,
        bank,
        f"Compte {who.gendered('Mme', 'M')} {who.nom} – extrait n° {case.some(1, 12)}",
        (
            Text(f"Mouvements {case.period()} – devise : EUR – compte {held.iban}"),
            Table((("Libellé", "Mouvement", "Solde progressif"), *rows), (3, 1, 1.1)),
            Text(f"SOLDE EN VOTRE FAVEUR SAUF ERREUR OU OMISSION : {case.amount(balance)}", bold=True),
        ),
        lines=("Société coopérative de crédit – caisse locale", case.home.world.villes[0]),
        numbered=True,
        foot="Intérêts débiteurs : néant. Médiateur : voir conditions générales. Point d'accès : caisse locale.",
        motif=OUT,
    )


def _yearly_summary(case: Case) -> tuple[Part, ...]:
    fees = tuple((words, case.sum(0, 40)) for words in ("Commissions d'intervention", "Cotisation carte", "Rejets"))
    return (Leaf(), Heading("Récapitulatif annuel de vos frais"), Table((("Nature", "Montant"), *fees), (3, 1)))


def _statement_by_kind(case: Case) -> Paper:
    who, bank = case.adult(), bank_of(case)
    pay = (f"SALAIRE {case.home.employeur}", f"+ {_plain(case.home.net)}")
    cards = tuple((f"{case.some(1, 28):02d} {each.title()}", "- " + case.sum(3, 90)) for each in _MUTUAL_LABELS[:6])
    standing = ((f"LOYER {case.home.bailleur.upper()}", f"- {_plain(case.home.loyer)}"), ("CANTINE", "- 42,10"))
    return Paper(
        "HPR-RLV",
        who.role,
        bank.capitalize(),
        "Synthèse mensuelle de vos avoirs et opérations",
        (
            Fields(
                (
                    ("Client", f"{case.named(who)}"),
                    ("Référence", account(case).iban),
                    ("Position de départ", case.sum(10, 900)),
                    ("Position de fin", case.sum(10, 900)),
                )
            ),
            *(Heading("Virements reçus"), Table((("Donneur d'ordre", "Euros"), pay), (4, 1))),
            *(Heading("Paiements par carte"), Table((("Commerçant", "Euros"), *cards), (4, 1))),
            *(Heading("Prélèvements et virements émis"), Table((("Bénéficiaire", "Euros"), *standing), (4, 1))),
            *_yearly_summary(case),
            Text("Crédit renouvelable : un crédit vous engage et doit être remboursé."),
        ),
        subtitle=case.month().capitalize(),
        motif=OUT,
    )


WRITERS: Writers = {
    "HPR-RLV": to_learn(
        _columns_of_branch_bank, _signed_amounts, _running_balance, _statement_by_kind, _postal_statement
    )
}
