"""What employers state about pay (RES-ATE)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Filled, Heading, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.writers import Writers, to_learn


def _letter_of_manager(case: Case) -> Paper:
    who, home = case.adult(), case.home
    return Paper(
        "RES-ATE",
        who.role,
        home.employeur,
        "Attestation de salaire",
        (
            Text(
                f"Je soussigné(e) {case.third()}, agissant en qualité de "
                f"{case.one('gérant', 'directrice générale', 'responsable administratif')} de l'entreprise "
                f"{home.employeur}, atteste que {case.known(who)}, {who.gendered('domiciliée', 'domicilié')} "
                f"{case.address}, est {who.gendered('employée', 'employé')} dans notre société depuis le "
                f"{case.short(300, 3000)} en qualité de {home.metier.lower()}, sous contrat à durée indéterminée."
            ),
            Text(
                f"À ce titre, {who.gendered('elle', 'il')} perçoit un salaire mensuel brut de "
                f"{case.amount(home.net * 1.28)}, soit un salaire mensuel net de {case.amount(home.net)} avant "
                "prélèvement à la source, versé sur douze mois."
            ),
            Text(
                f"{who.gendered('L’intéressée', 'L’intéressé')} n'est ni en période d'essai, ni en préavis, et ne fait "
                "l'objet d'aucune saisie sur rémunération à notre connaissance."
            ),
            Text(
                "La présente attestation est délivrée à la demande "
                f"{who.gendered('de l’intéressée', 'de l’intéressé')} pour servir et valoir ce que de droit."
            ),
        ),
        lines=(home.ville, f"SIRET {home.siret} - APE 4941B"),
        signer=case.one("Le gérant", "La direction", "Pour l'entreprise"),
        seal=(home.employeur, home.ville),
    )


def _twelve_months_of_hr(case: Case) -> Paper:
    who, home = case.adult(), case.home
    rows = tuple((month, net, case.amount(home.net * 1.28)) for month, net in monthly(case, case.some(6, 12), home.net))
    return Paper(
        "RES-ATE",
        who.role,
        home.employeur,
        "Attestation de rémunération",
        (
            Text(f"Le service des ressources humaines certifie que {case.named(who)}, {case.born(who)}, a perçu :"),
            Table((("Mois", "Net à payer", "Salaire brut"), *rows), (3, 2, 2)),
            Fields(
                (
                    ("Emploi occupé", home.metier),
                    ("Nature du contrat", case.one("CDI temps plein", "CDI temps partiel", "CDD")),
                    ("Date d'embauche", case.short(300, 4000)),
                    ("Moyenne mensuelle nette", case.amount(home.net)),
                )
            ),
            Text(
                "Primes et treizième mois non compris. Attestation établie au vu des bulletins de paie de la période, "
                f"à remettre par {who.gendered('la salariée', 'le salarié')} à l'organisme qui la demande."
            ),
        ),
        lines=("Direction des ressources humaines", home.ville, f"Siret {home.siret}"),
        references=(f"Matricule {home.fiscal[:6]}", f"Nos réf. : RH/{case.year}/{case.number(4)}"),
        signer="La gestionnaire de paie",
    )


def _form_for_household_employer(case: Case) -> Paper:
    who, home = case.adult(), case.home
    return Paper(
        "RES-ATE",
        who.role,
        home.employeur,
        "Attestation de revenus salariaux",
        (
            Text("À faire remplir par l'employeur. Toute rature doit être paraphée."),
            Filled(
                (
                    ("Je soussigné(e)", case.third()),
                    ("Fonction", case.one("gérante", "comptable", "chef du personnel")),
                    ("atteste que M. / Mme", who.full),
                    ("exerce l'emploi de", home.metier),
                    ("depuis le", case.short(300, 3000)),
                    ("et perçoit chaque mois un net de", case.amount(home.net)),
                    ("soit un brut de", case.amount(home.net * 1.28)),
                )
            ),
            Heading("Primes et avantages"),
            Filled((("Treizième mois", case.one("oui", "non", "")), ("Logement de fonction", case.one("non", "")))),
            Text("Cachet de l'entreprise et signature obligatoires."),
        ),
        lines=(f"N° Siret : {home.siret}", home.ville),
        signer="L'employeur",
        seal=(home.employeur, f"SIRET {home.siret}"),
    )


def _certificate_of_pay_office(case: Case) -> Paper:
    who, home = case.adult(), case.home
    return Paper(
        "RES-ATE",
        who.role,
        home.employeur,
        case.one("Certificat de salaire", "État des rémunérations versées", "Déclaration des appointements"),
        (
            Text(f"Objet : appointements de {who.civility} {who.nom.upper()}, agent n° {case.number(5)}.", bold=True),
            Text(
                f"Nous, {case.third()}, chef du bureau de la paie, déclarons que la personne désignée ci-dessus, "
                f"{who.born} le {who.naissance:%d.%m.%Y}, figure à nos effectifs et que ses appointements "
                f"s'établissent ainsi pour {case.month()} :"
            ),
            Fields(
                (
                    ("Rémunération brute", case.amount(home.net * 1.27)),
                    ("Retenues", case.amount(home.net * 0.27)),
                    ("Net mensuel", case.amount(home.net)),
                    ("Cumul net de l'année", case.amount(home.net * case.some(2, 11))),
                )
            ),
            Text(
                "Les sommes versées au titre des heures supplémentaires et de l'intéressement varient d'un mois à "
                "l'autre et ne sont pas reprises. Le présent état ne vaut pas contrat et n'engage l'employeur que pour "
                "la période indiquée."
            ),
        ),
        lines=(home.ville, "Bureau de la paie et des charges sociales"),
        references=(f"Dossier suivi par {case.third()}", f"N° Siret {home.siret}"),
        letter=True,
        signer="Pour le directeur, par délégation",
    )


WRITERS: Writers = {
    "RES-ATE": to_learn(
        _letter_of_manager, _twelve_months_of_hr, _certificate_of_pay_office, _form_for_household_employer
    ),
}
