"""What a verified 2D-Doc settles about the page that bears it: its type, or a suspicion.

A good signature vouches for the code, not for the page around it: a genuine code pasted on another paper is
found out by what the page says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.domain.doc2d import Doc2d, Outcome
from pipeline.domain.doc2d_evidence import attested
from pipeline.domain.reading import Word
from pipeline.domain.text import fold

READ_CONFIDENCE = 0.6
ENOUGH_WORDS = 40  # fewer words read tell nothing by their silence
SHORTEST_NAME, SHORTEST_NUMBER = 3, 4


def against_page(doc: Doc2d, words: Sequence[Word]) -> Doc2d:
    """Compare a believed code with the words of its page; none of its facts on a page read well is a mismatch."""
    told = _facts(doc)
    read = [word for word in words if word.confidence >= READ_CONFIDENCE]
    if not told or len(read) < ENOUGH_WORDS:
        return doc
    names = {token for word in read for token in fold(word.text).split()}
    digits = re.sub(r"\D", "", "".join(word.text for word in read))
    if any(fact in names or (fact.isdigit() and fact in digits) for fact in told):
        return doc
    reason = "le code est authentique, mais rien de ce qu'il dit ne se lit sur la page"
    return replace(doc, outcome=Outcome.VALID_BUT_TEXT_MISMATCH, reason=reason)


def _facts(doc: Doc2d) -> set[str]:
    """Return what a believed code says that its page should say too: names, and numbers as digits."""
    said = attested(doc)
    if said is None:
        return set()
    names = {token for holder in said.holders for token in fold(holder.written).split()}
    amount = str(int(said.revenu_fiscal)) if said.revenu_fiscal is not None else ""
    numbers = {re.sub(r"\D", "", number) for number in (said.reference_avis, said.siret, amount)}
    return {name for name in names if len(name) >= SHORTEST_NAME} | {n for n in numbers if len(n) >= SHORTEST_NUMBER}
