"""Papers made of what the plan knows of each type, its titles and cues: bare words, in as many ways as they combine.

They bring wordings that no layout of this world happens to use; nothing is certified on them, for a title of the plan
stands on most.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.domain.filing_plan import PieceType
from pipeline.settings import load
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Part, Table, Text
from training.papers.writers import Writer, Writers, to_learn

TITLED_SHARE, LEAST_CUES, MOST_CUES = 0.6, 5, 14
MODULE = __name__.rpartition(".")[2]


def _of_type(kind: PieceType) -> Writer:
    def write(case: Case) -> Paper:
        rng = case.desk.rng
        cues = rng.sample(kind.cues, min(len(kind.cues), rng.randint(LEAST_CUES, MOST_CUES)))
        titled = bool(kind.titles) and rng.random() < TITLED_SHARE
        return Paper(
            kind.code,
            None,
            rng.choice((*case.home.world.tiers, "")),
            rng.choice(kind.titles) if titled else "",
            tuple(_part(case, cues[at : at + 3]) for at in range(0, len(cues), 3)),
            letter=rng.random() < 0.4,
            signer=case.third() if rng.random() < 0.3 else "",
            motif="P01" if kind.code.startswith("HPR-") else None,
        )

    write.__name__ = kind.code
    return write


def _part(case: Case, cues: list[str]) -> Part:
    chance = case.desk.rng.random()
    if chance < 0.3:
        return Fields(tuple((cue.capitalize(), _value(case)) for cue in cues))
    if chance < 0.45 and len(cues) > 1:
        return Table(tuple((cue.capitalize(), _value(case), _value(case)) for cue in cues), (4, 2, 2))
    if chance < 0.55:
        return Heading(cues[0].capitalize())
    return Text(case.one(" ", ", ", " : ", ". ").join(f"{cue.lower()} {_value(case)}".strip() for cue in cues))


def _value(case: Case) -> str:
    return case.one("", case.short(), case.sum(10, 3000), case.number(6), case.named(case.who), case.address)


def _writers() -> Writers:
    plan = load(Path(), {}).rules().plan
    return {code: to_learn(_of_type(kind)) for code, kind in plan.types.items() if len(kind.cues) >= LEAST_CUES}


WRITERS = _writers()
