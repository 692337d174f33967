"""Who holds the papers of which nationality, and how papers write nationalities.

A household may have nobody but French people, and yet its card has to be drawn: somebody is then of another
nationality on all its cards, though born in France.
"""

from __future__ import annotations

from dataclasses import replace

from training.desk import Desk
from training.people import Household, Someone

ADJECTIVES = {
    "BEL": "belge",
    "BRA": "brésilienne",
    "CIV": "ivoirienne",
    "DZA": "algérienne",
    "GIN": "guinéenne",
    "MAR": "marocaine",
    "MLI": "malienne",
    "POL": "polonaise",
    "PRT": "portugaise",
    "ROU": "roumaine",
    "SEN": "sénégalaise",
    "TUN": "tunisienne",
    "TUR": "turque",
    "UKR": "ukrainienne",
    "VNM": "vietnamienne",
}
FAR = ("MLI", "SEN", "MAR", "TUN", "CIV", "TUR", "BRA", "GIN", "VNM")
UNION = ("PRT", "POL", "ROU", "BEL")
"""Of member states, whose nationals need no permit."""


def french(desk: Desk, home: Household) -> Someone:
    return desk.rng.choice(all_french(home))


def all_french(home: Household) -> list[Someone]:
    """Return the French adults, or when there are none all adults: many were naturalised."""
    return [who for who in home.adults if who.nation == "FRA"] or home.adults


def foreigner(desk: Desk, home: Household) -> Someone:
    """Return an adult from neither the Union nor Algeria, whose nationals have permits of their own."""
    return _of(desk, home, FAR)


def algerian(desk: Desk, home: Household) -> Someone:
    return _of(desk, home, ("DZA",))


def european(desk: Desk, home: Household) -> Someone:
    return _of(desk, home, UNION)


def refugee(desk: Desk, home: Household) -> Someone:
    return _of(desk, home, ("GIN", "MLI", "CIV", "TUR", "SEN"))


def ukrainian(desk: Desk, home: Household) -> Someone:
    return _of(desk, home, ("UKR",))


def citizen(home: Household, nation: str) -> Someone:
    """Return an adult of ``nation``: one who is, or else one who could be."""
    for wanted in (nation, "FRA"):
        for who in home.adults:
            if who.nation == wanted:
                return replace(who, nation=nation)
    return replace(home.demandeur, nation=nation)


def _of(desk: Desk, home: Household, nations: tuple[str, ...]) -> Someone:
    """Return an adult of one of ``nations``; when there is none, of one that stays the same for the household."""
    fitting = [who for who in home.adults if who.nation in nations]
    return desk.rng.choice(fitting) if fitting else citizen(home, nations[int(home.fiscal) % len(nations)])
