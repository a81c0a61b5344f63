"""A rule over every way of filling in its unknown facts, all at once.

The fillings are numbered, and a set of fillings is the bits of one integer, so that "every filling with this outcome
carries that duty" is a single comparison. Only the facts that a line really reads are filled in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from knowledge.facts import NUMBERS, SMALLEST_STEP, Fact
from knowledge.rule import Line, Rule
from knowledge.words import FALL_UNDER_REFUSE, MANAGERS_DUTIES, STRICTEST_FIRST, Duty, Outcome

WANTS = "wants_to_accept"


class NeedsFact(Exception):
    """A condition read a fact that is not known."""


class Reading:
    """Facts and figures by name; reading one that is not known raises NeedsFact."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, object]):
        self._values = values

    def __getattr__(self, name: str):
        try:
            return self._values[name]
        except KeyError:
            raise NeedsFact(name) from None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rule over all fillings: the strictest outcome, the duties of every filling that has it, and what could move it.

    ``certain`` are the keys of the lines that hold in every filling, ``deciding`` that of the line giving the outcome.
    """

    outcome: Outcome
    duties: tuple[Duty, ...]
    certain: tuple[str, ...]
    deciding: str
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a rule can come to: the outcomes of its fillings, strictest first, and the values of each fact it reads."""

    outcomes: tuple[Outcome, ...]
    facts: Mapping[str, tuple[object, ...]]


def judge(rule: Rule, known: Mapping[str, object], figures: Mapping[str, object]) -> Verdict:
    """The verdict on the facts that are known (typed, None where not) under the figures in force."""
    space, true, unwilling = _filled(rule, known, figures)
    now = space.cube({fact.name: None for fact in rule.facts if fact.name in space.domains and fact.unknown_counts})
    return _verdict(rule, space, true, unwilling, now)


def reach(rule: Rule, known: Mapping[str, object], figures: Mapping[str, object]) -> Reach:
    """All that the facts that are not known could still make of a rule, under the figures in force."""
    space, true, unwilling = _filled(rule, known, figures)
    _, outcomes, _ = _outcomes(rule, space, true, unwilling)
    return Reach(tuple(word for word in STRICTEST_FIRST if outcomes.get(word)), space.domains)


def _filled(rule: Rule, known: Mapping[str, object], figures: Mapping[str, object]) -> tuple["Space", list[int], int]:
    """The fillings of what is not known, where each line's condition holds, and where the person is not willing."""
    values = {name: value for name, value in known.items() if value is not None} | dict(figures)
    facts = {fact.name: fact for fact in rule.facts}
    branches = [_branches(line.when, values, facts) for line in rule.lines]
    asked = {name for found in branches for partial, _ in found for name in partial}
    if WANTS in facts and WANTS not in values:
        asked.add(WANTS)
    order = [fact for fact in rule.facts if fact.name in asked]
    space = Space({fact.name: ways(fact, Reading(values)) for fact in order})
    true = [reduce(or_, (space.cube(partial) for partial, holds in found if holds), 0) for found in branches]
    unwilling = space.all if values.get(WANTS) is False else space.cube({WANTS: False}) if WANTS in asked else 0
    return space, true, unwilling


def ways(fact: Fact, reading: Reading) -> tuple[object, ...]:
    """Every way of filling a fact in: all its values, or for a number both sides of each boundary.

    Where it counts that a fact is not known, None is one more way.
    """
    unknown = (None,) if fact.unknown_counts else ()
    if fact.kind == "bool":
        return (True, False, *unknown)
    if fact.kind == "choice":
        return (*fact.values, *unknown)
    if fact.kind not in NUMBERS or fact.boundaries is None:
        raise TypeError(f"a line reads {fact.name}, which has no list of values and no boundaries")
    edges = {edge for edge in fact.boundaries(reading) if edge >= 0}
    return tuple(sorted(edges | {edge + SMALLEST_STEP for edge in edges})) or (SMALLEST_STEP,)


def _branches(when: Callable[[Reading], bool], values: Mapping, facts: Mapping[str, Fact]) -> list[tuple[dict, bool]]:
    """The condition as a list of partial fillings with its truth, filling in a fact only when it is read."""
    found, open_ = [], [{}]
    while open_:
        partial = open_.pop()
        try:
            found.append((partial, bool(when(Reading({**values, **partial})))))
        except NeedsFact as needs:
            fact = facts[needs.args[0]]
            open_ += [{**partial, fact.name: value} for value in ways(fact, Reading(values))]
    return found


