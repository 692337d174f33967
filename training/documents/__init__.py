"""The papers that households send: one drawer for each family of types."""

from __future__ import annotations

from collections.abc import Callable

from training.desk import Desk, Draft
from training.documents import (
    civil,
    employment,
    housing,
    identity,
    income,
    judgments,
    lease,
    out_of_scope,
    tax,
    travel,
    work,
)
from training.people import Household

Drawer = Callable[[Desk, Household], Draft]

FILED: dict[str, Drawer] = {
    "IDE-CNA": identity.old_card,
    "IDE-CNN": identity.electronic_card,
    "IDE-PAS": travel.passport,
    "IDE-NAI": civil.birth_certificate,
    "SEJ-RES": travel.residence_permit,
    "FAM-LIV": civil.family_booklet,
    "FIS-AVI": tax.notice,
    "PRO-CDI": employment.contract,
    "PRO-ATE": work.employer_statement,
    "PRO-ETU": work.school_certificate,
    "PRO-DEM": work.job_seeker,
    "RES-CAF": income.family_allowance,
    "RES-ARE": income.unemployment_benefit,
    "LOG-BAI": lease.lease,
    "LOG-QUI": housing.receipt,
    "LOG-HEB": housing.host_statement,
    "LOG-DOM": housing.domiciliation,
    "SAN-CER": civil.medical_certificate,
}
OUT_OF_SCOPE: dict[str, Drawer] = {
    "HPR-RLV": out_of_scope.bank_statement,
    "HPR-RIB": out_of_scope.bank_details,
    "HPR-VIT": out_of_scope.health_card,
    "HPR-FAC": out_of_scope.bill,
}
SELDOM: dict[str, Drawer] = {
    "FAM-DIV": judgments.divorce,
    "FIS-ASD": tax.declaration,
}
"""Never drawn by lot: with them, the seeds that figures were measured on would give other envelopes."""
DRAWERS: dict[str, Drawer] = FILED | SELDOM | OUT_OF_SCOPE
