"""The TOML files that people edit: read, laid one over the other, and found again by line when one is wrong."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline.errors import Misuse

Table = dict[str, object]
KeyPath = tuple[str, ...]
Model = TypeVar("Model", bound=BaseModel)

_NAME = r"""(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"\s*\[\s*({_DOTTED})\s*\]")
_ENTRY = re.compile(rf"\s*({_DOTTED})\s*=")
_POSITION = re.compile(r"\(at line (\d+), column \d+\)")
_HOUR = "une heure HH:MM:SS, sans guillemets, est attendue"
_DAY = "une date AAAA-MM-JJ est attendue"
_REASONS = {
    "missing": "clé manquante",
    "bool_type": "true ou false est attendu",
    "bool_parsing": "true ou false est attendu",
    "int_type": "un nombre entier est attendu",
    "int_parsing": "un nombre entier est attendu",
    "int_from_float": "un nombre entier est attendu",
    "float_type": "un nombre est attendu",
    "float_parsing": "un nombre est attendu",
    "finite_number": "un nombre fini est attendu",
    "string_type": "un texte entre guillemets est attendu",
    "string_too_short": "le texte est vide",
    "time_type": _HOUR,
    "date_type": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "dict_type": "une table est attendue",
    "model_type": "une table est attendue",
    "tuple_type": "une liste entre crochets est attendue",
    "literal_error": "valeurs possibles : {expected}",
    "enum": "valeurs possibles : {expected}",
    "greater_than": "plus de {gt} est attendu",
    "greater_than_equal": "au moins {ge} est attendu",
    "less_than_equal": "au plus {le} est attendu",
    "value_error": "{error}",
}


@dataclass(frozen=True, slots=True)
class Layer:
    """One source of settings. ``name`` is how people are told of it; ``lines`` says where each key stands."""

    name: str
    table: Table
    lines: Mapping[KeyPath, int]


def read(path: Path, name: str) -> Layer:
    """Read a TOML file; ``Misuse`` names the line that does not parse."""
    try:
        text = path.read_text(encoding="utf-8")
        return Layer(name, tomllib.loads(text), _key_lines(text))
    except OSError as error:
        raise Misuse(f"{name} : le fichier ne se lit pas ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise Misuse(f"{name} : le fichier n'est pas en UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        found = _POSITION.search(str(error))
        where = f", ligne {found.group(1)}" if found else ", à la fin"
        raise Misuse(f"{name}{where} : ce n'est pas du TOML ({_POSITION.sub('', str(error)).strip()}).") from error


def merge(under: Mapping[str, object], over: Mapping[str, object]) -> Table:
    """Return ``under`` with the keys of ``over`` laid on it, table by table; a list replaces a list."""
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = merge(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged


def validate(model: type[Model], layers: Sequence[Layer]) -> Model:
    """Merge ``layers``, the last over the others, into ``model``; ``Misuse`` says every error, one a line."""
    table: Table = {}
    for layer in layers:
        table = merge(table, layer.table)
    try:
        return model.model_validate(table)
    except ValidationError as error:
        # Values are left out of messages: some are secrets.
        details = error.errors(include_url=False, include_input=False)
        raise Misuse("\n".join(_explain(detail, model, layers) for detail in details)) from error


def _key_lines(text: str) -> dict[KeyPath, int]:
    lines: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _split(header.group(1))
            lines.setdefault(table, number)
        elif entry := _ENTRY.match(line):
            lines.setdefault(table + _split(entry.group(1)), number)
    return lines


def _split(dotted: str) -> KeyPath:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, dotted))


def _explain(detail: ErrorDetails, model: type[BaseModel], layers: Sequence[Layer]) -> str:
    path = tuple(step for step in detail["loc"] if isinstance(step, str) and step != "[key]")
    return f"{_place(path, layers)} : {'.'.join(path)} : {_reason(detail, path, model)}."


def _place(path: KeyPath, layers: Sequence[Layer]) -> str:
    """Name the layer, the last one first, that holds the most of ``path``, and the line if it has lines."""
    for length in range(len(path), 0, -1):
        for layer in reversed(layers):
            if (line := layer.lines.get(path[:length])) is not None:
                return f"{layer.name}, ligne {line}" if line else layer.name
    return layers[-1].name


def _reason(detail: ErrorDetails, path: KeyPath, model: type[BaseModel]) -> str:
    if detail["type"] == "extra_forbidden":
        near = difflib.get_close_matches(path[-1], _known_keys(model), n=1)
        return "clé inconnue" + (f" (vouliez-vous « {near[0]} » ?)" if near else "")
    reason = _REASONS.get(detail["type"], "valeur refusée").format_map(detail.get("ctx", {}))
    return reason.replace(" or ", " ou ")


def _known_keys(model: type[BaseModel]) -> list[str]:
    """Return every key that may be written somewhere in ``model``."""
    keys: set[str] = set()

    def walk(schema: object) -> None:
        if isinstance(schema, dict):
            keys.update(schema.get("properties", {}))
            for below in schema.values():
                walk(below)
        elif isinstance(schema, list):
            for below in schema:
                walk(below)

    walk(model.model_json_schema())
    return sorted(keys)
