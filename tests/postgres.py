"""A PostgreSQL server of our own on the loopback, as a site has one: every commit on the disk, restarted, killed."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psycopg
import pytest

from pipeline.store.database import connect
from pipeline.store.schema import metadata

EITHER = ("sqlite", pytest.param("postgres", marks=pytest.mark.xdist_group("postgres")))
"""The databases, for what must hold on each."""
USER = "pli"
SETTINGS = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "listen_addresses": "'127.0.0.1'",
    "max_connections": "60",
    "shared_buffers": "'64MB'",
    "log_min_messages": "fatal",
    "recovery_init_sync_method": "syncfs",
}
NO_POSTGRES = "no PostgreSQL here: install the packages of packages.apt"


def binaries() -> Path | None:
    """Return the folder of the latest server that is installed, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@dataclass(frozen=True)
class Server:
    """A server whose files lie in ``folder``, run by an account that is not root."""

    folder: Path
    port: int

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def url(self, database: str = "postgres", port: int | None = None) -> str:
        """Return the address of a database; ``port``: of what stands before the server."""
        return f"postgresql://{USER}@127.0.0.1:{port or self.port}/{database}"

    def start(self) -> None:
        """Start it, and wait until it answers; one that was killed recovers first, once its children have gone."""
        for _ in range(100):
            if self._control("start", "-w", "-t", "30", "-l", str(self.folder / "log")).returncode == 0:
                return
            time.sleep(0.1)
        raise RuntimeError((self.folder / "log").read_text()[-2000:])

    def stop(self, how: str = "fast") -> None:
        """Stop it in order: ``fast`` cuts what is under way."""
        self._control("stop", "-w", "-m", how)

    def kill(self) -> None:
        """Kill the head of the server at once, as a lack of memory does; its children notice and go."""
        os.kill(int((self.data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)

    def _control(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return _run("pg_ctl", "-D", str(self.data), *words)

    def execute(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run one statement outside any transaction; return its rows."""
        with closing(psycopg.connect(self.url(database), autocommit=True)) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description is not None else []

    def made(self, template: str = "template0") -> str:
        """Make a database like ``template``; return its name."""
        name = f"{USER}_{len(self.execute('SELECT 1 FROM pg_database'))}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name


def emptied() -> str:
    """Return the address of the database that tests share, with the tables of today and nothing in them."""
    server, name = shared()
    server.execute(_emptying(server, name), name)
    return server.url(name)


@cache
def shared() -> tuple[Server, str]:
    """Return a server that lasts until the end of the tests, and a database of it; skip where there can be none."""
    if binaries() is None:
        pytest.skip(NO_POSTGRES)
    lasting = ExitStack()
    atexit.register(lasting.close)
    server = lasting.enter_context(served())
    name = server.made()
    server.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")  # no test that kills the server stands on it
    connect(server.url(name)).dispose()
    return server, name


@cache
def _emptying(server: Server, name: str) -> str:
    """Return what empties a database faster than another is made: guards and references are set aside for it."""
    tables = [table.name for table in reversed(metadata.sorted_tables)]
    numbers = server.execute("SELECT sequencename FROM pg_sequences", name)
    return "; ".join(
        [
            "SET session_replication_role = replica",
            *(f"DELETE FROM {table}" for table in tables),
            *(f"ALTER SEQUENCE {sequence} RESTART" for (sequence,) in numbers),
        ]
    )


@contextmanager
def served() -> Iterator[Server]:
    """Run a server until the end of the block; leave nothing of it."""
    with tempfile.TemporaryDirectory(prefix="pli-pg-", dir="/tmp") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        server = Server(folder, _free_port())
        # The words of a language are sorted in a way that is least like bytes: what relies on bytes must say so.
        locale = ("--locale-provider=icu", "--icu-locale=fr-FR", "--locale=C.UTF-8", "--encoding=UTF8", "--no-sync")
        made = _run("initdb", "-D", str(server.data), "-U", USER, "--auth=trust", *locale)
        if made.returncode:
            raise RuntimeError(made.stderr.decode())
        settings = {**SETTINGS, "port": str(server.port), "unix_socket_directories": f"'{folder}'"}
        lines = (f"{key} = {value}\n" for key, value in settings.items())
        with (server.data / "postgresql.conf").open("a") as file:
            file.writelines(lines)
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")


def _run(program: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run a program of the server; the server refuses to be run by root."""
    folder = binaries()
    if folder is None:
        raise RuntimeError(NO_POSTGRES)
    as_other: Sequence[str] = (
        ("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") if _is_root() else ()
    )
    command = [*as_other, str(folder / program), *words]
    # Files, not pipes: the server that pg_ctl leaves behind would keep a pipe open.
    with tempfile.TemporaryFile() as out:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd="/", check=False)
        out.seek(0)
        return subprocess.CompletedProcess(command, done.returncode, b"", out.read())


def _is_root() -> bool:
    return os.geteuid() == 0


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
