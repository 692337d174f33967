"""The measures as files: ``mesures.json``, and ``mesures.html``, which shows pages and so is private."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.durable import write_durably
from pipeline.insight.evaluate.evaluation import Evaluation
from pipeline.insight.evaluate.page import render
from pipeline.insight.evaluate.report import PAGE_NAME, as_json
from pipeline.insight.private import write_private

FILE_NAME = "mesures.json"


def write(evaluation: Evaluation, folder: Path) -> None:
    """Write both files in ``folder``, which is made if it is missing; raises Misuse when the page cannot be written."""
    content = json.dumps(as_json(evaluation), ensure_ascii=False, indent=1)
    write_durably(folder / FILE_NAME, content.encode())
    write_private(folder / PAGE_NAME, render(evaluation).encode())
