"""One opened workspace: its settings, its memory, and the outside systems that the settings name."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from pipeline.domain.reader import reader_version
from pipeline.durable import narrow
from pipeline.engine.stopwatch import Stopwatch
from pipeline.engine.thrift import Thrift
from pipeline.errors import Misuse
from pipeline.mail.smtp import TransportSmtp
from pipeline.mail.transport import Transport, TransportFichier
from pipeline.mailroom import filesystem
from pipeline.settings import Settings, load
from pipeline.sne.breaker import Breaker
from pipeline.sne.demandes import demandes_of
from pipeline.sne.fichier import SneFichier
from pipeline.sne.port import Sne
from pipeline.store.blobs import blobs_at
from pipeline.store.database import DatabaseTrouble, is_away
from pipeline.store.store import Store

__all__ = ["DatabaseTrouble", "House", "is_away"]

SMTP_DELAY_S = 60.0
FOLDERS = ("inbox", "outbox/mels", "outbox/bilans", "outbox/quarantaine", "outbox/sne", "config", "var/prises")
MODES = {"var": 0o700, "outbox": 0o750, "config": 0o750}
"""Who may look in: nobody, and the group that the administrator trusts. The inbox is as the stations need it."""


class House:
    """Everything that work needs. What is missing in the workspace is made."""

    def __init__(self, racine: Path, environ: Mapping[str, str]) -> None:
        """Open ``racine``; raises Misuse when the settings do not hold together."""
        self.environ = environ
        self.settings: Settings = load(racine, environ)
        filesystem.refuse_remote({"var/": racine / "var", **self.settings.own_disks}, filesystem.mounts())
        for folder in FOLDERS:
            (racine / folder).mkdir(mode=0o750, parents=True, exist_ok=True)
        for folder, mode in MODES.items():
            narrow(racine / folder, mode)
        self.store = Store(self.settings.base, blobs_at(self.settings.blobs, racine / "var" / "copies"))
        self.rules = self.settings.rules()
        self.engine = self.settings.lecture.moteur_ocr
        if self.engine == "pytesseract" and shutil.which("tesseract") is None:
            raise Misuse("moteur_ocr : le programme tesseract est introuvable ; installez le paquet tesseract-ocr.")
        self.reader = reader_version(self.engine)
        self.watch = Stopwatch()
        self.thrift = Thrift()
        self.pages_read = 0
        """Those that are not told of yet (:mod:`pipeline.engine.presence`)."""
        self.sne: Sne = Breaker(self._sne())
        self.transport: Transport = self._transport()

    @property
    def racine(self) -> Path:
        return self.settings.racine

    @property
    def shares_work(self) -> bool:
        """Whether others than this machine's own workers may be at work."""
        return self.settings.moteur.nom != "local"

    def _sne(self) -> Sne:
        sne = self.settings.sne
        if sne.connecteur == "http":
            from pipeline.sne.http import SneHttp  # noqa: PLC0415 - a tenth of a second, spared to those without it

            return SneHttp(sne.url or "", sne.jeton.get_secret_value() if sne.jeton is not None else None, sne.delai_s)
        demandes = demandes_of(self.settings.demandes_path) if self.settings.demandes_path is not None else None
        return SneFichier(self.racine / "outbox" / "sne", demandes, self.settings.now)

    def _transport(self) -> Transport:
        mel = self.settings.mel
        if mel.transport == "fichier":
            return TransportFichier(self.racine / "outbox" / "mels")
        return TransportSmtp(
            mel.hote or "",
            mel.port,
            starttls=mel.starttls,
            credentials=mel.credentials,
            sender=mel.expediteur,
            delay_s=SMTP_DELAY_S,
        )

    def close(self) -> None:
        """Let go of the workspace."""
        self.sne.close()
        self.transport.close()
        self.store.close()
