"""What a paper says, apart from how it is laid out: its issuer, title, parts and closing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    words: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within the paper."""

    words: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Printed labels, each with its printed value."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A form: printed labels, each with what was written by hand in its blank ("" leaves it empty)."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Boxes, ticked or not."""

    boxes: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, the first as heading; ``shares``: how wide each column is beside the others."""

    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """What follows stands on a new page."""


Part = Text | Heading | Fields | Filled | Choices | Table | Leaf


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper before it is laid out.

    ``role``: whose it is (D, C, E; None where the plan has none). ``lines``: under the issuer's name.
    ``references``: short lines, as « N° RG 24/00123 ». ``form``: number of the form, as « cerfa n° 10112*05 ».
    ``letter``: sent by post, with the household's address. ``signer``: who signs at the end ("" nobody),
    ``seal``: with which rubber stamp. ``foot``: small print. ``numbered``: pages bear « i/n » even when there is one.
    ``motif``: why it should be refused.
    """

    type: str
    role: str | None
    issuer: str
    title: str
    parts: tuple[Part, ...]
    lines: tuple[str, ...] = ()
    subtitle: str = ""
    references: tuple[str, ...] = ()
    form: str = ""
    letter: bool = False
    signer: str = ""
    seal: tuple[str, ...] = ()
    foot: str = ""
    numbered: bool = False
    motif: str | None = None
