"""Every question that is asked: another answer to it can change the ruling, or the register requires it."""

import functools
from collections.abc import Iterator
from typing import Any

from dialogs.situation import Question, Situation
from dialogs.situations import SITUATIONS
from dialogs.steps import Step, next_step
from tests.battery_paths import TODAY, Way, all_ways, answers_to, known_at_start
from tests.coverage.finding import Finding, read_data


def findings() -> Iterator[Finding]:
    """Give a line for each question of each situation that some way through it comes to."""
    for situation in SITUATIONS:
        asked: dict[str, list[str]] = {}
        for way in all_ways(situation):
            for question, why in _asked_on(situation, way):
                asked.setdefault(question.id, []).append(why)
        for question_id, reasons in asked.items():
            idle = reasons.count("")
            how = " and ".join(sorted({why for why in reasons if why}))
            name = f"{situation.id} ({situation.audience}): {question_id}"
            yield Finding(name, not idle, how if not idle else f"{idle} of {len(reasons)} times it changes nothing")


def _asked_on(situation: Situation, way: Way) -> Iterator[tuple[Question, str]]:
    answers = known_at_start(situation)
    for said in way:
        step = next_step(situation, answers, TODAY)
        if step.question is None:
            answers["record_anyway"] = True
            step = next_step(situation, answers, TODAY)
        yield step.question, _why(situation, answers, step)
        answers[said.question] = said.value


def _why(situation: Situation, answers: dict[str, Any], step: Step) -> str:
    """Why a question is asked at this point; nothing where neither the ruling nor the register needs it."""
    question = step.question
    if _matters(situation, answers, question):
        return "can change the ruling"
    if question.id in required(situation):
        return f"fills “{required(situation)[question.id]}”"
    return ""


def _matters(situation: Situation, answers: dict[str, Any], question: Question) -> bool:
    """Whether two of its answers leave something different: the ruling, or what can still change it."""
    left = set()
    for said in answers_to(question):
        ruling = next_step(situation, {**answers, question.id: said.value}, TODAY).ruling
        left.add((ruling.outcome, ruling.duties, ruling.unknown, ruling.lines))
    return len(left) > 1


@functools.cache
def _tables() -> dict[str, dict[str, str]]:
    return read_data("required.toml")


def required(situation: Situation) -> dict[str, str]:
    """Give the questions that fill a field which the register requires, with the name of the field."""
    tables = _tables()
    return {**tables.get(situation.kind, {}), **tables.get(situation.id, {})}
