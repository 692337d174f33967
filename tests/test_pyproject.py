"""What the project leans on: the packages asked for by name are used, and nothing forbids a housing body to run it."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import distribution, distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.licences import needed_to_run

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECLARED = [Requirement(text) for text in PROJECT["dependencies"]]

# Distribution -> the module by which the pipeline calls it. dramatiq and redis, asked for with these, are the second
# engine, for many machines: they are declared, and join this list, when a module speaks to them.
NAMED = {
    "opencv-python-headless": "cv2",
    "pyzbar": "pyzbar",
    "pypdf": "pypdf",
    "pikepdf": "pikepdf",
    "img2pdf": "img2pdf",
    "pytesseract": "pytesseract",
    "ocrmypdf": "ocrmypdf",
    "sqlalchemy": "sqlalchemy",
    "dramatiq": "dramatiq",
    "redis": "redis",
}

FREE = re.compile(
    r"\b(MIT|BSD|0BSD|Apache|PSFL?|Python Software Foundation|MPL|LGPL|Lesser General Public License)", re.IGNORECASE
)
LONGEST_NAME = 200
COPYLEFT = re.compile(r"\bA?GPL|Affero|GNU General Public", re.IGNORECASE)


@pytest.mark.parametrize(("name", "module"), NAMED.items())
def test_a_package_asked_for_by_name_is_declared_and_called(name, module):
    assert name in {canonicalize_name(requirement.name) for requirement in DECLARED}
    assert module in imported(), f"nothing in pipeline/ imports {module}: give {name} its place"


@lru_cache(maxsize=1)
def imported() -> frozenset[str]:
    """Return the top module of each import of the pipeline."""
    return frozenset(module for path in (ROOT / "pipeline").rglob("*.py") for module in imports_of(path))


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (alias.name.partition(".")[0] for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]


def test_one_build_of_opencv_is_installed_and_it_is_the_server_s():
    """Two builds write over each other's files, and the desktop one wants display libraries."""
    builds = {name for found in distributions() if (name := canonicalize_name(found.name)).startswith("opencv")}
    assert builds == {"opencv-python-headless"}


def licence(name: str) -> str:
    """Return what a distribution says of its licence: the expression when it gives one, else all that it says."""
    metadata = distribution(name).metadata
    if expression := metadata.get("License-Expression"):
        return expression
    classifiers = [text for text in metadata.get_all("Classifier", []) if text.startswith("License")]
    named = metadata.get("License", "")
    whole_text = len(named) > LONGEST_NAME  # with the licences of all that is bundled, some of them a choice
    return "\n".join(classifiers if classifiers and whole_text else [named, *classifiers])


@pytest.mark.parametrize("name", sorted(needed_to_run()))
def test_what_is_installed_may_be_run_by_anyone(name):
    """A network copyleft would bind whoever runs the service; a lesser one binds only who changes the library."""
    said = licence(name)
    assert FREE.search(said), f"{name} does not say a licence that we know: {said!r}"
    assert not COPYLEFT.search(said), f"{name} is under {said!r}"


@pytest.mark.parametrize("said", ["AGPL-3.0-only", "GPL-2.0-or-later", "License :: OSI Approved :: GNU Affero GPL v3"])
def test_the_licence_lint_sees_what_it_looks_for(said):
    assert COPYLEFT.search(said)
    assert not COPYLEFT.search("LGPL-3.0-only, GNU Lesser General Public License v3 (LGPLv3)")
