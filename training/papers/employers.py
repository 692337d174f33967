"""Employers' statements that somebody works for them (PRO-ATE)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Paper, Table, Text
from training.papers.writers import Writers, to_learn

KIND = ("à durée indéterminée à temps complet", "à durée indéterminée à temps partiel", "à durée déterminée")


def _statement_of_manager(case: Case) -> Paper:
    who, home = case.adult(), case.home
    hired = who.gendered("employée", "employé")
    return Paper(
        "PRO-ATE",
        who.role,
        home.employeur,
        case.one("Attestation d'emploi", "Attestation de l'employeur", "Attestation employeur"),
        (
            Text(
                f"Je {case.one('soussigné', 'soussignée')} {case.third()}, responsable des ressources humaines de la "
                f"société {home.employeur}, atteste que {case.named(who)}, {case.born(who)}, demeurant "
                f"{case.address}, est {hired} dans notre entreprise en qualité de {home.metier} depuis le "
                f"{case.long(100, 4000)}, sous contrat {case.one(*KIND)}."
            ),
            Text(
                case.one(
                    "À ce jour, la période d'essai est terminée et l'intéressé(e) n'est ni démissionnaire ni en cours "
                    "de licenciement.",
                    f"Sa rémunération brute mensuelle s'élève à {case.amount(home.net * 1.28)} sur douze mois.",
                )
            ),
            Text("Cette attestation est délivrée à l'intéressé(e) pour servir et valoir ce que de droit."),
        ),
        lines=(f"SIRET {home.siret}", home.ville),
        signer="Le responsable des ressources humaines",
        seal=(home.employeur, home.ville),
    )


def _certificate_at_end_of_work(case: Case) -> Paper:
    who, home = case.adult(), case.home
    return Paper(
        "PRO-ATE",
        who.role,
        home.employeur,
        case.one("Certificat de travail", "Attestation de travail"),
        (
            Text(
                "Nous soussignés certifions avoir employé au sein de notre établissement, dans le cadre des articles "
                "L. 1234-19 et D. 1234-6 du code du travail :"
            ),
            Fields(
                (
                    ("Nom et prénom", f"{who.nom.upper()} {who.prenoms}"),
                    ("Date de naissance", f"{who.naissance:%d/%m/%Y}"),
                    ("Numéro de sécurité sociale", case.nir(who)),
                    ("Domicile", case.home.rue),
                    ("Commune", case.home.ville),
                )
            ),
            Table((("Emploi", "Entrée", "Sortie"), (home.metier, case.short(500, 3000), case.short(3, 90))), (3, 2, 2)),
            Text(
                f"{case.named(who)} nous quitte libre de tout engagement. Le maintien des garanties de santé et de "
                "prévoyance s'applique pendant la période de chômage, dans la limite de douze mois (article L. 911-8 "
                "du code de la sécurité sociale)."
            ),
        ),
        lines=(f"Siret {home.siret} – Code NAF {case.number(4)}A", "Urssaf : " + case.number(12)),
        signer="Pour la direction",
    )


def _statement_of_payroll_service(case: Case) -> Paper:
    who, home = case.adult(), case.home
    return Paper(
        "PRO-ATE",
        who.role,
        home.employeur,
        case.one("Attestation de présence à l'effectif", "Attestation d'activité professionnelle"),
        (
            Text(
                f"Par la présente, le service paie et administration du personnel confirme que {case.known(who)}, "
                "figure à l'effectif de l'établissement dans les conditions suivantes :"
            ),
            Fields(
                (
                    ("Matricule", case.number(6)),
                    ("Ancienneté au", case.short(200, 3000)),
                    ("Fonction exercée", home.metier),
                    ("Nature du contrat", case.one("CDI", "CDI", "CDD jusqu'au " + case.ahead(60, 300))),
                    ("Quotité", case.one("100 %", "80 %", "50 %")),
                    ("Affectation", home.ville),
                )
            ),
            Text(
                "Les absences pour maladie ou congé ne modifient pas l'ancienneté mentionnée. Les éléments de salaire "
                "figurent sur les bulletins de paie, seuls opposables à l'entreprise."
            ),
            Text(
                "Fait à la demande du salarié en vue d'une demande de logement. Aucune procédure de départ n'est "
                "connue."
            ),
        ),
        lines=("Service paie et administration du personnel",),
        references=(f"Nos réf. : SP/{case.year}/{case.number(4)}",),
        signer="La gestionnaire de paie",
        foot=f"{home.employeur} – SIREN {home.siret[:11]} – {home.ville}",
    )


def _letter_of_service(case: Case) -> Paper:
    who, home = case.adult(), case.home
    return Paper(
        "PRO-ATE",
        who.role,
        home.employeur,
        case.one("Confirmation d'embauche", "Certificat d'emploi", "À qui de droit"),
        (
            Text(
                f"{who.civility} {who.nom.upper()} {who.prenom} travaille bien chez nous. Entré dans le service le "
                f"{case.short(150, 2500)}, {who.gendered('elle', 'il')} y tient aujourd'hui le poste de {home.metier} "
                "et donne satisfaction."
            ),
            Text(
                "Le lien de travail est permanent ; l'essai a été confirmé. Le traitement est versé chaque fin de "
                f"mois par virement, pour un net voisin de {case.amount(home.net)}."
            ),
            Text(
                f"Nous établissons ce document sur la demande de {case.named(who)}, qui en fera l'usage qui lui "
                "semblera utile, notamment auprès d'un bailleur. Il ne vaut pas caution de notre part."
            ),
        ),
        lines=(home.ville, f"Tél. 01 99 00 {case.number(2)} {case.number(2)}"),
        references=(f"Objet : situation de {who.full}, {who.born} le {who.naissance:%d.%m.%Y}",),
        signer=case.third(),
        seal=(home.employeur, f"SIRET {home.siret}"),
    )


def _form_for_landlords(case: Case) -> Paper:
    who, home = case.adult(), case.home
    permanent = case.some(0, 3) > 0
    return Paper(
        "PRO-ATE",
        who.role,
        "SERVICE LOGEMENT",
        "Imprimé à compléter par l'employeur",
        (
            Text("Cet imprimé est joint à la demande de logement locatif social. L'entreprise le remplit et le signe."),
            Filled(
                (
                    ("Raison sociale et cachet", home.employeur),
                    ("N° SIRET", home.siret),
                    ("Certifie employer M. / Mme", who.full),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("Depuis le", case.short(200, 3000)),
                    ("Emploi tenu", home.metier),
                )
            ),
            Heading("Contrat"),
            Choices((("Durée indéterminée", permanent), ("Durée déterminée", not permanent), ("Intérim", False))),
            Choices((("En période d'essai", False), ("En préavis", False), ("Ni l'un ni l'autre", True))),
            Text(
                "Toute fausse attestation est punie d'un an d'emprisonnement et de 15 000 euros d'amende (art. 441-7)."
            ),
        ),
        signer="Nom et qualité du signataire",
        seal=(home.employeur,),
    )


WRITERS: Writers = {
    "PRO-ATE": to_learn(
        _statement_of_manager,
        _certificate_at_end_of_work,
        _letter_of_service,
        _form_for_landlords,
        _statement_of_payroll_service,
    )
}
