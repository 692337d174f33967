"""Pieces within each dossier, and what a person says of their limits."""

from pipeline.domain.corrections import NOTHING_SAID, Corrections, CutBefore, Join
from pipeline.domain.pli import Page, Role, Section, Sections, Sheets, Side
from pipeline.stages.group import group
from tests import papers

RULES = papers.rules()
FICHE = (papers.fiche(papers.MARTIN, "MARTIN", "CLAIRE"), Role.FICHE)
SLIP, RENT, MORE = papers.bulletin(), papers.quittance(), papers.page("suite", "report")


def grouped(*sections, said=NOTHING_SAID, blanks=(), outside=(), duplex=False):
    """Group sections given as lists of readings or of (reading, role); return the pages of each piece."""
    n, laid = 0, []
    for index, pages in enumerate(sections):
        section = []
        for page in pages:
            n += 1
            reading, role = page if isinstance(page, tuple) else (page, None)
            section.append(Page(n, reading, role, 0))
        laid.append(Section(tuple(section), outside=index in outside))
    sides = {k: Side((k + 1) // 2 if duplex else k, None) for k in range(1, n + 1)}
    sheets = Sheets(Sections(papers.receipt(n), None, tuple(laid), ()), sides, frozenset(blanks))
    return [(cut.section, [page.n for page in cut.pages]) for cut in group(sheets, said, RULES).cuts]


def test_titles_cut_a_dossier_into_pieces():
    assert grouped([FICHE, SLIP, MORE, RENT]) == [(0, [2, 3]), (0, [4])]


def test_a_piece_never_runs_over_the_limit_of_a_dossier():
    assert grouped([FICHE, SLIP], [FICHE, MORE]) == [(0, [2]), (1, [4])]


def test_blanks_and_separator_sheets_belong_to_no_piece():
    assert grouped([FICHE, SLIP, papers.blank(), MORE], blanks=[3]) == [(0, [2, 4])]


def test_what_lies_outside_any_dossier_makes_no_piece():
    assert grouped([RENT, SLIP], [FICHE, RENT], outside=[0]) == [(1, [4])]


def test_a_back_goes_with_its_front_whatever_its_words():
    lines = (
        "Expert-comptable, chiffre d'affaires",
        "exercice clos le 31",
        "amortissements, résultat net, total passif",
    )
    accounts = papers.page(*lines)
    assert grouped([SLIP, accounts], duplex=True) == [(0, [1, 2])]
    assert grouped([SLIP, accounts], duplex=False) == [(0, [1]), (0, [2])]


def test_a_person_can_cut_and_join():
    assert grouped([SLIP, MORE, RENT], said=Corrections.of([CutBefore(2)])) == [(0, [1]), (0, [2]), (0, [3])]
    assert grouped([SLIP, MORE, RENT], said=Corrections.of([Join(3)])) == [(0, [1, 2, 3])]


def test_a_join_at_the_first_page_of_a_dossier_joins_nothing():
    assert grouped([FICHE, SLIP], [FICHE, RENT], said=Corrections.of([Join(4)])) == [(0, [2]), (1, [4])]


def test_a_doubt_about_a_limit_stays_with_its_piece():
    pages = [papers.page("Lettre", "Page 1 sur 3"), papers.page("fin", "Page 3 sur 3"), RENT]
    laid = tuple(Page(n, reading, None, 0) for n, reading in enumerate(pages, start=1))
    sides = {n: Side(n, None) for n in (1, 2, 3)}
    sheets = Sheets(Sections(papers.receipt(3), None, (Section(laid),), ()), sides, frozenset())
    assert [cut.doubt is not None for cut in group(sheets, NOTHING_SAID, RULES).cuts] == [False, True, False]
    said = Corrections.of([CutBefore(2)])
    assert [cut.doubt is not None for cut in group(sheets, said, RULES).cuts] == [False, False, False]
