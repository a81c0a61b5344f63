"""What comes next, worked out from the answers alone: nothing stores a position."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from dialogs.situation import NOT_GIVEN, NOT_KNOWN, Question, Situation
from knowledge.ruling import Ruling, assess, fact_names, verdict_on

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Step:
    """The ruling so far, and the question that comes next (None: nothing is left to ask)."""

    ruling: Ruling
    question: Question | None


def facts_of(situation: Situation, answers: Mapping[str, Any], earlier_total: Decimal = Decimal(0)) -> dict[str, Any]:
    """Give the facts that a rule takes: known answers only, with what the register already holds from the giver."""
    names = {fact.name for fact in fact_names(situation.id, situation.audience)}
    known = {k: v for k, v in answers.items() if k in names and v not in (NOT_KNOWN, NOT_GIVEN)}
    facts = {**situation.assumes(known), **known, **situation.read_as(answers)}
    if "earlier_total" in names:
        facts["earlier_total"] = f"{earlier_total:.2f}"
    return facts


def next_step(
    situation: Situation,
    answers: Mapping[str, Any],
    on: date,
    earlier_total: Decimal = Decimal(0),
    about: Mapping[str, Any] = NOTHING,
) -> Step:
    """Rule on what is known and name the next question. ``about`` are facts about the person, such as their school.

    A question is asked only while its answer can still change the ruling, or where the register requires it.
    """
    ruling = rule_on(situation, {**about, **facts_of(situation, answers, earlier_total)}, on)
    open_questions = [q for q in situation.questions if q.id not in answers]
    matters = [q for q in open_questions if q.id in ruling.unknown]
    needed = [q for q in open_questions if q.needed(answers, ruling)]
    if situation.in_order:
        return Step(ruling, next((q for q in open_questions if q in matters or q in needed), None))
    return Step(ruling, next(iter((*matters, *needed)), None))


def rule_on(situation: Situation, facts: Mapping[str, Any], on: date) -> Ruling:
    """Rule on the facts; once nothing open can change it, in the terms of a person to whom nothing special applies.

    That somebody buys for the council, say, is not asked where it makes no difference, and then is not said either.
    """
    where = situation.id, situation.audience
    verdict = verdict_on(*where, facts, on)
    if verdict is None or verdict.unknown:
        return assess(*where, facts, on)
    yes_no = (fact.name for fact in fact_names(*where) if fact.matters and fact.kind == "bool")
    ordinary = {**facts, **{name: False for name in yes_no if facts.get(name) is None}}
    plain = verdict_on(*where, ordinary, on)
    same = (plain.outcome, set(plain.duties)) == (verdict.outcome, set(verdict.duties))
    return assess(*where, ordinary if same else facts, on)
