"""A pli in which every fate of a page is met."""

from tests import papers
from tests.papers import MARTIN

PAGES = (
    papers.page("le bailleur"),
    papers.fiche(MARTIN, "MARTIN", "CLAIRE", 4),
    papers.page("zzz"),
    papers.bulletin(),
    papers.releve(),
    papers.blank(),
)
