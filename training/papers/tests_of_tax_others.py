"""Other papers on income, to test on: declared situations, the collector's statement, another country's, a year's."""

from __future__ import annotations

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.foyer import Foyer, foyer, percent, spaced, whole
from training.papers.wording import texts
from training.papers.writers import Writers, to_test

_TITLE = "Avis de situation déclarative à l'impôt sur le revenu"


def _recalled(case: Case, home: Foyer) -> tuple[Heading | Table | Text, ...]:
    return (
        Heading(f"Récapitulatif des éléments déclarés - Revenus {home.earned}"),
        Table(
            (
                ("", "Déclarant 1", "Déclarant 2", "Foyer"),
                home.row("Traitements et salaires", home.salaries),
                ("Déduction de 10 %", "", "", f"- {whole(home.total / 10)}"),
                ("Revenu net imposable", "", "", whole(home.net)),
                ("Personnes à charge", "", "", str(home.children)),
            ),
            (4, 2, 2, 2),
        ),
        *texts(
            "Votre impôt définitif figurera sur l'avis d'impôt que vous recevrez durant l'été. Vous pourrez modifier "
            "votre déclaration jusqu'à la date limite de votre département, puis à l'ouverture du service de "
            "correction.",
            case.one(
                "Cet avis est dématérialisé ; aucun exemplaire ne vous sera adressé par courrier.",
                "Conservez ce document ; vous pouvez le retrouver dans votre espace particulier, rubrique Documents.",
            ),
        ),
    )


def _declared_online(case: Case) -> Paper:
    home = foyer(case)
    year = home.earned + 1
    at = f"{case.some(12, 30)}/0{case.some(4, 5)}/{year} à {case.some(7, 22)}h{case.one('05', '18', '32', '47')}"
    return Paper(
        "FIS-ASD",
        home.role,
        "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
        f"{_TITLE} {year}",
        (
            Text(f"Foyer fiscal : {home.names} - {case.address}"),
            Fields(
                (
                    ("Numéro fiscal déclarant 1", spaced(case.home.fiscal)),
                    ("Référence de l'avis", f"{year - 2000}{case.number(11)}"),
                    ("Déclaration en ligne du", at),
                    ("Service gestionnaire", f"SIP {case.commune.title()}"),
                )
            ),
            *texts(
                "Madame, Monsieur, vous avez déclaré vos revenus en ligne et les éléments que vous avez validés ont "
                "bien été enregistrés. Vous trouverez ci-après le résultat de votre déclaration.",
                "Cet avis vous permet de justifier de l'ensemble de vos revenus et de vos charges, sans attendre "
                "votre avis d'impôt, auprès des organismes qui vous le demandent. Ils peuvent en contrôler "
                "l'authenticité sur impots.gouv.fr au moyen du service de vérification des avis.",
            ),
            Heading("Votre situation"),
            Fields(
                (
                    ("Revenu fiscal de référence", f"{whole(home.net)} €"),
                    ("Nombre de parts", home.parts),
                    ("Impôt calculé avant imputations", f"{whole(home.tax)} €"),
                    ("Taux de prélèvement à la source", percent(home)),
                )
            ),
            Leaf(),
            *_recalled(case, home),
        ),
        lines=("impots.gouv.fr - Votre espace particulier",),
        subtitle=f"Impôt sur les revenus de l'année {home.earned}",
        foot="Les données personnelles sont traitées par la DGFiP pour l'établissement et le recouvrement de l'impôt.",
    )


