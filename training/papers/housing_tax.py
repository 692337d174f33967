"""Housing tax notices, of which main homes are free since 2023 (HPR-TAX)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

OUT = "P01"


def _with_broadcasting(case: Case) -> Paper:
    year, base = case.some(2017, 2021), case.some(1500, 4200)
    return Paper(
        "HPR-TAX",
        None,
        "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
        case.one(
            f"Avis d'impôt {year} – taxe d'habitation, contribution à l'audiovisuel public",
            f"Taxe d'habitation et contribution à l'audiovisuel public {year}",
        ),
        (
            Text(
                f"{case.who.civility}, votre taxe d'habitation est établie au profit de votre commune et de son "
                f"intercommunalité pour le logement que vous occupiez au 1er janvier {year}."
            ),
            Fields(
                (
                    ("Taxe d'habitation", case.sum(0, 900)),
                    ("Contribution à l'audiovisuel public", case.one("138,00 €", "0,00 €", "139,00 €")),
                    ("Montant total de votre impôt", case.sum(0, 1000)),
                    ("Date limite de paiement", f"15/11/{year}"),
                    ("Occupant", case.who.full),
                    ("Nature", "résidence principale"),
                )
            ),
            Leaf(),
            Heading("Calcul de votre impôt"),
            Table(
                (
                    ("Éléments de calcul", "Commune", "Intercomm.", "TSE"),
                    ("Valeur locative brute", *(str(base),) * 3),
                    ("Abattement général à la base", *(str(base // 10),) * 3),
                    ("Abattement personnes à charge", *(str(base // 20),) * 3),
                    ("Base nette d'imposition", *(str(base - base // 10 - base // 20),) * 3),
                    ("Taux appliqué", "18,24 %", "9,12 %", "0,214 %"),
                ),
                (2.6, 1, 1, 1),
            ),
            Text(
                f"Plafonnement selon le revenu : revenu fiscal de référence {case.some(6, 28)} {case.number(3)} €, "
                f"{case.some(1, 4)} part(s). Dégrèvement calculé au titre de la réforme : {case.some(30, 100)} %."
            ),
        ),
        lines=("Centre des finances publiques", case.home.ville),
        references=(f"Numéro fiscal : {case.home.fiscal}", f"Référence : {year % 100} {case.number(10)}"),
        letter=True,
        numbered=True,
        motif=OUT,
    )


def _second_home(case: Case) -> Paper:
    year = max(2023, case.year - 1)
    return Paper(
        "HPR-TAX",
        None,
        "FINANCES PUBLIQUES",
        f"Avis d'impôt {year} – taxe d'habitation sur les résidences secondaires",
        (
            Fields(
                (
                    ("Somme à payer", case.sum(150, 1200)),
                    ("Local imposé", f"{case.home.world.rues[2]}"),
                    ("Identifiant du local", case.number(12)),
                    ("Majoration", "20 %"),
                )
            ),
            *texts(
                "Vous avez déclaré l'occupation de ce local dans « Gérer mes biens immobiliers ». Il n'est pas votre "
                "résidence principale : il reste soumis à la taxe d'habitation.",
                "Redevable : le propriétaire ou le locataire disposant du logement au 1er janvier. À régler sur "
                "impots.gouv.fr avant le 20 décembre. Les taxes foncières font l'objet d'un avis distinct.",
            ),
        ),
        references=(f"N° fiscal {case.home.fiscal}", f"Rôle {case.number(3)}"),
        letter=True,
        motif=OUT,
    )


def _local_taxes_of_before(case: Case) -> Paper:
    year = case.some(2012, 2016)
    return Paper(
        "HPR-TAX",
        None,
        "IMPÔTS LOCAUX",
        f"Année {year} : taxe d'habitation – redevance",
        (
            Text("AVIS DESTINÉ AU CONTRIBUABLE – À CONSERVER", bold=True),
            Table(
                (
                    ("Collectivité", "Base", "Taux", "Cotisation"),
                    ("Commune", str(case.some(900, 2500)), "21,40", str(case.some(150, 500))),
                    ("Syndicat", str(case.some(900, 2500)), "1,13", str(case.some(5, 30))),
                    ("Communauté", str(case.some(900, 2500)), "7,90", str(case.some(50, 190))),
                    ("Frais de gestion", "", "", str(case.some(5, 30))),
                ),
                (2, 1, 1, 1),
            ),
            Text(
                f"Redevance audiovisuelle : {case.one('125', '131', '136', '0')} €. NET À PAYER : {case.sum(90, 800)}"
            ),
            Text(
                f"Locaux taxés : appartement, {case.home.rue}, invariant {case.number(7)}. Personnes à charge prises "
                f"en compte : {len(case.home.enfants)}. Réclamer avant le 31 décembre {year + 1}."
            ),
            Text(
                "Base nette = valeur locative brute moins abattements pour charges de famille (10 ou 15 % par personne "
                "rattachée), général et spécial. Lissage et plafonnement en fonction du revenu de référence de l'année "
                "précédente : voir notice 1198. Votre logement est réputé affecté à l'habitation principale ; en cas "
                "de départ, adressez sans délai la nouvelle adresse au centre des impôts. Avis d'imposition à produire "
                "sur demande des organismes sociaux."
            ),
            Text("TIP : dater et signer sans rien modifier. Ne pas agrafer, ne pas plier."),
        ),
        lines=("Trésorerie principale",),
        references=(f"{case.who.nom.upper()} {case.who.prenom.upper()}", f"Article de rôle {case.number(5)}"),
        letter=True,
        motif=OUT,
    )


def _exempted(case: Case) -> Paper:
    year = case.some(2018, 2022)
    return Paper(
        "HPR-TAX",
        None,
        "Direction départementale des finances publiques",
        case.one(f"Avis de non-imposition locale {year}", f"Avis de dégrèvement – TH {year}"),
        (
            Text(
                f"Au vu de vos ressources et de votre situation de famille, vous ne payez pas de taxe d'habitation "
                f"en {year} pour le logement du {case.home.rue}. Votre télévision demeure soumise à la redevance, "
                "sauf exonération ci-dessous."
            ),
            Fields(
                (
                    ("Montant dégrevé d'office", case.sum(200, 900)),
                    ("Audiovisuel", case.one("exonéré", "138,00 €")),
                    ("Reste dû", case.one("0 €", "138 €")),
                )
            ),
            Text("Article 1414 du code général des impôts. Aucun versement n'est à effectuer si le reste dû est nul."),
            Leaf(),
            Heading("Pour comprendre"),
            *texts(
                "La valeur locative cadastrale représente le loyer annuel théorique du logement. Elle est diminuée "
                "d'abattements votés par les élus, puis multipliée par les taux.",
                "Un occupant qui part en cours d'année reste redevable pour l'année entière.",
            ),
        ),
        lines=("Service des impôts des particuliers", f"{case.home.ville} – sur rendez-vous"),
        references=(f"Foyer {case.home.fiscal}",),
        letter=True,
        numbered=True,
        motif=OUT,
    )


def _monthly_payments(case: Case) -> Paper:
    year = case.some(2016, 2020)
    return Paper(
        "HPR-TAX",
        None,
        "Centre Prélèvement Service",
        f"Échéancier {year} de votre taxe d'habitation",
        (
            Text(
                f"{case.who.civility}, vous avez choisi le paiement mensuel. Dix prélèvements de {case.sum(15, 80)} "
                f"ont été opérés ; le solde, après émission de l'avis, est de {case.sum(0, 160)}."
            ),
            Text(f"Contrat de prélèvement : {case.number(13)}. Impôt : TH, rôle général, {case.commune.title()}."),
            Text(
                "Les prélèvements de l'an prochain seront égaux au dixième de l'impôt de cette année, sauf demande de "
                "votre part avant le 15 décembre. La suppression progressive de cet impôt pour les habitations "
                "principales est prise en compte sans démarche : 80 % des foyers n'acquittent plus que la contribution "
                "à l'audiovisuel. Un rejet bancaire entraîne une majoration de 10 %."
            ),
            Table(
                (("Échéance", "Prélevé"), *((f"15/{n:02d}", "payé") for n in range(1, 11)), ("15/12", "solde")), (2, 1)
            ),
            Text("Pour moduler ou arrêter ces prélèvements, rendez-vous dans votre espace, rubrique Payer."),
        ),
        lines=("Finances publiques",),
        letter=True,
        motif=OUT,
    )


WRITERS: Writers = {
    "HPR-TAX": to_learn(_with_broadcasting, _second_home, _exempted, _monthly_payments, _local_taxes_of_before)
}
