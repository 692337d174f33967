"""The answers for a program."""

import json

from pipeline.insight.simulate.contents import as_json


def test_the_json_holds_what_was_asked_supposed_and_answered(done):
    study, _ = done
    found = json.loads(json.dumps(as_json(study)))
    assert found["graines"] == [1, 2]
    assert found["coeurs"]["nombre"] == study.sizing.means.workers
    assert found["hypotheses"]["personnes"]["questions"] == 0.45
    quiet = found["essais"][0]["tirages"][0]
    assert quiet["plis"] == sum(channel["plis"] for channel in quiet["par_canal"].values())
    assert 0 < quiet["heures_jusqu_au_mail"]["p50"] < quiet["heures_jusqu_au_mail"]["p99"]
    assert found["an"]["tirages"][0]["plis"] > 2_000
