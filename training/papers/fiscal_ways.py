"""Other ways of tax statements, and of income since somebody came to France (FIS-BOR, FIS-12M)."""

from __future__ import annotations

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.foyer import spaced
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _statement_p237(case: Case) -> Paper:
    owed = case.some(0, 1) * case.some(50, 800)
    years = [str(case.year - back) for back in (1, 2, 3)]
    rows = [(year, "IR", case.amount(owed if year == years[0] else 0), "0,00 €") for year in years]
    return Paper(
        "FIS-BOR",
        case.who.role,
        case.one(
            f"TRÉSORERIE DE {case.commune}", f"SIP DE {case.commune}", "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES"
        ),
        case.one(
            "Bordereau de situation", "P 237 – Bordereau de situation fiscale", "Situation de compte du redevable"
        ),
        (
            Text(f"Redevable : {case.named(case.who)}, {case.address}"),
            Table((("Année", "Impôt", "Reste à payer", "Majoration"), *rows), (1, 1, 1.4, 1.4)),
            *texts(
                f"Total restant dû à ce jour : {case.amount(owed)}."
                if owed
                else "ÉTAT NÉANT : aucune somme n'est due.",
                case.one(
                    "Bordereau délivré pour servir à qui de droit, sous réserve des impositions à venir.",
                    "Ce relevé ne dispense pas de produire l'avis d'impôt et ne fait pas mention des revenus.",
                ),
            ),
        ),
        references=(f"N° fiscal {spaced(case.home.fiscal)}", f"Édité le {case.short(1, 30)}"),
        signer=case.one("Le comptable public", "Pour le comptable, par délégation"),
        seal=("SIP", case.commune),
    )


def _no_declaration_filed(case: Case) -> Paper:
    who = case.adult()
    year = case.year - 1
    return Paper(
        "FIS-BOR",
        who.role,
        f"SERVICE DES IMPÔTS DES PARTICULIERS – {case.commune}",
        case.one(
            "Attestation de non-dépôt de déclaration", "Attestation", "Certificat de non-imposition établi au SIP"
        ),
        (
            *texts(
                f"Je certifie que {case.known(who)}, domicilié{who.gendered('e', '')} {case.address}, "
                + case.one(
                    f"n'a déposé aucune déclaration de revenus au titre de l'année {year} auprès de mon service.",
                    f"est inconnu{who.gendered('e', '')} de mes fichiers au titre des revenus {year - 1} et {year}.",
                    f"n'est inscrit{who.gendered('e', '')} à aucun rôle d'impôt sur le revenu pour {year}.",
                ),
                case.one(
                    "Cette attestation est délivrée à la demande de l'usager et ne préjuge pas d'un contrôle.",
                    "Motif indiqué par l'usager : arrivée récente en France. Aucun avis ne peut donc être délivré.",
                ),
            ),
        ),
        signer=case.one("L'agent des finances publiques", "Le responsable du service"),
        seal=("FINANCES", "PUBLIQUES"),
    )


def _fiscal_situation_by_message(case: Case) -> Paper:
    return Paper(
        "FIS-BOR",
        case.who.role,
        "Messagerie sécurisée – impots.gouv.fr",
        case.one("Réponse à votre demande de bordereau", "Objet : demande de bordereau de situation P237"),
        (
            Fields((("De", f"SIP {case.commune}"), ("À", case.who.full), ("Date", case.short(1, 20)))),
            *texts(
                "Bonjour,",
                case.one(
                    "Vous trouverez ci-dessous votre bordereau de situation fiscale : impôt sur le revenu, taxe "
                    "d'habitation, contribution à l'audiovisuel public. Reste à payer : 0,00 € pour chaque impôt.",
                    "Votre situation fiscale est à jour : aucun impôt ne demeure impayé et aucune poursuite n'est en "
                    "cours à votre encontre. Ce message vaut bordereau de situation (modèle P 237, état néant).",
                ),
                "Cordialement, votre centre des finances publiques",
            ),
        ),
        foot="https://www.impots.gouv.fr/messagerie/detail – imprimé par l'usager – 1/1",
    )


