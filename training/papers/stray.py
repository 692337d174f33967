"""How a paper that has nothing to do with a request for housing is written down."""

from __future__ import annotations

from training.papers.content import Paper, Part


def stray(
    issuer: str,
    title: str,
    *parts: Part,
    lines: tuple[str, ...] = (),
    subtitle: str = "",
    references: tuple[str, ...] = (),
    letter: bool = False,
    signer: str = "",
    foot: str = "",
    numbered: bool = False,
) -> Paper:
    """Return a paper of no type that the plan names: a person says what becomes of it."""
    return Paper(
        "HPR-AUT",
        None,
        issuer,
        title,
        parts,
        lines=lines,
        subtitle=subtitle,
        references=references,
        letter=letter,
        signer=signer,
        foot=foot,
        numbered=numbered,
    )
