"""Files made to hurt whoever opens them, small enough to be made by a test; nobody's papers."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

HUGE = 60_000
BOMB = 1 << 26
MEGABYTE = 1 << 20


def written(pdf: Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)
    pdf.close()
    return out.getvalue()


def deflated(piece: bytes, size: int) -> bytes:
    """Return ``size`` bytes of ``piece`` over and over, deflated: one block, which the same block follows."""
    block = piece * (MEGABYTE // len(piece))
    engine = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    once = engine.compress(block) + engine.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(size // len(block)):
        check = zlib.adler32(block, check)
    return b"\x78\xda" + once * (size // len(block)) + b"\x03\x00" + struct.pack(">I", check)


def blank_pdf(pages: int = 1, size: tuple[float, float] = (595, 842)) -> Pdf:
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=size)
    return pdf


def painted(pdf: Pdf, drawn: pikepdf.Object) -> Pdf:
    """Let the first page of ``pdf`` draw ``drawn``, all over it."""
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(Im0=drawn))
    pdf.pages[0].Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q")
    return pdf


def declared_image(pdf: Pdf, data: bytes, filters: object = Name.FlateDecode, side: int = HUGE) -> pikepdf.Stream:
    """Return an image that says to be ``side`` × ``side``."""
    stream = pdf.make_stream(data)
    stream.Type, stream.Subtype, stream.Width, stream.Height = Name.XObject, Name.Image, side, side
    stream.ColorSpace, stream.BitsPerComponent, stream.Filter = Name.DeviceGray, 8, filters
    return stream


def form(pdf: Pdf, content: bytes, **resources: pikepdf.Object) -> pikepdf.Stream:
    stream = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    stream.Resources = Dictionary(XObject=Dictionary(**resources))
    return stream


def image_bomb() -> bytes:
    pdf = blank_pdf()
    return written(painted(pdf, declared_image(pdf, deflated(b"\0", 16 * MEGABYTE))))


def nested_image_bomb() -> bytes:
    """The same, in a form of a form: what looks at a page's own images does not see it."""
    pdf = blank_pdf()
    image = pdf.make_indirect(declared_image(pdf, deflated(b"\0", 16 * MEGABYTE)))
    inner = pdf.make_indirect(form(pdf, b"/Im0 Do", Im0=image))
    return written(painted(pdf, form(pdf, b"/Im0 Do", Im0=inner)))


def inline_image_bomb() -> bytes:
    pdf = blank_pdf()
    data = deflated(b"\0", 16 * MEGABYTE)
    head = b"q 595 0 0 842 0 0 cm BI /W %d /H %d /BPC 8 /CS /G /F /Fl ID " % (HUGE, HUGE)
    pdf.pages[0].Contents = pdf.make_stream(head + data + b"\nEI Q")
    return written(pdf)


def mask_bomb() -> bytes:
    pdf = blank_pdf()
    image = declared_image(pdf, zlib.compress(b"\0" * 10_000), side=100)
    image.SMask = pdf.make_indirect(declared_image(pdf, deflated(b"\0", 16 * MEGABYTE)))
    return written(painted(pdf, image))


def flate_bomb() -> bytes:
    """A page whose drawing orders are 64 megabytes, twice deflated."""
    pdf = blank_pdf()
    stream = pdf.make_stream(zlib.compress(deflated(b"q Q\n", BOMB), 9))
    stream.Filter = Array([Name.FlateDecode, Name.FlateDecode])
    pdf.pages[0].Contents = stream
    return written(pdf)


def long_filter_chain() -> bytes:
    pdf = blank_pdf()
    data = b"0 0 9 9 re f"
    for _ in range(50):
        data = zlib.compress(data)
    stream = pdf.make_stream(data)
    stream.Filter = Array([Name.FlateDecode] * 50)
    pdf.pages[0].Contents = stream
    return written(pdf)


def colour_profile_bomb() -> bytes:
    pdf = blank_pdf()
    image = declared_image(pdf, zlib.compress(b"\0" * 30_000), side=100)
    profile = pdf.make_stream(deflated(b"\0", BOMB))
    profile.Filter, profile.N = Name.FlateDecode, 3
    image.ColorSpace = Array([Name.ICCBased, pdf.make_indirect(profile)])
    return written(painted(pdf, image))


