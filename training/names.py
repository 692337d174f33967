"""Invented names of people, streets, towns and firms: a pool to build with, one to tune on, one to measure with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from training.fonts import Family


@dataclass(frozen=True, slots=True)
class World:
    """What surrounds a household. ``villes`` bear their postcode; ``tiers``: officers, lawyers, hosts, signatories."""

    rues: tuple[str, ...]
    villes: tuple[str, ...]
    employeurs: tuple[str, ...]
    metiers: tuple[str, ...]
    bailleurs: tuple[str, ...]
    banques: tuple[str, ...]
    energies: tuple[str, ...]
    medecins: tuple[str, ...]
    ecoles: tuple[str, ...]
    tiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pool:
    """Names of many origins; ``naissances``: place of birth and nationality."""

    noms: tuple[str, ...]
    femmes: tuple[str, ...]
    hommes: tuple[str, ...]
    naissances: tuple[tuple[str, str], ...]
    world: World


FIRST = Pool(
    noms=(
        "Lormeau",
        "Tranchevent",
        "Boisfleury",
        "Vauquelain",
        "Grandclozel",
        "Perrinol",
        "D'Angelmont",
        "Benhaddour",
        "Diabirate",
        "Okonjwo",
        "Tavarezza",
        "Kowalczek",
        "Nguyenval",
        "Ionescoux",
        "Haddadine",
        "Le Guerveur",
        "Estebanez",
        "Mbarguene",
        "Saint-Avril",
        "Yildrimov",
    ),
    femmes=(
        "Camille",
        "Élodie",
        "Fatoumata",
        "Inès",
        "Jeanne",
        "Leïla",
        "Maria",
        "Nadège",
        "Olga",
        "Sylviane",
        "Thi-Mai",
    ),
    hommes=("Adama", "Bruno", "Cédric", "Driss", "Étienne", "Goran", "Hugo", "Karim", "Luis", "Marc", "Piotr"),
    naissances=(
        ("Valmontel", "FRA"),
        ("Roquebrune-en-Plaine", "FRA"),
        ("Saint-Évreux", "FRA"),
        ("Bamako", "MLI"),
        ("Porto", "PRT"),
        ("Oran", "DZA"),
        ("Hanoï", "VNM"),
        ("Cracovie", "POL"),
    ),
    world=World(
        rues=(
            "rue des Lilas",
            "avenue du Vieux Moulin",
            "allée des Peupliers",
            "rue de l'Abreuvoir",
            "place du Lavoir",
        ),
        villes=("57999 VALMONTEL", "54998 ROQUEBRUNE-EN-PLAINE", "67997 SAINT-EVREUX", "88996 LES GRANDS-CHENES"),
        employeurs=(
            "BOULANGERIE DES DEUX PONTS",
            "TRANSPORTS VALMOREL SAS",
            "CLINIQUE DU PARC FLEURI",
            "NETPRO SERVICES SARL",
            "MENUISERIE ARBELLE",
        ),
        metiers=("Aide-soignant(e)", "Chauffeur-livreur", "Agent d'entretien", "Employé(e) de commerce", "Menuisier"),
        bailleurs=("SCI LES TILLEULS", "HABITAT DU VAL", "M. Roland PRUNELIER", "Agence du Centre"),
        banques=("BANQUE POPULEUSE DE L'EST", "CREDIT DES VALLEES"),
        energies=("LUMELEC", "GAZ & CLARTE"),
        medecins=("Dr Hélène TISSERANDE", "Dr Paul AUBRIAC"),
        ecoles=("UNIVERSITE DE VALMONTEL", "LYCEE PROFESSIONNEL DES FORGES"),
        tiers=(
            "Odile FAUVERGUE",
            "Gaspard TOURNEMIRE",
            "Solange PERVENCHE",
            "Achille ROSSIGNEUL",
            "Awa SANGHARINE",
            "Bertille MONTAUBERT",
            "Rachid ZEROUALIN",
            "Ghislain DE CORVIERE",
        ),
    ),
)

SECOND = Pool(
    noms=(
        "Castelbrac",
        "Rimbaudier",
        "Fontenelle-Roy",
        "Marchedieu",
        "Duvivarais",
        "O'Sheridan",
        "Abdelkarimi",
        "Traorelle",
        "Fernandinho",
        "Szymanowic",
        "Phamvan",
        "Radulescot",
        "El Mansourah",
        "Le Bihannic",
        "Gutierrezal",
        "Nkoulouma",
        "Sainte-Rose",
        "Demirtash",
        "Keitamba",
        "Vanderbroeck",
    ),
    femmes=(
        "Agathe",
        "Béatrice",
        "Chantal",
        "Djamila",
        "Eugénie",
        "Gaëlle",
        "Hawa",
        "Irina",
        "Lucie",
        "Noémie",
        "Rosa",
    ),
    hommes=("Antoine", "Boris", "Clément", "Damien", "Farid", "Gilles", "Ibrahima", "João", "Kevin", "Loïc", "Mehdi"),
    naissances=(
        ("Montferrand-sur-Lys", "FRA"),
        ("Courcelay", "FRA"),
        ("La Roche-Émeraude", "FRA"),
        ("Conakry", "GIN"),
        ("Lisbonne", "PRT"),
        ("Casablanca", "MAR"),
        ("Bucarest", "ROU"),
        ("Saïgon", "VNM"),
    ),
    world=World(
        rues=(
            "boulevard des Fusillés",
            "impasse du Colombier",
            "chemin de Ronde",
            "rue Hector Malvoisin",
            "quai des Tanneurs",
            "résidence Les Ormes, bâtiment C, rue Basse",
        ),
        villes=("59999 COURCELAY", "62998 MONTFERRAND-SUR-LYS", "80997 LA ROCHE-EMERAUDE", "02996 BELLE-FONTAINE"),
        employeurs=(
            "AGRO-NORD CONSERVES SA",
            "MAIRIE DE COURCELAY",
            "GARAGE DU BEFFROI",
            "ASSOCIATION L'ESCALE",
            "LOGISTIM 59",
        ),
        metiers=(
            "Opérateur de production",
            "Agent administratif",
            "Mécanicien",
            "Auxiliaire de vie",
            "Préparateur de commandes",
        ),
        bailleurs=("OFFICE PUBLIC DU BEFFROI", "SCI BASSE-DEULE", "Mme Odile VERMESSE", "Cabinet Foncia-Lys Gestion"),
        banques=("CAISSE MUTUELLE DU LYS", "BANQUE DES FLANDRES REUNIES"),
        energies=("NORDWATT", "AQUALYS"),
        medecins=("Dr Samuel LECOINTRE", "Dr Amina BELKHADRA"),
        ecoles=("INSTITUT DES METIERS DE COURCELAY", "UNIVERSITE DE LA ROCHE-EMERAUDE"),
        tiers=(
            "Philippine HAUTECLOQUE",
            "Aurélien BRISEMICHE",
            "Nicole VANHOUTTEN",
            "Serge PLANCHEMAIN",
            "Mariama DIOUFALL",
            "Edwige CARPENTRAS",
            "Youssef BENALLOUL",
            "Thibault DES ESSARTS",
        ),
    ),
)

THIRD = Pool(
    noms=(
        "Montjardin",
        "Cassegrain-Vaux",
        "Ribeaudel",
        "Chanterac",
        "Poulichet",
        "De La Saulaie",
        "Belmokhdar",
        "Coulibany",
        "Adeyemire",
        "Carvalhosa",
        "Wisniewicz",
        "Tranvinh",
        "Moldovanu",
        "Zaouichi",
        "Kerguelinec",
        "Ramirezal",
        "Essombana",
        "Saint-Firmin",
        "Ozdemirel",
        "Van Doorne",
    ),
    femmes=(
        "Adèle",
        "Brigitte",
        "Coralie",
        "Dounia",
        "Émeline",
        "Flora",
        "Habiba",
        "Katia",
        "Mireille",
        "Oumou",
        "Zoé",
    ),
    hommes=("Alban", "Benoît", "Cheikh", "Dorian", "Franck", "Guy", "Ilyas", "Joël", "Mathurin", "Nuno", "Radu"),
    naissances=(
        ("Aigueblanche-sur-Orne", "FRA"),
        ("Terrevive", "FRA"),
        ("Port-Garance", "FRA"),
        ("Dakar", "SEN"),
        ("Braga", "PRT"),
        ("Tunis", "TUN"),
        ("Iasi", "ROU"),
        ("Gdansk", "POL"),
    ),
    world=World(
        rues=(
            "rue du Four à Chaux",
            "avenue Basile Morantin",
            "sentier des Vignes",
            "cours des Mariniers",
            "rue Haute",
        ),
        villes=("33999 TERREVIVE", "44998 PORT-GARANCE", "14997 AIGUEBLANCHE-SUR-ORNE", "31996 CASTELROUX"),
        employeurs=(
            "ATELIERS MARINS DE GARANCE",
            "RESTAURATION COLLECTIVE SUDREPAS",
            "CENTRE HOSPITALIER DE TERREVIVE",
            "BATI-ORNE CONSTRUCTION",
            "SECURIPOL GARDIENNAGE",
        ),
        metiers=("Agent de sécurité", "Maçon", "Infirmier(e)", "Cuisinier(e)", "Magasinier"),
        bailleurs=("SA LOGIS DE GARONNE", "SCI DES MARINIERS", "M. Evariste CLAVERIE", "Immobilière de l'Orne"),
        banques=("CAISSE DE GARONNE", "BANQUE MARITIME"),
        energies=("ELECTRI-SUD", "EAUX DE TERREVIVE"),
        medecins=("Dr Capucine ARMAGNAC", "Dr Idriss MELLOULI"),
        ecoles=("UNIVERSITE DE PORT-GARANCE", "ECOLE SUPERIEURE DE TERREVIVE"),
        tiers=(
            "Hortense LAPEYROUSE",
            "Ulysse CABANAC",
            "Monique ESTRADELLE",
            "Fabrice DUPERROUX",
            "Aminata KONATERE",
            "Clothilde BEAUMANOIR",
            "Samir HADJERASSE",
            "Foulques D'AUBETERRE",
        ),
    ),
)

POOLS: dict[Family, Pool] = {Family.A: FIRST, Family.B: SECOND, Family.C: THIRD}

_STEMS: dict[Family, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Family.A: (
        ("Bel", "Cour", "Dau", "Fau", "Gau", "Lam", "Mar", "Per", "Rou", "Vau", "Ben Sa", "Dia", "Kow", "Osei"),
        ("billard", "chenois", "dreville", "gnolles", "lemaire", "mireau", "nonville", "quetin", "sanchez", "tiguy"),
    ),
    Family.B: (
        ("Bri", "Cha", "Dro", "Esca", "Fro", "Gre", "Hau", "Jol", "Mou", "Tra", "El Ka", "Sou", "Yil", "Nde"),
        ("bertot", "cadieu", "fresnay", "gaudrey", "lavoine", "mantier", "pontal", "rivaux", "seret", "vernoy"),
    ),
    Family.C: (
        ("Ala", "Bo", "Cla", "Du", "Fer", "Gon", "Ma", "Pi", "Sau", "Ver", "Ait Ba", "Cou", "Tchi", "Wa"),
        ("brignac", "castel", "dorval", "ganier", "jolais", "lombre", "mercy", "nadaud", "rellin", "tourniel"),
    ),
}


def wide(family: Family) -> Pool:
    """Return the pool of ``family`` with seven times as many surnames, so that namesakes are as rare as they are."""
    starts, ends = _STEMS[family]
    pool = POOLS[family]
    return replace(pool, noms=(*pool.noms, *(f"{start}{end}" for start in starts for end in ends)))
