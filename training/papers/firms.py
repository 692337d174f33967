"""Those who work for themselves: registers, Sirene, Urssaf (PRO-IND), artists' affiliation (PRO-ART)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.writers import Writers, to_learn

TRADES = (
    ("plomberie et chauffage", "4322A"),
    ("coiffure à domicile", "9602A"),
    ("transport de voyageurs par taxi", "4932Z"),
    ("vente sur marchés", "4781Z"),
    ("nettoyage courant des bâtiments", "8121Z"),
)
RENEWAL = (
    "Ce titre se renouvelle chaque année après paiement de la taxe pour frais de chambre. Il est rendu en cas de "
    "cessation. Le titulaire présente en outre son assurance décennale si le métier l'exige."
)


def _extract_of_court(case: Case) -> Paper:
    who = case.adult()
    trade, code = case.desk.rng.choice(TRADES)
    return Paper(
        "PRO-IND",
        who.role,
        f"GREFFE DU TRIBUNAL DE COMMERCE DE {case.commune}",
        case.one("Extrait K bis", "Extrait d'immatriculation principale au registre du commerce et des sociétés"),
        (
            Text(f"À jour au {case.long(2, 40)}"),
            Heading("IDENTIFICATION DE LA PERSONNE"),
            Fields(
                (
                    ("Immatriculation au RCS, numéro", f"{case.home.siret[:11]} R.C.S."),
                    ("Date d'immatriculation", case.short(400, 3000)),
                    ("Nom, prénoms", f"{who.nom.upper()} {who.prenoms}"),
                    ("Date et lieu de naissance", f"Le {who.naissance:%d/%m/%Y} à {who.lieu}"),
                    ("Nationalité", who.nation),
                    ("Domicile personnel", case.home.rue),
                    ("Commune", case.home.ville),
                )
            ),
            Heading("RENSEIGNEMENTS RELATIFS À L'ACTIVITÉ ET À L'ÉTABLISSEMENT PRINCIPAL"),
            Fields(
                (
                    ("Adresse de l'établissement", case.home.ville),
                    ("Activité(s) exercée(s)", trade.capitalize()),
                    ("Code APE", code),
                    ("Date de commencement d'activité", case.short(400, 3000)),
                    ("Origine du fonds", "Création"),
                    ("Mode d'exploitation", "Exploitation directe"),
                )
            ),
            Text(
                "Le greffier certifie l'exactitude du présent extrait. Toute reproduction, même certifiée, est sans "
                "valeur."
            ),
        ),
        references=(
            f"N° de gestion {case.year - 3}{case.one('A', 'B')}{case.number(5)}",
            f"Code de vérification : {case.number(10)}",
        ),
        signer="Le greffier",
        numbered=True,
        foot="FIN DE L'EXTRAIT",
    )


def _listing_of_statistics(case: Case) -> Paper:
    who = case.adult()
    _, code = case.desk.rng.choice(TRADES)
    return Paper(
        "PRO-IND",
        who.role,
        "INSEE",
        case.one("Situation au répertoire Sirene", "Certificat d'inscription au répertoire des entreprises"),
        (
            Text(f"À la date du {case.short(2, 60)}, l'entreprise désignée ci-dessous est active au répertoire."),
            Table(
                (
                    ("Description de l'entreprise", "depuis le " + case.short(300, 2000)),
                    ("Identifiant SIREN", case.home.siret[:11]),
                    ("Identifiant SIRET du siège", case.home.siret),
                    ("Dénomination", f"{who.civility.upper()} {who.full}"),
                    ("Catégorie juridique", "1000 – Entrepreneur individuel"),
                    ("Activité principale exercée (APE)", code),
                    ("Appartenance au champ de l'ESS", "Non"),
                ),
                (3, 4),
            ),
            Table(
                (
                    ("Description de l'établissement", "Actif"),
                    ("Adresse", case.home.rue[:44]),
                    ("Code postal et commune", case.home.ville),
                    ("Enseigne", ""),
                ),
                (3, 4),
            ),
            Text(
                "Important : à l'exception des informations relatives à l'identification de l'entreprise, les "
                "renseignements de ce document n'ont de valeur que statistique. Le code APE n'a pas de valeur "
                "juridique."
            ),
        ),
        lines=("Institut national de la statistique et des études économiques",),
    )


def _affiliation_of_micro_firm(case: Case) -> Paper:
    who = case.adult()
    trade, _ = case.desk.rng.choice(TRADES)
    return Paper(
        "PRO-IND",
        who.role,
        case.one("URSSAF", "Urssaf – Autoentrepreneur"),
        case.one("Attestation d'affiliation micro-entrepreneur", "Attestation fiscale et d'affiliation"),
        (
            Text(
                f"Nous attestons que {case.known(who)}, exerce depuis le {case.short(200, 2000)} une activité de "
                f"{trade} sous le régime micro-social (article L. 613-7 du code de la sécurité sociale)."
            ),
            Fields(
                (
                    ("Siret", case.home.siret),
                    ("Compte cotisant", case.number(18)),
                    ("Périodicité de déclaration", case.one("mensuelle", "trimestrielle")),
                    ("Chiffre d'affaires du dernier trimestre", case.sum(1500, 9000)),
                    ("Versement libératoire de l'impôt", case.one("oui", "non")),
                )
            ),
            Text(
                "Le statut ouvre droit à l'assurance maladie et à la retraite de base. L'absence de chiffre "
                "d'affaires pendant vingt-quatre mois entraîne la radiation. Le présent document peut être remis à un "
                "donneur d'ordre, à un bailleur ou à une banque."
            ),
            Text("Le compte est à jour de ses cotisations, sous réserve de vérification (article L. 243-15)."),
        ),
        lines=(case.address,),
        foot="Code de sécurité à contrôler en ligne par le destinataire. Document non contractuel.",
        signer=case.one("", "Le directeur"),
    )


def _record_of_national_register(case: Case) -> Paper:
    who = case.adult()
    trade, code = case.desk.rng.choice(TRADES)
    return Paper(
        "PRO-IND",
        who.role,
        case.one("INPI", "Registre national des entreprises"),
        case.one("Attestation d'immatriculation au RNE", "Fiche d'identité d'entreprise"),
        (
            Heading("Entrepreneur"),
            Fields(
                (
                    ("Prénoms et nom", f"{who.prenoms} {who.nom.upper()}"),
                    ("Mois et année de naissance", f"{who.naissance:%m/%Y}"),
                    ("Commune de résidence", case.commune.title()),
                    ("Qualité", "personne physique, exploitant en son nom propre"),
                )
            ),
            Heading("Entreprise"),
            Fields(
                (
                    ("Numéro unique d'identification", case.home.siret[:11]),
                    ("Inscription", f"enregistrée le {case.short(100, 600)}, aucune radiation"),
                    ("Métier déclaré", f"{trade} ({code})"),
                    ("Nature", case.one("artisanale réglementée", "commerciale non sédentaire", "libérale")),
                    ("Effectif", "0 salarié"),
                )
            ),
            Heading("Historique des formalités"),
            Table(
                (
                    ("Événement", "Guichet", "Effet"),
                    ("Création", "en ligne", case.short(600, 900)),
                    ("Transfert du siège", "en ligne", case.short(100, 500)),
                ),
                (3, 2, 2),
            ),
            Text(
                "Cette fiche réunit les informations inscrites au registre depuis le 1er janvier 2023, date à "
                "laquelle il a remplacé le répertoire des métiers et le registre des actifs agricoles. Les "
                "bénéficiaires effectifs et les comptes ne sont pas affichés."
            ),
            Text("Données mises à disposition du public ; leur exactitude relève du déclarant et du valideur."),
        ),
        lines=("Guichet des formalités des entreprises",),
        numbered=case.one("oui", "non") == "oui",
    )


def _title_of_crafts_chamber(case: Case) -> Paper:
    who = case.adult()
    trade, _ = case.desk.rng.choice(TRADES)
    return Paper(
        "PRO-IND",
        who.role,
        "CHAMBRE DE MÉTIERS ET DE L'ARTISANAT",
        case.one("Carte professionnelle d'artisan", "Extrait D1", "Titre d'artisan"),
        (
            Text(
                f"Le président de la chambre reconnaît à {case.named(who)}, {case.born(who)}, la qualité d'artisan "
                f"pour la profession de {trade}, exercée à {case.home.ville}."
            ),
            Text(
                "Les renseignements suivants sont ceux portés au répertoire au jour de la délivrance, d'après les "
                "formalités accomplies par l'exploitant."
            ),
            Fields(
                (
                    ("Numéro d'artisan", f"{case.home.siret[:11]} RM {case.home.ville[:2]}"),
                    ("Début d'exploitation", case.short(700, 4000)),
                    ("Conjoint collaborateur", "néant"),
                    ("Qualification", case.one("CAP obtenu en 2009", "expérience de trois ans", "brevet de maîtrise")),
                )
            ),
            *((Leaf(), Text(RENEWAL)) if case.some(0, 1) else ()),
        ),
        lines=("Centre de formalités – répertoire de l'artisanat",),
        signer="Le président de la chambre",
        seal=("CHAMBRE DE MÉTIERS", case.commune),
    )


def _affiliation_of_artist(case: Case) -> Paper:
    who = case.adult()
    branch = case.one("arts graphiques et plastiques", "écrits, musique et images", "photographie")
    return Paper(
        "PRO-ART",
        who.role,
        case.one("URSSAF LIMOUSIN", "LA MAISON DES ARTISTES", "AGESSA"),
        case.one("Attestation d'affiliation artiste-auteur", "Sécurité sociale des artistes-auteurs"),
        (
            Text(
                f"Nous certifions que {case.known(who)}, demeurant {case.address}, relève du régime de sécurité "
                f"sociale des artistes-auteurs, branche des {branch}, depuis le 1er janvier "
                f"{case.year - case.some(1, 12)}."
            ),
            Fields(
                (
                    ("Numéro d'ordre", f"{case.one('M', 'A')}{case.number(6)}"),
                    ("N° de sécurité sociale", case.nir(who)),
                    ("Assiette sociale de l'année", case.sum(6000, 22000)),
                    ("Dispense de précompte", case.one("oui", "non")),
                )
            ),
            Text(
                "Attestation produite en vue de l'attribution d'un logement-atelier. Elle est établie au vu des "
                "revenus artistiques déclarés et reste valable jusqu'au 31 décembre."
            ),
        ),
        lines=("Artistes-auteurs – articles L. 382-1 et R. 382-1 du code de la sécurité sociale",),
        signer=case.one("Le service affiliation", "Le directeur"),
    )


WRITERS: Writers = {
    "PRO-IND": to_learn(
        _extract_of_court,
        _listing_of_statistics,
        _record_of_national_register,
        _title_of_crafts_chamber,
        _affiliation_of_micro_firm,
    ),
    "PRO-ART": to_learn(_affiliation_of_artist),
}
