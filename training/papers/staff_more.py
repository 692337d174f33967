"""More ways for an employer of stating that somebody works there, mostly without any sum (PRO-ATE)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Paper, Table, Text
from training.papers.several import said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _few_lines_of_staff_office(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-ATE",
        who.role,
        case.home.employeur,
        case.one("Attestation", "Attestation d'emploi", "Attestation de travail", "À qui de droit", "Certificat"),
        (
            Text(
                case.one(
                    f"Nous soussignés, {case.home.employeur}, attestons que {case.known(who)}, fait partie de notre "
                    f"personnel depuis le {case.short(100, 3000)} en qualité de {case.home.metier.lower()}.",
                    f"{case.named(who)} est {who.gendered('employée', 'employé')} dans notre société sous contrat à "
                    f"durée {case.one('indéterminée', 'déterminée')} depuis le {case.long(60, 2500)}.",
                    f"Je certifie que {case.named(who)} travaille actuellement dans mon entreprise, comme "
                    f"{case.home.metier.lower()}, à {case.one('temps complet', 'temps partiel', 'mi-temps')}.",
                    f"{case.named(who)} occupe chez nous un emploi stable et {who.gendered('elle', 'il')} n'est ni en "
                    "période d'essai ni en préavis.",
                )
            ),
            *several(
                case,
                1,
                "Cette attestation lui est délivrée pour servir et valoir ce que de droit.",
                "À ce jour, aucune procédure de rupture n'est engagée.",
                "Le salarié n'est pas démissionnaire.",
                "Attestation remise pour constituer un dossier de location.",
                "Nous sommes pleinement satisfaits de ses services.",
                "Le contrat de travail relève de la convention collective applicable à la branche ; les horaires sont "
                "répartis sur cinq jours et peuvent comprendre des prises de poste de nuit ou de fin de semaine. Le "
                "présent document ne saurait être considéré comme un engagement de l'entreprise envers des tiers.",
                "Cette déclaration ne porte que sur l'emploi ; la rémunération figure sur les bulletins de paie.",
            ),
        ),
        lines=(f"SIRET {case.home.siret}", f"APE {case.number(4)}Z – {case.home.ville}"),
        signer=case.one("Le gérant", "La responsable des ressources humaines", "La direction", case.third()),
        seal=case.desk.rng.choice(((), (case.home.employeur.split(" ")[0], case.commune))),
    )


def _post_in_public_service(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-ATE",
        who.role,
        case.one("CENTRE HOSPITALIER", f"MAIRIE DE {case.commune}", "RECTORAT – DIVISION DES PERSONNELS", "SDIS"),
        case.one(
            "Attestation administrative d'emploi",
            "État des services",
            "Certificat d'exercice",
            "Attestation de position administrative",
        ),
        (
            Text(
                case.one(
                    "Le directeur des ressources humaines certifie que l'agent ci-après désigné est en activité :",
                    "L'autorité administrative soussignée atteste que l'intéressé(e) exerce dans ses services :",
                )
            ),
            Fields(
                (
                    ("Agent", case.named(who)),
                    ("Matricule", case.number(6)),
                    ("Grade ou emploi", case.one("adjoint technique", "agent contractuel", "aide-soignant", "AESH")),
                    (case.one("Position", "Statut"), case.one("titulaire", "stagiaire", "contractuel, CDD de 3 ans")),
                    (case.one("Recrutement", "Date d'entrée"), case.short(300, 6000)),
                    ("Quotité de travail", case.one("100 %", "80 %", "50 %")),
                    ("Affectation", case.one("restauration scolaire", "unité de soins", "bâtiments", "collège")),
                )
            ),
            *texts(
                case.one(
                    "Cet agent n'a fait l'objet d'aucune décision de radiation des cadres.",
                    "La présente ne comporte aucun élément de rémunération.",
                    "Fait sur la demande de l'agent.",
                )
            ),
        ),
        references=(f"DRH/{case.number(4)}/{case.year}",),
        signer=case.one("Pour le maire, l'adjoint délégué", "Le directeur adjoint", "La gestionnaire de carrière"),
        seal=("REPUBLIQUE", "FRANCAISE"),
    )


def _assignments_of_temp(case: Case) -> Paper:
    who = case.adult()
    rows = tuple(
        (
            case.one(*case.home.world.employeurs),
            f"{case.short(31 * k + 20, 31 * k + 40)}",
            f"{case.short(31 * k, 31 * k)}",
        )
        for k in range(1, case.some(2, 6))
    )
    return Paper(
        "PRO-ATE",
        who.role,
        case.one("INTÉRIM DES VALLÉES", "Agence d'emploi Le Relais", "TRAVAIL TEMPORAIRE DU VAL", "ETTI Insertion"),
        case.one("Attestation de missions", "Récapitulatif des missions d'intérim", "Attestation d'emploi intérimaire"),
        (
            Text(
                case.one(
                    f"Notre agence emploie {case.known(who)}, en contrats de mission, depuis {case.month(14)}.",
                    f"{case.named(who)} est délégué par nos soins auprès des entreprises utilisatrices suivantes :",
                )
            ),
            Table(
                ((case.one("Entreprise utilisatrice", "Client"), "Début", case.one("Fin", "Fin prévue")), *rows),
                (3, 1.2, 1.2),
            ),
            Text(
                said(
                    case,
                    f"Heures effectuées sur douze mois : {case.some(300, 1600)}.",
                    f"Mission en cours jusqu'au {case.ahead(5, 90)}, renouvelable.",
                    "L'intérimaire est titulaire d'un CDI intérimaire.",
                    "Les bulletins de paie correspondants peuvent être demandés à l'agence.",
                )
            ),
        ),
        lines=(case.home.ville, f"SIRET {case.home.siret}"),
        signer=case.one("Le responsable d'agence", "La chargée de recrutement"),
    )


def _private_household_employs(case: Case) -> Paper:
    who, boss = case.adult(), case.third()
    return Paper(
        "PRO-ATE",
        who.role,
        boss,
        case.one(
            "Attestation d'un particulier employeur", "Lettre de mon employeur", "Attestation d'emploi à domicile"
        ),
        texts(
            f"Je soussigné(e) {boss}, {case.one('particulier employeur', 'parent', 'retraité')}, "
            f"{case.one('demeurant', 'domicilié(e)')} à {case.commune.title()},",
            case.one(
                f"certifie employer {case.named(who)} à mon domicile pour le ménage et le repassage, à raison de "
                f"{case.some(3, 20)} heures par semaine, depuis {case.month(case.some(4, 60))}.",
                f"confirme que {case.named(who)} est {who.gendered('employée', 'employé')} à mon service comme "
                f"{case.one('assistante de vie', 'auxiliaire de vie', 'jardinier')} en contrat à durée indéterminée.",
                f"atteste que {case.named(who)} s'occupe de ma mère, {case.some(2, 6)} jours sur 7.",
            ),
            case.one(
                "Les cotisations sont réglées par le CESU.",
                "Je suis immatriculé(e) à l'Urssaf service Pajemploi.",
                "Un contrat écrit a été signé entre nous.",
            ),
            said(
                case,
                "Nous sommes satisfaits de son travail et n'avons aucune intention de rompre le contrat.",
                "Les congés sont pris en août. Les heures varient selon les semaines, mais l'emploi est régulier.",
                "J'ai un autre salarié, avec qui le travail est partagé.",
            ),
            case.one("Fait pour le logement.", "Vous pouvez me joindre si besoin.", "Attestation sincère."),
        ),
        lines=(f"N° employeur Z{case.number(9)}",),
        signer=case.one(boss, "L'employeur"),
    )


def _landlords_form_filled_by_employer(case: Case) -> Paper:
    who = case.adult()
    lasting = case.some(0, 1) == 1
    return Paper(
        "PRO-ATE",
        who.role,
        case.one("Attestation à compléter par l'employeur", "Dossier locataire – pièce n° 4", case.home.employeur),
        case.one("Attestation de l'employeur", "Certificat de présence dans l'entreprise", "Situation professionnelle"),
        (
            Filled(
                (
                    (case.one("Entreprise", "Raison sociale"), case.home.employeur.title()),
                    ("SIRET", case.home.siret),
                    (case.one("Représentée par", "Nom du signataire"), case.third()),
                )
            ),
            Text(case.one("certifie que le salarié désigné :", "atteste employer :")),
            Filled(
                (
                    (case.one("Nom et prénom", "M. / Mme"), who.full),
                    (case.one("Fonction", "Emploi occupé"), case.home.metier),
                    (case.one("Embauché(e) le", "Date d'entrée"), case.short(60, 2500)),
                )
            ),
            Choices(
                (
                    (case.one("contrat à durée indéterminée", "CDI"), lasting),
                    (case.one("contrat à durée déterminée, jusqu'au ......", "CDD"), not lasting),
                    ("apprentissage, alternance", False),
                )
            ),
            Choices(
                (
                    (case.one("période d'essai terminée", "n'est plus en période d'essai"), lasting),
                    ("n'est ni en préavis de licenciement ni démissionnaire", True),
                )
            ),
            Text(case.one("Cachet de l'entreprise obligatoire.", "Aucune rature.", "Document de moins d'un mois.")),
        ),
        signer=case.one("Cachet et signature", "L'employeur"),
        seal=(case.home.employeur.split(" ")[0], case.commune),
    )


WRITERS: Writers = {
    "PRO-ATE": to_learn(
        _few_lines_of_staff_office,
        _post_in_public_service,
        _assignments_of_temp,
        _private_household_employs,
        _landlords_form_filled_by_employer,
    ),
}
