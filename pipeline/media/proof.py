"""What a page pressed below its profile still says: its small print is read again, from what will be delivered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.domain.reading import Word
from pipeline.domain.text import fold
from pipeline.media.compose_page import ComposePage
from pipeline.media.rendition import Leaf
from pipeline.media.small_print import SOME, small_words

Reread = Callable[[ComposePage, bytes], Sequence[Word]]
"""What reads again a page from its leaf, a PDF of one page that lies as the page was received."""

PROVED = 0.98
_SURE = 0.8
_SHORTEST = 3  # letters: what is shorter is as often a stain
_PAGES_MAX = 4  # the ones with the most small print: a page takes a second to read


@dataclass(frozen=True, slots=True)
class Proof:
    """``recall``: the share of the words read on the master that are read again, 0–1, over so many ``pages``."""

    recall: float
    pages: int

    @property
    def holds(self) -> bool:
        return self.recall >= PROVED

    def __str__(self) -> str:
        where = "une page" if self.pages == 1 else f"{self.pages} pages"
        return f"petits caractères relus sur {where} : {int(self.recall * 100)} % des mots"


def proved(pages: Sequence[ComposePage], leaves: Sequence[Leaf], reread: Reread) -> Proof | None:
    """Read again the leaves of the pages that bear the most small print; None when none bears any."""
    fine = sorted(zip(pages, leaves, strict=True), key=lambda pair: -small_words(pair[0].reading))[:_PAGES_MAX]
    fine = [(page, leaf) for page, leaf in fine if small_words(page.reading) >= SOME]
    meant, found = 0, 0
    for page, leaf in fine:
        master = Counter(_tokens(word for word in page.reading.words if word.confidence >= _SURE))
        meant += master.total()
        found += (master & Counter(_tokens(reread(page, leaf.content)))).total()
    return Proof(found / meant, len(fine)) if meant else None


def _tokens(words: Iterable[Word]) -> Iterator[str]:
    for word in words:
        yield from (token for token in fold(word.text).split() if len(token) >= _SHORTEST)
