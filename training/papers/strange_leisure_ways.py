"""Papers of no type from leisure and feasts: what is learnt to be set aside."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.several import said, several
from training.papers.stray import stray
from training.papers.writers import Writer


def _cinema(case: Case) -> Paper:
    films = ("La Dernière Marée", "Mon oncle d'Oran", "Le Petit Renard", "Nuit blanche", "Les Vendanges")
    return stray(
        case.one("Cinéma Le Rex", "Ciné-club du foyer", "Salle Arts et Essai"),
        case.one("Programme de la semaine", "À l'affiche", "Séances du mercredi au mardi"),
        Table(
            (
                ("Film", "Mer", "Sam", "Dim"),
                *((film, "14 h 30", f"{case.some(16, 21)} h", case.one("18 h", "11 h", "–")) for film in films),
            ),
            (3, 1, 1, 1),
        ),
        Text(case.one("Plein tarif 8 €, réduit 6 €, moins de 14 ans 4 €.", "VO sous-titrée. Débat après la séance.")),
    )


def _music_lessons(case: Case) -> Paper:
    return stray(
        case.one("Conservatoire municipal", "École de musique", "Chorale du Val"),
        case.one("Bulletin d'inscription", "Tarifs des cours", "Audition de fin d'année"),
        Fields(
            (
                ("Élève", case.who.full),
                ("Instrument", case.one("piano", "guitare", "flûte", "batterie")),
                ("Cours", f"{case.one('mardi', 'mercredi')} {case.some(14, 18)} h"),
                ("Droit annuel", case.sum(90, 420)),
            )
        ),
        Text(case.one("Location d'instrument possible.", "Solfège obligatoire en premier cycle.")),
    )


def _swimming(case: Case) -> Paper:
    return stray(
        case.one("Piscine intercommunale", "Club nautique", "Service des sports"),
        case.one(
            "Brevet de natation",
            "Attestation du savoir-nager",
            "Horaires d'ouverture du bassin",
            "Diplôme des 50 mètres",
        ),
        Text(f"{case.one('Délivré à', 'Nageur :')} {(case.child() or case.who).full}"),
        *several(
            case,
            1,
            "Saut, 50 mètres nage libre, immersion.",
            "Bonnet obligatoire, shorts interdits.",
            "Fermeture pour vidange du 5 au 18.",
            "Maître-nageur : brevet d'État.",
        ),
    )


def _garden(case: Case) -> Paper:
    return stray(
        case.one("Graines du Plateau", "Pépinières Vauclair", "Almanach du jardinier"),
        case.one(
            "Catalogue de semences", "Calendrier lunaire du potager", "Travaux du mois", "Bon de commande – plants"
        ),
        *several(
            case,
            3,
            "Semez les radis en lune montante.",
            "Tomate cœur de bœuf, sachet de 40 graines, 3,20 €.",
            "Taillez les rosiers après les gelées.",
            "Purin d'ortie dilué à 10 % contre les pucerons.",
            "Repiquez les poireaux à 12 cm.",
            "Dahlias en mélange, 5 bulbes.",
        ),
    )


def _board_game(case: Case) -> Paper:
    return stray(
        case.one("Jeux de l'Oie Bleue", "Club d'échecs", "Maison des jeux"),
        case.one("Règle du jeu", "Feuille de partie", "But du jeu", "Classement du tournoi"),
        *several(
            case,
            3,
            "Chaque joueur reçoit cinq cartes et pioche à son tour.",
            "Le premier arrivé à 100 points gagne.",
            "1. e4 e5 2. Cf3 Cc6 3. Fb5 a6",
            "Un double six permet de rejouer.",
            "Matériel : un plateau, deux dés, quarante pions.",
        ),
    )


def _poem(case: Case) -> Paper:
    return stray(
        case.one("Atelier d'écriture", "Cahier de récitations", "Textes de l'atelier"),
        case.one("Poème", "Le vieux pont", "Octobre", "Chanson pour Lina"),
        *several(
            case,
            4,
            "Le vent du soir emporte les feuilles rousses,",
            "Et l'eau s'en va, muette, sous les roseaux.",
            "Reviens, disait la lampe à la fenêtre,",
            "J'ai gardé l'odeur du pain de ma grand-mère.",
            "Un merle siffle au bord du toit mouillé,",
            "Demain la neige effacera nos pas.",
        ),
    )


def _wedding_invitation(case: Case) -> Paper:
    return stray(
        case.one("Nous nous marions", "Faire-part", "Save the date"),
        case.one("Invitation", "Vous êtes invités", f"{case.who.prenom} et {case.third().split()[0]}"),
        *several(
            case,
            2,
            "seraient heureux de vous compter parmi eux pour leur mariage.",
            "Vin d'honneur à 17 h, dîner et bal au domaine des Peupliers.",
            "Réponse souhaitée avant le premier du mois.",
            "Une liste de cadeaux est ouverte.",
            "Tenue claire, enfants bienvenus.",
        ),
    )


def _birth_card(case: Case) -> Paper:
    return stray(
        case.one("Faire-part de naissance", "Bienvenue !", "Carnet rose"),
        case.one(
            "Il est là",
            f"{case.one('Lina', 'Noa', 'Aya', 'Tom')} a montré le bout de son nez",
            "Une petite fille est née",
        ),
        Text(
            f"{case.some(2, 4)},{case.number(3)} kg et {case.some(45, 54)} cm de bonheur, depuis le {case.long(2, 60)}."
        ),
        Text(
            said(
                case,
                "Ses grands frères sont fous de joie.",
                "Maman et bébé se portent bien.",
                "Merci pour vos cadeaux.",
                "Visites à la maison dès samedi.",
            )
        ),
    )


def _condolences(case: Case) -> Paper:
    return stray(
        case.one("Remerciements", "Carnet du jour", "Messe de quarantaine"),
        case.one("Merci", "Avis d'obsèques", "In memoriam", "Souvenir"),
        *several(
            case,
            2,
            "La famille, très touchée par vos marques de sympathie, vous remercie.",
            "Ni fleurs ni couronnes.",
            "Une pensée pour son époux, disparu voilà dix ans.",
            "La cérémonie a eu lieu dans l'intimité.",
        ),
    )


def _neighbours_feast(case: Case) -> Paper:
    return stray(
        case.one("Comité de quartier", "Amicale de la résidence", "Vos voisins du 3e"),
        case.one("Fête des voisins", "Vide-dressing et goûter", "Repas de quartier", "Carnaval des enfants"),
        *several(
            case,
            2,
            "Chacun apporte un plat à partager.",
            "Rendez-vous dans la cour à 19 h.",
            "Repli dans le hall en cas de pluie.",
            "Musique jusqu'à minuit.",
            "Inscription dans la boîte aux lettres de la loge.",
        ),
    )


def _baptism(case: Case) -> Paper:
    return stray(
        case.one("Paroisse Saint-Évreux", "Diocèse – registres", "Presbytère"),
        case.one("Certificat de baptême", "Extrait du registre des baptêmes", "Préparation au baptême"),
        Text(
            f"{case.who.full}, {case.born(case.who)}, a reçu le baptême ; parrain : "
            f"{case.third()} ; marraine : {case.third()}."
        ),
        Text(said(case, "Confirmation : voir au verso.", "Mention marginale : néant.", "Le curé de la paroisse.")),
        signer=case.one("L'abbé", "Le secrétariat"),
    )


def _weather(case: Case) -> Paper:
    return stray(
        case.one("Bulletin météo", "Prévisions du Val", "Vigilance départementale"),
        case.one("Prévisions à sept jours", "Vigilance orange : orages", "Le temps demain"),
        Table(
            (
                ("Jour", "Matin", "Après-midi", "Vent"),
                *(
                    (day, f"{case.some(-2, 14)}°", f"{case.some(8, 33)}°", f"{case.some(5, 80)} km/h")
                    for day in ("Lundi", "Mardi", "Mercredi")
                ),
            ),
            (2, 1, 1, 1),
        ),
        Text(
            case.one("Averses en soirée, grêle possible.", "Retour du soleil par l'ouest.", "Limitez vos déplacements.")
        ),
    )


STRANGE_WAYS: tuple[Writer, ...] = (
    _cinema,
    _music_lessons,
    _swimming,
    _garden,
    _board_game,
    _poem,
    _wedding_invitation,
    _birth_card,
    _condolences,
    _neighbours_feast,
    _baptism,
    _weather,
)
