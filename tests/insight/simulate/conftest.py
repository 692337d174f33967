"""A small study, done once: three départements' worth of a country with few pieces."""

import pytest

from pipeline.insight.simulate.sizing import Wanted
from pipeline.insight.simulate.study import Asked, study
from tests.insight.simulate.worlds import world


@pytest.fixture(scope="package")
def done():
    """Return the study and the steps that it told."""
    steps = []
    asked = Asked("trois départements", 2026, Wanted(0.99, (1, 2)))
    return study(world(0.002), asked, lambda *step: steps.append(step)), steps
