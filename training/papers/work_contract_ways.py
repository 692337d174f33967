"""Other ways of wording contracts of employment (PRO-CDI)."""

from __future__ import annotations

from itertools import chain

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Part, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

_HIRED = (
    "{name} est engagé{e} en qualité de {job} à compter du {day}, sous réserve de la visite d'information.",
    "La société engage {name}, qui accepte, aux fonctions de {job}. L'embauche prend effet le {day}.",
    "À compter du {day}, {name} exercera l'emploi de {job}, catégorie employé.",
)


def _hired(case: Case) -> str:
    who = case.who
    wording = case.one(*_HIRED)
    return wording.format(
        name=case.named(who), e=who.gendered("e", ""), job=case.home.metier.lower(), day=case.long(20, 1800)
    )


def _permanent_in_articles(case: Case) -> Paper:
    pay = case.sum(1800, 2600)
    return Paper(
        "PRO-CDI",
        case.who.role,
        case.home.employeur,
        case.one("Contrat de travail à durée indéterminée", "Contrat à durée indéterminée", "CDI – temps complet"),
        (
            *texts(
                f"Entre les soussignés : {case.home.employeur}, SIRET {case.home.siret}, représentée par "
                f"{case.third()}, d'une part, et {case.known(case.who)}, demeurant {case.address}, d'autre part,",
                case.one("Il a été convenu et arrêté ce qui suit :", "il est conclu le présent contrat."),
            ),
            Heading("Article 1 – Engagement"),
            Text(_hired(case)),
            Heading("Article 2 – Période d'essai"),
            Text(
                f"Le contrat ne sera définitif qu'au terme d'une période d'essai de {case.one('deux', 'trois')} mois."
            ),
            Heading("Article 3 – Rémunération et durée du travail"),
            Text(f"En contrepartie de son travail, salaire mensuel brut de {pay} pour 151,67 heures."),
            Leaf(),
            Heading("Article 4 – Congés, prévoyance, absences"),
            *texts(
                "Le salarié acquiert deux jours et demi de congés par mois et bénéficie de la mutuelle.",
                "Toute absence doit être justifiée dans les quarante-huit heures.",
            ),
            Heading("Article 5 – Rupture"),
            Text("Chaque partie peut rompre le contrat en respectant le préavis de la convention collective."),
            Text("Fait en double exemplaire. Signatures précédées de la mention « lu et approuvé »."),
        ),
        signer=case.one("L'employeur        Le salarié", "Pour la société, le gérant"),
        numbered=True,
    )


def _fixed_term_of_one_page(case: Case) -> Paper:
    who = case.who
    return Paper(
        "PRO-CDI",
        who.role,
        case.one(case.home.employeur, f"MAIRIE DE {case.commune}", f"CENTRE HOSPITALIER DE {case.commune}"),
        case.one("Contrat de travail à durée déterminée", "CDD de remplacement", "Contrat d'engagement"),
        (
            Fields(
                (
                    ("Employeur", case.home.employeur),
                    ("Salarié(e)", who.full),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("N° de sécurité sociale", case.nir(who)),
                    ("Emploi", case.home.metier),
                )
            ),
            *texts(
                case.one(
                    f"Motif du recours : remplacement de {case.third()}, en congé de maternité.",
                    "Motif du recours : accroissement temporaire d'activité (article L. 1242-2 du code du travail).",
                    "L'agent est recruté pour faire face à un besoin saisonnier.",
                ),
                f"Le contrat prend effet le {case.short(10, 90)} et s'achève le {case.ahead(20, 200)}. "
                f"Période d'essai : {case.some(3, 14)} jours.",
                f"Salaire : {case.sum(1767, 2200)} brut par mois ; indemnité de fin de contrat de 10 %.",
                case.one(
                    "Retraite complémentaire et prévoyance : caisses de l'entreprise.",
                    "Congés payés : selon la convention collective applicable dans l'établissement.",
                ),
            ),
        ),
        signer=case.one("L'employeur", "L'autorité territoriale", "Le directeur des ressources humaines"),
        seal=case.desk.rng.choice(((), (case.home.employeur[:20],))),
    )


