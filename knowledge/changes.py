"""What would change a ruling: the smallest sets of other facts that lead to another outcome, proven by the rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from knowledge.facts import NUMBERS, SMALLEST_STEP, Fact
from knowledge.fillings import NeedsFact, Reading, Verdict, ways
from knowledge.rule import Rule
from knowledge.ruling import check_facts, rule_for, verdict_on
from knowledge.values import value
from knowledge.words import STRICTEST_FIRST, Duty, Outcome

THEIRS_TO_CHOOSE = (
    "wants_to_accept", "value", "what", "purpose", "activity", "has_business_case", "supplied_by_it", "in_toolkit",
    "security_software", "equipment", "hours_per_week_total", "recipient", "loyalty_card", "category",
    "council_business",
)  # fmt: skip
"""Facts that a person can still choose, in the order in which they are named; all others lie as they lie."""


@dataclass(frozen=True, slots=True)
class Change:
    """Other values of one or two facts (typed), and what the rule then comes to.

    ``unknown`` are the facts that could still move it then. ``over`` names the numbers that lie just over a boundary;
    the others are the boundary itself, and stand for what is less.
    """

    facts: Mapping[str, object]
    outcome: Outcome
    duties: tuple[Duty, ...]
    unknown: tuple[str, ...] = ()
    over: tuple[str, ...] = ()


def what_would_change(situation: str, role: str, facts: Mapping[str, object], on: date) -> tuple[Change, ...]:
    """Give the smallest sets of changed facts that lead to another outcome, single facts first.

    Two facts together are given only for an outcome that no single fact leads to, and only where neither of the two
    changes the outcome alone. What is not known may be filled in; that something known were not known is no change. Of
    a number the nearest value on the other side of a boundary is given. First comes what a person can choose, then the
    milder outcome. Facts come as ``assess`` takes them, and raise what it raises; empty where the situation is not for
    this role.
    """
    return _in_order(_Trial(situation, role, facts, on).other_outcomes())


def what_would_change_duties(situation: str, role: str, facts: Mapping[str, object], on: date) -> tuple[Change, ...]:
    """Give the single changed facts under which the outcome stays and other duties come with it.

    Takes and raises what ``what_would_change`` does.
    """
    return _in_order(_Trial(situation, role, facts, on).other_duties())


class _Trial:
    """One case, and its rule tried on other facts."""

    def __init__(self, situation: str, role: str, facts: Mapping[str, object], on: date):
        self.where, self.given, self.on = (situation, role), facts, on
        self.rule = rule_for(situation, role)
        self.known = check_facts(situation, role, facts)
        self.now = verdict_on(situation, role, facts, on)
        self.ways = self._all_ways() if self.rule else {}

    def other_outcomes(self) -> list[Change]:
        if self.rule is None:
            return []
        tried = [(change, self._try(change)) for change in self._singles()]
        found = [(change, then) for change, then in tried if then.outcome is not self.now.outcome]
        still = [change for change, then in tried if then.outcome is self.now.outcome]
        reached = {then.outcome for _, then in found}
        if reachable(self.rule) - reached - {self.now.outcome}:
            found += [(both, then) for both, then in self._pairs(still) if then.outcome not in reached]
        return self._changes(_nearest(found, self.known))

    def other_duties(self) -> list[Change]:
        if self.rule is None:
            return []
        tried = [(change, self._try(change)) for change in self._singles()]
        same = [each for each in tried if each[1].outcome is self.now.outcome and each[1].duties != self.now.duties]
        return self._changes(_nearest(same, self.known))

    def _all_ways(self) -> dict[str, tuple[object, ...]]:
        """Every way of filling in each fact that a line may read."""
        values = {name: known for name, known in self.known.items() if known is not None}
        reading = Reading(values | {name: value(name, self.on).amount for name in self.rule.figures})
        return {fact.name: _ways(fact, reading) for fact in self.rule.facts}

    def _changes(self, found: list[tuple[dict, Verdict]]) -> list[Change]:
        return [Change(at, then.outcome, then.duties, then.unknown, self._over(at)) for at, then in found]

    def _over(self, change: Mapping[str, object]) -> tuple[str, ...]:
        numbers = ((name, at) for name, at in change.items() if not isinstance(at, bool | str))
        return tuple(name for name, at in numbers if at - SMALLEST_STEP in self.ways[name])

    def _try(self, change: Mapping[str, object]) -> Verdict:
        return verdict_on(*self.where, {**self.given, **change}, self.on)

    def _singles(self) -> Iterator[dict[str, object]]:
        for name, others in self.ways.items():
            for other in others:
                if other is not None and other != self.known[name]:
                    yield {name: other}

    def _pairs(self, singles: list[dict[str, object]]) -> Iterator[tuple[dict[str, object], Verdict]]:
        for one, other in combinations(singles, 2):
            both = {**one, **other}
            if len(both) == 2 and (then := self._try(both)).outcome is not self.now.outcome:
                yield both, then


def reachable(rule: Rule) -> set[Outcome]:
    """Give the outcomes that a rule can come to; who turns an offer down makes an approval a ``decline``."""
    gives = {line.gives for line in rule.lines if line.gives}
    wishes = any(fact.name == "wants_to_accept" for fact in rule.facts)
    return gives | ({Outcome.DECLINE} if wishes and Outcome.APPROVAL in gives else set())


def _ways(fact: Fact, reading: Reading) -> tuple[object, ...]:
    """The ways of filling in a fact that a line may read; none for a number without boundaries, which moves none."""
    if not fact.rules or (fact.kind in NUMBERS and fact.boundaries is None):
        return ()
    try:
        return ways(fact, reading)
    except NeedsFact:
        return ()


def _nearest(found: list[tuple[dict, Verdict]], known: Mapping[str, object]) -> list[tuple[dict, Verdict]]:
    """The changes found; of a number that leads to the same result from several values, only the nearest."""
    kept: dict[tuple, tuple[dict, Verdict]] = {}
    for change, then in found:
        alike = (then.outcome, then.duties, *((name, *_place(name, at, known)) for name, at in change.items()))
        if alike not in kept or _distance(change, known) < _distance(kept[alike][0], known):
            kept[alike] = change, then
    return sorted(kept.values(), key=lambda each: _distance(each[0], known))


def _place(name: str, at: object, known: Mapping[str, object]) -> tuple[object, ...]:
    """A number by the side of the known one on which it lies (where none is known, itself), a word by itself."""
    is_number = not isinstance(at, str | bool) and known[name] is not None
    return ("over" if at > known[name] else "under",) if is_number else (at,)


def _distance(change: Mapping[str, object], known: Mapping[str, object]) -> object:
    numbers = ((at, known[name]) for name, at in change.items() if not isinstance(at, str | bool))
    return sum(abs(at - before) for at, before in numbers if before is not None)


def _in_order(changes: list[Change]) -> tuple[Change, ...]:
    """One fact before two, what can be chosen before what cannot, the milder outcome before the stricter."""
    return tuple(sorted(changes, key=lambda each: (len(each.facts), _choice(each), -_strictness(each))))


def _choice(change: Change) -> int:
    last = len(THEIRS_TO_CHOOSE)
    return max(THEIRS_TO_CHOOSE.index(name) if name in THEIRS_TO_CHOOSE else last for name in change.facts)


def _strictness(change: Change) -> int:
    return STRICTEST_FIRST.index(change.outcome)
