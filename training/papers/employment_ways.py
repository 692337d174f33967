"""Other ways for an employer to certify that somebody works there (PRO-ATE)."""

from __future__ import annotations

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Fields, Filled, Paper, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _employed_since(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-ATE",
        who.role,
        case.home.employeur,
        case.one("Attestation d'emploi", "Attestation de travail", "Attestation de présence", "Attestation employeur"),
        (
            *texts(
                f"Je soussigné{case.one('', 'e')} {case.third()}, "
                + case.one("gérant de la société", "responsable des ressources humaines", "agissant en qualité de DRH")
                + case.one(", atteste que ", ", certifie par la présente que ", ", déclare employer "),
                f"{case.known(who)}, demeurant {case.address},",
                case.one("est employé", "fait partie de nos effectifs", "travaille dans notre établissement")
                + f" depuis le {case.long(90, 4000)} en qualité de {case.home.metier.lower()}, "
                + case.one("en contrat à durée indéterminée à temps plein.", "en CDI.", "à temps partiel, en CDD."),
                case.one(
                    "L'intéressé n'est ni démissionnaire, ni en période d'essai, ni en cours de licenciement.",
                    "La période d'essai est achevée. Aucune procédure de rupture n'est engagée.",
                    "",
                ),
                case.one(
                    "Attestation établie à la demande de l'intéressé pour servir et valoir ce que de droit.",
                    "Pour faire valoir ce que de droit.",
                    "Attestation remise en main propre, pour son dossier de logement.",
                ),
            ),
        ),
        lines=(f"SIRET {case.home.siret}", case.home.world.rues[0]),
        signer=case.one("La direction", "Le gérant", "Le service du personnel"),
        seal=case.desk.rng.choice(((), (case.home.employeur[:18], "SIRET"))),
    )


def _table_of_public_agent(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-ATE",
        who.role,
        case.one(
            f"VILLE DE {case.commune}", "RECTORAT DE L'ACADÉMIE", f"CENTRE HOSPITALIER DE {case.commune}", "MINISTÈRE"
        ),
        case.one("Attestation administrative d'emploi", "État des services", "Certificat administratif", "Attestation"),
        (
            Text(case.one("Le directeur général des services certifie que :", "L'autorité administrative atteste que")),
            Fields(
                (
                    ("Agent", case.named(who)),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("Grade ou emploi", case.one("Adjoint technique", "Aide-soignant", "AESH", "Agent contractuel")),
                    (case.one("Date d'entrée", "En fonctions depuis le"), case.short(200, 6000)),
                    ("Position", case.one("activité", "stagiaire", "titulaire", "contractuel en CDI")),
                    ("Quotité de travail", case.one("100 %", "80 %", "50 %")),
                    ("Affectation", case.commune),
                )
            ),
            Text(case.one("Le présent certificat est délivré sur demande de l'agent.", "Certifié exact.")),
        ),
        signer=case.one("Pour le maire et par délégation", "Le chef du bureau du personnel"),
        seal=("RÉPUBLIQUE", "FRANÇAISE"),
    )


def _end_of_work_certificate(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-ATE",
        who.role,
        case.home.employeur,
        case.one("Certificat de travail", "Certificat de travail (art. L. 1234-19 du code du travail)", "Certificat"),
        (
            *texts(
                f"Nous certifions avoir employé {case.named(who)} du {case.short(500, 3000)} au {case.short(5, 90)}, "
                f"dans l'emploi de {case.home.metier.lower()}.",
                case.one(
                    f"{case.named(who)} nous quitte ce jour libre de tout engagement.",
                    "Le salarié conserve à titre gratuit la couverture santé pendant la période de chômage.",
                    "Le salarié a été employé successivement sur plusieurs sites de la société.",
                ),
                "En foi de quoi le présent certificat lui est délivré.",
            ),
        ),
        references=(f"SIRET : {case.home.siret}",) if case.some(0, 1) else (),
        signer="L'employeur",
    )


def _letter_with_subject(case: Case) -> Paper:
    who = case.who
    return Paper(
        "PRO-ATE",
        who.role,
        case.one(case.home.employeur, "CABINET COMPTABLE – PÔLE SOCIAL", "MISSIO INTERIM"),
        case.one("Objet : votre emploi", "À qui de droit", "Objet : confirmation d'emploi", "Promesse d'embauche"),
        (
            *texts(
                case.one("Madame, Monsieur,", "À l'attention du service logement,"),
                case.one(
                    f"Nous confirmons que {case.named(who)} occupe chez nous un poste de {case.home.metier.lower()} "
                    f"depuis le {case.long(60, 2000)}. Son contrat, à durée indéterminée, se poursuit à ce jour.",
                    f"{case.named(who)} est salarié(e) intérimaire de notre agence depuis le {case.long(30, 700)} et y "
                    "effectue des missions régulières.",
                    f"Par la présente, notre société confirme l'embauche de {case.named(who)} à dater du "
                    f"{case.ahead(3, 40)} en CDI, comme {case.home.metier.lower()}.",
                ),
                case.one(
                    "Nous restons à votre disposition pour tout renseignement sur cet emploi.",
                    "Veuillez agréer, Madame, Monsieur, nos salutations distinguées.",
                ),
            ),
        ),
        letter=case.desk.rng.random() < 0.5,
        signer=case.one("Le directeur d'agence", "La responsable RH", case.third()),
    )


def _form_of_action_logement(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-ATE",
        who.role,
        case.one("Action Logement", "Attestation à faire remplir par l'employeur", "Service logement"),
        case.one("Attestation employeur", "Attestation de l'employeur – demande de logement", "Attestation d'activité"),
        (
            Text("À compléter, dater et signer par l'employeur, qui certifie l'exactitude des renseignements."),
            Filled(
                (
                    ("Nom du salarié", who.full),
                    ("Raison sociale de l'employeur", case.home.employeur),
                    ("SIRET", case.home.siret),
                    ("Présent dans l'entreprise depuis le", case.short(100, 4000)),
                    ("Nature du contrat", case.one("CDI", "CDD", "Intérim", "CDI temps partiel")),
                    ("Effectif de l'entreprise", str(case.some(3, 600))),
                )
            ),
        ),
        signer="Cachet et signature de l'employeur",
        seal=(case.home.employeur[:18],),
    )


WRITERS: Writers = {
    "PRO-ATE": to_learn(
        *wordy(
            _employed_since,
            _table_of_public_agent,
            _end_of_work_certificate,
            _letter_with_subject,
            _form_of_action_logement,
        )
    )
}
