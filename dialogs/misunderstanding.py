"""When an answer cannot be read, or cannot be: say what was understood, then offer choices, then a person."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.asking import ask, carry_on, choices_of
from dialogs.desk import Turn
from dialogs.drafting import save, situation_of
from dialogs.gaps import HEARD, SEND
from dialogs.impossible import nonsense, why_not
from dialogs.questions import FEW, Misread, read_answer, show_answer
from dialogs.routing import whom_to_ask
from dialogs.sentences import corrects
from dialogs.situation import NOT_KNOWN, Question
from dialogs.straying import is_short
from dialogs.wording import listed
from dialogs.wording import said as words
from knowledge.understanding.slots import is_only_when, someone_unheard_of
from storage.tables import Draft

_UNKNOWN = "I don't know"
_AMOUNTS = ("money", "percent", "hours")
EXAMPLES = {
    "money": ("£20", "about 20"),
    "percent": ("15%", "a fifth"),
    "hours": ("45", "ten on top of my 37"),
    "moment": ("yesterday at 6pm",),
}
# How a person is asked for who is called something that nobody has heard of.
_RELATIONS = {
    "whose": "Is your {who} a relative, a friend, or someone you live with?",
    "relation": "Is your {who} a relative, a friend, or someone else?",
    "benefit_to": "Is your {who} a relative, a friend, or nobody close to you?",
    "relative_kind": "Which of these is your {who}, or is it none of them?",
    "with": "Which of these is your {who}?",
}


def cannot_be(turn: Turn, draft: Draft, question: Question | None, words: str) -> str:
    """Say why an answer that can be read cannot be, by itself or beside the others; nothing where it can.

    Words that are not about the question that is open may be about any other.
    """
    why = why_not(question, words, turn.now) if question else ""
    free = question is not None and question.kind in ("text", "party")
    if why or free and not corrects(words, plainly=True):
        return why
    if free or question is None:
        return _elsewhere(turn, draft, words)
    try:
        return question.fits(read_answer(question, words, turn.now), draft.answers)
    except Misread:
        return _elsewhere(turn, draft, words)


def _elsewhere(turn: Turn, draft: Draft, words: str) -> str:
    questions = situation_of(draft).questions
    found = [nonsense(question, words, turn.now) for question in questions]
    days = [question for question in questions if question.kind in ("day", "moment")]
    if corrects(words) and {question.tense for question in days} == {"past"}:
        found += [why_not(question, words, turn.now) for question in days]
    return next((why for why in found if why), "")


def against_an_answer(turn: Turn, draft: Draft, question: Question, told: Mapping[str, Any]) -> bool:
    """Ask once where the words of an answer tell another amount than was told before; say whether they did."""
    situation = situation_of(draft)
    for other in situation.questions:
        before, now = draft.answers.get(other.id), told.get(other.id)
        if other.kind not in _AMOUNTS or other.id == question.id or None in (before, now) or before in (now, NOT_KNOWN):
            continue
        was, is_now = (show_answer(other, value, turn.today) for value in (before, now))
        draft = save(turn, draft, again=other.id)
        ask(turn, draft, situation, other, f"You said {was} before, and {is_now} now.")
        return True
    return False


def misread(turn: Turn, draft: Draft, question: Question | None, said: str, why: str = "") -> None:
    """Say what was not understood, or ``why`` it cannot be: then with choices, the third time with a person as well."""
    misses = draft.meta.get("misses", 0) + 1
    draft = save(turn, draft, misses=misses)
    if question is None:
        carry_on(turn, draft, "I didn't understand that.", _more_help(turn, None, misses))
        return
    who = someone_unheard_of(said) if question.id in _RELATIONS and not why else None
    reason = f"I don't know the word “{words(who.split()[-1])}”." if who else why or _reason(turn, question, said)
    asked = replace(question, asks=_in_braces(_RELATIONS[question.id].format(who=words(who)))) if who else question
    ask(turn, draft, situation_of(draft), asked, reason, _more_help(turn, question, misses))


def nothing_fits(turn: Turn, asked: str = "") -> None:
    """Say that the words are outside what the bot is for, and what to do next; what was ``asked`` can be sent to HR."""
    held = listed([f"the {turn.desk.library.title(p)}" for p in turn.desk.library.policies_for(turn.person.audience)])
    turn.say(
        f"I don't think I can help with that. I answer from {held} and file what has to be recorded. "
        f"Tell me what happened in a few words, type “help”, or ask {whom_to_ask(turn.desk.directory, turn.person)}.",
        choices=(SEND,) if asked else (),
    )
    if asked:
        turn.desk.memory.keep(turn.person.id, {HEARD: asked}, turn.now)


def _reason(turn: Turn, question: Question, said: str) -> str:
    try:
        read_answer(question, said, turn.now)
    except Misread as misread_because:
        return str(misread_because)
    if is_short(question):
        return f"I still need to know {question.name}."
    if question.kind == "text" and is_only_when(said, turn.now):
        return f"That's a time, and I need to know {question.name}."
    if question.kind in ("text", "party"):
        return "I need a few words here, not a yes or a no."
    return "I didn't catch that."


def _more_help(turn: Turn, question: Question | None, misses: int) -> str:
    if misses < 2:
        return ""
    offered = _answers_to(question) if question else ["“yes”", "“change”"]
    choices = f"You can answer {listed([*offered, '“why”', '“cancel”'], 'or')}."
    if misses < 3:
        return choices
    return f"{choices} Or talk to {whom_to_ask(turn.desk.directory, turn.person)}; what you've told me is kept."


def _answers_to(question: Question) -> list[str]:
    """Answers that would do: its choices where they are few, else examples; and not knowing."""
    choices = choices_of(question)
    days = ("next Friday", "3 March") if question.tense == "future" else ("yesterday", "3 March")
    examples = days if question.kind == "day" else EXAMPLES.get(question.kind, ())
    offered = [c.lower() for c in choices if c != _UNKNOWN] if len(choices) <= FEW else []
    offered += examples if not choices else ()
    return [f"“{words}”" for words in (*offered, *((_UNKNOWN,) if question.may_be_unknown else ()))]


def _in_braces(asks: str) -> str:
    return asks.replace("{", "{{").replace("}", "}}")
