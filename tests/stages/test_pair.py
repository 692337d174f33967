"""Images laid back on paper."""

from dataclasses import replace

import pytest

from pipeline.domain.pli import Announced, Dossier, Page, Role, Section, Sections, Trust
from pipeline.domain.receipt import Companion
from pipeline.stages.pair import looks_duplex, pair
from tests import papers
from tests.classifiers import sides

TEXT, BLANK = papers.bulletin(), papers.blank()
FACES = ["recto", "verso"]


def paired(*pages, duplex=None):
    """Pair pages given as readings, or as (reading, role)."""
    told = [page if isinstance(page, tuple) else (page, None) for page in pages]
    laid = tuple(Page(n, reading, role, 0) for n, (reading, role) in enumerate(told, start=1))
    receipt = papers.receipt(len(laid), companion=Companion(recto_verso=duplex))
    return pair(Sections(receipt, None, (Section(laid),), ()), papers.rules())


def faces(sheets):
    return [sheets.sides[n].face for n in sorted(sheets.sides)]


def papers_of(sheets):
    return [sheets.sides[n].sheet for n in sorted(sheets.sides)]


FICHE = (TEXT, Role.FICHE)


def test_in_simplex_each_page_is_its_own_sheet_and_has_no_face():
    sheets = paired(FICHE, TEXT, TEXT)
    assert (papers_of(sheets), faces(sheets), sheets.blanks) == ([1, 2, 3], [None] * 3, frozenset())


def test_a_blank_back_behind_every_fiche_is_duplex():
    sheets = paired(FICHE, BLANK, TEXT, TEXT, TEXT, BLANK)
    assert (papers_of(sheets), faces(sheets), sheets.blanks) == ([1, 1, 2, 2, 3, 3], FACES * 3, {2, 6})


@pytest.mark.parametrize(
    "pages",
    [
        [FICHE, BLANK, TEXT],
        [FICHE, TEXT, TEXT, BLANK],
        [FICHE, BLANK, BLANK, TEXT],
        [TEXT, FICHE, TEXT, BLANK],
        [TEXT, TEXT, TEXT, TEXT],
        [],
    ],
    ids=["odd", "printed behind a fiche", "blank on a front", "fiche on a back", "no blank", "nothing"],
)
def test_anything_else_is_simplex(pages):
    assert set(faces(paired(*pages))) <= {None}


@pytest.mark.parametrize(("said", "expected"), [(True, [*FACES, "recto"]), (False, [None] * 3)])
def test_the_companion_s_word_wins(said, expected):
    assert faces(paired(FICHE, TEXT, TEXT, duplex=said)) == expected
    assert faces(paired(FICHE, BLANK, TEXT, duplex=said)) == expected


def test_simplex_said_of_what_looks_duplex_is_simplex():
    assert faces(paired(FICHE, BLANK, TEXT, BLANK, duplex=False)) == [None] * 4


def test_a_sheet_with_a_role_is_never_blank():
    assert paired((BLANK, Role.FICHE), TEXT).blanks == frozenset()


def test_a_page_that_could_not_be_looked_at_is_not_blank():
    assert paired(FICHE, replace(BLANK, look=None)).blanks == frozenset()


def test_an_odd_count_never_looks_duplex():
    pages = [Page(n, BLANK, None, 0) for n in (1, 2, 3)]
    assert not looks_duplex(pages, frozenset({2}))


PALE = replace(papers.blank(), look=replace(papers.look(ink=0.0), faint=0.0005))
"""A back with a few traces: too much for a blank side, nothing that could be read."""
FRONT = sides.print_()
SHADOW = replace(sides.look(sides.seen_from_behind(FRONT, 0.2), faint=0.02), crisp=2.6)
"""Of the front, and a little crisper than what is called blank without a count."""


def announced(pages, *content):
    """Return the sides called blank in a dossier scanned on both sides that announced ``pages``."""
    dossier = Dossier(papers.MARTIN, 1, Trust.SIGNED, None, Announced(None, pages))
    told = (FICHE, (BLANK, None), *((reading, None) for reading in content))
    laid = tuple(Page(n, reading, role, 0) for n, (reading, role) in enumerate(told, start=1))
    receipt = papers.receipt(len(laid), companion=Companion(recto_verso=True))
    return pair(Sections(receipt, None, (Section(laid, dossier),), ()), papers.rules()).blanks


def test_bare_backs_are_blank_where_the_sender_counted_all_but_them():
    assert announced(3, TEXT, PALE, TEXT, PALE) == {2, 4, 6}
    assert announced(4, TEXT, PALE, TEXT, PALE) == {2}, "one of them was counted: which one is not known"
    assert announced(None, TEXT, PALE) == {2}


@pytest.mark.parametrize(
    ("back", "is_blank"),
    [
        (SHADOW, True),
        (replace(SHADOW, shade=sides.packed(sides.print_(seed=7, lines=range(23, 170, 7), darkness=15.0))), False),
        (replace(SHADOW, text_lines=12), False),
        (replace(SHADOW, coloured=True), False),
        (replace(SHADOW, crisp=6.0), False),
    ],
    ids=["the front shows through", "pale print", "lines are seen", "colour", "too crisp for a shadow"],
)
def test_more_traces_must_be_the_shadow_of_the_front(back, is_blank):
    front = replace(TEXT, look=sides.look(FRONT, ink=0.04))
    assert (4 in announced(2, front, replace(papers.blank(), look=back))) == is_blank


def test_a_front_and_a_side_that_bears_ink_are_content_whoever_counted():
    photograph = replace(papers.blank(), look=papers.look(ink=0.07))
    assert announced(2, PALE, TEXT) == {2}
    assert announced(2, TEXT, photograph) == {2}
