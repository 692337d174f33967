"""What the page shows, in the words and the order in which it shows it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.domain.geometry import Box
from pipeline.insight.day_page.fates import Fate, Ledger
from pipeline.insight.day_page.pictures import Picture

FRAME_MARGIN, LINE_HEIGHT, FRAME_MAX = 140, 20, 2400


@dataclass(frozen=True, slots=True)
class Proof:
    """Something seen. ``number``: its rank in its piece; ``zone``: where on the upright page, if anywhere."""

    number: int
    genre: str
    detail: str
    page: int
    zone: Box | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person is asked of a piece. ``guesses``: what the machine proposes, with its probability in 0–1."""

    asked: str
    why: str
    guesses: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """A piece. ``motif`` and ``advice``: why it is refused and what to do; ``deposit``: where its deposit stands."""

    id: str
    name: str
    code: str | None
    whose: str | None
    confidence: float
    answered: bool
    fate: Fate
    said: str
    motif: str | None
    advice: str | None
    alerts: tuple[str, ...]
    deposit: str | None
    doubt: Doubt | None
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page. ``picture`` is None when it cannot be decoded; ``side``: which side of which sheet it is."""

    n: int
    fate: Fate
    said: str
    side: str | None
    picture: Picture | None
    piece: ShownPiece | None

    @property
    def name(self) -> str:
        return self.piece.name if self.piece is not None else f"page {self.said}"

    @property
    def proofs(self) -> tuple[Proof, ...]:
        return tuple(proof for proof in self.piece.proofs if proof.page == self.n) if self.piece is not None else ()

    @property
    def zones(self) -> dict[Box, str]:
        """The places to point at, with the numbers of what was seen there."""
        places: dict[Box, str] = {}
        for proof in self.proofs:
            if proof.zone is not None:
                told = places.get(proof.zone)
                places[proof.zone] = f"{told}, {proof.number}" if told else str(proof.number)
        return places


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """The pages of one piece, or a page that is of none."""

    pages: tuple[ShownPage, ...]
    piece: ShownPiece | None


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """What lies in one dossier, or outside any. The counts are None where no dossier was opened."""

    title: str
    trust: str | None
    announced: str | None
    counted: str | None
    groups: tuple[ShownGroup, ...]


@dataclass(frozen=True, slots=True)
class ShownMail:
    """A message as it was received; ``html`` is None when it has no such part."""

    to: str
    subject: str
    date: str
    html: str | None
    text: str

    @property
    def height(self) -> int:
        """Pixels to give to ``html``: without a script a frame cannot ask, and the text is as long as it is tall."""
        return min(FRAME_MARGIN + LINE_HEIGHT * self.text.count("\n"), FRAME_MAX)


@dataclass(frozen=True, slots=True)
class ShownPli:
    """A pli. ``head``: what lies before its first dossier; ``silence``: why no mail is shown."""

    name: str
    reference: str
    canal: str
    file: str
    received: str
    deadline: str
    state: str
    state_said: str
    announced: str
    counted: str
    ledger: Ledger
    anomalies: tuple[str, ...]
    head: ShownBlock | None
    blocks: tuple[ShownBlock, ...]
    mails: tuple[ShownMail, ...]
    silence: str

    @property
    def pages(self) -> list[ShownPage]:
        laid = (self.head, *self.blocks) if self.head is not None else self.blocks
        return [page for block in laid for group in block.groups for page in group.pages]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was refused as a whole, and why."""

    name: str
    file: str
    size: str
    canal: str
    received: str
    motif: str
    explanation: str
    advice: str
    mails: tuple[ShownMail, ...]
    silence: str


@dataclass(frozen=True, slots=True)
class Day:
    """Everything that came in, and what became of it.

    ``waiting``: files that are not settled yet. ``astray``: mails about no pli that is shown.
    """

    date: str
    ledger: Ledger
    figures: tuple[tuple[int, str], ...]
    plis: tuple[ShownPli, ...]
    refused: tuple[Refused, ...]
    waiting: tuple[str, ...]
    astray: tuple[ShownMail, ...]
