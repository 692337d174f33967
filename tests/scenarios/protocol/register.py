"""A register in this process, in the place of the line to it: it keeps to the contract (§5), or misbehaves on order."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from hashlib import sha256

from pipeline.sne.line import Answer, Part, Silence
from pipeline.stages.compose import cle_of

ROUTE = re.compile(r"/v1/demandes/(?P<nu>\w+)(?P<list>/pieces(?:/(?P<cle>\w+)(?P<away>/retrait)?)?)?")
JSON = {"content-type": "application/json"}
HEADER = b"%PDF-1.7 "


class Fault(Enum):
    """How a call goes: what is answered (a status, None: nothing), and whether the register heeds the call."""

    OK = ("as it should", True)
    ERROR_BEFORE = (500, False)
    ERROR_AFTER = (500, True)
    BUSY = (503, False)
    DENIED = (401, False)
    UNREACHED = ("no line", False)
    TIMEOUT_BEFORE = (None, False)
    TIMEOUT_AFTER = (None, True)
    ILLEGIBLE_BEFORE = (200, False)
    ILLEGIBLE_AFTER = (200, True)
    SAYS_TAKEN = (409, False)
    SAYS_UNKNOWN = (404, False)

    @property
    def says(self) -> str | int | None:
        return self.value[0]

    @property
    def heeds(self) -> bool:
        return self.value[1]

    @property
    def leaves_doubt(self) -> bool:
        """Whether who made the call cannot know what became of it."""
        return self.says in {None, 200, 500}


@dataclass
class Entry:
    """A piece that is held. ``leaves``: the hashes of its pages; ``pli``: who filed it, None for a stranger."""

    reference: str
    cle: str
    sha256: str
    octets: int
    type: str
    depose_le: str
    etat: str
    pli: str | None
    leaves: tuple[str, ...]


def pdf_of(leaves: tuple[str, ...], stamp: int) -> bytes:
    """Return a file that tells which pages it was made of; ``stamp``: two makings differ, as with real ones."""
    return HEADER + " ".join([str(stamp), *leaves]).encode()


class Register:
    """What is held, by demande and key. ``tick`` is told before a call is heard, and before its answer leaves."""

    def __init__(self, now: Callable[[], str], tick: Callable[[], None]) -> None:
        self.held: dict[str, dict[str, Entry]] = {}
        self.struck: set[str] = set()
        self.script: list[Fault] = []
        self.sent_blind: list[str] = []
        """Keys that were sent again, by the pli that had sent them, without asking what became of the first call."""
        self.wrong_keys: list[str] = []
        self.calls: Counter[str] = Counter()
        self._doubts: set[tuple[str, str, str]] = set()
        self._now, self._tick = now, tick

    def call(
        self, method: str, path: str, parts: Mapping[str, Part] | None = None, said: Mapping[str, str] | None = None
    ) -> Answer | Silence:
        """Hear a call as the line would carry it."""
        self._tick()
        fault = self.script.pop(0) if self.script else Fault.OK
        told = ROUTE.fullmatch(path)
        assert told is not None, path
        self.calls[method] += 1
        doubt = (told["nu"], told["cle"], _metadata(parts)["pli"]) if method == "PUT" else None
        if doubt is not None and doubt in self._doubts:
            self.sent_blind.append(told["cle"])
        if doubt is not None:
            self._doubts.add(doubt)
        answer = self._answer(method, told, parts) if fault.heeds else None
        self._tick()
        if doubt is not None and not fault.leaves_doubt:
            self._doubts.discard(doubt)
        if method == "GET" and told["list"] and fault in {Fault.OK, Fault.SAYS_UNKNOWN}:
            self._doubts = {kept for kept in self._doubts if kept[0] != told["nu"]}
        return _spoilt(fault, answer)

    def close(self) -> None:
        """Hang up."""

    def active(self) -> list[tuple[str, Entry]]:
        """Return what is held and was not withdrawn, with its demande."""
        return [(nu, entry) for nu, held in self.held.items() for entry in held.values() if entry.etat == "active"]

    def file_for_a_stranger(self, nu: str, cle: str) -> None:
        """Hold other bytes under a key, as if somebody else had filed them."""
        self.held.setdefault(nu, {}).setdefault(
            cle, self._entry(cle, f"%PDF of a stranger {cle}".encode(), "RES-BUL", None, ())
        )

    def _answer(self, method: str, told: re.Match[str], parts: Mapping[str, Part] | None) -> Answer:
        nu, cle = told["nu"], told["cle"]
        held = self.held.setdefault(nu, {})
        if method == "GET" and told["list"]:
            return _json(200, [_told(entry) for entry in held.values()])
        if method == "GET":
            return _json(200, {"numero_unique": nu, "etat": "radiee" if nu in self.struck else "active"})
        if method == "POST":
            if cle not in held:
                return _json(404, {"message": "pièce inconnue"})
            held[cle].etat = "retiree"
            return _json(200, {"reference": held[cle].reference, "etat": "retiree"})
        return self._put(nu, cle, parts)

    def _put(self, nu: str, cle: str, parts: Mapping[str, Part] | None) -> Answer:
        metadata, content = _metadata(parts), (parts or {})["fichier"][1]
        leaves = tuple(content.removeprefix(HEADER).decode().split()[1:])
        if cle != cle_of(nu, metadata["type"], leaves):
            self.wrong_keys.append(cle)
        held = self.held[nu]
        if nu in self.struck:
            return _json(410, {"message": "demande radiée"})
        if cle in held:
            same = held[cle].sha256 == metadata["sha256"]
            return _json(200, _told(held[cle])) if same else _json(409, {"message": "autre contenu"})
        held[cle] = self._entry(cle, content, metadata["type"], metadata["pli"], leaves)
        return _json(201, _told(held[cle]))

    def _entry(self, cle: str, content: bytes, kind: str, pli: str | None, leaves: tuple[str, ...]) -> Entry:
        digest = sha256(content).hexdigest()
        return Entry(f"SNE-{cle[:12]}", cle, digest, len(content), kind, self._now(), "active", pli, leaves)


def _metadata(parts: Mapping[str, Part] | None) -> dict[str, str]:
    told: dict[str, str] = json.loads((parts or {})["metadonnees"][1])
    return told


def _told(entry: Entry) -> dict[str, object]:
    ours = {"pli", "leaves"}
    return {name: value for name, value in asdict(entry).items() if name not in ours}


def _json(status: int, body: object) -> Answer:
    return Answer(status, JSON, json.dumps(body).encode())


def _spoilt(fault: Fault, answer: Answer | None) -> Answer | Silence:
    match fault.says:
        case "as it should" if answer is not None:
            return answer
        case "no line":
            return Silence(sent=False, why="connexion impossible")
        case int(status):
            return Answer(status, JSON, b'{"encore": "rien de pr' if status == 200 else b'{"message": "non"}')
        case _:
            return Silence(sent=True, why="pas de réponse")
