"""Corrections, at any time: in passing ("sorry, it was £140"), by name ("change the value"), or from a list."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dialogs.asking import ask, carry_on
from dialogs.desk import Turn
from dialogs.drafting import answer, save, situation_of, usable
from dialogs.inferring import read_or_infer
from dialogs.questions import Misread, read_answer, show_answer
from dialogs.sentences import asks_something, corrects, without_cue
from dialogs.situation import NOT_GIVEN, NOT_KNOWN, Question, Situation
from dialogs.talk import changed
from dialogs.wording import listed
from knowledge.understanding.slots import (
    extract,
    facts_for,
    is_withheld,
    read_choice,
    read_day,
    read_number,
    read_yes_no,
)
from storage.tables import Draft

_CHANGE = re.compile(r"^\W*(change|correct|edit|update|fix|amend)\b(?: (?:the|my|your|an?))?(?P<what>.*)$", re.I)
_WISH = re.compile(r"\b(?:like to|want to|rather|accept|keep it|take it|go)\b", re.I)
_THE_SAME = re.compile(r"\b(?:him|his|her|hers|he|she|they|them|their)\b|\b(?:he|she|they)['’]", re.I)
_NO_GIVER = re.compile(r"^(?:don'?t|not|no|can'?t|won'?t|i)\b", re.I)
_TAKES_BACK = re.compile(
    r"^\W*(?:no\W+)?(?:wait|hang on|hold on|scrap that|my mistake|correction|oops|i mean|i meant)\b", re.I
)
_ROUND_A_NUMBER = re.compile(
    r"^(?:(?:(?:it|that) (?:was|is)|it['’]?s|more like|nearer|about|only|just)\s+)+|\W*(?:in fact|actually)?\W*$", re.I
)
_TO = re.compile(r"\b(?:to|is|was|should be)\b\s+(?P<value>.+)$", re.I)


def correct_in_passing(turn: Turn, draft: Draft, said: str, pending: Question | None) -> bool:
    """Take a correction of earlier answers, where the words are one; say whether they were."""
    found = _corrections(turn, draft, said, pending)
    if not found:
        return False
    situation = situation_of(draft)
    told = []
    for question_id, value in found.items():
        question = situation.question(question_id)
        draft = answer(turn, draft, question_id, value, same=bool(_THE_SAME.search(said)))
        told.append(changed(situation, question, value, turn.today))
    carry_on(turn, draft, f"Changed: {listed(told)}.")
    return True


def asks_what_changes(turn: Turn, draft: Draft, said: str, pending: Question | None) -> bool:
    """Ask which answer is meant, where words plainly correct one but tell none; say whether they were such words.

    "No wait, ..." says no to nothing, so it is no answer to the yes-or-no question that is open.
    """
    rest = without_cue(said)
    if pending is None or pending.kind not in ("yes_no", "choice") or not _TAKES_BACK.match(said):
        return False
    if rest != said and read_or_infer(turn, draft, pending, rest) is not None:
        return False
    offer_changes(turn, draft, "I can't tell what that changes.")
    return True


def change_by_name(turn: Turn, draft: Draft, said: str) -> bool:
    """Take "change the value" or "change the value to £140"; say whether it was that."""
    match = _CHANGE.match(said)
    if not match:
        return False
    situation = situation_of(draft)
    what = match["what"].strip(" .!?")
    to = _TO.search(what)
    among = {q.id: None for q in situation.questions} if to else draft.answers
    named = _question_named(situation, among, what[: to.start()] if to else what)
    if named is None and to:
        named, to = _question_named(situation, draft.answers, what), None
    if named is None:
        offer_changes(turn, draft)
    elif to:
        _change_to(turn, draft, named, to["value"])
    else:
        ask_again(turn, draft, named)
    return True


def offer_changes(turn: Turn, draft: Draft, why: str = "") -> None:
    """List what can be changed, ``why`` first."""
    situation = situation_of(draft)
    names = [q.name for q in situation.questions if draft.answers.get(q.id) is not None]
    if not names:
        carry_on(turn, draft, f"{why} There's nothing to change yet.".lstrip())
        return
    save(turn, draft, offer={"kind": "change"})
    example = (
        " You can also say it in one go, such as “change the value to £140”." if situation.question("value") else ""
    )
    turn.say(f"{why} You can change {listed(names, 'or')}.{example} **Which one?**".lstrip())


def chosen_change(turn: Turn, draft: Draft, said: str) -> bool:
    """Read which answer is to change, after the list was shown; say whether the words named one."""
    named = _question_named(situation_of(draft), draft.answers, said)
    if named is None:
        return False
    ask_again(turn, draft, named)
    return True


def ask_again(turn: Turn, draft: Draft, question: Question) -> None:
    """Ask one question anew; its present answer stays until there is another."""
    situation = situation_of(draft)
    known = question.id in draft.answers and not situation.sensitive
    now = show_answer(question, draft.answers[question.id], turn.today) if known else ""
    draft = save(turn, draft, again=question.id, offer=None)
    ask(turn, draft, situation, question, f"So far: {now}." if now else "")


def _change_to(turn: Turn, draft: Draft, question: Question, said: str) -> None:
    try:
        value = read_answer(question, said, turn.now)
    except Misread as misread:
        draft = save(turn, draft, again=question.id, offer=None)
        ask(turn, draft, situation_of(draft), question, str(misread))
        return
    draft = answer(turn, draft, question.id, value)
    carry_on(turn, draft, f"Changed: {changed(situation_of(draft), question, value, turn.today)}.")


def _question_named(situation: Situation, answers: Mapping[str, Any], words: str) -> Question | None:
    answered = [q for q in situation.questions if q.id in answers]
    if not words.strip():
        return None
    found = read_choice(
        words, {q.id: (q.label, q.name, q.id.replace("_", " "), *_OTHER_NAMES.get(q.id, ())) for q in answered}
    )
    return situation.question(found) if found else None


_OTHER_NAMES = {
    "value": ("amount", "price", "worth", "how much", "cost"),
    "giver": ("giver", "who", "company", "who offered it", "name", "person"),
    "offered_on": ("date", "day", "when", "offer date"),
    "event_on": ("event", "event date", "date of the event"),
    "item": ("thing", "gift", "item", "description"),
    "wants_to_accept": ("accept", "whether i accept", "decision"),
    "giver_relation": ("relation", "relationship", "tie"),
    "where": ("place", "location"),
    "whose": ("person", "whose it is", "whose", "who"),
    "relative_kind": ("relation", "relationship"),
    "nature": ("tie", "kind of tie"),
    "organisation": ("company", "firm", "charity", "organisation"),
    "shareholding_percent": ("percentage", "shares", "share"),
    "household_percent": ("household", "share in all", "total share"),
    "hours_per_week_total": ("hours",),
    "employer": ("employer", "who it's for"),
    "when": ("time", "date", "day"),
}


def _corrections(turn: Turn, draft: Draft, said: str, pending: Question | None) -> dict[str, Any]:
    free = pending is not None and pending.kind in ("text", "party")
    situation, cue = situation_of(draft), corrects(said, plainly=free)
    if situation.question("giver") and "giver" in draft.answers and is_withheld(said):
        return {"giver": NOT_GIVEN}
    if not cue and (asks_something(turn, said) or pending and pending.kind not in ("choice", "yes_no")):
        return {}
    words = without_cue(said)
    facts = usable(situation, _facts_told(turn, situation, words))
    found = {
        k: v
        for k, v in facts.items()
        if (asked := situation.question(k))
        and draft.answers.get(k) != v
        and (cue or _replaces(k, draft.answers) or pending is None and asked.kind in ("choice", "yes_no"))
    }
    if pending:
        found.pop(pending.id, None)
    if cue and not found and (pending is None or pending.kind != "money"):
        found = _bare_value(situation, draft, words, turn)
    if cue and not found and "wants_to_accept" in draft.answers and _WISH.search(words):
        found = {"wants_to_accept": wish} if (wish := read_yes_no(words)) is not None else {}
    if "wants_to_accept" in found or _NO_GIVER.search(str(found.get("giver", ""))):
        found.pop("giver", None)
    found = {k: _same_half(draft.answers.get(k), v, said, turn) for k, v in found.items()}
    return {k: v for k, v in found.items() if not _still_to_come(situation.question(k), v, turn)}


def _replaces(question_id: str, answers: Mapping[str, Any]) -> bool:
    """Say whether what a sentence tells takes the place of an answer though nothing marks it as a correction."""
    return question_id in answers and (question_id not in _TOO_LOOSE or answers[question_id] == NOT_KNOWN)


def _facts_told(turn: Turn, situation: Situation, words: str) -> dict[str, object]:
    """The facts in the words; where nothing was cut from what came in, its mentions are read already."""
    understood = turn.incoming.understanding
    same = understood is not None and understood.text == words
    mentions = understood.mentions if same else extract(words, turn.now)
    return facts_for(situation.id, situation.audience, words, mentions, turn.now)


_TOO_LOOSE = (
    *("item", "giver", "form", "token", "regular", "giver_relation", "what", "device", "owner", "note"),
    *("what_happened", "outlet", "asked"),
    *("with", "party", "since", "relation", "role", "contractor", "body", "invention", "worker_kind"),
    *("whose", "relative_kind", "organisation", "nature", "deals_with_council", "work", "employer"),
)


def _same_half(before: Any, after: Any, said: str, turn: Turn) -> Any:
    """A corrected hour keeps its day and its half of the day: "it was half nine" after 10pm is 9.30pm."""
    if not (isinstance(after, str) and "T" in after and isinstance(before, str) and "T" in before):
        return after
    old, new = datetime.fromisoformat(before), datetime.fromisoformat(after)
    if old.hour >= 12 > new.hour and not re.search(r"am\b|morning|a\.m", said, re.I):
        new = new.replace(hour=new.hour + 12)
    if read_day(said, turn.now, prefer="past") is None:
        new = datetime.combine(old.date(), new.time())
    return new.isoformat(timespec="minutes")


def _still_to_come(question: Question, value: Any, turn: Turn) -> bool:
    """Say whether a day or time that must lie behind lies ahead."""
    if question.kind not in ("day", "moment") or question.tense != "past" or not isinstance(value, str):
        return False
    return value > turn.now.replace(tzinfo=None).isoformat(timespec="minutes")[: len(value)]


def _bare_value(situation: Situation, draft: Draft, words: str, turn: Turn) -> dict[str, Any]:
    question = situation.question("value")
    if question is None or not (any(c.isdigit() for c in words) or read_number(_ROUND_A_NUMBER.sub("", words))):
        return {}
    try:
        value = read_answer(question, words.strip(" ,."), turn.now)
    except Misread:
        return {}
    return {"value": value} if value != draft.answers.get("value") else {}
