"""What pension funds pay, month by month (RES-RET)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.writers import Writers, to_learn
from training.people import Someone


def _eldest(case: Case) -> Someone:
    return min(case.home.adults, key=lambda who: who.naissance)


def _statement_of_general_scheme(case: Case) -> Paper:
    who, net = _eldest(case), case.home.net * 0.62
    return Paper(
        "RES-RET",
        who.role,
        "L'ASSURANCE RETRAITE",
        case.one("Attestation de paiement", "Attestation de paiement de votre retraite"),
        (
            Text(
                f"{who.civility}, nous vous confirmons le paiement, par virement bancaire, des sommes suivantes au "
                f"titre de votre retraite {case.one('personnelle', 'personnelle et de votre pension de réversion')} :"
            ),
            Table(
                (
                    ("Mois", "Brut", "CSG - RDS - CASA", "Impôt", "Net payé"),
                    *(
                        (month, case.amount(net * 1.1), case.amount(net * 0.1), "0,00 €", paid)
                        for month, paid in monthly(case, case.some(1, 6), net)
                    ),
                ),
                (2.8, 2, 2.9, 1.5, 2),
            ),
            Text(
                "Votre retraite est payée le 9 du mois suivant. Le montant net social correspond aux ressources à "
                "déclarer pour le RSA et la prime d'activité. Vous pouvez à tout moment obtenir cette attestation sur "
                "votre espace personnel lassuranceretraite.fr ou en appelant le 39 60."
            ),
            Text("Signalez-nous tout changement d'adresse, de compte bancaire ou de situation familiale."),
        ),
        lines=(case.one("Carsat Nord-Est", "Cnav Île-de-France", "Carsat Alsace-Moselle"), "54037 NANCY CEDEX"),
        references=(f"N° de sécurité sociale : {case.nir(who)}", f"{who.full} {who.born} le {who.naissance:%d/%m/%Y}"),
        letter=True,
        signer=case.one("", "Le directeur"),
        foot="La loi punit quiconque se rend coupable de fraude ou de fausse déclaration (art. L. 114-13 du code de la "
        "sécurité sociale).",
    )


def _statement_of_supplementary(case: Case) -> Paper:
    who, net = _eldest(case), case.home.net * 0.3
    return Paper(
        "RES-RET",
        who.role,
        "AGIRC-ARRCO",
        case.one("Attestation de paiement retraite complémentaire", "Relevé de paiement de retraite"),
        (
            Fields(
                (
                    ("Bénéficiaire", case.named(who)),
                    ("N° de sécurité sociale", case.nir(who)),
                    ("Nature de l'allocation", case.one("Droits directs", "Droits directs et réversion")),
                    ("Nombre de points", f"{case.number(4)},{case.number(2)}"),
                    ("Valeur annuelle du point", "1,4386 €"),
                )
            ),
            Heading(f"Échéance {case.period()}"),
            Table(
                (
                    ("Libellé", "Montant"),
                    ("Allocation brute", case.amount(net * 1.102)),
                    ("Cotisation maladie 1 %", case.amount(-net * 0.011)),
                    ("CSG 8,30 % et CRDS 0,50 %", case.amount(-net * 0.088)),
                    ("CASA 0,30 %", case.amount(-net * 0.003)),
                    ("Prélèvement à la source", "0,00 €"),
                    ("Montant net versé", case.amount(net)),
                ),
                (4, 2),
            ),
            Text(
                "Le versement est effectué d'avance, au début de chaque mois, sur le compte bancaire que vous nous "
                "avez communiqué. Ce relevé ne préjuge pas d'éventuelles régularisations de vos droits."
            ),
        ),
        lines=("Retraite complémentaire des salariés du secteur privé", "Groupe de protection sociale"),
        references=(f"Vos références : {case.number(9)}", f"Édité le {case.short(2, 30)}"),
    )


def _bulletin_of_state(case: Case) -> Paper:
    who, net = _eldest(case), case.home.net * 0.95
    return Paper(
        "RES-RET",
        who.role,
        "SERVICE DES RETRAITES DE L'ÉTAT",
        "Bulletin de pension",
        (
            Fields(
                (
                    ("Pensionné", f"{who.nom.upper()} {who.prenoms}"),
                    ("Numéro de pension", f"B {case.number(2)} {case.number(6)} {case.number(1)}"),
                    ("NIR", case.nir(who)),
                    ("Échéance", case.month()),
                    ("Centre de gestion", case.one("CGR de Rennes", "CGR de Bordeaux", "CGR de Toulouse")),
                )
            ),
            Table(
                (
                    ("Décompte", "À payer", "À retenir"),
                    ("010  Pension principale", case.amount(net * 1.03), ""),
                    ("016  Majoration pour enfants 10 %", case.amount(net * 0.08), ""),
                    ("420  CSG déductible", "", case.amount(net * 0.065)),
                    ("421  CSG, CRDS, CASA", "", case.amount(net * 0.035)),
                    ("480  Cotisation mutuelle", "", case.amount(net * 0.01)),
                    ("NET MIS EN PAIEMENT", case.amount(net), ""),
                ),
                (4.4, 2, 2),
            ),
            Text(
                "Ce bulletin n'est adressé qu'en cas de variation du montant de la pension. La revalorisation prévue "
                "par l'article L. 16 du code des pensions civiles et militaires de retraite prend effet au 1er janvier."
            ),
        ),
        lines=("Direction générale des finances publiques", "10 boulevard Gaston-Doumergue - 44964 Nantes cedex 9"),
        letter=True,
        foot="Conservez ce document : il peut vous être réclamé comme justificatif de ressources.",
    )


def _statement_of_farmers(case: Case) -> Paper:
    who, net = _eldest(case), case.home.net * 0.5
    return Paper(
        "RES-RET",
        who.role,
        case.one("MSA NORD-PAS DE CALAIS", "MSA DE PICARDIE"),
        case.one("Vos versements retraite", "Justificatif de versement de pension vieillesse", "Situation de paiement"),
        (
            Text(
                f"La Mutualité sociale agricole certifie servir à {who.full}, {who.born} le {who.naissance:%d/%m/%y}, "
                "un avantage vieillesse de "
                f"{case.one('salarié agricole', 'non-salarié agricole', 'conjoint survivant')}, liquidé depuis le "
                f"01/{case.some(1, 12):02d}/{case.year - case.some(1, 9)}."
            ),
            Fields(
                (
                    ("Retraite forfaitaire", case.amount(net * 0.4)),
                    ("Retraite proportionnelle", case.amount(net * 0.45)),
                    ("Complémentaire obligatoire", case.amount(net * 0.15)),
                    ("Prélèvements sociaux", "exonéré"),
                    ("Net perçu par mois", case.amount(net)),
                )
            ),
            Text(
                f"Derniers virements : {', '.join(f'{month} ({paid})' for month, paid in monthly(case, 3, net))}. "
                "L'allocation de solidarité aux personnes âgées, soumise à conditions de ressources et de résidence, "
                "n'est pas servie."
            ),
            Text("Ce justificatif a été demandé par l'assuré depuis son espace privé le jour de son édition."),
        ),
        lines=("Service Retraites - TSA 10001",),
        references=(f"N° adhérent : {case.nir(who)}", f"Dossier {case.number(7)}/RV"),
        numbered=True,
    )


WRITERS: Writers = {
    "RES-RET": to_learn(
        _statement_of_general_scheme, _statement_of_supplementary, _statement_of_farmers, _bulletin_of_state
    ),
}
