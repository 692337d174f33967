"""The tracer, where it may trace."""

from __future__ import annotations

import pytest

from tests.scenarios.crash_points.tracer import tracing, why_not


@pytest.fixture(scope="module")
def tracer():
    """Programs ready to be killed."""
    if (why := why_not()) is not None:
        pytest.skip(why)
    with tracing() as ready:
        yield ready
