"""Import guichets and their reference addresses from a CSV file into the workspace's ``config/guichets.toml``."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from pathlib import Path

from pydantic import ValidationError

from pipeline.configuration.models import Guichet, GuichetsFile
from pipeline.durable import write_durably
from pipeline.errors import Misuse

COLUMNS = ("code", "nom", "departement", "courriel")
HEADING = "# Importé par « pli guichets importer » ; se modifie aussi à la main.\n"


def import_guichets(source: Path, racine: Path) -> int:
    """Merge the guichets of ``source`` over those of the workspace; return how many it holds.

    Raises Misuse naming every line that does not hold; nothing is written then.
    """
    read = _read(source)
    path = racine / "config" / "guichets.toml"
    known = tomllib.loads(path.read_text(encoding="utf-8")).get("guichets", {}) if path.is_file() else {}
    merged = {**known, **{code: guichet.model_dump() for code, guichet in read.items()}}
    write_durably(path, (HEADING + "".join(_table(code, merged[code]) for code in sorted(merged))).encode())
    return len(read)


def _read(source: Path) -> dict[str, Guichet]:
    try:
        text = source.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Misuse(f"{source.name} : le fichier n'est pas en UTF-8 ; enregistrez-le ainsi.") from error
    heading = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in heading else ",")
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        raise Misuse(f"{source.name}, ligne 1 : il manque les colonnes {', '.join(missing)}.")
    found: dict[str, Guichet] = {}
    wrong = []
    for row in rows:
        told = {column: (row[column] or "").strip() for column in COLUMNS}
        code = told.pop("code")
        if code in found:
            wrong.append(f"{source.name}, ligne {rows.line_num} : le guichet {code} y est déjà.")
            continue
        try:
            found |= GuichetsFile.model_validate({"guichets": {code: told}}).guichets
        except ValidationError as error:
            columns = sorted(
                {str(fault["loc"][-1]) if fault["loc"][-1] in told else "code" for fault in error.errors()}
            )
            wrong.append(f"{source.name}, ligne {rows.line_num} : {', '.join(columns)} ne convient pas.")
    if wrong:
        raise Misuse("\n".join(wrong))
    return found


def _table(code: str, guichet: dict[str, str]) -> str:
    fields = "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in guichet.items())
    return f"\n[guichets.{code}]\n{fields}"
