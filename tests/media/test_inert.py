import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.media.archive import NotArchivable, archived
from pipeline.media.inert import activity


def blank():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    return pdf


def test_a_page_that_only_shows_is_inert(make):
    with pikepdf.open(io.BytesIO(make.scan_pdf(make.encode(make.draw()[0], "jpeg")))) as pdf:
        assert list(activity(pdf)) == []


@pytest.mark.parametrize(
    ("hidden", "found"),
    [
        (Dictionary(S=Name.Launch), "/Launch"),
        (Dictionary(Type=Name.Filespec, F="x"), "/Filespec"),
        (Dictionary(JS="x"), "/JS"),
        (Array([Array([Dictionary(Subtype=Name.PS)])]), "/PS"),
    ],
)
def test_what_acts_is_found_however_deep_it_lies(hidden, found):
    pdf = blank()
    pdf.pages[0].Resources = Dictionary(Font=Dictionary(F1=Dictionary(Any=hidden)))
    assert list(activity(pdf)) == [found]


@pytest.mark.parametrize("key", ["/F", "/FFilter", "/Ref", "/OPI", "/Alternates"])
def test_a_stream_that_is_elsewhere_is_found(key):
    pdf = blank()
    stream = pdf.make_stream(b"")
    stream[key] = Dictionary()
    pdf.pages[0].Contents = stream
    assert list(activity(pdf)) == [key]


def test_objects_in_a_ring_are_looked_at_once():
    pdf = blank()
    ring = pdf.make_indirect(Dictionary(JS="x"))
    ring.Self = ring
    pdf.pages[0].Resources = Dictionary(Font=ring)
    assert list(activity(pdf)) == ["/JS"]


def test_what_acts_is_never_written():
    pdf = blank()
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="x")
    with pytest.raises(NotArchivable, match="/JavaScript"):
        archived(pdf)
