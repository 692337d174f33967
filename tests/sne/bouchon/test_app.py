"""The answers of the stand-in, as any HTTP client sees them."""

import hashlib
import http.client
import json
from contextlib import closing
from urllib.parse import urlsplit

import httpx
import pytest

from pipeline.sne.bouchon.serve import serving
from tests.sne.papers import FRIDAY, JETON, NU, SATURDAY, STRUCK_OFF, UNKNOWN, demandes_file, deposit, emptied

CLE = "ab" * 32
PIECES = f"/v1/demandes/{NU}/pieces"


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return tmp_path_factory.mktemp("sne")


@pytest.fixture(scope="module")
def address(base, calendar):
    with serving(demandes=demandes_file(base), base=base, jeton=JETON, now=calendar.now) as url:
        yield url


@pytest.fixture
def url(address, base, calendar):
    calendar.today = FRIDAY
    emptied(base)
    return address


@pytest.fixture
def client(url):
    with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {JETON}"}, trust_env=False) as client:
        yield client


def parts(piece, **changed):
    metadata = {name: value for name, value in (piece.metadata() | changed).items() if value is not ...}
    return {
        "metadonnees": (None, json.dumps(metadata).encode(), "application/json"),
        "fichier": ("piece.pdf", piece.content, "application/pdf"),
    }


def put(client, piece=None, cle=CLE, number=NU, **changed):
    return client.put(f"/v1/demandes/{number}/pieces/{cle}", files=parts(piece or deposit(), **changed))


def codes(answer):
    assert answer.status_code == 422
    return [anomaly["code"] for anomaly in answer.json()["anomalies"]]


def test_a_demande_is_told_with_all_its_fields(client):
    assert client.get(f"/v1/demandes/{NU}").json() == {
        "numero_unique": NU,
        "etat": "active",
        "demandeur": {"nom": "Léautaud", "prenoms": "Zoé", "naissance": "1988-04-12"},
        "courriel": "zoe@courriel.example",
    }
    assert client.get(f"/v1/demandes/{STRUCK_OFF}").json() == {
        "numero_unique": STRUCK_OFF,
        "etat": "radiee",
        "demandeur": None,
        "courriel": None,
    }


def test_a_deposit_is_created_once_and_then_repeated(client):
    first, again = put(client), put(client)

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert set(first.json()) == {"reference", "cle", "sha256", "depose_le"}


def test_other_bytes_under_the_same_key_are_a_conflict(client):
    put(client)

    assert put(client, deposit(b"%PDF-1.7 deux")).status_code == 409
    assert [piece["sha256"] for piece in client.get(PIECES).json()] == [deposit().sha256]


@pytest.mark.parametrize(("number", "status"), [(UNKNOWN, 404), (STRUCK_OFF, 410), ("..%2F..", 404)])
def test_no_deposit_for_a_demande_unknown_or_struck_off(client, number, status):
    assert put(client, number=number).status_code == status


def test_what_is_held_is_listed_with_its_state(client):
    put(client)

    [piece] = client.get(PIECES).json()
    assert piece == {
        "reference": piece["reference"],
        "cle": CLE,
        "sha256": deposit().sha256,
        "octets": 11,
        "type": "IDE-CNN",
        "depose_le": FRIDAY.isoformat(),
        "etat": "active",
    }
    assert client.get(f"/v1/demandes/{UNKNOWN}/pieces").status_code == 404
    assert client.get(f"/v1/demandes/{STRUCK_OFF}/pieces").json() == []


def test_a_withdrawn_piece_is_marked_and_not_erased_however_often_it_is_asked(client):
    reference = put(client).json()["reference"]

    for _ in range(2):
        answer = client.post(f"{PIECES}/{CLE}/retrait", json={"motif": "mauvais dossier"})
        assert (answer.status_code, answer.json()) == (200, {"reference": reference, "etat": "retiree"})
    assert [piece["etat"] for piece in client.get(PIECES).json()] == ["retiree"]


def test_a_deposit_that_comes_again_does_not_undo_a_withdrawal(client, calendar):
    first = put(client)
    client.post(f"{PIECES}/{CLE}/retrait", json={"motif": "mauvais dossier"})
    calendar.today = SATURDAY
    again = put(client)

    assert (again.status_code, again.json()) == (200, first.json())
    assert [piece["etat"] for piece in client.get(PIECES).json()] == ["retiree"]


@pytest.mark.parametrize("path", [f"{PIECES}/{'cd' * 32}", f"{PIECES}/x", f"/v1/demandes/{STRUCK_OFF}/pieces/{CLE}"])
def test_what_is_not_there_cannot_be_withdrawn(client, path):
    put(client)

    assert client.post(f"{path}/retrait", json={"motif": "x"}).status_code == 404


