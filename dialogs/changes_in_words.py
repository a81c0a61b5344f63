"""The changes that would lead to another answer, in the words of the situation and its person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from dialogs.desk import Turn
from dialogs.in_hand import Matter
from dialogs.outcomes_in_words import COMES, FALLS_AWAY, IN_PLACE_OF
from dialogs.supposed import EXACTLY, OVER, UNDER, words_for
from dialogs.telling import telling, would_hold
from dialogs.wording import listed, number, percent, pounds
from knowledge.changes import Change
from knowledge.facts import NUMBERS, SCHOOL_FACTS, SMALLEST_STEP
from knowledge.ruling import Finding, Ruling, fact_names, verdict_on

VALUES_AT_MOST = 6
_ABOUT_THE_PERSON = {fact.name for fact in SCHOOL_FACTS}
_KEPT_WITH_EACH = ("a", "an", "the", "your", "some", "somebody", "something")
_UNITS = {"money": pounds, "percent": percent, "number": lambda hours: f"{number(hours)} hours a week"}


@dataclass(frozen=True, slots=True)
class Case:
    """One way in which it would be different: the words after "if", the ruling then, and how that is said.

    Of two facts the first stands in ``first``; ``words`` are those of the last, for each value with the same result.
    """

    facts: tuple[str, ...]
    first: str
    words: tuple[str, ...]
    ruling: Ruling
    then: str
    certain: bool


def cases_of(turn: Turn, matter: Matter, find: Callable[..., tuple[Change, ...]]) -> list[Case]:
    """Give the changes that ``find`` finds in words, those with the same result as one.

    Each is proven again on the answers as they would be.
    """
    known = matter.facts(matter.answers)
    changes = find(matter.situation.id, matter.situation.audience, {**matter.granted(), **known}, matter.on)
    together: dict[tuple, Case] = {}
    for change in changes:
        facts = _told_of(matter, change)
        answers = {**matter.answers, **_plain(facts)}
        ruling = matter.ruled(answers)
        if not facts or not _is_change(matter.ruling, ruling, change):
            continue
        then = what_would_hold(turn, matter, ruling, answers)
        *first, last = (words_after_if(matter, turn, name, at, _side(change, name)) for name, at in facts.items())
        alike = (*facts, then, *first)
        sure = not more_to_ask(matter, answers)
        case = Case(tuple(facts), "".join(first), (last,), ruling, then, sure)
        together[alike] = _with_value(together[alike], last, change) if alike in together else case
    return list(together.values())


def _with_value(case: Case, words: str, change: Change) -> Case:
    """One more value that leads to the same; of a number the nearest, which came first, says it all."""
    number = any(not isinstance(at, bool | str) for at in change.facts.values())
    return case if number or words in case.words else replace(case, words=(*case.words, words))


def _side(change: Change, name: str) -> str:
    return OVER if name in change.over else UNDER


def _is_change(now: Ruling, then: Ruling, change: Change) -> bool:
    if change.outcome == now.outcome:
        return then.outcome == now.outcome and then.duties != now.duties
    return then.outcome != now.outcome


def _told_of(matter: Matter, change: Change) -> dict[str, Any]:
    """The facts of a change without those that other answers settle and nobody is asked for."""
    answered = set(matter.answers)
    derived = set(matter.facts(matter.answers)) - answered - {"earlier_total"}
    kept = {k: at for k, at in change.facts.items() if matter.situation.question(k) or k not in derived}
    return {} if _ABOUT_THE_PERSON & set(kept) else kept


def _plain(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: f"{at:.2f}" if name == "value" and isinstance(at, Decimal) else at for name, at in facts.items()}


def words_after_if(matter: Matter, turn: Turn, name: str, at: Any, side: str = EXACTLY) -> str:
    """Give the words after "if" for one fact: ``it were worth £50 or less``; ``side`` is that of a number."""
    fact = next(f for f in fact_names(matter.situation.id, matter.situation.audience) if f.name == name)
    words = words_for(matter.situation.id, name)
    if fact.kind not in NUMBERS:
        return words[at].format(**telling(turn, matter))
    figure = Decimal(str(at)) - (SMALLEST_STEP if side == OVER else 0)
    return words[side].format(at=_UNITS[fact.kind](figure), **telling(turn, matter))


def if_words(case: Case) -> str:
    """Give the condition: ``If it were a meal or tickets``: the words that all values share are said once."""
    lead = f"If {case.first} and" if case.first else "If"
    split = [words.split() for words in case.words[:VALUES_AT_MOST]]
    shared = 0
    while len(split) > 1 and _is_shared(split, shared):
        shared += 1
    rest = [" ".join(words[shared:]) for words in split]
    if len(case.words) > VALUES_AT_MOST:
        rest.append("another of these")
    if not shared and len(rest) > 1:
        return f"{lead} {', if '.join(rest[:-1])} or if {rest[-1]}"
    return " ".join([lead, *split[0][:shared], listed(rest, "or")])


def _is_shared(split: list[list[str]], at: int) -> bool:
    first = split[0][at] if at < len(split[0]) else ""
    if at and (first in _KEPT_WITH_EACH or first.endswith("'s")):
        return False
    return all(len(words) > at + 1 and words[at] == first for words in split)


def what_would_hold(turn: Turn, matter: Matter, ruling: Ruling, answers: Mapping[str, Any]) -> str:
    """Say what would hold: the sentence of the outcome, or where that stays, the duties that come or fall away."""
    if ruling.outcome != matter.ruling.outcome:
        return would_hold(turn, matter, ruling, answers)
    before, after = set(matter.ruling.duties), set(ruling.duties)
    comes = [duty for duty in ruling.duties if duty not in before]
    falls = [duty for duty in matter.ruling.duties if duty not in after and IN_PLACE_OF.get(duty) not in comes]
    words = [COMES[duty] for duty in comes] + [FALLS_AWAY[duty] for duty in falls]
    return listed(words).format(**telling(turn, matter)) or would_hold(turn, matter, ruling, answers)


def more_to_ask(matter: Matter, answers: Mapping[str, Any]) -> bool:
    """Say whether questions that were not asked could still move what would hold."""
    then = verdict_on(matter.situation.id, matter.situation.audience, matter.facts(answers), matter.on)
    return any(q.id in then.unknown and q.id not in answers for q in matter.situation.questions)


def deciding(now: Ruling, then: Ruling) -> tuple[Finding, ...]:
    """Give the findings to quote: of the deciding line, or where the outcome stays, of what comes or falls away."""
    if then.outcome == now.outcome and then.duties != now.duties:
        new = tuple(f for f in then.findings if f.line not in now.lines)
        return new or tuple(f for f in now.findings if f.line not in then.lines)
    return tuple(f for f in then.findings if f.line == then.gives) or then.findings


def ended(sentence: str) -> str:
    """Give the sentence with its full stop."""
    return sentence if sentence.endswith((".", "?", "”")) else f"{sentence}."
