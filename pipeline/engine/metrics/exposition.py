"""The gauges as Prometheus reads them. No label names a person, a file, an address or a station."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from pipeline.engine.house import House
from pipeline.engine.metrics.reading import Reading, read
from pipeline.store.gauges import PUT_OFF
from pipeline.store.tasks import State

LEFT = (State.TODO, PUT_OFF, State.DOING, State.QUARANTINE)

Values = Iterable[tuple[Sequence[str], float]]
"""A number for each choice of labels."""


class Gauges(Collector):
    """What is read each time that somebody asks."""

    def __init__(self, house: House) -> None:
        self._house = house

    def collect(self) -> Iterator[Metric]:
        """Yield every family. Raises DatabaseTrouble."""
        found = read(self._house)
        yield from _of_tasks(found)
        yield from _of_plis(found)
        yield from _of_checks(found)
        yield from _of_machines(found)


def text(house: House) -> str:
    """Return the gauges of a workspace, one a line. Raises DatabaseTrouble."""
    registry = CollectorRegistry()
    registry.register(Gauges(house))
    return generate_latest(registry).decode()


def _of_tasks(found: Reading) -> Iterator[Metric]:
    left = (((kind, state), left.counts.get(state, 0)) for kind, left in found.tasks.items() for state in LEFT)
    yield _gauge("pli_taches", "Travaux qui ne sont pas finis.", ("genre", "etat"), left)
    oldest = (((kind,), _age(left.oldest, found.instant)) for kind, left in found.tasks.items())
    yield _gauge("pli_tache_plus_ancienne_secondes", "Depuis quand le plus ancien travail attend.", ("genre",), oldest)


def _of_plis(found: Reading) -> Iterator[Metric]:
    yield _gauge("pli_plis_ouverts", "Plis qui ne sont pas finis.", ("echeance",), _each(found.plis.items()))
    yield _gauge("pli_depots", "Pièces à déposer, ou parties sans réponse.", ("etat",), _each(found.deposits.items()))
    yield _gauge("pli_messages", "Messages qui attendent, ou refusés.", ("etat",), _each(found.mails.items()))


def _of_checks(found: Reading) -> Iterator[Metric]:
    yield _gauge("pli_liste_de_confiance_jours", "Jours que la liste 2D-Doc tient.", (), [((), found.trusted_days)])
    if (check := found.check) is not None:
        broken = _each(check.broken.items())
        yield _gauge("pli_invariants_rompus", "Ce que le dernier contrôle a trouvé.", ("invariant",), broken)
        at = [((), check.at.timestamp())]
        yield _gauge("pli_controle_horodatage_secondes", "Quand fut le dernier contrôle.", (), at)


def _of_machines(found: Reading) -> Iterator[Metric]:
    pages = CounterMetricFamily("pli_pages_lues", "Pages lues.", labels=("machine",))
    for machine, count in found.pages.items():
        pages.add_metric((machine,), count)
    yield pages
    known = Counter({(it.process.machine, it.process.role): 0 for it in found.processes})
    known.update((it.process.machine, it.process.role) for it in found.processes if not it.is_silent)
    yield _gauge("pli_processus_vivants", "Processus qui donnent signe.", ("machine", "role"), known.items())
    free = (((name,), disk.free) for name, disk in found.disks.items())
    yield _gauge("pli_disque_libre_octets", "Place libre, sur cette machine.", ("dossier",), free)
    whole = (((name,), disk.octets) for name, disk in found.disks.items())
    yield _gauge("pli_disque_octets", "Taille du disque, sur cette machine.", ("dossier",), whole)


def _gauge(name: str, what: str, labels: Sequence[str], values: Values) -> Metric:
    family = GaugeMetricFamily(name, what, labels=labels)
    for chosen, value in values:
        family.add_metric(chosen, value)
    return family


def _each(counts: Iterable[tuple[str, int]]) -> Values:
    return (((name,), count) for name, count in counts)


def _age(since: float | None, instant: float) -> float:
    return max(0.0, instant - since) if since is not None else 0.0
