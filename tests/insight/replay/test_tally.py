"""Changes added up: a piece counts once, whatever becomes of its pages."""

from pipeline.domain.pli import Role
from pipeline.insight.replay.changes import Change, Stand
from pipeline.insight.replay.tally import tally
from tests.papers import DURAND, MARTIN


def piece(*pages, verdict="acceptee", code="RES-BUL", number=MARTIN, **known):
    return Stand(pages, Role.PIECE, number, 1, code, verdict, **known)


def change(before, now, sent=()):
    return Change(tuple(before), tuple(now), (), sent)


def test_nothing_adds_up_to_nothing():
    counted = tally([])
    assert not counted.outcomes
    assert counted.as_json() == {
        "verdict": [], "dossier": 0, "type": 0, "role": 0, "motif": 0, "question": 0,
        "decoupe": 0, "pages": 0, "deja_deposees": 0,
    }  # fmt: skip


def test_alike_changes_of_two_plis_are_two():
    accepted, asked = piece(3), piece(3, verdict="a_verifier", question="type")
    counted = tally([change([accepted], [asked], ("p-03",)), change([accepted], [asked]), change([asked], [accepted])])
    assert counted.outcomes == {("acceptee", "a_verifier"): 2, ("a_verifier", "acceptee"): 1}
    assert counted.counts["deja_deposees"] == 1
    assert counted.counts["question"] == 0, "a question that opens is told by the verdict"


def test_a_piece_cut_in_two_counts_once_for_each_outcome_that_its_pages_meet():
    counted = tally([change([piece(3, 4, 5)], [piece(3), piece(4, verdict="rejetee"), piece(5, verdict="rejetee")])])
    assert counted.outcomes == {("acceptee", "rejetee"): 1}
    assert counted.counts["decoupe"] == 1


def test_type_dossier_and_person_count_apart():
    now = piece(3, code="IDE-CNN", number=DURAND, whose="D")
    counted = tally([change([piece(3)], [now])]).counts
    assert [counted[line] for line in ("type", "dossier", "role", "decoupe")] == [1, 1, 1, 0]


def test_a_motive_and_a_question_count_where_the_verdict_stays():
    counted = tally(
        [
            change([piece(3, verdict="rejetee", motif="I01")], [piece(3, verdict="rejetee", motif="I08")]),
            change(
                [piece(3, verdict="a_verifier", question="type")], [piece(3, verdict="a_verifier", question="envoi")]
            ),
            change([piece(3)], [piece(3, verdict="rejetee", motif="I08")]),
        ]
    ).counts
    assert (counted["motif"], counted["question"]) == (1, 1)


def test_pages_that_become_a_piece_and_pages_of_none_are_told_apart():
    fiche, blank = Stand((2,), Role.FICHE, MARTIN), Stand((2,), Role.BLANK, None)
    counted = tally([change([fiche], [piece(2)]), change([fiche], [blank]), change([piece(2)], [blank])])
    assert counted.outcomes == {(None, "acceptee"): 1, ("acceptee", None): 1}
    assert counted.counts["pages"] == 1