def _asylum_allowance(case: Case) -> Paper:
    who = case.who
    months = monthly(case, case.some(3, 12), 206 + 104 * len(case.home.enfants))
    return Paper(
        "FIS-12M",
        who.role,
        case.one("OFFICE FRANÇAIS DE L'IMMIGRATION ET DE L'INTÉGRATION", "OFII – Direction territoriale"),
        case.one("Attestation de versement de l'ADA", "Attestation de droits – demandeur d'asile", "Relevé ADA"),
        (
            Text(
                f"{case.known(who)}, a perçu l'allocation pour demandeur d'asile (ADA), versée sur une carte de "
                + case.one("paiement", "retrait", "paiement nominative")
                + ", pour les mois suivants :"
            ),
            Table((("Mois", "Montant versé"), *months), (2, 1)),
            Text(
                case.one(
                    "Les droits prennent fin à l'issue du mois qui suit la décision définitive sur la demande d'asile.",
                    "Composition familiale prise en compte : le demandeur et ses enfants mineurs.",
                    "L'intéressé n'a déclaré aucune autre ressource depuis son entrée en France.",
                )
            ),
        ),
        references=(f"N° AGDREF : {case.number(10)}", f"ID DNA : {case.number(8)}"),
        signer="Le directeur territorial",
        seal=("OFII",),
    )


def _income_since_arrival_by_social_worker(case: Case) -> Paper:
    who, arrived = case.adult(), case.long(150, 340)
    return Paper(
        "FIS-12M",
        who.role,
        case.one("CADA LES TILLEULS", "ASSOCIATION D'ACCUEIL DES RÉFUGIÉS", "CENTRE COMMUNAL D'ACTION SOCIALE"),
        case.one("Attestation de ressources depuis l'arrivée en France", "Attestation de ressources sur douze mois"),
        (
            *texts(
                f"Je soussigné{case.one('', 'e')} {case.third()}, travailleur social, atteste que {case.named(who)} "
                f"est entré{who.gendered('e', '')} en France le {arrived} et n'a pas d'avis d'imposition français.",
                f"Depuis cette date, ses revenus ont été les suivants : {case.one('salaires', 'RSA', 'ADA')} pour "
                f"{case.sum(1500, 9000)} au total, soit environ {case.sum(300, 900)} par mois.",
                case.one(
                    "Les justificatifs de ces douze derniers mois sont joints.",
                    "Aucune autre ressource n'a été perçue, en France ou à l'étranger, à notre connaissance.",
                ),
            ),
        ),
        signer="Le travailleur social",
        seal=("ACCUEIL", "SOCIAL"),
    )


def _recap_of_twelve_months(case: Case) -> Paper:
    who = case.adult()
    months = [(m, a, case.one("salaire", "RSA", "chômage")) for m, a in monthly(case, 12, 1250)]
    return Paper(
        "FIS-12M",
        who.role,
        case.one("Direction départementale des solidarités", case.home.employeur, "Service logement"),
        case.one("Revenus perçus au cours des douze derniers mois", "Récapitulatif des ressources – 12 derniers mois"),
        (
            Text(f"Personne concernée : {case.known(who)} – date d'entrée en France : {case.short(370, 600)}"),
            Table((("Mois", "Montant net perçu", "Nature"), *months), (2, 1.5, 1.5)),
            Text(
                case.one(
                    "Ce récapitulatif remplace l'avis d'imposition N-2 lorsque celui-ci ne peut pas être produit.",
                    f"Le foyer ne disposait d'aucun revenu imposable en France en {case.year - 2}.",
                )
            ),
        ),
        signer=case.one("", "Le gestionnaire"),
    )


WRITERS: Writers = {
    "FIS-BOR": to_learn(*wordy(_statement_p237, _no_declaration_filed, _fiscal_situation_by_message)),
    "FIS-12M": to_learn(*wordy(_asylum_allowance, _income_since_arrival_by_social_worker, _recap_of_twelve_months)),
}
