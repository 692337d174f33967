import pytest

from training.fonts import Family, missing_packages


@pytest.fixture(scope="session")
def needs_fonts():
    missing = sorted({package for family in Family for package in missing_packages(family)})
    if missing:
        pytest.skip(f"polices absentes : {' '.join(missing)}")
