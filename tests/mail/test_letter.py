import pytest

from pipeline.errors import Defect
from pipeline.mail.letter import RECTIFIED, letter_of
from pipeline.mail.remarks import SETTLED
from tests.mail.bilans import NU, RULES, bilan, piece


def only_line(one, **said):
    return letter_of(bilan(one, **said), RULES).parts[0].lines[0]


def test_a_deposited_piece_is_named_with_its_category_its_person_and_its_pages():
    line = only_line(piece(3, pages=[3, 4]))

    assert (line.name, line.category) == ("1. Carte nationale d'identité (demandeur)", "Identité")
    assert (line.pages, line.outcome, line.reasons) == ("2 pages (p. 3 et 4)", "déposée", ())


def test_a_rejected_piece_says_why_what_was_measured_and_what_to_do():
    seen = [{"genre": "image", "detail": "aucun mot lu dans 12 lignes", "page": 3, "zone": None}]
    line = only_line(piece(3, verdict="rejetee", motif="I01", preuves=seen, depot=None))

    assert line.outcome == "rejetée"
    assert (line.reasons, line.causes) == (("Pièce illisible",), ("aucun mot lu dans 12 lignes",))
    assert line.advice == ("Numérisez-la de nouveau, bien éclairée.",)


def test_a_piece_put_right_since_the_last_message_says_so():
    letter = letter_of(bilan(piece(3), piece(4)), RULES, rectified=["pli-7-04"])

    assert [line.reasons for line in letter.parts[0].lines] == [(), (RECTIFIED,)]


def test_the_name_of_the_file_is_told_to_who_gave_it_without_its_dates_and_numbers():
    named = {"source": {"nom": "MARTIN né le 1980-01-02, 1 80 01 57.pdf", "sha256": "", "octets": 1}}
    assert letter_of(bilan(piece(3), canal="pwp", **named), RULES).file == "MARTIN né le …, ….pdf"
    assert letter_of(bilan(piece(3), **named), RULES).file is None, "a paper has no file name that its sender knows"


def test_a_file_that_could_not_be_opened_is_known_by_its_name_whatever_its_channel():
    nothing = dict.fromkeys(bilan()["registre"], 0)
    assert letter_of(bilan(registre=nothing, dossiers=[]), RULES).file == "scan_0042.pdf"


def test_the_name_of_the_file_is_kept_silent_when_it_may_tell_what_a_sensitive_piece_is():
    assert letter_of(bilan(piece(3, type="SAN-CER"), canal="pwp"), RULES).file is None


def test_evidence_that_may_quote_the_piece_stays_out_of_the_mail():
    read = [{"genre": "identite", "detail": "CAMUSOT LEA", "page": 3, "zone": None}]
    line = only_line(piece(3, verdict="rejetee", motif="I01", preuves=read, depot=None))

    assert "CAMUSOT" not in repr(line)


@pytest.mark.parametrize("verdict", [{}, {"verdict": "rejetee", "motif": "I01", "depot": None}])
def test_a_sensitive_piece_is_told_by_its_category_only(verdict):
    line = only_line(piece(3, type="SAN-CER", **verdict))

    assert line.category == "Santé"
    assert "édical" not in repr(line)


def test_a_type_that_the_plan_no_longer_knows_is_kept_silent():
    line = only_line(piece(3, type="OLD-TYP"))

    assert "OLD" not in repr(line)
    assert line.category == "–"


def test_an_alert_informs_without_rejecting_and_a_suspicion_of_forgery_is_left_unsaid():
    line = only_line(piece(3, alertes=["A01", "A04"]))

    assert (line.outcome, line.reasons) == ("déposée", ("Verso peut-être manquant",))


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ({"depot": None}, "acceptée, dépôt en cours"),
        ({"depot": {"etat": "incertain", "cle": "c", "reference": None}}, "acceptée, dépôt en cours"),
        ({"depot": {"etat": "refuse", "cle": "c", "reference": None}}, "en cours de vérification"),
        ({"verdict": "a_verifier", "depot": None}, "en cours de vérification"),
    ],
)
def test_what_is_not_over_is_counted_as_pending(said, outcome):
    letter = letter_of(bilan(piece(3, **said)), RULES)

    assert letter.parts[0].lines[0].outcome == outcome
    assert (letter.deposited, letter.rejected, letter.pending) == (0, 0, 1)


