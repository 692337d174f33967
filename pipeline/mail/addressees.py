"""Who is told what became of a pli (contract, §1, « Who is told »). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pipeline.domain.receipt import Canal


class Untold(StrEnum):
    """Why nobody is told, for now or for good."""

    NON_NOTIFIABLE = "non notifiable"
    GUICHET_INCONNU = "guichet inconnu"


@dataclass(frozen=True, slots=True)
class Known:
    """The addresses that are known around a pli.

    ``guichet``: the code that the bordereau names, else the fiche. ``guichets``: reference addresses by
    code. ``companion``: the sender's ``courriel``. ``demandeur``: what the SNE holds for the demande.
    """

    guichet: str | None
    guichets: Mapping[str, str]
    companion: str | None
    demandeur: str | None

    @property
    def reference_address(self) -> str | None:
        """The address of the guichet that is named, when we know it."""
        return self.guichets.get(self.guichet) if self.guichet is not None else None


def addressees(canal: Canal, known: Known) -> tuple[str, ...] | Untold:
    """Return the addresses of the one message, or why there is nobody to write to."""
    match canal:
        case Canal.PAPIER_GUICHET:
            told = known.reference_address or known.companion
            return (told,) if told else Untold.GUICHET_INCONNU
        case Canal.PAPIER_DEMANDEUR | Canal.MEL | Canal.SMARTPHONE:
            told = known.demandeur or known.companion
            return (told,) if told else Untold.NON_NOTIFIABLE
        case Canal.PWP | Canal.SERVICES_WEB | Canal.MEL_SECURISE:
            both = {address.lower(): address for address in (known.reference_address, known.companion) if address}
            return tuple(reversed(both.values())) or Untold.NON_NOTIFIABLE