def _declared_again(case: Case) -> Paper:
    home = foyer(case)
    year, nothing = home.earned + 1, case.one("0", "0", "61")
    return Paper(
        "FIS-ASD",
        home.role,
        "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
        _TITLE,
        (
            Text(f"Déclaration des revenus {home.earned} - Déclaration corrective n° {case.some(1, 2)}", bold=True),
            Fields(
                (
                    ("N° fiscal", spaced(case.home.fiscal)),
                    ("N° d'accès en ligne utilisé", f"*** *** {case.number(1)}"),
                    ("Déclaration enregistrée le", f"{case.some(10, 28)}/09/{year}"),
                    ("Référence de l'avis", f"{year - 2000} {case.number(2)} {case.number(7)} {case.number(2)}"),
                    ("Adresse au 1er janvier", case.home.rue),
                    ("Commune", case.home.ville),
                )
            ),
            *texts(
                "Vous avez modifié votre déclaration à l'aide du service de correction en ligne. Le présent avis de "
                "situation déclarative (ASDIR) tient compte de ces modifications et remplace celui qui vous avait "
                "été délivré au printemps.",
            ),
            Table(
                (
                    ("Ligne", "Case", "Montant"),
                    ("Traitements, salaires", "1AJ", whole(home.salaries[0])),
                    ("Autres revenus imposables", "1AP", nothing),
                    ("Pensions alimentaires versées", "6GU", whole(case.some(0, 2) * 900)),
                    ("Revenu fiscal de référence", "", whole(home.net)),
                    ("Nombre de parts", "", home.parts),
                ),
                (4, 1.2, 2),
            ),
            *texts(
                f"Vous n'avez {case.one('rien à payer', 'aucune somme à régler')} à ce jour sur la base de ces "
                "éléments. Un nouvel avis d'impôt vous sera adressé si votre imposition est modifiée.",
                "Votre déclaration est susceptible d'être contrôlée par l'administration. Les organismes auxquels "
                "vous présentez cet avis peuvent en vérifier la validité en ligne : ils y saisissent le numéro "
                "fiscal et la référence ci-dessus.",
            ),
        ),
        lines=(f"Votre service : SIP de {case.commune.title()}", case.home.ville),
        subtitle=f"établi en {year} à partir de votre déclaration de revenus",
    )


