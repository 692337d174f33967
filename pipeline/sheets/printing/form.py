"""The form that fiches and bordereaux share: header, title, labelled fields, and the code twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.errors import Misuse
from pipeline.sheets.printing.paper import GREY, PALE, Face, Paper
from pipeline.sheets.printing.symbol import Symbol, symbol

MINISTRY = "MINISTÈRE DU LOGEMENT\nET DE L'HABITAT DURABLE"
SITE = "www.demande-logement-social.gouv.fr"
ABOUT_CODES = "Ce code, imprimé deux fois, permet de reconnaître les éléments ci-dessus.\nN'écrivez rien dessus."
LEFT, RIGHT, TOP, BOTTOM = 20.0, 190.0, 16.0, 281.0
HEADER_WIDTH = 84.0
TITLE_TOP, TITLE_HEIGHT, TITLE_WIDTH = 58.0, 25.0, 150.0
FIELDS_TOP, GAP = 93.0, 3.5
LABEL_WIDTH, VALUE_LEFT, PADDING, NOTE_HEIGHT = 69.0, 91.0, 3.0, 4.0


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled box ``height`` mm high, ``note`` under its label; an empty ``value`` is left to be filled in.

    Values stand in the machine's type, which tells I from l and 0 from O.
    """

    label: str
    value: str
    note: str = ""
    height: float = 11.0
    size: float = 14.0


def form(title: str, fields: Sequence[Field], payload: str, day: date, reminder: str = "") -> bytes:
    """Return the PDF of a sheet, one page; ``Misuse`` says what cannot be printed."""
    code = symbol(payload)
    paper = Paper(title, day)
    paper.write(LEFT, TOP, HEADER_WIDTH, 10, MINISTRY, Face.BOLD, 11)
    paper.write(LEFT, TOP + 11, HEADER_WIDTH, 5, SITE, Face.PLAIN, 9, ink=GREY)
    paper.box(LEFT, TITLE_TOP, RIGHT - LEFT, TITLE_HEIGHT, fill=PALE)
    paper.write(LEFT + 5, TITLE_TOP, TITLE_WIDTH, TITLE_HEIGHT, title, Face.BOLD, 14)
    y = _fill(paper, fields)
    if reminder:
        paper.box(LEFT, y + 4, RIGHT - LEFT, 17)
        paper.write(LEFT + 5, y + 4, RIGHT - LEFT - 10, 17, reminder, Face.BOLD, 10)
    _print_codes(paper, code)
    return paper.pdf()


def _fill(paper: Paper, fields: Sequence[Field]) -> float:
    """Write the fields one under the other, and return where they end."""
    y = FIELDS_TOP
    for field in fields:
        # The label stands at the height of its value, as one line, or what is read of the sheet would not join them.
        paper.write(LEFT, y, LABEL_WIDTH, field.height, field.label, Face.PLAIN, 10.5)
        paper.write(LEFT, y + field.height / 2 + 2.5, LABEL_WIDTH, NOTE_HEIGHT, field.note, Face.PLAIN, 8, ink=GREY)
        paper.box(VALUE_LEFT, y, RIGHT - VALUE_LEFT, field.height)
        if value := " ".join(field.value.split()):
            width = RIGHT - VALUE_LEFT - 2 * PADDING
            paper.write(VALUE_LEFT + PADDING, y, width, field.height, value, _face(paper, field, value), field.size)
        y += field.height + GAP
    return y


def _face(paper: Paper, field: Field, value: str) -> Face:
    """Return the face of ``value``: the plain one has scripts that the machine's lacks."""
    for char in value:
        if not (char.isprintable() and paper.can_write(char, Face.PLAIN)):
            shown = f"« {char} »" if char.isprintable() else f"invisible U+{ord(char):04X}"
            raise Misuse(f"« {field.label} » : le caractère {shown} ne peut pas être imprimé.")
    return Face.MACHINE if paper.can_write(value, Face.MACHINE) else Face.PLAIN


def _print_codes(paper: Paper, code: Symbol) -> None:
    """Print the code top right and bottom left, its dark square on the margins; the quiet zone is what lies around."""
    paper.code(RIGHT - code.side, TOP, code)
    paper.code(LEFT, BOTTOM - code.side, code)
    beside = LEFT + code.side + 10
    paper.write(beside, BOTTOM - 10, RIGHT - beside, 10, ABOUT_CODES, Face.PLAIN, 9, ink=GREY)
