"""The shape of the house is a promise too. Each test says, when it fails, what to move and where."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PIPELINE, TESTS = ROOT / "pipeline", ROOT / "tests"
MAX_FILE, MAX_FUNCTION, MAX_DECISION = 350, 55, 20

PURE_ROOMS = ("domain", "recognition", "classifiers", "sheets")
PURE_STAGES = ("read", "split", "pair", "group", "classify", "screen", "compose")
IMPURE_MODULES = {
    **dict.fromkeys(("time", "sched"), "the clock"),
    **dict.fromkeys(("random", "secrets", "uuid", "numpy.random"), "dice"),
    **dict.fromkeys(("sqlite3", "sqlalchemy", "alembic"), "a database"),
    **dict.fromkeys(
        ("socket", "ssl", "http", "urllib.request", "requests", "httpx", "smtplib", "redis"), "the network"
    ),
    **dict.fromkeys(("pipeline.settings", "pipeline.store", "pipeline.sne", "pipeline.mail"), "a committing room"),
}
CLOCK_CALLS = {"now", "today", "utcnow"}


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def pure_files() -> list[Path]:
    rooms = [path for room in PURE_ROOMS for path in (PIPELINE / room).rglob("*.py")]
    return sorted([*rooms, *(PIPELINE / "stages" / f"{stage}.py" for stage in PURE_STAGES)])


def test_arrows_run_one_way():
    # A process of its own: the linter sets logging up for itself, and silences every logger that is there before it.
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True, no_cache=True))"
    done = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"an import runs against the arrows of docs/architecture.md:\n{done.stdout}"


@pytest.mark.parametrize("path", pure_files(), ids=name_of)
def test_computing_has_no_clock_no_dice_no_world(path):
    found = list(impurities(ast.parse(path.read_text(encoding="utf-8"))))
    assert not found, f"{name_of(path)} is computing code: pass in what it asks the world for ({'; '.join(found)})"


def impurities(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                asked = [alias.name for alias in names]
            case ast.ImportFrom(module=str(module), names=names, level=0):
                asked = [f"{module}.{alias.name}" for alias in names]
            case ast.Call(func=ast.Attribute(attr=attr)) if attr in CLOCK_CALLS:
                yield f"line {node.lineno}: .{attr}() reads the clock"
                continue
            case ast.Attribute(value=ast.Name(id="np" | "numpy"), attr="random"):
                yield f"line {node.lineno}: numpy.random throws dice"
                continue
            case _:
                continue
        yield from (
            f"line {node.lineno}: {name} is {what}"
            for name in asked
            for module, what in IMPURE_MODULES.items()
            if name == module or name.startswith(f"{module}.")
        )


@pytest.mark.parametrize(
    "written",
    [
        "import time",
        "from urllib.request import urlopen",
        "from datetime import date\ndate.today()",
        "import numpy as np\nnp.random.default_rng()",
        "from pipeline.store import blobs",
        "from pipeline import settings",
    ],
)
def test_the_purity_lint_sees_what_it_looks_for(written):
    assert list(impurities(ast.parse(written)))


def test_every_test_stands_where_its_subject_does():
    lost = [name_of(path) for path in sources("tests") if path.name.startswith("test_") and not has_subject(path)]
    assert not lost, f"no counterpart in pipeline/ (nor training/, config/, benchmarks/): {', '.join(lost)}"


def has_subject(test: Path) -> bool:
    """Say whether ``tests/<place>/test_<name>.py`` speaks of something named so in that place.

    Scenarios cross the whole house; config/ and deploy/ hold data rather than modules.
    """
    place = test.parent.relative_to(TESTS)
    if place.parts[:1] in {("scenarios",), ("config",), ("deploy",)} or test == Path(__file__):
        return True
    name = test.stem.removeprefix("test_")
    places = [root / place for root in (PIPELINE, ROOT)]
    return any((folder / name).is_dir() or any(folder.glob(f"{name}.*")) for folder in places)


@pytest.mark.parametrize(
    "path", [path for path in sources("pipeline", "training") if "migrations" not in path.parts], ids=name_of
)
def test_files_say_one_thing_and_functions_fit_a_screen(path):
    text = path.read_text(encoding="utf-8")
    lines = len(text.splitlines())
    assert lines <= MAX_FILE, f"{name_of(path)} has {lines} lines (at most {MAX_FILE}): which two ideas does it hold?"

    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1} lines)"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= MAX_FUNCTION
    ]
    assert not long, f"{name_of(path)}: longer than a screen of {MAX_FUNCTION} lines: {', '.join(long)}"


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=name_of)
def test_a_decision_is_short_enough_to_be_read(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MAX_DECISION, f"{name_of(path)} has {lines} lines (at most {MAX_DECISION})"
