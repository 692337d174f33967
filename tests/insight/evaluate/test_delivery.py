from pipeline.insight.evaluate.account import case
from pipeline.insight.evaluate.delivery import weight
from tests.insight.evaluate.sets import bilan, piece, truth


def pdf(name, octets, pages):
    return {"sha256": name, "octets": octets, "pages": pages}


def test_the_same_pdf_weighs_once():
    made = [
        piece(1, livrable=pdf("a", 300, 1)),
        piece(2, livrable=pdf("a", 300, 1)),
        piece(3, livrable=pdf("b", 100, 3)),
    ]
    measured = weight([case("lot", truth(), [bilan(pieces=made)])])
    assert (measured.octets, measured.pages, measured.per_page) == (400, 4, 100.0)


def test_nothing_delivered_weighs_nothing():
    assert weight([]).per_page is None
