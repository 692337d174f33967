"""The shipped ``config/``: nothing of the lists missing, nothing said twice, everything written as it must be."""

import tomllib
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from itertools import combinations
from types import MappingProxyType

import holidays
import pytest
from rapidfuzz.distance import Levenshtein

from pipeline.domain.filing_plan import Family, Scope
from pipeline.domain.numero_unique import is_valid, normalise
from pipeline.domain.text import fold
from pipeline.settings import load, shipped_config
from tests.domain.easter import public_holidays

TYPES = """
IDE-CNA IDE-CNN IDE-PAS IDE-ETR IDE-LFE IDE-NAI IDE-TUT IDE-FID
SEJ-RES SEJ-PLU SEJ-TMP SEJ-CRA SEJ-UE SEJ-REC SEJ-PRO SEJ-ANF SEJ-VLS SEJ-APS
FAM-LIV FAM-MAR FAM-PAC FAM-DIV FAM-ONC FAM-AVO FAM-SEP FAM-RPA FAM-DEC FAM-GRO FAM-GAR FAM-ADO
FIS-AVI FIS-ASD FIS-ETR FIS-12M FIS-PAR FIS-BOR
PRO-CDI PRO-ATE PRO-APP PRO-ETU PRO-STA PRO-DEM PRO-IND PRO-RET PRO-ART
RES-BUL RES-ATE RES-BIL RES-RET RES-INV RES-ARE RES-IJ RES-CAF RES-PAR RES-PAV RES-BOU RES-AUT
LOG-BAI LOG-QUI LOG-ABA LOG-PAI LOG-HEB LOG-STR LOG-HOT LOG-TSO LOG-DOM LOG-PRO LOG-PLF LOG-TFO
MOT-SDF MOT-DEM MOT-IND MOT-INS MOT-CON MOT-RES MOT-CDP MOT-ASS MOT-JEX MOT-CQL MOT-VIO MOT-DIV MOT-PAC MOT-RFA
MOT-AMA MOT-MUT MOT-TRA MOT-EQU MOT-ACC MOT-VOI MOT-AUT
HAN-CMI HAN-DEC HAN-CPL SAN-CER DAL-DEC DAL-REC
TRN-FIC TRN-BOR TRN-ATT TRN-CER TRN-LET TRN-ENV TRN-BLA
HPR-RLV HPR-RIB HPR-VIT HPR-CAS HPR-PER HPR-FAC HPR-TAX HPR-PHO HPR-ASI HPR-PIH HPR-CV HPR-CGR HPR-DIP HPR-AUT
""".split()  # noqa: SIM905 - read as the reference lists them
MOTIFS = (
    [f"T{n:02}" for n in range(1, 13)] + ["P01"] + [f"I{n:02}" for n in range(1, 9)] + [f"A{n:02}" for n in range(1, 6)]
)
# Nothing that is printed on these names them: a person, a name or an image does.
UNTITLED = {
    "FIS-PAR",
    "MOT-SDF",
    "MOT-DIV",
    "MOT-EQU",
    "MOT-AUT",
    "TRN-ENV",
    "TRN-BLA",
    "HPR-PHO",
    "HPR-PIH",
}
SHARED_BEGINNINGS = MappingProxyType(
    {
        # A title that another type's longer title begins with: the longest one wins.
        "ASSIGNATION": "FAM-ONC",
        "ATTESTATION D HEBERGEMENT": "LOG-HOT LOG-STR",
        "ATTESTATION DE CONTRAT": "PRO-ATE",
        "ATTESTATION DE DROITS": "HPR-PER RES-ARE RES-CAF",
        "ATTESTATION DE FIN DE DROITS": "FIS-12M",
        "ATTESTATION DE NON IMPOSITION": "FIS-ETR",
        "ATTESTATION DE NON PAIEMENT": "RES-PAR",
        "ATTESTATION DE NON VERSEMENT": "RES-PAR",
        "ATTESTATION DE PAIEMENT DE PENSION": "RES-INV RES-PAR",
        "ATTESTATION DE PAIEMENT DE VOTRE PENSION": "RES-INV",
        "ATTESTATION DE PENSION": "RES-INV RES-PAR",
        "ATTESTATION DE REMUNERATION": "RES-AUT RES-BIL",
        "ATTESTATION DE RETRAITE": "RES-RET",
        "ATTESTATION DE REVENUS": "RES-BIL",
        "ATTESTATION DE VERSEMENT DE PENSION": "RES-PAV",
        "AVIS D ECHEANCE": "HPR-FAC",
        "AVIS D IMPOSITION": "HPR-TAX LOG-TFO",
        "AVIS D IMPOT": "HPR-TAX LOG-TFO",
        "AVIS DE PAIEMENT": "RES-IJ RES-RET",
        "AVIS DE SITUATION": "FIS-ASD PRO-IND",
        "CARNET DE SANTE": "FAM-GRO",
        "CARTE D ETUDIANT": "PRO-APP",
        "CARTE NATIONALE D IDENTITE": "IDE-CNN",
        "CERTIFICAT D INSCRIPTION": "PRO-IND PRO-RET",
        "CERTIFICAT MEDICAL": "FAM-DEC FAM-GRO HPR-AUT",
        "COMMANDEMENT DE PAYER": "MOT-ACC",
        "CONTRAT DE LOCATION": "LOG-HOT",
        "DECLARATION DES REVENUS": "RES-AUT",
        "NOTIFICATION DE PENSION": "RES-INV",
        "PASSEPORT": "SEJ-PLU",
        "RECEPISSE DE DEMANDE DE CARTE DE SEJOUR": "SEJ-PRO",
        "RECEPISSE DE DEMANDE DE TITRE DE SEJOUR": "SEJ-PRO",
        "RECU DE PAIEMENT": "LOG-QUI",
        "RELEVE DE COMPTE": "LOG-QUI",
        "RELEVE DE PAIEMENTS": "RES-ARE",
        "RELEVE DE PENSION": "RES-INV",
        "RELEVE DE SITUATION": "HPR-AUT",
        "TITRE DE PENSION": "RES-INV",
    }
)


