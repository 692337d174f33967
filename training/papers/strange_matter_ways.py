"""Papers of no type from offices, law and associations: what is learnt to be set aside."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Heading, Leaf, Paper, Table, Text
from training.papers.several import said, several
from training.papers.stray import stray
from training.papers.writers import Writer


def _jury(case: Case) -> Paper:
    return stray(
        case.one("Cour d'assises", "Mairie – tirage au sort", "Greffe de la cour d'appel"),
        case.one("Jury d'assises : information", "Liste préparatoire des jurés", "Vous avez été tiré au sort"),
        Text(f"{case.named(case.who)}, votre nom figure sur la liste préparatoire annuelle des jurés."),
        *several(
            case,
            1,
            "Les fonctions de juré sont obligatoires.",
            "Une indemnité journalière vous sera versée.",
            "Demandez une dispense en cas de motif grave.",
            "Remplissez le questionnaire joint.",
        ),
        letter=True,
    )


def _census(case: Case) -> Paper:
    return stray(
        case.one("Recensement de la population", "Mairie – agent recenseur", "Institut d'enquêtes"),
        case.one(
            "Vous êtes recensé", "Questionnaire de satisfaction", "Enquête sur vos déplacements", "Feuille de logement"
        ),
        Choices(
            (
                ("J'ai une voiture", case.some(0, 1) == 1),
                ("Je viens à pied", True),
                ("Plusieurs fois par semaine", False),
                ("Sans opinion", case.some(0, 1) == 1),
            )
        ),
        Text(
            said(
                case,
                "Vos réponses sont confidentielles.",
                "Répondez en ligne avec votre code.",
                "De 0 à 10, recommanderiez-vous ce service ?",
            )
        ),
    )


def _works_notice(case: Case) -> Paper:
    return stray(
        case.one("Direction de la voirie", "Réseau de bus du Val", "Gestionnaire du réseau"),
        case.one("Coupure d'eau", "Avis de travaux", "Arrêt de bus non desservi", "Interruption de courant"),
        Text(
            f"Le {case.ahead(2, 20)}, de 8 h à {case.some(11, 17)} h, "
            f"{case.home.rue.split(' ', 1)[1]} et rues voisines."
        ),
        Text(
            said(
                case,
                "Déviation par l'avenue de la Gare.",
                "Stationnement interdit des deux côtés.",
                "Laissez vos robinets fermés.",
                "Veuillez nous excuser pour la gêne.",
            )
        ),
    )


def _waste_calendar(case: Case) -> Paper:
    return stray(
        case.one("Communauté de communes", "Syndicat de collecte des ordures", "Déchèterie"),
        case.one("Calendrier de collecte", "Consignes de tri", "Carte d'accès à la déchèterie"),
        Table(
            (
                ("Bac", "Jour", "Fréquence"),
                ("Jaune", "mardi", "tous les 15 jours"),
                ("Ordures", case.one("lundi", "jeudi"), "chaque semaine"),
                ("Verre", "–", "point d'apport"),
            ),
            (1, 1, 2),
        ),
        Text(
            case.one(
                "Sortez vos bacs la veille au soir.", "Encombrants sur rendez-vous.", "Tous les emballages se trient."
            )
        ),
    )


def _allotment(case: Case) -> Paper:
    return stray(
        case.one("Jardins familiaux du Val", "Association des jardins ouvriers", "Box & Stockage"),
        case.one(
            "Convention de parcelle",
            "Règlement des jardins",
            "Contrat de location d'un box",
            "Cotisation de la parcelle",
        ),
        Text(
            f"Parcelle ou box n° {case.some(1, 90)}, mis à disposition de "
            f"{case.who.full} pour {case.sum(30, 600)} par an."
        ),
        *several(
            case,
            2,
            "Le bénéficiaire cultive lui-même ; la sous-location est interdite.",
            "Feux et barbecues proscrits.",
            "Accès par code de 7 h à 22 h.",
            "Matières dangereuses et denrées périssables interdites.",
            "Résiliation avec un mois de préavis.",
        ),
    )


def _statutes(case: Case) -> Paper:
    return stray(
        case.one("Association loi de 1901", "Les Amis du Vieux Moulin", "Cercle des boulistes"),
        case.one(
            "Statuts",
            "Récépissé de déclaration d'association",
            "Procès-verbal d'assemblée constitutive",
            "Règlement intérieur",
        ),
        *several(
            case,
            3,
            "Article 1 – Il est fondé entre les adhérents une association.",
            "Article 2 – Objet : promouvoir les arts et la convivialité.",
            "Article 5 – La cotisation est fixée par l'assemblée.",
            "Le bureau se compose d'un président, d'un trésorier et d'un secrétaire.",
            "Dissolution : l'actif est dévolu à une œuvre semblable.",
            "Siège social : salle des fêtes.",
        ),
        Leaf(),
        Text(case.one("Le président, le trésorier", "Approuvé à l'unanimité")),
    )


def _union(case: Case) -> Paper:
    return stray(
        case.one("Union syndicale du Val", "Section d'entreprise", "Comité social et économique"),
        case.one("Bulletin d'adhésion", "Chèques-vacances : barème", "Appel à la grève", "Billetterie du CSE"),
        *several(
            case,
            2,
            "Cotisation : 1 % du salaire net, crédit d'impôt 66 %.",
            "Parc d'attractions : 28 € au lieu de 42 €.",
            "Rassemblement à 10 h devant l'usine.",
            "Noël des enfants : spectacle et goûter.",
            "Pour nos salaires et nos conditions de travail.",
        ),
    )


def _petition(case: Case) -> Paper:
    return stray(
        case.one("Collectif des riverains", "Sauvons la poste", "Parents en colère"),
        case.one("Pétition", "Non à la fermeture", "Lettre ouverte"),
        Text(
            case.one(
                "Nous, soussignés, demandons le maintien de la classe.",
                "Contre l'antenne-relais, pour un débat public.",
                "Pour un passage piéton devant l'école.",
            )
        ),
        Table(
            (
                ("Nom", "Commune", "Signature"),
                *((case.third(), case.commune.title(), "") for _ in range(case.some(3, 7))),
            ),
            (2, 2, 1),
        ),
    )


def _lawyer_fees(case: Case) -> Paper:
    return stray(
        case.one(f"Maître {case.third()}, avocat", "Office notarial du Parvis", "Cabinet d'expertise comptable"),
        case.one(
            "Convention d'honoraires", "Note de frais et honoraires", "Demande de provision", "Mandat de représentation"
        ),
        *several(
            case,
            2,
            f"Honoraire forfaitaire : {case.sum(300, 2400)} hors taxes.",
            "Les débours et droits de plaidoirie sont en sus.",
            "Contestation : devant le bâtonnier de l'ordre.",
            "Temps passé : trois vacations.",
        ),
        signer="Lu et approuvé",
    )


def _account_opened(case: Case) -> Paper:
    return stray(
        case.one("Ne pas répondre", "Assistance numérique", "Votre compte en ligne"),
        case.one(
            "Bienvenue ! Activez votre compte",
            "Réinitialisation du mot de passe",
            "Votre code Wi-Fi",
            "Conditions générales d'utilisation",
        ),
        Text(f"Identifiant : {case.home.courriel}"),
        *several(
            case,
            1,
            f"Votre code à usage unique : {case.number(6)}. Ne le communiquez à personne.",
            "Cliquez sur le lien pour confirmer votre adresse.",
            "Nous utilisons des cookies pour améliorer nos services.",
            "L'utilisateur s'engage à ne pas diffuser de contenu illicite.",
        ),
    )


def _hairdresser(case: Case) -> Paper:
    return stray(
        case.one("Salon Coup de Peigne", "Institut Douceur", "Pressing du Centre"),
        case.one("Nos tarifs", "Carte de fidélité", "Bon cadeau", "Ticket de dépôt"),
        Table(
            (
                ("Prestation", "Prix"),
                (case.one("Coupe femme", "Manteau"), case.sum(15, 40)),
                (case.one("Barbe", "Chemise"), case.sum(3, 18)),
                (case.one("Couleur", "Couette"), case.sum(14, 60)),
            ),
            (3, 1),
        ),
        Text(case.one("Fermé le lundi.", "La dixième visite est offerte.", "Sur rendez-vous.")),
    )


def _software_course(case: Case) -> Paper:
    return stray(
        case.one("Atelier numérique", "Support de formation", "Espace public internet"),
        case.one(
            "Le tableur pas à pas", "Fiche pratique : créer un courriel", "Gestes de premiers secours", "Module 2"
        ),
        Heading(case.one("Objectifs", "À retenir")),
        *several(
            case,
            3,
            "Sélectionnez la cellule A1 puis saisissez =SOMME(B1:B9).",
            "Alerter : composez le 15, le 18 ou le 112.",
            "Enregistrez votre fichier dans le bon dossier.",
            "Placez la victime en position latérale de sécurité.",
            "Un bon mot de passe compte douze caractères.",
        ),
    )


STRANGE_WAYS: tuple[Writer, ...] = (
    _jury,
    _census,
    _works_notice,
    _waste_calendar,
    _allotment,
    _statutes,
    _union,
    _petition,
    _lawyer_fees,
    _account_opened,
    _hairdresser,
    _software_course,
)
