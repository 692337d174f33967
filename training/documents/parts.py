"""Parts that many documents share: letterheads, recipients, closings, lists of fields, portraits."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from training.canvas import GREY, Canvas
from training.desk import Desk, long_date
from training.fonts import MACHINE_READABLE, load
from training.marks import signature, stamp
from training.people import Household


def letterhead(canvas: Canvas, desk: Desk, issuer: str, lines: Iterable[str] = ()) -> None:
    """Write who sends; family A at the left, B centred, now and then under a coloured band."""
    if desk.family == "A":
        canvas.text(18, 14, issuer, 13, "bold", desk.accent)
        for row, line in enumerate(lines):
            canvas.text(18, 21 + 4.6 * row, line, 9)
        return
    if desk.rng.random() < 0.5:
        canvas.box(0, 0, 210, 6, thick=0, fill=desk.accent)
    canvas.text(105, 11, issuer, 15, "bold", desk.accent, "ma")
    canvas.text(105, 19, " · ".join(lines), 8.5, ink=GREY, anchor="ma")
    canvas.line(18, 25, 192, 25, desk.accent, 0.4)


def recipient(canvas: Canvas, home: Household, y: float = 44, x: float = 112) -> None:
    """Write the household's address where a window envelope shows it."""
    who = home.demandeur
    for row, line in enumerate((f"{who.civility} {who.full}", home.rue, home.ville)):
        canvas.text(x, y + 5.2 * row, line, 10.5)


def title(canvas: Canvas, y: float, words: str, size: float = 16, *, framed: bool = False) -> float:
    """Write a centred title; return the y below."""
    width = canvas.width_of(words, size, "bold")
    if framed:
        canvas.box(105 - width / 2 - 5, y - 2.5, width + 10, size * 0.36 + 7, thick=0.4)
    canvas.text(105, y, words, size, "bold", anchor="ma")
    return y + size * 0.36 + 9


def fields(
    canvas: Canvas, x: float, y: float, pairs: Iterable[tuple[str, str]], gap: float = 60, size: float = 10
) -> float:
    """Write a list of labels and values; return the y below."""
    for label, value in pairs:
        canvas.text(x, y, label, size, ink=GREY)
        canvas.text(x + gap, y, value, size, "bold")
        y += size * 0.62
    return y + 2


def closing(canvas: Canvas, desk: Desk, home: Household, y: float, signer: str, seal: list[str] | None = None) -> None:
    """Write place and date, then sign; with a rubber stamp when ``seal`` is given."""
    canvas.text(112, y, f"Fait à {home.commune}, le {long_date(desk.day)}", 10)
    canvas.text(112, y + 6, signer, 10, "bold")
    signature(canvas, 122, y + 24, 38, desk.rng)
    if seal:
        stamp(canvas, 30, y + 4, seal, desk.rng)


def pagination(canvas: Canvas, desk: Desk, number: int, total: int) -> None:
    """Write the page's number, in one of the usual ways."""
    words = f"{number}/{total}" if desk.family == "A" else f"Page {number} sur {total}"
    canvas.text(190, 285, words, 9, anchor="ra")


def paraphs(canvas: Canvas, rng: Random) -> None:
    """Initial the foot of a contract's page."""
    for x in (22.0, 40.0):
        signature(canvas, x, 286, 9, rng)


def machine_zone(canvas: Canvas, x: float, y: float, lines: Iterable[str], points: float) -> None:
    """Print lines of a machine-readable zone, spaced as on cards."""
    font = load(MACHINE_READABLE.package, MACHINE_READABLE.path, round(points * canvas.dpi / 72))
    for row, line in enumerate(lines):
        canvas.pen.text((canvas.px(x), canvas.px(y + row * points * 0.5)), line, (15, 15, 15), font)


def portrait(canvas: Canvas, width: float, height: float, rng: Random) -> Image.Image:
    """Return an identity photograph of nobody: a shaded head and shoulders."""
    size = canvas.px(width), canvas.px(height)
    w, h = size
    image = Image.new("RGB", size, (205, 210, 216))
    pen = ImageDraw.Draw(image)
    skin = rng.choice(((222, 184, 158), (190, 140, 110), (130, 90, 66), (236, 205, 182)))
    hair = rng.choice(((40, 30, 25), (90, 60, 40), (20, 20, 22), (150, 130, 100)))
    cloth = tuple(rng.randint(30, 140) for _ in range(3))
    pen.ellipse((w * 0.05, h * 0.74, w * 0.95, h * 1.4), cloth)
    pen.rectangle((w * 0.4, h * 0.6, w * 0.6, h * 0.82), skin)
    pen.ellipse((w * 0.22, h * 0.1, w * 0.78, h * 0.62), hair)
    pen.ellipse((w * 0.27, h * 0.17, w * 0.73, h * 0.72), skin)
    for side in (0.38, 0.6):
        pen.ellipse((w * side - w * 0.03, h * 0.4, w * side + w * 0.03, h * 0.43), (35, 30, 30))
    pen.line((w * 0.42, h * 0.59, w * 0.58, h * 0.59), (120, 60, 60), max(1, w // 40))
    grain = np.random.default_rng(rng.randrange(2**32)).normal(0, 7, (h, w, 1))
    light = np.linspace(12, -22, w)[None, :, None]
    soft = np.asarray(image.filter(ImageFilter.GaussianBlur(max(1, w // 60))), np.float32) + grain + light
    return Image.fromarray(np.clip(soft, 0, 255).astype(np.uint8))


def guilloche(canvas: Canvas, tint: tuple[int, int, int], rng: Random) -> None:
    """Cover the canvas with the fine waves of security paper."""
    width, height = canvas.image.size
    phase, step = rng.uniform(0, 6.28), max(3, canvas.px(0.9))
    xs = np.arange(0, width, max(2, canvas.px(0.6)))
    for row in range(-height // 4, height + height // 4, step):
        ys = row + height * 0.06 * np.sin(xs / width * 12 + phase + row * 0.01)
        canvas.pen.line(list(zip(xs.tolist(), ys.tolist(), strict=True)), tint, 1)
