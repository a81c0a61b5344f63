"""Another day after "what if": what falls due then, where a time counts from it. Nothing is kept or changed."""

from datetime import date

from dialogs.desk import Turn
from dialogs.in_hand import Matter
from dialogs.situation import NOT_KNOWN, Answers, Question
from dialogs.telling import would_hold
from dialogs.wording import capital, day
from knowledge.understanding.slots import read_day


def told_with_another_day(turn: Turn, matter: Matter, words: str) -> str:
    """Say what would hold with the day that the words suppose; "" for none, or where nothing counts from it."""
    counts = matter.situation.timing.counted
    asked = next((question for question in matter.situation.questions if question.kind == "day"), None)
    supposed = _day_in(turn, asked, words) if asked else None
    if supposed is None or counts(matter.answers, matter.on) == counts(_open(matter, asked), matter.on):
        return ""
    answers = {**matter.answers, asked.id: supposed.isoformat()}
    held = would_hold(turn, matter, matter.ruled(answers), {**answers, **counts(answers, matter.on)})
    if answers[asked.id] == matter.answers.get(asked.id):
        return f"**That's how I have it already.** {capital(held)}"
    return f"**With {day(supposed, turn.today)} as {asked.name}: {held.rstrip('.')}.**"


def _open(matter: Matter, asked: Question) -> Answers:
    return {**matter.answers, asked.id: NOT_KNOWN}


def _day_in(turn: Turn, asked: Question, words: str) -> date | None:
    found = read_day(words, turn.now, asked.tense)
    return found.day if found and not found.until else None
