from dataclasses import replace
from io import BytesIO

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pikepdf import pdfa
from PIL import Image

from pipeline.domain.geometry import Box
from pipeline.domain.reading import TextSource, Word
from pipeline.errors import InputFault
from pipeline.media.compose_page import ComposePage
from pipeline.media.pdf_pages import pdf_pages
from pipeline.media.pdfa import BYTES_MAX, pdfa_of

TURNS = [0, 90, 180, 270]


def unread(_page, _leaf):
    pytest.fail("what is not pressed is not read again")


def written(pages):
    return pdfa_of(pages, unread).content


def displayed(content, page=0):
    return np.asarray(pypdfium2.PdfDocument(content)[page].render(scale=0.5).to_pil().convert("L"), float)


def upright(make, like):
    return np.asarray(make.draw()[0].resize(like.shape[::-1], Image.Resampling.BOX), float)


def text_of(content, page=0):
    return pypdfium2.PdfDocument(content)[page].get_textpage().get_text_range()


def found(content, text):
    """Where a search for ``text`` lights up, in 0–1 of the page as it displays."""
    page = pypdfium2.PdfDocument(content)[0]
    width, height = page.get_size()
    words = page.get_textpage()
    start, length = words.search(text, match_case=True).get_next()
    boxes = [words.get_charbox(at, loose=True) for at in range(start, start + length)]
    points = [(x, y) for left, bottom, right, top in boxes for x, y in ((left, bottom), (right, top))]
    turned = {
        0: lambda x, y: (x / width, 1 - y / height),
        90: lambda x, y: (y / width, x / height),
        180: lambda x, y: (1 - x / width, y / height),
        270: lambda x, y: (1 - y / width, 1 - x / height),
    }[page.get_rotation()]
    across, down = zip(*(turned(x, y) for x, y in points), strict=True)
    return Box(min(across), min(down), max(across), max(down))


def stored(make, tmp_path, limits, **options):
    file = tmp_path / "recu.pdf"
    file.write_bytes(make.born_digital(**options))
    (page,) = pdf_pages(file, limits)
    return ComposePage("pdf", page.content, None, 0, make.reading(source=TextSource.BORN_DIGITAL))


@pytest.mark.parametrize("rotation", TURNS)
@pytest.mark.parametrize(("kind", "mode"), [("jpeg", "L"), ("jpeg", "RGB"), ("png", "RGB"), ("tiff", "1")])
def test_a_piece_is_valid_upright_and_searchable_whatever_its_pages(make, kind, mode, rotation):
    content = written([make.compose_page(kind, mode=mode, rotation=rotation)])
    assert pdfa.validate_written(BytesIO(content), "2b").verdict == "pass"
    shown = displayed(content)
    assert np.abs(shown - upright(make, shown)).mean() < 3
    assert "Madame Zoé Exemplaire née le 3 mars 1979" in text_of(content)


@pytest.mark.parametrize("rotation", TURNS)
def test_a_search_lights_up_on_the_word_itself(make, rotation):
    page = make.compose_page(rotation=rotation)
    content = written([page])
    for word in page.reading.words:
        if len(word.text) < 4:
            continue
        box = found(content, word.text)
        assert box.x0 == pytest.approx(word.box.x0, abs=0.004)
        assert box.x1 == pytest.approx(word.box.x1, abs=0.004)
        assert box.centre[1] == pytest.approx(word.box.centre[1], abs=0.006)


def test_words_follow_a_line_that_is_not_level(make):
    words = [
        Word(f"mot{n}", 0.9, Box(0.1 + n * 0.1, 0.3 + n * 0.002, 0.18 + n * 0.1, 0.312 + n * 0.002), 0)
        for n in range(8)
    ]
    content = written([replace(make.compose_page(), reading=make.reading(words))])
    for word in words:
        assert found(content, word.text).centre[1] == pytest.approx(word.box.centre[1], abs=0.003)


def test_words_stay_where_they_were_read_when_a_person_turns_the_page(make):
    page = replace(make.compose_page(rotation=90), rotation=270)
    content = written([page])
    word = max(page.reading.words, key=lambda word: len(word.text))
    x, y = found(content, word.text).centre
    assert (1 - x, 1 - y) == pytest.approx(word.box.centre, abs=0.01)


def test_a_light_jpeg_is_delivered_byte_for_byte(make):
    page = make.compose_page()
    with pikepdf.open(BytesIO(written([page]))) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        out = BytesIO()
        pikepdf.PdfImage(image).extract_to(stream=out)
        assert out.getvalue() == page.content


def test_a_photograph_is_turned_as_its_exif_says(make):
    image, _ = make.draw(mode="RGB")
    content = make.encode(image.rotate(90, expand=True), "jpeg", exif=make.exif_turned())
    shown = displayed(written([ComposePage("jpeg", content, 200.0, 0, make.reading())]))
    assert np.abs(shown - upright(make, shown)).mean() < 3


def test_the_number_known_by_its_key_never_enters_the_text(make):
    words = [
        Word(text, 0.9, Box(n * 0.1, 0.3, n * 0.1 + 0.08, 0.32), 0)
        for n, text in enumerate(("NIR", "2790375056042", "71", "Rennes"))
    ]
    words[2] = replace(words[2], text=f"{97 - 2790375056042 % 97:02d}")
    text = text_of(written([replace(make.compose_page(), reading=make.reading(words))]))
    assert "Rennes" in text
    assert "2790375056042" not in text
    assert words[2].text not in text


