"""Where people stay who have no lease, never learnt from: a host, an hotel, a hostel, an address, the street."""

from __future__ import annotations

from datetime import timedelta

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _host_on_a_model(case: Case) -> Paper:
    host, since = case.third(), case.short(60, 900)
    parts = (
        Text("Je soussigné(e),"),
        Filled((("Nom et prénom", host), ("Né(e) le", f"{case.short(9000, 22000)}"), ("Demeurant", case.home.rue))),
        Text("déclare sur l'honneur héberger à mon domicile, depuis la date indiquée et jusqu'à ce jour :"),
        Filled(
            (
                ("Nom et prénom", case.who.full),
                ("Date et lieu de naissance", f"{case.who.naissance:%d/%m/%Y} {case.who.lieu}"),
                ("Depuis le", since),
            )
        ),
        Choices((("à titre gratuit", True), ("moyennant une participation mensuelle", False))),
        Text(
            "J'ai connaissance que cette attestation pourra être produite en justice et que toute fausse déclaration "
            "de ma part m'expose à des sanctions pénales (article 441-7 du code pénal : un an d'emprisonnement et "
            "15 000 euros d'amende)."
        ),
        Text("Pièces à joindre : copie de la pièce d'identité de l'hébergeant et justificatif de domicile récent."),
    )
    return Paper(
        "LOG-HEB",
        None,
        "",
        case.one("Attestation d'hébergement", "Attestation sur l'honneur d'hébergement"),
        parts,
        signer="Signature de l'hébergeant",
    )


def _host_writes_a_letter(case: Case) -> Paper:
    host, kin = case.third(), case.who.gendered("ma sœur", "mon frère")
    people = case.named(case.who) + (", avec ses enfants" if case.home.enfants else ", sans personne à charge")
    parts = texts(
        "Madame, Monsieur,",
        f"Par la présente, je certifie que {people}, {kin}, habite chez moi au {case.address} depuis "
        f"{case.month(case.some(3, 14))}, n'ayant pas trouvé de logement à son nom.",
        case.one(
            "Je suis moi-même locataire d'un T2 et cette situation ne peut pas durer : nous dormons dans le salon.",
            "Mon logement est un F3 de 58 m² que j'occupe avec mes trois enfants, nous sommes trop nombreux.",
        ),
        "Je ne lui demande pas de loyer. Je suis prêt(e) à fournir ma dernière facture et la copie de ma carte "
        "d'identité si nécessaire.",
        "Je vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.",
    )
    return Paper(
        "LOG-HEB",
        None,
        host,
        case.one("Objet : hébergement à mon domicile", "Certificat d'hébergement"),
        parts,
        lines=(case.home.rue, case.home.ville, f"Tél. 06 39 98 {case.number(2)} {case.number(2)}"),
        signer=host,
    )


def _hotel_bill(case: Case) -> Paper:
    nights, price = case.some(4, 30), case.some(38, 69)
    net = nights * price
    parts = (
        Fields(
            (
                ("Client", case.who.full),
                ("Chambre", f"{case.some(1, 3)}{case.number(2)} – {case.some(1, 4)} pers."),
                ("Arrivée / départ", f"{case.short(31, 40)} – {case.short(2, 9)}"),
                ("Mode de règlement", case.one("CB", "espèces", "virement CCAS")),
            )
        ),
        Table(
            (
                ("Désignation", "Qté", "P.U. TTC", "Montant TTC"),
                ("Nuitée chambre", str(nights), case.amount(price), case.amount(net)),
                ("Petit déjeuner", "0", case.amount(7.5), case.amount(0)),
                ("Taxe de séjour", str(nights), case.amount(0.83), case.amount(nights * 0.83)),
                ("Total à payer", "", "", case.amount(net + nights * 0.83)),
                ("dont TVA 10 %", "", "", case.amount(net / 11)),
                ("Réglé", "", "", case.amount(net + nights * 0.83)),
            ),
            (3, 0.8, 1.3, 1.4),
        ),
        Text("Merci de votre visite. Les chambres doivent être libérées à 11 heures le jour du départ."),
    )
    return Paper(
        "LOG-HOT",
        None,
        case.one("HÔTEL DU TERMINUS **", "LE RELAIS DE LA GARE – Hôtel Restaurant"),
        f"Facture n° {case.year}-{case.number(5)}",
        parts,
        lines=(f"12 place de la Gare, {case.home.ville}", f"SIRET {case.home.siret} – APE 5510Z"),
        foot="Aucun escompte pour paiement anticipé. Pénalités de retard : trois fois le taux d'intérêt légal.",
    )


