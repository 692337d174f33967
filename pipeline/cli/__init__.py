"""``pli``: the commands of the operators, thin over the rest. They speak French."""

from pipeline.cli import work, deverser, notifier, look, replay, imprimer, bouchon  # noqa: I001 - commands are listed in the order of the day
from pipeline.cli.frame import main

__all__ = ["bouchon", "deverser", "imprimer", "look", "main", "notifier", "replay", "work"]
