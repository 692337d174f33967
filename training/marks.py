"""What people add by hand to printed paper: signatures and rubber stamps."""

from __future__ import annotations

import math
from random import Random

from PIL import Image, ImageDraw

from training.canvas import BLUE, Canvas, Ink
from training.fonts import face


def signature(canvas: Canvas, x: float, y: float, width: float, rng: Random, ink: Ink = BLUE) -> None:
    """Scribble a signature about ``width`` mm wide with its baseline near ``y``."""
    tall = width * rng.uniform(0.18, 0.32)
    knots = [(x + width * rng.uniform(0, 0.1), y - tall * rng.uniform(0.2, 1.4))]
    for step in range(1, rng.randint(6, 11)):
        up = step % 2 * rng.uniform(0.3, 1.3) - (1 - step % 2) * rng.uniform(0.0, 0.4)
        knots.append((x + width * (step / 10 + rng.uniform(-0.12, 0.1)), y - tall * up))
    knots += [(x + width, y - tall * rng.uniform(0, 0.5)), (x + width * rng.uniform(0.1, 0.4), y + tall * 0.3)]
    path = [(canvas.px(across), canvas.px(down)) for across, down in _smooth(knots)]
    canvas.pen.line(path, ink, max(2, canvas.px(rng.uniform(0.3, 0.45))), joint="curve")


def _smooth(knots: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return a curve through ``knots`` (Catmull-Rom)."""
    padded = [knots[0], *knots, knots[-1]]
    curve = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(16):
            t = step / 16
            curve.append((_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t)))
    return curve


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


def stamp(canvas: Canvas, x: float, y: float, lines: list[str], rng: Random, ink: Ink = BLUE) -> None:
    """Print a rubber stamp of a few ``lines``, a little crooked, its top left near (x, y)."""
    width = max(canvas.width_of(line, 9, "bold") for line in lines) + 8
    height = len(lines) * 4.6 + 5
    layer = Image.new("RGBA", (canvas.px(width), canvas.px(height)), (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    colour = (*ink, rng.randint(150, 215))
    pen.rounded_rectangle(
        (2, 2, layer.width - 3, layer.height - 3), canvas.px(1.5), None, colour, max(2, canvas.px(0.4))
    )
    for number, line in enumerate(lines):
        font = face(canvas.faces, "bold", round(9 * canvas.dpi / 72))
        pen.text((layer.width // 2, canvas.px(3 + 4.6 * number)), line, colour, font, "ma")
    canvas.paste(layer.rotate(rng.uniform(-9, 9), Image.Resampling.BICUBIC, expand=True), x, y)


def seal(canvas: Canvas, x: float, y: float, words: str, rng: Random, ink: Ink = BLUE) -> None:
    """Print a round seal, 32 mm across, with ``words`` around its rim."""
    side = canvas.px(32)
    layer = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    colour = (*ink, rng.randint(130, 200))
    for radius in (0.49, 0.33):
        edge = side * (0.5 - radius)
        pen.ellipse((edge, edge, side - edge, side - edge), None, colour, max(2, canvas.px(0.35)))
    font = face(canvas.faces, "bold", round(7 * canvas.dpi / 72))
    turn, start = 5.6 / max(len(words), 1), rng.uniform(0, 6.28)
    for number, char in enumerate(words):
        angle = start + number * turn
        glyph = Image.new("RGBA", (canvas.px(4), canvas.px(4)), (0, 0, 0, 0))
        ImageDraw.Draw(glyph).text((glyph.width // 2, glyph.height // 2), char, colour, font, "mm")
        glyph = glyph.rotate(-math.degrees(angle) - 90, Image.Resampling.BICUBIC)
        spot = side * (0.5 + 0.41 * math.cos(angle)), side * (0.5 + 0.41 * math.sin(angle))
        layer.alpha_composite(
            glyph, (max(0, round(spot[0] - glyph.width / 2)), max(0, round(spot[1] - glyph.height / 2)))
        )
    canvas.paste(layer, x, y)
