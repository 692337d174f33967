"""More ways in which employers move people: private firms, ministries, armies, hospitals, mails of human resources."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.several import several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

MOVE = "MOT-MUT"
NOTES = (
    "La distance entre les deux résidences ne permet pas un trajet quotidien.",
    "L'intéressé(e) doit donc se loger à proximité de sa nouvelle affectation.",
    "La mutation est définitive et à durée indéterminée.",
    "Les frais de déménagement sont remboursés sur factures.",
    "Temps plein, horaires décalés.",
    "Le présent document est remis pour faire valoir une demande de logement.",
)


def _amendment_of_firm(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        MOVE,
        who.role,
        case.home.employeur,
        case.one(
            "Avenant au contrat de travail : mobilité",
            "Lettre de mutation",
            "Votre mobilité géographique",
            "Changement de lieu de travail",
            "Attestation de mobilité",
        ),
        (
            *texts(
                f"{who.civility} {who.nom.upper()},",
                f"{case.one('Suite à nos entretiens', 'Comme convenu', 'Dans le cadre de la réorganisation')}, "
                f"nous vous confirmons votre {case.one('mutation', 'transfert', 'changement de site')} de notre "
                f"établissement de {case.commune} vers celui de {case.one(*case.home.world.villes).split(' ', 1)[1]}, "
                f"avec effet au {case.ahead(20, 120)}, dans vos fonctions : {case.home.metier}.",
            ),
            *several(
                case,
                2,
                "Votre ancienneté et votre rémunération sont conservées ; une prime de déménagement vous sera versée.",
                "Cette mobilité s'inscrit dans la clause prévue à votre contrat ; réponse attendue sous un mois.",
                "Action Logement peut vous aider (Mobili-Pass) à trouver un logement près du nouveau site.",
                "Un congé de deux jours pour déménagement vous est accordé.",
            ),
            *several(case, 0, *NOTES),
        ),
        letter=who is case.who,
        references=(f"SIRET {case.home.siret}",),
        signer=case.one("La direction des ressources humaines", "Le gérant", "La DRH"),
    )


def _order_of_ministry(case: Case) -> Paper:
    who = case.who
    return Paper(
        MOVE,
        who.role,
        case.one("MINISTERE DE L'INTERIEUR", "RECTORAT", "DIRECTION DES FINANCES PUBLIQUES", "MINISTERE DE LA JUSTICE"),
        case.one(
            "Arrêté", "Arrêté portant mutation", "Arrêté d'affectation", "Extrait d'arrêté collectif de mutations"
        ),
        (
            *texts(
                case.one("Vu le code général de la fonction publique ;", "Vu la loi n° 84-16 du 11 janvier 1984 ;"),
                case.one("Vu la demande de l'intéressé(e) ;", "Vu l'avis de la CAP ;", "Vu les lignes de gestion ;"),
                "ARRETE",
                f"Article 1 : {case.known(who)}, {case.one('secrétaire', 'professeur', 'agent')}, "
                f"est {who.gendered('mutée', 'muté')}, {case.one('sur sa demande', 'au titre du mouvement')}, "
                f"à {case.commune}, à compter du {case.ahead(20, 150)}.",
            ),
            *several(
                case,
                1,
                "Article 2 : l'intéressé(e) peut obtenir le remboursement de ses frais de changement de résidence.",
                "Article 2 : le présent arrêté peut être déféré au tribunal administratif sous deux mois.",
                "Ampliation : dossier, trésorier, agent.",
            ),
            *several(case, 0, *NOTES),
        ),
        references=(f"N° {case.number(4)}-{case.year}",),
        signer=case.one("Pour le ministre et par délégation", "La rectrice", "Le chef de bureau"),
    )


def _posting_of_army(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        MOVE,
        who.role,
        case.one("MINISTERE DES ARMEES", "GENDARMERIE - REGION EST", "BASE DE DEFENSE", "SDIS 57"),
        case.one(
            "Ordre de mutation", "Ordre d'affectation", "Fiche de mutation", "Avis de mutation", "Feuille de route"
        ),
        (
            Fields(
                (
                    (
                        case.one("Personnel", "Nom, grade", "Administré"),
                        f"{who.full} - {case.one('SGT', 'CPL', 'ADJ')}",
                    ),
                    (case.one("NIA", "Matricule", "Identifiant défense"), case.number(10)),
                    (case.one("Unité perdante", "Formation quittée"), case.one("1er RT", "BA 133", "EM Metz")),
                    (case.one("Unité gagnante", "Affecté(e) à"), case.commune),
                    (case.one("Date de prise d'effet", "A compter du"), case.ahead(20, 160)),
                    ("Famille", f"{len(case.home.adults)} adulte(s), {len(case.home.enfants)} enfant(s)"),
                )
            ),
            *several(
                case,
                1,
                "Mutation avec changement de résidence ouvrant droit à l'indemnité pour charges militaires.",
                "Le bureau logement de la garnison est saisi ; le ménage est ayant droit.",
                "L'intéressé rejoindra son poste muni du présent ordre.",
            ),
            *several(case, 0, *NOTES),
        ),
        signer=case.one("Le chef de corps", "Le bureau mobilité"),
    )


def _mail_of_human_resources(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        MOVE,
        who.role,
        case.one("Portail RH", "Messagerie professionnelle", "RH Infos", case.home.employeur),
        case.one(
            "TR: Confirmation de mutation",
            "Votre nouvelle affectation",
            "Mouvement interne validé",
            "Résultat de mutation",
        ),
        (
            *texts(
                f"De : service RH - À : {who.prenom.lower()}@example.org - Le {case.short(3, 60)}",
                f"Bonjour {who.prenom},",
                case.one(
                    f"votre demande de mobilité vers {case.commune} est acceptée, prise de poste le {case.ahead()}.",
                    f"nous t'attendons à l'agence de {case.commune} dès le {case.ahead()} : ta mutation est signée.",
                    f"vous êtes affecté(e) au site de {case.commune} à dater du {case.ahead()} (décision jointe).",
                ),
            ),
            *several(
                case,
                1,
                "Pensez à chercher un logement sur place.",
                "Ce message vaut attestation.",
                "Contact mobilité : poste 4512.",
                "Aucune période probatoire n'est prévue.",
            ),
            *several(case, 0, *NOTES),
        ),
        foot=case.one("", f"https://rh.example.org/mobilite/{case.number(6)}"),
    )


def _certificate_of_hospital_or_town(case: Case) -> Paper:
    who = case.who
    return Paper(
        MOVE,
        who.role,
        case.one("CENTRE HOSPITALIER", "COMMUNAUTE DE COMMUNES", "CONSEIL REGIONAL", "ENTREPRISE PUBLIQUE"),
        case.one("Attestation de l'employeur", "Décision", "Décision n° " + case.number(4), "Certificat de mutation"),
        (
            Text(
                f"{case.one('Le directeur', 'La présidente', 'Le service RH')} certifie que {case.known(who)}, "
                f"{case.one('titulaire', 'agent', 'salarié')}, {case.one('rejoindra', 'est affecté dans', 'intègre')} "
                f"{case.one('nos services', 'le nouvel établissement')} de {case.commune} "
                f"{case.one('par voie de mutation', 'par mutation externe', 'à la suite de sa mutation')} le "
                f"{case.ahead(15, 120)}."
            ),
            Table(
                (
                    ("Situation", "Lieu"),
                    ("Ancienne affectation", case.one("siège", "antenne nord")),
                    ("Nouvelle affectation", case.commune),
                ),
                (1, 1),
            ),
            *several(
                case,
                1,
                "Un logement proche du poste est indispensable (astreintes).",
                "Délivré pour le dossier de demande de logement.",
                "La résidence administrative est modifiée en conséquence.",
            ),
            *several(case, 0, *NOTES),
        ),
        signer=case.one("Le directeur", "La responsable du personnel"),
        seal=("DIRECTION", case.commune),
    )


WRITERS: Writers = {
    MOVE: to_learn(
        _amendment_of_firm,
        _order_of_ministry,
        _posting_of_army,
        _mail_of_human_resources,
        _certificate_of_hospital_or_town,
    ),
}
