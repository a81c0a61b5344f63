"""Corrections, at any time: in passing ("sorry, it was £140"), by name ("change the value"), or from a list."""

import re
from collections.abc import Mapping
from typing import Any

from dialogs.asking import ask, carry_on
from dialogs.desk import Turn
from dialogs.drafting import answer, save, situation_of, usable
from dialogs.questions import Misread, read_answer, show_answer
from dialogs.situation import Question, Situation
from dialogs.wording import listed
from knowledge.understanding.slots import facts_for, read_choice
from storage.tables import Draft

_CUE = re.compile(
    r"^\W*(sorry|actually|oops|no[,.]|wait|hang on|correction|i meant|i mean|scrap that|make (it|that)|my mistake|"
    r"it was|it's actually|it is actually|that should be|should be|not \S+[,.]? (but )?)",
    re.I,
)
_CHANGE = re.compile(r"^\W*(change|correct|edit|update|fix|amend)\b(?: (?:the|my|your|an?))?(?P<what>.*)$", re.I)
_TO = re.compile(r"\b(?:to|is|was|should be)\b\s+(?P<value>.+)$", re.I)


def correct_in_passing(turn: Turn, draft: Draft, said: str, pending: Question | None) -> bool:
    """Take a correction of earlier answers, where the words are one; say whether they were."""
    found = _corrections(turn, draft, said, pending)
    if not found:
        return False
    situation = situation_of(draft)
    changed = []
    for question_id, value in found.items():
        question = situation.question(question_id)
        draft = answer(turn, draft, question_id, value)
        changed.append(f"{question.label.lower()} is now {show_answer(question, value, turn.today)}")
    carry_on(turn, draft, f"Changed: {listed(changed)}.")
    return True


def change_by_name(turn: Turn, draft: Draft, said: str) -> bool:
    """Take "change the value" or "change the value to £140"; say whether it was that."""
    match = _CHANGE.match(said)
    if not match:
        return False
    situation = situation_of(draft)
    what = match["what"].strip(" .!?")
    to = _TO.search(what)
    named = _question_named(situation, draft.answers, what[: to.start()] if to else what)
    if named is None:
        offer_changes(turn, draft)
    elif to:
        _change_to(turn, draft, named, to["value"])
    else:
        ask_again(turn, draft, named)
    return True


def offer_changes(turn: Turn, draft: Draft) -> None:
    """List what can be changed."""
    situation = situation_of(draft)
    labels = tuple(q.label for q in situation.questions if draft.answers.get(q.id) is not None)
    save(turn, draft, offer={"kind": "change"})
    turn.say(
        f"You can change {listed([label.lower() for label in labels], 'or')}. **Which one?** "
        "You can also say it in one go, such as “change the value to £140”.",
        choices=labels[:3] if len(labels) <= 3 else (),
    )


def chosen_change(turn: Turn, draft: Draft, said: str) -> bool:
    """Read which answer is to change, after the list was shown; say whether the words named one."""
    named = _question_named(situation_of(draft), draft.answers, said)
    if named is None:
        return False
    ask_again(turn, draft, named)
    return True


def ask_again(turn: Turn, draft: Draft, question: Question) -> None:
    """Ask one question anew; its present answer stays until there is another."""
    now = show_answer(question, draft.answers[question.id], turn.today) if question.id in draft.answers else ""
    draft = save(turn, draft, again=question.id, offer=None)
    ask(turn, draft, situation_of(draft), question, f"{question.label} is {now} at the moment." if now else "")


def _change_to(turn: Turn, draft: Draft, question: Question, said: str) -> None:
    try:
        value = read_answer(question, said, turn.now)
    except Misread as misread:
        draft = save(turn, draft, again=question.id, offer=None)
        turn.say(str(misread))
        return
    draft = answer(turn, draft, question.id, value)
    carry_on(turn, draft, f"Changed: {question.label.lower()} is now {show_answer(question, value, turn.today)}.")


def _question_named(situation: Situation, answers: Mapping[str, Any], words: str) -> Question | None:
    answered = [q for q in situation.questions if q.id in answers]
    if not words.strip():
        return None
    found = read_choice(words, {q.id: (q.label, q.id.replace("_", " "), *_OTHER_NAMES.get(q.id, ())) for q in answered})
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
    "when": ("time", "date", "day"),
}


def _corrections(turn: Turn, draft: Draft, said: str, pending: Question | None) -> dict[str, Any]:
    situation, cue = situation_of(draft), bool(_CUE.match(said))
    understood = turn.incoming.understanding
    facts = facts_for(situation.id, situation.audience, said, understood.mentions, turn.now) if understood else {}
    found = {
        k: v
        for k, v in usable(situation, facts).items()
        if situation.question(k) and k in draft.answers and draft.answers[k] != v and (cue or k not in _TOO_LOOSE)
    }
    if pending and not cue:
        found = {} if pending.kind in ("text", "party", "day", "money") else found
    if pending and pending.id in facts:
        found.pop(pending.id, None)
    if cue and not found and "value" in draft.answers and (pending is None or pending.kind != "money"):
        found = _bare_value(situation, draft, said, turn)
    return found


_TOO_LOOSE = ("item", "giver", "form", "token", "regular", "giver_relation", "what", "device", "owner", "note")


def _bare_value(situation: Situation, draft: Draft, said: str, turn: Turn) -> dict[str, Any]:
    question = situation.question("value")
    rest = _CUE.sub("", said).strip(" ,.")
    if question is None or not any(c.isdigit() for c in rest):
        return {}
    try:
        value = read_answer(question, rest, turn.now)
    except Misread:
        return {}
    return {"value": value} if value != draft.answers["value"] else {}
