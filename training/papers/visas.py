"""Long-stay visas that stand for a permit: the sticker on its page, and what says that it was validated (SEJ-VLS)."""

from __future__ import annotations

from datetime import date, timedelta

from PIL import Image

from training import mrz
from training.canvas import Canvas
from training.desk import Desk, Draft, short_date
from training.documents.parts import machine_zone, portrait
from training.marks import stamp
from training.papers.card_copies import Placing, copies
from training.papers.card_faces import figures, later, letters, plastic, under
from training.papers.case import Case
from training.papers.content import Fields, Paper, Text
from training.papers.lay import laid
from training.papers.nationalities import ADJECTIVES, foreigner
from training.papers.writers import Drawers, by_family
from training.people import Household, Someone

PAGE, STICKER, SMALL_STICKER = (125.0, 88.0), (120.0, 80.0), (105.0, 74.0)  # mm
GREEN, VIOLET = (196, 224, 206), (218, 208, 234)
POSTS = ("BAMAKO", "RABAT", "DAKAR", "TUNIS", "HANOÏ", "ABIDJAN", "ISTANBUL")


def _sticker(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw a sticker of format A, on a page that shows at its edges, with the stamp of the border."""
    number, since, until = _given(desk)
    page = plastic(desk, PAGE, (230, 216, 220))
    face = plastic(desk, STICKER, GREEN)
    face.text(4, 3, "VISA", 14, "bold", (30, 90, 60))
    face.text(22, 4, "FRANCE – FRA", 8, "bold")
    face.text(116, 4, number, 9, "bold", anchor="ra")
    face.paste(portrait(face, 26, 34, desk.rng), 4, 14)
    rows = (
        ("VALABLE POUR / VALID FOR", "FRANCE"),
        ("DU / FROM          AU / UNTIL", f"{_short(since)}        {_short(until)}"),
        ("TYPE DE VISA     NOMBRE D'ENTRÉES     DURÉE DU SÉJOUR", "D           MULT           ***"),
        ("DÉLIVRÉ À / ISSUED IN          LE / ON", f"{desk.rng.choice(POSTS)}        {_short(since)}"),
        ("NOM, PRÉNOM / SURNAME, NAME", f"{who.nom.upper()} {who.prenom.upper()}"),
        ("REMARQUES / REMARKS", f"CESEDA R.311-3 VLS-TS {home.ville[:2]}"),
    )
    under(face, 34, 12, rows, 7.8, 4.4, 7)
    machine_zone(face, 4, 66.5, _zone(who, number, until, 44), 9.9)
    page.paste(face.image, 3, 4)
    stamp(page, 88, 20, [f"{since:%d.%m.%y}", "AÉROPORT"], desk.rng, (150, 30, 40))
    return (page.image,)


def _small_sticker(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw a sticker of format B, otherwise arranged."""
    number, since, until = _given(desk)
    face = plastic(desk, SMALL_STICKER, VIOLET)
    face.box(0, 0, 105, 8, thick=0, fill=(70, 60, 130))
    face.text(4, 1.8, "RÉPUBLIQUE FRANÇAISE · VISA DE LONG SÉJOUR", 8, "bold", (245, 245, 250))
    face.paste(portrait(face, 23, 30, desk.rng), 78, 11)
    rows = (
        ("Visa n°", number),
        ("Titulaire", f"{who.nom.upper()} {who.prenoms}"),
        ("Validité", f"{short_date(since)} – {short_date(until)}"),
        ("Catégorie", f"D · {desk.rng.choice(('SALARIÉ', 'ÉTUDIANT', 'FAM. FRANÇAIS', 'VISITEUR'))}"),
        ("Entrées · États Schengen", "MULTIPLES · France + 90 jours"),
        ("Observations", f"VLS-TS · {home.ville[:2]} · OFII"),
    )
    under(face, 5, 10.5, rows, 7.8, 4.6, 7)
    machine_zone(face, 5, 62, _zone(who, number, until, 36), 10)
    return (face.image,)


def _zone(who: Someone, number: str, until: date, width: int) -> list[str]:
    return mrz.visa(number, who.naissance, who.sexe, until, who.nation, who.nom, who.prenoms, "", width)


def _given(desk: Desk) -> tuple[str, date, date]:
    """Return number, first day and last day of a visa of a year."""
    since = desk.day - timedelta(days=desk.rng.randint(20, 330))
    return letters(desk.rng, 1) + figures(desk.rng, 8), since, later(since, 1)


def _short(day: date) -> str:
    return f"{day:%d-%m-%y}"


def _validation(desk: Desk, home: Household) -> Draft:
    """Draw what the ministry's site gives once the visa is registered and the tax is paid."""
    case, who = Case(desk, home), foreigner(desk, home)
    number, since, until = _given(desk)
    identity = (
        ("Nom", who.nom.upper()),
        ("Prénom(s)", who.prenoms),
        ("Date de naissance", short_date(who.naissance)),
        ("Nationalité", ADJECTIVES[who.nation]),
        ("Numéro étranger", f"99{case.number(8)}"),
    )
    visa = (
        ("Numéro de visa", number),
        ("Date d'entrée en France", short_date(since)),
        ("Visa valable du", f"{short_date(since)} au {short_date(until)}"),
        ("Timbre fiscal", f"n° {case.number(4)} {case.number(4)} {case.number(4)} {case.number(4)} – 200 €"),
    )
    paper = Paper(
        "SEJ-VLS",
        who.role,
        "Ministère de l'Intérieur",
        "Confirmation de la validation de l'enregistrement de votre visa",
        (
            Text(
                f"{case.named(who)}, votre visa de long séjour valant titre de séjour (VLS-TS) a bien été validé. "
                "Vous êtes en situation régulière sur le territoire français jusqu'à la date d'expiration du visa."
            ),
            Fields(identity),
            Fields(visa),
            Text(
                "Cette confirmation est à conserver et à présenter avec votre passeport. Vous devrez demander le "
                "renouvellement de votre titre entre le quatrième et le deuxième mois qui précède son expiration."
            ),
        ),
        lines=("Direction générale des étrangers en France", "Étrangers en France – service en ligne"),
        subtitle=f"Validation effectuée le {case.short(3, 60)}",
        references=(f"Dossier VLS-{case.number(10)}",),
        foot="Articles L. 312-2 et R. 431-16 à R. 431-19 du code de l'entrée et du séjour des étrangers et du droit "
        "d'asile. Le droit au séjour est attesté par la présente confirmation accompagnée du visa.",
    )
    return laid(paper, desk, home)


def _notice_of_stamp(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the sticker, and beside it the page on which the office of immigration stuck its own."""
    (sticker,) = _small_sticker(desk, home, who)
    page = Canvas.blank(desk.dpi, desk.faces, *PAGE, (248, 242, 238))
    page.box(22, 18, 80, 46, (70, 90, 120), 0.4)
    page.text(62, 22, "OFII", 14, "bold", anchor="ma")
    page.text(62, 30, "Office français de l'immigration et de l'intégration", 6.5, anchor="ma")
    page.text(28, 38, "Séjour autorisé en application de l'article R. 311-3 du CESEDA", 6)
    page.text(28, 44, f"N° {figures(desk.rng, 10)}", 8, "bold")
    page.text(28, 50, f"Visite du {short_date(desk.day - timedelta(days=30))}", 8)
    stamp(page, 62, 46, ["DT OFII", home.commune], desk.rng)
    return sticker, page.image


_ALONE = Placing(1.15, ((0.3, 0.1),))
_GREY = Placing(1.0, ((0.5, 0.4),), grey=True)
_TURNED = Placing(1.2, ((0.8, 0.3),), turn=90)
_BOTH = Placing(1.0, ((0.4, 0.1), (0.5, 0.7)))
DRAWERS: Drawers = {
    "SEJ-VLS": by_family(
        first=(copies("SEJ-VLS", _sticker, (_ALONE, _GREY), foreigner), _validation),
        second=(copies("SEJ-VLS", _small_sticker, (_TURNED,), foreigner), _validation),
        third=(copies("SEJ-VLS", _notice_of_stamp, (_BOTH,), foreigner), _validation),
    )
}
