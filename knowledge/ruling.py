"""Rulings: what the policy makes of the facts of a situation, known or not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import SimpleNamespace

from knowledge.clauses import Library, load_library
from knowledge.editions.overlay import library_on
from knowledge.editions.rewording import quote_as_now
from knowledge.errors import Sayable
from knowledge.facts import Fact, read_facts
from knowledge.fillings import Verdict, judge
from knowledge.ledger.landing import Landed, landed_on
from knowledge.ledger.telling import decided_sentence
from knowledge.policies.employee_code_of_conduct.rules import RULES as CODE_RULES
from knowledge.policies.employee_code_of_conduct.rules import school
from knowledge.policies.members_ict_scheme.rules import RULES as SCHEME_RULES
from knowledge.rule import Cite, Rule
from knowledge.values import value
from knowledge.words import AUDIENCES, EMPLOYEE, ROLES, Duty, Outcome

RULES = {(rule.situation, rule.role): rule for rule in CODE_RULES + SCHEME_RULES}


@dataclass(frozen=True, slots=True)
class Finding:
    """A clause by id, words of it verbatim, why it applies in the person's own facts, and the key of the line.

    ``unreviewed``: the clause was changed, and HR have not yet read the rule beside it again.
    """

    clause: str
    quote: str
    because: str
    line: str
    audience: str
    unreviewed: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the policy makes of a situation.

    ``findings`` are those of ``lines``, which hold whatever the unknown facts are (``certain``), then those of the line
    that gives the outcome, ``gives``, then those of what HR decided. ``unknown`` are the facts that could still change
    outcome or duties. ``approver`` and ``receivers`` are role words. ``ledger`` are the ambiguities it lands on, with
    how each was read.
    """

    situation: str
    outcome: str
    duties: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    certain: tuple[Finding, ...] = ()
    lines: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    approver: str | None = None
    receivers: tuple[str, ...] = ()
    advisory: bool = False
    gives: str = ""
    ledger: tuple[Landed, ...] = ()


def assess(situation: str, role: str, facts: Mapping[str, object], on: date) -> Ruling:
    """Rule on a situation for a role (``employee``, ``councillor``) under the figures in force on a day.

    Facts come as on the wire (money as decimal strings or numbers in pounds, dates as ISO text) or typed; null or
    absent is unknown. Raises Sayable for a situation, role or fact that cannot be read, LookupError where no figure
    is in force. Facts of other situations are passed over. Where the situation is not for this role the ruling is
    ``not_covered``, whatever the facts.
    """
    rule = rule_for(situation, role)
    if rule is None:
        return Ruling(situation, Outcome.NOT_COVERED)
    verdict, known, figures = _weighed(rule, facts, on)
    lines = {*verdict.certain, verdict.deciding}
    return _ruling(rule, verdict, known, figures, landed_on(situation, role, lines, known, on), library_on(on))


def verdict_on(situation: str, role: str, facts: Mapping[str, object], on: date) -> Verdict | None:
    """The verdict behind what ``assess`` gives for the same facts, without the clauses and the words for them.

    None where the situation is not for this role. Raises what ``assess`` raises.
    """
    rule = rule_for(situation, role)
    return _weighed(rule, facts, on)[0] if rule else None


def fact_names(situation: str, role: str) -> tuple[Fact, ...]:
    """The facts that may be given, in the order of SITUATIONS; none where the situation is not for this role."""
    rule = rule_for(situation, role)
    return rule.facts if rule else ()


def check_facts(situation: str, role: str, facts: Mapping[str, object]) -> dict[str, object]:
    """The facts typed, unknown ones as None or their default; Sayable naming the fact and what is allowed.

    Where the situation is not for this role there is nothing to read, and nothing is given.
    """
    rule = rule_for(situation, role)
    return read_facts(rule.facts, facts) if rule else {}


def rule_for(situation: str, role: str) -> Rule | None:
    """The rule of a situation, None where its audience does not hold the role; Sayable where there is no such rule."""
    if role not in ROLES:
        raise Sayable(f"The role must be one of {', '.join(ROLES)}.")
    rule = RULES.get((situation, role))
    if rule is None and role in AUDIENCES.get(situation, ROLES):
        can = ", ".join(name for name, whose in RULES if whose == role)
        whom = f"for {'an' if role == EMPLOYEE else 'a'} {role}"
        raise Sayable(f"{situation!s:.60} cannot be assessed {whom}. The situations that can are {can}.")
    return rule


