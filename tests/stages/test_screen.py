"""The verdict of each piece, on plis judged whole: the gravest doubt comes first."""

from dataclasses import replace

import pytest

from pipeline import flow
from pipeline.classifiers import legibility
from pipeline.domain.card import Card, Shape
from pipeline.domain.corrections import NOTHING_SAID, Corrections, File, Join, Reject, Type
from pipeline.domain.facts import NO_FACTS, Demande, DemandeState, Facts
from pipeline.domain.receipt import Canal, Companion
from pipeline.domain.verdict import Acceptee, AVerifier, Question, Rejetee
from pipeline.stages.screen import A_FICHE_MAY_LACK
from tests import papers
from tests.papers import DURAND, MARTIN

CARD = ("RÉPUBLIQUE FRANÇAISE", "CARTE NATIONALE D'IDENTITÉ", "Nationalité française", "MARTIN Claire", "Sexe F")
A_CARD = Corrections.of([Type(1, "IDE-CNA")])
NOBODY = papers.quittance("Monsieur X")


def judged(*pages, canal=Canal.PAPIER_GUICHET, companion=None, facts=NO_FACTS, said=NOTHING_SAID, rules=None):
    receipt = papers.receipt(len(pages), canal, companion)
    return flow.judge(receipt, papers.numbered(*pages), facts, said, rules or papers.rules())


def given(*pages, **more):
    """Judge pages that lie in one dossier by their companion: whose they are is not in question."""
    return judged(*pages, canal=Canal.PWP, companion=Companion(numero_unique=MARTIN), **more)


def verdict(reading, **more):
    (piece,) = given(reading, **more).pieces
    return piece.verdict


def verdicts(settled):
    return [piece.verdict for piece in settled.pieces]


def questions(settled):
    return [v.question if isinstance(v, AVerifier) else None for v in verdicts(settled)]


def by_hand(share, reading=None):
    page = reading or papers.bulletin()
    return replace(page, look=replace(papers.look(handwritten=share), text_lines=9))


def blurred(words):
    """A page of twenty lines of which so many were read, badly."""
    page = papers.page(*["mmm lll"] * words)
    kept = tuple(replace(word, confidence=0.3) for word in page.words)
    return replace(page, words=kept, look=replace(papers.look(sharpness=0.2), text_lines=20, unread_lines=20 - words))


def test_a_piece_of_a_known_type_is_filed_with_its_owner_s_role():
    (piece,) = given(papers.bulletin()).pieces
    assert (piece.verdict, piece.numero_unique, piece.rang) == (Acceptee(), MARTIN, 1)


def test_a_mainly_handwritten_piece_is_refused():
    assert verdict(by_hand(0.9)) == Rejetee("I08")


def test_a_piece_that_may_be_handwritten_is_asked_about():
    assert verdict(by_hand(0.5)).question is Question.HANDWRITING


def test_a_little_handwriting_changes_nothing():
    assert verdict(by_hand(0.2)) == Acceptee()


def test_a_type_that_may_be_handwritten_is_filed_all_the_same():
    rules = papers.rules()
    types = {**rules.plan.types, "RES-BUL": replace(rules.plan["RES-BUL"], handwriting_accepted=True)}
    lenient = replace(rules, plan=replace(rules.plan, types=types))
    assert verdict(by_hand(0.9), rules=lenient) == Acceptee()


def test_a_page_of_which_nothing_can_be_read_is_refused():
    assert verdict(blurred(0)) == Rejetee("I01")


def test_a_page_hard_to_read_is_asked_about():
    rules = papers.rules()
    score = legibility.judge(blurred(6)).score
    between = replace(rules.thresholds, illegible=score - 0.01, doubtful_legibility=score + 0.01)
    assert verdict(blurred(6), rules=replace(rules, thresholds=between)).question is Question.LEGIBILITY


def test_a_page_that_could_not_be_looked_at_is_never_accepted():
    (piece,) = given(replace(papers.bulletin(), words=(), look=None, fault="fichier abîmé")).pieces
    assert piece.verdict == AVerifier(Question.LEGIBILITY, "fichier abîmé")


def test_a_piece_of_no_known_type_is_asked_about():
    assert verdict(papers.page("zzz", "MARTIN Claire")).question is Question.TYPE


def test_an_out_of_scope_piece_is_refused_by_its_name():
    (piece,) = given(papers.releve()).pieces
    assert (piece.verdict, piece.filing.type) == (Rejetee("P01"), "HPR-RLV")
    assert "hors du périmètre" in piece.evidence[-1].detail


def test_an_out_of_scope_piece_is_refused_by_its_name_however_little_of_its_ink_is_words():
    whole = papers.releve()
    patterned = replace(whole, look=replace(whole.look, text_lines=90, unread_lines=80, covered=0.1, sharpness=0.1))
    assert legibility.judge(patterned).score < papers.rules().thresholds.doubtful_legibility
    assert verdict(patterned) == Rejetee("P01")


