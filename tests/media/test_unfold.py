import struct
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from pipeline.errors import InputFault
from pipeline.media.page_image import Limits
from pipeline.media.unfold import natural_order, unfold, unfold_folder
from tests.bombs import png_chunk


@pytest.fixture
def pages_of(tmp_path, limits):
    def unfolded(content, limits=limits):
        file = tmp_path / "recu"
        file.write_bytes(content)
        return list(unfold(file, limits))

    return unfolded


def shown(page):
    """The grey pixels that a page displays."""
    if page.kind == "pdf":
        return np.asarray(pypdfium2.PdfDocument(page.content)[0].render(scale=1).to_pil().convert("L"), float)
    return np.asarray(Image.open(BytesIO(page.content)).convert("L"), float)


def encrypted(content, user):
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="proprietaire", user=user))
    return out.getvalue()


def test_a_scanned_pdf_page_gives_its_jpeg_byte_for_byte_with_its_resolution(make, pages_of):
    jpeg = make.encode(make.draw()[0], "jpeg")
    (page,) = pages_of(make.scan_pdf(jpeg))
    assert (page.kind, page.content) == ("jpeg", jpeg)
    assert page.dpi == pytest.approx(200, rel=0.01)


def test_the_text_of_an_earlier_ocr_does_not_make_a_scan_something_else(make, pages_of):
    jpeg = make.encode(make.draw()[0], "jpeg")
    (page,) = pages_of(make.scan_pdf(jpeg, more=b"BT 3 Tr (ancien) Tj ET"))
    assert page.content == jpeg


@pytest.mark.parametrize("more", [b"BT /F1 9 Tf (tampon) Tj ET", b"0 0 9 9 re f", b"q 9 0 0 9 0 0 cm /Im0 Do Q"])
def test_a_scan_with_something_drawn_over_it_stays_a_pdf_page(make, pages_of, more):
    (page,) = pages_of(make.scan_pdf(make.encode(make.draw()[0], "jpeg"), more=more))
    assert page.kind == "pdf"


def test_a_turned_pdf_page_stays_a_pdf_page_and_displays_the_same(make, pages_of):
    content = make.scan_pdf(make.encode(make.draw()[0], "jpeg"), rotate=90)
    (page,) = pages_of(content)
    before = np.asarray(pypdfium2.PdfDocument(content)[0].render(scale=1).to_pil().convert("L"), float)
    assert page.kind == "pdf"
    assert np.abs(shown(page) - before).max() == 0


def test_born_digital_pages_become_pdfs_of_one_page_the_same_each_time(make, pages_of):
    content = make.born_digital(pages=3)
    first, second = pages_of(content), pages_of(content)
    assert [page.kind for page in first] == ["pdf"] * 3
    assert first == second
    texts = [pypdfium2.PdfDocument(page.content)[0].get_textpage().get_text_range() for page in first]
    assert [text.strip()[-1] for text in texts] == ["1", "2", "3"]


def test_a_one_page_pdf_keeps_no_script_attachment_action_or_metadata(make, pages_of):
    out = BytesIO()
    with pikepdf.open(BytesIO(make.born_digital())) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.pages[0].AA = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(2)"))
        pdf.attachments["secret.txt"] = b"secret"
        pdf.docinfo["/Author"] = "Zoe Exemplaire"
        pdf.save(out)
    (page,) = pages_of(out.getvalue())
    with pikepdf.open(BytesIO(page.content)) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert "/AA" not in pdf.pages[0].obj
        assert not pdf.attachments
        assert not pdf.docinfo


def test_what_was_filled_in_a_form_still_shows(make, pages_of):
    out = BytesIO()
    with pikepdf.open(BytesIO(make.born_digital())) as pdf:
        look = pdf.make_stream(b"0 g 0 0 100 40 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        look.BBox = [0, 0, 100, 40]
        stamp = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, F=4, Rect=[300, 300, 400, 340])
        stamp.AP = pikepdf.Dictionary(N=look)
        pdf.pages[0].Annots = pdf.make_indirect([pdf.make_indirect(stamp)])
        pdf.save(out)
    (page,) = pages_of(out.getvalue())
    assert shown(page)[-320, 350] == 0
    with pikepdf.open(BytesIO(page.content)) as pdf:
        assert "/Annots" not in pdf.pages[0].obj


