"""``pli``: the commands of the operators, thin over the rest. They speak French."""

# Commands are listed in the order of the day.
from pipeline.cli import work, courrier, surveiller, deverser, rectifier, notifier, etat, look, verifier  # noqa: I001
from pipeline.cli import rapport, purger, sauvegarde, replay, simuler, imprimer, bouchon
from pipeline.cli.frame import main

__all__ = [
    "bouchon",
    "courrier",
    "deverser",
    "etat",
    "imprimer",
    "look",
    "main",
    "notifier",
    "purger",
    "rapport",
    "rectifier",
    "replay",
    "sauvegarde",
    "simuler",
    "surveiller",
    "verifier",
    "work",
]
