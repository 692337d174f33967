"""Everything that is locked is pinned by its hashes, and may be run by anyone."""

import re

import pytest

from scripts.licences import ELSEWHERE, LOCK, PAGE, RUN, TOOLS, Row, page, rows

ENTRY = re.compile(r"([a-z0-9._-]+)==[0-9][^\s;]*( ; [^\\\n]+?)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)")


def test_every_locked_line_is_a_version_with_its_hashes_and_nothing_else():
    text = LOCK.read_text(encoding="utf-8")
    assert ENTRY.sub("", text) == ""
    assert len(ENTRY.findall(text)) > 100
    assert "://" not in text


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), "run « make licences »"


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.name)
def test_what_is_locked_may_be_run_by_anyone(row):
    assert row.is_free, f"{row.name} says {row.licence!r}, which is not among the licences that we know to be free"


@pytest.mark.parametrize("said", ["GPL", "AGPL-3.0-only", "MIT AND GPL-2.0-or-later", "Proprietary"])
def test_what_would_bind_who_runs_the_service_is_seen(said):
    assert not Row("autre", ("1.0",), RUN, said).is_free


def test_what_says_nothing_of_its_licence_is_told_from_what_is_not_installed():
    assert "" not in {row.licence for row in rows()}
    assert {row.use for row in rows() if row.licence is None} <= {ELSEWHERE}


def test_what_the_program_loads_is_told_from_the_tools():
    uses = {row.name: row.use for row in rows()}
    assert (uses["pikepdf"], uses["pytest"]) == (RUN, TOOLS)