def test_a_piece_that_a_person_is_asked_about_is_not_named_by_what_it_may_be():
    line = only_line(piece(3, verdict="a_verifier", depot=None))

    assert (line.name, line.category) == ("1. Pièce à vérifier", "–")


def test_what_was_announced_stands_beside_what_was_counted():
    letter = letter_of(bilan(piece(3)), RULES)
    part = letter.parts[0]

    assert (letter.announced, letter.counted) == ("1 dossier, 8 pages", "1 dossier, 9 pages, dont 1 blanche")
    assert (part.title, part.announced, part.counted) == (
        f"Dossier {NU}",
        "3 documents, 6 pages",
        "1 document, 5 pages (fiche comprise)",
    )


def test_without_a_bordereau_what_is_announced_is_what_the_one_dossier_says():
    alone = bilan(piece(3), bordereau=None)
    assert letter_of(alone, RULES).announced == letter_of(alone, RULES).parts[0].announced == "3 documents, 6 pages"
    several = {**alone, "dossiers": [*alone["dossiers"], {**alone["dossiers"][0], "pieces": []}]}
    assert letter_of(several, RULES).announced == "rien"


def test_a_remark_stands_where_it_belongs():
    wrong_count = {"code": "T02", "niveau": "dossier", "dossier": NU, "pages": [2], "suite": "rejet"}
    seen = {"code": "envoi_deja_vu", "niveau": "pli", "dossier": None, "pages": [], "suite": "a_verifier"}
    letter = letter_of(bilan(piece(3), anomalies=[wrong_count, seen]), RULES)

    assert letter.remarks == (f"Cet envoi, ou l'une de ses fiches, avait déjà été reçu. {SETTLED}",)
    assert letter.parts[0].remarks == ("Fiche récapitulative absente (page 2). Ajoutez la fiche et renvoyez.",)


def test_the_pages_of_a_pli_that_came_with_others_are_situated_in_their_file():
    assert letter_of(bilan(piece(3)), RULES).place is None
    assert letter_of(bilan(piece(5), plage=[5, 8]), RULES).place == "pages 5 à 8"


def test_pages_outside_any_dossier_are_told_as_rejected_for_want_of_a_fiche():
    outside = [{"n": n, "role": "hors_dossier"} for n in (2, 3)]
    part = letter_of(bilan(piece(5), pages=outside), RULES).parts[-1]

    assert part.title == "Pages hors de tout dossier"
    assert part.lines[0].pages == "2 pages (p. 2 et 3)"
    assert part.lines[0].reasons == ("Fiche récapitulative absente",)


def test_a_piece_without_dossier_has_its_place():
    lost = piece(5, dossier=None, rang=None, type=None, role=None, verdict="rejetee", motif="I08", depot=None)
    part = letter_of(bilan(piece(3), lost), RULES).parts[-1]

    assert part.title == "Pièces qu'aucun dossier n'a pu recevoir"
    assert part.lines[0].name == "1. Pièce non identifiée"


def test_paper_is_received_on_a_day_and_a_file_at_an_hour():
    assert letter_of(bilan(piece(3)), RULES).received == "6 mai 2026"
    assert letter_of(bilan(piece(3), canal="pwp"), RULES).received == "6 mai 2026 à 9 h 30"
    assert letter_of(bilan(piece(3), canal="pwp", recu_le_source="companion"), RULES).received == "6 mai 2026"


def test_a_motive_that_nobody_worded_is_our_fault():
    with pytest.raises(Defect, match="I99"):
        letter_of(bilan(piece(3, verdict="rejetee", motif="I99", depot=None)), RULES)
