import json
from datetime import date

import pytest

from pipeline.domain.facts import Demande, DemandeState, Person
from pipeline.errors import Misuse
from pipeline.sne.demandes import demandes_of

NU = "057121507390310691"


def written(tmp_path, body):
    path = tmp_path / "demandes.json"
    path.write_text(body if isinstance(body, str) else json.dumps(body), encoding="utf-8")
    return path


def test_a_demande_is_read_with_its_names_as_the_codes_write_them(tmp_path):
    body = {
        "numero_unique": NU,
        "etat": "active",
        "demandeur": {"nom": "Léautaud-Œuvray", "prenoms": "Zoé", "naissance": "1988-04-12"},
        "courriel": "zoe@courriel.example",
    }

    assert demandes_of(written(tmp_path, {NU: body})) == {
        NU: Demande(
            NU, DemandeState.ACTIVE, Person("LEAUTAUD OEUVRAY", "ZOE", date(1988, 4, 12)), "zoe@courriel.example"
        )
    }


def test_person_and_address_may_be_unknown(tmp_path):
    demandes = demandes_of(written(tmp_path, {NU: {"numero_unique": NU, "etat": "radiee"}}))

    assert demandes[NU] == Demande(NU, DemandeState.STRUCK_OFF)


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ('{"a": 1,\n oups}', "ligne 2"),
        ([], "dict"),
        ({NU: {"numero_unique": NU, "etat": "morte"}}, "etat"),
        ({NU: {"numero_unique": NU, "etat": "active", "couriel": "x"}}, "couriel"),
        ({NU: {"numero_unique": "075012600000110691", "etat": "active"}}, "autre numéro unique"),
    ],
)
def test_a_fault_is_named_with_the_file(tmp_path, body, named):
    path = written(tmp_path, body)

    with pytest.raises(Misuse, match=named) as fault:
        demandes_of(path)
    assert str(path) in str(fault.value)


def test_an_absent_file_is_a_misuse(tmp_path):
    with pytest.raises(Misuse, match="illisible"):
        demandes_of(tmp_path / "demandes.json")


def test_the_value_at_fault_is_not_repeated(tmp_path):
    body = {NU: {"numero_unique": NU, "etat": "active", "demandeur": {"nom": "CAMUSOT", "prenoms": "LEA", "x": "y"}}}

    with pytest.raises(Misuse) as fault:
        demandes_of(written(tmp_path, body))
    assert "CAMUSOT" not in str(fault.value)
