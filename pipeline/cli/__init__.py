"""``pli``: the commands of the operators, thin over the rest. They speak French."""

from pipeline.cli import look, work
from pipeline.cli.frame import main

__all__ = ["look", "main", "work"]