def _social_residence(case: Case) -> Paper:
    parts = (
        *texts(
            f"Je soussigné(e) {case.third()}, {case.one('responsable de site', 'chef de service éducatif')}, certifie "
            f"que {case.known(case.who)}, est présent{case.who.gendered('e', '')} dans notre établissement "
            f"depuis le {case.short(90, 700)} et y réside à ce jour.",
        ),
        Fields(
            (
                ("Établissement", case.one("Résidence sociale Les Glycines", "CHRS La Passerelle")),
                ("Adresse", case.home.rue),
                ("Ville", case.home.ville),
                ("Chambre / logement n°", case.number(3)),
                ("Participation ou redevance mensuelle", case.sum(90, 470)),
                ("Terme du titre d'occupation", case.ahead(30, 200)),
            )
        ),
        *texts(
            case.one(
                "L'intéressé(e) s'acquitte régulièrement de sa participation financière.",
                "La redevance est réglée et le résident bénéficie de l'APL foyer, versée directement au gestionnaire.",
            ),
            "S'agissant d'un hébergement temporaire, l'équipe soutient toute démarche d'accès à un logement autonome.",
            "En foi de quoi nous délivrons la présente attestation pour servir et valoir ce que de droit.",
        ),
    )
    return Paper(
        "LOG-STR",
        None,
        case.one("ASSOCIATION HABITER ENSEMBLE 59", "FONDATION SAINT-ÉLOI – Pôle hébergement"),
        case.one("Attestation de résidence", "Attestation de présence", "Attestation d'hébergement"),
        parts,
        lines=("Association loi 1901 – FINESS 59 0 79 999 9",),
        signer="Pour la direction",
        seal=("Pôle hébergement", "accueil"),
    )


def _election_of_domicile(case: Case) -> Paper:
    start = case.day(5, 200)
    parts = (
        Text("Article L. 264-2 du code de l'action sociale et des familles", bold=True),
        Heading("Organisme qui délivre la présente attestation"),
        Fields(
            (
                ("Dénomination", f"CCAS de {case.commune.title()}"),
                ("Adresse", f"Hôtel de ville, {case.home.ville}"),
                ("N° d'agrément et préfecture", "sans objet (CCAS)"),
            )
        ),
        Heading("Je soussigné(e), représentant cet organisme, atteste que"),
        Fields(
            (
                ("M. / Mme", case.who.full),
                (case.who.born.capitalize() + " le", f"{case.who.naissance:%d/%m/%Y} à {case.who.lieu}"),
                ("Ayants droit", ", ".join(e.prenom for e in case.home.enfants) or "néant"),
            )
        ),
        Text("a élu domicile auprès de notre organisme à l'adresse suivante :"),
        Text(f"CCAS – domiciliation n° {case.number(4)} – {case.home.ville}", bold=True),
        Fields((("Depuis le", f"{start:%d/%m/%Y}"), ("Jusqu'au (un an)", f"{start + timedelta(days=364):%d/%m/%Y}"))),
        Choices((("Première demande", case.some(0, 1) == 1), ("Renouvellement", False))),
        Text(
            "Cette attestation permet d'ouvrir l'ensemble des droits et prestations sociales, d'exercer les droits "
            "civils et d'obtenir un titre d'identité. Elle ne peut être opposée par un organisme pour refuser un droit."
        ),
    )
    return Paper(
        "LOG-DOM",
        None,
        f"CCAS DE {case.commune}",
        "Attestation d'élection de domicile",
        parts,
        form="cerfa n° 15548*02",
        signer="Signature et cachet de l'organisme",
        seal=("C.C.A.S.", case.commune),
    )


def _word_of_a_social_worker(case: Case) -> Paper:
    parts = texts(
        f"Je soussigné(e) {case.third()}, assistant(e) de service social diplômé(e) d'État au service social "
        f"départemental, atteste rencontrer régulièrement {case.known(case.who)} depuis "
        f"{case.month(case.some(3, 16))}.",
        case.one(
            "La famille vit chez des tiers, en alternance, depuis la perte de son logement. Aucune solution durable "
            "n'a pu être trouvée dans le parc privé compte tenu de ses ressources.",
            "Le ménage occupe un logement prêté, sans titre, et doit le libérer à brève échéance. Les démarches "
            "auprès du SIAO et d'Action Logement sont en cours.",
        ),
        "Un accompagnement social lié au logement (FSL) est en place : ouverture des droits, gestion du budget, "
        "recherche d'un logement adapté à la composition familiale. L'intéressé(e) y adhère et honore ses "
        "rendez-vous.",
        "Au regard de ces éléments, l'accès à un logement social constitue un préalable à toute stabilisation de la "
        "situation. Je me tiens à votre disposition pour tout renseignement, avec l'accord de la personne.",
    )
    return Paper(
        "LOG-TSO",
        None,
        case.one("DÉPARTEMENT DE LA LYS-ET-SCARPE", "CONSEIL DÉPARTEMENTAL"),
        case.one("Attestation de suivi social", "Note sociale à l'appui d'une demande de logement"),
        parts,
        lines=("Maison départementale des solidarités", f"{case.home.ville}"),
        signer="L'assistant(e) de service social",
        seal=("M.D.S.", "Service social"),
    )


WRITERS: Writers = {
    "LOG-HEB": to_test(_host_on_a_model, _host_writes_a_letter),
    "LOG-HOT": to_test(_hotel_bill),
    "LOG-STR": to_test(_social_residence),
    "LOG-DOM": to_test(_election_of_domicile),
    "LOG-TSO": to_test(_word_of_a_social_worker),
}