def _temporary_assignment(case: Case) -> Paper:
    who, agency = case.who, case.one("INTERIM SERVICES DU VAL", "EMPLOI EXPRESS TRAVAIL TEMPORAIRE", "MISSIO INTERIM")
    return Paper(
        "PRO-CDI",
        who.role,
        agency,
        case.one("Contrat de mission temporaire", "Contrat de travail temporaire", "Contrat de mission – intérim"),
        (
            Table(
                (
                    ("Intérimaire", "Entreprise utilisatrice"),
                    (who.full, case.home.employeur),
                    (case.home.rue, f"SIRET {case.home.siret}"),
                    (case.nir(who), f"Lieu de la mission : {case.commune}"),
                ),
                (1, 1),
            ),
            Fields(
                (
                    ("Qualification", case.home.metier),
                    ("Mission", f"du {case.short(5, 40)} au {case.ahead(5, 90)}"),
                    ("Souplesse", "du 3e jour avant au 5e jour après"),
                    ("Taux horaire brut", case.sum(11, 16)),
                    ("Indemnités", "IFM 10 % – ICP 10 %"),
                    ("Motif", case.one("accroissement d'activité", "remplacement d'un salarié absent")),
                )
            ),
            Text(
                case.one(
                    "L'embauche par l'entreprise utilisatrice à l'issue de la mission n'est pas interdite.",
                    "Équipements de protection fournis par l'entreprise utilisatrice : chaussures, gants, casque.",
                )
            ),
        ),
        references=(f"Contrat n° {case.number(7)}", "Exemplaire à retourner signé sous 48 h"),
        signer=case.one("L'agence", "Le salarié intérimaire"),
        foot="Entreprise de travail temporaire. Caisse de garantie financière : conforme à l'article L. 1251-49.",
    )


def _amendment(case: Case) -> Paper:
    return Paper(
        "PRO-CDI",
        case.who.role,
        case.home.employeur,
        case.one("Avenant au contrat de travail", "Avenant n° 1", "Avenant de passage à temps partiel"),
        (
            *texts(
                f"Entre {case.home.employeur} et {case.named(case.who)}, salarié depuis le {case.short(400, 3000)}.",
                case.one(
                    f"Les parties conviennent de porter la durée hebdomadaire de travail à {case.some(20, 35)} heures.",
                    "Le contrat à durée déterminée conclu entre les parties se poursuit à durée indéterminée.",
                    f"Le lieu de travail est transféré à {case.commune} et la rémunération est revalorisée.",
                ),
                f"Nouvelle rémunération brute mensuelle : {case.sum(1100, 2400)}, à effet du {case.short(5, 60)}.",
                "Les autres clauses du contrat initial demeurent inchangées.",
                "Fait en deux originaux dont un remis au salarié.",
            ),
        ),
        signer=case.one("L'employeur – Le salarié", "La direction"),
    )


def _domestic_employer(case: Case) -> Paper:
    who = case.who
    return Paper(
        "PRO-CDI",
        who.role,
        case.one("CESU", "Particulier employeur", "Pajemploi – assistant maternel"),
        case.one("Contrat de travail du salarié du particulier employeur", "Contrat de travail – emploi à domicile"),
        (
            Filled(
                (
                    ("Employeur (nom, prénom)", case.third()),
                    ("Salarié (nom, prénom)", who.full),
                    ("Date d'embauche", case.short(30, 900)),
                    ("Salaire horaire net", case.sum(9.5, 14)),
                    ("Nombre d'heures par semaine", str(case.some(4, 35))),
                )
            ),
            Choices((("Durée indéterminée", True), ("Durée déterminée", False), ("Nourriture et logement", False))),
            Text(
                case.one(
                    "Convention collective des particuliers employeurs et de l'emploi à domicile.",
                    "Le salarié perçoit dix pour cent au titre des congés payés. Période d'essai : un mois.",
                )
            ),
        ),
        signer="Signature des deux parties",
    )