@cache
def may_be(word, other):
    """Say whether ``other`` may be ``word``, misread: one slip from five letters on, two from twelve."""
    slips = (len(word) >= 5) + (len(word) >= 12)
    if not slips or abs(len(word) - len(other)) > slips:
        return word == other
    return Levenshtein.distance(word, other, score_cutoff=slips) <= slips


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    return load(tmp_path_factory.mktemp("racine"), {})


def test_every_type_of_the_filing_plan_is_there_once_and_no_other(settings):
    assert len(TYPES) == len(set(TYPES))
    assert sorted(settings.plan.types) == sorted(TYPES)


def test_every_motive_is_there_once_and_no_other(settings):
    assert sorted(settings.motifs) == sorted(MOTIFS)


def test_a_motive_stands_in_the_family_of_its_letter(settings):
    family = {"T": Family.TRANSMISSION, "P": Family.OUT_OF_SCOPE, "I": Family.UNUSABLE, "A": Family.ALERT}
    for code, motif in settings.motifs.items():
        assert motif.family == (Family.HANDWRITTEN if code == "I08" else family[code[0]]), code


def test_what_senders_read_is_one_plain_sentence(settings):
    for code, motif in settings.motifs.items():
        assert motif.advice[0].isupper(), code
        assert motif.advice.endswith("."), code
        assert ". " not in motif.advice, code
        assert not motif.label.endswith("."), code


def test_transmission_sheets_are_never_filed_and_out_of_scope_types_are_refused(settings):
    scope = {"TRN": Scope.TRANSMISSION, "HPR": Scope.OUT}
    for code, kind in settings.plan.types.items():
        assert kind.scope == scope.get(code[:3], Scope.FILED), code


def test_titles_and_cues_are_written_as_they_are_matched(settings):
    for code, kind in settings.plan.types.items():
        for words in (*kind.titles, *kind.cues):
            assert words == fold(words), code


def test_a_title_is_long_enough_to_name_a_type_by_itself(settings):
    for code, kind in settings.plan.types.items():
        assert all(len(title) >= 9 for title in kind.titles), code


def test_every_type_has_a_title_but_those_that_nothing_printed_names(settings):
    assert {code for code, kind in settings.plan.types.items() if not kind.titles} == UNTITLED


def test_no_title_or_cue_is_said_twice_of_a_type(settings):
    for code, kind in settings.plan.types.items():
        assert [words for words, count in Counter((*kind.titles, *kind.cues)).items() if count > 1] == [], code


def test_no_title_names_two_types(settings):
    owners = Counter(title for kind in settings.plan.types.values() for title in kind.titles)
    assert [title for title, count in owners.items() if count > 1] == ["LIVRET DE FAMILLE"], (
        "words tell its pages apart"
    )


def test_a_title_that_begins_a_longer_one_of_another_type_does_so_on_purpose(settings):
    titled = [(title, code) for code, kind in settings.plan.types.items() for title in kind.titles]
    for (title, code), (other, other_code) in combinations(sorted(titled), 2):
        if code != other_code and other.startswith(title + " "):
            assert other_code in SHARED_BEGINNINGS.get(title, ""), f"{title} ({code}), {other} ({other_code})"


