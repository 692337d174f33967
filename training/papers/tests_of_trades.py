"""Jobseekers', traders', pensioners' and artists' papers, on which the filing is measured alone."""

from __future__ import annotations

from training.desk import long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _situation_by_france_travail(case: Case) -> Paper:
    who, since = case.adult(), case.day(40, 700)
    dear = who.civility
    return Paper(
        "PRO-DEM",
        who.role,
        "France Travail",
        "Avis de situation",
        (
            Text(f"{dear},"),
            *texts(
                f"Nous vous informons qu'à la date du {long_date(case.desk.day)}, vous êtes "
                f"{who.gendered('inscrite', 'inscrit')} sur la liste des demandeurs d'emploi depuis le "
                f"{long_date(since)}, en catégorie {case.one('1', '1', '3', '5')}.",
            ),
            Fields(
                (
                    ("Nom, prénom", f"{who.nom.upper()} {who.prenom}"),
                    ("Date de naissance", short_date(who.naissance)),
                    ("Identifiant France Travail", case.number(7) + case.one("A", "K", "P")),
                    ("Date d'inscription", short_date(since)),
                    ("Métier recherché", case.home.metier.capitalize()),
                    ("Dernière actualisation", f"{case.month()}"),
                )
            ),
            *texts(
                case.one(
                    "À ce jour, vous bénéficiez de l'allocation d'aide au retour à l'emploi (ARE).",
                    "À ce jour, vous ne bénéficiez d'aucune allocation versée par France Travail.",
                ),
                "Cet avis vous est délivré pour faire valoir vos droits auprès des organismes qui en font la demande. "
                "Pour rester inscrit, vous devez actualiser votre situation chaque mois et signaler tout changement "
                "dans les 72 heures, sur francetravail.fr, sur l'application mobile ou par téléphone au 3949.",
                f"Nous vous prions de croire, {dear}, en l'assurance de notre considération distinguée.",
            ),
        ),
        lines=(f"Agence de {case.commune.title()}", "Tél. : 3949 (service gratuit + prix d'un appel)"),
        references=("Objet : avis de situation",),
        letter=True,
        signer=case.one("Le directeur de l'agence", "Votre conseiller France Travail"),
        foot="Loi n° 78-17 du 6 janvier 1978 : vous disposez d'un droit d'accès et de rectification. Toute fausse "
        "déclaration est passible de sanctions (art. L. 5124-1 et L. 5413-1 du code du travail).",
    )


def _periods_by_pole_emploi(case: Case) -> Paper:
    who, year = case.adult(), min(case.year - 1, 2023)
    rows = (("Du", "Au", "Catégorie", "Motif de fin"), (f"03/02/{year - 2}", f"17/09/{year - 2}", "1", "Reprise"))
    return Paper(
        "PRO-DEM",
        who.role,
        "Pôle emploi",
        "Attestation de périodes d'inscription",
        (
            *texts(
                f"Le Directeur de Pôle emploi atteste que {case.named(who)}, {case.born(who)}, identifiant "
                f"{case.number(7)}L, a été {who.gendered('inscrite', 'inscrit')} comme demandeur d'emploi sur les "
                "périodes suivantes :",
            ),
            Table((*rows, (f"04/01/{year}", "En cours", "1", "-")), (1, 1, 1, 1.2)),
            *texts(
                f"À la date du présent document, {who.gendered('Madame', 'Monsieur')} {who.nom.upper()} est "
                f"{who.gendered('inscrite', 'inscrit')} sur la liste des demandeurs d'emploi, "
                f"immédiatement disponible, tenue d'accomplir des actes "
                "positifs de recherche d'emploi.".replace("tenue", who.gendered("tenue", "tenu")),
                "Cette attestation ne constitue pas un justificatif d'indemnisation. Elle est délivrée pour servir et "
                "valoir ce que de droit.",
                f"Édité le 11/{case.one('03', '05', '10')}/{year} depuis votre espace personnel pole-emploi.fr.",
            ),
        ),
        lines=(f"Direction régionale - Agence {case.commune.title()}", "TSA 10107"),
        references=(f"Références à rappeler : {case.number(3)}",),
        letter=True,
        foot="Pôle emploi, établissement public administratif, 1 avenue du Docteur Gley 75987 Paris cedex 20.",
    )


