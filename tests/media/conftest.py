"""Fictitious pages: an asymmetric drawing with words whose places are known, as a scanner would store them."""

import socket
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import ocrmypdf
import pikepdf
import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Look, Reading, TextSource, Word
from pipeline.media.compose_page import ComposePage
from pipeline.media.page_image import Limits

FONT = Path(ocrmypdf.__path__[0]) / "data" / "NotoSans-Regular.ttf"
LINES = (
    "AVIS D'IMPÔT 2025",
    "Madame Zoé Exemplaire née le 3 mars 1979",
    "Revenu fiscal de référence : 21 340 euros",
    "Situation déclarée au premier janvier",
)


def draw(dpi=200, mode="L"):
    """An upright A4 page and its words, boxes in 0–1."""
    width, height = round(8.27 * dpi), round(11.69 * dpi)
    page = Image.new("RGB", (width, height), "white")
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(str(FONT), dpi // 8)
    pen.rectangle((width * 0.05, height * 0.04, width * 0.35, height * 0.1), fill=(20, 20, 160))
    words = []
    for number, line in enumerate(LINES):
        x, y = width * 0.12, height * (0.2 + 0.06 * number)
        for text in line.split():
            pen.text((x, y), text, font=font, fill="black")
            left, top, right, bottom = pen.textbbox((x, y), text, font=font)
            words.append(Word(text, 0.95, Box(left / width, top / height, right / width, bottom / height), number))
            x = right + dpi // 20
    return page.convert(mode), tuple(words)


def encode(image, kind, dpi=200, **options):
    out = BytesIO()
    image.save(out, {"jpeg": "JPEG", "png": "PNG", "tiff": "TIFF"}[kind], dpi=(dpi, dpi), **options)
    return out.getvalue()


def reading(words=(), rotation=0, source=TextSource.OCR, coloured=False):
    look = Look(0.05, (), 0.9, 0.9, None, None, None, coloured)
    return Reading(1654, 2338, 200.0, rotation, 0.0, (), (), tuple(words), source, look, None)


def compose_page(kind="jpeg", dpi=200, rotation=0, mode="L", **options):
    """A page received turned, and which stands upright once turned ``rotation`` degrees clockwise."""
    image, words = draw(dpi, mode)
    received = image.rotate(rotation, expand=True)  # counter-clockwise, so that clockwise undoes it
    return ComposePage(kind, encode(received, kind, dpi, **options), float(dpi), rotation, reading(words, rotation))


def born_digital(text="Bulletin de paie de mars", font=True, pages=1):
    pdf = FPDF(format="A4")
    pdf.add_font("Noto", fname=str(FONT))
    pdf.set_font("Noto" if font else "Helvetica", size=14)
    for number in range(pages):
        pdf.add_page()
        pdf.text(30, 40, f"{text} {number + 1}")
        pdf.rect(20, 60, 80, 30, style="F")
    return bytes(pdf.output())


def scan_pdf(image, box=(0, 0, 595, 842), rotate=0, more=b""):
    """A PDF page covered by one JPEG, as scanners write it."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(box[2], box[3]))
        page = pdf.pages[0]
        stream = pdf.make_stream(image)
        with Image.open(BytesIO(image)) as opened:
            stream.Width, stream.Height = opened.size
            stream.ColorSpace = pikepdf.Name.DeviceGray if opened.mode == "L" else pikepdf.Name.DeviceRGB
        stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        stream.BitsPerComponent, stream.Filter = 8, pikepdf.Name.DCTDecode
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=stream))
        page.Contents = pdf.make_stream(b"q %d 0 0 %d 0 0 cm /Im0 Do Q\n" % (box[2], box[3]) + more)
        if rotate:
            page.Rotate = rotate
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def printed(draw_on=None):
    """A page of clean print, read with confidence, as a scanner stores it; ``draw_on`` adds to it."""
    image, words = draw()
    pen, font = ImageDraw.Draw(image), ImageFont.truetype(str(FONT), 30)
    pen.rectangle((0, 0, image.width, 400), fill="white")
    for number in range(12):
        pen.text((200, 1000 + 50 * number), "Le présent bail est consenti pour la durée convenue", font=font, fill=15)
    if draw_on is not None:
        draw_on(image)
    look = replace(reading().look, handwritten=0.0)
    said = replace(reading(words), look=look)
    return ComposePage("jpeg", encode(image, "jpeg", quality=75), 200.0, 0, said)


def exif_turned():
    """The mark of a photograph to be displayed turned 90 degrees clockwise."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


def noise(side, dpi, seed=0, coloured=False):
    """A page that hardly compresses."""
    shape = (round(side * 1.41), side, 3) if coloured else (round(side * 1.41), side)
    image = Image.fromarray(np.random.default_rng(seed).integers(0, 256, shape, np.uint8))
    return ComposePage("jpeg", encode(image, "jpeg", dpi, quality=95), float(dpi), 0, reading(coloured=coloured))


class Make:
    """What tests build pages with."""

    draw = staticmethod(draw)
    encode = staticmethod(encode)
    reading = staticmethod(reading)
    compose_page = staticmethod(compose_page)
    born_digital = staticmethod(born_digital)
    scan_pdf = staticmethod(scan_pdf)
    noise = staticmethod(noise)
    printed = staticmethod(printed)
    exif_turned = staticmethod(exif_turned)


@pytest.fixture
def make():
    return Make


@pytest.fixture
def limits():
    return Limits(pages_max=50, pixels_max=40_000_000, bytes_max=50_000_000)


@pytest.fixture(scope="module")
def listening():
    """The port of a server that listens on the loopback."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]
