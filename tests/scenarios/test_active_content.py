"""What acts, attaches or points elsewhere in a received PDF: it goes all the way, and nothing of it is delivered."""

from __future__ import annotations

import io

import pikepdf
import pytest
from fpdf import FPDF
from pikepdf import Array, Dictionary, Name, Pdf

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Word
from pipeline.media.archive import archivable
from pipeline.media.page_image import Limits, PageImage
from pipeline.media.text_layer import TextPage, _bundled, text_layer
from pipeline.media.unfold import unfold
from pipeline.stages.compose import ComposePage, compose
from pipeline.stages.read import read

LIMITS = Limits(50, 100_000_000, 50_000_000)
CANARY = "canari.invalid"
SCRIPT = f"app.launchURL('http://{CANARY}/')"
LINES = tuple(f"Bulletin de paie du mois de mars, ligne {n}, salaire net imposable" for n in range(12))
FORBIDDEN = (
    "/JavaScript", "/JS", "/Launch", "/URI", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/RichMedia", "/XFA",
    "/AcroForm", "/OpenAction", "/AA", "/EmbeddedFile", "/EmbeddedFiles", "/Filespec", "/AF", "/Annots", "/Ref", "/OPI",
    "/Alternates", "/PS", "/FFilter", "/PieceInfo", "/Threads", "/Rendition", "/Movie", "/Sound", "/Names",
    "/PageLabels", "/Outlines", "/Dests",
)  # fmt: skip


def born_digital() -> Pdf:
    pdf = FPDF(format="A4")
    pdf.add_font("Noto", fname=str(_bundled().get_font("NotoSans-Regular").font_path))
    pdf.set_font("Noto", size=11)
    pdf.add_page()
    for n, line in enumerate(LINES):
        pdf.text(20, 30 + 8 * n, line)
    return pikepdf.open(io.BytesIO(bytes(pdf.output())))


def action(kind: str, **more: object) -> Dictionary:
    return Dictionary(Type=Name.Action, S=Name(kind), **more)


def script() -> Dictionary:
    return action("/JavaScript", JS=SCRIPT)


def remote(pdf: Pdf) -> Dictionary:
    return Dictionary(Type=Name.Filespec, FS=Name.URL, F=f"http://{CANARY}/x", UF=f"http://{CANARY}/x")


def annotated(pdf: Pdf, subtype: str, **more: object) -> None:
    page = pdf.pages[0]
    note = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=[50, 50, 150, 90], F=4, **more)
    page.obj["/Annots"] = Array([*page.obj.get("/Annots", []), pdf.make_indirect(note)])


def form(pdf: Pdf, **more: object) -> pikepdf.Stream:
    drawn = pdf.make_stream(b"0 0 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 10, 10])
    for key, value in more.items():
        drawn[f"/{key}"] = value
    return drawn


def drawn(pdf: Pdf, what: pikepdf.Object) -> None:
    """Draw ``what`` on the page beside its text."""
    page = pdf.pages[0]
    page.resources["/XObject"] = Dictionary(Hors=pdf.make_indirect(what))
    page.contents_add(pdf.make_stream(b"q /Hors Do Q"))


def picture(pdf: Pdf, **more: object) -> pikepdf.Stream:
    image = pdf.make_stream(bytes(100), Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10)
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
    for key, value in more.items():
        image[f"/{key}"] = value
    return image


def xfa(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=[], XFA=pdf.make_stream(f"<xdp>{CANARY}</xdp>".encode()))


def submitting_field(pdf: Pdf) -> None:
    sends = action("/SubmitForm", F=remote(pdf), Next=script())
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, T="envoyer", Rect=[50, 50, 150, 90], F=4, A=sends,
        AA=Dictionary(K=script(), C=script()),
    )  # fmt: skip
    field = pdf.make_indirect(field)
    pdf.pages[0].obj["/Annots"] = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=[field], CO=[field], NeedAppearances=True)


def names(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(
        JavaScript=Dictionary(Names=["ouverture", script()]),
        AlternatePresentations=Dictionary(Names=["x", Dictionary(Type=Name.SlideShow)]),
        URLS=Dictionary(Names=["x", action("/URI", URI=f"http://{CANARY}/")]),
    )
    pdf.Root.Dests = Dictionary(ici=[pdf.pages[0].obj, Name.Fit])
    pdf.attachments[f"../../{CANARY}.exe"] = b"MZ" + CANARY.encode()


def outlines(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Sommaire", action=action("/GoToR", F=remote(pdf), D=[0, Name.Fit])))
    pdf.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.D, P=CANARY)])
    pdf.Root.URI = Dictionary(Base=f"http://{CANARY}/")


def metadata(pdf: Pdf) -> None:
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{CANARY}</x:xmpmeta>'.encode()
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)
    pdf.docinfo["/Title"] = CANARY
    page = pdf.pages[0].obj
    page.Metadata = pdf.Root.Metadata
    page.PieceInfo = Dictionary(X=Dictionary(LastModified="D:2025", Private=CANARY))


