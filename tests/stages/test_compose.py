import hashlib
from io import BytesIO

import numpy as np
from PIL import Image

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Look, Reading, TextSource, Word
from pipeline.recognition.ocr import Seen
from pipeline.stages.compose import ComposePage, cle_of, compose


def test_the_key_is_the_hash_of_number_type_and_pages_one_a_line():
    pages = ["a" * 64, "b" * 64]
    expected = hashlib.sha256(f"057121507390310691\nIDE-CNN\n{pages[0]}\n{pages[1]}".encode()).hexdigest()
    assert cle_of("057121507390310691", "IDE-CNN", pages) == expected


def test_the_order_of_pages_is_part_of_the_key():
    assert cle_of("057121507390310691", "IDE-CNN", ["a", "b"]) != cle_of("057121507390310691", "IDE-CNN", ["b", "a"])


def test_a_piece_is_composed_with_all_its_pages():
    out = BytesIO()
    Image.new("L", (827, 1169), 250).save(out, "JPEG", dpi=(100, 100))
    look = Look(0.0, (), 0.5, 0.5, None, None, None, coloured=False)
    reading = Reading(827, 1169, 100.0, 0, 0.0, (), (), (), TextSource.NONE, look, None)
    livrable = compose([ComposePage("jpeg", out.getvalue(), 100.0, 0, reading)] * 3)
    assert livrable.pages == 3
    assert livrable.content.startswith(b"%PDF-")
    assert livrable.detail == "livrée telle que reçue"


def test_a_piece_that_must_be_pressed_is_read_again_by_the_engine():
    calls = []

    def engine(straight, dpi):
        calls.append((straight.shape, dpi))
        return [Seen("Clausebis", 0.9, (100, 100, 200, 120), 0)] * 40

    words = [Word("Clausebis", 0.95, Box(0.1, 0.1, 0.3, 0.1055), n) for n in range(40)]
    noise = np.random.default_rng(0).integers(0, 256, (2339, 1654), np.uint8)
    out = BytesIO()
    Image.fromarray(noise).save(out, "JPEG", quality=95, dpi=(200, 200))
    look = Look(0.1, (), 0.5, 0.5, None, None, None, coloured=False)
    reading = Reading(1654, 2339, 200.0, 90, 0.4, (), (), tuple(words), TextSource.OCR, look, None)
    livrable = compose([ComposePage("jpeg", out.getvalue(), 200.0, 90, reading)] * 2, engine)
    assert livrable.detail.endswith("petits caractères relus sur 2 pages : 100 % des mots")
    assert len(livrable.content) <= 2_000_000
    assert all(shape[0] < shape[1] for shape, _ in calls), "read as it was read, lying on its side turned upright"
