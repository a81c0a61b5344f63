"""An oracle for rules: every filling of the unknown facts tried one after another, written without the engine."""

from itertools import product

from knowledge.ruling import Ruling, fact_names

HARDEST_FIRST = (
    "refuse decline approval register declare report acknowledge notify advice signpost may_accept not_required "
    "not_covered".split()
)
MANAGERS = {"manager_approval", "senior_manager_approval", "manager_decides"}


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


def every_value(fact, facts):
    """All values of a yes/no fact or a choice."""
    return fact.values or (True, False)


def every_filling(facts, names, rule, values_of=every_value):
    """Outcome, duties and unknown facts, by trying every filling one after another."""
    open_ = [fact for fact in names if facts[fact.name] is None]
    domains = {fact.name: values_of(fact, facts) for fact in open_}
    results = {
        filling: rule({**facts, **dict(zip(domains, filling, strict=True))}) for filling in product(*domains.values())
    }
    outcome = min((result[0] for result in results.values()), key=HARDEST_FIRST.index)
    duties = frozenset.intersection(*(each for got, each in results.values() if got == outcome))
    unknown = set()
    for place, fact in enumerate(open_):
        seen = {}
        for filling, result in results.items():
            seen.setdefault(filling[:place] + filling[place + 1 :], set()).add(result)
        if any(len(different) > 1 for different in seen.values()):
            unknown.add(fact.name)
    return outcome, duties, unknown


def same_as_every_filling(ruling: Ruling, role, facts, rule, values_of=every_value):
    """Assert that a ruling is what trying every filling gives; ``facts`` are those that decide, None where unknown."""
    names = [fact for fact in fact_names(ruling.situation, role) if fact.name in facts]
    defaults = {fact.name: fact.default for fact in names}
    filled = {name: defaults[name] if value is None else value for name, value in facts.items()}
    outcome, duties, unknown = every_filling(filled, names, rule, values_of)
    assert (ruling.outcome, set(ruling.duties), set(ruling.unknown)) == (outcome, duties, unknown), facts
    assert list(ruling.unknown) == [fact.name for fact in names if fact.name in unknown]
    assert len(ruling.duties) == len(set(ruling.duties))
    assert ruling.findings[: len(ruling.certain)] == ruling.certain
