"""How a deposit is received: two parts, bounded before they are believed."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from http import HTTPStatus

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from pipeline.sne.bouchon.metadonnees import Anomaly, Metadonnees, metadonnees_of
from pipeline.sne.port import MAX_OCTETS

MAX_ENVELOPE = 65_536
"""Bytes of a request that are not the PDF: metadata and the marks between parts."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A deposit that holds together."""

    metadonnees: Metadonnees
    content: bytes


async def receive(request: Request) -> Arrival | list[Anomaly]:
    """Read a deposit, or say what does not hold. Raises ``HTTPException`` 413 as soon as too many bytes have come."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        return [Anomaly("envoi_illisible", "l'envoi n'est pas en multipart/form-data")]
    stream = bounded(request, MAX_OCTETS + MAX_ENVELOPE)
    parser = MultiPartParser(request.headers, stream, max_files=2, max_fields=2, max_part_size=MAX_ENVELOPE)
    try:
        form = await parser.parse()
    except MultiPartException:
        return [Anomaly("envoi_illisible", "les parties de l'envoi ne se lisent pas")]
    try:
        return await _arrival(form)
    finally:
        await form.close()


async def bounded(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    """Pass on the body of a request; raises ``HTTPException`` 413 once it is, or says that it is, over ``most``."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdigit() or int(declared) > most:
        raise _too_large()
    seen = 0
    async for chunk in request.stream():
        seen += len(chunk)
        if seen > most:
            raise _too_large()
        yield chunk


def _too_large() -> HTTPException:
    return HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"l'envoi dépasse {MAX_OCTETS} octets")


async def _arrival(form: FormData) -> Arrival | list[Anomaly]:
    match form.getlist("metadonnees"), form.getlist("fichier"):
        case [said], [sent]:
            metadata, content = await _bytes(said), await _bytes(sent)
        case _:
            return [Anomaly("partie_manquante", "il faut une partie « metadonnees » et une partie « fichier »")]
    if len(content) > MAX_OCTETS:
        raise _too_large()
    metadonnees = metadonnees_of(metadata)
    if isinstance(metadonnees, list):
        return metadonnees
    return _disagreements(metadonnees, content) or Arrival(metadonnees, content)


async def _bytes(part: UploadFile | str) -> bytes:
    """Return a part, whether or not it came with a file name."""
    return await part.read() if isinstance(part, UploadFile) else part.encode("utf-8", "surrogateescape")


def _disagreements(metadonnees: Metadonnees, content: bytes) -> list[Anomaly]:
    found = []
    if metadonnees.octets != len(content):
        found.append(Anomaly("octets_differents", "« octets » n'est pas la taille du fichier"))
    if metadonnees.sha256 != hashlib.sha256(content).hexdigest():
        found.append(Anomaly("sha256_different", "« sha256 » n'est pas celui du fichier"))
    if not content.startswith(b"%PDF-"):
        found.append(Anomaly("pas_un_pdf", "le fichier n'est pas un PDF"))
    return found
