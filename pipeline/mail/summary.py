"""What the administrator is told of each night: counts, and what asks for a person. Nothing personal. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from types import MappingProxyType

from pipeline.domain.address import is_address
from pipeline.errors import Defect
from pipeline.mail.french import count, day, instant, one_line, typeset
from pipeline.mail.message import LAYOUT

SHOWN = 20
"""Names in a list, after which the rest is counted."""
_MESSAGE_ID = re.compile(r"<[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+>")
_COUNTED: Mapping[str, str] = MappingProxyType(
    {
        "deposees": "pièces déposées",
        "refusees": "pièces refusées par le SNE",
        "sans_reponse": "pièces restées sans réponse",
        "retenues": "pièces retenues : leur pli est mis de côté ou pas encore décidé",
        "en_defaut": "pièces en défaut : voyez le journal du service",
    }
)


@dataclass(frozen=True, slots=True)
class Summary:
    """A night and what it leaves. Plis, pieces and places are named by our own names, never by a person's.

    ``counts``: in the words of ``_COUNTED``. ``late``: plis past their deadline; ``soon``: those that will be if
    nobody acts; each with what it lacks. ``uncertain``: pieces of which nobody knows whether the SNE has them.
    ``aside``: tasks set aside. ``refused``: how many addresses refuse our messages, ``questions``: how many are open.
    ``violations``: invariants that do not hold, with their place. ``head``: the hash that vouches for the whole
    journal, empty when it has no entry.
    """

    day: date
    opened: datetime
    ended: datetime
    counts: Mapping[str, int]
    late: Sequence[tuple[str, str]]
    soon: Sequence[tuple[str, str]]
    uncertain: Sequence[str]
    aside: Sequence[str]
    questions: int
    refused: int
    violations: Sequence[tuple[str, str]]
    head: str

    @property
    def to_look_at(self) -> int:
        """How many things ask for a person."""
        listed = (self.late, self.soon, self.uncertain, self.aside, self.violations)
        return sum(map(len, listed)) + self.refused


def compose_summary(summary: Summary, message_id: str, sender: str, to: str, dated: datetime) -> EmailMessage:
    """Return the message, in text. Raises Defect when something bound for a header is not of the promised form."""
    if not (is_address(sender) and is_address(to) and _MESSAGE_ID.fullmatch(message_id)):
        raise Defect("a value bound for a header of the nightly summary is not of the promised form")
    message = EmailMessage(policy=LAYOUT)
    message["From"] = Address(display_name="Numérisation du dossier unique", addr_spec=sender)
    message["To"] = Address(addr_spec=to)
    message["Subject"] = _subject(summary)
    message["Date"] = dated
    message["Message-ID"] = message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(typeset("\n".join(_lines(summary))), cte="quoted-printable")
    return message


def _subject(summary: Summary) -> str:
    asked = count(summary.to_look_at, "point") + " à voir" if summary.to_look_at else "rien à signaler"
    deposited = summary.counts.get("deposees", 0)
    return f"[Dossier unique] Nuit du {day(summary.day)} – {count(deposited, 'pièce déposée')}, {asked}"


def _lines(summary: Summary) -> Iterator[str]:
    yield f"Nuit du {day(summary.day)} : ouverte le {instant(summary.opened)}, finie le {instant(summary.ended)}."
    yield ""
    for name, words in _COUNTED.items():
        if name in {"deposees", "refusees", "sans_reponse"} or summary.counts.get(name):
            yield f"- {words} : {summary.counts.get(name, 0)}"
    if summary.questions:
        yield f"- questions ouvertes : {summary.questions} (« pli a-verifier »)"
    yield from _list("En retard", (f"{pli} : {why}" for pli, why in summary.late))
    yield from _list("Bientôt en retard si personne n'agit", (f"{pli} : {why}" for pli, why in summary.soon))
    yield from _list("Sort inconnu, le SNE n'a pas répondu (« pli deverser » le lui demande)", summary.uncertain)
    yield from _list("Travaux mis de côté (« pli etat » dit pourquoi)", summary.aside)
    if summary.refused:
        yield from ("", f"Adresses qui refusent nos messages : {summary.refused} (« pli etat » les nomme).")
    broken = (f"{invariant} : {where}" for invariant, where in summary.violations)
    yield from _list("Invariants qui ne tiennent pas (« pli verifier » dit que faire)", broken)
    yield ""
    yield "Empreinte de tête du journal, à garder : elle prouve que rien n'en a été ôté."
    yield summary.head or "(le journal est vide)"


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    """Write a list under its title; an empty one is not written, a long one is cut and says so."""
    known = [one_line(item) for item in items]
    if not known:
        return
    yield from ("", f"{title} : {len(known)}")
    yield from (f"- {item}" for item in known[:SHOWN])
    if len(known) > SHOWN:
        yield f"- et {len(known) - SHOWN} de plus"
