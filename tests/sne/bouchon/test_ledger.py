import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.errors import Misuse
from pipeline.sne.bouchon.ledger import Ledger
from pipeline.sne.bouchon.metadonnees import Metadonnees
from tests.sne.papers import FRIDAY, NU, SATURDAY, STRUCK_OFF, deposit

CLE = "ab" * 32


def opened(folder, now=FRIDAY):
    return Ledger(folder, lambda: now)


def file(ledger, piece, number=NU):
    metadata = {**piece.metadata(), "canal": "pwp"}
    return ledger.file(number, piece.cle, Metadonnees.model_validate(metadata, strict=False), piece.content)


def test_eight_at_once_create_one_piece(tmp_path):
    ledger = opened(tmp_path)
    with ThreadPoolExecutor(8) as crowd:
        filed = list(crowd.map(lambda _: file(ledger, deposit()), range(8)))

    assert sorted(it.is_new for it in filed) == [False] * 7 + [True]
    assert len({it.entry for it in filed}) == 1


def test_what_was_filed_is_there_when_it_is_opened_again(tmp_path):
    first = opened(tmp_path)
    entry = file(first, deposit()).entry
    first.close()
    again = opened(tmp_path, SATURDAY)

    assert again.entries(NU) == [entry]
    assert file(again, deposit()).entry == entry


def test_a_key_belongs_to_one_demande(tmp_path):
    ledger = opened(tmp_path)
    file(ledger, deposit())

    assert file(ledger, deposit(), STRUCK_OFF) is None
    assert ledger.withdraw(STRUCK_OFF, CLE, "x") is None
    assert ledger.entries(NU)[0].etat == "active"


def test_the_first_motive_of_a_withdrawal_stays(tmp_path):
    ledger = opened(tmp_path)
    file(ledger, deposit())
    ledger.withdraw(NU, CLE, "mauvais dossier")
    ledger.withdraw(NU, CLE, "autre chose")

    assert sqlite3.connect(tmp_path / "sne.sqlite").execute("SELECT motif FROM piece").fetchall() == [
        ("mauvais dossier",)
    ]


def test_the_reference_depends_on_the_key_alone(tmp_path):
    here, there = opened(tmp_path / "a"), opened(tmp_path / "b", SATURDAY)
    file(there, deposit(cle="cd" * 32))

    assert file(here, deposit()).entry.reference == file(there, deposit()).entry.reference


def test_keys_that_begin_alike_have_references_of_their_own(tmp_path):
    ledger = opened(tmp_path)
    entries = [file(ledger, deposit(cle=f"{rank:064x}")).entry for rank in range(3)]

    assert len({entry.reference for entry in entries}) == 3


def test_a_death_between_the_pdf_and_its_row_left_nothing_filed(tmp_path):
    ledger = opened(tmp_path)
    (tmp_path / "pieces" / f"{deposit().sha256}.pdf").write_bytes(b"%PDF-1.7 u")

    assert ledger.entries(NU) == []
    assert file(ledger, deposit()).is_new
    assert (tmp_path / "pieces" / f"{deposit().sha256}.pdf").read_bytes() == deposit().content


def test_the_draft_that_a_death_left_is_swept(tmp_path):
    opened(tmp_path).close()
    draft = tmp_path / "pieces" / ".abc.tmp"
    draft.write_bytes(b"%PDF-1.7")
    opened(tmp_path)

    assert not draft.exists()


@pytest.mark.parametrize("name", ["pieces", "sne.sqlite"])
def test_a_folder_that_cannot_hold_a_ledger_is_a_misuse(tmp_path, name):
    (tmp_path / name).write_text("autre chose, d'assez long pour ne pas être une base vide")

    with pytest.raises(Misuse, match="--base"):
        opened(tmp_path)
