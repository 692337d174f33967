"""The type of each piece, or no answer; what a person said wins."""

from dataclasses import replace

from pipeline.domain.corrections import NOTHING_SAID, Corrections, Type
from pipeline.domain.pli import Cut, Page, Pieces, Section, Sections, Sheets, Side
from pipeline.domain.verdict import Genre
from pipeline.stages.classify import CANDIDATES_SHOWN, classify
from tests import papers


def named(reading, said=NOTHING_SAID, rules=None):
    """Classify one page, the third of its pli."""
    page = Page(3, reading, None, reading.rotation)
    sheets = Sheets(Sections(papers.receipt(1), None, (Section((page,)),), ()), {3: Side(1, None)}, frozenset())
    (filing,) = classify(Pieces(sheets, (Cut(0, (page,)),)), said, rules or papers.rules()).filings
    return filing


def test_a_piece_is_named_with_its_evidence():
    filing = named(papers.bulletin())
    assert (filing.type, filing.said) == ("RES-BUL", False)
    assert filing.candidates[0] == ("RES-BUL", round(filing.confidence, 4))
    assert len(filing.candidates) <= CANDIDATES_SHOWN
    title, words = filing.evidence
    assert (title.genre, title.detail, title.page) == (Genre.TEXT, "titre « BULLETIN DE SALAIRE »", 3)
    assert words.detail.startswith("mots : ")


def test_the_zone_of_a_title_lies_on_the_page_as_it_was_received():
    upright, turned = (named(replace(papers.bulletin(), rotation=r)).evidence[0].zone for r in (0, 90))
    assert turned == upright.turned(-90)


def test_below_the_margin_the_machine_abstains_and_shows_its_guesses():
    rules = papers.rules()
    timid = replace(rules, thresholds=replace(rules.thresholds, type_confidence=1.0))
    filing = named(papers.bulletin(), rules=timid)
    assert (filing.type, filing.candidates[0][0]) == (None, "RES-BUL")
    assert filing.confidence < 1


def test_a_page_of_which_nothing_is_known_has_no_guess():
    filing = named(papers.page("zzz"))
    assert (filing.type, filing.confidence, filing.candidates, filing.evidence) == (None, 0.0, (), ())


def test_what_a_person_said_wins_and_is_sure():
    filing = named(papers.bulletin(), Corrections.of([Type(3, "LOG-QUI")]))
    assert (filing.type, filing.confidence, filing.said, filing.evidence) == ("LOG-QUI", 1.0, True, ())
    assert filing.candidates[0][0] == "RES-BUL"


def test_what_a_person_said_of_another_page_does_not_count():
    assert named(papers.bulletin(), Corrections.of([Type(4, "LOG-QUI")])).type == "RES-BUL"
