"""What the sender announced, against what was counted: a missed fiche makes one dossier too long."""

from dataclasses import replace

import pytest

from pipeline.classifiers import counts
from pipeline.classifiers.counts import Arithmetic
from pipeline.domain.geometry import Box
from pipeline.domain.pli import Announced, Bordereau, Cut, Dossier, Page, Role, Section, Sections, Sheets, Trust
from tests import papers
from tests.papers import MARTIN


def section(content, announced=None, opened=True, at=0):
    """A fiche, at page ``at``, and ``content`` pages of content."""
    pages = tuple(Page(at + n, papers.page("texte"), None if n else Role.FICHE, 0) for n in range(content + 1))
    return Section(pages, Dossier(MARTIN, 1, Trust.SIGNED, None, Announced(None, announced)) if opened else None)


def sheets(*sections, dossiers=None, blanks=()):
    bordereau = Bordereau(0, None, None, None, dossiers, None, None, None)
    return Sheets(Sections(papers.receipt(9), bordereau, sections, ()), {}, frozenset(blanks))


def arithmetic(*sections, blanks=()):
    return list(counts.arithmetic(sheets(*sections, blanks=blanks)))


@pytest.mark.parametrize(
    ("announced", "blanks", "said"),
    [
        (4, set(), Arithmetic.AGREES),
        (3, {2}, Arithmetic.AGREES),
        (4, {2}, Arithmetic.AGREES),
        (5, set(), Arithmetic.SHORT),
        (5, {2}, Arithmetic.SHORT),
        (3, set(), Arithmetic.OVER),
        (2, {2}, Arithmetic.OVER),
        (None, set(), Arithmetic.UNKNOWN),
    ],
)
def test_pages_agree_with_or_without_the_blanks(announced, blanks, said):
    assert arithmetic(section(3, announced), blanks=blanks) == [said]


def test_a_count_between_the_two_may_hide_the_sheets_of_another():
    """Whether the sender counted blanks is not known: what was counted with them may be one dossier more."""
    assert arithmetic(section(3, 3), blanks={1, 2}) == [Arithmetic.OVER]


def test_the_sender_s_other_counts_show_that_blanks_were_left_out():
    between, all_sides = section(3, 3), section(3, 4, at=30)
    without = section(3, 2, at=10), section(3, 2, at=20)
    blanks = {1, 2, 11, 12, 21, 22, 31, 32}
    assert arithmetic(between, *without, blanks=blanks) == [Arithmetic.SHORT, Arithmetic.AGREES, Arithmetic.AGREES]
    assert arithmetic(between, without[0], blanks=blanks)[0] is Arithmetic.OVER, "one may be so by accident"
    assert arithmetic(between, all_sides, blanks=blanks)[0] is Arithmetic.OVER
    assert arithmetic(between, *without, all_sides, blanks=blanks)[0] is Arithmetic.OVER, "now one way, now the other"
    assert arithmetic(section(3, 1), *without, blanks=blanks)[0] is Arithmetic.OVER, "too many without the blanks too"


@pytest.mark.parametrize(("told", "said"), [(2, Arithmetic.SHORT), (4, Arithmetic.OVER), (None, Arithmetic.OVER)])
def test_so_does_the_count_of_the_whole(told, said):
    held = sheets(section(3, 3), blanks={1, 2})
    bordereau = replace(held.cut.bordereau, pages=told)
    assert counts.arithmetic(replace(held, cut=replace(held.cut, bordereau=bordereau))) == (said,)


@pytest.mark.parametrize(
    ("announced", "said"),
    [(6, "juste"), (4, "peut-être"), (5, "plus"), (3, "plus"), (7, "moins")],
)
def test_sides_of_which_nothing_was_read_may_be_blank_all_of_them_or_none(announced, said):
    kept = section(5, announced)
    mute = [replace(page, reading=papers.blank()) for page in kept.pages[2:4]]
    pages = (*kept.pages[:2], *mute, *kept.pages[4:])
    assert arithmetic(replace(kept, pages=pages)) == [said]


def test_a_side_that_could_not_be_looked_at_or_bears_a_code_is_not_taken_for_a_blank_one():
    kept = section(2, 2)
    for odd in ({"fault": "image illisible"}, {"unread_codes": (Box(0.1, 0.1, 0.2, 0.2),)}):
        side = replace(kept.pages[2], reading=replace(papers.blank(), **odd))
        assert arithmetic(replace(kept, pages=(*kept.pages[:2], side))) == [Arithmetic.OVER]


def test_without_a_dossier_nothing_was_announced():
    assert arithmetic(section(3, opened=False)) == [Arithmetic.UNKNOWN]


def test_a_dossier_with_too_many_pages_makes_its_neighbours_doubtful_too():
    fine = section(2, 3)
    assert counts.doubtful(sheets(fine, fine, section(5, 3), fine, fine)) == {1, 2, 3}
    assert counts.doubtful(sheets(section(5, 3), fine, fine)) == {0, 1}
    assert counts.doubtful(sheets(fine, fine)) == set()


def test_a_dossier_with_too_few_pages_casts_no_doubt():
    assert counts.doubtful(sheets(section(2, 3), section(2, 9))) == set()


@pytest.mark.parametrize(("announced", "doubted"), [(2, False), (3, True), (1, False), (None, False)])
def test_a_missing_fiche_makes_the_whole_pli_doubtful(announced, doubted):
    cut = sheets(section(2, 3), section(2, 3), dossiers=announced)
    assert counts.fiches_missing(cut.cut) == doubted
    assert counts.doubtful(cut) == ({0, 1} if doubted else set())


def test_a_fiche_that_opened_nothing_was_seen_all_the_same():
    assert counts.fiches_seen(sheets(section(2, 3), section(2, opened=False)).cut) == 2


@pytest.mark.parametrize(
    ("content", "announced", "blanks", "last", "lies"),
    [
        (8, 4, set(), 3, False),
        (8, 4, set(), 4, True),
        (8, 4, {1}, 4, False),
        (5, 4, set(), 5, False),
        (8, None, set(), 8, False),
    ],
    ids=["among those announced", "after them", "a blank side is none", "a stray paper explains it", "not announced"],
)
def test_what_comes_after_all_the_pages_announced_lies_beyond(content, announced, blanks, last, lies):
    cut = Cut(0, section(content).pages[last : last + 1])
    assert counts.beyond(section(content, announced), cut, frozenset(blanks)) is lies


def test_in_a_dossier_of_one_page_too_many_two_papers_cannot_both_be_somebody_else_s():
    fine, stray, two, unknown = section(2, 3), section(3, 3), section(4, 3), section(2)
    assert counts.closed(sheets(fine, stray, two, unknown)) == {0, 1}
    assert counts.agreeing(sheets(fine, stray, two, unknown)) == {0}
    assert counts.closed(sheets(section(2, 9))) == set(), "what is missing may be hidden by what is there"


def test_no_dossier_is_closed_where_fiches_are_missing():
    held = sheets(section(2, 3), section(3, 3), dossiers=3)
    assert counts.agreeing(held) == counts.closed(held) == set()
