"""Lays papers out: what a paper says and how its issuer sets it become drawn pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from training.canvas import GREY, PALE, Canvas, Ink
from training.desk import Desk, Draft, long_date
from training.handwriting import write
from training.marks import signature, stamp
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Part, Table, Text
from training.papers.style import STYLES, Style
from training.people import Household

WIDTH, FOOT = 210.0, 268.0  # mm: of the page, and where what is written must end
LINE = 0.5  # mm of a line, per point of its type


def laid(paper: Paper, desk: Desk, home: Household) -> Draft:
    """Draw ``paper`` in one of the ways of the desk's family."""
    style = desk.rng.choice(STYLES[desk.family])
    flow = _Flow(desk, style)
    _begin(flow, paper, home)
    for part in paper.parts:
        _add(flow, part)
    _end(flow, paper, home)
    many = len(flow.pages) > 1 or paper.numbered
    for number, page in enumerate(flow.pages, 1):
        if many:
            page.text(WIDTH - 16, 286, style.page_of.format(n=number, of=len(flow.pages)), 8.5, anchor="ra")
        if paper.foot:
            page.paragraph(style.margin, 277, WIDTH - 2 * style.margin - 30, paper.foot, 6.5, ink=GREY, leading=1.2)
    return Draft(paper.type, paper.role, tuple(page.image for page in flow.pages), paper.motif)


@dataclass(slots=True)
class _Flow:
    """Pages being filled from the top; ``y``: how far down the last one, in mm."""

    desk: Desk
    style: Style
    pages: list[Canvas] = field(default_factory=list)
    y: float = 0.0

    def __post_init__(self) -> None:
        self.turn()

    @property
    def page(self) -> Canvas:
        return self.pages[-1]

    @property
    def left(self) -> float:
        return self.style.margin

    @property
    def width(self) -> float:
        return WIDTH - 2 * self.style.margin

    @property
    def ink(self) -> Ink:
        return self.desk.accent

    def turn(self) -> None:
        """Go on to a new page."""
        self.pages.append(self.desk.page())
        self.y = 18.0

    def room(self, height: float) -> None:
        """Make sure that ``height`` mm are left."""
        if self.y + height > FOOT:
            self.turn()

    def words(self, text: str, size: float, *, bold: bool = False) -> None:
        step = size * 1.4 * 25.4 / 72
        for line in self.page.wrap(text, self.width, size, "bold" if bold else "regular"):
            self.room(step)
            self.page.text(self.left, self.y, line, size, "bold" if bold else "regular")
            self.y += step


def _begin(flow: _Flow, paper: Paper, home: Household) -> None:
    _issuer(flow, paper)
    page, style = flow.page, flow.style
    if paper.form:
        page.text(WIDTH - style.margin, 10, paper.form, 9, "bold", anchor="ra")
    flow.y = 16 + 5 * (2 + len(paper.lines))
    for line in paper.references:
        page.text(flow.left, flow.y, line, 9)
        flow.y += 4.6
    if paper.letter:
        top = max(44.0, flow.y - 8)
        who = home.conjoint if paper.role == "C" and home.conjoint is not None else home.demandeur
        for row, line in enumerate((f"{who.civility} {who.full}", home.rue, home.ville)):
            page.text(114, top + 5.2 * row, line, 10.5)
        flow.y = max(flow.y, top + 20)
    if style.dated == "head" and paper.signer:
        page.text(
            WIDTH - style.margin, flow.y, f"{home.commune.title()}, le {long_date(flow.desk.day)}", 10, anchor="ra"
        )
        flow.y += 8
    _title(flow, paper)


def _issuer(flow: _Flow, paper: Paper) -> None:
    page, style, ink = flow.page, flow.style, flow.ink
    x, anchor = {"centre": (WIDTH / 2, "ma"), "right": (WIDTH - style.margin, "ra")}.get(style.head, (flow.left, "la"))
    if style.head == "band":
        page.box(0, 0, WIDTH, 8, thick=0, fill=ink)
    if style.head == "boxed":
        widest = max(page.width_of(line, 13, "bold") for line in (paper.issuer, *paper.lines))
        page.box(flow.left - 3, 11, widest + 6, 9 + 4.8 * len(paper.lines), ink, 0.3)
    page.text(x, 13, paper.issuer, 13, "bold", ink, anchor)
    for row, line in enumerate(paper.lines):
        page.text(x, 19.5 + 4.6 * row, line, 9, anchor=anchor)


