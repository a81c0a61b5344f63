"""Answers to a short question that hold more than the answer, or something else: "it's Gareth but I'm his boss"."""

import re
from typing import Any

from dialogs.desk import Turn
from dialogs.drafting import facts_in_words, save, situation_of
from dialogs.situation import Question
from dialogs.talk import changed
from dialogs.wording import listed
from knowledge.understanding.slots import extract, is_only_when, tells_when
from storage.tables import Draft

_PRONOUN = r"(?:i|i['’]?m|i['’]?ve|i['’]?d|he|he['’]?s|she|she['’]?s|they|they['’]re|we|we['’]re|it|it['’]?s|who)"
_JOINED = re.compile(
    r"(?:\s*[,.;:–-]+\s*(?:but|and|because|cos|coz|cuz|so|who|though)?\s*"
    r"|\s+(?:but|and|because|'cause|cos|coz|cuz|as|though|although|who)\s+)"
    rf"(?={_PRONOUN}\b)",
    re.I,
)
LEAD_IN = re.compile(
    r"^\W*(?:(?:well|so|erm?|um|oh|ah|i (?:think|believe|guess|suppose)|it['’]?s|it (?:is|was)|that['’]?s"
    r"|that (?:is|was)|s?he['’]?s (?:called|named)|(?:his|her|their|the) name(?:['’]s| is)"
    r"|called|from|by|at|for|with)\b[\s,]*)+",
    re.I,
)
_CLAUSE = re.compile(
    rf"^\W*(?:because|cos|coz|cuz|'cause|as|since(?= {_PRONOUN}))?\s*{_PRONOUN}\s+\S"
    r"|^\W*(?:because|cos|coz|cuz)\b|^\W*(?:left|sent|given|posted|delivered|dropped|handed|waiting|found)\b",
    re.I,
)
_SINCE = re.compile(r"^\W*since\b", re.I)
_NO_NAME = re.compile(
    r"^\W*(?:mine|yours|his|hers|ours|theirs|me|myself|him|her|us|them|it|that|this|the same|\d+(?:\.\d+)?\s?%)\W*$",
    re.I,
)
_NAMED = re.compile(r"\b(?:from|by|called|named)\s+\S", re.I)


def is_short(question: Question) -> bool:
    """Say whether a name or a few words are asked for, so that a sentence is more than the answer."""
    return question.kind == "party" or question.is_name or question.rough_time


def answer_apart(question: Question, text: str, turn: Turn) -> str:
    """Give the words that answer a short question, without what a further clause tells; nothing where none do."""
    head = _JOINED.split(text, maxsplit=1)[0].strip()
    bare = LEAD_IN.sub("", head).strip()
    if question.rough_time:
        return "" if _CLAUSE.match(head) and not tells_when(head, turn.now) else head
    if is_only_when(head, turn.now) or _SINCE.match(head) and tells_when(head, turn.now):
        return ""
    if _NO_NAME.match(bare):
        return ""
    if not _CLAUSE.match(bare):
        return bare if question.is_name else head
    return head if _NAMED.search(bare) or extract(head, turn.now).giver else ""


def choices_told(turn: Turn, draft: Draft, question: Question) -> dict[str, Any]:
    """Give the choices that the words tell for other questions than the one that was asked."""
    situation = situation_of(draft)
    told = {k: v for k, v in facts_in_words(turn, situation).items() if k != question.id}
    return {k: v for k, v in told.items() if (q := situation.question(k)) and q.kind in ("choice", "yes_no")}


def told_besides(turn: Turn, draft: Draft, question: Question) -> dict[str, Any]:
    """Give those of these choices that are news: still open, or answered otherwise before."""
    return {k: v for k, v in choices_told(turn, draft, question).items() if draft.answers.get(k) != v}


def keep_besides(turn: Turn, draft: Draft, told: dict[str, Any]) -> tuple[Draft, str]:
    """Keep what was told besides the answer; gives the draft and the sentence that says so."""
    situation = situation_of(draft)
    if not told:
        return draft, ""
    given = [q for q in draft.meta.get("given", []) if q not in told] + list(told)
    draft = save(turn, draft, {**draft.answers, **told}, given=given, misses=0)
    if situation.sensitive:
        return draft, "Noted."
    noted = [changed(situation, situation.question(k), v, turn.today) for k, v in told.items()]
    return draft, f"Noted: {listed(noted)}."
