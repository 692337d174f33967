"""What a home is billed for: electricity, gas, water, telephone (HPR-FAC)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.figures import monthly, summed
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

OUT = "P01"


def _electricity(case: Case) -> Paper:
    rows, net = summed(
        case, ("Abonnement", 11, 24), ("Consommation heures pleines", 30, 110), ("Heures creuses", 9, 60)
    )
    old = case.some(4000, 40000)
    return Paper(
        "HPR-FAC",
        None,
        case.one(*case.home.world.energies),
        case.one("Votre facture d'électricité", "Facture d'électricité", "Votre facture d'électricité et de gaz"),
        (
            Fields(
                (
                    ("Montant à payer TTC", case.amount(net * 1.2)),
                    ("Prélevé à partir du", case.ahead(8, 25)),
                    ("Lieu de consommation", case.home.rue),
                    ("Titulaire du contrat", case.who.full),
                    ("Point de livraison (PDL)", case.number(14)),
                )
            ),
            Heading("Détail de votre facture"),
            Table((("Électricité", "Montant HT"), *rows, ("TVA 5,5 % et 20 %", case.amount(net * 0.2))), (3, 1)),
            Heading("Votre consommation"),
            Text(
                f"Compteur n° {case.number(3)} : ancien relevé {old}, nouveau relevé {old + case.some(200, 900)} kWh "
                f"({case.one('réel', 'estimé', 'communiqué par Linky')}). Puissance souscrite 6 kVA, option base. "
                "Contribution tarifaire d'acheminement et accise sur l'électricité comprises."
            ),
            Text(
                "Cette facture peut servir de justificatif de domicile. Dépannage 24 h/24 : gestionnaire du réseau. "
                "Chèque énergie accepté. En cas de difficultés de paiement, le fonds de solidarité pour le logement "
                "(FSL) ou les services sociaux peuvent vous aider."
            ),
        ),
        references=(
            f"Référence client : {case.number(10)}",
            f"Facture n° {case.number(11)} du {case.short(5, 40)}",
        ),
        letter=True,
        foot="SA au capital de 12 000 000 €. Pénalités de retard : 1,5 fois le taux légal, au minimum 7,50 €.",
        numbered=True,
        motif=OUT,
    )


def _water(case: Case) -> Paper:
    used = case.some(18, 160)
    return Paper(
        "HPR-FAC",
        None,
        f"RÉGIE DES EAUX DE {case.commune}",
        "Facture d'eau",
        (
            Text(f"Branchement : {case.home.rue} – compteur {case.number(8)} – index relevé par nos agents"),
            Table(
                (
                    ("Distribution, collecte, organismes", "m³", "€ HT/m³", "€ HT"),
                    ("Part fixe – abonnement", "", "", "24,15"),
                    ("Consommation d'eau potable", str(used), "1,6120", f"{used * 1.612:.2f}".replace(".", ",")),
                    ("Assainissement", str(used), "1,8400", f"{used * 1.84:.2f}".replace(".", ",")),
                    ("Lutte contre la pollution", str(used), "0,3300", f"{used * 0.33:.2f}".replace(".", ",")),
                ),
                (3, 0.7, 1, 1),
            ),
            Text(
                "Modes de règlement : prélèvement à l'échéance, titre interbancaire de paiement, espèces au guichet "
                "du Trésor public. Sans règlement dans le délai, une majoration de 25 % s'applique à la part "
                "assainissement. Fuite après compteur : demandez l'écrêtement (loi Warsmann) avec l'attestation du "
                "plombier. Volume moyen d'un foyer de quatre personnes : 120 m³ par an."
            ),
            Text(f"Net à payer : {case.amount(used * 3.9 + 25)} avant le {case.ahead(10, 30)}", bold=True),
            Text(
                f"Soit {case.one('0,0041', '0,0039')} € TTC par litre. La qualité de l'eau est contrôlée par l'agence "
                "régionale de santé : eau conforme aux limites de qualité pour tous les paramètres mesurés."
            ),
        ),
        lines=("Service public de l'eau et de l'assainissement", "Accueil en mairie le mardi et le jeudi"),
        references=(f"Abonné n° {case.number(6)}", f"{case.one('1er', '2e')} semestre {case.year - 1}"),
        letter=True,
        motif=OUT,
    )


def _home_internet(case: Case) -> Paper:
    rows, total = summed(
        case, ("Offre internet fibre", 25, 45), ("Location de l'équipement", 3, 5), ("Hors forfait", 0, 9)
    )
    return Paper(
        "HPR-FAC",
        None,
        case.one("OPALTEL", "FIBRELIA"),
        case.one("Facture internet", "Votre facture", "Facture internet et téléphone fixe"),
        (
            Text(f"Votre facture du mois de {case.month()} s'élève à {case.amount(total)} TTC."),
            Table((("Abonnements, forfaits et options", "€ TTC"), *rows, ("Total", case.amount(total))), (3, 1)),
            Fields(
                (
                    ("Ligne fixe", f"01 99 00 {case.number(2)} {case.number(2)}"),
                    ("Identifiant", f"fti/{case.number(7)}"),
                    ("Adresse d'installation", case.home.rue),
                    ("Mode de paiement", "prélèvement automatique"),
                )
            ),
            *texts(
                "Prochaine facture dans un mois. Suivez votre consommation depuis votre espace client.",
                "Vous déménagez ? Prévenez le service client au 39 00 six semaines avant la remise des clés.",
            ),
        ),
        references=(f"N° client {case.number(9)}", f"N° facture {case.number(10)}"),
        letter=True,
        motif=OUT,
    )


def _mobile(case: Case) -> Paper:
    price = case.some(5, 30) + 0.99
    return Paper(
        "HPR-FAC",
        None,
        case.one("TELMOUV", "Zephyr Mobile"),
        f"Facture mobile n° F{case.number(9)}",
        (
            Fields(
                (
                    ("Client", case.adult().full),
                    ("Ligne", f"06 39 98 {case.number(2)} {case.number(2)}"),
                    ("Forfait", f"{case.one('20', '80', '130')} Go sans engagement"),
                    ("Hors taxes", case.amount(price / 1.2)),
                    ("TVA 20,00 %", case.amount(price / 6)),
                    ("Somme prélevée", case.amount(price)),
                )
            ),
            Text(f"Appels, SMS et MMS illimités : inclus. Données : {case.some(1, 70)},{case.number(2)} Go utilisés."),
            Text(f"Domicile déclaré : {case.address}."),
            *texts(
                "Usages de la période : communications vers les fixes et mobiles de métropole, itinérance en Europe "
                "dans la limite de 12 Go. Numéros surtaxés et achats multimédias : aucun. Votre conservation de numéro "
                "est possible grâce au code RIO, obtenu gratuitement au 3179.",
                "Cette pièce tient lieu de quittance après encaissement. Résiliation sans frais à tout moment ; toute "
                "période commencée est due. Taxe sur les services incluse. Durée de conservation : un an.",
            ),
        ),
        lines=(f"Facturée le {case.short(2, 60)}",),
        foot="RCS 999 888 777. Réclamations : service consommateurs, puis médiateur des communications électroniques.",
        motif=OUT,
    )


def _energy_schedule(case: Case) -> Paper:
    each = case.some(45, 160)
    return Paper(
        "HPR-FAC",
        None,
        case.one(*case.home.world.energies).title(),
        case.one("Calendrier de vos mensualités", "Échéancier de paiement", "Plan de mensualisation"),
        (
            Text(
                f"Bonjour {case.who.prenom}, vos mensualités sont ajustées à {case.amount(each)} d'après vos "
                f"{case.some(1800, 9000)} kWh de l'an dernier. Rien à faire : elles sont prélevées le 8."
            ),
            Table((("Mois", "Prélèvement"), *monthly(case, 10, each), ("Solde", "régularisation")), (2, 1)),
            Text(
                f"Contrat {case.number(9)} pour le logement {case.address}, gaz de classe de consommation B1, compteur "
                "communicant. Tarif non réglementé, prix du kWh indexé sur l'offre de référence."
            ),
            Text(
                "Une facture de régularisation vous sera adressée après le relevé annuel du compteur : si vous avez "
                "trop versé, la différence vous est remboursée, sinon elle est étalée. Vous pouvez changer de "
                "fournisseur à tout moment, sans frais ni coupure. L'énergie est notre avenir, économisons-la !"
            ),
        ),
        subtitle="Ceci n'est pas une facture au sens fiscal",
        motif=OUT,
    )


def _energy_holder(case: Case) -> Paper:
    return Paper(
        "HPR-FAC",
        None,
        case.one(*case.home.world.energies),
        case.one("Attestation de contrat", "Attestation de titulaire de contrat", "Attestation de fourniture"),
        (
            Text(
                f"Nous attestons que {case.named(case.who)} est titulaire depuis le {case.long(90, 2500)} d'un contrat "
                f"de fourniture d'énergie pour le logement situé {case.address}."
            ),
            Text(
                f"Ce contrat, de référence {case.number(12)}, est actif à ce jour. La présente vaut justificatif de "
                "domicile auprès des administrations ; elle ne prouve pas la qualité de propriétaire ou de locataire."
            ),
            Fields(
                (
                    ("Électricité – point de livraison", case.number(14)),
                    ("Puissance souscrite", case.one("3 kVA", "6 kVA", "9 kVA")),
                    ("Option tarifaire", case.one("Base", "Heures creuses", "Tempo")),
                    ("Compte client", case.number(9)),
                )
            ),
        ),
        lines=("Service clients particuliers", "TSA 99999"),
        signer="La directrice de la relation clients",
        motif=OUT,
    )


def _gas_in_two_pages(case: Case) -> Paper:
    rows, total = summed(case, ("Part fixe", 15, 22), ("Part variable", 40, 190), ("TICGN", 4, 20), ("CTA", 1, 3))
    return Paper(
        "HPR-FAC",
        None,
        case.one(*case.home.world.energies),
        f"Relevé et décompte – {case.month()}",
        (
            Fields(
                (
                    ("Vous devez", case.amount(total * 1.14)),
                    ("Limite", case.ahead(10, 20)),
                    ("PCE", case.number(14)),
                    ("Site desservi", case.home.rue),
                )
            ),
            Text("Coupon à joindre à votre chèque – ne rien inscrire dans la zone ci-dessous", bold=True),
            Text(f"{case.number(4)} {case.number(12)} {case.number(8)}"),
            Leaf(),
            Heading("Comment est calculé ce montant ?"),
            Table((("Rubrique", "HT"), *rows, ("Taxes", case.amount(total * 0.14))), (3, 1)),
            *texts(
                f"Volume mesuré {case.some(40, 400)} m³, coefficient de conversion 11,24 kWh/m³. Conversion faite par "
                "le distributeur.",
                "Besoin d'étaler ? Un conseiller solidarité étudie votre situation. Trêve hivernale du 1er novembre "
                "au 31 mars : aucune coupure pour impayé dans une résidence principale.",
            ),
        ),
        references=(f"Compte {case.number(8)}",),
        letter=True,
        numbered=True,
        motif=OUT,
    )


WRITERS: Writers = {
    "HPR-FAC": to_learn(
        _electricity, _water, _home_internet, _mobile, _gas_in_two_pages, _energy_schedule, _energy_holder
    )
}
