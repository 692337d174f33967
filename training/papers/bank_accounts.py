"""Bank details, as banks print them for those who pay or are paid (HPR-RIB)."""

from __future__ import annotations

from dataclasses import dataclass

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

OUT = "P01"


@dataclass(frozen=True, slots=True)
class Account:
    """An account of nobody, at a bank whose code (99…) no bank bears."""

    bank: str
    branch: str
    number: str

    @property
    def key(self) -> str:
        return f"{97 - (89 * int(self.bank) + 15 * int(self.branch) + 3 * int(self.number)) % 97:02d}"

    @property
    def iban(self) -> str:
        """« FR76 9998 4001 2300 0123 4567 890 ». Accounts whose number has digits alone all bear the key 76."""
        digits = f"FR76{self.bank}{self.branch}{self.number}{self.key}"
        return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def account(case: Case) -> Account:
    return Account(f"99{case.number(3)}", f"0{case.number(4)}", f"0{case.number(10)}")


def bank_of(case: Case) -> str:
    return case.one(*case.home.world.banques)


def bic(bank: str) -> str:
    """Return a code of eight letters made of the bank's name."""
    letters = "".join(each for each in bank if each.isalpha())
    return f"{letters[:4]}FR{letters[-2:]}XXX"


def _tear_off_slips(case: Case) -> Paper:
    who, held, bank = case.adult(), account(case), bank_of(case)
    slip = (
        Heading("Relevé d'identité bancaire"),
        Table(
            (
                ("Code banque", "Code guichet", "N° de compte", "Clé RIB"),
                (held.bank, held.branch, held.number, held.key),
            ),
            (1, 1, 2, 0.7),
        ),
        Fields(
            (
                ("IBAN", held.iban),
                ("BIC", bic(bank)),
                ("Domiciliation", f"{case.commune} {case.one('CENTRE', 'GARE', 'HALLES')}"),
                ("Titulaire du compte", f"{who.gendered('MME', 'M')} {who.nom.upper()} {who.prenom.upper()}"),
            )
        ),
    )
    return Paper(
        "HPR-RIB",
        who.role,
        bank,
        "Relevé d'identité bancaire (RIB)",
        (
            Text(
                "Ce relevé est destiné à être remis, sur leur demande, à vos créanciers ou débiteurs appelés à faire "
                "inscrire des opérations à votre compte (virements, paiements de quittances, etc.). Son utilisation "
                "vous garantit le bon enregistrement des opérations en cause."
            ),
            *slip,
            Text("- " * 60),
            *slip,
        ),
        lines=(case.home.world.rues[1], case.home.world.villes[0]),
        motif=OUT,
    )


def _printed_at_home(case: Case) -> Paper:
    who, held, bank = case.adult(), account(case), bank_of(case)
    return Paper(
        "HPR-RIB",
        who.role,
        bank.title(),
        case.one("RIB / IBAN", "Vos coordonnées bancaires", "Relevé d'identité bancaire / IBAN"),
        (
            Fields(
                (
                    ("Titulaire", f"{case.named(who)}"),
                    ("Intitulé du compte", case.one("COMPTE CHEQUES", "COMPTE COURANT", "LIVRET A")),
                    ("IBAN (compte international)", held.iban),
                    ("BIC (Bank Identification Code)", bic(bank)),
                )
            ),
            Heading("Pour un paiement en France"),
            Table(
                (
                    ("Banque", "Guichet", "Numéro de compte", "Clé"),
                    (held.bank, held.branch, held.number, held.key),
                ),
                (1, 1, 2, 0.6),
            ),
            *texts(
                "Document édité depuis votre espace client. Il peut être remis à tout organisme souhaitant effectuer "
                "un virement ou un prélèvement : employeur, sécurité sociale, fournisseur d'énergie, bailleur.",
                "Attention aux fraudes : votre conseiller ne vous demandera jamais votre code secret.",
            ),
        ),
        lines=(f"Agence de {case.commune.title()}", f"Édité le {case.short(1, 40)}"),
        foot=f"{bank}, société coopérative à capital variable. Intermédiaire en assurance inscrit à l'ORIAS.",
        motif=OUT,
    )


