import pytest

from pipeline.domain.receipt import Canal
from pipeline.mail.addressees import Known, Untold, addressees

GUICHETS = {"10691": "reference@mairie.example"}
REFERENCE, SENDER, APPLICANT = "reference@mairie.example", "agent@mairie.example", "demandeur@courriel.example"


@pytest.mark.parametrize(
    ("canal", "known", "told"),
    [
        ("papier-guichet", Known("10691", GUICHETS, SENDER, APPLICANT), (REFERENCE,)),
        ("papier-guichet", Known("99999", GUICHETS, SENDER, APPLICANT), (SENDER,)),
        ("papier-guichet", Known("99999", GUICHETS, None, APPLICANT), Untold.GUICHET_INCONNU),
        ("papier-guichet", Known(None, GUICHETS, None, APPLICANT), Untold.GUICHET_INCONNU),
        ("pwp", Known("10691", GUICHETS, SENDER, None), (SENDER, REFERENCE)),
        ("services-web", Known(None, GUICHETS, SENDER, None), (SENDER,)),
        ("mel-securise", Known("10691", GUICHETS, None, None), (REFERENCE,)),
        ("mel-securise", Known(None, GUICHETS, None, APPLICANT), Untold.NON_NOTIFIABLE),
        ("pwp", Known("10691", GUICHETS, "Reference@Mairie.example", None), ("Reference@Mairie.example",)),
        ("papier-demandeur", Known("10691", GUICHETS, SENDER, APPLICANT), (APPLICANT,)),
        ("mel", Known("10691", GUICHETS, SENDER, None), (SENDER,)),
        ("smartphone", Known("10691", GUICHETS, None, None), Untold.NON_NOTIFIABLE),
    ],
)
def test_each_channel_tells_those_of_the_contract(canal, known, told):
    assert addressees(Canal(canal), known) == told
