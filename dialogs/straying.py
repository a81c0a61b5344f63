"""Answers to a short question that hold more than the answer, or something else: "it's Gareth but I'm his boss"."""

import re
from datetime import datetime
from typing import Any

from dialogs.desk import Turn
from dialogs.drafting import facts_in_words, save, situation_of
from dialogs.situation import Question
from dialogs.talk import changed
from dialogs.wording import listed
from knowledge.understanding.slots import extract, read_day, read_time
from storage.tables import Draft

_PRONOUN = r"(?:i|i['’]?m|i['’]?ve|i['’]?d|he|he['’]?s|she|she['’]?s|they|they['’]re|we|we['’]re|it|it['’]?s|who)"
_JOINED = re.compile(
    r"(?:\s*[,.;:–-]+\s*(?:but|and|because|cos|coz|cuz|so|who|though)?\s*"
    r"|\s+(?:but|and|because|'cause|cos|coz|cuz|as|though|although|who)\s+)"
    rf"(?={_PRONOUN}\b)",
    re.I,
)
_LEAD_IN = re.compile(
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
_ONLY_WHEN = re.compile(
    r"^\W*(?:(?:it was|just|about|around|on|at|last|next|tomorrow|this|the|early|late|in|half past|quarter (?:to|past)|"
    r"yesterday|today|tonight|now|ago|an?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening|night|week(?:end)?|month|"
    r"minutes?|mins?|hours?|hrs?|days?|weeks?|o'?clock|am|pm|noon|midday|midnight|lunch(?:time)?|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|few|couple|of|[\d.:]+(?:am|pm|st|nd|rd|th)?)\b\W*)+$",
    re.I,
)
_NO_NAME = re.compile(
    r"^\W*(?:mine|yours|his|hers|ours|theirs|me|myself|him|her|us|them|it|that|this|the same|\d+(?:\.\d+)?\s?%)\W*$",
    re.I,
)
_NAMED = re.compile(r"\b(?:from|by|called|named)\s+\S", re.I)


def is_short(question: Question) -> bool:
    """Say whether a name or a few words are asked for, so that a sentence is more than the answer."""
    return question.kind == "party" or question.is_name or question.id == "since"


def answer_apart(question: Question, text: str, turn: Turn) -> str:
    """Give the words that answer a short question, without what a further clause tells; nothing where none do."""
    head = _JOINED.split(text, maxsplit=1)[0].strip()
    bare = _LEAD_IN.sub("", head).strip()
    if question.id == "since":
        return "" if _CLAUSE.match(head) and not tells_when(head, turn) else head
    if tells_only_when(head, turn.now) or re.match(r"^\W*since\b", head, re.I) and tells_when(head, turn):
        return ""
    if _NO_NAME.match(bare):
        return ""
    if not _CLAUSE.match(bare):
        return bare if question.is_name else head
    return head if _NAMED.search(bare) or extract(head, turn.now).giver else ""


def told_besides(turn: Turn, draft: Draft, question: Question) -> dict[str, Any]:
    """Give the choices that the words tell for other questions, open ones and those answered otherwise before."""
    situation = situation_of(draft)
    return {
        k: v
        for k, v in facts_in_words(turn, situation).items()
        if k != question.id
        and (asked := situation.question(k))
        and asked.kind in ("choice", "yes_no")
        and draft.answers.get(k) != v
    }


def tells_a_choice(turn: Turn, draft: Draft, question: Question) -> bool:
    """Say whether the words tell a choice that another question asks for, answered already or not."""
    situation = situation_of(draft)
    told = facts_in_words(turn, situation)
    return any(k != question.id and (q := situation.question(k)) and q.kind in ("choice", "yes_no") for k in told)


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


def tells_only_when(text: str, now: datetime) -> bool:
    """Say whether the words are a day or a time and nothing else: "yesterday afternoon", "last Friday at six"."""
    if not _ONLY_WHEN.match(text):
        return False
    return read_day(text, now, prefer="past") is not None or read_time(text) is not None


def tells_when(text: str, turn: Turn) -> bool:
    """Say whether the words tell a time, however roughly."""
    return read_day(text, turn.now, prefer="past") is not None or bool(
        re.search(r"\b(?:since|for|ago|years?|months?|weeks?|always|ages|forever|childhood|school|birth|born|college|new|just|"
        r"jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|spring|summer|autumn|winter|"
        r"christmas|easter|day one|start|recent(?:ly)?|19\d\d|20\d\d)\b", text, re.I)
    )