def test_frames_of_a_tiff_come_in_order_without_loss(make, pages_of):
    image, _ = make.draw()
    frames = [image.convert("1"), image, image.rotate(180).convert("RGB")]
    out = BytesIO()
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:], dpi=(200, 200))
    pages = pages_of(out.getvalue())
    assert [page.kind for page in pages] == ["tiff", "png", "png"]
    assert [page.dpi for page in pages] == [200, 200, 200]
    assert all(
        np.array_equal(shown(page), np.asarray(frame.convert("L"), float))
        for page, frame in zip(pages, frames, strict=True)
    )


@pytest.mark.parametrize("kind", ["jpeg", "png"])
def test_a_picture_is_kept_as_it_came(make, pages_of, kind):
    content = make.encode(make.draw()[0], kind)
    (page,) = pages_of(content)
    assert (page.kind, page.content) == (kind, content)
    assert page.dpi == pytest.approx(200, rel=0.01)


def test_a_resolution_that_no_scanner_has_is_not_believed(make, pages_of):
    (page,) = pages_of(make.encode(make.draw()[0], "jpeg", dpi=1))
    assert page.dpi is None


def test_a_pdf_encrypted_without_user_password_is_accepted(make, pages_of):
    (page,) = pages_of(encrypted(make.born_digital(), user=""))
    assert page.kind == "pdf"


def test_a_pdf_that_the_strict_reader_gives_up_goes_through_the_lenient_one(make, pages_of):
    broken = make.born_digital().replace(b"/Root", b"/Roof")
    with pytest.raises(pikepdf.PdfError):
        pikepdf.open(BytesIO(broken))
    (page,) = pages_of(broken)
    assert "Bulletin" in pypdfium2.PdfDocument(page.content)[0].get_textpage().get_text_range()


def bomb():
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + png_chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("hostile", "motif", "said"),
    [
        (lambda make: b"", "T10", "vide"),
        (lambda make: b"Ceci n'est pas un PDF", "T10", "non reconnu"),
        (lambda make: encrypted(make.born_digital(), user="secret"), "T10", "mot de passe"),
        (lambda make: b"%PDF-1.7\n%rien", "T10", "endommagé"),
        (lambda make: make.encode(make.draw()[0], "jpeg")[:9000], "T10", "incomplète"),
        (lambda make: make.encode(make.draw()[0], "png")[:9000], "T10", "incomplète"),
        (lambda make: make.encode(make.draw()[0], "tiff")[:9000], "T10", "incomplète"),
        (lambda make: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "T10", "HEIC"),
        (lambda make: bomb(), "T11", "admise|démesurée"),
    ],
)
def test_a_hostile_file_is_refused_with_its_motive(make, pages_of, hostile, motif, said):
    with pytest.raises(InputFault, match=said) as caught:
        pages_of(hostile(make))
    assert caught.value.motif == motif


@pytest.mark.parametrize("limits", [Limits(2, 10**8, 10**8), Limits(9, 10**3, 10**8), Limits(9, 10**8, 10)])
def test_what_is_over_a_limit_is_refused_before_it_is_decoded(make, pages_of, limits):
    image, _ = make.draw()
    out = BytesIO()
    image.save(out, "TIFF", save_all=True, append_images=[image, image])
    with pytest.raises(InputFault) as caught:
        pages_of(out.getvalue(), limits)
    assert caught.value.motif == "T11"


def test_an_image_too_large_inside_a_pdf_is_refused(make, pages_of):
    content = make.scan_pdf(make.encode(make.draw()[0], "jpeg"))
    with pytest.raises(InputFault) as caught:
        pages_of(content, Limits(9, 1000, 10**8))
    assert caught.value.motif == "T11"


def test_a_folder_is_taken_in_natural_order_of_names(tmp_path, make, limits):
    image, _ = make.draw(72)
    for number in (1, 2, 10):
        (tmp_path / f"img{number}.png").write_bytes(make.encode(image, "png", dpi=100 + number))
    pages = list(unfold_folder(tmp_path.iterdir(), limits))
    assert [round(page.dpi) for page in pages] == [101, 102, 110]


def test_natural_order_compares_numbers_as_numbers():
    names = ["a10.jpg", "B2.jpg", "a9.jpg", "b.jpg", "3.jpg"]
    assert sorted(names, key=lambda name: natural_order(Path(name))) == [
        "3.jpg",
        "a9.jpg",
        "a10.jpg",
        "b.jpg",
        "B2.jpg",
    ]
