"""The shipped model of words: what it says, and when it may be believed."""

import math

from pipeline.classifiers import wording
from pipeline.classifiers.vocabulary import counted
from pipeline.classifiers.wording import OTHER
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


def test_the_shipped_model_says_how_far_to_believe_it():
    belief = MODEL.belief
    assert set(belief.types) | belief.certified <= set(MODEL.classes) - {OTHER}
    assert [at for at, _ in belief.curve] == sorted(at for at, _ in belief.curve)
    assert belief.settles_from(0.005) is not None
