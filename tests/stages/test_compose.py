import hashlib
from io import BytesIO

from PIL import Image

from pipeline.domain.reading import Look, Reading, TextSource
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
