"""A ruling by trying every filling one after another, from a plain restatement of the rule that knows nothing else."""

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from knowledge.ruling import Ruling, fact_names

HARDEST_FIRST = (
    "refuse decline approval register declare report acknowledge notify advice signpost may_accept not_required "
    "not_covered"
).split()
MANAGERS = {"manager_approval", "senior_manager_approval", "manager_decides"}

Domains = Mapping[str, tuple]
Plain = Callable[[dict], tuple[str, set[str]]]


def plain(lines, reasons=(), wants=None):
    """Outcome and duties of facts that are all known, line by line: (outcome, holds, duties, otherwise)."""
    outcome, duties, above = None, set(), False
    for gives, holds, adds, otherwise in lines:
        if not holds or (otherwise and above):
            continue
        above = True
        outcome = outcome or gives
        duties |= set(adds)
    if wants is False:
        outcome = "decline" if outcome == "approval" else outcome
        duties -= MANAGERS
    if outcome in ("may_accept", "approval"):
        duties |= set(reasons)
    if outcome == "refuse":
        duties -= MANAGERS
    if "record" in duties:
        duties.discard("record_not_required")
    return outcome, frozenset(duties)


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


def every_value(fact, facts):
    """All values of a yes/no fact or a choice."""
    return fact.values or (True, False)


def same_as_every_filling(ruling: Ruling, role: str, facts: Mapping[str, object], rule: Plain, values_of=every_value):
    """Assert that a ruling is what trying every filling gives; ``facts`` are those that decide, None where unknown."""
    names = [fact for fact in fact_names(ruling.situation, role) if fact.name in facts]
    counted = {fact.name: fact.default if facts[fact.name] is None else facts[fact.name] for fact in names}
    domains = {fact.name: values_of(fact, counted) for fact in names}
    outcome, duties, unknown = by_trying_every_filling(rule, domains, counted)
    assert (ruling.outcome, set(ruling.duties), list(ruling.unknown)) == (outcome, duties, unknown), facts
    assert len(ruling.duties) == len(set(ruling.duties))
    assert ruling.findings[: len(ruling.certain)] == ruling.certain
