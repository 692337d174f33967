"""What became of a lot, in one shape for what is true and for what the machine said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.domain.pli import Role

Json = Mapping[str, Any]

OPENERS = frozenset({Role.BORDEREAU, Role.FICHE, Role.ATTESTATION})
FORGED = frozenset({"code_forged", "code_faux", "forged", "bad_signature", "signature_fausse"})
STRANGER = frozenset({"etranger", "intrus", "stranger"})


@dataclass(frozen=True, slots=True)
class PageAccount:
    """A page. ``feuille`` names its sheet of paper within the lot, None when nothing is said of it.

    ``rotation``: degrees clockwise that turn it upright, as the machine says.
    """

    n: int
    role: str
    dossier: str | None
    face: str | None
    feuille: tuple[str, int] | None
    rotation: int = 0


@dataclass(frozen=True, slots=True)
class PieceAccount:
    """A piece. ``owner``: the numéro unique that it belongs to (in truth) or that it was put under (by the machine).

    ``confidence``: the probability (0–1) that the machine gives to its type. ``known``: whether a truth that expects a
    question names the owner nonetheless (``dossier_vrai``). ``tags``: what the truth says of its kind.
    """

    name: str
    pages: frozenset[int]
    owner: str | None
    type: str | None
    verdict: str | None
    motif: str | None
    confidence: float = 0.0
    known: bool = False
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Account:
    """The pages and pieces of a lot.

    ``forged``: the pages that bear a forged code (in truth) or are said to (by the machine); ``under_forged``:
    the page of such a code by each page that follows it.
    """

    pages: Mapping[int, PageAccount]
    pieces: tuple[PieceAccount, ...]
    piece_of: Mapping[int, PieceAccount]
    forged: frozenset[int]
    under_forged: Mapping[int, int]

    def role(self, n: int) -> str | None:
        """Return what page ``n`` is, None when nothing is said of it."""
        return self.pages[n].role if n in self.pages else None


@dataclass(frozen=True, slots=True)
class Case:
    """A lot of a golden set: what is true of it and what the machine made of it, pli by pli.

    ``tags``: what the truth says of the lot as a whole (where it comes from, how well it was scanned).
    """

    name: str
    tags: frozenset[str]
    truth: Account
    found: Account
    bilans: tuple[Json, ...]


def case(name: str, truth: Json, bilans: Sequence[Json]) -> Case:
    """Set the truth of a lot beside the bilans of its plis."""
    return Case(name, frozenset(truth.get("tags", [])), of_truth(truth), of_bilans(bilans), tuple(bilans))


def of_truth(truth: Json) -> Account:
    """Read a ``*.verite.json``. Only ``n`` and ``role`` of pages, and ``verdict`` of pieces, are needed."""
    written = truth.get("pages", [])
    pages = {page["n"]: _page(page, "") for page in written}
    pieces = [_true_piece(piece, rank, written) for rank, piece in enumerate(truth.get("pieces", []), start=1)]
    return _account(pages, pieces, frozenset(_forged(written, truth.get("tags", []))))


def of_bilans(bilans: Iterable[Json]) -> Account:
    """Read the bilans of the plis of one lot."""
    pages: dict[int, PageAccount] = {}
    pieces: list[PieceAccount] = []
    forged: set[int] = set()
    for bilan in bilans:
        pages |= {page["n"]: _page(page, bilan["pli"]) for page in bilan["pages"]}
        pieces += [_found_piece(piece) for piece in bilan["pieces"]]
        named = (a for a in bilan.get("anomalies", []) if a["code"] == "signature_fausse")
        forged |= {n for anomaly in named for n in anomaly["pages"]}
    return _account(pages, pieces, frozenset(forged))


def _account(pages: Mapping[int, PageAccount], pieces: Sequence[PieceAccount], forged: frozenset[int]) -> Account:
    piece_of = {n: piece for piece in pieces for n in piece.pages}
    return Account(pages, tuple(pieces), piece_of, forged, dict(_following(pages, forged)))


def _page(written: Json, pli: str) -> PageAccount:
    sheet = written.get("feuille")
    feuille = (pli, sheet) if sheet is not None else None
    return PageAccount(
        written["n"],
        written["role"],
        written.get("dossier"),
        written.get("face"),
        feuille,
        written.get("rotation") or 0,
    )


def _found_piece(piece: Json) -> PieceAccount:
    return PieceAccount(
        name=piece["id"],
        pages=frozenset(piece["pages"]),
        owner=piece["dossier"],
        type=piece["type"],
        verdict=piece["verdict"],
        motif=piece["motif"],
        confidence=piece.get("confiance", 0.0),
    )


def _true_piece(piece: Json, rank: int, pages: Sequence[Json]) -> PieceAccount:
    number = piece.get("piece", piece.get("id", rank))
    own = piece.get("pages") or [page["n"] for page in pages if page.get("piece") == number]
    known = piece.get("dossier_vrai") is not None
    tags = frozenset(piece.get("tags", []))
    place = None if STRANGER & tags else piece.get("dossier")
    return PieceAccount(
        name=str(number),
        pages=frozenset(own),
        owner=piece["dossier_vrai"] if known else place,
        type=piece.get("type"),
        verdict=piece.get("verdict"),
        motif=piece.get("motif"),
        known=known,
        tags=tags,
    )


def _forged(pages: Sequence[Json], tags: Iterable[str]) -> Iterator[int]:
    """Yield the pages with a forged code: those so marked (key ``code``, or ``tags``).

    In a set that says « forged » of the lot alone, any sheet that opens nothing may be the one: all are held for it.
    """
    marked = [page["n"] for page in pages if page.get("code") in FORGED or FORGED.intersection(page.get("tags", []))]
    if marked or not FORGED.intersection(tags):
        yield from marked
        return
    before = None
    for page in pages:
        opens_nothing = page["role"] in {Role.FICHE, Role.ATTESTATION} and page.get("dossier") is None
        goes_on = page["role"] == before == Role.ATTESTATION
        if opens_nothing and not goes_on:
            yield page["n"]
        before = page["role"]


def _following(pages: Mapping[int, PageAccount], forged: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the pages from a forged code to the next opener, each with the page of the code."""
    reigning: int | None = None
    before = None
    for n in sorted(pages):
        page = pages[n]
        goes_on = page.role == before == Role.ATTESTATION and page.dossier is None
        if n in forged:
            reigning = n
        elif page.role in OPENERS and not goes_on:
            reigning = None
        if reigning is not None and page.role not in OPENERS:
            yield n, reigning
        before = page.role
