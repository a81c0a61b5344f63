"""Ways through a situation, worked out from its value alone: which questions come, and an answer of each kind to each.

A question's answers are sampled by kind; the ways are chosen so that between them every answer is given once.
"""

import functools
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from dialogs.drafting import STARTS_TODAY
from dialogs.situation import NOT_KNOWN, Question, Situation
from dialogs.situations import SITUATIONS, find_situation
from dialogs.steps import next_step
from knowledge.understanding.lessons import phrasings
from tests.town import DEFAULT_NOW

TODAY = DEFAULT_NOW.date()
YESTERDAY = (TODAY - timedelta(days=1)).isoformat()
TOMORROW = (TODAY + timedelta(days=1)).isoformat()
TRIES = 150
WORDS = "the blue basket by the door"


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as a person types it, and the value that is to be kept."""

    question: str
    words: str
    value: Any


Way = tuple[Said, ...]


def name_of(situation: Situation) -> str:
    """Give a name for test ids."""
    return f"{situation.id}-{situation.audience}"


def answers_to(question: Question) -> tuple[Said, ...]:
    """Give an answer of every kind that a question takes: each choice, each side of a boundary, and not knowing."""
    found = [(_words(question, value), value) for value in _values(question)]
    if question.may_be_unknown:
        found.append(("I don't know", NOT_KNOWN))
    return tuple(Said(question.id, words, value) for words, value in found)


def _values(question: Question) -> tuple[Any, ...]:
    return {
        "yes_no": (True, False),
        "choice": tuple(o.value for o in question.options),
        "money": ("20.00", "120.00"),
        "percent": (15, 25),
        "hours": (40, 52.5),
        "day": (TOMORROW if question.tense == "future" else YESTERDAY,),
        "moment": (f"{YESTERDAY}T18:00",),
        "text": (WORDS,),
        "party": ("Harbour Lane Bakery",),
    }[question.kind]


def _words(question: Question, value: Any) -> str:
    match question.kind:
        case "yes_no":
            return "yes" if value else "no"
        case "choice":
            return next(o.title for o in question.options if o.value == value)
        case "money":
            return f"£{value.removesuffix('.00')}"
        case "percent":
            return f"{value}%"
        case "hours":
            return f"{value} hours"
        case "day" if question.tense == "future":
            return "tomorrow"
        case "day":
            return "yesterday"
        case "moment":
            return "yesterday at 6pm"
    return value


def known_at_start(situation: Situation) -> dict[str, Any]:
    """Give the answers that a draft starts with when nothing was told."""
    return {STARTS_TODAY: TODAY.isoformat()} if situation.question(STARTS_TODAY) else {}


def nothing_due(situation: Situation, ruling: Any) -> bool:
    """Say whether the ruling asks for no record, so that an entry is offered rather than asked for."""
    if situation.question("note") or ruling.receivers:
        return False
    settled = ruling.outcome in ("refuse", "may_accept", "not_covered") and "record" not in ruling.duties
    return settled or ruling.outcome == "not_required" or "record_not_required" in ruling.duties


def all_ways(situation: Situation) -> tuple[Way, ...]:
    """Give many ways through a situation, from no answers to the summary."""
    return _all_ways(situation.id, situation.audience)


@functools.cache
def _all_ways(situation_id: str, audience: str) -> tuple[Way, ...]:
    situation = find_situation(situation_id, audience)
    chance = random.Random(name_of(situation))
    seen: dict[Said, int] = {}
    return tuple(dict.fromkeys(_way(situation, chance, seen) for _ in range(TRIES)))


def _way(situation: Situation, chance: random.Random, seen: dict[Said, int]) -> Way:
    answers, said = known_at_start(situation), []
    while True:
        step = next_step(situation, answers, TODAY)
        if step.question is None:
            if answers.get("record_anyway") or not nothing_due(situation, step.ruling):
                return tuple(said)
            answers["record_anyway"] = True
            continue
        given = answers_to(step.question)
        chosen = min(given, key=lambda s: (seen.get(s, 0), chance.random()))
        if chance.random() < 0.5:
            chosen = chance.choice(given)
        seen[chosen] = seen.get(chosen, 0) + 1
        said.append(chosen)
        answers[chosen.question] = chosen.value


def _cover(ways: Iterable[Way], parts: Callable[[Way], set]) -> tuple[Way, ...]:
    left, chosen = list(ways), []
    missing = set().union(*map(parts, left))
    while missing:
        best = max(left, key=lambda way: (len(parts(way) & missing), -len(way)))
        chosen.append(best)
        missing -= parts(best)
    return tuple(chosen)


def every_answer(situation: Situation) -> tuple[Way, ...]:
    """Give few ways that between them give every answer to every question that can come."""
    return _cover(all_ways(situation), set)


def every_question(situation: Situation) -> tuple[Way, ...]:
    """Give few ways that between them come to every question that can come."""
    return _cover(all_ways(situation), lambda way: {said.question for said in way})


def questions_that_come(situation: Situation) -> set[str]:
    """Give the ids of the questions that some way comes to."""
    return {said.question for way in all_ways(situation) for said in way}


def openings(situation: Situation, how_many: int) -> list[str]:
    """Give sentences in which people bring this situation, spread over those in the product."""
    told = [p.text for p in phrasings() if p.label == situation.id]
    return told[:: max(1, len(told) // how_many)][:how_many]


def each_situation() -> list[Situation]:
    """Give the situations in the product's order."""
    return list(SITUATIONS)
