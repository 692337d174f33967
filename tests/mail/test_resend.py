import shlex

import pytest

from pipeline.cli.imprimer import print_fiche
from pipeline.domain.receipt import Canal
from pipeline.mail.letter import letter_of
from pipeline.mail.remarks import NOT_TO_RESEND
from pipeline.mail.resend import to_do
from tests.mail.bilans import NU, RULES, bilan, piece

BLURRED = {"verdict": "rejetee", "motif": "I01", "depot": None}
OUT, UNKNOWN = BLURRED | {"motif": "P01"}, BLURRED | {"motif": "T05"}


def resend(*pieces, **said):
    return letter_of(bilan(*pieces, **said), RULES).parts[0].resend


def test_what_is_rejected_comes_back_behind_a_fiche_that_a_command_prints():
    told = resend(piece(3), piece(4, **BLURRED), piece(5, **BLURRED))

    assert NU in told.how
    words = shlex.split(told.command)
    assert words[:3] == ["pli", "imprimer", "fiche"]
    assert dict(zip(words[3::2], words[4::2], strict=True)) == {
        "--nu": NU, "--guichet": "10691", "--documents": "2", "--nom": "NOM", "--prenoms": "PRENOMS",
        "--naissance": "JJ/MM/AAAA", "--sortie": "fiche.pdf",
    }  # fmt: skip


def test_the_command_has_only_options_that_exist_and_all_that_are_required():
    told = {word for word in shlex.split(resend(piece(4, **BLURRED)).command) if word.startswith("--")}
    options = {name: option for option in print_fiche.params for name in option.opts}

    assert told <= set(options)
    assert {name for name, option in options.items() if option.required} <= told


@pytest.mark.parametrize("canal", Canal)
def test_every_channel_has_its_way_and_a_fiche_only_where_sheets_separate(canal):
    told = resend(piece(4, **BLURRED), canal=canal)

    assert NU in told.how
    assert (told.command is not None) == (canal in {Canal.PAPIER_GUICHET, Canal.MEL_SECURISE})


@pytest.mark.parametrize("said", [{}, {"verdict": "a_verifier", "depot": None}, OUT, UNKNOWN])
def test_nothing_is_to_be_sent_again_under_a_number_when_nothing_may_be(said):
    assert resend(piece(4, **said)) is None


def test_an_unknown_guichet_is_left_to_fill_in():
    assert " --guichet CODE " in resend(piece(4, **BLURRED), guichet=None).command


def test_what_is_expected_of_the_reader_is_counted():
    said = bilan(
        piece(3, alertes=["A04"]),
        piece(4, alertes=["A01"]),
        piece(5, **BLURRED),
        piece(6, **BLURRED | {"motif": "P01"}),
    )
    said["registre"]["hors_dossier"] = 2

    assert to_do(said, ["À lire.", f"Plus de pages. {NOT_TO_RESEND}"], RULES) == (
        "1 pièce à renvoyer",
        "2 pages à renvoyer avec une fiche ou une attestation devant",
        "1 pièce à vérifier, sans rien renvoyer si tout est en ordre",
        "1 remarque à lire (« À noter »)",
        "1 pièce à ne pas renvoyer : hors de la liste réglementaire",
    )


def test_nothing_is_expected_when_all_is_filed():
    assert letter_of(bilan(piece(3)), RULES).to_do == ()
