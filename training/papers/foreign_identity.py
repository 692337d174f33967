"""Identity papers of other states of the Union: cards with TD1 or TD2 zones, pages of passports with TD3 (IDE-ETR)."""

from __future__ import annotations

from PIL import Image

from training import mrz
from training.desk import Desk
from training.documents.parts import machine_zone, portrait
from training.marks import signature
from training.papers.card_copies import (
    BACK_TO_BACK,
    CENTRED,
    ENLARGED,
    FIRST,
    LOW,
    SECOND,
    STACKED,
    Chooser,
    Faces,
    Placing,
    copies,
)
from training.papers.card_faces import ID_1, ID_2, beside, figures, given, letters, plastic, under
from training.papers.foreign_states import BELGIUM, GERMANY, ITALY, LUXEMBOURG, POLAND, PORTUGAL, ROMANIA, SPAIN, State
from training.papers.nationalities import citizen
from training.papers.writers import Drawer, Drawers, by_family
from training.people import Household, Someone

PAGE = (125.0, 88.0)  # mm, of a passport


def _card(state: State) -> Faces:
    """Return who draws a card with a photograph at the left and its zone on the back."""

    def faces(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
        issued, expiry = given(desk, 10)
        number = letters(desk.rng, 2) + figures(desk.rng, 5) + letters(desk.rng, 2)
        front, back = plastic(desk, ID_1, state.tint), plastic(desk, ID_1, state.tint)
        front.text(4, 2.5, state.head[0], 5.8, "bold")
        front.text(4, 5.6, state.head[1], 5.8)
        front.paste(portrait(front, 23, 30, desk.rng), 4, 13)
        rows = state.rows(who, number, expiry)
        under(front, 30, 10.5, [rows[0], rows[1], rows[2], rows[4], rows[5], rows[6]], 6.6, 4.2, 6.4)
        signature(front, 66, 50, 14, desk.rng)
        overleaf = [rows[3], ("", f"{home.rue} {home.ville}".upper()), ("", state.day(issued))]
        under(back, 4, 4, overleaf, 8, 4.2, 6)
        zone = mrz.td1(state.kind, number, "", who.naissance, who.sexe, expiry, state.nation, who.nom, who.prenoms)
        machine_zone(back, 4, 36.5, zone, 9.7)
        return front.image, back.image

    return faces


def _large_card(state: State) -> Faces:
    """Return who draws a card of the old size, whose one face bears everything."""

    def faces(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
        _, expiry = given(desk, 7)
        number = figures(desk.rng, 6).rjust(8, "R") + "<"
        face = plastic(desk, ID_2, state.tint)
        face.text(52, 3, state.head[0], 7.5, "bold", anchor="ma")
        face.text(52, 7.5, state.head[1], 6.2, anchor="ma")
        face.paste(portrait(face, 27, 34, desk.rng), 5, 16)
        rows = [*state.rows(who, number.strip("<"), expiry), ("Domiciliu / Adresse", f"{home.rue} {home.ville}")]
        under(face, 36, 12.5, rows, 5.9, 4.4, 6.2)
        first, second = mrz.td2(number, who.naissance, who.sexe, expiry, state.nation, who.nom, who.prenoms)
        machine_zone(face, 5, 62, [state.kind + first[5:], second], 10.2)
        return (face.image,)

    return faces


def _passport(state: State) -> Faces:
    """Return who draws the page of a passport."""

    def faces(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
        issued, expiry = given(desk, 10)
        number = letters(desk.rng, 2) + figures(desk.rng, 7)
        page = plastic(desk, PAGE, state.tint)
        page.text(5, 3.5, state.head[0], 7.5, "bold")
        page.text(5, 8, state.head[1], 6.5)
        page.text(120, 8, f"P      {state.nation}      {number}", 8, "bold", anchor="ra")
        page.paste(portrait(page, 33, 42, desk.rng), 6, 17)
        beneath = under(page, 45, 14, state.rows(who, number, expiry), 7.4, 4.6, 7.2)
        beside(page, 45, beneath, [("9.", f"{state.day(issued)}   {home.commune}")], 5, 5)
        signature(page, 8, 68, 26, desk.rng)
        first, second = mrz.td3(number, who.naissance, who.sexe, expiry, state.nation, who.nom, who.prenoms)
        machine_zone(page, 5, 75, [state.kind + first[5:], second], 10.2)
        return (page.image,)

    return faces


def _held_by(state: State) -> Chooser:
    def holder(_: Desk, home: Household) -> Someone:
        return citizen(home, state.nation)

    return holder


def _of(state: State, faces: Faces, *ways: Placing) -> Drawer:
    return copies("IDE-ETR", faces, ways, _held_by(state))


_LOOSE_PAGE = Placing(1.0, ((0.4, 0.3),))
_PAGE_ABOVE = Placing(1.3, ((0.5, 0.08),), grey=True)
DRAWERS: Drawers = {
    "IDE-ETR": by_family(
        first=(
            _of(ITALY, _card(ITALY), *FIRST),
            _of(SPAIN, _card(SPAIN), STACKED, BACK_TO_BACK),
            _of(POLAND, _passport(POLAND), _LOOSE_PAGE, _PAGE_ABOVE),
        ),
        second=(
            _of(PORTUGAL, _card(PORTUGAL), *SECOND),
            _of(BELGIUM, _card(BELGIUM), *SECOND),
            _of(GERMANY, _card(GERMANY), *SECOND),
            _of(LUXEMBOURG, _passport(LUXEMBOURG), ENLARGED),
        ),
        third=(_of(ROMANIA, _large_card(ROMANIA), CENTRED, LOW),),
    )
}
