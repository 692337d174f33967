"""Pages drawn for the tests: print of a known text, on paper of a known size."""

from __future__ import annotations

import io
import random

import numpy as np
import pytest
import segno
from PIL import Image, ImageDraw, ImageFont

DPI = 200
SIZE = (1654, 2339)
SENTENCES = (
    "La caisse certifie que le dossier de la famille est complet",
    "Le montant du loyer mensuel figure sur la quittance du mois",
    "Les revenus du foyer ont été déclarés pour l'année entière",
    "Cette attestation est remise pour servir et valoir ce que de droit",
)


class Desk:
    """Where test pages are made; every page is height × width shades of grey at ``DPI``."""

    dpi = DPI

    def sheet(self):
        return Image.new("L", SIZE, 250)

    def printed(self, lines=24, shade=20, size=34):
        page = self.sheet()
        draw = ImageDraw.Draw(page)
        font = ImageFont.load_default(size)
        for row in range(lines):
            draw.text((170, 200 + 62 * row), SENTENCES[row % len(SENTENCES)], font=font, fill=shade)
        return np.asarray(page)

    def blank(self):
        return np.asarray(self.sheet())

    def grained(self, page, grain=6):
        """Return a page with the noise of a scanner, ``grain`` shades deep."""
        noise = np.random.default_rng(2).normal(0, grain, page.shape)
        return np.clip(page + noise, 0, 255).astype(np.uint8)

    def scrawled(self, lines=16, seed=3):
        """Return lines of joined loops of uneven height, as a hurried hand makes them."""
        chance = random.Random(seed)
        page = self.sheet()
        draw = ImageDraw.Draw(page)
        for row in range(lines):
            x, base = 170.0, 260 + 110 * row
            while x < 1400:
                points = [(x, base)]
                low, high = chance.uniform(14, 26), chance.choice((0, 0, 30, 45))
                for _ in range(chance.randint(1, 9)):
                    x += chance.uniform(6, 20)
                    tall = low + high * chance.random()
                    drift = chance.uniform(-8, 8)
                    points += [(x, base - tall + drift), (x + chance.uniform(2, 9), base + drift)]
                draw.line(points, fill=40, width=4, joint="curve")
                x += chance.uniform(18, 50)
        return np.asarray(page)

    def code(self, payload, module=4):
        out = io.BytesIO()
        segno.make(payload, error="q", micro=False).save(out, kind="png", scale=module, border=4)
        return np.asarray(Image.open(out).convert("L"))

    def with_code(self, page, payload, at=(1200, 90), module=4):
        """Paste a code with its top left corner at ``at`` (x, y)."""
        pasted = page.copy()
        code = self.code(payload, module)
        x, y = at
        pasted[y : y + code.shape[0], x : x + code.shape[1]] = code
        return pasted


@pytest.fixture
def desk():
    return Desk()
