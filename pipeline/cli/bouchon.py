"""The command that plays the SNE, for demonstrations and tests."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from pipeline.cli.frame import DONE, RACINE, command
from pipeline.cli.french import Required
from pipeline.settings import load

STOPS = frozenset({signal.SIGTERM, signal.SIGINT})


@command("bouchon-sne")
@click.option(
    "--port", default=0, metavar="PORT", type=click.IntRange(0, 65535), help="Le port (défaut : le premier libre)."
)
@click.option(
    "--demandes", cls=Required, metavar="FICHIER", type=click.Path(path_type=Path),
    help="Les demandes connues : {NU: demande}, en JSON.",
)  # fmt: skip
@click.option(
    "--base", cls=Required, metavar="DOSSIER", type=click.Path(file_okay=False, path_type=Path),
    help="Le dossier où tout est gardé.",
)  # fmt: skip
@RACINE
def serve_stand_in(port: int, demandes: Path, base: Path, racine: Path) -> int:
    """Joue le SNE, pour les démonstrations et les essais, jusqu'à ce qu'on l'arrête (Ctrl-C)."""
    from pipeline.sne.bouchon.serve import serving  # noqa: PLC0415 - a web server, spared to the other commands

    settings = load(racine, os.environ)
    jeton = settings.sne.jeton.get_secret_value() if settings.sne.jeton is not None else None
    with _stops_held(), serving(demandes=demandes, base=base, jeton=jeton, port=port, now=settings.now) as url:
        click.echo(f"SNE d'essai à l'écoute sur {url} (Ctrl-C pour arrêter)")
        signal.sigwait(STOPS)
    return DONE


@contextmanager
def _stops_held() -> Iterator[None]:
    """Keep the signals that stop us for who waits for them, the threads to come included."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
