"""How member states of the Union write their identity papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from training.canvas import Ink
from training.papers.card_faces import dotted, spaced
from training.people import Someone


@dataclass(frozen=True, slots=True)
class State:
    """How a state writes its cards. ``labels``: of names, given names, birth, place, nationality, number, expiry.

    ``kind``: the first five characters of the zone; ``nation``: three, with fillers where they are fewer.
    """

    nation: str
    kind: str
    head: tuple[str, str]
    labels: tuple[str, str, str, str, str, str, str]
    adjective: str
    tint: Ink
    day: Callable[[date], str] = spaced

    def rows(self, who: Someone, number: str, expiry: date) -> list[tuple[str, str]]:
        values = (
            who.nom.upper(),
            who.prenoms.upper(),
            f"{self.day(who.naissance)}    {who.sexe}",
            who.lieu.upper(),
            self.adjective,
            number,
            self.day(expiry),
        )
        return list(zip(self.labels, values, strict=True))


ITALY = State(
    "ITA",
    "C<ITA",
    ("REPUBBLICA ITALIANA – MINISTERO DELL'INTERNO", "CARTA DI IDENTITÀ / IDENTITY CARD"),
    (
        "COGNOME / SURNAME",
        "NOME / NAME",
        "LUOGO E DATA DI NASCITA / PLACE AND DATE OF BIRTH",
        "COMUNE DI NASCITA",
        "CITTADINANZA / NATIONALITY",
        "NUMERO / NUMBER",
        "SCADENZA / EXPIRY",
    ),
    "ITA",
    (200, 220, 206),
    dotted,
)
SPAIN = State(
    "ESP",
    "IDESP",
    ("REINO DE ESPAÑA", "DOCUMENTO NACIONAL DE IDENTIDAD"),
    (
        "APELLIDOS / SURNAMES",
        "NOMBRE / NAME",
        "FECHA DE NACIMIENTO   SEXO",
        "LUGAR DE NACIMIENTO",
        "NACIONALIDAD",
        "NUM SOPORT / IDESP",
        "VALIDEZ / VALID UNTIL",
    ),
    "ESP",
    (224, 208, 216),
)
POLAND = State(
    "POL",
    "P<POL",
    ("RZECZPOSPOLITA POLSKA", "PASZPORT / PASSPORT / PASSEPORT"),
    (
        "1. NAZWISKO / SURNAME / NOM",
        "2. IMIONA / GIVEN NAMES / PRÉNOMS",
        "4. DATA URODZENIA / DATE OF BIRTH   5. PŁEĆ / SEX",
        "6. MIEJSCE URODZENIA / PLACE OF BIRTH",
        "3. OBYWATELSTWO / NATIONALITY",
        "NR PASZPORTU / PASSPORT NO",
        "8. DATA UPŁYWU WAŻNOŚCI / DATE OF EXPIRY",
    ),
    "POLSKIE",
    (232, 214, 216),
    dotted,
)
PORTUGAL = State(
    "PRT",
    "I<PRT",
    ("REPÚBLICA PORTUGUESA", "CARTÃO DE CIDADÃO · CITIZEN CARD"),
    (
        "APELIDO[S] · SURNAME",
        "NOME[S] · GIVEN NAME[S]",
        "DATA DE NASCIMENTO · DATE OF BIRTH   SEXO",
        "NATURALIDADE",
        "NACIONALIDADE · NATIONALITY",
        "Nº DOCUMENTO · DOCUMENT No",
        "DATA DE VALIDADE · EXPIRY DATE",
    ),
    "PRT",
    (206, 222, 214),
)
BELGIUM = State(
    "BEL",
    "IDBEL",
    ("BELGIQUE · BELGIË · BELGIEN · BELGIUM", "CARTE D'IDENTITÉ · IDENTITEITSKAART · PERSONALAUSWEIS"),
    (
        "Nom / Name",
        "Prénoms / Given names",
        "Naissance / Date of birth     Sexe / Sex",
        "Lieu de naissance / Place of birth",
        "Nationalité / Nationality",
        "N° carte / Card No",
        "Expire le / Expires on",
    ),
    "Belge",
    (230, 222, 196),
    dotted,
)
GERMANY = State(
    "D<<",
    "IDD<<",
    ("BUNDESREPUBLIK DEUTSCHLAND", "PERSONALAUSWEIS · IDENTITY CARD · CARTE D'IDENTITÉ"),
    (
        "[a] Name / Surname / Nom",
        "Vornamen / Given names / Prénoms",
        "Geburtstag / Date of birth",
        "Geburtsort / Place of birth",
        "Staatsangehörigkeit / Nationality",
        "Ausweisnummer",
        "Gültig bis / Date of expiry",
    ),
    "DEUTSCH",
    (204, 222, 222),
    dotted,
)
ROMANIA = State(
    "ROU",
    "IDROU",
    ("ROUMANIE · ROMÂNIA · ROMANIA", "CARTE D'IDENTITÉ · CARTE DE IDENTITATE · IDENTITY CARD"),
    (
        "Nume / Nom / Last name",
        "Prenume / Prénom / First name",
        "CNP · Data nașterii · Sex",
        "Loc naștere / Lieu de naissance / Place of birth",
        "Cetățenie / Nationalité / Nationality",
        "SERIA RX NR",
        "Valabilitate / Validité / Validity",
    ),
    "Română / ROU",
    (222, 226, 238),
    dotted,
)
LUXEMBOURG = State(
    "LUX",
    "P<LUX",
    ("GRAND-DUCHÉ DE LUXEMBOURG · GROUSSHERZOGTUM LËTZEBUERG", "PASSEPORT · PASS · REISEPASS"),
    (
        "Nom / Name / Surname",
        "Prénoms / Vornamen / Given names",
        "Date de naissance / Geburtsdatum   Sexe",
        "Lieu de naissance / Geburtsort",
        "Nationalité / Staatsangehörigkeit",
        "Passeport n° / Pass-Nr.",
        "Date d'expiration / Gültig bis",
    ),
    "LUXEMBOURGEOISE",
    (228, 212, 214),
)
