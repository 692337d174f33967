"""What is settled goes after its time, with all that it said of people; what is not settled stays."""

import json
import os
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.domain.working_calendar import PARIS
from pipeline.engine.answers import Answer, answer
from pipeline.engine.day import settle_again
from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from pipeline.mailroom import takings
from pipeline.stages.ingest import ingest
from pipeline.store import addresses, deposits, lots, mails, plis, purges, tasks
from pipeline.store.schema import rectification
from pipeline.store.tasks import Kind
from pipeline.upkeep.check_world import check_world
from pipeline.upkeep.purge import purge
from pipeline.upkeep.purge.terms import Rule
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.store.shelf import NOON, bilan_of, file_pli, knowing, opened, settle, work

NEXT_MONTH, NEXT_SUMMER = "2026-06-10T12:00:00+02:00", "2027-06-01T12:00:00+02:00"
CLAIRE = {"nom": "MARTIN", "prenoms": "CLAIRE", "naissance": "1980-02-01"}
NAMELESS = "UPDATE envoi SET etat = 'non_notifiable', detail = 'guichet inconnu (10691)'"
PEOPLE = {MARTIN: {"demandeur": CLAIRE, "courriel": "c.martin@x.example"}, DURAND: {}}
SENDER = Companion(courriel="c.martin@x.example", numero_unique=MARTIN)


def quiet(_done, _total):
    """Show nothing."""


@pytest.fixture
def racine(tmp_path):
    return knowing(tmp_path, PEOPLE)


def file(racine, *pages, told=True, **kwargs):
    """Have a pli settled, deposited and told at noon; return its name."""
    pages = pages or (papers.bordereau(1, 3), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin())
    with closing(opened(racine)) as house:
        name = file_pli(house, *pages, **kwargs)
        if told:
            deverse(house, quiet)
            tell(house, quiet)
    return name


def purged(racine, now=NEXT_SUMMER, *, do=True):
    with closing(opened(racine, now)) as house:
        return purge(house, do=do)


def counts(done):
    return {rule.value: count.things for rule, count in done.counts.items() if count.things}


def held(done):
    return [why for _, why in done.held]


def violations(racine, now=NEXT_SUMMER):
    with closing(opened(racine, now)) as house:
        return check_world(house)


def written(racine):
    """Return what a workspace holds, apart from the register: what that knows and holds is its own."""
    files = (path for path in racine.rglob("*") if path.is_file())
    own = (
        path
        for path in files
        if path.relative_to(racine).parts[:2] not in {("outbox", "sne"), ("config", "demandes.json")}
    )
    return {path.relative_to(racine).as_posix(): path.read_bytes() for path in own}


def rectifying(tx, pli):
    tx.execute(
        rectification.insert().values(
            pli=pli,
            piece="x",
            cle="c",
            numero_unique=MARTIN,
            motif="m",
            violation=False,
            etat="a_retirer",
            par="p",
            le=NOON,
        )
    )


def test_nothing_goes_before_its_time(racine):
    file(racine)
    assert counts(purged(racine, "2026-06-05T11:59:59+02:00")) == {}
    assert counts(purged(racine, "2026-06-05T12:00:00+02:00")) == {"images": 1}


def test_what_is_gone_does_not_go_again(racine):
    file(racine)
    assert counts(purged(racine, NEXT_MONTH)) == {"images": 1}
    assert counts(purged(racine, NEXT_MONTH)) == {}
    assert counts(purged(racine, NEXT_SUMMER)) == {"mels": 1}
    assert counts(purged(racine, NEXT_SUMMER)) == {}


def test_a_dry_run_tells_what_would_go_and_touches_nothing(racine):
    file(racine)
    file(racine, papers.bulletin(), rank=2)
    before = {name: content for name, content in written(racine).items() if "sqlite" not in name}
    told = purged(racine, do=False)
    assert {name: content for name, content in written(racine).items() if "sqlite" not in name} == before
    assert (told.done, counts(told)) == (False, {"images": 1, "rejets": 1, "mels": 1})
    done = purged(racine)
    assert done.counts == told.counts
    assert done.counts[Rule.IMAGES].octets > 0
    assert done.counts[Rule.IMAGES].oldest == datetime.fromisoformat(NOON)


def test_nothing_of_people_is_left_but_in_the_register(racine):
    file(racine, companion=SENDER)
    file(racine, papers.bulletin(), canal=Canal.MEL_SECURISE, companion=SENDER, rank=2)
    secrets = [MARTIN, "MARTIN", "Martin", "Claire", "CLAIRE", "1980", "c.martin", "BULLETIN", "quantités", "brut"]
    before = written(racine)
    assert {secret for secret in secrets if any(secret.encode() in content for content in before.values())} >= {
        MARTIN, "MARTIN", "Claire", "c.martin", "BULLETIN", "brut",
    }  # fmt: skip
    purged(racine)
    after = written(racine)
    assert any("sqlite" in name for name in after)
    assert [(name, secret) for name, content in after.items() for secret in secrets if secret.encode() in content] == []
    assert violations(racine) == []


