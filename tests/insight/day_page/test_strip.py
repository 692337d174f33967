"""How pages are laid side by side: each in one group, the pages of a piece together."""

from dataclasses import replace

from pipeline.domain.bilan import Bilan, BilanDossier, BilanPage, BilanPiece, Counts
from pipeline.domain.pli import Role
from pipeline.domain.receipt import Canal, Source
from pipeline.domain.register import Register
from pipeline.insight.day_page.strip import blocks_of
from tests.papers import DURAND, MARTIN, RECEIVED

SHORT = {"b": Role.BORDEREAU, "f": Role.FICHE, "-": Role.BLANK, "o": Role.OUTSIDE}


def pli(*laid):
    """A bilan from its pages in order: ``(what, dossier)``; a number or word that is no role names a piece."""
    pages, pieces = [], {}
    for n, (what, dossier) in enumerate(laid, start=1):
        name = None if what in SHORT else what
        pages.append(BilanPage(n, SHORT.get(what, Role.PIECE), dossier, name, None, n, 0))
        if name is not None:
            seen = pieces.get(name, piece(name, dossier))
            pieces[name] = replace(seen, pages=(*seen.pages, n))
    numbers = dict.fromkeys(dossier for _, dossier in laid if dossier)
    none = Counts(None, None)
    dossiers = tuple(BilanDossier(number, 1, "signed", none, none, ()) for number in numbers)
    return Bilan(
        "pli", "lot", (1, len(pages)), Canal.PAPIER_GUICHET, "R", Source("f.pdf", "0", 1), RECEIVED, "depot", RECEIVED,
        "termine", None, None, (), tuple(pages), dossiers, tuple(pieces.values()), Register(0),
    )  # fmt: skip


def piece(name, dossier):
    return BilanPiece(name, dossier, 1 if dossier else None, (), "RES-BUL", None, 0.9, "acceptee", None, (), ())


def laid_out(bilan):
    return [(block.title, [[page.n for page in group.pages] for group in block.groups]) for block in blocks_of(bilan)]


def test_the_pages_of_a_piece_stand_together_within_their_dossier():
    found = laid_out(pli(("b", None), ("f", MARTIN), ("x", MARTIN), ("x", MARTIN), ("f", DURAND), ("y", DURAND)))
    assert found == [
        ("En tête de l'envoi", [[1]]),
        (f"Dossier {MARTIN}", [[2], [3, 4]]),
        (f"Dossier {DURAND}", [[5], [6]]),
    ]


def test_blank_sides_between_the_pages_of_a_piece_stay_between_them_and_the_last_one_stands_alone():
    found = laid_out(pli(("f", MARTIN), ("x", MARTIN), ("-", MARTIN), ("x", MARTIN), ("-", MARTIN)))
    assert found == [(f"Dossier {MARTIN}", [[1], [2, 3, 4], [5]])]


def test_a_piece_read_out_of_order_is_shown_in_its_reading_order():
    bilan = pli(("x", MARTIN), ("-", MARTIN), ("x", MARTIN))
    turned = replace(bilan, pieces=(replace(bilan.pieces[0], pages=(3, 1)),))
    assert laid_out(turned) == [(f"Dossier {MARTIN}", [[3, 1, 2]])]


def test_what_lies_before_the_first_fiche_is_not_what_a_lost_fiche_left_without_dossier():
    found = laid_out(pli(("b", None), ("o", None), ("f", None), ("x", None), ("f", None), ("y", None)))
    assert found == [
        ("En tête de l'envoi", [[1], [2]]),
        ("Sans dossier", [[3], [4]]),
        ("Sans dossier", [[5], [6]]),
    ]


def test_the_same_dossier_opened_again_is_another_block():
    found = laid_out(pli(("f", MARTIN), ("x", MARTIN), ("f", MARTIN), ("y", MARTIN)))
    assert [groups for _, groups in found] == [[[1], [2]], [[3], [4]]]


def test_a_piece_that_belongs_elsewhere_keeps_its_place_under_its_own_dossier():
    found = laid_out(pli(("f", MARTIN), ("x", MARTIN), ("y", DURAND), ("z", MARTIN)))
    assert [(title, groups) for title, groups in found] == [
        (f"Dossier {MARTIN}", [[1], [2]]),
        (f"Dossier {DURAND}", [[3]]),
        (f"Dossier {MARTIN}", [[4]]),
    ]


def test_every_page_is_laid_exactly_once():
    bilan = pli(("b", None), ("-", None), ("f", MARTIN), ("x", MARTIN), ("y", MARTIN), ("x", MARTIN), ("-", MARTIN))
    laid = [n for _, groups in laid_out(bilan) for group in groups for n in group]
    assert sorted(laid) == [page.n for page in bilan.pages]
