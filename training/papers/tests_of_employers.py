"""What employers attest, on which the filing is measured alone."""

from __future__ import annotations

from training.desk import euros
from training.papers.case import Case
from training.papers.content import Paper, Table
from training.papers.tests_of_payslips import firm, paid
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _employed_by_a_firm(case: Case) -> Paper:
    who, home = case.adult(), case.home
    name = firm(case)
    return Paper(
        "PRO-ATE",
        who.role,
        name,
        case.one("Attestation d'emploi", "Attestation de travail"),
        texts(
            f"Je soussigné(e), {case.third()}, agissant en qualité de "
            f"{case.one('responsable des ressources humaines', 'gestionnaire paie et administration du personnel')} de "
            f"la société {name} (SIRET {home.siret}), atteste par la présente que :",
            f"{case.named(who)}, {case.born(who)}, demeurant {case.address},",
            f"est {who.gendered('employée', 'employé')} au sein de notre entreprise depuis le {case.long(300, 3000)} "
            f"en contrat à durée indéterminée à temps {case.one('complet', 'partiel (28 heures hebdomadaires)')}, en "
            f"qualité de {home.metier}.",
            f"À ce jour, {who.gendered('Madame', 'Monsieur')} {who.nom.upper()} n'est ni en période d'essai, ni "
            f"démissionnaire, ni en procédure de licenciement.",
            case.one(
                "Cette attestation est délivrée à l'intéressé(e) pour servir et valoir ce que de droit.",
                "Attestation établie à la demande de l'intéressé(e) pour faire valoir ce que de droit.",
            ),
        ),
        lines=(home.ville, "Direction des ressources humaines"),
        signer=case.one("Le service des ressources humaines", "Pour la Direction"),
        seal=(name[:22], home.siret),
    )


def _employed_by_a_town(case: Case) -> Paper:
    who, town = case.adult(), case.commune.title()
    grade = case.one(
        "adjoint technique territorial principal de 2e classe",
        "adjoint territorial d'animation",
        "agent territorial spécialisé des écoles maternelles",
    )
    return Paper(
        "PRO-ATE",
        who.role,
        f"Ville de {town}",
        case.one("Attestation", "Attestation de l'employeur"),
        texts(
            f"Le Maire de la commune de {town},",
            f"Atteste que {case.named(who)}, {case.born(who)}, domicilié(e) {case.address}, est "
            f"{who.gendered('employée', 'employé')} par la collectivité depuis le {case.long(400, 4000)}.",
            f"{who.gendered('Madame', 'Monsieur')} {who.nom.upper()} exerce ses fonctions au sein "
            f"{case.one('du service Éducation et périscolaire', 'des services techniques municipaux')}, au grade de "
            f"{grade}, {case.one('fonctionnaire titulaire', 'agent contractuel de droit public')}, à temps complet.",
            "La présente attestation est délivrée à l'agent, sur sa demande, pour servir et valoir ce que de droit.",
        ),
        lines=("Direction générale des services", "Pôle Ressources et Moyens - Service du personnel"),
        references=(f"Affaire suivie par : {case.third()}", f"N/Réf. : RH/{case.year}-{case.number(3)}"),
        signer="Pour le Maire et par délégation",
        seal=("MAIRIE", town),
    )


def _salary_attested(case: Case) -> Paper:
    who, home = case.adult(), case.home
    _, taxable, net = paid(case, who)
    months = [(case.month(n).capitalize(), euros(net / 0.78), euros(net), euros(taxable)) for n in range(3)]
    name = firm(case)
    return Paper(
        "RES-ATE",
        who.role,
        name,
        case.one("Attestation de salaire", "Attestation de rémunération"),
        (
            *texts(
                f"Je soussigné(e) {case.third()}, {case.one('gérant', 'comptable')} de "
                f"l'entreprise {name}, dont le siège est à {case.commune.title()}, certifie que "
                f"{case.named(who)}, demeurant {case.address}, {who.gendered('salariée', 'salarié')} de notre société "
                f"depuis le {case.long(200, 2500)} en qualité de {home.metier}, a perçu les rémunérations suivantes :",
            ),
            Table((("Mois", "Salaire brut", "Net versé", "Net imposable"), *months), (1.4, 1, 1, 1)),
            *texts(
                f"Soit un salaire net mensuel moyen de {case.amount(net)}, hors primes exceptionnelles. "
                f"{case.one('Un treizième mois est versé en décembre.', 'Il n’est pas versé de treizième mois.')}",
                "Le salaire de l'intéressé(e) ne fait l'objet d'aucune saisie à ce jour.",
                "Cette attestation lui est remise à sa demande pour la constitution de son dossier de logement.",
            ),
        ),
        lines=(home.ville, f"SIRET {home.siret}"),
        signer="Le service comptabilité",
        seal=(name[:22], case.commune.title()),
    )


WRITERS: Writers = {
    "PRO-ATE": to_test(_employed_by_a_firm, _employed_by_a_town),
    "RES-ATE": to_test(_salary_attested),
}
