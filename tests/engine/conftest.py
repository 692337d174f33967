"""Work that takes a moment."""

import pytest
from PIL import Image, ImageDraw

from pipeline.mailroom import takings
from pipeline.stages.ingest import ingest


@pytest.fixture
def lot(house):
    """A lot of one page with a little print on it."""
    path = house.racine / "page.png"
    image = Image.new("L", (827, 1169), "white")
    ImageDraw.Draw(image).text((100, 100), "QUITTANCE DE LOYER", fill="black", font_size=30)
    image.save(path, dpi=(100, 100))
    return ingest(takings.copy(path, None, house.racine, house.settings.now()), house.store, house.settings)
