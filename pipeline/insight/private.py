"""Files that show people's papers: for their owner's eyes alone."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.errors import Misuse

MODE = 0o600


def write_private(path: Path, content: bytes) -> None:
    """Write for the owner alone, from the first byte on; raises Misuse when the file cannot be written there."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, MODE)
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(descriptor, MODE)  # one that was there before kept its mode
            file.write(content)
    except OSError as error:
        raise Misuse(f"{path} : ce fichier ne peut pas être écrit ({error.strerror}).") from error
