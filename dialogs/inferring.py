"""Reading an answer: by the question itself, else by what the sentence tells in passing."""

import re
from typing import Any

from dialogs.desk import Turn
from dialogs.drafting import situation_of, usable
from dialogs.questions import Misread, read_answer, withholds
from dialogs.sentences import without_cue
from dialogs.situation import Question
from dialogs.straying import LEAD_IN
from knowledge.understanding.slots import extract, facts_for, is_dont_know, read_yes_no
from storage.tables import Draft

_YES_NO_CLAUSE = re.compile(
    r"^\W*(?:yes|yeah|no|nope|nah)\b[\s,.]*(?:i|it|he|she|they|we)\b(?:['’]\w+)?(?:\s+\S+){0,5}\W*$", re.I
)
_TAIL = re.compile(r"\W+(?:after all|instead|actually|sorry|i think)\W*$", re.I)


def read_or_infer(turn: Turn, draft: Draft, question: Question, text: str) -> Any:
    """Read the words as the answer to a question; None where they are none.

    A choice is also told by a sentence ("they supply us with tarmac"), a name by what stands around it ("hang on, it
    was Acme after all"). A bare yes or no is no name and no description.
    """
    if question.may_be_withheld and withholds(text):
        return read_answer(question, text, turn.now)
    if question.kind in ("text", "party") and _bare_yes_no(text):
        return None
    if question.kind == "party":
        return _party(turn, question, text)
    none = next((o.value for o in question.options if o.value in ("other", "none")), None)
    if none and _bare_yes_no(text) and read_yes_no(text) is False:
        return none
    if question.told_first and (told := _told(turn, draft, question, text)) is not None:
        return told
    try:
        return read_answer(question, text, turn.now)
    except Misread:
        return _told(turn, draft, question, text) if question.kind in ("choice", "yes_no") else None


def _told(turn: Turn, draft: Draft, question: Question, text: str) -> Any:
    situation = situation_of(draft)
    facts = facts_for(situation.id, situation.audience, text, extract(text, turn.now), turn.now)
    told = usable(situation, facts)
    return told.get(question.id, question.inferred(told))


def _party(turn: Turn, question: Question, text: str) -> str | None:
    if is_dont_know(text):
        return read_answer(question, text, turn.now)
    words = without_cue(text)
    mentions = extract(words, turn.now)
    if mentions.giver and len(words.split()) > 3:
        return mentions.giver
    try:
        return read_answer(question, _TAIL.sub("", LEAD_IN.sub("", words)).strip(" .,"), turn.now)
    except Misread:
        return None


def _bare_yes_no(text: str) -> bool:
    few = len(text.split()) <= 3 and read_yes_no(text) is not None
    return few or bool(_YES_NO_CLAUSE.match(text))
