"""Contracts of work, on which the filing is measured alone."""

from __future__ import annotations

from datetime import timedelta

from training.desk import euros, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Part, Text
from training.papers.tests_of_payslips import firm
from training.papers.wording import texts
from training.papers.writers import Writers, to_test
from training.people import Someone


def _gross(case: Case) -> float:
    return round(case.home.net / 0.785, 2)


def _clauses_of_a_post(case: Case, who: Someone) -> tuple[Part, ...]:
    home, since = case.home, case.short(200, 1800)
    sector = case.one(
        "du commerce de détail et de gros à prédominance alimentaire",
        "des entreprises de propreté et services associés",
        "des hôtels, cafés, restaurants",
    )
    she, paid = who.gendered("La salariée", "Le salarié"), euros(_gross(case))
    return (
        Heading("Article 1 - Engagement"),
        *texts(
            f"{case.named(who)} est {who.gendered('engagée', 'engagé')} à compter du {since} par contrat à durée "
            "indéterminée, sous réserve des résultats de la visite d'information et de prévention. La déclaration "
            "préalable à l'embauche a été effectuée auprès de l'Urssaf. Le présent contrat est régi par la "
            f"convention collective nationale {sector}, dont un exemplaire est tenu à disposition."
        ),
        Heading("Article 2 - Période d'essai"),
        *texts(
            "Le présent contrat ne deviendra définitif qu'à l'issue d'une période d'essai de "
            f"{case.one('un', 'deux')} mois, au cours de laquelle chacune des parties pourra le rompre sans "
            "indemnité, en respectant le délai de prévenance prévu aux articles L. 1221-25 et L. 1221-26 du "
            "code du travail."
        ),
        Heading("Article 3 - Fonctions et qualification"),
        *texts(
            f"{she} exercera les fonctions de {home.metier}, niveau {case.one('I', 'II')}, échelon "
            f"{case.one('1', '2', '3')}, coefficient {case.some(150, 210)}. Ces fonctions sont par nature "
            "susceptibles d'évoluer."
        ),
        Heading("Article 4 - Lieu et durée du travail"),
        *texts(
            f"Le lieu de travail est fixé à {case.commune.title()}. La durée hebdomadaire du travail est de 35 "
            "heures, soit 151,67 heures par mois, réparties selon l'horaire collectif affiché."
        ),
        Heading("Article 5 - Rémunération"),
        *texts(
            f"En contrepartie de son travail, {she.lower()} percevra une rémunération mensuelle brute de {paid} "
            "euros, versée au plus tard le 5 du mois suivant."
        ),
        Heading("Article 6 - Congés payés, maladie et prévoyance"),
        *texts(
            f"{she} bénéficiera de 2,5 jours ouvrables de congés payés par mois de travail effectif. Toute absence "
            "pour maladie devra être signalée sans délai et justifiée dans les 48 heures. L'adhésion au régime "
            "collectif de frais de santé et de prévoyance est obligatoire."
        ),
        Heading("Article 7 - Confidentialité et rupture"),
        *texts(
            f"{she} s'engage à observer la plus grande discrétion sur les affaires de l'entreprise. Chacune des "
            "parties pourra mettre fin au contrat en respectant le préavis conventionnel, sauf faute grave ou "
            "lourde.",
            "Fait en deux exemplaires originaux. Signatures précédées de la mention « Lu et approuvé ».",
        ),
    )


def _permanent_of_a_small_firm(case: Case) -> Paper:
    who, home = case.adult(), case.home
    name = firm(case)
    return Paper(
        "PRO-CDI",
        who.role,
        name,
        case.one("Contrat de travail à durée indéterminée", "Contrat à durée indéterminée à temps complet"),
        (
            Text("Entre les soussignés :", bold=True),
            *texts(
                f"La société {name}, dont le siège social est situé à {case.commune.title()}, immatriculée "
                f"sous le numéro SIRET {home.siret}, code NAF {case.one('4711D', '8121Z', '5610A')}, dont les "
                f"cotisations sont versées à l'Urssaf sous le n° {case.number(12)}, représentée par {case.third()}, "
                f"agissant en qualité de {case.one('gérant', 'président', 'directrice')}, d'une part,",
                f"et {case.named(who)}, {case.born(who)}, demeurant {case.address}, n° de "
                f"sécurité sociale {case.nir(who)}, d'autre part, il a été convenu et arrêté ce qui suit :",
            ),
            *_clauses_of_a_post(case, who),
        ),
        lines=(f"SIRET {home.siret}", home.ville),
        signer=who.gendered("L'employeur                    La salariée", "L'employeur                    Le salarié"),
    )


