"""Writing by hand: glyphs of a script font, each drawn apart with its own slant, size and place on the line."""

from __future__ import annotations

import math
from random import Random
from textwrap import wrap

import cv2
import numpy as np
from PIL import Image, ImageDraw

from training.canvas import BLUE, Canvas, Ink
from training.desk import Desk, Draft, long_date, short_date
from training.fonts import Hand, load
from training.people import Household

DARK: Ink = (30, 30, 38)
PAD = 0.6
LONGEST_LINE = 42


def write(
    canvas: Canvas, hand: Hand, x: float, y: float, words: str, points: float, rng: Random, ink: Ink = BLUE
) -> None:
    """Write one line by hand from (x, y) mm: ragged baseline, uneven letters, a wavering stroke."""
    size = round(points * hand.scale * canvas.dpi / 72)
    font = load(hand.package, hand.path, size)
    pad = round(size * PAD)
    layer = Image.new("L", (round(font.getlength(words) * 1.25) + 4 * pad, size * 2 + 2 * pad), 0)
    along, phase, slope = float(pad), rng.uniform(0, 6.28), rng.uniform(-0.012, 0.012)
    for char in words:
        glyph = _glyph(char, hand, size, rng)
        rise = size * 0.045 * math.sin(along / (size * 3) + phase) + along * slope + rng.gauss(0, size * 0.02)
        place = (round(along) - pad, max(0, round(pad + rise) - pad // 2))
        layer.paste(255, place, glyph)
        along += font.getlength(char) * rng.uniform(0.92, 1.06) + (rng.uniform(0, size * 0.12) if char == " " else 0)
    strokes = _waver(np.asarray(layer), size, rng)
    coloured = Image.new("RGBA", layer.size, (*ink, 0))
    coloured.putalpha(Image.fromarray(strokes))
    canvas.image.paste(coloured, (canvas.px(x) - pad, canvas.px(y) - pad), coloured)


def _glyph(char: str, hand: Hand, size: int, rng: Random) -> Image.Image:
    own = max(6, round(size * rng.uniform(0.93, 1.08)))
    font = load(hand.package, hand.path, own)
    pad = round(size * PAD)
    cell = Image.new("L", (round(font.getlength(char)) + 2 * pad, size * 2 + pad), 0)
    ImageDraw.Draw(cell).text((pad, pad // 2), char, 255, font)
    slant = rng.gauss(0.0, 0.06)
    sheared = cell.transform(
        cell.size, Image.Transform.AFFINE, (1, slant, -slant * size, 0, 1, 0), Image.Resampling.BICUBIC
    )
    return sheared.rotate(rng.gauss(0, 2.4), Image.Resampling.BICUBIC)


def _waver(strokes: np.ndarray, size: int, rng: Random) -> np.ndarray:
    """Bend a line of strokes a little, as a hand does, and let the ink come and go."""
    dice = np.random.default_rng(rng.randrange(2**32))
    shape = strokes.shape

    def field(amount: float, grain: float) -> np.ndarray:
        noise = cv2.GaussianBlur(dice.standard_normal(shape).astype(np.float32), (0, 0), grain)
        return np.asarray(noise / max(float(noise.std()), 1e-6) * amount, np.float32)

    rows, columns = np.indices(shape, dtype=np.float32)
    bent = cv2.remap(
        strokes, columns + field(size * 0.025, size * 0.35), rows + field(size * 0.025, size * 0.35), cv2.INTER_LINEAR
    )
    pressure = np.clip(0.86 + field(0.13, size * 0.25), 0.45, 1.0)
    return np.asarray(bent * pressure, np.uint8)


def handwritten_page(desk: Desk, home: Household) -> Draft:
    """A page written by hand from top to bottom: a host's statement or a rent receipt."""
    canvas, rng = desk.page(), desk.rng
    kind, lines = rng.choice((_hosting, _receipt))(desk, home)
    ink, points = rng.choice((BLUE, DARK)), rng.uniform(16, 20)
    step = points * 0.62
    if rng.random() < 0.5:
        for rule in range(24):
            canvas.line(8, 30 + rule * step, 202, 30 + rule * step, (196, 206, 228), 0.15)
    y, margin = 30 - step * 0.72 + step, rng.uniform(14, 24)
    for line in (part for long in lines for part in wrap(long, LONGEST_LINE) or [""]):
        write(canvas, desk.hand, margin + rng.uniform(-1.5, 2.5), y, line, points, rng, ink)
        y += step
    return Draft(kind, None, (canvas.image,), "I08")


def _hosting(desk: Desk, home: Household) -> tuple[str, list[str]]:
    who = home.demandeur
    return "LOG-HEB", [
        f"{home.commune.title()}, le {long_date(desk.day)}",
        "",
        "Attestation d'hébergement",
        "",
        "Je soussignée Solange Pervenche,",
        f"demeurant {home.rue},",
        "certifie sur l'honneur héberger chez moi",
        "à titre gratuit, depuis plus d'un an,",
        f"{who.civility} {who.prenom} {who.nom},",
        f"{who.born} le {short_date(who.naissance)},",
        "ainsi que sa famille, le temps qu'ils",
        "trouvent un logement à eux.",
        "",
        "Je fais cette lettre pour servir",
        "et valoir ce que de droit.",
        "",
        "Solange Pervenche",
    ]


def _receipt(desk: Desk, home: Household) -> tuple[str, list[str]]:
    who = home.demandeur
    return "LOG-QUI", [
        "Quittance de loyer",
        "",
        f"Reçu de {who.civility} {who.prenom} {who.nom}",
        f"la somme de {home.loyer} euros en espèces",
        "pour le loyer du mois dernier",
        "de la maison que je lui loue,",
        f"{home.rue}",
        f"à {home.commune.title()}.",
        "",
        "Le loyer est payé jusqu'à ce jour",
        "et il ne me doit plus rien.",
        "Les charges d'eau sont comprises,",
        "l'électricité est à son nom.",
        "",
        f"Fait le {long_date(desk.day)}",
        "Le propriétaire",
    ]