def _company_register(case: Case) -> Paper:
    who, court, since = case.who, case.commune.upper(), case.day(200, 2500)
    rcs = f"{case.number(3)} {case.number(3)} {case.number(3)}"
    name = case.one("LES SAVEURS DU PORCHE", "BATI RENOV 7", "TRANSPORTS DE LA LANDE")
    return Paper(
        "PRO-IND",
        who.role,
        f"Greffe du Tribunal de Commerce de {court}",
        "Extrait Kbis",
        (
            Text("EXTRAIT D'IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIÉTÉS", bold=True),
            Text(f"à jour au {long_date(case.desk.day)}"),
            Heading("IDENTIFICATION DE LA PERSONNE MORALE"),
            Fields(
                (
                    ("Immatriculation au RCS, numéro", f"{rcs} R.C.S. {court}"),
                    ("Date d'immatriculation", short_date(since)),
                    ("Dénomination ou raison sociale", name),
                    ("Forme juridique", case.one("SARL unipersonnelle", "SAS à associé unique")),
                    ("Capital social", f"{case.one('500', '1 000', '5 000')},00 Euros"),
                    ("Adresse du siège", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                    ("Durée, clôture de l'exercice social", f"Jusqu'au {since:%d/%m}/{since.year + 99}, 31 Décembre"),
                )
            ),
            Heading("GESTION, DIRECTION, ADMINISTRATION, CONTRÔLE, ASSOCIÉS OU MEMBRES"),
            Text(case.one("Gérant", "Président"), bold=True),
            Fields(
                (
                    ("Nom, prénoms", f"{who.nom.upper()} {who.prenoms}"),
                    ("Date et lieu de naissance", f"Le {short_date(who.naissance)} à {who.lieu}"),
                    ("Nationalité", case.one("Française", "Française", "Portugaise")),
                    ("Domicile personnel", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                )
            ),
            Heading("RENSEIGNEMENTS RELATIFS À L'ACTIVITÉ ET À L'ÉTABLISSEMENT PRINCIPAL"),
            Fields(
                (
                    ("Adresse de l'établissement", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                    (
                        "Activité(s) exercée(s)",
                        case.one("Restauration rapide", "Maçonnerie générale", "Transport léger"),
                    ),
                    ("Origine du fonds, exploitation", "Création - Exploitation directe"),
                )
            ),
            Text("Le Greffier                                                        FIN DE L'EXTRAIT"),
        ),
        lines=("Code de vérification : " + case.number(10), "Tout Kbis est délivré aux frais du requérant"),
        references=(f"N° de gestion {since.year}B{case.number(5)}",),
        numbered=True,
        foot=f"R.C.S. {court} - {short_date(case.desk.day)} - 09:41:27",
    )


def _sirene(case: Case) -> Paper:
    who, since = case.who, case.day(100, 2600)
    siren = f"{case.number(3)} {case.number(3)} {case.number(3)}"
    code = case.one("8121Z - Nettoyage courant des bâtiments", "4932Z - Transports de voyageurs par taxis")
    day = long_date(case.desk.day)
    return Paper(
        "PRO-IND",
        who.role,
        "Institut national de la statistique et des études économiques",
        "Situation au répertoire Sirene",
        (
            Text(f"À la date du {day}"),
            Heading("Description de l'entreprise"),
            Text(f"Entreprise active depuis le {short_date(since)}"),
            Fields(
                (
                    ("Identifiant SIREN", siren),
                    ("Identifiant SIRET du siège", f"{siren} 00018"),
                    ("Nom", f"{who.nom.upper()}"),
                    ("Prénoms", who.prenoms.upper()),
                    ("Catégorie juridique", "1000 - Entrepreneur individuel"),
                    ("Activité Principale Exercée (APE)", code),
                    ("Appartenance au champ de l'ESS", "Non"),
                    ("Appartenance au champ des sociétés à mission", ""),
                )
            ),
            Heading("Description de l'établissement"),
            Text(f"Établissement actif depuis le {short_date(since)}"),
            Fields(
                (
                    ("Identifiant SIRET", f"{siren} 00018"),
                    ("Enseigne", case.one("", "ECLAT SERVICES")),
                    ("Adresse", case.home.rue.upper()),
                    ("Commune", case.home.ville.upper()),
                    ("Activité Principale Exercée (APE)", code),
                )
            ),
            *texts(
                "Important : à l'exception des informations relatives à l'identification de l'entreprise, les "
                "renseignements figurant dans ce document, en particulier le code APE, n'ont de valeur que pour les "
                "applications statistiques (décret n° 2007-1888 du 26 décembre 2007).",
                "Les informations présentes sur cet avis sont celles qui figurent au répertoire au jour de l'édition. "
                "Avertissement : aucune valeur juridique n'est attachée à l'avis de situation.",
            ),
        ),
        lines=("Répertoire des entreprises et des établissements",),
        foot="Insee - 88 avenue Verdier - CS 70058 - 92541 Montrouge cedex - avis-situation-sirene",
    )


def _retirement_granted(case: Case) -> Paper:
    who, since = case.adult(), f"1er {case.one('janvier', 'avril', 'octobre')} {case.year - case.some(0, 4)}"
    base = case.desk.rng.uniform(600, 1350)
    return Paper(
        "PRO-RET",
        who.role,
        case.one("L'Assurance retraite", "Caisse d'assurance retraite et de la santé au travail"),
        "Notification de retraite",
        (
            *texts(
                f"{who.civility},",
                f"Nous avons le plaisir de vous faire connaître que votre retraite personnelle vous est attribuée à "
                f"compter du {since}. Son montant mensuel brut à cette date est de {case.amount(base)}.",
            ),
            Heading("Les éléments de calcul de votre retraite"),
            Table(
                (
                    ("Élément", "Valeur retenue"),
                    ("Salaire annuel moyen (25 meilleures années)", case.sum(16500, 29000)),
                    ("Taux", case.one("50,000 %", "46,250 %")),
                    ("Durée d'assurance au régime général (trimestres)", str(case.some(96, 165))),
                    ("Durée d'assurance tous régimes (trimestres)", str(case.some(160, 175))),
                    ("Majoration pour enfants (10 %)", case.one("Non", "Oui")),
                    ("Montant mensuel brut", case.amount(base)),
                ),
                (2.4, 1),
            ),
            *texts(
                "Des prélèvements sociaux (CSG, CRDS, Casa) peuvent être effectués selon votre revenu fiscal de "
                f"référence. Votre premier paiement, de {case.amount(base * 0.909)} net, interviendra vers le 9 du "
                "mois suivant, sur le compte dont vous nous avez communiqué les coordonnées.",
                "Conservez cette notification : elle constitue votre titre de pension. Vous devez nous signaler "
                "tout changement d'adresse, de compte bancaire ou de situation familiale, ainsi que toute reprise "
                "d'activité.",
                "Si vous n'êtes pas d'accord avec cette décision, vous pouvez, dans les deux mois suivant sa "
                "réception, saisir la commission de recours amiable de notre caisse.",
            ),
        ),
        lines=("Service Retraite", f"Agence de {case.commune.title()} - Tél. 39 60"),
        references=(f"N° de sécurité sociale : {case.nir(who)}", "Vos références : " + case.number(9)),
        letter=True,
        signer="Le Directeur",
    )


def _artist(case: Case) -> Paper:
    who, year = case.adult(), case.year - 1
    return Paper(
        "PRO-ART",
        who.role,
        "Sécurité sociale des artistes auteurs",
        case.one("Attestation d'affiliation", "Attestation d'affiliation au régime des artistes-auteurs"),
        texts(
            f"La Sécurité sociale des artistes auteurs atteste que {case.named(who)}, {case.born(who)}, demeurant "
            f"{case.address}, n° de sécurité sociale {case.nir(who)},",
            f"est {who.gendered('affiliée', 'affilié')} au régime de sécurité sociale des artistes-auteurs depuis le "
            f"1er janvier {year - case.some(2, 12)}, au titre de son activité de "
            f"{case.one('sculpture', 'photographie', 'peinture', 'illustration')} (branche des arts graphiques et "
            f"plastiques), conformément aux articles L. 382-1 et R. 382-1 du code de la sécurité sociale.",
            f"Numéro d'ordre : {case.one('S', 'P')} {case.number(6)}. SIRET de l'activité : {case.number(9)} 00021. "
            f"Revenus artistiques déclarés au titre de l'année {year} : {case.sum(7000, 21000)}.",
            "L'artiste est à jour de ses obligations déclaratives auprès de l'Urssaf Limousin à la date de ce "
            "document.",
            "La présente attestation est établie à la demande de l'intéressé(e), notamment en vue de l'attribution "
            "d'un atelier ou d'un logement-atelier, et ne dispense pas les diffuseurs du versement de leur "
            "contribution.",
        ),
        lines=("Association agréée par l'État", "60 rue du Faubourg Poissonnière, 75010 Paris"),
        references=(f"Dossier n° {case.number(7)}",),
        signer="Le Directeur",
        seal=("SSAA", "Service Affiliation"),
    )


WRITERS: Writers = {
    "PRO-DEM": to_test(_situation_by_france_travail, _periods_by_pole_emploi),
    "PRO-IND": to_test(_company_register, _sirene),
    "PRO-RET": to_test(_retirement_granted),
    "PRO-ART": to_test(_artist),
}
