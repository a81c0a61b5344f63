"""Every value of every fact that a rule reads, or that a situation keeps: a person can say or press it."""

import functools
from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, Decimal

from dialogs.drafting import usable
from dialogs.people import Person, school_facts
from dialogs.questions import Misread, read_answer
from dialogs.situation import Question, Situation
from dialogs.situations import SITUATIONS
from dialogs.steps import facts_of
from knowledge.facts import NUMBERS, SCHOOL_FACTS, Fact
from knowledge.fillings import Reach, reach
from knowledge.rule import Rule
from knowledge.ruling import RULES
from knowledge.understanding.slots import extract, facts_for
from knowledge.values import value
from tests.battery_paths import questions_that_come
from tests.coverage.finding import NOW, ON, Finding, read_data

_SCHOOL = {fact.name for fact in SCHOOL_FACTS}
_REGISTER = "earlier_total"


def findings() -> Iterator[Finding]:
    """Give a line for each situation, fact and value."""
    for situation in SITUATIONS:
        rule = RULES.get((situation.id, situation.audience))
        for fact in rule.facts if rule else ():
            yield from _of_fact(situation, rule, fact)


def reach_of(rule: Rule) -> Reach:
    """Give all that a rule can come to with nothing known but what the register computes."""
    figures = {name: value(name, ON).amount for name in rule.figures}
    computed = {fact.name: fact.default for fact in rule.facts if fact.kind in NUMBERS and fact.default is not None}
    return reach(rule, computed, figures)


def _of_fact(situation: Situation, rule: Rule, fact: Fact) -> Iterator[Finding]:
    for wanted in _values(situation, rule, fact):
        how = _how(situation, fact, wanted)
        name = f"{situation.id} ({situation.audience}): {fact.name} = {wanted}"
        yield Finding(name, bool(how), how or "nothing that a person can say or press gives it")


def _values(situation: Situation, rule: Rule, fact: Fact) -> tuple[object, ...]:
    """The values that count: all that a line reads, and those of a list or a yes or no that the situation keeps."""
    read = tuple(v for v in reach_of(rule).facts.get(fact.name, ()) if v is not None)
    if read:
        return read
    kept = bool(situation.question(fact.name)) or fact.name in situation.extra
    if not kept:
        return ()
    return (True, False) if fact.kind == "bool" else fact.values or (("words",) if fact.kind == "text" else ())


def _how(situation: Situation, fact: Fact, wanted: object) -> str:
    if fact.name in _SCHOOL:
        return _in_the_directory(fact.name, wanted)
    if fact.name == _REGISTER:
        return "worked out from the register"
    if fact.default is not None and wanted == fact.default:
        return "what it counts as where nothing is said"
    question = situation.question(fact.name)
    if question and question.id in questions_that_come(situation) and _answers(question, wanted):
        return f"asked: “{question.asks}”"
    return _told(situation, fact.name, wanted) or _follows(situation, fact.name, wanted)


def _in_the_directory(name: str, wanted: object) -> str:
    """The directory tells of a school, its type, and who its headteacher is."""
    roles = ("headteacher",) if name == "headteacher" else ()
    person = Person("", "", "employee", roles=roles, school="a school", school_type=str(wanted))
    return "known from the directory" if wanted is False or school_facts(person).get(name) == wanted else ""


def _answers(question: Question, wanted: object) -> bool:
    words = _typed(question, wanted)
    if words is None:
        return False
    try:
        answer = read_answer(question, words, NOW)
    except Misread:
        return False
    same = _on_its_side(answer, wanted) if isinstance(wanted, Decimal) else answer == wanted
    return same or question.kind in ("text", "party") and wanted == "words"


def _on_its_side(answer: object, wanted: Decimal) -> bool:
    """Whether a number stands on the same side of its boundary: on it, or anywhere over it."""
    over = wanted != wanted.to_integral_value()
    return Decimal(str(answer)) > int(wanted) if over else Decimal(str(answer)) == wanted


def _typed(question: Question, wanted: object) -> str | None:
    """What a person types or presses to give the value; None where the question has no such answer."""
    if question.kind == "choice":
        return next((option.title for option in question.options if option.value == wanted), None)
    if isinstance(wanted, bool):
        return "yes" if wanted else "no"
    if isinstance(wanted, Decimal):
        figure = wanted.to_integral_value(ROUND_CEILING)
        return {"money": f"£{figure}", "percent": f"{figure}%", "hours": f"{figure} hours"}.get(question.kind)
    return "some words" if question.kind in ("text", "party") else None


def _told(situation: Situation, name: str, wanted: object) -> str:
    sentence = _sentences().get(situation.id, {}).get(name, {}).get(str(wanted).lower())
    if sentence is None:
        return ""
    told = facts_for(situation.id, situation.audience, sentence, extract(sentence, NOW), NOW)
    given = usable(situation, told).get(name)
    return f"said: “{sentence}”" if given == wanted or wanted == "words" and given else ""


def _follows(situation: Situation, name: str, wanted: object) -> str:
    """The value may follow from an answer to another question."""
    for question in situation.questions:
        for option in question.options:
            if facts_of(situation, {question.id: option.value}).get(name) == wanted:
                return f"follows from “{option.title}” to “{question.asks}”"
    return ""


@functools.cache
def _sentences() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return read_data("sentences.toml")
