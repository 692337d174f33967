# ruff: noqa: INP001 - a script, run by ``make licences``
"""Writes docs/licences.md: under what terms each locked distribution comes, from what it says itself once installed."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCK, PAGE, OVERRIDES = ROOT / "requirements.lock", ROOT / "docs" / "licences.md", ROOT / "scripts" / "overrides.txt"
FREE = frozenset(
    {"0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "HPND", "ISC", "LGPL-3.0", "LGPL-3.0-only",
     "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Unlicense", "Zlib"}
)  # fmt: skip
"""What binds nobody who runs the service; the lesser copylefts bind only who changes the library itself."""
# Older distributions say it in words, or in classifiers; the first that fits a text is its licence.
_WORDS = (
    ("AGPL", r"\bAGPL|Affero"),
    ("LGPL-3.0", r"\bLGPL|Lesser General Public"),
    ("GPL", r"\bGPL|General Public"),
    ("MPL-2.0", r"\bMPL|Mozilla"),
    ("Apache-2.0", r"\bApache"),
    ("PSF-2.0", r"\bPSFL?\b|Python Software Foundation"),
    ("MIT", r"\bMIT\b"),
    ("BSD", r"\bBSD"),
)
_ENTRY = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;]+)", re.MULTILINE)
_JOINTS = re.compile(r"\s+(?:AND|OR|WITH)\s+|[()]")
LONGEST_NAME = 80
"""Characters: a longer text is the licence itself, with those of all that is bundled."""
RUN, TOOLS, ELSEWHERE = "exécution", "outils", "autre système"
HEADING = f"""# Les licences de ce qui est figé

Écrit par `make licences` d'après ce que chaque bibliothèque installée dit d'elle-même ; ne pas modifier à la main.
« {RUN} » : ce que le programme charge ; « {TOOLS} » : tests, contrôles, apprentissage ; « {ELSEWHERE} » : figée pour
une autre machine, pas installée ici. Une licence GPL ou AGPL, ou inconnue, fait échouer les tests.

| bibliothèque | version | usage | licence |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A locked distribution. ``licence``: as it is said, None where it is not installed."""

    name: str
    versions: tuple[str, ...]
    use: str
    licence: str | None

    @property
    def is_free(self) -> bool:
        """Whether each licence that is said is one of ours; what is not installed binds nobody."""
        return self.licence is None or {part for part in _JOINTS.split(self.licence) if part} <= FREE


def rows() -> list[Row]:
    """Return every locked distribution, in order of name."""
    locked: dict[str, list[str]] = {}
    for name, version in _ENTRY.findall(LOCK.read_text(encoding="utf-8")):
        locked.setdefault(name, []).append(version)
    run = needed_to_run()
    return [Row(name, tuple(versions), *_of(name, run)) for name, versions in sorted(locked.items())]


def _of(name: str, run: frozenset[str]) -> tuple[str, str | None]:
    try:
        return RUN if canonicalize_name(name) in run else TOOLS, licence(name)
    except PackageNotFoundError:
        return ELSEWHERE, None


def licence(name: str) -> str:
    """Return the expression that a distribution gives, or what its words come to; empty when they come to nothing."""
    metadata = distribution(name).metadata
    if expression := metadata.get("License-Expression"):
        return str(expression)
    named = metadata.get("License", "")
    classifiers = [text for text in metadata.get_all("Classifier", []) if text.startswith("License")]
    return " AND ".join(dict.fromkeys(_named([*classifiers, *([named] if len(named) <= LONGEST_NAME else [])])))


def _named(texts: list[str]) -> Iterator[str]:
    for part in (part for text in texts for part in text.split(",")):
        yield from [name for name, words in _WORDS if re.search(words, part, re.IGNORECASE)][:1]


def needed_to_run() -> frozenset[str]:
    """Return the distributions that those declared for the program lead to, on this machine."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    wanted = [part for text in declared for part in _parts(Requirement(text))]
    out, seen = _overridden(), set[tuple[str, str]]()
    while wanted:
        name, extra = wanted.pop()
        if name in out or (name, extra) in seen:
            continue
        seen.add((name, extra))
        for further in map(Requirement, distribution(name).requires or []):
            if further.marker is None or further.marker.evaluate({"extra": extra}):
                wanted += _parts(further)
    return frozenset(name for name, _ in seen)


def _parts(requirement: Requirement) -> list[tuple[str, str]]:
    return [(canonicalize_name(requirement.name), extra) for extra in ("", *sorted(requirement.extras))]


def _overridden() -> set[str]:
    lines = OVERRIDES.read_text(encoding="utf-8").splitlines()
    return {canonicalize_name(Requirement(line).name) for line in lines if line and not line.startswith("#")}


def page() -> str:
    """Return docs/licences.md."""
    lines = [f"| {row.name} | {', '.join(row.versions)} | {row.use} | {row.licence or '–'} |" for row in rows()]
    return HEADING + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)} est à jour.\n")
