"""A net under the whole suite: what any test makes the program say is searched for the people of the tests.

Searched: each record that is logged, for people and for programs, the gauges each time that they are read, both
outlets of each ``pli`` that is run, here or as a process, and what else is printed. A test that lets something through
fails, however it ended; what was caught is not shown, only what kind of place it was caught in. :data:`TELLS` lists who
may say it on the standard output, and why.
"""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Generator, Iterator, Sequence
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pipeline.engine.events import JsonLines
from pipeline.engine.house import House
from pipeline.engine.metrics import exposition
from tests.scenarios import canaries

TELLS = {
    "bilan": "the account of a pli is about its dossiers: that is what it is asked for",
    "etat": "names the files that came as their senders called them, to be found again; of one pli, it is its bilan",
    "expliquer": "evidence quotes the page, for whoever judges the piece",
    "trancher": "shows the bilan that an answer made",
    "rectifier": "shows the bilan that is left after a withdrawal",
    "rejouer": "shows what would change in which dossier",
}
PRINTS = ("stdout", "stderr")
LOGGED = (logging.Formatter(), JsonLines())


class Net(logging.Handler):
    """What was caught since the last look, as places; what is caught is not kept."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.caught: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        for lines in LOGGED:
            self.search(lines.format(record), f"the log ({record.name})")

    def command(self, words: Sequence[str], said: str, told: str) -> None:
        """Search both outlets of a command; what its own words say is no news to who typed them."""
        name = next((word for word in words if not word.startswith("-") and "/" not in word), "")
        if name not in TELLS:
            self.search(said, f"the standard output of « {name} »", words)
        self.search(told, f"the error output of « {name} »", words)

    def search(self, text: str, place: str, typed: Sequence[str] = ()) -> None:
        if canaries.found(text) - canaries.found(" ".join(typed)):
            self.caught.append(place)

    def emptied(self) -> list[str]:
        caught, self.caught = sorted(set(self.caught)), []
        return caught


net = Net()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "tells(why): what this test has printed or logged is about people, on purpose")
    CliRunner.invoke = _tapped(CliRunner.invoke)  # type: ignore[method-assign]
    subprocess.Popen.communicate = _listened(subprocess.Popen.communicate)  # type: ignore[method-assign]
    exposition.text = _scraped(exposition.text)


def _tapped(invoke: Any) -> Any:
    def tapped(self: CliRunner, *args: Any, **kwargs: Any) -> Result:
        done: Result = invoke(self, *args, **kwargs)
        words = args[1] if len(args) > 1 else kwargs.get("args")
        net.command(words.split() if isinstance(words, str) else list(words or ()), done.stdout, done.stderr)
        return done

    return tapped


def _scraped(text: Any) -> Any:
    def scraped(house: House) -> str:
        said: str = text(house)
        net.search(said, "the gauges")
        return said

    return scraped


def _listened(communicate: Any) -> Any:
    def listened(self: subprocess.Popen[Any], *args: Any, **kwargs: Any) -> tuple[Any, Any]:
        said, told = communicate(self, *args, **kwargs)
        words = [str(word) for word in self.args] if isinstance(self.args, list | tuple) else []
        if words and words[0].endswith("/pli"):
            net.command(words[1:], _text(said), _text(told))
        return said, told

    return listened


def _text(said: str | bytes | None) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said or ""


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    if net not in logging.getLogger().handlers:
        logging.getLogger().addHandler(net)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    for place, text in _printed(item, report.when):
        net.search(text, place)
    caught = net.emptied()
    if caught and report.passed and item.get_closest_marker("tells") is None:
        report.outcome = "failed"
        report.longrepr = f"somebody's name, address or number went out by {', '.join(caught)}"
    return report


def _printed(item: pytest.Item, when: str | None) -> Iterator[tuple[str, str]]:
    for phase, kind, text in item._report_sections:
        if phase == when and kind in PRINTS:
            yield f"what is printed ({kind})", text