def many_pages(pages: int = 10_000) -> bytes:
    return written(blank_pdf(pages), object_stream_mode=pikepdf.ObjectStreamMode.generate)


def endless_tree() -> bytes:
    """Pages that hold themselves."""
    pdf = blank_pdf()
    pages = pdf.Root.Pages
    pages.Kids.append(pages)
    pages.Count = 10_000
    return written(pdf)


def endless_form() -> bytes:
    """A form that draws itself."""
    pdf = blank_pdf()
    drawn = pdf.make_indirect(form(pdf, b"/Im0 Do"))
    drawn.Resources.XObject.Im0 = drawn
    return written(painted(pdf, drawn))


def wide_sheet(points: float = 14_400, unit: float = 1) -> bytes:
    pdf = blank_pdf(size=(points, points))
    pdf.pages[0].Contents = pdf.make_stream(b"0 0 7200 7200 re f")
    if unit != 1:
        pdf.pages[0].UserUnit = unit
    return written(pdf)


def flat_sheet() -> bytes:
    """A page without height."""
    pdf = blank_pdf()
    pdf.pages[0].MediaBox = Array([0, 0, 595, 0])
    return written(pdf)


def shared_weight(pages: int = 20, side: int = 2048) -> bytes:
    """Pages that share one heavy picture: light while it is shared, heavy once each has its own."""
    pdf = blank_pdf(pages)
    image = declared_image(pdf, Random(0).randbytes(side * side), side=side)
    del image["/Filter"]
    image = pdf.make_indirect(image)
    for page in pdf.pages:
        page.Resources = Dictionary(XObject=Dictionary(Im0=image))
        page.Contents = pdf.make_stream(b"q 300 0 0 300 0 0 cm /Im0 Do Q 1 w 0 0 m 9 9 l S")
    return written(pdf, compress_streams=False)


def locked(content: bytes, **passwords: str) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return written(pdf, encryption=pikepdf.Encryption(**passwords))


