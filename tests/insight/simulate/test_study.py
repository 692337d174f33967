"""The whole question, answered for a small place."""

from datetime import date


def test_a_study_sizes_the_peak_tries_its_faults_and_lives_the_year(done):
    study, _ = done
    assert [trial.name for trial in study.trials] == [
        "sans panne",
        "une machine perdue le 21/09 à 10 h, 24 h",
        "la même, avec une machine de plus",
        "SNE muet la nuit du 21/09",
    ]
    assert study.trials[0].share[0] >= 0.985
    assert study.trials[1].share[0] < study.trials[2].share[0]
    assert study.trials[3].share[1] < study.trials[0].share[0]
    assert (study.year.outcomes[0].first, study.year.outcomes[0].last) == (date(2026, 1, 1), date(2026, 12, 31))
    assert study.grain_error < 0.01


def test_each_part_is_told_as_it_begins(done):
    _, steps = done
    assert steps == [(n, 6) for n in range(1, 7)]