def test_what_looks_like_a_transmission_sheet_is_asked_about():
    letter = papers.page("Madame, Monsieur,", "Veuillez trouver ci-joint les pièces", "Cordialement")
    assert verdict(letter).question is Question.TYPE


def test_a_piece_whose_limits_are_doubtful_is_asked_about():
    page = replace(papers.bulletin(), words=(*papers.bulletin().words, *papers.page(*[""] * 12, "Page 2 sur 3").words))
    assert verdict(page).question is Question.CUT


def test_a_piece_outside_a_dossier_waits_for_its_dossier():
    settled = judged(papers.page("Fiche récapitulative"), papers.bulletin())
    assert questions(settled) == [Question.DOSSIER]
    assert settled.pieces[0].numero_unique is None


def test_whose_it_is_comes_before_what_it_is():
    settled = judged(papers.page("Fiche récapitulative"), by_hand(0.9))
    assert questions(settled) == [Question.DOSSIER]


@pytest.mark.parametrize("announced", [3, 4, 2, None])
def test_a_piece_that_names_nobody_is_asked_about_whatever_the_counts_say(announced):
    fiche = papers.fiche(MARTIN, "MARTIN", "CLAIRE", announced)
    assert questions(judged(fiche, papers.bulletin(), NOBODY)) == [None, Question.DOSSIER]


def test_a_piece_that_names_a_stranger_is_asked_about():
    settled = judged(papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.bulletin("DURAND Léa"))
    assert questions(settled) == [None, Question.DOSSIER]
    assert "que rien ne rattache au demandeur" in settled.pieces[1].verdict.why


def test_a_spouse_s_paper_is_accepted_once_another_binds_them_to_the_applicant():
    lease = papers.quittance("Madame MARTIN Claire et Monsieur DURAND Paul")
    settled = judged(papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), lease, papers.bulletin("DURAND Paul"))
    assert questions(settled) == [None, None]


def test_a_fiche_laid_one_piece_too_late_is_recognised():
    first = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3)
    second = papers.fiche(DURAND, "DURAND", "LEA", 2)
    settled = judged(
        first, papers.bulletin(), papers.bulletin("DURAND Léa"), second, papers.quittance("Madame DURAND Léa")
    )
    assert questions(settled) == [None, Question.DOSSIER, None]
    assert "posée une pièce trop tard" in settled.pieces[1].verdict.why


def test_a_fiche_laid_one_piece_too_early_is_recognised():
    first = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3)
    second = papers.fiche(DURAND, "DURAND", "LEA", 3)
    settled = judged(first, papers.bulletin(), second, papers.quittance(), papers.bulletin("DURAND Léa"))
    assert questions(settled) == [None, Question.DOSSIER, None]
    assert "posée une pièce trop tôt" in settled.pieces[1].verdict.why


def test_what_is_refused_needs_no_name():
    settled = judged(papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.releve("Monsieur X"))
    assert settled.pieces[0].verdict == Rejetee("P01")


def test_in_a_given_dossier_no_count_is_asked_for():
    assert questions(given(NOBODY)) == [None]


def test_a_missing_fiche_leaves_only_the_pieces_that_name_their_applicant():
    pages = [papers.bordereau(2, 9), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), NOBODY]
    settled = judged(*pages)
    assert questions(settled) == [None, Question.DOSSIER]
    assert "T07" in [one.code for one in settled.anomalies]


def test_a_person_s_refusal_wins_over_everything():
    assert verdict(papers.bulletin(), said=Corrections.of([Reject(1, "I03")])) == Rejetee("I03")


def test_a_person_s_type_wins_over_handwriting_legibility_and_doubts_about_limits():
    said = Corrections.of([Type(1, "LOG-QUI")])
    for page in (by_hand(0.9), blurred(0), blurred(6), papers.page("zzz")):
        assert verdict(page, said=said) == Acceptee()


def test_a_person_s_type_out_of_scope_refuses():
    assert verdict(papers.bulletin(), said=Corrections.of([Type(1, "HPR-RLV")])) == Rejetee("P01")


def test_a_person_s_type_does_not_say_whose_the_piece_is():
    said = Corrections.of([Type(2, "RES-BUL")])
    assert questions(judged(papers.page("Fiche récapitulative"), papers.bulletin(), said=said)) == [Question.DOSSIER]


def test_a_person_s_dossier_settles_whose_it_is_and_nothing_else():
    said = Corrections.of([File(2, DURAND)])
    (piece,) = judged(papers.page("Fiche récapitulative"), papers.bulletin(), said=said).pieces
    assert (piece.verdict, piece.numero_unique, piece.rang, piece.role) == (Acceptee(), DURAND, 1, None)
    (piece,) = judged(papers.page("Fiche récapitulative"), papers.page("zzz"), said=said).pieces
    assert piece.verdict.question is Question.TYPE


