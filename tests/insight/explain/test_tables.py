"""An explanation in a terminal."""

from io import StringIO

from rich.console import Console

from pipeline.insight.explain import as_table, explain
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import file_pli


def test_an_explanation_says_what_decided_where_each_thing_was_seen_and_what_else_it_could_be(house):
    name = file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2, 1), papers.bulletin())
    out = StringIO()
    Console(file=out, width=190).print(as_table(explain(house, f"{name}-02")))
    shown = " ".join(out.getvalue().split())
    for said in (f"{name}-02 : acceptée, RES-BUL (Bulletin de salaire)", "décidé par", "rien ne s'y oppose",
                 "titre « BULLETIN DE SALAIRE » (page 2, en haut à gauche)", "possible"):  # fmt: skip
        assert said in shown
