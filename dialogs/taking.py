"""Taking words as the answer to the question that is open, with what else they tell."""

from collections.abc import Mapping
from typing import Any

from dialogs.asking import carry_on
from dialogs.desk import Turn
from dialogs.drafting import answer, facts_in_words, save, situation_of, told_before
from dialogs.inferring import read_or_infer
from dialogs.misunderstanding import against_an_answer
from dialogs.questions import withholds
from dialogs.sentences import asks_something
from dialogs.situation import Question
from dialogs.straying import answer_apart, choices_told, is_short, keep_besides, told_besides
from knowledge.understanding.slots import is_dont_know, is_only_when, read_yes_no, tells_when
from storage.tables import Draft

LONGEST_CHOICE = 5


def takes_answer(turn: Turn, draft: Draft, question: Question, text: str) -> bool:
    """Take the words as the answer to a question, or keep what they tell for others; say whether they told either."""
    if _is_in_doubt(turn, draft, question, text):
        wishes = read_yes_no(text) is True
        draft = save(turn, draft, {**draft.answers, question.doubt: True, question.id: wishes}, misses=0)
        carry_on(turn, draft)
        return True
    if _is_none(turn, question, text):
        return False
    besides: dict[str, Any] = {}
    if is_short(question) and not is_dont_know(text) and not withholds(text):
        apart = answer_apart(question, text, turn)
        besides = told_besides(turn, draft, question) if apart != text.strip() else {}
        if not apart or _tells_another(turn, draft, question, apart):
            told = told_besides(turn, draft, question) | _since_told(turn, draft, question)
            return _keeps_besides(turn, draft, told)
        text = apart
    value = read_or_infer(turn, draft, question, text)
    if value is None:
        return _keeps_besides(turn, draft, besides)
    told = told_before(turn, draft) if question.kind in ("party", "day", "moment") else {}
    draft, noted = keep_besides(turn, draft, besides)
    draft = answer(turn, draft, question.id, value)
    if not against_an_answer(turn, draft, question, told):
        carry_on(turn, draft, noted)
    return True


def _is_none(turn: Turn, question: Question, text: str) -> bool:
    """Say whether the words are no answer at all: a question, a time where words are asked for, not knowing."""
    if is_dont_know(text) and not question.may_be_unknown:
        return True
    if question.kind in ("text", "party"):
        timed = question.kind == "text" and not is_short(question) and is_only_when(text, turn.now)
        return timed or asks_something(turn, text)
    return text.rstrip().endswith("?") or len(text.split()) > LONGEST_CHOICE and asks_something(turn, text)


def _tells_another(turn: Turn, draft: Draft, question: Question, apart: str) -> bool:
    """Say whether words that tell no time, where one is asked for, tell a choice of another question."""
    return question.rough_time and not tells_when(apart, turn.now) and bool(choices_told(turn, draft, question))


def _is_in_doubt(turn: Turn, draft: Draft, question: Question, text: str) -> bool:
    """Say whether not being sure of the answer is itself what the rule asks for (CC-114), and the words say so."""
    situation = situation_of(draft)
    if question.doubt not in situation.extra or text.rstrip().endswith("?"):
        return False
    return bool(is_dont_know(text) or facts_in_words(turn, situation).get(question.doubt))


def _since_told(turn: Turn, draft: Draft, question: Question) -> dict[str, Any]:
    """Give since when, where the words tell that in answer to another question."""
    situation = situation_of(draft)
    told = facts_in_words(turn, situation).get("since")
    return {"since": told} if told and not question.rough_time and situation.question("since") else {}


def _keeps_besides(turn: Turn, draft: Draft, besides: Mapping[str, Any]) -> bool:
    if not besides:
        return False
    draft, noted = keep_besides(turn, draft, besides)
    carry_on(turn, draft, noted)
    return True
