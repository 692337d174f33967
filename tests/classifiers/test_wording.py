"""The shipped model of words: what it says, and when it may be believed."""

import math
from dataclasses import replace

from pipeline.classifiers import wording
from pipeline.classifiers.vocabulary import counted
from pipeline.classifiers.wording import OTHER, Certified
from tests import papers

MODEL = wording.shipped()
PLAN = papers.rules().plan


def test_probabilities_share_one():
    assert math.isclose(
        sum(math.exp(said) for said in MODEL.said(counted([papers.bulletin()])).values()), 1.0, rel_tol=1e-4
    )


def test_a_page_without_a_known_word_says_nothing_in_particular():
    said = MODEL.said(counted([papers.page("zzz qqq")]))
    assert max(said, key=said.get) == OTHER


def test_the_words_of_a_payslip_speak_for_a_payslip():
    said = MODEL.said(counted([papers.bulletin()]))
    assert max(said, key=said.get) == "RES-BUL"
    assert "BULLETIN" in " ".join(MODEL.telling(counted([papers.bulletin()]), "RES-BUL", 5))


def test_every_class_is_a_type_of_the_plan_or_none():
    assert set(MODEL.classes) - {OTHER} <= set(PLAN.types)


def test_the_shipped_model_weighs_little():
    assert MODEL.types.weights.nbytes + MODEL.rarity.nbytes + MODEL.opening.weights.nbytes < 15_000_000


def test_a_type_is_settled_from_the_least_confidence_whose_bound_holds():
    group = Certified("RES-BUL", headed=True, curve=((0.8, 0.02), (0.9, 0.004), (0.95, 0.001)))
    assert [group.settles_from(misfiled) for misfiled in (0.05, 0.005, 0.0001)] == [0.8, 0.9, None]


def test_a_type_that_was_not_tried_is_never_settled():
    assert MODEL.settles_from("TRN-FIC", 0.5, headed=True) is None


def test_a_type_is_settled_as_papers_with_its_title_or_without_it_were_tried():
    with_title = Certified("RES-BUL", headed=True, curve=((0.9, 0.004),))
    without = Certified("RES-BUL", headed=False, curve=((0.9, 0.008),))
    model = replace(MODEL, certified=(with_title, without))
    assert [model.settles_from("RES-BUL", 0.005, headed=headed) for headed in (True, False)] == [0.9, None]
