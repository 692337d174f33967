"""The outside systems as programs of their own: the stand-in SNE, started by its command, and a mail server."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.sne.http import SneHttp
from pipeline.sne.port import HeldPiece
from tests.scenarios.workspace import FIXTURES, NIGHT, PLI, surroundings

TOKEN = "un-jeton-d-essai"
STOP_S = 20


@contextmanager
def standing_in(base: Path, *, port: int = 0, demandes: Path = FIXTURES / "demandes.json") -> Iterator[str]:
    """Run ``pli bouchon-sne``, that knows ``demandes``, over ``base``; give its URL."""
    words = ["bouchon-sne", "--port", str(port), "--demandes", str(demandes), "--base", str(base)]
    environ = surroundings(NIGHT, PLI_SNE_JETON=TOKEN)
    process = subprocess.Popen(
        [str(PLI), *words, "--racine", str(base)], env=environ, stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    try:
        said = process.stdout.readline()
        yield next(word for word in said.split() if word.startswith("http://"))
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(STOP_S) == 0


def speaking_to(url: str, **environ: str) -> dict[str, str]:
    """Return the settings of a workspace whose SNE is at ``url``."""
    said = {"PLI_SNE_CONNECTEUR": "http", "PLI_SNE_URL": url, "PLI_SNE_JETON": TOKEN, "PLI_SNE_DELAI_S": "5"}
    return said | environ


def mailing_to(port: int) -> dict[str, str]:
    """Return the settings of a workspace whose mail server listens on ``port`` of this machine."""
    return {"PLI_MEL_TRANSPORT": "smtp", "PLI_MEL_HOTE": "127.0.0.1", "PLI_MEL_PORT": str(port)}


def held_at(url: str, numbers: Iterable[str]) -> list[HeldPiece]:
    """Return all that the SNE at ``url`` holds for these demandes."""
    sne = SneHttp(url, TOKEN, 10.0)
    try:
        return [piece for number in sorted(numbers) for piece in sne.pieces(number)]
    finally:
        sne.close()
