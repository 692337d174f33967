"""Tax notices (FIS-AVI) and what stands for them until they come (FIS-ASD), on two or three numbered pages."""

from __future__ import annotations

from training.canvas import GREY, Canvas
from training.desk import Desk, Draft, short_date
from training.documents.parts import fields, pagination, recipient, title
from training.people import Household

OFFICE = "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES"


def notice(desk: Desk, home: Household) -> Draft:
    """FIS-AVI: an avis d'impôt sur les revenus of the year before last."""
    total = desk.rng.choice((2, 2, 3))
    earned = desk.day.year - 2
    reference = f"{earned % 100:02d}57{home.fiscal[:9]}"
    pages = [_first(desk, home, earned, reference)]
    pages.append(_reckoning(desk, home, earned, reference))
    if total > 2:
        pages.append(_information(desk, reference))
    for number, canvas in enumerate(pages, 1):
        pagination(canvas, desk, number, total)
    return Draft("FIS-AVI", "D", tuple(canvas.image for canvas in pages), back_to_back=desk.family == "B")


def declaration(desk: Desk, home: Household) -> Draft:
    """FIS-ASD: an avis de situation déclarative, given out when the declaration is signed, on two pages."""
    earned = desk.day.year - 2
    reference = f"{earned % 100:02d}57{home.fiscal[:9]}"
    pages = (_declared(desk, home, earned, reference), _reckoning(desk, home, earned, reference))
    for number, canvas in enumerate(pages, 1):
        pagination(canvas, desk, number, len(pages))
    return Draft("FIS-ASD", "D", tuple(canvas.image for canvas in pages))


def _head(desk: Desk, reference: str) -> Canvas:
    canvas = desk.page()
    x, anchor = (16.0, "la") if desk.family == "A" else (194.0, "ra")
    canvas.text(x, 12, OFFICE, 10.5, "bold", anchor=anchor)
    canvas.text(x, 17.5, f"Référence de l'avis : {reference}", 8.5, ink=GREY, anchor=anchor)
    return canvas


def _first(desk: Desk, home: Household, earned: int, reference: str) -> Canvas:
    canvas = _head(desk, reference)
    recipient(canvas, home, 48)
    y = title(canvas, 78, f"AVIS D'IMPÔT ÉTABLI EN {earned + 1}", 17, framed=desk.family == "A")
    canvas.text(105, y - 3, f"IMPÔT SUR LES REVENUS DE L'ANNÉE {earned}", 12, "bold", anchor="ma")
    income = home.net * 12 * 0.9
    y = fields(
        canvas,
        16,
        y + 10,
        (
            ("Vos références", ""),
            ("Numéro fiscal (déclarant 1)", " ".join(home.fiscal[i : i + 2] for i in range(0, 13, 2))),
            ("Référence de l'avis", reference),
            ("Date d'établissement", f"10/07/{earned + 1}"),
            ("Date de mise en recouvrement", f"31/07/{earned + 1}"),
            ("Nombre de parts", _shares(home)),
            ("Revenu fiscal de référence", f"{income:,.0f} €".replace(",", " ")),
        ),
        70,
        10,
    )
    canvas.box(14, y + 4, 182, 24, desk.accent, 0.5)
    canvas.text(
        20, y + 8, "Somme qu'il vous reste à payer" if home.net > 1900 else "Vous n'êtes pas imposable", 12, "bold"
    )
    due = f"{max(0, home.net - 1900) * 1.3:,.0f} €".replace(",", " ") if home.net > 1900 else "0 €"
    canvas.text(188, y + 8, due, 13, "bold", anchor="ra")
    canvas.paragraph(
        20,
        y + 36,
        170,
        "Cet avis vous informe du montant de votre impôt sur les revenus et des prélèvements "
        "sociaux. Conservez-le : il justifie de vos ressources auprès des organismes. Pour toute question, "
        "adressez-vous à votre centre des finances publiques en rappelant vos références.",
        9.5,
    )
    return canvas


