"""Stray papers, still more: from a fishing licence to a quote for a funeral."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Table, Text
from training.papers.stray import stray
from training.papers.wording import texts
from training.papers.writers import Writer


def _fishing_licence(case: Case) -> Paper:
    return stray(
        "FÉDÉRATION DE PÊCHE",
        f"Carte de pêche {case.year} – personne majeure",
        Fields(
            (
                ("Titulaire", case.adult().full),
                ("Association agréée", f"La Gaule de {case.commune.title()}"),
                ("Cotisation milieu aquatique", "38,70 €"),
                ("N° de carte", case.number(12)),
            )
        ),
        Text(
            "Première et deuxième catégories, tous modes. Quota : dix salmonidés par jour, brochet de 60 cm au moins."
        ),
        Text(
            "Ouverture de la truite du deuxième samedi de mars au troisième de septembre. Quatre lignes au plus "
            "en seconde catégorie, une seule ailleurs. La pêche de nuit de la carpe est permise sur les lots balisés."
        ),
        Text("À présenter à toute réquisition d'un garde-pêche avec une pièce d'identité."),
    )


def _crossword(case: Case) -> Paper:
    across = ("Se lève tôt. Petit patron.", "Font la paire. Cours d'Italie.", "Suit le maître. Mis au courant.")
    return stray(
        case.one("JEUX D'ÉTÉ", "MOTS & MÉNINGES"),
        f"Mots croisés n° {case.number(3)}",
        Table((("", *(str(n) for n in range(1, 10))), *((row, *("",) * 9) for row in "ABCDEFGH")), (1,) * 10),
        Heading("Horizontalement"),
        *texts(*(f"{row}. {case.one(*across)}" for row in "ABCDE")),
        Heading("Verticalement"),
        *texts(*(f"{row}. {case.one('Abîmé', 'Il aime les noix', 'Note', 'Chef-lieu')}." for row in "12345")),
        Text("Solution page 31. Force 3. Sudoku au verso."),
    )


def _restaurant_bill(case: Case) -> Paper:
    rows = [(dish, case.sum(4, 26)) for dish in ("2 menus du jour", "1 entrecôte", "2 cafés", "1 pichet de rosé")]
    return stray(
        case.one("AUBERGE DU CANAL", "CHEZ NÉNETTE"),
        f"Table {case.some(1, 30)} – {case.some(1, 6)} couverts",
        Table((("Consommation", "Prix"), *rows, ("Service compris", case.sum(40, 120))), (3, 1)),
        Text(
            "Formule du midi servie jusqu'à 14 h 30 : entrée, plat, fromage ou dessert. Terrasse au bord de l'eau, "
            "banquets, mariages et communions sur commande. Chiens acceptés. Pourboire laissé à votre appréciation."
        ),
        Text("Merci de votre visite et à bientôt ! Prix nets. Réglé par carte sans contact. TVA 10 % et 20 %."),
        lines=(case.home.world.villes[0],),
    )


def _flight(case: Case) -> Paper:
    towns = case.desk.rng.sample(("Dakar", "Tunis", "Nantes", "Lisbonne", "Alger"), 2)
    return stray(
        "AÉROLIENNE",
        "Itinéraire et reçu du billet électronique",
        Fields((("Passager", case.adult().full), ("Dossier", "XQ" + case.number(4)), ("Bagage", "1 × 23 kg"))),
        Table(
            (
                ("Vol", "De", "À", "Départ"),
                (f"AE {case.number(3)}", towns[0], towns[1], case.ahead(9, 60)),
                (f"AE {case.number(3)}", towns[1], towns[0], case.ahead(61, 90)),
            ),
            (1, 1.2, 1.2, 1.2),
        ),
        Text("Enregistrement en ligne dès 30 heures avant. Limite à l'aéroport : 60 minutes. Passeport obligatoire."),
        Text("La convention de Montréal limite la responsabilité du transporteur en cas de perte ou de retard."),
    )


def _knitting(case: Case) -> Paper:
    return stray(
        "FIL ET LAINE",
        case.one("Gilet bébé au point mousse", "Bonnet torsadé", "Écharpe à côtes"),
        Text(f"Fournitures : {case.some(2, 6)} pelotes coloris écru, aiguilles n° 3,5, deux boutons.", bold=True),
        *texts(
            f"Dos : monter {case.some(60, 90)} mailles. Tricoter 4 cm en côtes 1/1 puis en jersey endroit.",
            "Emmanchures : à 16 cm de hauteur totale, rabattre de chaque côté tous les 2 rangs 3 m., 2 m., 1 m.",
            "Devant droit : travailler en vis-à-vis. Former l'encolure en rabattant 6 m. puis 2 fois 2 m.",
            "Finitions : coudre les épaules, relever les mailles du col, entrer les fils à l'aiguille à laine.",
        ),
        subtitle="Taille 3 mois (6 mois) – 12 mois",
    )


def _funeral_quote(case: Case) -> Paper:
    rows = [(act, case.sum(80, 900)) for act in ("Cercueil chêne", "Corbillard", "Porteurs", "Fleurs", "Crémation")]
    return stray(
        case.one("POMPES FUNÈBRES DE L'ORNE", "MARBRERIE SAINT-JEAN"),
        "Devis d'obsèques",
        Text(f"Organisation des funérailles à la demande de {case.named(case.who)}."),
        Table((("Prestation courante", "TTC"), *rows, ("Frais avancés : vacation, culte", "145,00 €")), (3, 1)),
        Leaf(),
        Heading("Conditions générales"),
        *texts(
            "Les soins de conservation ne sont pas obligatoires. Le client choisit librement l'opérateur funéraire.",
            "Habilitation préfectorale. Paiement comptant ou prélevé sur le compte du défunt dans la limite légale.",
        ),
        signer="Le conseiller funéraire",
    )


def _roadworthiness(case: Case) -> Paper:
    return stray(
        "CONTRÔLE AUTO ESTRAC",
        "Procès-verbal de contrôle technique périodique",
        Fields(
            (
                ("Résultat", case.one("A – favorable", "S – contre-visite")),
                ("Échéance", case.ahead(60, 700)),
                ("Kilométrage relevé", case.number(6)),
                ("Énergie", case.one("GO", "ES")),
                ("Contrôleur", case.third()),
            )
        ),
        Heading("Défaillances constatées"),
        Table((("Point", "Gravité"), ("Freins", "mineure"), ("Feux", "majeure"), ("Pneus", "mineure")), (3, 1)),
        Text(
            "Une contre-visite est obligatoire sous deux mois lorsqu'une défaillance majeure est relevée. Les points "
            "contrôlés portent sur l'identification, la direction, la visibilité, les essieux, les roues, "
            "le châssis et les nuisances. Voie de recours : réseau de rattachement du centre."
        ),
        Text("Opacité des fumées : 0,41 m-1. Dissymétrie de freinage avant : 6 %. Ripage : 2 m/km. Vignette apposée."),
        numbered=True,
    )


def _flea_market(case: Case) -> Paper:
    return stray(
        f"AMICALE LAÏQUE DE {case.commune}",
        "Vide-grenier de printemps : bulletin d'inscription",
        Filled((("Nom", case.who.nom), ("Mètres réservés", str(case.some(2, 8))), ("Objets vendus", "jouets"))),
        Choices(
            (("Particulier (2 ventes par an au plus)", True), ("Professionnel", False), ("Véhicule sur place", False))
        ),
        Text(
            "Règlement : chaque exposant tient son emplacement propre et remporte ses invendus. La vente d'armes, "
            "d'animaux et de copies est interdite. Les emplacements libres à 9 h sont redistribués. L'amicale décline "
            "toute responsabilité en cas de vol. Les bénéfices financent le voyage des grands au bord de la mer."
        ),
        Text("Installation de 6 h à 8 h. Buvette, frites, manège. Chèque de 3 € le mètre, non remboursé s'il pleut."),
        signer="L'exposant",
    )


def _museum(case: Case) -> Paper:
    return stray(
        f"MUSÉE DE LA MARINE DE {case.commune}",
        "Guide du visiteur",
        Heading("Rez-de-chaussée : les maquettes"),
        *texts(
            "Vaisseaux du roi, goélettes de Terre-Neuve, instruments de navigation offerts par l'amiral.",
            "À l'étage, les peintres voyageurs : aquarelles, cartes, carnets de bord, figures de proue du XIXe siècle.",
        ),
        Table((("Visite", "Horaires"), ("Libre", "10 h – 18 h"), ("Commentée", "15 h"), ("Atelier", "14 h")), (1, 1)),
        Text("Photographies sans flash. Poussettes et sacs au vestiaire. Fermé le mardi."),
    )


KINDS: tuple[Writer, ...] = (
    *(_fishing_licence, _crossword, _restaurant_bill, _flight, _knitting, _funeral_quote, _roadworthiness),
    *(_flea_market, _museum),
)