@pytest.mark.parametrize("body", [b"", b"{}", b'{"motif": ""}', b'{"motif": 3}', b'{"motif": "x", "par": "y"}'])
def test_a_withdrawal_says_why(client, body):
    put(client)

    assert codes(client.post(f"{PIECES}/{CLE}/retrait", content=body)) == ["motif_invalide"]
    assert [piece["etat"] for piece in client.get(PIECES).json()] == ["active"]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"type": ...}, ["champ_manquant"]),
        ({"type": "carte"}, ["champ_invalide"]),
        ({"role": "Z"}, ["champ_invalide"]),
        ({"pages": "1"}, ["champ_invalide"]),
        ({"canal": "fax"}, ["champ_invalide"]),
        ({"recu_le": "2026-05-08"}, ["champ_invalide"]),
        ({"nom": "CAMUSOT"}, ["champ_inconnu"]),
        ({"octets": 12}, ["octets_differents"]),
        ({"sha256": "0" * 64}, ["sha256_different"]),
        ({"pli": ..., "pages": 0}, ["champ_invalide", "champ_manquant"]),
    ],
)
def test_metadata_that_do_not_hold_are_named_without_their_values(client, changed, expected):
    answer = put(client, **changed)

    assert sorted(codes(answer)) == expected
    assert "CAMUSOT" not in answer.text
    assert client.get(PIECES).json() == []


def test_what_is_not_a_pdf_is_not_held(client):
    assert codes(put(client, deposit(b"MZ"))) == ["pas_un_pdf"]


@pytest.mark.parametrize("cle", ["AB" * 32, "ab", f"{CLE}0"])
def test_a_key_is_written_one_way(client, cle):
    assert codes(put(client, cle=cle)) == ["cle_invalide"]


WHOLE = parts(deposit())


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"fichier": WHOLE["fichier"]}, "partie_manquante"),
        ({"metadonnees": WHOLE["metadonnees"]}, "partie_manquante"),
        ([*WHOLE.items(), ("fichier", WHOLE["fichier"])], "partie_manquante"),
        ([*WHOLE.items(), *[("fichier", WHOLE["fichier"])] * 3], "envoi_illisible"),
        ({**WHOLE, "metadonnees": (None, b"[", "application/json")}, "metadonnees_illisibles"),
        ({**WHOLE, "metadonnees": (None, b" " * 70_000, "application/json")}, "envoi_illisible"),
    ],
)
def test_a_deposit_has_its_two_parts(client, files, code):
    assert codes(client.put(f"{PIECES}/{CLE}", files=files)) == [code]


@pytest.mark.parametrize("media", ["application/pdf", "multipart/form-data", "multipart/form-data; boundary=x"])
def test_a_body_that_is_no_form_is_told_so(client, media):
    answer = client.put(f"{PIECES}/{CLE}", content=b"%PDF-1.7", headers={"Content-Type": media})
    assert codes(answer) == ["envoi_illisible"]


def test_a_body_announced_too_long_is_refused_before_a_byte_of_it_has_come(url):
    with closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)) as call:
        call.putrequest("PUT", f"{PIECES}/{CLE}")
        call.putheader("Authorization", f"Bearer {JETON}")
        call.putheader("Content-Type", "multipart/form-data; boundary=x")
        call.putheader("Content-Length", str(10**12))
        call.endheaders()
        assert call.getresponse().status == 413


def test_a_body_without_a_length_is_refused_once_it_is_too_long(client):
    sent = 0

    def endless():
        nonlocal sent
        yield b'--x\r\nContent-Disposition: form-data; name="fichier"; filename="a"\r\n\r\n'
        while sent < 8_000_000:
            sent += 65_536
            yield b"x" * 65_536

    answer = client.put(
        f"{PIECES}/{CLE}", content=endless(), headers={"Content-Type": "multipart/form-data; boundary=x"}
    )
    assert answer.status_code == 413


def test_who_leaves_in_the_middle_leaves_nothing(url, client):
    with closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)) as call:
        call.putrequest("PUT", f"{PIECES}/{CLE}")
        call.putheader("Authorization", f"Bearer {JETON}")
        call.putheader("Content-Type", "multipart/form-data; boundary=x")
        call.putheader("Content-Length", "1000")
        call.endheaders(b"--x\r\n")

    assert client.get(PIECES).json() == []


@pytest.mark.parametrize("said", ["", "Bearer", "Bearer autre", f"Basic {JETON}", f"bearer {JETON}x", "Bearer é"])
@pytest.mark.parametrize(("method", "path"), [("GET", PIECES), ("PUT", f"{PIECES}/{CLE}"), ("GET", "/ailleurs")])
def test_without_the_token_nothing_is_told(url, method, path, said):
    answer = httpx.request(method, f"{url}{path}", headers={"Authorization": said.encode()}, trust_env=False)

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/v1/demandes", 404),
        ("GET", f"{PIECES}/", 404),
        ("DELETE", f"{PIECES}/{CLE}", 405),
        ("GET", f"{PIECES}/{CLE}", 405),
        ("POST", f"/v1/demandes/{NU}", 405),
    ],
)
def test_anything_else_is_refused_in_json(client, method, path, status):
    answer = client.request(method, path)

    assert answer.status_code == status
    assert set(answer.json()) == {"message"}
    assert (status == 405) == ("allow" in answer.headers)


def test_a_disk_that_will_not_have_it_says_when_to_come_back(client, base):
    folder = base / "pieces"
    folder.rename(base / "ailleurs")
    folder.write_text("un fichier à la place du dossier")
    answer = put(client)
    folder.unlink()
    (base / "ailleurs").rename(folder)

    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert put(client).status_code == 201


def test_what_is_acknowledged_is_on_the_disk_to_the_byte(client, base):
    acknowledged = put(client).json()

    content = (base / "pieces" / f"{acknowledged['sha256']}.pdf").read_bytes()
    assert hashlib.sha256(content).hexdigest() == acknowledged["sha256"]
