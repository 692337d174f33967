"""The page of a simulation."""

from pipeline.insight.simulate.charts import charts
from pipeline.insight.simulate.page import render


def test_the_page_says_the_answers_and_asks_nothing_of_the_network(done):
    study, _ = done
    page = render(study, charts(study))
    assert "Simulation 2026, trois départements" in page
    assert page.count('<svg role="img"') == 3
    assert "SNE muet la nuit du 21/09" in page
    assert "<script" not in page
    assert 'src="http' not in page
