"""Tables that operators read: the words are there, and nothing breaks them."""

from datetime import datetime, time, timedelta
from io import StringIO

import pytest
from rich.console import Console

from pipeline.domain.working_calendar import PARIS
from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from pipeline.insight import status, tables
from pipeline.insight.breaches import breaches
from pipeline.upkeep.check_world import Violation
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import bilan_of, file_pli

NOW = datetime(2026, 5, 6, 12, 0, tzinfo=PARIS)
FICHE = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 4)
PAGES = (FICHE, papers.page("zzz"), papers.bulletin(), papers.releve())


def shown(renderable):
    out = StringIO()
    Console(file=out, width=tables.FILE_WIDTH).print(renderable)
    return out.getvalue()


@pytest.mark.parametrize(
    ("hours", "said"),
    [(2, "2 h"), (71, "71 h"), (72, "3 j"), (240, "10 j"), (-1, "en retard de 1 h"), (-100, "en retard de 4 j")],
)
def test_the_time_left_is_said_in_hours_then_in_days(hours, said):
    assert tables.remaining(NOW + timedelta(hours=hours), NOW).plain == said


def test_a_pli_is_shown_with_its_state_and_its_counts(house):
    name = file_pli(house, *PAGES)
    table = shown(tables.of_statuses(status.overview(house).plis, NOW))
    for word in (name, "à vérifier", "1 acceptée, 1 rejetée, 1 à vérifier", "papier-guichet"):
        assert word in table


def test_a_pli_whose_sender_is_not_known_says_so(house):
    file_pli(house, papers.page("Fiche récapitulative", codes=[MARTIN]), PAGES[3])
    file_pli(house, PAGES[3], rank=2)
    deverse(house, lambda done, total: None)
    tell(house, lambda done, total: None)
    assert "guichet inconnu" in shown(tables.of_statuses(status.overview(house).plis, NOW))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-05-06T12:00:00+02:00", ()),
        ("2026-05-11T12:00:00+02:00", ("1 question ouverte", "la nuit du 11/05 20:00, dans 8 h", "« pli a-verifier »")),
        ("2026-05-11T21:00:00+02:00", ("cette nuit, qui est ouverte",)),
        ("2026-05-12T12:00:00+02:00", ("échéance passée", "en retard de 12 h")),
    ],
)
def test_what_would_save_a_deadline_is_shown_with_its_time(house, now, said):
    file_pli(house, *PAGES)
    moment = datetime.fromisoformat(now)
    found = breaches(status.overview(house), moment, time(20), time(6))
    table = shown(tables.of_breaches(found, moment))
    assert all(word in table for word in said), table
    assert bool(found) == bool(said)


def test_a_deadline_that_no_night_can_keep_any_more_says_what_command_does(house):
    file_pli(house, *PAGES)
    moment = datetime.fromisoformat("2026-05-11T12:00:00+02:00")
    found = breaches(status.overview(house), moment, time(1), time(5))
    assert "plus de nuit : « pli deverser »" in shown(tables.of_breaches(found, moment))


def test_a_bilan_is_shown_with_the_arithmetic_of_its_register(house):
    name = file_pli(house, *PAGES)
    table = shown(tables.of_bilan(bilan_of(house, name), house.rules))
    assert "4 pages reçues = 1 séparateurs + 0 blanches + 1 acceptées + 1 rejetées + 1 à vérifier" in table
    assert "Bulletin de salaire" in table
    assert "P01" in table


def test_an_open_question_is_shown_with_its_pages(house):
    name = file_pli(house, *PAGES)
    table = shown(tables.of_pending(status.pending(house), NOW))
    assert f"{name}-02" in table
    assert "aucun type du plan" in table


def test_a_violation_is_shown_with_what_to_do():
    table = shown(tables.of_violations([Violation("I1", "lot", "perdu", "restaurer")]))
    assert "I1" in table
    assert "restaurer" in table
