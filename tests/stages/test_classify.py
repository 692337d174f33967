"""The type of each piece, or no answer; what a person said wins."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.domain.corrections import NOTHING_SAID, Corrections, Type
from pipeline.domain.geometry import Box
from pipeline.domain.pli import Cut, Page, Pieces, Section, Sections, Sheets, Side
from pipeline.domain.reading import Code, Symbology
from pipeline.domain.verdict import Genre
from pipeline.recognition.trust import shipped
from pipeline.stages import classify as stage
from pipeline.stages.classify import CANDIDATES_SHOWN, classify
from tests import papers
from training.doc2d import FICTION, days


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
    timid = replace(rules, thresholds=replace(rules.thresholds, misfiled=0.0))
    filing = named(papers.bulletin(), rules=timid)
    assert (filing.type, filing.candidates[0][0]) == (None, "RES-BUL")
    assert filing.confidence < 1


def test_a_page_without_a_word_has_no_guess():
    filing = named(papers.blank())
    assert (filing.type, filing.confidence, filing.candidates, filing.evidence) == (None, 0.0, (), ())


def test_what_a_person_said_wins_and_is_sure():
    filing = named(papers.bulletin(), Corrections.of([Type(3, "LOG-QUI")]))
    assert (filing.type, filing.confidence, filing.said, filing.evidence) == ("LOG-QUI", 1.0, True, ())
    assert filing.candidates[0][0] == "RES-BUL"


def test_what_a_person_said_of_another_page_does_not_count():
    assert named(papers.bulletin(), Corrections.of([Type(4, "LOG-QUI")])).type == "RES-BUL"


BOX = Box(0.8, 0.05, 0.95, 0.15)
FILLING = " ".join(["mot"] * 50)


def sealed(*, spoiled=False):
    """Return the code of Claire Martin's payslip of April."""
    first, last = days(date(2026, 4, 1)), days(date(2026, 4, 30))
    who = [("10", "MME/MARTIN/CLAIRE"), ("50", "12345678900011")]
    pay = [("53", first), ("54", last), ("55", "01012020"), ("58", "1800,00"), ("59", "7200,00")]
    payload = FICTION.seal("06", [*who, *pay], date(2026, 4, 30), date(2026, 4, 30))
    return payload.replace("CLAIRE", "SOPHIE") if spoiled else payload


def bearing(payload, *lines):
    return replace(papers.page(*lines), codes=(Code(Symbology.DATAMATRIX, payload, BOX, "zxing"),))


@pytest.fixture
def _trusted(monkeypatch):
    """Believe the fictitious authority, as no list that is shipped does."""
    trust = FICTION.trusted_with(shipped())
    monkeypatch.setattr(stage, "shipped", lambda: trust)


@pytest.mark.usefixtures("_trusted")
def test_a_verified_code_settles_the_type_whatever_the_words_say():
    filing = named(bearing(sealed(), "QUITTANCE DE LOYER", "Madame Martin Claire", FILLING))
    assert (filing.type, filing.confidence > 0.99, filing.suspect) == ("RES-BUL", True, False)
    assert (filing.evidence[0].genre, filing.evidence[0].zone) == (Genre.DOC2D, BOX)


@pytest.mark.usefixtures("_trusted")
def test_a_code_that_was_altered_settles_nothing_and_is_suspect():
    filing = named(bearing(sealed(spoiled=True), "QUITTANCE DE LOYER", "Madame Martin Sophie"))
    assert (filing.type, filing.suspect) == ("LOG-QUI", True)


@pytest.mark.usefixtures("_trusted")
def test_a_genuine_code_on_another_paper_settles_nothing_and_is_suspect():
    filing = named(bearing(sealed(), "QUITTANCE DE LOYER", "Monsieur Durand Paul", FILLING))
    assert (filing.sealed, filing.suspect) == (False, True)


def test_a_code_that_nobody_vouches_for_here_is_no_suspicion():
    filing = named(bearing(sealed(), "QUITTANCE DE LOYER", "Madame Martin Claire"))
    assert (filing.type, filing.suspect) == ("LOG-QUI", False)
    assert "autorité" in filing.evidence[0].detail.lower()


@pytest.mark.usefixtures("_trusted")
def test_what_a_person_said_wins_over_a_verified_code():
    said = Corrections.of([Type(3, "LOG-QUI")])
    assert named(bearing(sealed(), "Madame Martin Claire"), said).type == "LOG-QUI"