_CLAUSES = (
    (
        "Fonctions",
        "Le salarié exerce ses fonctions sous l'autorité de son responsable. Ses attributions, par nature "
        "évolutives, pourront être précisées ou complétées selon les besoins de l'entreprise.",
    ),
    (
        "Lieu de travail",
        "Le travail est accompli à titre principal au siège de l'établissement ; des déplacements "
        "ponctuels peuvent être demandés, dont les frais sont remboursés sur justificatifs.",
    ),
    (
        "Horaires",
        "La durée hebdomadaire est de trente-cinq heures, selon l'horaire collectif affiché. Toute heure "
        "supplémentaire suppose l'accord préalable de la hiérarchie.",
    ),
    (
        "Rémunération",
        "La rémunération mensuelle brute, versée à terme échu, est révisée chaque année. S'y ajoutent les "
        "primes prévues par la convention collective et le remboursement partiel des transports.",
    ),
    (
        "Congés payés",
        "Le salarié acquiert deux jours et demi ouvrables par mois de travail effectif, pris selon "
        "l'ordre des départs fixé par l'employeur.",
    ),
    (
        "Maladie",
        "Toute absence pour maladie est signalée sans délai et justifiée par un certificat médical sous "
        "quarante-huit heures. Le maintien de salaire suit les règles conventionnelles.",
    ),
    (
        "Confidentialité",
        "Pendant et après l'exécution du contrat, le salarié ne divulgue aucune information sur les "
        "clients, les tarifs et les méthodes de l'entreprise.",
    ),
    (
        "Exclusivité",
        "Le salarié consacre toute son activité à l'entreprise ; un cumul d'emplois lui impose d'en "
        "informer l'employeur par écrit.",
    ),
    ("Matériel", "Les outils, tenues et clés confiés restent la propriété de l'employeur et sont restitués au départ."),
    (
        "Données personnelles",
        "Les données du salarié sont traitées pour la gestion de la paie et du personnel ; il "
        "dispose d'un droit d'accès et de rectification.",
    ),
    (
        "Prévoyance",
        "Le salarié est affilié aux régimes de retraite complémentaire, de prévoyance et de frais de santé.",
    ),
    (
        "Rupture du contrat",
        "Après la période d'essai, la démission ou le licenciement obligent à un préavis, sauf "
        "faute grave. Le solde de tout compte et le certificat de travail sont remis au terme.",
    ),
)


def _clause(number: str, title: str, words: str) -> tuple[Part, ...]:
    return Heading(f"{number} – {title}"), Text(words)


def _contract_of_many_clauses(case: Case) -> Paper:
    who = case.who
    clauses = case.desk.rng.sample(_CLAUSES, case.some(7, len(_CLAUSES)))
    sign = case.one("Article", "§", "Clause")
    return Paper(
        "PRO-CDI",
        who.role,
        case.home.employeur,
        case.one(
            "Contrat de travail", "Contrat de travail à temps partiel", "Contrat à durée indéterminée – statut employé"
        ),
        (
            *texts(
                f"{case.home.employeur}, immatriculée sous le numéro {case.home.siret}, ci-après « l'employeur »,",
                f"et {case.known(who)}, n° de sécurité sociale {case.nir(who)}, ci-après « le salarié »,",
                _hired(case),
                f"Salaire brut de base : {case.sum(1200, 2600)}. Période d'essai : {case.one('un', 'deux')} mois.",
            ),
            *chain.from_iterable(_clause(f"{sign} {rank}", *said) for rank, said in enumerate(clauses, 1)),
        ),
        signer=case.one("L'employeur        Le salarié", "Lu et approuvé, bon pour accord"),
        numbered=case.desk.rng.random() < 0.5,
    )


WRITERS: Writers = {
    "PRO-CDI": to_learn(
        *wordy(
            _permanent_in_articles,
            _fixed_term_of_one_page,
            _temporary_assignment,
            _amendment,
            _domestic_employer,
            _contract_of_many_clauses,
        )
    )
}