def _declared(desk: Desk, home: Household, earned: int, reference: str) -> Canvas:
    canvas = _head(desk, reference)
    recipient(canvas, home, 48)
    y = title(canvas, 78, "AVIS DE SITUATION DÉCLARATIVE", 16, framed=desk.family == "A")
    canvas.text(105, y - 3, f"À L'IMPÔT SUR LE REVENU {earned + 1}", 12, "bold", anchor="ma")
    y = fields(
        canvas,
        16,
        y + 10,
        (
            ("Vos références", ""),
            ("Numéro fiscal (déclarant 1)", " ".join(home.fiscal[i : i + 2] for i in range(0, 13, 2))),
            ("Référence de l'avis", reference),
            ("Date de la déclaration", f"{desk.rng.randint(12, 28)}/05/{earned + 1}"),
            ("Nombre de parts", _shares(home)),
            ("Revenu fiscal de référence", f"{home.net * 12 * 0.9:,.0f} €".replace(",", " ")),
        ),
        70,
        10,
    )
    canvas.paragraph(
        20,
        y + 8,
        170,
        "Ce document est sans valeur d'avis d'impôt. Il est établi d'après votre déclaration en ligne et justifie de "
        "vos ressources auprès des organismes, dans l'attente de votre avis d'impôt.",
        9.5,
    )
    return canvas


def _reckoning(desk: Desk, home: Household, earned: int, reference: str) -> Canvas:
    canvas = _head(desk, reference)
    income, cut = home.net * 12, home.net * 1.2
    names = " et ".join(who.full for who in home.adults)
    canvas.text(16, 32, f"{names} – {home.ville}", 10)
    canvas.text(16, 38, f"Détail du calcul de l'impôt sur les revenus de {earned}", 12, "bold")
    rows = [
        ["Détail des revenus", "Déclarant 1", "Total"],
        ["Salaires", f"{income}", f"{income}"],
        ["Déduction 10 % ou frais réels", f"- {cut:.0f}", f"- {cut:.0f}"],
        ["Salaires et pensions nets", f"{income - cut:.0f}", f"{income - cut:.0f}"],
        ["Revenu brut global", "", f"{income - cut:.0f}"],
        ["Revenu imposable", "", f"{income - cut:.0f}"],
        ["Impôt sur les revenus soumis au barème", "", f"{max(0, home.net - 1900) * 1.6:.0f}"],
        ["Décote", "", f"{max(0, home.net - 1900) * 0.3:.0f}"],
        ["Impôt total avant crédits d'impôt", "", f"{max(0, home.net - 1900) * 1.3:.0f}"],
        ["Nombre de parts", "", _shares(home)],
        ["Revenu fiscal de référence", "", f"{income - cut:.0f}"],
    ]
    y = canvas.table(16, 48, (96, 40, 40), rows, 9.5, ruled=desk.family == "A")
    situation = "mariés" if home.conjoint else "célibataire, divorcé(e) ou séparé(e)"
    fields(
        canvas,
        16,
        y + 8,
        (
            ("Situation du foyer", situation),
            ("Enfants à charge", str(len(home.enfants))),
            ("Adresse au 1er janvier", f"{home.rue}, {home.ville}"),
        ),
        55,
        9.5,
    )
    return canvas


def _information(desk: Desk, reference: str) -> Canvas:
    canvas = _head(desk, reference)
    canvas.text(16, 34, "Informations complémentaires", 12, "bold")
    canvas.paragraph(
        16,
        44,
        178,
        (
            "Prélèvement à la source. Le taux calculé à partir de votre déclaration s'applique dès le mois de "
            "septembre. "
            "Vous pouvez le moduler en cas de changement de situation.\n\nRéclamation. Si vous contestez le "
            "montant de l'impôt, "
            "vous disposez d'un délai pour déposer une réclamation auprès du service des impôts des particuliers.\n\n"
            "Usage de cet avis. Le revenu fiscal de référence et le nombre de parts permettent de vérifier vos droits "
            f"(logement social, bourses, tarifs municipaux). Édité le {short_date(desk.day)}."
        ),
        9.5,
    )
    return canvas


def _shares(home: Household) -> str:
    children = len(home.enfants)
    return f"{len(home.adults) + 0.5 * min(children, 2) + max(0, children - 2):.2f}".replace(".", ",")
