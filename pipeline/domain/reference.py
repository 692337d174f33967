"""The reference of an envoi, as it stands in the subject of a mail: short, plain, and never a numéro unique."""

from __future__ import annotations

import re
from datetime import date

from pipeline.domain import numero_unique

LENGTH = 32
SHAPE = re.compile(rf"[A-Za-z0-9-]{{1,{LENGTH}}}")


def is_reference(text: str, on: date) -> bool:
    """Say whether ``text``, received on day ``on``, may be a reference."""
    return SHAPE.fullmatch(text) is not None and not numero_unique.find_all(text, on)
