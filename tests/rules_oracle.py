"""A ruling by trying every filling one after another, from a plain restatement of the rule that knows nothing else."""

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from knowledge.ruling import Ruling

HARDEST_FIRST = (
    "refuse decline approval register declare report acknowledge notify advice signpost may_accept not_required "
    "not_covered"
).split()

Domains = Mapping[str, tuple]
Plain = Callable[[dict], tuple[str, set[str]]]


def by_trying_every_filling(plain: Plain, domains: Domains, known: Mapping[str, object]):
    """Outcome, duties and unknown facts; ``plain`` gives outcome and duties of facts that are all known."""
    open_ = [name for name in domains if known[name] is None]
    results = {}
    for filling in product(*(domains[name] for name in open_)):
        outcome, duties = plain({**known, **dict(zip(open_, filling, strict=True))})
        results[filling] = outcome, frozenset(duties)
    outcome = min((each for each, _ in results.values()), key=HARDEST_FIRST.index)
    duties = frozenset.intersection(*(each for got, each in results.values() if got == outcome))
    unknown = [name for place, name in enumerate(open_) if _matters(place, results)]
    return outcome, duties, unknown


def _matters(place: int, results: dict) -> bool:
    seen: dict = {}
    for filling, result in results.items():
        seen.setdefault(filling[:place] + filling[place + 1 :], set()).add(result)
    return any(len(different) > 1 for different in seen.values())


def known_or_not(domains: Domains) -> Iterator[dict]:
    """Every way in which each fact has one of its values or is unknown."""
    for values in product(*((None, *domain) for domain in domains.values())):
        yield dict(zip(domains, values, strict=True))


def disagreements(assess: Callable[..., Ruling], plain: Plain, domains: Domains, **absent: object) -> list[dict]:
    """The facts for which the ruling is not what the restatement gives; ``absent`` is what an absent fact counts as."""
    wrong = []
    for facts in known_or_not(domains):
        ruling = assess(**facts)
        counted = {name: absent.get(name) if value is None else value for name, value in facts.items()}
        outcome, duties, unknown = by_trying_every_filling(plain, domains, counted)
        if (ruling.outcome, set(ruling.duties), list(ruling.unknown)) != (outcome, duties, unknown):
            wrong.append(facts)
    return wrong
