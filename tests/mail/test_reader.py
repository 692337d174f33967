"""What the reader of a mail may know."""

from pipeline.mail.letter import letter_of
from pipeline.mail.reader import seen_by
from tests.mail.bilans import NU, RULES, bilan, piece

OTHER = "057121507390399999"


def filed_apart():
    """A pli of which one of two deposited pieces went to the dossier of somebody else."""
    told = bilan(piece(3), piece(4, dossier=OTHER, type="RES-BUL"), canal="mel", bordereau=None)
    theirs = {**told["dossiers"][0], "numero_unique": OTHER, "code": "fourni", "pieces": ["pli-7-04"]}
    pages = [{"n": n, "role": "piece", "dossier": number} for n, number in ((3, NU), (4, OTHER))]
    return {**told, "dossiers": [*told["dossiers"], theirs], "pages": pages}


def test_the_dossier_of_another_is_not_told_nor_what_went_there():
    letter = letter_of(seen_by(filed_apart(), {OTHER}), RULES)
    assert OTHER not in repr(letter)
    assert "Bulletin" not in repr(letter)
    assert (letter.deposited, next(part.title for part in letter.parts)) == (1, f"Dossier {NU}")


def test_its_pages_are_still_counted_in_an_account_of_their_own():
    whole = filed_apart()
    letter = letter_of(seen_by(whole, {OTHER}), RULES)
    (apart,) = (part for part in letter.parts if "autre dossier" in part.title)
    assert apart.lines[0].pages == "1 page (p. 4)"
    assert "1 qui relèvent d'un autre dossier" in letter.register
    register = seen_by(whole, {OTHER})["registre"]
    assert register["acceptees"] + register["a_part"] == whole["registre"]["acceptees"]


def test_where_nobody_else_is_concerned_nothing_is_left_out():
    whole = filed_apart()
    assert seen_by(whole, frozenset()) == whole
