"""The connector ``http``: the register is a service that speaks ``sne/1`` (contract, §5).

What is told of an answer never repeats an address, a number or a body: it may be logged. The anomalies of a
refusal are the exception, since they are what a person has to read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from types import MappingProxyType
from urllib.parse import quote

from pipeline.domain.facts import Demande, DemandeState
from pipeline.errors import Denied, Unavailable
from pipeline.sne.bodies import ACKNOWLEDGEMENT, ANOMALIES, DEMANDE, HELD_PIECES, WITHDRAWAL, parsed
from pipeline.sne.line import Answer, Line, Part, Silence
from pipeline.sne.port import (
    Deposit,
    Deposited,
    DepositOutcome,
    HeldPiece,
    Refusal,
    Refused,
    Uncertain,
    WithdrawalOutcome,
    Withdrawn,
)

MAX_DETAIL = 300
MAX_WAIT_S = 86_400.0
DENIALS = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
REFUSALS: Mapping[int, tuple[Refusal, str]] = MappingProxyType(
    {
        HTTPStatus.NOT_FOUND: (Refusal.UNKNOWN_DEMANDE, "demande inconnue"),
        HTTPStatus.CONFLICT: (Refusal.CONFLICT, "cette clé est déjà là avec un autre contenu"),
        HTTPStatus.GONE: (Refusal.STRUCK_OFF, "demande radiée"),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (Refusal.TOO_LARGE, "fichier trop gros pour le SNE"),
        HTTPStatus.UNPROCESSABLE_ENTITY: (Refusal.INVALID, "envoi refusé sans motif"),
    }
)


class SneHttp:
    """A register at ``url``, entered with ``jeton``; a call unanswered after ``delai_s`` seconds is given up."""

    def __init__(self, url: str, jeton: str | None, delai_s: float) -> None:
        self._line = Line(url, jeton, delai_s)

    def ask(self, numero_unique: str) -> Demande:
        """Say what is known of a demande; see :class:`pipeline.sne.port.Sne`."""
        answer = self._get(_path(numero_unique))
        if answer.status == HTTPStatus.NOT_FOUND:
            return Demande(numero_unique, DemandeState.UNKNOWN)
        body = parsed(DEMANDE, answer.body) if answer.status == HTTPStatus.OK else None
        if body is None or body.numero_unique != numero_unique:
            raise _odd(answer)
        return body.demande()

    def deposit(self, deposit: Deposit) -> DepositOutcome:
        """File a piece under its key. Raises ``Defect`` when the deposit contradicts itself; see ``Sne``."""
        deposit.check()
        path = f"{_path(deposit.numero_unique)}/pieces/{deposit.cle}"
        heard = _heard(self._line.call("PUT", path, _parts(deposit)))
        return heard if isinstance(heard, Uncertain) else _outcome(heard, deposit)

    def withdraw(self, numero_unique: str, cle: str, motif: str) -> WithdrawalOutcome:
        """Mark a piece as withdrawn; see :class:`pipeline.sne.port.Sne`."""
        path = f"{_path(numero_unique)}/pieces/{cle}/retrait"
        heard = _heard(self._line.call("POST", path, said={"motif": motif}))
        return heard if isinstance(heard, Uncertain) else _withdrawal(heard)

    def pieces(self, numero_unique: str) -> tuple[HeldPiece, ...]:
        """List what is held for a demande, oldest first."""
        answer = self._get(f"{_path(numero_unique)}/pieces")
        if answer.status == HTTPStatus.NOT_FOUND:
            return ()
        bodies = parsed(HELD_PIECES, answer.body) if answer.status == HTTPStatus.OK else None
        if bodies is None:
            raise _odd(answer)
        held = (body.held_piece() for body in bodies)
        return tuple(sorted(held, key=lambda piece: (piece.depose_le, piece.cle)))

    def close(self) -> None:
        """Let go of connections."""
        self._line.close()

    def _get(self, path: str) -> Answer:
        """Ask something that changes nothing: whatever goes wrong, asking again is harmless."""
        answer = self._line.call("GET", path)
        if isinstance(answer, Silence):
            raise Unavailable(f"le SNE ne répond pas : {answer.why}")
        _stop_when_barred(answer)
        if answer.is_page:
            raise _odd(answer)
        return answer


def _path(numero_unique: str) -> str:
    return f"/v1/demandes/{quote(numero_unique, safe='')}"


def _parts(deposit: Deposit) -> Mapping[str, Part]:
    metadata = json.dumps(deposit.metadata(), ensure_ascii=False).encode()
    return {
        "metadonnees": (None, metadata, "application/json"),
        "fichier": (f"{deposit.cle}.pdf", deposit.content, "application/pdf"),
    }


def _heard(answer: Answer | Silence) -> Answer | Uncertain:
    """Return the answer to a call that changes something; raises Unavailable when it surely changed nothing."""
    match answer:
        case Silence(sent=False, why=why):
            raise Unavailable(f"le SNE ne répond pas : {why}")
        case Silence(why=why):
            return Uncertain(why)
        case Answer():
            _stop_when_barred(answer)
            return answer


def _outcome(answer: Answer, deposit: Deposit) -> DepositOutcome:
    if answer.is_success:
        said = parsed(ACKNOWLEDGEMENT, answer.body)
        if said is None:
            return Uncertain(f"réponse {answer.status} illisible")
        if (said.cle, said.sha256) != (deposit.cle, deposit.sha256):
            return Uncertain(f"réponse {answer.status} au sujet d'une autre pièce")
        return Deposited(said.acknowledgement(), already=answer.status == HTTPStatus.OK)
    # A page that says "not found" is a wrong address or a proxy's: nobody's piece is rejected on its word.
    if answer.status not in REFUSALS or (answer.is_page and answer.status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}):
        return Uncertain(f"réponse {answer.status} imprévue")
    reason, detail = REFUSALS[answer.status]
    return Refused(reason, (_anomalies(answer.body) or detail) if reason is Refusal.INVALID else detail)


def _withdrawal(answer: Answer) -> WithdrawalOutcome:
    if answer.status == HTTPStatus.OK:
        said = parsed(WITHDRAWAL, answer.body)
        return Withdrawn(said.reference) if said is not None else Uncertain(f"réponse {answer.status} illisible")
    if answer.status == HTTPStatus.NOT_FOUND and not answer.is_page:
        return Refused(Refusal.UNKNOWN_DEMANDE, "pièce ou demande inconnue")
    if answer.status == HTTPStatus.UNPROCESSABLE_ENTITY:
        return Refused(Refusal.INVALID, _anomalies(answer.body) or "retrait refusé sans motif")
    return Uncertain(f"réponse {answer.status} imprévue")


def _anomalies(body: bytes) -> str:
    """Return the words of a 422 on one line, empty when it says none."""
    said = parsed(ANOMALIES, body)
    told = " ; ".join(f"{anomaly.code} : {anomaly.message}" for anomaly in said.anomalies) if said is not None else ""
    return "".join(letter for letter in " ".join(told.split()) if letter.isprintable())[:MAX_DETAIL]


def _stop_when_barred(answer: Answer) -> None:
    if answer.status in DENIALS:
        raise Denied(f"le SNE refuse l'accès ({answer.status}) : vérifiez PLI_SNE_JETON")
    if answer.status in BUSY:
        raise Unavailable(f"le SNE est occupé ({answer.status})", _wait_s(answer.headers.get("retry-after", "")))


def _wait_s(text: str) -> float | None:
    """Return the seconds of a ``Retry-After``, given as seconds or as a date; at most a day, None when unreadable."""
    if text.isascii() and text.isdigit():
        return min(float(text), MAX_WAIT_S)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    wait_s = (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return min(max(wait_s, 0.0), MAX_WAIT_S)


def _odd(answer: Answer) -> Unavailable:
    return Unavailable(f"le SNE a répondu autre chose que ce qui lui était demandé ({answer.status})")