def _fixed_term_of_a_nursing_home(case: Case) -> Paper:
    who, home, start = case.adult(), case.home, case.day(10, 80)
    end = start + timedelta(days=case.some(60, 180))
    house = case.one("Association Les Tilleuls Argentés", "EHPAD Résidence du Val Doré", "Fondation Sainte-Aubierge")
    return Paper(
        "PRO-CDI",
        who.role,
        house,
        case.one("Contrat de travail à durée déterminée", "Contrat à durée déterminée de remplacement"),
        (
            Text("(articles L. 1242-1 et suivants du code du travail) - ENTRE LES SOUSSIGNÉS"),
            Fields(
                (
                    ("L'employeur", house),
                    ("Représenté par", f"{case.third()}, directeur d'établissement"),
                    ("Le salarié", case.named(who)),
                    ("Né(e) le", f"{short_date(who.naissance)} à {who.lieu}"),
                    ("Demeurant", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                    ("N° SS", case.nir(who)),
                )
            ),
            Heading("1. Objet du contrat"),
            *texts(
                f"{case.named(who)} est {who.gendered('recrutée', 'recruté')} en qualité de {home.metier} pour assurer "
                f"le remplacement de {case.third()}, {case.one('agent de service', 'aide-soignante diplômée d’État')}, "
                f"{case.one('absente pour congé de maternité', 'en arrêt maladie', 'absente pour congés payés')}."
            ),
            Heading("2. Durée"),
            *texts(
                f"Le contrat prend effet le {short_date(start)} et prendra fin le {short_date(end)} au soir. Il pourra "
                "être renouvelé par avenant dans la limite de deux fois. Il comporte une période d'essai de "
                f"{case.some(7, 14)} jours."
            ),
            Heading("3. Durée du travail et rémunération"),
            *texts(
                f"La durée du travail est fixée à {case.one('151,67', '130,00', '121,33')} heures mensuelles, y "
                "compris week-ends et jours fériés selon le planning. La rémunération brute mensuelle "
                f"s'élève à {euros(_gross(case))} €, par référence à la convention collective du 31 octobre 1951, "
                f"coefficient {case.some(329, 376)}, majorée de l'indemnité dite Laforcade.",
                "À l'issue du contrat, une indemnité de fin de contrat égale à 10 % de la rémunération totale brute "
                "sera versée, sauf si les relations contractuelles se poursuivent en CDI.",
            ),
            Heading("4. Obligations et protection sociale"),
            *texts(
                "L'agent est tenu au secret professionnel et au respect du règlement intérieur. Il est "
                "affilié à la retraite complémentaire Agirc-Arrco et au régime de prévoyance de l'établissement.",
                "Établi en double exemplaire, dont un remis au salarié sous deux jours ouvrables.",
            ),
        ),
        lines=("Établissement d'hébergement pour personnes âgées dépendantes", case.home.ville),
        references=(f"Réf. : CDD/{case.year}/{case.number(4)}",),
        signer="Pour la Direction",
        seal=(house.split(" ")[0], "La Direction"),
    )


def _post_of_a_mission(case: Case) -> tuple[Part, ...]:
    start, hourly = case.day(5, 40), max(11.88, _gross(case) / 151.67)
    return (
        Heading("Caractéristiques de la mission"),
        Fields(
            (
                ("Motif de recours", case.one("Accroissement temporaire d'activité", "Remplacement d'un absent")),
                ("Justification", f"Commande n° {case.number(5)} à honorer sous délai"),
                ("Qualification", case.home.metier),
                ("Début de la mission", short_date(start)),
                ("Terme prévu", short_date(start + timedelta(days=case.some(4, 60)))),
                ("Souplesse négative / positive", "3 jours / 3 jours"),
                ("Période d'essai", "2 jours"),
                ("Poste à risques (L. 4154-2)", "Non"),
                ("EPI fournis par l'E.U.", "Chaussures de sécurité, gants"),
                ("Rémunération de base", f"{euros(hourly)} € brut / heure"),
                ("Panier, transport", f"{euros(case.desk.rng.uniform(4, 9))} € / jour travaillé"),
            )
        ),
    )


def _mission_of_an_agency(case: Case) -> Paper:
    who, home = case.adult(), case.home
    agency = case.one("Alizéa Intérim", "Triangle Emploi Services", "Manumétis Travail Temporaire")
    name = firm(case)
    return Paper(
        "PRO-CDI",
        who.role,
        agency,
        case.one("Contrat de mission temporaire", "Contrat de mission"),
        (
            Heading("Salarié intérimaire"),
            Fields(
                (
                    ("Nom, prénom", f"{who.nom.upper()} {who.prenoms}"),
                    ("Né(e) le", f"{short_date(who.naissance)} à {who.lieu}"),
                    ("Adresse", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                    ("N° de sécurité sociale", case.nir(who)),
                    ("Matricule", case.number(6)),
                )
            ),
            Heading("Entreprise utilisatrice"),
            Fields(
                (
                    ("Raison sociale", name),
                    ("SIRET", home.siret),
                    ("Lieu de la mission", home.ville),
                    ("Horaires", "08h00-12h00 / 13h00-16h00"),
                )
            ),
            *_post_of_a_mission(case),
            *texts(
                "IFM : 10 % de la rémunération brute totale. ICCP : 10 %. Caisse de retraite complémentaire et "
                "prévoyance : Intérimaires Prévoyance. Congés intempéries : sans objet.",
                "L'embauche par l'entreprise utilisatrice à l'issue de la mission n'est pas interdite (art. L. 1251-16 "
                "du code du travail). La mission commence dès la mise à disposition ; le terme peut être avancé ou "
                "reporté dans les conditions des articles L. 1251-30 et L. 1251-31. L'intérimaire remet chaque semaine "
                "le relevé d'heures visé par l'entreprise utilisatrice.",
            ),
        ),
        lines=(
            "Entreprise de travail temporaire",
            f"Agence de {case.commune.title()}",
            "Garantie financière légale (L. 1251-49)",
        ),
        references=(f"Contrat n° {case.number(7)} - Exemplaire salarié",),
        signer="L'entreprise de travail temporaire",
        foot="Contrat à retourner signé dans les 48 heures suivant la mise à disposition (art. L. 1251-17).",
    )


WRITERS: Writers = {
    "PRO-CDI": to_test(_permanent_of_a_small_firm, _fixed_term_of_a_nursing_home, _mission_of_an_agency),
}
