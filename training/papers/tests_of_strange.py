"""Papers of no type of the plan that slip into envelopes, never learnt from."""

from __future__ import annotations

from training.papers import tests_of_pastimes
from training.papers.case import Case
from training.papers.content import Choices, Fields, Heading, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writer


def _vehicle_inspection(case: Case) -> Paper:
    good = case.some(0, 1) == 1
    parts = (
        Fields(
            (
                ("Immatriculation", f"EK-{case.number(3)}-ZT"),
                ("Marque / désignation", case.one("VOLTERRA / CITADINE 1.2", "VOLTERRA / BREAK TD")),
                ("Date de première mise en circulation", case.short(2500, 5200)),
                ("Kilométrage relevé", f"{case.some(68, 214)} {case.number(3)} km"),
                ("Nature du contrôle", "visite technique périodique"),
                ("Résultat", "favorable" if good else "défavorable pour défaillances majeures"),
                ("Prochaine échéance", case.ahead(600, 730) if good else case.ahead(50, 60)),
            )
        ),
        Heading("Défaillances majeures"),
        Text("Aucune" if good else "1.1.13.a.2 GARNITURES OU PLAQUETTES DE FREINS : usure excessive AVD, AVG"),
        Heading("Défaillances mineures"),
        *texts(
            "5.2.3.e.1 PNEUMATIQUES : usure anormale ou présence d'un corps étranger ARG",
            "4.1.2.a.1 ORIENTATION (FEUX DE CROISEMENT) : l'orientation d'un feu n'est pas dans les limites prescrites",
            "8.4.1.a.1 PERTES DE LIQUIDES : fuite d'huile sans risque",
        ),
        Table(
            (
                ("Mesures", "Gauche", "Droite"),
                ("Ripage avant (m/km)", "-2,1", ""),
                ("Frein de service avant (daN)", "231", "226"),
                ("Frein arrière (daN)", "144", "151"),
                ("Opacité des fumées (m-1)", "0,42", ""),
            ),
            (3, 1, 1),
        ),
    )
    return Paper(
        "autre",
        None,
        "CONTRÔLE AUTO DES REMPARTS",
        "Procès-verbal de contrôle technique",
        parts,
        lines=(f"Agrément S059T{case.number(3)} – contrôleur 059T{case.number(4)}",),
        signer="Le contrôleur",
        numbered=True,
    )


def _parking_fine(case: Case) -> Paper:
    parts = (
        Fields(
            (
                ("N° de l'avis", case.number(10)),
                ("Date de l'infraction", f"{case.short(9, 30)} à {case.some(8, 18)}h{case.some(10, 55)}"),
                ("Lieu", f"{case.home.ville}, {case.one('place du Marché', 'avenue de la Gare')}"),
                ("Véhicule", f"FB-{case.number(3)}-QW"),
                ("Motif", case.one("excès de vitesse < 20 km/h", "arrêt gênant sur trottoir")),
                ("Agent verbalisateur", case.number(6)),
            )
        ),
        Table(
            (
                ("Montant de l'amende", "Délai", "Somme"),
                ("Minorée", "15 jours", "90 €"),
                ("Forfaitaire", "45 jours", "135 €"),
                ("Majorée", "au-delà", "375 €"),
            ),
            (2, 1, 1),
        ),
        *texts(
            "Vous reconnaissez l'infraction : payez par carte bancaire, par smartphone, chez un buraliste agréé ou par "
            "chèque avec la carte ci-jointe. Le paiement éteint l'action publique.",
            "Vous contestez : n'effectuez aucun paiement. Adressez le formulaire de requête en exonération par lettre "
            "recommandée, accompagné de l'original du présent avis, à l'officier du ministère public.",
        ),
    )
    return Paper(
        "autre",
        None,
        "CENTRE AUTOMATISÉ DE CONSTATATION",
        "Avis de contravention",
        parts,
        letter=True,
        subtitle="Articles 529 et suivants du code de procédure pénale",
    )


