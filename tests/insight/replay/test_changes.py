"""What two accounts of a pli say differently."""

from dataclasses import replace

from pipeline import flow
from pipeline.domain import bilan as bilans
from pipeline.domain.bilan import Depot
from pipeline.domain.corrections import Corrections, CutBefore, File, Join, Reject, Type
from pipeline.domain.facts import NO_FACTS
from pipeline.domain.pli import Role
from pipeline.insight.replay.changes import changes, questions_of
from tests import papers
from tests.papers import DURAND, MARTIN

PAGES = (
    papers.fiche(MARTIN, "MARTIN", "CLAIRE", 6),
    papers.bulletin(),
    papers.quittance(),
    papers.page("zzz", "MARTIN Claire"),
    papers.page("yyy"),
    papers.blank(),
)


def settled(*said, pages=PAGES):
    """The bilan of these pages and its open questions, once that was said of them."""
    receipt = papers.receipt(len(pages))
    judged = flow.judge(receipt, papers.numbered(*pages), NO_FACTS, Corrections.of(said), papers.rules())
    bilan = bilans.of(receipt, judged)
    return bilan, questions_of(judged, bilan)


def between(before, now):
    return changes(*before, *now)


def test_nothing_changes_between_a_pli_and_itself():
    assert between(settled(), settled()) == ()


def test_a_piece_decided_otherwise_is_one_change_and_the_others_are_none():
    (change,) = between(settled(), settled(Reject(2, "I07")))
    ((before, now),) = change.pairs()
    assert (before.verdict, now.verdict, now.motif) == ("acceptee", "rejetee", "I07")
    assert (change.pages, change.pieces, change.recut) == ((2,), ("pg0000000000-1-1-02",), False)


def test_another_type_and_another_dossier_are_told_under_the_names_of_the_bilan():
    (change,) = between(settled(), settled(Type(2, "IDE-CNN"), File(2, DURAND)))
    told = change.as_json()
    assert (told["avant"][0]["type"], told["maintenant"][0]["type"]) == ("RES-BUL", "IDE-CNN")
    assert (told["avant"][0]["dossier"], told["maintenant"][0]["dossier"]) == (MARTIN, DURAND)


def test_pages_cut_otherwise_are_told_together():
    (change,) = between(settled(CutBefore(4), Join(5)), settled(CutBefore(4), CutBefore(5)))
    assert change.recut
    assert change.pages == (4, 5)
    assert [len(side) for side in (change.before, change.now)] == [1, 2]


def test_a_question_that_becomes_another_one_is_a_change():
    bilan, asked = settled()
    piece = next(iter(asked))
    (change,) = changes(bilan, asked, bilan, {**asked, piece: "dossier"})
    assert (change.before[0].question, change.now[0].question) == (asked[piece], "dossier")


def test_a_page_that_is_no_piece_any_more_is_told_with_what_it_is():
    before = settled()
    now = settled(pages=(*PAGES[:4], papers.blank(), PAGES[5]))
    (change,) = (change for change in between(before, now) if 5 in change.pages)
    assert Role.BLANK in {stand.role for stand in change.now}


def test_only_the_pieces_that_change_and_are_deposited_are_named_as_such():
    (bilan, asked), now = settled(), settled(Reject(2, "I07"))
    sent = replace(bilan, pieces=tuple(replace(piece, depot=depot(piece)) for piece in bilan.pieces))
    (change,) = changes(sent, asked, *now)
    assert change.sent == ("pg0000000000-1-1-02",)
    waiting = replace(bilan, pieces=tuple(replace(p, depot=Depot("a_deposer", "c", None)) for p in bilan.pieces))
    assert changes(waiting, asked, *now)[0].sent == ()


def depot(piece):
    return Depot("depose", "0" * 64, "SNE-1") if piece.verdict == "acceptee" else None
