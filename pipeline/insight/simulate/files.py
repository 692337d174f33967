"""The files of a simulation: a page, its drawings apart, the answers for a program. Nothing in them is of anybody."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.durable import write_durably
from pipeline.errors import Misuse
from pipeline.insight.simulate.charts import charts
from pipeline.insight.simulate.contents import as_json
from pipeline.insight.simulate.page import render
from pipeline.insight.simulate.study import Study

PAGE, ANSWERS = "simulation.html", "simulation.json"


def write(study: Study, folder: Path) -> tuple[Path, ...]:
    """Write the page, its drawings and its figures in ``folder``. Raises Misuse where they cannot be written."""
    drawings = charts(study)
    contents = {
        PAGE: render(study, drawings),
        ANSWERS: json.dumps(as_json(study), ensure_ascii=False, indent=1) + "\n",
        **{f"{name}.svg": f"{drawing}\n" for name, drawing in drawings.items()},
    }
    for name, content in contents.items():
        try:
            write_durably(folder / name, content.encode())
        except OSError as error:
            raise Misuse(f"{folder / name} : ce fichier ne peut pas être écrit ({error.strerror}).") from error
    return tuple(folder / name for name in contents)
