"""The measures as files: ``mesures.json``, and ``mesures.html``, which shows pages and so is private."""

from __future__ import annotations

import json
import os
from pathlib import Path

from pipeline.durable import write_durably
from pipeline.errors import Misuse
from pipeline.insight.evaluate.evaluation import Evaluation
from pipeline.insight.evaluate.page import render
from pipeline.insight.evaluate.report import PAGE_NAME, as_json

FILE_NAME = "mesures.json"
PRIVATE = 0o600


def write(evaluation: Evaluation, folder: Path) -> None:
    """Write both files in ``folder``, which is made if it is missing; raises Misuse when the page cannot be written."""
    content = json.dumps(as_json(evaluation), ensure_ascii=False, indent=1)
    write_durably(folder / FILE_NAME, content.encode())
    _write_private(folder / PAGE_NAME, render(evaluation).encode())


def _write_private(path: Path, content: bytes) -> None:
    """Write for the owner's eyes alone, from the first byte on."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(descriptor, PRIVATE)  # one that was there before kept its mode
            file.write(content)
    except OSError as error:
        raise Misuse(f"{path} : ce fichier ne peut pas être écrit ({error.strerror}).") from error
