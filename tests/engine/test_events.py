"""What happens is told a line each, for people or for programs, and never in the words of a paper."""

import json
import logging
import sys

import pytest

from pipeline.engine import events
from pipeline.engine.events import JsonLines, Lines
from pipeline.engine.run import run_next
from pipeline.store import tasks
from pipeline.store.tasks import Kind

KEYS = ["time", "level", "logger", "message", "kind", "task", "host", "process"]


def record(message="lot %s : reçu", *args, raised=None):
    return logging.LogRecord(
        "pipeline.essai", logging.WARNING, __file__, 1, message, args or ("pg0000000001-1",), raised
    )


def raised():
    try:
        fail(None, None)
    except ValueError:
        return sys.exc_info()


def test_a_line_for_programs_has_always_the_same_keys():
    said = json.loads(JsonLines().format(record()))
    assert list(said) == KEYS
    assert (said["level"], said["logger"], said["message"]) == (
        "WARNING",
        "pipeline.essai",
        "lot pg0000000001-1 : reçu",
    )
    assert (said["kind"], said["task"], said["host"]) == (None, None, events.HOST)


def test_what_happens_in_a_task_bears_its_kind_and_its_id():
    with events.about("read:pg0000000001-1/3"):
        said = json.loads(JsonLines().format(record()))
    assert (said["kind"], said["task"]) == ("read", "read:pg0000000001-1/3")
    assert json.loads(JsonLines().format(record()))["task"] is None, "no longer once it is over"


@pytest.mark.parametrize("lines", [Lines(), JsonLines()])
def test_of_an_error_its_kind_and_its_place_are_told_and_not_its_words(lines):
    said = lines.format(record(raised=raised()))
    assert "ValueError (fail:" in said
    assert "Lilas" not in said


def test_a_line_stays_one_line_whatever_it_quotes():
    assert "\n" not in JsonLines().format(record("deux\nlignes %s"))


@pytest.mark.parametrize(
    ("environ", "lines"), [({}, Lines), ({"PLI_JOURNAL": "texte"}, Lines), ({"PLI_JOURNAL": "json"}, JsonLines)]
)
def test_the_environment_says_for_whom(environ, lines, monkeypatch):
    root = logging.Logger("essai")  # noqa: LOG001 - a root of its own
    monkeypatch.setattr(logging, "root", root)
    events.tell(environ)
    (handler,) = root.handlers
    assert type(handler.formatter) is lines


def test_a_task_that_fails_is_told_of_by_its_id(house, monkeypatch):
    told = []
    monkeypatch.setattr(logging.Handler, "handle", lambda self, said: told.append(JsonLines().format(said)))
    with house.store.begin() as tx:
        tasks.submit(tx, Kind.SETTLE, "pg0000000001-1-1", 1)
    run_next(house, "ici", [Kind.SETTLE], {Kind.SETTLE: fail})
    said = {json.loads(line)["task"] for line in told}
    assert said == {"settle:pg0000000001-1-1"}
    assert not any("Lilas" in line for line in told)


def fail(_held, _house):
    raise ValueError("MARTIN Claire, 12 rue des Lilas")