class Space:
    """All fillings of some facts, numbered; sets of fillings are integers."""

    def __init__(self, domains: Mapping[str, tuple[object, ...]]):
        self.domains = domains
        self.strides, size = {}, 1
        for name, values in domains.items():
            self.strides[name] = size
            size *= len(values)
        self.size, self.all = size, (1 << size) - 1
        self.planes = {name: self._planes(name) for name in domains}

    def _planes(self, name: str) -> tuple[int, ...]:
        stride, count = self.strides[name], len(self.domains[name])
        run = ((1 << stride) - 1) * (self.all // ((1 << (stride * count)) - 1))
        return tuple(run << (stride * place) for place in range(count))

    def cube(self, partial: Mapping[str, object]) -> int:
        """The fillings that agree with a partial one."""
        found = self.all
        for name, value in partial.items():
            found &= self.planes[name][self.domains[name].index(value)]
        return found

    def depends(self, name: str, fillings: int) -> bool:
        """Whether two fillings that differ in this fact alone are one in the set and one not."""
        stride = self.strides[name]
        sides = {(fillings & plane) >> (stride * place) for place, plane in enumerate(self.planes[name])}
        return len(sides) > 1


def _verdict(rule: Rule, space: Space, true: list[int], unwilling: int, now: int) -> Verdict:
    """The verdict over the fillings ``now``; what could move it is looked for in all of them."""
    held, outcomes, given = _outcomes(rule, space, true, unwilling)
    duties = _duties(rule.lines, held, outcomes, unwilling)
    outcome = next(word for word in STRICTEST_FIRST if outcomes.get(word, 0) & now)
    theirs = outcomes[outcome] & now
    sets = [*outcomes.values(), *duties.values()]
    return Verdict(
        outcome,
        tuple(duty for duty in Duty if duty in duties and not theirs & ~duties[duty]),
        tuple(line.key for line in rule.lines if not now & ~held[line.key]),
        next(line.key for line in rule.lines if given.get(line.key, 0) & theirs),
        tuple(name for name in space.domains if any(space.depends(name, fillings) for fillings in sets)),
    )


def _outcomes(rule: Rule, space: Space, true: list[int], unwilling: int):
    """Where each line holds, where each outcome is reached, and where each line is the one that gives it."""
    held: dict[str, int] = {}
    given: dict[str, int] = {}
    outcomes: dict[Outcome, int] = {}
    above, open_ = 0, space.all
    for line, fillings in zip(rule.lines, true, strict=True):
        held[line.key] = fillings & ~above if line.otherwise else fillings
        if line.gives:
            above |= held[line.key]
            given[line.key] = held[line.key] & open_
            outcomes[line.gives] = outcomes.get(line.gives, 0) | given[line.key]
            open_ &= ~held[line.key]
    if open_:
        raise ValueError(f"no line of {rule.situation} for {rule.role} holds for some of the facts")
    turned_down = outcomes.get(Outcome.APPROVAL, 0) & unwilling
    if turned_down:
        outcomes[Outcome.APPROVAL] &= ~turned_down
        outcomes[Outcome.DECLINE] = outcomes.get(Outcome.DECLINE, 0) | turned_down
    for line in rule.lines:
        if line.under:
            held[line.key] &= reduce(or_, (outcomes.get(word, 0) for word in line.under))
    return held, outcomes, given


def _duties(lines: tuple[Line, ...], held: dict[str, int], outcomes: dict, unwilling: int) -> dict[Duty, int]:
    """Where each duty is carried."""
    refused = outcomes.get(Outcome.REFUSE, 0)
    carried: dict[Duty, int] = {}
    for line in lines:
        for duty in line.duties:
            carried[duty] = carried.get(duty, 0) | held[line.key]
    for duty in carried:
        if duty in MANAGERS_DUTIES:
            carried[duty] &= ~unwilling
        if duty in FALL_UNDER_REFUSE:
            carried[duty] &= ~refused
    if Duty.RECORD_NOT_REQUIRED in carried:
        carried[Duty.RECORD_NOT_REQUIRED] &= ~carried.get(Duty.RECORD, 0)
    return carried
