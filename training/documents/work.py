"""Work: employers' attestations, school certificates, job seekers' notices."""

from __future__ import annotations

from datetime import timedelta

from training.desk import Desk, Draft, long_date, short_date
from training.documents.parts import closing, fields, letterhead, recipient, title
from training.people import Household


def employer_statement(desk: Desk, home: Household) -> Draft:
    """PRO-ATE: the employer says that somebody works there."""
    who = desk.rng.choice(home.adults)
    since = desk.day - timedelta(days=desk.rng.randint(200, 4000))
    canvas = desk.page()
    letterhead(canvas, desk, home.employeur, (home.ville, f"SIRET {home.siret}"))
    y = title(canvas, 62, desk.rng.choice(("ATTESTATION D'EMPLOI", "ATTESTATION DE L'EMPLOYEUR")), 17)
    hired = who.gendered("employée", "employé")
    bodies = {
        "A": f"Je soussigné, responsable du personnel de la société {home.employeur}, atteste que "
        f"{who.civility} {who.full}, "
        f"{who.born} le {short_date(who.naissance)}, demeurant {home.rue}, {home.ville}, est {hired} dans notre "
        f"entreprise depuis "
        f"le {long_date(since)} en qualité de {home.metier}, sous contrat à durée indéterminée à temps complet.\n\n"
        "À ce jour, l'intéressé(e) n'est ni en période d'essai, ni démissionnaire, ni en cours de licenciement.\n\n"
        "La présente attestation est délivrée pour servir et valoir ce que de droit.",
        "B": f"Nous certifions par la présente que :\n\n{who.civility} "
        f"{who.full}\n{home.rue}\n{home.ville}\n\nest {hired} dans notre "
        f"entreprise au poste de {home.metier} depuis le {short_date(since)}, en contrat à durée indéterminée.\n\n"
        "Attestation établie à la demande de l'intéressé(e), pour servir et valoir ce que de droit.",
    }
    y = canvas.paragraph(24, y + 4, 162, bodies[desk.family], 11.5, leading=1.6)
    closing(canvas, desk, home, y + 16, "Le service du personnel", [home.employeur, f"SIRET {home.siret}"])
    return Draft("PRO-ATE", who.role, (canvas.image,))


def school_certificate(desk: Desk, home: Household) -> Draft:
    """PRO-ETU: a certificate of enrolment."""
    who = desk.rng.choice([home.demandeur, *home.enfants])
    year = desk.day.year - (desk.day.month < 8)
    school = desk.rng.choice(home.world.ecoles)
    canvas = desk.page()
    letterhead(canvas, desk, school, ("Service de la scolarité", home.commune))
    y = title(canvas, 60, "CERTIFICAT DE SCOLARITÉ", 18, framed=desk.family == "A")
    canvas.text(105, y - 2, f"Année universitaire {year}-{year + 1}", 12, "bold", anchor="ma")
    y = canvas.paragraph(
        24,
        y + 14,
        162,
        f"Le chef d'établissement certifie que {who.civility} {who.full}, {who.born} le "
        f"{short_date(who.naissance)} à {who.lieu}, est {who.gendered('inscrite', 'inscrit')} dans notre établissement "
        f"pour l'année scolaire {year}-{year + 1} et en suit régulièrement les cours.",
        11.5,
        leading=1.6,
    )
    y = fields(
        canvas,
        24,
        y + 8,
        (
            ("Numéro INE", f"{home.fiscal[:10]}{'K'}"),
            ("Numéro étudiant", home.fiscal[3:11]),
            ("Diplôme préparé", desk.rng.choice(("Licence 2", "CAP Cuisine", "BTS Comptabilité"))),
            ("Régime", "Formation initiale"),
        ),
        55,
        10.5,
    )
    closing(canvas, desk, home, y + 12, "Le directeur des études", [school, "SCOLARITÉ"])
    return Draft("PRO-ETU", who.role, (canvas.image,))


def job_seeker(desk: Desk, home: Household) -> Draft:
    """PRO-DEM: an avis de situation of the employment service."""
    who = desk.rng.choice(home.adults)
    since = desk.day - timedelta(days=desk.rng.randint(30, 400))
    canvas = desk.page()
    letterhead(canvas, desk, "FRANCE TRAVAIL", (f"Agence de {home.commune}", f"Identifiant : {home.fiscal[:7]}X"))
    recipient(canvas, home)
    y = title(canvas, 82, "AVIS DE SITUATION", 16)
    y = canvas.paragraph(
        22,
        y,
        166,
        f"{who.civility} {who.full}, {who.born} le {short_date(who.naissance)},\n\nNous vous confirmons votre "
        "inscription sur la liste des demandeurs d'emploi depuis le "
        f"{short_date(since)}, en catégorie {desk.rng.choice('123')}. Vous êtes à la recherche d'un emploi "
        "à durée indéterminée à temps plein.\n\nCet avis est établi d'après les éléments connus à ce jour et peut être "
        "présenté aux organismes qui le demandent.",
        11,
        leading=1.55,
    )
    canvas.text(22, y + 10, f"Édité le {short_date(desk.day)}", 9.5)
    return Draft("PRO-DEM", who.role, (canvas.image,))
