"""Every writer and drawer of the world, by type of the plan, gathered from the modules of this package."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

from training import papers
from training.fonts import Family
from training.papers import letters, strange, tests_of_letters
from training.papers.writers import Drawer, Writer, Writers

Maker = TypeVar("Maker", Writer, Drawer)


def _modules() -> list[ModuleType]:
    """Return the modules of this package that hold papers; letters are no piece, and strange papers no type."""
    apart = {"shelf", "letters", "strange", "tests_of_letters"}
    return [
        import_module(f"{papers.__name__}.{found.name}")
        for found in iter_modules(papers.__path__)
        if found.name not in apart
    ]


def _gathered(
    shelves: Iterable[Mapping[str, Mapping[Family, tuple[Maker, ...]]]],
) -> dict[str, dict[Family, tuple[Maker, ...]]]:
    gathered: dict[str, dict[Family, tuple[Maker, ...]]] = defaultdict(lambda: dict.fromkeys(Family, ()))
    for shelf in shelves:
        for code, makers in shelf.items():
            for family in Family:
                gathered[code][family] += makers[family]
    return dict(gathered)


WRITERS: Writers = _gathered(getattr(module, "WRITERS", {}) for module in _modules())
DRAWERS = _gathered(getattr(module, "DRAWERS", {}) for module in _modules())
LETTERS: Writers = _gathered((letters.WRITERS, tests_of_letters.LETTERS))
STRANGE = strange.STRANGE
