"""The doors of the mailroom, and what each of them means."""

from pipeline.domain.receipt import Canal


def having(said):
    return {str(canal) for canal in Canal if said(canal)}


def test_the_doors_are_those_of_the_contract():
    assert {str(canal) for canal in Canal} == {
        "papier-guichet", "papier-demandeur", "pwp", "mel-securise", "services-web", "smartphone", "mel",
    }  # fmt: skip


def test_paper_has_its_own_deadline():
    assert having(lambda canal: canal.is_paper) == {"papier-guichet", "papier-demandeur"}


def test_fiches_open_on_the_guichets_channels():
    assert having(lambda canal: canal.of_guichets) == {"papier-guichet", "pwp", "mel-securise", "services-web"}


def test_the_companion_s_number_opens_nothing_on_paper_and_secure_mail():
    opening = having(lambda canal: canal.takes_number_from_companion)
    assert opening == {"pwp", "services-web", "smartphone", "mel"}