def zipped(content: bytes) -> bytes:
    """A PDF that is an archive too."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("charge.txt", "charge")
    return content + out.getvalue()


def archive_before(content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("charge.txt", "charge")
    return out.getvalue() + content


def png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *chunks: bytes, data: bytes = b"") -> bytes:
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    picture = png_chunk(b"IDAT", data or zlib.compress((b"\0" + b"\xff" * width) * height))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + picture + png_chunk(b"IEND", b"")


def png_bomb() -> bytes:
    return png(HUGE, HUGE, data=deflated(b"\0", 64 * MEGABYTE))


def kept_word(side: int) -> bytes:
    """A PNG that does hold the black pixels that it declares, squared."""
    return png(side, side, data=deflated(b"\0", side * (side + 1) + MEGABYTE))


def png_text_bomb() -> bytes:
    return png(100, 100, png_chunk(b"zTXt", b"Comment\0\0" + deflated(b"x", BOMB)))


def png_profile_bomb() -> bytes:
    return png(100, 100, png_chunk(b"iCCP", b"icc\0\0" + deflated(b"\0", BOMB)))


def _jpeg(side: int = 64) -> bytes:
    out = io.BytesIO()
    Image.new("L", (side, side), "white").save(out, "JPEG")
    return out.getvalue()


def jpeg_bomb() -> bytes:
    """A JPEG of 64 × 64 that says to be 65 500 × 65 500."""
    content = _jpeg()
    at = content.index(b"\xff\xc0") + 5
    return content[:at] + struct.pack(">HH", 65_500, 65_500) + content[at + 4 :]


def lying_scan() -> bytes:
    """A PDF whose image says 100 × 100, and its JPEG 65 500 × 65 500."""
    pdf = blank_pdf()
    return written(painted(pdf, declared_image(pdf, jpeg_bomb(), Name.DCTDecode, side=100)))


def lying_jpeg2000() -> bytes:
    out = io.BytesIO()
    Image.new("L", (64, 64), "white").save(out, "JPEG2000", no_jp2=True)
    content = out.getvalue()
    at = content.index(b"\xff\x51") + 6
    lie = content[:at] + struct.pack(">IIIIII", HUGE, HUGE, 0, 0, HUGE, HUGE) + content[at + 24 :]
    pdf = blank_pdf()
    return written(painted(pdf, declared_image(pdf, lie, Name.JPXDecode, side=100)))


def tiff_frames(frames: int = 10_000) -> bytes:
    """A TIFF whose directories all describe the same strip of 32 × 32 black dots."""
    strip = b"\0" * 128
    tags = ((256, 32), (257, 32), (258, 1), (259, 1), (262, 1), (273, 8), (277, 1), (278, 32), (279, len(strip)))
    size = 2 + 12 * len(tags) + 4
    first = 8 + len(strip)
    parts = [struct.pack("<2sHI", b"II", 42, first), strip]
    for frame in range(frames):
        following = first + (frame + 1) * size if frame + 1 < frames else 0
        entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
        parts.append(struct.pack("<H", len(tags)) + entries + struct.pack("<I", following))
    return b"".join(parts)


def endless_tiff() -> bytes:
    """A TIFF whose second directory is followed by the first."""
    content = bytearray(tiff_frames(2))
    content[-4:] = struct.pack("<I", 8 + 128)
    return bytes(content)


def _box(name: bytes, *content: bytes, version: int | None = None) -> bytes:
    inside = (b"" if version is None else struct.pack(">I", version << 24)) + b"".join(content)
    return struct.pack(">I4s", 8 + len(inside), name) + inside


def heic_bomb(side: int = HUGE) -> bytes:
    """A HEIC picture that says to be ``side`` × ``side``."""
    hvcc = bytes.fromhex("0101600000009000000000005df000fcfdf8f800000f00")
    properties = _box(b"ipco", _box(b"ispe", struct.pack(">II", side, side), version=0), _box(b"hvcC", hvcc))
    bound = _box(b"ipma", struct.pack(">IHB", 1, 1, 2), b"\x01\x82", version=0)
    entry = _box(b"infe", struct.pack(">HH4s", 1, 0, b"hvc1"), b"\0", version=2)
    place = struct.pack(">BBHHHHII", 0x44, 0, 1, 1, 0, 1, 500, 16)
    meta = _box(
        b"meta",
        _box(b"hdlr", struct.pack(">I4s", 0, b"pict"), bytes(13), version=0),
        _box(b"pitm", struct.pack(">H", 1), version=0),
        _box(b"iinf", struct.pack(">H", 1), entry, version=0),
        _box(b"iloc", place, version=0),
        _box(b"iprp", properties, bound),
        version=0,
    )
    return _box(b"ftyp", b"heic", bytes(4), b"mif1heic") + meta + _box(b"mdat", bytes(400))


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b']><x:xmpmeta xmlns:x="adobe:ns:meta/">&j;</x:xmpmeta>'
)


def laughing_pdf() -> bytes:
    """Metadata whose entities unfold to two gigabytes: of the file, of its page, and of an image of it."""
    pdf = blank_pdf()
    xmp = pdf.make_indirect(pdf.make_stream(LAUGHS, Type=Name.Metadata, Subtype=Name.XML))
    image = declared_image(pdf, zlib.compress(b"\0" * 10_000), side=100)
    pdf.Root.Metadata, pdf.pages[0].Metadata, image.Metadata = xmp, xmp, xmp
    return written(painted(pdf, image))


def laughing_jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("L", (1000, 1400), "white").save(out, "JPEG", xmp=LAUGHS)
    return out.getvalue()


def embedded_names() -> bytes:
    """Attachments whose names are paths to elsewhere."""
    pdf = blank_pdf()
    for name in ("../../../etc/cron.d/x", "/etc/passwd", "a\0b", "$(reboot)", "\u202efdp.exe"):
        pdf.attachments[name] = b"#!/bin/sh\nreboot\n"
    return written(pdf)


MAKERS: tuple[Callable[[], bytes], ...] = (
    image_bomb, nested_image_bomb, inline_image_bomb, mask_bomb, flate_bomb, long_filter_chain, colour_profile_bomb,
    many_pages, endless_tree, endless_form, wide_sheet, flat_sheet, shared_weight, png_bomb, png_text_bomb,
    png_profile_bomb, jpeg_bomb, lying_scan, lying_jpeg2000, tiff_frames, endless_tiff, heic_bomb, laughing_pdf,
    laughing_jpeg, embedded_names,
)  # fmt: skip
