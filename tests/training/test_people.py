from datetime import date
from random import Random

import pytest

from pipeline.domain import numero_unique
from training.fonts import Family
from training.names import POOLS
from training.people import Office, household, social_security

DAY = date(2025, 3, 12)


@pytest.mark.parametrize(
    "office", [Office("10691", "057", "X"), Office("20001", "02A", "X"), Office("97401", "974", "X")]
)
@pytest.mark.parametrize("seed", range(20))
def test_every_household_bears_a_possible_number_of_the_month_it_applied(seed, office):
    home = household(Family.A, Random(seed), DAY, office)
    assert numero_unique.is_valid(home.numero_unique, DAY)
    assert home.numero_unique[3:7] == f"{home.depot:%m%y}"
    assert all(who.naissance < DAY for who in (*home.adults, *home.enfants))


def test_the_names_to_measure_with_are_not_those_to_build_with():
    first, second = POOLS[Family.A], POOLS[Family.B]
    for kind in ("noms", "femmes", "hommes"):
        assert not set(getattr(first, kind)) & set(getattr(second, kind))
    assert not set(first.world.villes) & set(second.world.villes)
    assert not set(first.world.employeurs) & set(second.world.employeurs)


def test_a_social_security_number_bears_its_key():
    home = household(Family.B, Random(5), DAY, Office("62340", "062", "X"))
    digits = social_security(home.demandeur, Random(1)).replace(" ", "")
    assert int(digits[13:]) == 97 - int(digits[:13]) % 97