def test_born_digital_pages_stay_vectors(make, tmp_path, limits):
    content = written([stored(make, tmp_path, limits)])
    assert pdfa.validate_written(BytesIO(content), "2b").verdict == "pass"
    with pikepdf.open(BytesIO(content)) as pdf:
        assert not pdf.pages[0].get_images()
    assert "Bulletin de paie" in text_of(content)


@pytest.mark.parametrize("turn", TURNS)
def test_a_born_digital_page_whose_fonts_are_missing_becomes_an_image_that_shows_the_same(make, tmp_path, limits, turn):
    page = stored(make, tmp_path, limits, font=False)
    with pikepdf.open(BytesIO(page.content)) as pdf:
        pdf.pages[0].rotate(360 - turn, relative=True)
        out = BytesIO()
        pdf.save(out)
    content = written([replace(page, content=out.getvalue(), rotation=turn, reading=make.reading(rotation=turn))])
    assert pdfa.validate_written(BytesIO(content), "2b").verdict == "pass"
    after = displayed(content)
    before = Image.fromarray(displayed(page.content)).resize(after.shape[::-1])
    assert np.abs(after - np.asarray(before)).mean() < 3


def test_a_born_digital_page_that_bears_a_nir_is_delivered_with_every_other_word(make, tmp_path, limits):
    texts = ["NIR", "2790375056042", f"{97 - 2790375056042 % 97:02d}", "mars"]
    words = [Word(text, 1.0, Box(n * 0.2, 0.3, n * 0.2 + 0.15, 0.32), 0) for n, text in enumerate(texts)]
    page = stored(make, tmp_path, limits, text=" ".join(texts))
    content = written([replace(page, reading=make.reading(words, source=TextSource.BORN_DIGITAL))])
    assert text_of(content).split() == ["NIR", "mars"]


def test_a_page_kept_as_vectors_bears_its_words_once(make, tmp_path, limits):
    words = [Word("Bulletin", 1.0, Box(0.1, 0.1, 0.2, 0.12), 0)]
    page = replace(stored(make, tmp_path, limits), reading=make.reading(words, source=TextSource.BORN_DIGITAL))
    assert text_of(written([page])).count("Bulletin") == 1


def test_no_page_is_lost_or_swapped(make, tmp_path, limits):
    pages = [
        make.compose_page(rotation=90),
        stored(make, tmp_path, limits),
        make.compose_page("tiff", mode="1", rotation=180),
    ]
    content = written(pages)
    assert len(pypdfium2.PdfDocument(content)) == 3
    assert ["Zoé" in text_of(content, n) for n in range(3)] == [True, False, True]


def test_a_heavy_piece_goes_down_the_ladder_until_it_is_light_enough(make):
    content = written([make.noise(1654, 200, seed) for seed in range(2)])
    assert len(content) <= BYTES_MAX
    assert len(pypdfium2.PdfDocument(content)) == 2


def test_a_piece_that_no_rung_makes_light_enough_is_refused(make, monkeypatch):
    monkeypatch.setattr("pipeline.media.pdfa.BYTES_MAX", 3_000)  # less than the profile and the metadata take
    with pytest.raises(InputFault, match="2 Mo") as caught:
        written([make.compose_page(dpi=100)])
    assert caught.value.motif == "T11"


def test_a_jpeg_that_hides_a_second_picture_is_one_page(make):
    image, words = make.draw(mode="RGB")
    out = BytesIO()
    image.save(out, "MPO", save_all=True, append_images=[image], dpi=(200, 200))
    content = written([ComposePage("jpeg", out.getvalue(), 200.0, 0, make.reading(words, coloured=True))])
    assert len(pypdfium2.PdfDocument(content)) == 1


def test_a_page_of_unknown_size_is_delivered_as_an_a4(make):
    content = written([replace(make.compose_page(), dpi=None, reading=replace(make.reading(), dpi=0.0))])
    width, height = pypdfium2.PdfDocument(content)[0].get_size()
    assert (width, height) == (pytest.approx(595, abs=2), pytest.approx(842, abs=2))


def test_a_page_hardly_heavier_than_its_profile_is_delivered_as_it_was_received(make):
    page = make.noise(500, 60)
    page = replace(page, content=make.encode(Image.open(BytesIO(page.content)), "jpeg", 60, quality=55))
    assert len(page.content) > 90_000
    light = pdfa_of([page], unread)
    assert light.profile == "telle que reçue"


def test_it_is_said_how_the_pages_are_delivered(make):
    light = pdfa_of([make.printed(), make.printed(), make.compose_page()], unread)
    assert light.profile == "en noir et blanc à 200 ppp (2 pages), telle que reçue (1 page)"


def test_born_digital_pages_are_checked_with_the_whole_file_only(make, tmp_path, limits, monkeypatch):
    monkeypatch.setattr("pipeline.media.pdfa.archivable", lambda _: pytest.fail("checked page by page"))
    content = written([stored(make, tmp_path, limits), make.compose_page()])
    assert pdfa.validate_written(BytesIO(content), "2b").verdict == "pass"
