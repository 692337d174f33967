"""A workspace, its register and its senders, in which our process may die between any two steps."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

from sqlalchemy import Connection, select

from pipeline.domain.receipt import Canal, Companion
from pipeline.engine.house import House
from pipeline.engine.publish import publish
from pipeline.engine.tidy import free_leases
from pipeline.mail.transport import Answer, Fate
from pipeline.sne.breaker import Breaker
from pipeline.sne.http import SneHttp
from pipeline.stages.compose import ComposePage, Livrable
from pipeline.store import journal, plis, rectifications
from pipeline.store.schema import depot
from pipeline.store.store import Store
from pipeline.store.tasks import Kind
from pipeline.upkeep.check_world import accounts, course, register, strays
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.scenarios.protocol.register import Fault, Register, pdf_of
from tests.store import shelf

PIECES = ("pg0000000001-1-1-02", "pg0000000001-1-1-03", "pg0000000002-1-1-02", "pg0000000003-1-1-02")
STAMPS = count(1)


class Cut(BaseException):
    """The power goes."""


def compose(pages: Sequence[ComposePage], _engine: object) -> Livrable:
    """Make the file of a piece: it tells its pages, and when it was made."""
    leaves = tuple(sha256(page.content).hexdigest() for page in pages)
    return Livrable(pdf_of(leaves, next(STAMPS)), len(pages), "d'essai", None)


def fill(racine: Path) -> None:
    """Make a workspace of three plis, four pieces; the first and the third are one key, brought by two plis."""
    to = Companion(courriel="d@example.org")
    sheet = papers.page("Fiche récapitulative obligatoire", "Numéro unique : " + MARTIN, codes=[MARTIN])
    martin = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance())
    house = shelf.opened(racine)
    for rank, pages in enumerate((martin, (sheet, papers.bulletin()), (papers.blank(), papers.quittance())), start=1):
        canal = Canal.PWP if rank == 3 else Canal.PAPIER_GUICHET
        companion = replace(to, numero_unique=DURAND) if rank == 3 else to
        image = None if rank == 3 else "meme"
        shelf.file_pli(house, *pages, canal=canal, companion=companion, rank=rank, image=image)
    publish(house)
    house.close()


def settle(house: House, _pli: str) -> None:
    """Settle what waits for it, and compose it."""
    shelf.work(house, Kind.ASK, Kind.SETTLE, Kind.COMPOSE)


class Mortal(Store):
    """A store of which each step may be the last: before a transaction, before it is committed, once it is."""

    def __init__(self, store: Store, tick: Callable[[], None]) -> None:
        self.__dict__ |= store.__dict__
        self._tick = tick

    def begin(self):
        return self._mortal(super().begin())

    def beside(self):
        return self._mortal(super().beside())

    @contextmanager
    def _mortal(self, transaction) -> Iterator[Connection]:
        self._tick()
        with transaction as tx:
            yield tx
            self._tick()
        self._tick()


class Senders:
    """The way to the senders. ``early``: plis told of a piece that the register did not hold."""

    def __init__(self, world: World) -> None:
        self.told: dict[str, set[str]] = {}
        self.early: list[str] = []
        self._world = world

    def send(self, message: EmailMessage, to: Sequence[str]) -> Mapping[str, Answer]:
        self._world.tick()
        name = message["X-Pli"]
        self.told.setdefault(name, set()).add(message["Message-ID"])
        self.early += [name for piece in self._world.accepted(name) if not self._world.is_held(piece)]
        self._world.tick()
        return dict.fromkeys(to, Answer(Fate.SENT, "250 OK"))

    def close(self) -> None:
        """Hang up."""


class World:
    """All that there is; ``racine`` is made anew from ``template`` at each ``begin``."""

    def __init__(self, template: Path, racine: Path) -> None:
        self._template, self.racine = template, racine
        shutil.copytree(template, racine)
        outside = {"PLI_SNE_CONNECTEUR": "http", "PLI_SNE_URL": "http://127.0.0.1:9"}
        self.house = shelf.opened(racine, **outside)
        settings = self.house.settings
        alone = settings.deversement.model_copy(update={"simultanes": 1})  # the order of threads is no part of this
        self.house.settings = replace(settings, deversement=alone)
        self.counts: Counter[str] = Counter()
        self.noon, self._store = settings.now(), self.house.store
        self.house.store = Mortal(self._store, self.tick)
        self.begin()

    def begin(self) -> None:
        """Start again from the morning."""
        self._store.close()
        for folder in ("outbox", "var"):
            shutil.rmtree(self.racine / folder)
            shutil.copytree(self._template / folder, self.racine / folder)
        self._fuse: int | None = None
        self.counts["days"] += 1
        self.now = self.noon
        self.register = Register(lambda: self.now.isoformat(), self.tick)  # noqa: PLW0108 - now moves on
        self.senders = self.house.transport = Senders(self)

    @property
    def now(self) -> datetime:
        return self.house.settings.now()

    @now.setter
    def now(self, instant: datetime) -> None:
        self.house.settings = replace(self.house.settings, maintenant=instant)

    def pass_time(self, hours: float) -> None:
        self.now = min(self.now + timedelta(hours=hours), self.noon + timedelta(hours=48))

    def tick(self) -> None:
        """Take one step; the last one when the fuse has burnt down."""
        if self._fuse is not None:
            self._fuse -= 1
            if self._fuse < 0:
                self._fuse = None
                raise Cut

    def run(self, command: Callable[[House], object], script: Sequence[Fault] = (), fuse: int | None = None) -> None:
        """Run a command as a process of its own would; it dies at the ``fuse``-th step."""
        sne = object.__new__(SneHttp)
        sne._line = self.register
        self.house.sne = Breaker(sne)
        self.register.script = list(script)
        self._fuse = fuse
        self.counts["commands"] += 1
        try:
            free_leases(self.house)
            command(self.house)
        except Cut:
            self.counts["cuts"] += 1
        finally:
            self._fuse, self.register.script = None, []

    def rows(self) -> list[tuple[str, str, str, str, str]]:
        """Return each deposit: pli, piece, key, demande, state."""
        wanted = select(depot.c.pli, depot.c.piece, depot.c.cle, depot.c.numero_unique, depot.c.etat)
        with self.house.store.begin() as tx:
            return [tuple(row) for row in tx.execute(wanted.order_by(depot.c.piece))]

    def withdrawing(self) -> set[str]:
        with self.house.store.begin() as tx:
            return {one.cle for one in rectifications.pending(tx)}

    def is_chained(self) -> bool:
        with self.house.store.begin() as tx:
            return journal.broken(tx) is None

    def bilans(self):
        with self.house.store.begin() as tx:
            return [plis.bilan(tx, name) for name in plis.names(tx)]

    def accepted(self, pli: str):
        (bilan,) = (bilan for bilan in self.bilans() if bilan.pli == pli)
        return [piece for piece in bilan.pieces if piece.verdict == "acceptee"]

    def is_held(self, piece) -> bool:
        entry = self.register.held.get(piece.dossier, {}).get(piece.depot.cle if piece.depot is not None else "")
        return entry is not None and entry.etat == "active"

    def violations(self):
        """Return what does not hold; I1 reads every blob again, which nothing here touches."""
        parts = (accounts.check, course.check, strays.check, register.check)
        return list(chain.from_iterable(check(self.house) for check in parts))