def test_no_title_is_taken_for_one_of_another_type_through_the_slips_of_ocr(settings):
    titled = [(title.split(), code) for code, kind in settings.plan.types.items() for title in kind.titles]
    spelt = defaultdict(list)
    for words, code in titled:
        for start, word in enumerate(words):
            spelt[word].append((words, start, code))
    heads = {words[0] for words, _ in titled}
    alike = {head: [place for word in spelt if may_be(head, word) for place in spelt[word]] for head in heads}
    for words, code in titled:
        for other, start, other_code in alike[words[0]]:
            window = other[start : start + len(words)]
            if code != other_code and window != words and len(window) == len(words):
                assert not all(map(may_be, words, window)), (
                    f"{' '.join(words)} ({code}), {' '.join(other)} ({other_code})"
                )


@pytest.mark.parametrize("code", ["IDE-CNA", "IDE-CNN", "IDE-PAS", "FIS-AVI", "RES-BUL", "PRO-CDI", "SAN-CER"])
def test_what_belongs_to_one_person_bears_a_role(settings, code):
    assert settings.plan[code].per_person


@pytest.mark.parametrize(
    "code", ["IDE-TUT", "FAM-DIV", "RES-INV", "MOT-VIO", "HAN-CMI", "SAN-CER", "DAL-DEC", "HPR-CAS"]
)
def test_sensitive_types_are_marked(settings, code):
    assert settings.plan[code].sensitive


def test_no_type_is_filed_when_written_by_hand_unless_somebody_says_so(settings):
    assert not any(kind.handwriting_accepted for kind in settings.plan.types.values())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FIS-AVI", "LOG-TFO"),
        ("FIS-AVI", "HPR-TAX"),
        ("FIS-AVI", "FIS-ASD"),
        ("RES-CAF", "RES-IJ"),
        ("LOG-BAI", "PRO-CDI"),
        ("FAM-DIV", "MOT-JEX"),
        ("FAM-DIV", "IDE-TUT"),
        ("MOT-JEX", "IDE-TUT"),
        ("LOG-QUI", "LOG-HOT"),
        ("SEJ-REC", "HPR-ASI"),
        ("PRO-DEM", "RES-ARE"),
    ],
)
def test_pairs_that_look_alike_each_have_titles_and_cues_of_their_own(settings, one, other):
    first, second = settings.plan[one], settings.plan[other]
    assert set(first.titles).isdisjoint(second.titles)
    assert set(first.cues) - {*second.cues, *second.titles}
    assert set(second.cues) - {*first.cues, *first.titles}


def test_the_holidays_are_the_eleven_of_every_year_from_2015_to_2050(settings):
    expected = {day for year in range(2015, 2051) for day in public_holidays(year)}
    assert settings.calendar().holidays == expected
    assert len(expected) == 11 * 36


def test_the_holidays_are_those_of_the_library_that_they_were_drawn_from(settings):
    assert settings.calendar().holidays == set(holidays.country_holidays("FR", years=range(2015, 2051)))


def test_the_calendar_says_how_far_it_goes(settings):
    assert settings.calendar().covers_until(date(2026, 5, 6)) == date(2050, 12, 31)
    assert "2015-2050" in settings.calendar().version


def test_the_shipped_keys_are_for_demonstration_only(settings):
    assert sorted(settings.keys) == ["D0", "D1"]
    assert all(b"demonstration" in key for key in settings.keys.values())


@pytest.mark.parametrize(
    ("payload", "numbers"),
    [
        ("057 1215 073903 10691", {"057121507390310691"}),
        ("057121507390310691", {"057121507390310691"}),
        ("https://www.demande-logement-social.gouv.fr/d?nu=057121507390310691&v=3", {"057121507390310691"}),
        ("SNE*7*F*057121507390310691*CHAMP*INCONNU", {"057121507390310691"}),
        ("SNE*2*F*02A011600012320001", {"02A011600012320001"}),
        ("Numéro unique : 059 0217 841575 GDPUB", {"0590217841575GDPUB"}),
        ('{"nu": "057121507390310691", "v": 2}', {"057121507390310691"}),
        ("SNE*7*F*057121507390310691*059021784157559900", {"057121507390310691", "059021784157559900"}),
        ("https://www.example.org/menu", set()),
        ("https://www.example.org/?menu=057121507390310691", set()),
        ("FR7630006057121507390310691189", set()),
    ],
)
def test_the_dialects_find_the_numbers_that_a_code_is_about(settings, payload, numbers):
    found = {
        number
        for dialect in settings.dialects
        for match in dialect.pattern.finditer(payload.upper())
        if is_valid(number := normalise(match["nu"]), date(2026, 5, 6))
    }
    assert found == numbers


def test_the_shipped_guichets_are_fictitious(settings):
    assert {"10691", "20001"} <= set(settings.guichets)
    assert all(guichet.courriel.endswith(".example") for guichet in settings.guichets.values())


def test_the_limits_are_those_that_were_promised(settings):
    assert settings.limites.octets_pwp_max == 18_000_000
    assert settings.limites.pages_max == 2000


def test_every_edited_file_says_in_french_what_it_is():
    for path in shipped_config().glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# "), path.name
        tomllib.loads(text)