def test_the_account_stays_with_its_codes_and_counts(racine):
    name = file(racine)
    with closing(opened(racine)) as house:
        before = bilan_of(house, name)
    purged(racine)
    with closing(opened(racine)) as house:
        after = bilan_of(house, name)
    (was,), (is_,) = before.pieces, after.pieces
    assert (after.registre, after.etat, after.reference) == (before.registre, before.etat, before.reference)
    assert (is_.type, is_.livrable, is_.depot, is_.pages) == (was.type, was.livrable, was.depot, was.pages)
    assert (is_.dossier, after.dossiers[0].numero_unique, after.source.nom) == ("efface-1", "efface-1", "effacé")
    shown = json.loads((racine / "outbox" / "bilans" / f"{name}.json").read_bytes())
    assert [piece["dossier"] for piece in shown["pieces"]] == ["efface-1"]


def test_the_proof_says_what_came_and_what_became_of_it(racine):
    name = file(racine)
    with closing(opened(racine)) as house:
        (piece,) = bilan_of(house, name).pieces
    purged(racine)
    with closing(opened(racine)) as house, house.store.begin() as tx:
        rows = tx.exec_driver_sql("SELECT genre, regle, preuve FROM purge ORDER BY genre").all()
    (lot, rule, proof), (mail, mail_rule, told) = [(genre, rule, json.loads(proof)) for genre, rule, proof in rows]
    assert (lot, rule, mail, mail_rule) == ("lot", "images : 30 jours", "mail", "mels : 90 jours")
    (kept,) = proof["plis"][0]["pieces"]
    assert (kept["reference"], kept["cle"], kept["sha256"]) == (
        piece.depot.reference,
        piece.depot.cle,
        piece.livrable.sha256,
    )
    assert (told["etat"], told["reponses"], len(told["sha256"])) == ("envoye", ["envoye"], 64)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda tx, pli: tasks.submit(tx, Kind.SETTLE, pli, 1), "un travail n'est pas fini"),
        (lambda tx, pli: tx.exec_driver_sql("UPDATE depot SET etat = 'incertain'"), "un dépôt n'est pas fini"),
        (
            lambda tx, pli: tx.exec_driver_sql("UPDATE depot SET etat = 'refuse'"),
            "une pièce acceptée n'est pas déposée",
        ),
        (lambda tx, pli: tx.exec_driver_sql("UPDATE envoi SET etat = 'a_envoyer'"), "le mel n'est pas parti"),
        (lambda tx, pli: tx.exec_driver_sql("DELETE FROM envoi"), "le mel n'est pas parti"),
        (lambda tx, pli: tx.exec_driver_sql("UPDATE envoi SET etat = 'refuse'"), "le mel est refusé"),
        (lambda tx, pli: tx.exec_driver_sql(NAMELESS), "le guichet n'a pas d'adresse"),
        (rectifying, "une rectification n'est pas finie"),
    ],
)
def test_what_is_not_settled_stays_and_says_why(racine, spoil, why):
    name = file(racine)
    with closing(opened(racine)) as house, house.store.begin() as tx:
        spoil(tx, name)
    done = purged(racine, NEXT_MONTH)
    assert (counts(done), held(done)) == ({}, [why])


def test_an_open_question_keeps_its_lot(racine):
    file(racine, papers.fiche(DURAND, "DURAND", "PAUL", 9, 4), papers.page("Un texte qui ne dit rien"), told=False)
    done = purged(racine)
    assert (counts(done), held(done)) == ({}, ["une question est ouverte"])


def test_bytes_that_two_lots_share_stay_until_both_may_go(racine):
    first = file(racine, image="same")
    second = file(racine, image="same", rank=2, told=False)
    with closing(opened(racine)) as house, house.store.begin() as tx:
        shared = {page.blob for page in lots.pages(tx, plis.receipt(tx, first).lot)}
    assert counts(purged(racine, NEXT_MONTH, do=False)) == counts(purged(racine, NEXT_MONTH)) == {"images": 1}
    with closing(opened(racine, NEXT_MONTH)) as house:
        assert all(house.store.blobs.path(blob).exists() for blob in shared)
        with house.store.begin() as tx:
            assert [lots.is_read(tx, blob, house.reader) for blob in shared] == [True] * len(shared)
    with closing(opened(racine)) as house:
        (piece,) = bilan_of(house, second).pieces
        answer(house, [piece.id], Answer(motif="I07"), "Camille")
        settle_again(house)
        tell(house, quiet)
    purged(racine, NEXT_SUMMER)
    with closing(opened(racine, NEXT_MONTH)) as house:
        assert not any(house.store.blobs.path(blob).exists() for blob in shared)


