"""Papers of no type from shops, school and work: what is learnt to be set aside."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Paper, Text
from training.papers.several import drawn, said, several
from training.papers.stray import stray
from training.papers.writers import Writer


def _appliance_manual(case: Case) -> Paper:
    return stray(
        case.one("LAVANOR", "Électroménager Duclair", "Cuisival"),
        case.one(
            "Notice d'utilisation", "Mode d'emploi du lave-linge", "Guide de démarrage rapide", "Consignes de sécurité"
        ),
        *several(
            case,
            4,
            "1. Ôtez les vis de transport avant la première mise en marche.",
            "2. Raccordez le tuyau de vidange à une hauteur de 60 cm.",
            "Nettoyez le filtre une fois par mois.",
            "N'introduisez pas d'objet métallique dans le tambour.",
            "Code E18 : vérifiez l'arrivée d'eau.",
            "Programme coton 60° : 2 h 40 ; express : 30 min.",
        ),
        numbered=True,
    )


def _guarantee(case: Case) -> Paper:
    return stray(
        case.one("Service après-vente", "Magasin Électro-Centre", "Garantie fabricant"),
        case.one("Bon de garantie", "Extension de garantie 5 ans", "Certificat de garantie"),
        Fields(
            (
                ("Appareil", case.one("réfrigérateur", "téléviseur 108 cm", "aspirateur")),
                ("N° de série", case.number(12)),
                ("Acheté le", case.short(20, 600)),
                ("Prix", case.sum(90, 900)),
            )
        ),
        Text(
            said(
                case,
                "Pièces et main-d'œuvre comprises.",
                "Conservez votre ticket de caisse.",
                "La garantie légale de conformité s'applique.",
            )
        ),
    )


def _parcel_notice(case: Case) -> Paper:
    return stray(
        case.one("Colis Rapide", "Relais du Centre", "Messagerie du Val"),
        case.one("Avis de passage", "Votre colis vous attend", "Bordereau de retour", "Étiquette retour"),
        Text(f"{case.who.full}, {case.home.rue}"),
        Fields(
            (
                ("N° de suivi", f"8R{case.number(11)}"),
                ("Poids", f"{case.some(1, 19)} kg"),
                ("À retirer avant le", case.ahead(7, 15)),
            )
        ),
        Text(
            case.one(
                "Présentez-vous muni d'une pièce d'identité.",
                "Collez cette étiquette sur l'emballage.",
                "Nous sommes passés en votre absence.",
            )
        ),
    )


def _overdue_books(case: Case) -> Paper:
    return stray(
        case.one("Médiathèque municipale", "Bibliothèque du Lavoir", "Ludothèque"),
        case.one("Rappel : documents en retard", "Deuxième rappel", "Reçu de prêt"),
        *several(
            case,
            2,
            "Le Jardin des secrets – à rendre",
            "Atlas des oiseaux – en retard de 21 jours",
            "DVD : Les Vallées – réservé par un autre lecteur",
            "Bande dessinée, tome 4",
        ),
        Text(
            f"Carte de lecteur n° {case.number(6)}. {case.one('Pénalité : 0,10 € par jour.', 'Le prêt est suspendu.')}"
        ),
    )


def _till_receipt(case: Case) -> Paper:
    goods = drawn(
        case,
        5,
        "LAIT 1L",
        "PAIN COMPLET",
        "TOMATES VRAC",
        "COUCHES T4",
        "YAOURT X8",
        "RIZ 1KG",
        "HUILE 75CL",
        "CAFE MOULU",
        "LESSIVE",
    )
    return stray(
        case.one("SUPER FRAIS", "EPICERIE DU PONT", "DROGUERIE MODERNE"),
        case.one("Ticket de caisse", "Duplicata de ticket", "Merci de votre visite"),
        *(Text(f"{each} {case.some(0, 9)},{case.number(2)}") for each in goods),
        Text(
            f"TOTAL {len(goods)} ART. {case.sum(9, 60)} – CB – {case.short(1, 30)} "
            f"18:{case.some(10, 59)} – caisse {case.some(1, 9)}",
            bold=True,
        ),
    )


def _hotel_booking(case: Case) -> Paper:
    return stray(
        case.one("Hôtel de la Plage", "Séjours & Co", "Camping Les Flots", "Gîtes du Haut-Pays"),
        case.one("Confirmation de réservation", "Bon d'échange (voucher)", "Votre séjour est réservé"),
        Fields(
            (
                ("Voyageur", case.who.full),
                ("Arrivée", case.ahead(20, 60)),
                ("Nuits", str(case.some(2, 14))),
                ("Total", case.sum(120, 1400)),
            )
        ),
        *several(
            case,
            1,
            "Arrivée à partir de 15 h, départ avant 10 h.",
            "Petit déjeuner inclus, animaux admis avec supplément.",
            "Annulation gratuite jusqu'à 48 heures avant l'arrivée.",
            "Taxe de séjour non comprise.",
        ),
    )


def _school_outing(case: Case) -> Paper:
    return stray(
        case.one("École maternelle du Lavoir", "Groupe scolaire Jean-Macé", "Centre aéré"),
        case.one("Autorisation de sortie", "Sortie à la ferme", "Mot aux parents", "Classe verte"),
        Text(case.one("Chers parents,", "Madame, Monsieur,")),
        *several(
            case,
            1,
            "La classe se rendra à la ferme pédagogique. Prévoir un pique-nique et des bottes.",
            "Une participation de 6 € est demandée.",
            "Nous cherchons deux accompagnateurs.",
            "Départ en car à 8 h 45, retour à 16 h.",
        ),
        Choices((("J'autorise mon enfant à participer", True), ("Je peux accompagner", case.some(0, 1) == 1))),
    )


def _school_supplies(case: Case) -> Paper:
    return stray(
        case.one("Collège des Forges", "École du Lavoir", "Vie scolaire"),
        case.one("Liste de fournitures", "Rentrée : matériel demandé", "Fournitures classe de 6e"),
        *several(
            case,
            4,
            "2 cahiers 24x32, grands carreaux, 96 pages",
            "1 compas, 1 équerre, 1 rapporteur",
            "1 blouse en coton",
            "Pochettes de feuilles à dessin",
            "Clé USB 8 Go",
            "Stylos bleu, rouge, vert",
            "Un agenda, un dictionnaire de poche",
        ),
    )


def _parents_meeting(case: Case) -> Paper:
    return stray(
        case.one("Association de parents d'élèves", "Collège des Forges", "Lycée du Val"),
        case.one(
            "Réunion parents-professeurs",
            "Élections des parents",
            "Compte rendu du conseil de classe",
            "Kermesse de l'école",
        ),
        *several(
            case,
            2,
            f"Rendez-vous le {case.ahead(4, 30)} à 17 h 30, salle polyvalente.",
            "Un créneau de dix minutes par enseignant.",
            "Apportez gâteaux et boissons.",
            "Ambiance de classe : bavardages, mais bon travail.",
            "Tombola : premier lot, un vélo.",
        ),
    )


def _job_advertisement(case: Case) -> Paper:
    return stray(
        case.one(*case.home.world.employeurs, "Petites annonces", "Emplois saisonniers"),
        case.one("Offre d'emploi", "On recrute !", f"Recherche {case.home.metier.lower()}", "Forum de l'emploi"),
        *several(
            case,
            2,
            "Débutants acceptés, formation assurée.",
            "Envoyez CV et lettre avant la fin du mois.",
            "35 h, salaire selon profil, panier repas.",
            "Qualités : rigueur et bonne humeur.",
            "Dix postes à pourvoir.",
        ),
    )


def _homework(case: Case) -> Paper:
    return stray(
        case.one("Mathématiques – 4e B", "Contrôle n° 3", "Fiche d'exercices"),
        case.one("Exercices", "Devoir à la maison", "Le théorème de Pythagore", "Dictée"),
        *several(
            case,
            3,
            "Calcule l'aire d'un rectangle de 7 cm sur 12 cm.",
            "Conjugue au passé simple : venir, prendre, voir.",
            "Un train part à 8 h 12 et roule à 90 km/h. À quelle heure arrive-t-il ?",
            "Développe puis réduis (2x + 3)(x - 5).",
            "Place sur la carte les fleuves français.",
        ),
        Text(case.one("Note : 13/20. Des progrès.", "Barème sur 10 points.", "Calculatrice interdite.")),
    )


STRANGE_WAYS: tuple[Writer, ...] = (
    _appliance_manual,
    _guarantee,
    _parcel_notice,
    _overdue_books,
    _till_receipt,
    _hotel_booking,
    _school_outing,
    _school_supplies,
    _parents_meeting,
    _job_advertisement,
    _homework,
)
