"""The answers of the stand-in, status by status (contract, §5)."""

from __future__ import annotations

import hmac
import re
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict
from http import HTTPStatus

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from pipeline.sne.bouchon.ledger import Entry, Ledger
from pipeline.sne.bouchon.metadonnees import Anomaly
from pipeline.sne.bouchon.reception import MAX_ENVELOPE, bounded, receive
from pipeline.sne.demandes import DemandeBody

CLE = re.compile(r"[0-9a-f]{64}")
RETRY_AFTER_S = 30
IN_FRENCH = {
    HTTPStatus.NOT_FOUND.phrase: "adresse inconnue",
    HTTPStatus.METHOD_NOT_ALLOWED.phrase: "méthode non prévue",
}
ACKNOWLEDGED = ("reference", "cle", "sha256", "depose_le")
LISTED = ("reference", "cle", "sha256", "octets", "type", "depose_le", "etat")


class _Retrait(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    motif: str = Field(min_length=1, max_length=500)


class _Doors:
    """The routes over one register."""

    def __init__(self, demandes: Mapping[str, DemandeBody], ledger: Ledger) -> None:
        self._demandes = demandes
        self._ledger = ledger

    def routes(self) -> list[Route]:
        demande = "/v1/demandes/{nu}"
        return [
            Route(demande, self.demande, methods=["GET"]),
            Route(f"{demande}/pieces", self.pieces, methods=["GET"]),
            Route(f"{demande}/pieces/{{cle}}", self.deposit, methods=["PUT"]),
            Route(f"{demande}/pieces/{{cle}}/retrait", self.withdraw, methods=["POST"]),
        ]

    def demande(self, request: Request) -> Response:
        return JSONResponse(self._known(request).model_dump(mode="json"))

    def pieces(self, request: Request) -> Response:
        entries = self._ledger.entries(self._known(request).numero_unique)
        return JSONResponse([_fields(entry, LISTED) for entry in entries])

    async def deposit(self, request: Request) -> Response:
        number, cle = self._known(request).numero_unique, request.path_params["cle"]
        if self._demandes[number].etat == "radiee":
            raise HTTPException(HTTPStatus.GONE, "demande radiée")
        if CLE.fullmatch(cle) is None:
            return _invalid([Anomaly("cle_invalide", "la clé s'écrit en 64 chiffres hexadécimaux minuscules")])
        arrival = await receive(request)
        if isinstance(arrival, list):
            return _invalid(arrival)
        filed = await run_in_threadpool(self._ledger.file, number, cle, arrival.metadonnees, arrival.content)
        if filed is None:
            raise HTTPException(HTTPStatus.CONFLICT, "cette clé est déjà là avec un autre contenu")
        status = HTTPStatus.CREATED if filed.is_new else HTTPStatus.OK
        return JSONResponse(_fields(filed.entry, ACKNOWLEDGED), status)

    async def withdraw(self, request: Request) -> Response:
        number = self._known(request).numero_unique
        body = b"".join([chunk async for chunk in bounded(request, MAX_ENVELOPE)])
        try:
            said = _Retrait.model_validate_json(body)
        except ValidationError:
            return _invalid([Anomaly("motif_invalide", "il faut un « motif », de 1 à 500 caractères")])
        entry = await run_in_threadpool(self._ledger.withdraw, number, request.path_params["cle"], said.motif)
        if entry is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "pièce inconnue")
        return JSONResponse(_fields(entry, ("reference", "etat")))

    def _known(self, request: Request) -> DemandeBody:
        known = self._demandes.get(request.path_params["nu"])
        if known is None:
            raise HTTPException(HTTPStatus.NOT_FOUND, "demande inconnue")
        return known


class _Guard:
    """Lets in whoever bears ``jeton``, before anything else is looked at."""

    def __init__(self, app: ASGIApp, jeton: str) -> None:
        self._app = app
        self._expected = f"Bearer {jeton}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if hmac.compare_digest(dict(scope["headers"]).get(b"authorization", b""), self._expected):
            return await self._app(scope, receive, send)
        denied = JSONResponse(
            {"message": "jeton absent ou faux"}, HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": "Bearer"}
        )
        return await denied(scope, receive, send)


def application(demandes: Mapping[str, DemandeBody], ledger: Ledger, jeton: str | None) -> Starlette:
    """Return the stand-in over ``ledger``, that knows ``demandes``; None for ``jeton`` lets everybody in."""
    app = Starlette(
        routes=_Doors(demandes, ledger).routes(),
        middleware=[Middleware(_Guard, jeton=jeton)] if jeton is not None else [],
        exception_handlers={
            HTTPException: _refused,
            ClientDisconnect: _gone,
            OSError: _later,
            sqlite3.Error: _later,
        },
    )
    app.router.redirect_slashes = False
    return app


def _fields(entry: Entry, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(entry, name) for name in names}


def _invalid(anomalies: list[Anomaly]) -> Response:
    return JSONResponse({"anomalies": [asdict(anomaly) for anomaly in anomalies]}, HTTPStatus.UNPROCESSABLE_ENTITY)


def _refused(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    return JSONResponse({"message": IN_FRENCH.get(error.detail, error.detail)}, error.status_code, error.headers)


def _gone(_request: Request, _error: Exception) -> Response:
    """Answer nobody: who was sending has left."""
    return Response(status_code=HTTPStatus.BAD_REQUEST)


def _later(_request: Request, _error: Exception) -> Response:
    message = {"message": "le registre ne peut pas écrire pour le moment"}
    return JSONResponse(message, HTTPStatus.SERVICE_UNAVAILABLE, {"Retry-After": str(RETRY_AFTER_S)})
