"""The fictitious people of the tests: what is theirs must never be met where it is not needed."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import lru_cache
from pathlib import Path

from pipeline.domain import numero_unique
from pipeline.domain.text import fold

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "scans"
OF_PAPERS = ("MARTIN", "DURAND")
"""Those of ``tests/papers.py``; « PETIT » is there too, and is a word."""
SHORTEST_NAME = 4
EXAMPLE = "057121507390310691"
"""The number that our own sentences show as an example."""
FOR_EVER = date(2100, 1, 1)
"""A number is somebody's whenever it was given."""


def found(text: str) -> set[str]:
    """Return the canaries that stand in a text: names of people, addresses of people, anybody's numéro unique."""
    names = _names().findall(f" {fold(text)} ")
    return {*names, *_addresses().findall(text), *numero_unique.find_all(text, FOR_EVER)} - {EXAMPLE}


@lru_cache(maxsize=1)
def _people() -> list[dict[str, str]]:
    bodies = json.loads((FIXTURES / "demandes.json").read_bytes()).values()
    return [{**body["demandeur"], "courriel": body["courriel"]} for body in bodies]


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    names = {fold(person["nom"]) for person in _people()} | set(OF_PAPERS)
    return re.compile(rf"(?<= )(?:{'|'.join(sorted(name for name in names if len(name) >= SHORTEST_NAME))})(?= )")


@lru_cache(maxsize=1)
def _addresses() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(person["courriel"]) for person in _people()))
