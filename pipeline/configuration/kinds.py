"""The kinds of value that people write in ``config/``; what does not suit is told in French."""

from __future__ import annotations

import re
from datetime import time
from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr

from pipeline.domain.address import is_address
from pipeline.domain.text import fold


def _matching(pattern: str, expected: str) -> AfterValidator:
    compiled = re.compile(pattern)

    def check(text: str) -> str:
        if compiled.fullmatch(text) is None:
            raise ValueError(f"{expected} est attendu")
        return text

    return AfterValidator(check)


def _folded(text: str) -> str:
    if not text or text != fold(text):
        raise ValueError(f"« {text} » doit s'écrire « {fold(text)} »")
    return text


def _dialect(expression: str) -> str:
    try:
        groups = re.compile(expression).groupindex
    except re.error as error:
        raise ValueError(f"l'expression régulière ne se lit pas ({error})") from error
    if "nu" not in groups:
        raise ValueError("l'expression doit nommer un groupe nu : (?P<nu>…)")
    return expression


def _plain(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        raise ValueError("un texte sans accents ni caractères de commande est attendu")
    return text


def _plain_secret(secret: SecretStr) -> SecretStr:
    _plain(secret.get_secret_value())
    return secret


def _one_line(text: str) -> str:
    if not text or not text.isprintable():
        raise ValueError("un texte d'une ligne est attendu")
    return text


def _on_loopback(text: str) -> str:
    host, _, port = text.rpartition(":")
    named = re.fullmatch(r"127(\.\d{1,3}){3}|localhost", host) and re.fullmatch(r"\d{1,5}", port)
    if text and not (named and 0 < int(port) < 65536):
        raise ValueError("une adresse de cette machine seule est attendue, comme 127.0.0.1:9464, ou rien")
    return text


def _one_address(text: str) -> str:
    if not is_address(text):
        raise ValueError("exactement une adresse de courriel est attendu")
    return text


Text = Annotated[str, Field(min_length=1)]
# What mail servers authenticate by: anything else than ASCII is not the same bytes for all of them.
Plain = Annotated[str, Field(min_length=1), AfterValidator(_plain)]
Secret = Annotated[SecretStr, Field(min_length=1), AfterValidator(_plain_secret)]
Cue = Annotated[str, AfterValidator(_folded)]
Share = Annotated[float, Field(ge=0, le=1)]
Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=1)]
Weight = Annotated[float, Field(ge=0.1, le=10)]
Days = Annotated[int, Field(ge=0, le=36_500)]
Hour = Annotated[time, Field(strict=True)]
Line = Annotated[str, AfterValidator(_one_line)]
Expression = Annotated[str, AfterValidator(_dialect)]
Address = Annotated[str, AfterValidator(_one_address)]
Loopback = Annotated[str, AfterValidator(_on_loopback)]
TypeCode = Annotated[str, _matching(r"[A-Z]{3}-[A-Z0-9]{2,3}", "un code comme IDE-CNN")]
MotifCode = Annotated[str, _matching(r"[TPIA]\d{2}", "un code comme T01")]
KeyId = Annotated[str, _matching(r"[0-9A-Z]{1,8}", "un identifiant de 1 à 8 chiffres ou capitales")]
GuichetCode = Annotated[str, _matching(r"[0-9A-Z]{5}", "un code de guichet (5 chiffres ou capitales)")]
Departement = Annotated[str, _matching(r"0\d\d|02[AB]|97\d", "un département sur trois caractères (057, 02A, 974)")]
