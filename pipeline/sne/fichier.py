"""The connector ``fichier``: the register is a folder, ``<racine>/<AAAA-MM-JJ>/<NU>/<cle>.pdf`` and ``.json``.

The JSON is written last: a piece is deposited when its JSON is there, and not before.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.domain.facts import Demande, DemandeState
from pipeline.durable import write_durably
from pipeline.errors import Defect, Unavailable
from pipeline.sne.port import (
    ACTIVE,
    MAX_OCTETS,
    WITHDRAWN,
    Acknowledgement,
    Deposit,
    Deposited,
    DepositOutcome,
    HeldPiece,
    Refusal,
    Refused,
    WithdrawalOutcome,
    Withdrawn,
)


class SneFichier:
    """A register kept in ``folder``, that knows ``demandes``; None when there is nobody to ask.

    ``now`` gives the instant of a deposit, with its offset; its civil date names the folder of the day.
    """

    def __init__(self, folder: Path, demandes: Mapping[str, Demande] | None, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._demandes = demandes
        self._now = now

    def ask(self, numero_unique: str) -> Demande | None:
        """Say what is known of a demande; see :class:`pipeline.sne.port.Sne`."""
        if self._demandes is None:
            return None
        return self._demandes.get(numero_unique, Demande(numero_unique, DemandeState.UNKNOWN))

    def deposit(self, deposit: Deposit) -> DepositOutcome:
        """File a piece under its key, unless the key is there already under any date.

        Raises ``Defect`` when the deposit contradicts itself, ``Unavailable`` when the disk will not have it.
        """
        deposit.check()
        refused = self._refusal(deposit)
        if refused is not None:
            return refused
        known = self._find(deposit.numero_unique, deposit.cle)
        if known is None:
            return Deposited(self._write(deposit))
        if known["sha256"] != deposit.sha256:
            return Refused(Refusal.CONFLICT, "cette clé est déjà là avec un autre contenu")
        return Deposited(_acknowledgement(known), already=True)

    def withdraw(self, numero_unique: str, cle: str, motif: str) -> WithdrawalOutcome:
        """Mark a piece as withdrawn under every date, with the first motive said; its PDF stays."""
        said = {"etat": WITHDRAWN, "retire_le": self._now().isoformat(), "motif": motif}
        reference = None
        for path in self._anywhere(numero_unique, f"{cle}.json"):
            known = _load(path)
            reference = known["reference"]
            if known["etat"] == ACTIVE:
                _save(path, {**known, **said})
        return Withdrawn(reference) if reference is not None else Refused(Refusal.UNKNOWN_DEMANDE, "pièce inconnue")

    def pieces(self, numero_unique: str) -> tuple[HeldPiece, ...]:
        """List what is held for a demande, oldest first: the pieces whose PDF and JSON are both there."""
        whole = (path for path in self._anywhere(numero_unique, "*.json") if path.with_suffix(".pdf").exists())
        held = (_held(_load(path)) for path in whole)
        return tuple(sorted(held, key=lambda piece: (piece.depose_le, piece.cle)))

    def close(self) -> None:
        """Let go of nothing: a folder holds no connection."""

    def _refusal(self, deposit: Deposit) -> Refused | None:
        demande = self.ask(deposit.numero_unique)
        if demande is not None and demande.state is DemandeState.UNKNOWN:
            return Refused(Refusal.UNKNOWN_DEMANDE, "demande inconnue")
        if demande is not None and demande.state is DemandeState.STRUCK_OFF:
            return Refused(Refusal.STRUCK_OFF, "demande radiée")
        if deposit.octets > MAX_OCTETS:
            return Refused(Refusal.TOO_LARGE, f"{deposit.octets} octets, {MAX_OCTETS} au plus")
        return None

    def _find(self, numero_unique: str, cle: str) -> Mapping[str, Any] | None:
        return next((_load(path) for path in self._anywhere(numero_unique, f"{cle}.json")), None)

    def _anywhere(self, numero_unique: str, name: str) -> Iterator[Path]:
        return self._folder.glob(f"*/{numero_unique}/{name}")

    def _write(self, deposit: Deposit) -> Acknowledgement:
        now = self._now()
        acknowledgement = Acknowledgement(_reference(deposit.cle), deposit.cle, deposit.sha256, now)
        pdf = self._place(deposit, now)
        body = {
            "reference": acknowledgement.reference,
            "numero_unique": deposit.numero_unique,
            "cle": deposit.cle,
            "depose_le": now.isoformat(),
            "etat": ACTIVE,
            **deposit.metadata(),
        }
        _put(pdf, deposit.content)
        _save(pdf.with_suffix(".json"), body)
        return acknowledgement

    def _place(self, deposit: Deposit, now: datetime) -> Path:
        """Return where the PDF goes: over the one that an interrupted night left, so that one key is one file."""
        name = f"{deposit.cle}.pdf"
        today = self._folder / now.date().isoformat() / deposit.numero_unique / name
        return next(self._anywhere(deposit.numero_unique, name), today)


def _reference(cle: str) -> str:
    """Derive the register's reference from the key: the same piece has the same one for ever."""
    return f"SNE-{cle[:16].upper()}"


def _put(path: Path, content: bytes) -> None:
    try:
        write_durably(path, content)
    except OSError as error:
        raise Unavailable(f"le dossier du registre ne répond pas : {error.strerror}") from error


def _save(path: Path, body: Mapping[str, Any]) -> None:
    _put(path, json.dumps(body, ensure_ascii=False, indent=1).encode())


def _load(path: Path) -> Mapping[str, Any]:
    try:
        body: Mapping[str, Any] = json.loads(path.read_bytes())
    except OSError as error:
        raise Unavailable(f"le dossier du registre ne répond pas : {error.strerror}") from error
    except ValueError as error:
        raise Defect(f"{path.name} in the register is not the JSON that was written there") from error
    return body


def _acknowledgement(body: Mapping[str, Any]) -> Acknowledgement:
    deposited = datetime.fromisoformat(body["depose_le"])
    return Acknowledgement(body["reference"], body["cle"], body["sha256"], deposited)


def _held(body: Mapping[str, Any]) -> HeldPiece:
    return HeldPiece(
        reference=body["reference"],
        cle=body["cle"],
        sha256=body["sha256"],
        octets=body["octets"],
        type=body["type"],
        depose_le=datetime.fromisoformat(body["depose_le"]),
        etat=body["etat"],
    )