def _laboratory_results(case: Case) -> Paper:
    parts = (
        Fields(
            (
                ("Patient", case.who.full),
                ("Prélèvement", f"le {case.short(3, 30)} à 7 h 50"),
                ("Demande", case.number(9)),
            )
        ),
        Heading("HÉMATOLOGIE"),
        Table(
            (
                ("Numération", "Résultat", "Valeurs de référence"),
                ("Hématies", f"4,{case.number(2)} T/L", "4,00 à 5,70"),
                ("Hémoglobine", f"13,{case.number(1)} g/dL", "12,0 à 16,5"),
                ("Leucocytes", f"{case.some(5, 9)},{case.number(1)} G/L", "4,0 à 10,0"),
                ("Plaquettes", f"{case.some(170, 380)} G/L", "150 à 400"),
            ),
            (2, 1, 1.5),
        ),
        Heading("BIOCHIMIE SANGUINE"),
        Table(
            (
                ("Dosage", "Résultat", "Valeurs de référence"),
                ("Glycémie à jeun", f"0,{case.some(82, 99)} g/L", "0,70 à 1,10"),
                ("Cholestérol total", f"{case.one('1,94', '2,31')} g/L", "< 2,00"),
                ("Créatinine", f"{case.some(6, 11)},0 mg/L", "6,0 à 12,0"),
                ("TSH", f"1,{case.number(2)} mUI/L", "0,40 à 4,00"),
            ),
            (2, 1, 1.5),
        ),
        Text("Validé par le biologiste médical. Les résultats doivent être interprétés par votre médecin."),
    )
    return Paper(
        "autre",
        None,
        "LABORATOIRE DE BIOLOGIE DES QUAIS",
        "Compte rendu d'analyses",
        parts,
        numbered=True,
        lines=("Accréditation n° 8-9999 portée disponible sur demande",),
    )


def _steam_iron_manual(case: Case) -> Paper:
    parts = (
        Heading("Avant la première utilisation"),
        Text(
            "Retirez les emballages et étiquettes de la semelle. Rincez le réservoir. Une légère odeur peut se "
            "dégager au "
            "début ; ce phénomène est normal et disparaît rapidement."
        ),
        Heading("Remplissage"),
        Text("Débranchez l'appareil. N'ajoutez ni amidon, ni parfum, ni eau de batterie. Niveau MAX : 280 ml."),
        Heading("Problèmes et remèdes"),
        Table(
            (
                ("Symptôme", "Cause possible", "Que faire ?"),
                ("L'eau coule", "thermostat trop bas", "attendre le voyant"),
                ("Traces brunes", "détartrant chimique", "rincer la cuve"),
                ("Pas de vapeur", "réservoir vide", "remplir"),
            ),
            (1.5, 2, 1.6),
        ),
        Heading("Consignes de sécurité"),
        Text(
            "Ne laissez jamais l'appareil sans surveillance lorsqu'il est branché. Tenez-le hors de portée des "
            "enfants de "
            "moins de 8 ans. N'immergez pas l'appareil. Ne l'utilisez pas s'il est tombé ou s'il fuit."
        ),
        Text(
            f"Modèle FV-{case.number(4)} – 220-240 V – {case.one('2400', '2600')} W – Garantie 2 ans – Service "
            "après-vente"
        ),
    )
    return Paper("autre", None, "CALORIX", case.one("Mode d'emploi", "Fer vapeur – notice d'utilisation"), parts)


def _booklet_of_a_dog(case: Case) -> Paper:
    parts = (
        Fields(
            (
                ("Nom de l'animal", case.one("Rocky", "Ulla", "Pépito")),
                ("Espèce / race", case.one("chien / croisé griffon", "chien / type épagneul")),
                ("Sexe – robe", case.one("femelle – noire et feu", "mâle – blanche")),
                ("N° de transpondeur", f"2502 6{case.number(2)} {case.number(8)}"),
                ("Propriétaire", case.who.full),
            )
        ),
        Table(
            (
                ("Date", "Vaccin", "Lot", "Rappel"),
                (case.short(400, 600), "CHPPi", f"A{case.number(5)}", case.short(30, 200)),
                (case.short(300, 390), "Leptospirose", f"L4{case.number(4)}", case.short(20, 90)),
                (case.short(100, 250), "Rage", f"R{case.number(5)}", case.ahead(100, 300)),
                (case.short(10, 90), "Toux du chenil", f"B{case.number(4)}", case.ahead(200, 300)),
            ),
            (1.2, 1.6, 1.2, 1.2),
        ),
        Heading("Traitements antiparasitaires"),
        Choices((("vermifuge trimestriel", True), ("pipette anti-puces et tiques", True), ("stérilisation", False))),
    )
    return Paper(
        "autre",
        None,
        "CLINIQUE VÉTÉRINAIRE DU BEFFROI",
        "Carnet de santé et de vaccination",
        parts,
        seal=("Dr vétérinaire", "n° ordre 99999"),
        signer="Le vétérinaire",
    )


KINDS: tuple[Writer, ...] = (
    *tests_of_pastimes.KINDS,
    _vehicle_inspection,
    _parking_fine,
    _laboratory_results,
    _steam_iron_manual,
    _booklet_of_a_dog,
)
