"""The command that applies the retention rules."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from pipeline.cli.frame import AS_JSON, DONE, RACINE, command, opened, out, remark, show_json, stilled
from pipeline.upkeep.purge import as_table, purge


@command("purger")
@click.option("--faire", is_flag=True, help="Effacer ; sans cette option, rien n'est touché.")
@RACINE
@AS_JSON
def purge_old(faire: bool, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Dit ce que les durées de conservation permettent d'effacer, et l'efface avec --faire ; la preuve reste."""
    with stilled(racine) if faire else opened(racine) as house:
        purged = purge(house, do=faire)
    if as_json:
        show_json(purged.as_json())
        return DONE
    out.print(as_table(purged))
    for why, count in sorted(Counter(why for _, why in purged.held).items()):
        remark(out, "yellow", "Gardés au-delà", f"{count} lot(s) : {why}")
    if not faire:
        out.print("Rien n'a été effacé ; « pli purger --faire » efface.")
    return DONE