def _postal_details(case: Case) -> Paper:
    who, held = case.adult(), account(case)
    return Paper(
        "HPR-RIB",
        who.role,
        case.one("CENTRE FINANCIER", "SERVICES FINANCIERS DE LA POSTE"),
        "Relevé d'identité postal",
        (
            Text("PARTIE RÉSERVÉE AU DESTINATAIRE DU RELEVÉ", bold=True),
            Table(
                (
                    ("Établissement", "Guichet", "N° de compte", "Clé R.I.P."),
                    (held.bank, held.branch, f"{held.number[:7]} X {held.number[-2:]}", held.key),
                ),
                (1.2, 1, 2, 1),
            ),
            Fields(
                (
                    ("Identifiant international (IBAN)", held.iban),
                    ("Code d'identification (BIC)", "PSXXFRPPXXX"),
                    ("Titulaire", f"{who.nom.upper()} {who.prenoms.upper()}"),
                    ("Adresse", case.home.rue.upper()),
                    ("", case.home.ville.upper()),
                )
            ),
            Text(
                "À remettre à tout organisme ayant besoin de connaître vos références bancaires : domiciliation de "
                "vos virements ou de prélèvements à votre compte."
            ),
        ),
        lines=(f"Centre de {case.commune.title()}",),
        motif=OUT,
    )


def _certified_by_branch(case: Case) -> Paper:
    who, held, bank = case.adult(), account(case), bank_of(case)
    return Paper(
        "HPR-RIB",
        who.role,
        bank,
        "Identité bancaire du compte n° " + held.number,
        (
            Text(
                f"Nous certifions que {case.named(who)}, demeurant {case.address}, est titulaire en nos livres du "
                f"compte dont les références suivent, ouvert le {case.long(400, 4000)}."
            ),
            Fields(
                (
                    ("Compte tenu en", "euros"),
                    ("Banque / guichet", f"{held.bank} / {held.branch}"),
                    ("Compte / clé", f"{held.number} / {held.key}"),
                    ("I.B.A.N.", held.iban),
                    ("Adresse SWIFT", bic(bank)),
                )
            ),
            Text(
                "La présente ne vaut pas attestation de solvabilité et ne préjuge pas de la position du compte. Elle "
                "est délivrée à la demande de l'intéressé"
                f"{who.gendered('e', '')} pour servir et valoir ce que de droit."
            ),
        ),
        lines=(f"{case.home.world.rues[2]} – {case.home.world.villes[1]}", "Tél. 01 99 00 " + case.number(4)),
        signer="Le directeur d'agence",
        seal=(bank[:22], case.commune),
        motif=OUT,
    )


def _online_bank_details(case: Case) -> Paper:
    who, held, bank = case.adult(), account(case), bank_of(case)
    return Paper(
        "HPR-RIB",
        who.role,
        bank.lower(),
        case.one("Mon RIB", "Bank details / Coordonnées de compte"),
        (
            Fields(
                (
                    ("Bénéficiaire", who.full.title()),
                    ("IBAN", held.iban),
                    ("BIC / SWIFT", bic(bank)),
                    ("Code banque – code guichet", f"{held.bank} – {held.branch}"),
                    ("N° – clé", f"{held.number} – {held.key}"),
                    ("Adresse du titulaire", case.home.rue),
                )
            ),
            *texts(
                "Utilisez ces informations pour recevoir votre salaire, vos allocations ou des virements en euros de "
                "toute la zone SEPA. Les virements classiques arrivent sous un jour ouvré, les virements instantanés "
                "en dix secondes.",
                f"Besoin d'aide ? aide@example.org – document généré le {case.short(1, 30)} à 1{case.number(1)}:"
                f"{case.some(10, 59)}.",
            ),
        ),
        foot="Établissement de paiement agréé, contrôlé par l'ACPR. Fonds cantonnés.",
        motif=OUT,
    )


WRITERS: Writers = {
    "HPR-RIB": to_learn(_tear_off_slips, _printed_at_home, _certified_by_branch, _online_bank_details, _postal_details)
}