def _collector_statement(case: Case) -> Paper:
    home, year = foyer(case), case.year - 1
    rows = tuple(
        (f"Impôt sur le revenu {year - n}", f"{year - n + 1}", whole(case.some(0, 900)), "0", "0") for n in range(3)
    )
    return Paper(
        "FIS-BOR",
        home.role,
        "CENTRE DES FINANCES PUBLIQUES",
        case.one("Bordereau de situation", "Bordereau de situation fiscale"),
        (
            Text("Document établi par le comptable public à la demande du redevable - Imprimé P 237", bold=True),
            Fields(
                (
                    ("Redevable", home.declarants[0].full),
                    ("Adresse", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Numéro fiscal", spaced(case.home.fiscal)),
                    ("Période examinée", f"du 01/01/{year - 2} au {short_date(case.day(1, 9))}"),
                )
            ),
            Table(
                (
                    ("Nature de l'impôt", "Année", "Montant dû", "Majorations", "Reste dû"),
                    *rows,
                    ("Taxe d'habitation", str(year - 3), whole(case.some(0, 400)), "0", "0"),
                    ("Total", "", "", "", "0"),
                ),
                (3, 1, 1.4, 1.4, 1.2),
            ),
            *texts(
                f"Situation arrêtée le {case.short()} au vu des écritures. Aucune somme n'est exigible à cette date "
                "au titre des impôts recouvrés par le service ; les versements en cours d'encaissement ne sont pas "
                "repris.",
                "Le présent document ne vaut pas avis d'imposition ni quitus pour les créances détenues par d'autres "
                "comptables. Il est délivré gratuitement, sans rature ni surcharge.",
            ),
        ),
        lines=(f"Service des impôts des particuliers - {case.commune.title()}", "Recouvrement"),
        references=(f"Usager n° {case.number(10)}",),
        form="N° 3666 - P 237",
        letter=True,
        signer=case.one("Le comptable des finances publiques", "Pour le comptable, l'inspecteur divisionnaire"),
        seal=("FINANCES", "PUBLIQUES"),
    )


def _months_of_an_employer(case: Case) -> Paper:
    who, pay = case.adult(), case.home.net
    months = tuple((case.month(n).capitalize(), pay + case.some(-120, 160)) for n in range(12, 0, -1))
    gained = sum(value for _, value in months)
    return Paper(
        "FIS-12M",
        who.role,
        case.home.employeur,
        case.one("Attestation des salaires des douze derniers mois", "Relevé des salaires perçus sur douze mois"),
        (
            *texts(
                f"Nous soussignés, service paie de la société {case.home.employeur}, attestons que {case.known(who)}, "
                f"{case.home.metier}, est {who.gendered('employée', 'employé')} dans notre établissement et a perçu au "
                "titre des douze derniers mois les salaires nets imposables et nets payés suivants :"
            ),
            Table(
                (
                    ("Mois", "Net imposable", "Net payé"),
                    *((label, case.amount(value * 1.03), case.amount(value)) for label, value in months),
                    ("Total", case.amount(gained * 1.03), case.amount(gained)),
                ),
                (3, 2, 2),
            ),
            *texts(
                "Aucune prime exceptionnelle n'a été versée pendant cette période, hors prime d'activité éventuelle "
                "qui ne relève pas de l'employeur. Les bulletins correspondants ont été remis chaque mois au salarié.",
                f"L'intéressé{who.gendered('e', '')}, en France depuis peu, ne dispose pas encore d'un avis "
                "d'imposition français ; la présente attestation est établie pour lui permettre de justifier de ses "
                "ressources dans le cadre d'une demande de logement.",
            ),
        ),
        lines=(f"SIRET {case.home.siret}", "Service du personnel et de la paie", case.home.ville),
        signer="Le responsable paie",
        seal=(case.home.employeur.upper()[:22], "SERVICE PAIE"),
    )


def _translated_from_spain(case: Case) -> Paper:
    who = case.adult()
    year = case.year - 2
    gross = case.some(8_000, 24_000)
    return Paper(
        "FIS-ETR",
        who.role,
        "AGENCIA TRIBUTARIA (ESPAÑA) - TRADUCTION",
        case.one(
            "Certificat tributaire - Impôt sur le revenu des personnes physiques", "Traduction certifiée conforme"
        ),
        (
            Text("Traduit de l'espagnol - Certificat délivré par voie télématique (original annexé)", bold=True),
            Heading(f"Certificat de l'impôt sur le revenu (IRPF) - exercice {year}"),
            Fields(
                (
                    ("Nom et prénom", who.full),
                    ("Numéro d'identité fiscale (NIF / NIE)", f"X{case.number(7)}{case.one('K', 'R', 'L')}"),
                    ("Domicile fiscal à l'époque", f"calle Mayor, {case.some(2, 90)} - Valencia"),
                    ("Modalité de déclaration", case.one("individuelle", "conjointe")),
                    ("Rendements du travail", f"{whole(gross)} euros"),
                    ("Base imposable générale", f"{whole(gross * 0.9)} euros"),
                    ("Cotisation résultante", f"{whole(gross * 0.08)} euros"),
                    ("Résultat de la déclaration", f"{whole(case.some(-400, 500))} euros"),
                )
            ),
            *texts(
                "Conformément aux données figurant dans les bases de l'administration à la date d'expédition, le "
                f"contribuable a présenté sa déclaration relative à l'exercice {year} dans les délais réglementaires. "
                "Le présent certificat est délivré pour être produit devant les organismes étrangers ; il ne préjuge "
                "pas d'éventuelles vérifications ultérieures.",
                "[Code sécurisé de vérification, cachet électronique - illisible à la traduction]",
            ),
            Heading("Certification du traducteur"),
            *texts(
                f"Je soussigné{case.one('', 'e')}, {case.third()}, traducteur-interprète assermenté, expert près la "
                "cour d'appel, certifie la présente traduction conforme au document en langue espagnole visé ne "
                f"varietur sous le n° {case.number(3)}/{case.year}.",
            ),
        ),
        lines=("Delegación Especial - Departamento de Gestión Tributaria", "Document traduit en langue française"),
        signer="Le traducteur expert judiciaire",
        seal=("TRADUCTEUR", "EXPERT JUDICIAIRE"),
    )


WRITERS: Writers = {
    "FIS-ASD": to_test(_declared_online, _declared_again),
    "FIS-BOR": to_test(_collector_statement),
    "FIS-12M": to_test(_months_of_an_employer),
    "FIS-ETR": to_test(_translated_from_spain),
}