def _weighed(rule: Rule, facts: Mapping[str, object], on: date) -> tuple[Verdict, dict, dict]:
    known = read_facts(rule.facts, facts)
    if rule.role == EMPLOYEE:
        known["school_employee"] = school.is_school_staff(known)
    figures = {name: value(name, on).amount for name in rule.figures}
    deciding = tuple(known[fact.name] for fact in rule.facts if fact.rules)
    return _judged(rule.situation, rule.role, deciding, tuple(figures.values())), known, figures


@lru_cache(maxsize=4096)
def _judged(situation: str, role: str, deciding: tuple, figures: tuple) -> Verdict:
    rule = RULES[situation, role]
    names = (fact.name for fact in rule.facts if fact.rules)
    return judge(rule, dict(zip(names, deciding, strict=True)), dict(zip(rule.figures, figures, strict=True)))


def _ruling(
    rule: Rule, verdict: Verdict, known: dict, figures: dict, ledger: tuple[Landed, ...], library: Library
) -> Ruling:
    manager = school.manager_of(known)
    advisory = school.is_advisory(known) and verdict.outcome is not Outcome.NOT_COVERED
    said = SimpleNamespace(
        **known,
        **figures,
        situation=rule.situation,
        outcome=verdict.outcome,
        **school.words_for(known),
        unsure=bool(verdict.unknown),
        cited={*verdict.certain, verdict.deciding},
    )
    first = [("advisory", school.ADVISORY)] if advisory else []
    certain = _findings(rule, [*first, *_cites(rule, verdict.certain)], said, library)
    deciding = _findings(rule, _cites(rule, (verdict.deciding,)), said, library)
    asked = rule.approver if verdict.outcome is Outcome.APPROVAL else None
    approver = school.in_place_of(asked, manager) if asked else None
    return Ruling(
        situation=rule.situation,
        outcome=verdict.outcome,
        duties=verdict.duties,
        findings=(*_once([*certain, *deciding]), *_decided(rule, ledger, (*certain, *deciding), library)),
        certain=certain,
        lines=verdict.certain,
        unknown=verdict.unknown,
        approver=approver,
        receivers=_receivers(rule, verdict, approver, manager),
        advisory=advisory,
        gives=verdict.deciding,
        ledger=ledger,
    )


def _decided(rule: Rule, ledger: tuple[Landed, ...], shown: tuple[Finding, ...], library: Library) -> Iterator[Finding]:
    """What HR decided, beside a passage that it is about: one that is not shown already, where there is one."""
    clauses = {finding.clause for finding in shown}
    for landed in ledger:
        if landed.decision and landed.passages:
            passage = next((each for each in landed.passages if each.clause not in clauses), landed.passages[0])
            because, key = decided_sentence(landed.decision), landed.entry.id
            yield _finding(passage.clause, passage.words, False, because, key, rule, library)


def _receivers(rule: Rule, verdict: Verdict, approver: str | None, manager: str) -> tuple[str, ...]:
    """The manager where the duties say so, unless asked anyway, then those of the outcome and those of the duties."""
    told = (manager,) if Duty.TELL_MANAGER in verdict.duties and approver != manager else ()
    words = (word for key in (verdict.outcome, *verdict.duties) for word in rule.receivers.get(key, ()))
    return tuple(dict.fromkeys((*told, *(school.in_place_of(word, manager) for word in words))))


def _cites(rule: Rule, keys: tuple[str, ...]) -> Iterator[tuple[str, Cite]]:
    return ((line.key, cite) for line in rule.lines if line.key in keys for cite in line.cites)


def _findings(
    rule: Rule, cites: Iterable[tuple[str, Cite]], said: SimpleNamespace, library: Library
) -> tuple[Finding, ...]:
    return _once(
        _finding(cite.clause_id, cite.words, cite.exact, cite.because(said), key, rule, library)
        for key, cite in cites
        if cite.when(said)
    )


def _finding(clause_id: str, words: str, exact: bool, because: str, key: str, rule: Rule, library: Library) -> Finding:
    """One unbroken run of the clause: the sentences and items that hold the words, or the words alone."""
    clause = library.get(clause_id)
    quoted = quote_as_now(load_library().get(clause_id), clause, words, exact)
    return Finding(clause_id, quoted, because, key, rule.role, clause.unreviewed)


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The same words of the same clause are shown once, where they come first."""
    first: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        first.setdefault((finding.clause, finding.quote), finding)
    return tuple(first.values())
