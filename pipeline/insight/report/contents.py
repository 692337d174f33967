"""The figures for a program: what ``pli rapport --json`` prints. Shares are in 0–1 beside their counts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pipeline.domain.receipt import Canal
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.report.course import Fate
from pipeline.insight.report.delays import Clock, Delays, percentile
from pipeline.insight.report.figures import Figures
from pipeline.insight.report.offices import Office
from pipeline.insight.report.rejections import Rejections, advice, rate
from pipeline.insight.report.volumes import Volume, Volumes

SCHEMA = "rapport/1"
DIGITS = 4

Json = dict[str, Any]


def as_json(found: Figures) -> Json:
    """Return the figures; a rate is null under ten decided pieces."""
    return {
        "schema": SCHEMA,
        "du": found.period.first.isoformat(),
        "au": found.period.last.isoformat(),
        "le": found.now.isoformat(),
        "volumes": _volumes(found.volumes),
        "delais": _delays(found.delays),
        "rejets": _rejections(found.rejections, found.volumes.total),
        "sans_personne": {**_share(found.hands.whole), "par_canal": {c: _share(found.hands.of(c)) for c in Canal}},
        "poids": _weights(found),
        "nuits": [
            {
                "jour": night.day.isoformat(),
                "ouverte_le": night.opened.isoformat(),
                "fermee_le": night.ended.isoformat() if night.ended is not None else None,
                "comptes": dict(night.counts),
            }
            for night in found.nights
        ],
        "violations": [
            {
                "pli": breach.pli,
                "piece": breach.piece,
                "le": breach.at.isoformat(),
                "retiree_le": breach.withdrawn_at.isoformat() if breach.withdrawn_at is not None else None,
            }
            for breach in found.breaches
        ],
        "guichets": _offices(found),
    }


def _volumes(volumes: Volumes) -> Json:
    return {
        "total": _volume(volumes.total) | {"plis_comptes": volumes.received()},
        "lots_non_coupes": sum(volumes.uncut.values()),
        "par_canal": {
            canal: _volume(volumes.of(canal)) | {"plis_comptes": volumes.received(canal)} for canal in volumes.canals
        },
    }


def _volume(volume: Volume) -> Json:
    return {
        "plis": volume.plis,
        "plis_non_decides": volume.waiting,
        "dossiers": volume.dossiers,
        "pages": asdict(volume.pages),
        "pieces": {"acceptees": volume.accepted, "rejetees": volume.rejected, "a_verifier": volume.asked},
    }


def _delays(delays: Delays) -> Json:
    return {
        **_clock(delays.whole),
        "par_canal": {canal: _clock(clock) for canal, clock in delays.clocks.items()},
        "plis_en_retard": [
            {
                "pli": late.pli,
                "canal": late.canal,
                "echeance": late.deadline.isoformat(),
                "heures": round(late.by, 2),
                "attend": late.lacks,
            }
            for late in delays.late
        ],
    }


def _clock(clock: Clock) -> Json:
    return {
        "plis": {fate: clock.fates[fate] for fate in Fate},
        "a_temps": _share(clock.in_time),
        "heures_jusqu_au_registre": _percentiles(clock.to_register),
        "heures_jusqu_au_mail": _percentiles(clock.to_mail),
    }


def _percentiles(hours: list[float]) -> Json:
    return {"plis": len(hours), "p50": _rounded(percentile(hours, 0.5)), "p95": _rounded(percentile(hours, 0.95))}


def _rejections(rejections: Rejections, whole: Volume) -> Json:
    return {
        "taux": _rate(whole),
        "cas": rejections.cases,
        "par_motif": {
            code: {"cas": motif.cases, "pieces": motif.pieces, "pages": motif.pages, "fichiers": motif.files}
            for code, motif in rejections.ranked()
        },
        "par_semaine": [
            {
                "semaine_du": week.isoformat(),
                "taux": _rate(volume),
                "cas": {code: count for (of, code), count in sorted(rejections.by_week.items()) if of == week},
            }
            for week, volume in sorted(rejections.weeks.items())
        ],
    }


def _weights(found: Figures) -> Json:
    weights = found.weights
    return {
        "octets": weights.octets.total(),
        "pages": weights.pages.total(),
        "octets_par_page": _rounded(weights.per_page()),
        "plus_lourdes": [
            {"piece": heavy.piece, "octets": heavy.octets, "pages": heavy.pages}
            for heavy in sorted(weights.heaviest, reverse=True)
        ],
    }


def _offices(found: Figures) -> Json:
    return {
        "mediane": _rounded(found.offices.median()),
        "sans_guichet": _volume(found.offices.nobody),
        "par_guichet": {office.code: _office(office, found) for office in found.offices.ranked()},
    }


def _office(office: Office, found: Figures) -> Json:
    return {
        "nom": found.names.get(office.code),
        **_volume(office.volume),
        "taux": _rate(office.volume),
        "tendance": office.trend,
        "cas": dict(office.cases.most_common()),
        "conseils": [
            {"motif": told.motif.code, "cas_evites": told.saved.count, "sur": told.saved.total}
            for told in advice(office.cases, found.motifs)
        ],
    }


def _rate(volume: Volume) -> Json | None:
    share = rate(volume)
    return _share(share) if share is not None else None


def _share(share: Share) -> Json:
    return {"compte": share.count, "sur": share.total, "part": _rounded(share.value)}


def _rounded(value: float | None) -> float | None:
    return round(value, DIGITS) if value is not None else None