def test_a_file_that_could_not_be_taken_goes_with_its_reason(racine):
    with closing(opened(racine)) as house:
        drop = racine / "MARTIN Claire.txt"
        drop.write_text("pas un scan de Claire")
        lot = ingest(takings.copy(drop, "inconnu", racine, house.settings.now()), house.store, house.settings)
        tell(house, quiet)
    drop.unlink()
    assert len(list((racine / "outbox" / "quarantaine").rglob(f"{lot}.*"))) == 2
    assert counts(purged(racine, NEXT_MONTH)) == {}
    done = purged(racine)
    assert counts(done) == {"quarantaine": 1}
    assert list((racine / "outbox" / "quarantaine").rglob(f"{lot}.*")) == []
    assert [name for name, content in written(racine).items() if b"Claire" in content] == []
    assert violations(racine) == []


def test_a_death_before_the_files_go_leaves_what_the_next_purge_takes(racine, monkeypatch):
    file(racine)
    with closing(opened(racine, NEXT_SUMMER)) as house, monkeypatch.context() as dying:
        dying.setattr(house.store.blobs, "remove", lambda names: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            purge(house, do=True)
    left = [path for path in (racine / "var" / "blobs").rglob("*") if path.is_file()]
    assert [violation.what for violation in violations(racine)] == ["le bilan publié est en retard"]
    an_hour_ago = datetime.now(PARIS) - timedelta(hours=1, minutes=1)
    for path in left:
        os.utime(path, (an_hour_ago.timestamp(),) * 2)
    assert {violation.what for violation in violations(racine)} >= {"un contenu que rien ne nomme"}
    assert counts(purged(racine, do=False))["restes"] == len(left)
    purged(racine)
    assert [path for path in left if path.exists()] == []
    assert violations(racine) == []


def test_the_same_file_that_comes_again_after_the_purge_has_a_name_of_its_own(racine):
    names = []
    for now in (NOON, NEXT_SUMMER):
        with closing(opened(racine, now)) as house:
            drop = racine / "MARTIN Claire.txt"
            drop.write_text("pas un scan")
            names.append(ingest(takings.copy(drop, "pwp", racine, house.settings.now()), house.store, house.settings))
            work(house, *Kind)
            tell(house, quiet)
        purged(racine)
    assert [name.rpartition("-")[2] for name in names] == ["1", "2"]


def test_the_same_piece_that_comes_again_after_the_purge_is_filed_once(racine):
    file(racine, image="same")
    purged(racine, NEXT_MONTH)
    with closing(opened(racine, NEXT_MONTH)) as house:
        name = file_pli(
            house, papers.page(), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin(), image="same", rank=2
        )
        (piece,) = bilan_of(house, name).pieces
        answer(house, [piece.id], Answer(numero_unique=MARTIN), "Camille")
        settle(house, name)
        deverse(house, quiet)
        tell(house, quiet)
        (piece,) = bilan_of(house, name).pieces
    assert piece.depot.etat == "depose"
    assert len(list((racine / "outbox" / "sne").rglob("*.pdf"))) == 1
    assert violations(racine, NEXT_MONTH) == []


def test_a_pdf_that_is_no_piece_s_any_more_goes_at_once(racine):
    with closing(opened(racine)) as house:
        blob = house.store.blobs.put(b"%PDF of what was settled otherwise")
        with house.store.begin() as tx:
            deposits.keep_livrable(tx, "c" * 64, blob, 34, 1)
        assert counts(purge(house, do=False)) == counts(purge(house, do=True)) == {"restes": 1}
        assert not house.store.blobs.path(blob).exists()


def test_a_refused_address_goes_once_no_message_is_for_it(racine):
    file(racine)
    with closing(opened(racine)) as house, house.store.begin() as tx:
        (sent,) = mails.of_pli(tx, plis.names(tx)[0])
        for address in (sent.to[0], "ancienne@x.example"):
            addresses.refuse(tx, address, "550", house.settings.now())
    assert counts(purged(racine, "2026-08-03T00:00:00+02:00")) == {"images": 1}
    purged(racine)
    with closing(opened(racine)) as house, house.store.begin() as tx:
        assert addresses.refused(tx) == []


def test_a_purge_is_in_the_journal(racine):
    name = file(racine)
    purged(racine)
    with closing(opened(racine)) as house, house.store.begin() as tx:
        lot = plis.receipt(tx, name).lot
        assert tx.exec_driver_sql("SELECT sujet FROM journal WHERE evenement = 'purge'").scalars().all() == [lot]
        assert purges.pli_purged(tx, name) == datetime.fromisoformat(NEXT_SUMMER)