def _title(flow: _Flow, paper: Paper) -> None:
    page, style = flow.page, flow.style
    words = paper.title.upper() if style.shouted else paper.title
    size = style.title
    while page.width_of(words, size, "bold") > flow.width - 8:
        size -= 0.5
    width, height, y = page.width_of(words, size, "bold"), size * 0.36, flow.y + 4
    middle = flow.left + width / 2 if style.heading == "left" else WIDTH / 2
    if style.heading == "framed":
        page.box(middle - width / 2 - 5, y - 2.5, width + 10, height + 6, thick=0.4)
    elif style.heading == "filled":
        page.box(flow.left, y - 2, flow.width, height + 5, thick=0, fill=PALE)
    elif style.heading == "underlined":
        page.line(middle - width / 2, y + height + 2.5, middle + width / 2, y + height + 2.5, flow.ink, 0.5)
    page.text(middle, y, words, size, "bold", anchor="ma")
    flow.y = y + height + 6
    if paper.subtitle:
        x, anchor = (flow.left, "la") if style.heading == "left" else (WIDTH / 2, "ma")
        page.text(x, flow.y, paper.subtitle, 10.5, anchor=anchor)
        flow.y += 6
    flow.y += 5


def _add(flow: _Flow, part: Part) -> None:
    match part:
        case Leaf():
            flow.turn()
        case Text(words, bold):
            flow.words(words, flow.style.size, bold=bold)
            flow.y += 3
        case Heading(words):
            flow.room(20)
            flow.y += 2
            flow.page.text(flow.left, flow.y, words, flow.style.size + 1.5, "bold", flow.ink)
            flow.y += 8
        case Fields(pairs):
            for label, value in pairs:
                _pair(flow, label, value)
            flow.y += 3
        case Filled(pairs):
            for label, value in pairs:
                _blank(flow, label, value)
            flow.y += 3
        case Choices(boxes):
            _boxes(flow, boxes)
        case Table(rows, shares):
            _table(flow, rows, shares)


def _pair(flow: _Flow, label: str, value: str) -> None:
    size, step = flow.style.size, flow.style.size * LINE + 1.2
    flow.room(step + 2)
    page, left, half = flow.page, flow.left, flow.left + flow.width * 0.42
    match flow.style.pairs:
        case "columns":
            page.text(left, flow.y, label, size, ink=GREY)
            page.text(half, flow.y, value, size, "bold")
        case "dots":
            page.text(left, flow.y, label, size)
            start, stop = left + page.width_of(label, size) + 1, max(half, left + page.width_of(label, size) + 3)
            page.text(start, flow.y, "." * max(0, int((stop - start) / page.width_of(".", size))), size, ink=GREY)
            page.text(stop + 1, flow.y, value, size)
        case "grid":
            step += 1.6
            page.box(left, flow.y - 1.2, flow.width, step, GREY, 0.15)
            page.text(left + 1.5, flow.y, label, size)
            page.text(half, flow.y, value, size, "bold")
        case "colon":
            page.text(left, flow.y, f"{label} :", size)
            page.text(left + page.width_of(f"{label} : ", size) + 1, flow.y, value, size)
    flow.y += step


def _blank(flow: _Flow, label: str, value: str) -> None:
    """Print a label and its dotted blank; write in it by hand."""
    size, step = flow.style.size + 0.5, 11.0
    flow.room(step)
    page, start = flow.page, flow.left + flow.page.width_of(label, size) + 3
    page.text(flow.left, flow.y + 3, label, size)
    page.text(start, flow.y + 4, "." * max(0, int((flow.left + flow.width - start) / 1.1)), 8)
    if value:
        write(page, flow.desk.hand, start + 2, flow.y + 0.5, value, 14, flow.desk.rng)
    flow.y += step


def _boxes(flow: _Flow, boxes: tuple[tuple[str, bool], ...]) -> None:
    for label, ticked in boxes:
        flow.room(8)
        page, x, y = flow.page, flow.left, flow.y
        page.box(x, y + 0.4, 3.4, 3.4, thick=0.25)
        if ticked:
            page.line(x + 0.6, y + 1, x + 2.8, y + 3.2, thick=0.5)
            page.line(x + 2.8, y + 1, x + 0.6, y + 3.2, thick=0.5)
        page.text(x + 6, y, label, flow.style.size)
        flow.y += flow.style.size * LINE + 1.4
    flow.y += 3


def _table(flow: _Flow, rows: tuple[tuple[str, ...], ...], shares: tuple[float, ...]) -> None:
    size = flow.style.size - 1
    widths = [flow.width * share / sum(shares) for share in shares]
    height = size * 1.75 * 25.4 / 72
    head, rest = rows[0], list(rows[1:])
    while rest:
        flow.room(height * min(len(rest) + 1, 3))
        fit = max(1, int((FOOT - flow.y) / height) - 1)
        flow.y = flow.page.table(flow.left, flow.y, widths, [head, *rest[:fit]], size, ruled=flow.style.ruled)
        rest = rest[fit:]
    flow.y += 3


def _end(flow: _Flow, paper: Paper, home: Household) -> None:
    if not paper.signer:
        return
    flow.room(42)
    page, x, y = flow.page, 118.0, flow.y + 4
    if flow.style.dated == "foot":
        page.text(x, y, f"Fait à {home.commune.title()}, le {long_date(flow.desk.day)}", 10)
    page.text(x, y + 6, paper.signer, 10, "bold")
    signature(page, x + 8, y + 24, 36, flow.desk.rng)
    if paper.seal:
        stamp(page, flow.left + 10, y + 6, list(paper.seal), flow.desk.rng)
