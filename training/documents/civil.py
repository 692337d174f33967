"""Civil status and health: birth certificates, family booklets, medical certificates."""

from __future__ import annotations

from PIL import Image

from training.canvas import GREY
from training.desk import Desk, Draft, long_date, short_date
from training.documents.parts import closing, letterhead, title
from training.marks import seal, signature
from training.people import Household, Someone


def birth_certificate(desk: Desk, home: Household) -> Draft:
    """IDE-NAI: a copy or an extract of a birth certificate."""
    who = desk.rng.choice([home.demandeur, *home.enfants])
    canvas, parents = desk.page(), _parents(home, who)
    at_home = who.nation == "FRA"
    office = f"MAIRIE DE {who.lieu.upper()}" if at_home else "SERVICE CENTRAL D'ÉTAT CIVIL"
    letterhead(canvas, desk, office, ("Service de l'état civil",) if at_home else ("Nantes",))
    full = desk.family == "A"
    y = title(canvas, 44, "ACTE DE NAISSANCE", 18)
    canvas.text(105, y - 3, "COPIE INTÉGRALE" if full else "EXTRAIT AVEC FILIATION", 12, "bold", anchor="ma")
    canvas.text(22, y + 8, f"Acte n° {desk.rng.randint(10, 990)} / {who.naissance.year}", 11, "bold")
    left = 62.0 if full else 22.0
    if full:
        canvas.line(56, y + 16, 56, 250, GREY)
        canvas.paragraph(20, y + 20, 32, "Mentions marginales : néant", 9, "italic")
    y = canvas.paragraph(
        left,
        y + 20,
        190 - left,
        f"Le {long_date(who.naissance)}, à {desk.rng.randint(1, 23)} heures, est "
        f"{who.gendered('née', 'né')} à {who.lieu} :\n\n{who.nom.upper()} {who.prenoms}, de sexe "
        f"{who.gendered('féminin', 'masculin')},\n\n{who.gendered('fille', 'fils')} de {parents}.\n\nDressé par "
        f"nous, officier "
        "de l'état civil, sur la déclaration faite en mairie. Lecture faite, le déclarant a signé avec nous.",
        11,
        leading=1.6,
    )
    canvas.text(left, y + 8, f"Pour copie certifiée conforme, le {long_date(desk.day)}", 10.5)
    canvas.text(left, y + 14, "L'officier de l'état civil", 10.5, "bold")
    signature(canvas, left + 10, y + 34, 36, desk.rng)
    seal(canvas, 140, y + 10, f"{office[:26]} * ETAT CIVIL *", desk.rng)
    return Draft("IDE-NAI", who.role, (canvas.image,))


def _parents(home: Household, who: Someone) -> str:
    if who.role == "E":
        return " et de ".join(adult.full for adult in home.adults)
    return f"Anselme {who.nom.upper()} et de Rosalie VERDELOIS"


def family_booklet(desk: Desk, home: Household) -> Draft:
    """FAM-LIV: the booklet opened and copied, parents first and then the children."""
    canvases = [_spouses(desk, home)]
    if home.enfants:
        canvases.append(_children(desk, home))
    return Draft("FAM-LIV", None, tuple(canvases))


def _spouses(desk: Desk, home: Household) -> Image.Image:
    canvas = desk.page()
    canvas.box(14, 18, 182, 130 if desk.family == "A" else 240, GREY, 0.5)
    title(canvas, 24, "LIVRET DE FAMILLE", 17)
    canvas.text(105, 38, f"Délivré par la mairie de {home.commune}", 10, anchor="ma")
    canvas.text(
        22,
        50,
        "EXTRAIT DE L'ACTE DE MARIAGE N° " + str(desk.rng.randint(3, 180))
        if home.conjoint
        else "EXTRAIT DE L'ACTE DE NAISSANCE N° " + str(desk.rng.randint(3, 180)),
        11,
        "bold",
    )
    for column, who in enumerate(home.adults):
        x = 22.0 + 88 * column
        words = who.gendered("ÉPOUSE", "ÉPOUX") if home.conjoint else who.gendered("MÈRE", "PÈRE")
        canvas.text(x, 60, words, 10.5, "bold")
        canvas.paragraph(
            x,
            68,
            82,
            f"Nom : {who.nom.upper()}\nPrénoms : {who.prenoms}\n{who.gendered('Née', 'Né')} le "
            f"{short_date(who.naissance)}\n"
            f"à {who.lieu}",
            10.5,
            leading=1.6,
        )
    canvas.text(22, 108, "Contrat de mariage : sans contrat" if home.conjoint else "Conforme aux registres", 10)
    canvas.text(22, 116, "L'officier de l'état civil", 10)
    signature(canvas, 30, 136, 34, desk.rng)
    seal(canvas, 140, 106, f"SCEAU DE LA MAIRIE * {home.commune[:14]} *", desk.rng)
    return canvas.image


def _children(desk: Desk, home: Household) -> Image.Image:
    canvas, y = desk.page(), 18.0
    canvas.text(186, 10, "LIVRET DE FAMILLE", 8, ink=GREY, anchor="ra")
    for rank, child in zip(("PREMIER", "DEUXIÈME", "TROISIÈME"), home.enfants, strict=False):
        canvas.box(14, y, 182, 82, GREY, 0.5)
        canvas.text(105, y + 4, f"{rank} ENFANT", 12, "bold", anchor="ma")
        canvas.text(22, y + 12, f"Extrait de l'acte de naissance n° {desk.rng.randint(10, 900)}", 10.5, "bold")
        canvas.paragraph(
            22,
            y + 20,
            110,
            f"Le {long_date(child.naissance)} est {child.gendered('née', 'né')}\n{child.nom.upper()} {child.prenoms}\n"
            f"à {child.lieu}\nMentions : néant\nConforme aux registres, l'officier de l'état civil",
            10.5,
            leading=1.6,
        )
        signature(canvas, 34, y + 72, 30, desk.rng)
        seal(canvas, 150, y + 40, f"SCEAU DE LA MAIRIE * {home.commune[:14]} *", desk.rng)
        y += 88
    return canvas.image


def medical_certificate(desk: Desk, home: Household) -> Draft:
    """SAN-CER: a doctor supports the demand for another home."""
    who, doctor = desk.rng.choice(home.adults), desk.rng.choice(home.world.medecins)
    canvas, name = desk.page(), doctor.split(" ", 1)[1]
    letterhead(
        canvas,
        desk,
        f"Docteur {name}",
        ("Médecine générale", f"N° RPPS 1010{desk.rng.randint(1000000, 9999999)}", home.ville),
    )
    y = title(canvas, 60, "CERTIFICAT MÉDICAL", 17)
    need = desk.rng.choice(
        (
            "un logement situé au rez-de-chaussée ou desservi par un ascenseur",
            "un logement adapté, sans marche d'accès",
            "un logement sain, exempt d'humidité",
        )
    )
    y = canvas.paragraph(
        24,
        y + 4,
        162,
        f"Je soussigné, Docteur {name}, certifie avoir examiné ce jour {who.civility} {who.full}, {who.born} le "
        f"{short_date(who.naissance)}.\n\nL'état de santé de {who.gendered('cette patiente', 'ce patient')} "
        f"nécessite {need}.\n\n"
        "Certificat établi à la demande de l'intéressé(e) et remis en main propre pour faire valoir ce que de droit.",
        11.5,
        leading=1.6,
    )
    closing(canvas, desk, home, y + 14, f"Docteur {name}", [f"Docteur {name}", "Médecine générale"])
    return Draft("SAN-CER", who.role, (canvas.image,))
