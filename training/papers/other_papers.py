"""Papers that are often sent though nobody asks for them, and which have no type of their own (HPR-AUT)."""

from __future__ import annotations

from training.desk import short_date
from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

OUT = "P01"


def _first_permit_receipt(case: Case) -> Paper:
    who = case.adult()
    nation = case.one("GIN", "AFG", "COD", "GEO") if who.nation == "FRA" else who.nation
    return Paper(
        "HPR-AUT",
        None,
        "RÉPUBLIQUE FRANÇAISE",
        case.one("Récépissé de première demande de titre de séjour", "Récépissé de demande de carte de séjour"),
        (
            Fields(
                (
                    ("Nom", who.nom.upper()),
                    ("Prénoms", who.prenoms),
                    (who.gendered("Née le", "Né le"), f"{short_date(who.naissance)} à {who.lieu}"),
                    ("Nationalité", nation),
                    ("N° étranger", f"99{case.number(8)}"),
                    ("Adresse", case.home.rue),
                )
            ),
            *texts(
                f"A demandé la délivrance d'un PREMIER titre de séjour le {case.short(5, 60)}.",
                f"Valable jusqu'au {case.ahead(30, 150)}. Ce récépissé "
                + case.one("n'autorise pas son titulaire à travailler.", "autorise son titulaire à travailler."),
                "Il ne vaut que pour la France et n'est pas renouvelable de plein droit.",
            ),
        ),
        lines=(f"Préfecture – {case.commune.title()}",),
        signer="Pour le préfet et par délégation",
        seal=("PRÉFECTURE", case.commune),
        motif=OUT,
    )


def _prescription(case: Case) -> Paper:
    who = case.adult()
    drugs = case.desk.rng.sample(
        ("PARACÉTAMOL 1 g", "AMOXICILLINE 500 mg", "OMÉPRAZOLE 20 mg", "VITAMINE D3", "IBUPROFÈNE 400 mg"), 3
    )
    return Paper(
        "HPR-AUT",
        None,
        case.one(*case.home.world.medecins),
        case.one("Ordonnance médicale", "Ordonnance"),
        (
            Text(f"{case.named(who)}, {case.year - who.naissance.year} ans"),
            *texts(*(f"{drug} : {case.some(1, 3)} par jour pendant {case.some(5, 30)} jours" for drug in drugs)),
            Text(case.one("À renouveler deux fois.", "Non substituable.", "Kinésithérapie : dix séances du rachis.")),
        ),
        lines=(
            case.one("Médecine générale", "Rhumatologie"),
            f"{case.home.world.rues[0]}, {case.home.world.villes[0]}",
            f"Conventionné secteur 1 – RPPS {case.number(11)} – sur rendez-vous",
        ),
        signer="Le médecin",
        foot="En cas d'urgence, composez le 15. Membre d'une association de gestion agréée, chèques acceptés.",
        motif=OUT,
    )


def _care_form(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-AUT",
        None,
        "L'ASSURANCE MALADIE",
        case.one("Feuille de soins – médecin", "Feuille de soins"),
        (
            Filled(
                (
                    ("Personne recevant les soins", who.full.title()),
                    ("Numéro d'immatriculation", case.nir(who)),
                    ("Adresse de l'assuré", case.home.rue),
                )
            ),
            Choices((("Maladie", True), ("Maternité", False), ("Accident causé par un tiers", False))),
            Table((("Date des actes", "Code", "Montant"), (case.short(2, 40), "G", "26,50"), ("", "", "")), (2, 1, 1)),
            Text(
                "Conditions de prise en charge : en rapport avec une affection exonérante, accès hors coordination, "
                "parcours de soins. Identification du médecin et de la structure. Quiconque se rend coupable de fraude "
                "ou de fausse déclaration est passible de pénalités financières, d'amende ou d'emprisonnement."
            ),
            Text("Paiement : l'assuré a payé la part obligatoire. À adresser à votre organisme sans délai."),
        ),
        form="cerfa n° 12541*02",
        signer="Signature de l'assuré",
        motif=OUT,
    )


def _voter_card(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-AUT",
        None,
        "RÉPUBLIQUE FRANÇAISE",
        case.one("Carte électorale", "Carte d'électeur"),
        (
            Fields(
                (
                    ("Nom", who.nom.upper()),
                    ("Prénoms", who.prenoms),
                    ("Né(e) le", short_date(who.naissance)),
                    ("Identifiant national d'électeur", case.number(9)),
                    ("Bureau de vote", f"{case.some(1, 40):04d} – école {case.home.world.rues[0]}"),
                    ("N° sur la liste", str(case.some(1, 900))),
                )
            ),
            Text(
                "En cas de changement d'adresse, adressez-vous à la mairie de votre nouveau domicile. Scrutins : "
                "présidentielle, législatives, municipales, européennes. Procuration : en ligne, puis au commissariat. "
                "Emplacements réservés au timbre de chaque tour."
            ),
            Text("Voter est un droit, c'est aussi un devoir civique. Munissez-vous d'une pièce d'identité."),
        ),
        lines=(f"Mairie de {case.commune.title()}", "Liberté – Égalité – Fraternité"),
        letter=True,
        motif=OUT,
    )


def _transport_pass(case: Case) -> Paper:
    return Paper(
        "HPR-AUT",
        None,
        f"TRANSPORTS DE {case.commune}",
        case.one("Carte de transport – attestation d'abonnement", "Abonnement annuel – carte de transport"),
        (
            Text(f"Nous attestons que {case.known(case.adult())} est titulaire de la carte n° {case.number(10)}."),
            Table(
                (("Mois", "Zones", "Réglé"), *((case.month(n), "1-3", case.sum(20, 60)) for n in range(6))), (2, 1, 1)
            ),
            Text("À remettre à l'employeur pour la prise en charge de la moitié de l'abonnement. TVA 10 % incluse."),
        ),
        references=(f"Contrat {case.number(8)}",),
        motif=OUT,
    )


WRITERS: Writers = {"HPR-AUT": to_learn(_first_permit_receipt, _prescription, _care_form, _voter_card, _transport_pass)}
