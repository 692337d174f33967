"""One opened workspace: its settings, its memory, and the outside systems that the settings name."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pipeline.errors import Misuse
from pipeline.mail.transport import Transport, TransportFichier
from pipeline.settings import Settings, load
from pipeline.sne.demandes import demandes_of
from pipeline.sne.fichier import SneFichier
from pipeline.sne.port import Sne
from pipeline.store.store import Store

FOLDERS = ("inbox", "outbox/mels", "outbox/bilans", "outbox/quarantaine", "outbox/sne", "config", "var/prises")


class House:
    """Everything that work needs. What is missing in the workspace is made."""

    def __init__(self, racine: Path, environ: Mapping[str, str]) -> None:
        """Open ``racine``; raises Misuse when the settings do not hold together."""
        self.environ = environ
        self.settings: Settings = load(racine, environ)
        for folder in FOLDERS:
            (racine / folder).mkdir(parents=True, exist_ok=True)
        (racine / "var").chmod(0o750)
        self.store = Store(self.settings.base, Path(self.settings.blobs))
        self.rules = self.settings.rules()
        self.sne: Sne = self._sne()
        self.transport: Transport = self._transport()

    @property
    def racine(self) -> Path:
        return self.settings.racine

    def _sne(self) -> Sne:
        if self.settings.sne.connecteur != "fichier":
            raise Misuse("PLI_SNE_CONNECTEUR : seul le connecteur « fichier » est livré à ce jour.")
        demandes = demandes_of(self.settings.demandes_path) if self.settings.demandes_path is not None else None
        return SneFichier(self.racine / "outbox" / "sne", demandes, self.settings.now)

    def _transport(self) -> Transport:
        if self.settings.mel.transport != "fichier":
            raise Misuse("PLI_MEL_TRANSPORT : seul le transport « fichier » est livré à ce jour.")
        return TransportFichier(self.racine / "outbox" / "mels")

    def close(self) -> None:
        """Let go of the workspace."""
        with suppress(AttributeError):
            self.store.close()