def test_a_piece_filed_in_another_dossier_of_the_pli_takes_its_rank():
    pages = [papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin(), papers.fiche(DURAND, "DURAND", "PAUL", 1)]
    first, *_ = judged(*pages, said=Corrections.of([File(2, DURAND)])).pieces
    assert (first.numero_unique, first.rang) == (DURAND, 1)


STRUCK_OFF = Facts({MARTIN: Demande(MARTIN, DemandeState.STRUCK_OFF)})


def test_every_piece_of_a_refused_dossier_is_refused_with_its_motif():
    assert verdicts(given(papers.bulletin(), NOBODY, facts=STRUCK_OFF)) == [Rejetee("T05"), Rejetee("T05")]


def test_a_person_can_file_elsewhere_a_piece_of_a_refused_dossier():
    assert verdict(papers.bulletin(), facts=STRUCK_OFF, said=Corrections.of([File(1, DURAND)])) == Acceptee()


def test_a_piece_filed_by_hand_in_a_struck_off_demande_is_refused():
    facts = Facts({DURAND: Demande(DURAND, DemandeState.STRUCK_OFF)})
    assert verdict(papers.bulletin(), facts=facts, said=Corrections.of([File(1, DURAND)])) == Rejetee("T05")


def test_a_card_of_one_face_is_an_alert_and_a_whole_one_is_not():
    back = papers.page("CARTE NATIONALE D'IDENTITÉ", "Adresse : 3 rue des Lilas", "MARTIN Claire", "Délivrée le")
    whole = papers.page(*CARD, "Adresse : 3 rue des Lilas")
    assert [piece.alerts for piece in given(papers.page(*CARD), said=A_CARD).pieces] == [("A04",)]
    assert [piece.alerts for piece in given(papers.page(*CARD), back, said=A_CARD).pieces] == [()]
    assert [piece.alerts for piece in given(whole, said=A_CARD).pieces] == [()]


def test_two_faces_laid_on_one_page_are_a_whole_card():
    face = Card(Shape.CARD, ((0.2, 0.2), (0.6, 0.2), (0.6, 0.4), (0.2, 0.4)))
    assert [piece.alerts for piece in given(replace(papers.page(*CARD), cards=(face, face)), said=A_CARD).pieces] == [
        ()
    ]
    assert [piece.alerts for piece in given(replace(papers.page(*CARD), cards=(face,)), said=A_CARD).pieces] == [
        ("A04",)
    ]


def test_a_page_that_is_missing_is_an_alert():
    page = papers.page("QUITTANCE DE LOYER", "Reçu de MARTIN Claire", "Bailleur, provision sur charges", "Page 1 sur 2")
    (piece,) = given(page).pieces
    assert (piece.alerts, piece.verdict) == (("A05",), Acceptee())
    (piece,) = given(page, papers.page("suite", "Page 2 sur 2")).pieces
    assert piece.alerts == ()


def test_joined_by_a_person_two_pieces_have_one_verdict():
    assert len(given(papers.bulletin(), papers.quittance(), said=Corrections.of([Join(2)])).pieces) == 1


def test_a_page_of_which_a_real_word_was_read_is_not_refused_unseen():
    word = replace(papers.page("médiation").words[0], confidence=0.9)
    spoilt = blurred(1)
    spoilt = replace(spoilt, words=(*spoilt.words, replace(word, line=9)))
    assert legibility.judge(spoilt).score < papers.rules().thresholds.illegible
    assert verdict(spoilt).question is Question.LEGIBILITY


def test_where_nobody_told_the_applicant_s_name_a_paper_that_nothing_ties_to_the_others_is_asked_about():
    claire = papers.bulletin("MARTIN Claire")
    pages = (claire, papers.quittance("Madame MARTIN Claire"), papers.quittance("Monsieur X"))
    assert questions(given(*pages)) == [None, None, Question.DOSSIER]


def test_what_is_refused_needs_no_count_where_only_a_stray_paper_is_too_many():
    fiche = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3)
    pages = (fiche, papers.bulletin(), by_hand(0.9, papers.quittance("Monsieur X")), papers.quittance("Monsieur Y"))
    assert verdicts(judged(*pages)) == [Acceptee(), Rejetee("I08"), AVerifier(Question.DOSSIER, A_FICHE_MAY_LACK)]


def test_where_another_dossier_may_lie_what_names_nobody_is_not_even_refused():
    fiche = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2)
    more = [papers.quittance(f"Monsieur {letter}") for letter in "XYZ"]
    settled = judged(fiche, papers.bulletin(), by_hand(0.9), *more)
    assert questions(settled) == [None, *[Question.DOSSIER] * 4]
