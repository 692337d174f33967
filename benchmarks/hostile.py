"""Broken and hostile files among good plis, in one ``pli traiter``: what becomes of each, and what it takes.

The files are those of ``$PLI_CORPUS/malforme``; the good plis, the fixtures. The good ones are treated without the
others first: their bilans must be the same with them.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Any

from benchmarks import show
from benchmarks._peak import Watched, watched
from pipeline.insight.evaluate.golden import GoldenPli, read_set
from pipeline.mailroom.inbox import ok_path

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "scans"
CANAL, PROCESSES, MORNING = "papier-guichet", 2, "2025-03-12T09:00:00+01:00"
NOTHING_WRONG, SOME_SET_ASIDE = 0, 3
MB = 10**6


@dataclass(frozen=True, slots=True)
class Day:
    """A run of ``pli traiter``: what it cost, and the bilans by the name of the file that they are of."""

    run: Watched
    bilans: Mapping[str, list[dict[str, Any]]]
    why: Mapping[str, str]


def main() -> None:
    """Treat the good plis, then all of them; print outcomes and figures."""
    corpus = os.environ.get("PLI_CORPUS")
    if corpus is None:
        print("hostile: set PLI_CORPUS to the folder that holds malforme/", file=sys.stderr)
        return
    files = hostile_files(Path(corpus))
    with tempfile.TemporaryDirectory() as name:
        alone = treated(Path(name, "bons"), {})
        mixed = treated(Path(name, "tous"), files)
    report(alone, mixed, files)


def hostile_files(corpus: Path) -> dict[str, Path]:
    """Return the hostile files by the name that each is dropped under: its folder tells whose it is."""
    found = sorted(path for path in (corpus / "malforme").rglob("*") if path.is_file())
    return {f"{n:04d}-{path.parent.name}-{path.name}": path for n, path in enumerate(found)}


def treated(racine: Path, hostile: Mapping[str, Path]) -> Day:
    """Drop the fixtures and the ``hostile`` files as stations do, and have them treated by two workers."""
    golden = read_set(FIXTURES)
    (racine / "config").mkdir(parents=True)
    copyfile(FIXTURES / "demandes.json", racine / "config" / "demandes.json")
    _drop(golden, hostile, racine / "inbox")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PLI_")}
    environ = {**clean, "PLI_PARALLELE": str(PROCESSES), "PLI_MAINTENANT": MORNING}
    run = watched([Path(sys.executable).with_name("pli"), "traiter", "--racine", racine], environ)
    bilans: dict[str, list[dict[str, Any]]] = {}
    for bilan in _read(racine.glob("outbox/bilans/*.json")):
        bilans.setdefault(bilan["source"]["nom"], []).append(bilan)
    why = {told["source"]["nom"]: told["explication"] for told in _read(racine.glob("outbox/quarantaine/*/*.json"))}
    return Day(run, bilans, why)


def _drop(golden: Iterable[GoldenPli], hostile: Mapping[str, Path], inbox: Path) -> None:
    for pli in golden:
        pli.drop(inbox)
    door = inbox / CANAL
    for name, path in hostile.items():
        copyfile(path, door / name)
        ok_path(door / name).touch()


def _read(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    yield from (json.loads(path.read_bytes()) for path in sorted(paths))


def outcomes(day: Day, names: Iterable[str]) -> Counter[tuple[str, str]]:
    """Count what became of the files: (state of the pli, why)."""
    return Counter(outcome(day, name) for name in names)


def outcome(day: Day, name: str) -> tuple[str, str]:
    """Return the state of a file, and why: the sentence of its refusal, or what is said of its pages."""
    bilans = day.bilans.get(name, [])
    if not bilans:
        return "aucun bilan", ""
    state = "+".join(sorted({bilan["etat"] for bilan in bilans}))
    if name in day.why:
        return state, day.why[name]
    accounts = sum((Counter(_accounts(bilan)) for bilan in bilans), Counter[str]())
    return state, ", ".join(sorted(accounts)) or "aucune page"


def _accounts(bilan: Mapping[str, Any]) -> dict[str, int]:
    return {name: count for name, count in bilan["registre"].items() if name != "recues" and count}


def changed(alone: Day, mixed: Day) -> list[str]:
    """Return the good files whose bilans are not the same in both days."""
    return [name for name, own in alone.bilans.items() if lasting(own) != lasting(mixed.bilans.get(name, []))]


def lasting(bilans: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return bilans without the hash and bytes of what was composed: a PDF/A bears the instant of its writing."""
    return [{**bilan, "pieces": [_undated(piece) for piece in bilan["pieces"]]} for bilan in bilans]


def _undated(piece: Mapping[str, Any]) -> dict[str, Any]:
    made = piece["livrable"]
    return {**piece, "livrable": made and {"pages": made["pages"]}}


def report(alone: Day, mixed: Day, files: Mapping[str, Path]) -> None:
    """Print what the day was like."""
    counted = outcomes(mixed, files)
    show(f"{len(files)} hostile files", ("outcome", "files"), [(" : ".join(o), n) for o, n in counted.most_common()])
    rows = [
        (what, day.run.status, day.run.seconds, day.run.pss // MB, day.run.rss // MB, day.run.largest // MB)
        for what, day in (("good plis alone", alone), ("all of them", mixed))
    ]
    show(f"pli traiter, {PROCESSES} workers", ("", "status", "s", "Pss MB", "Rss MB", "largest MB"), rows)
    print(f"\n{len(alone.bilans)} good files, {len(changed(alone, mixed))} whose bilans changed")