OUTSIDE = {
    "script at opening": lambda pdf: setattr(pdf.Root, "OpenAction", script()),
    "scripts of the file": lambda pdf: setattr(pdf.Root, "AA", Dictionary(WC=script(), DP=script())),
    "script of the page": lambda pdf: setattr(pdf.pages[0].obj, "AA", Dictionary(O=script(), C=script())),
    "names": names,
    "outlines": outlines,
    "metadata": metadata,
    "XFA": xfa,
    "form that is sent": submitting_field,
    "link": lambda pdf: annotated(pdf, "/Link", A=action("/URI", URI=f"http://{CANARY}/")),
    "program": lambda pdf: annotated(pdf, "/Link", A=action("/Launch", F=remote(pdf), Win=Dictionary(F="cmd.exe"))),
    "other file": lambda pdf: annotated(pdf, "/Link", A=action("/GoToR", F=remote(pdf), D=[0, Name.Fit])),
    "attachment": lambda pdf: annotated(pdf, "/FileAttachment", FS=remote(pdf)),
    "rich media": lambda pdf: annotated(pdf, "/RichMedia", RichMediaContent=Dictionary(Assets=remote(pdf))),
    "film": lambda pdf: annotated(pdf, "/Screen", A=action("/Rendition", JS=SCRIPT, OP=0)),
}
DRAWN = {
    "data from elsewhere": lambda pdf: drawn(pdf, form(pdf, F=remote(pdf), FFilter=Name.FlateDecode)),
    "likeness from elsewhere": lambda pdf: drawn(pdf, form(pdf, Ref=Dictionary(F=remote(pdf), Page=0))),
    "picture to be replaced": lambda pdf: drawn(pdf, picture(pdf, OPI=Dictionary({"/2.0": Dictionary(F=remote(pdf))}))),
    "picture with others": lambda pdf: drawn(
        pdf, picture(pdf, Alternates=[Dictionary(Image=pdf.make_indirect(picture(pdf, F=remote(pdf))))])
    ),
    "printer's language": lambda pdf: drawn(pdf, form(pdf, Subtype2=Name.PS, PS=pdf.make_stream(CANARY.encode()))),
    "associated file": lambda pdf: drawn(pdf, form(pdf, AF=[remote(pdf)])),
    "script among resources": lambda pdf: pdf.pages[0].resources.__setitem__("/Properties", Dictionary(MC0=script())),
}


def trapped(*traps) -> bytes:
    out = io.BytesIO()
    with born_digital() as pdf:
        for trap in traps:
            trap(pdf)
        pdf.save(out)
    _, said = held(out.getvalue())
    assert CANARY.encode() in said, "the trap is set"
    return out.getvalue()


def unfolded(content: bytes, tmp_path) -> list[PageImage]:
    file = tmp_path / "recu.pdf"
    file.write_bytes(content)
    return list(unfold(file, LIMITS))


def delivered(content: bytes, tmp_path) -> bytes:
    """Return the deliverable of a received file: unfolded, read, composed."""
    return compose(
        [
            ComposePage(page.kind, page.content, page.dpi, 0, read(page.content, page.kind, page.dpi, lambda _: False))
            for page in unfolded(content, tmp_path)
        ]
    ).content


def held(content: bytes) -> tuple[set[str], bytes]:
    """Return every key and name in the objects of a PDF, and their strings and streams; pictures as they are."""
    found: set[str] = set()
    said: list[bytes] = []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        waiting: list[object] = [pdf.trailer, *pdf.objects]
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, pikepdf.Name):
                found.add(str(thing))
            elif isinstance(thing, pikepdf.String):
                said.append(bytes(thing))
            elif isinstance(thing, pikepdf.Array):
                waiting += [item for item in thing if not numbered(item)]
            elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                found |= set(thing.keys())
                waiting += [value for _, value in thing.items() if not numbered(value)]
            if isinstance(thing, pikepdf.Stream):
                is_flate = thing.get("/Filter") == Name.FlateDecode and "/FFilter" not in thing
                said.append(thing.read_bytes() if is_flate else thing.read_raw_bytes())
    return found, b"\n".join(said)


def numbered(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect


def assert_inert(content: bytes) -> None:
    names, said = held(content)
    assert CANARY.encode() not in said
    assert names.isdisjoint(FORBIDDEN)


@pytest.mark.parametrize("what", OUTSIDE)
def test_a_kept_page_leaves_behind_what_lay_around_it(tmp_path, what):
    (page,) = unfolded(trapped(OUTSIDE[what]), tmp_path)
    assert_inert(page.content)
    assert archivable(page.content)


@pytest.mark.parametrize("what", DRAWN)
def test_a_page_that_draws_more_than_what_shows_is_not_delivered_as_it_is(tmp_path, what):
    (page,) = unfolded(trapped(DRAWN[what]), tmp_path)
    assert not archivable(page.content)


@pytest.mark.parametrize("traps", [list(OUTSIDE.values()), [DRAWN["data from elsewhere"]]], ids=["around", "drawn"])
def test_nothing_that_acts_is_delivered(tmp_path, traps):
    assert_inert(delivered(trapped(*traps), tmp_path))


def test_words_are_delivered_as_words_and_never_as_drawing_orders():
    word = Word(f") Tj ET /JS ({SCRIPT}) Q \\", 0.9, Box(0.1, 0.1, 0.9, 0.12), 0)
    layer = text_layer([TextPage(595, 842, [[word]])])
    with pikepdf.open(io.BytesIO(layer)) as pdf:
        orders = {str(order.operator) for order in pikepdf.parse_content_stream(pdf.pages[0])}
        assert orders <= {
            "q",
            "Q",
            "cm",
            "BT",
            "ET",
            "Tf",
            "Td",
            "Tm",
            "Tr",
            "Tz",
            "Tj",
            "TJ",
            "J",
            "w",
            "g",
            "rg",
            "G",
        }
    assert "/JS" not in held(layer)[0]
