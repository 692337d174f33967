"""Every paper of the world can be drawn, and what tests meet was never learnt."""

from datetime import date
from random import Random

import pytest

from tests.papers import rules
from training.fonts import Family, pick_faces, pick_hand
from training.noted import NotedDesk, reading
from training.papers.case import Case
from training.papers.lay import laid
from training.papers.shelf import DRAWERS, LETTERS, STRANGE, WRITERS
from training.people import household
from training.random_plans import OFFICES
from training.train import UNTOLD

DAY = date(2025, 3, 12)
PLAN = rules().plan


def drawn(make, family, seed):
    rng = Random(seed)
    faces, hand = pick_faces(family, rng), pick_hand(family, rng)
    desk = NotedDesk(family, rng, DAY, 40, faces, hand, (20, 20, 22), printed=False)
    home = household(family, rng, DAY, OFFICES[family][0])
    return desk, make(desk, home)


@pytest.mark.parametrize("family", Family)
def test_every_writer_writes_a_paper_of_its_type(family):
    for code, families in (*WRITERS.items(), *LETTERS.items()):
        for rank, writer in enumerate(families[family]):
            desk, draft = drawn(
                lambda desk, home, writer=writer: laid(writer(Case(desk, home)), desk, home), family, f"{code}{rank}"
            )
            assert (draft.type, code in PLAN) == (code, True)
            assert (draft.motif == "P01") == code.startswith("HPR-")
            assert all(reading(desk.drawn(side), 0.0, Random(1)).words for side in draft.sides)


@pytest.mark.parametrize("family", Family)
def test_a_strange_paper_is_of_no_type(family):
    for rank, writer in enumerate(STRANGE[family]):
        _, draft = drawn(lambda desk, home, writer=writer: laid(writer(Case(desk, home)), desk, home), family, rank)
        assert draft.motif is None


@pytest.mark.parametrize("family", Family)
def test_every_card_is_drawn(family):
    for code, families in DRAWERS.items():
        for rank, drawer in enumerate(families[family]):
            _, draft = drawn(drawer, family, f"{code}{rank}")
            assert draft.type == code
            assert draft.sides


def test_nothing_that_is_measured_on_was_learnt():
    for code, families in (*WRITERS.items(), *LETTERS.items(), ("autre", STRANGE)):
        if code not in UNTOLD:
            assert not set(families[Family.A]) & set(families[Family.B]), code
            assert not any(".tests_of_" in writer.__module__ for writer in families[Family.A]), code


def test_every_type_that_is_measured_was_learnt_and_the_other_way_round():
    made = {family: {code for code in (*WRITERS, *DRAWERS) if _makers(code, family)} for family in Family}
    assert made[Family.A] - made[Family.B] <= {"TRN-LET", "TRN-FIC", "TRN-BOR", "TRN-ATT", "TRN-CER", "TRN-ENV"}
    assert made[Family.B] <= made[Family.A]


def _makers(code, family):
    return WRITERS.get(code, {}).get(family, ()) + DRAWERS.get(code, {}).get(family, ())


def test_every_filed_type_of_the_plan_can_be_drawn():
    filed = {code for code in PLAN.types if not code.startswith("TRN-")}
    assert filed <= {*WRITERS, *DRAWERS}
