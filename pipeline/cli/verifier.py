"""``pli verifier``: whether the installation and every invariant hold."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli.frame import AS_JSON, DONE, INTERNAL, LATER, RACINE, command, opened, out, remark, show_json
from pipeline.insight import tables
from pipeline.upkeep.check_world import UNREACHABLE, check_world


@command("verifier")
@RACINE
@AS_JSON
def verify(racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Vérifie l'installation et tous les invariants de l'espace de travail."""
    from pipeline.upkeep import installation  # noqa: PLC0415 - slow: it tries what reads and prints

    with opened(racine) as house:
        settings = house.settings
        faults = installation.faults_of_machine(settings.now().date(), settings.lecture.moteur_ocr)
        faults += installation.faults_of_place(house)
        violations, ahead = check_world(house), installation.to_foresee(house)
    if as_json:
        found = [{"invariant": v.invariant, "ou": v.where, "quoi": v.what, "que_faire": v.remedy} for v in violations]
        show_json({"installation": faults, "anomalies": found, "a_prevoir": ahead})
    else:
        for sentence in ahead:
            remark(out, "yellow", "À prévoir", sentence)
        for sentence in faults:
            remark(out, "red", "Installation", sentence)
        out.print(tables.of_violations(violations) if violations else "Tous les invariants tiennent.")
    if not faults and violations and all(violation.where == UNREACHABLE for violation in violations):
        return LATER
    return INTERNAL if faults or violations else DONE
