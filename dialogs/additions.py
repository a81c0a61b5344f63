"""Words that go with a record beside its answers: told with the yes, or none of the answers at the summary."""

import re
from collections.abc import Mapping
from typing import Any

from dialogs.asking import carry_on
from dialogs.changing import correct_in_passing
from dialogs.desk import Turn
from dialogs.drafting import save, situation_of
from dialogs.wording import said
from knowledge.understanding.slots import read_choice, read_yes_no
from storage.tables import Draft

_MORE = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|aye|ok(?:ay)?|correct|right|that'?s right|sure|file it|send it)\b[\s,.;:–-]*"
    r"(?:(?:and|but|also|plus|only|oh|though|except(?: that)?)\b[\s,]*)+(?P<more>.+)$",
    re.I | re.S,
)
_COURTESY = re.compile(
    r"^(?:please|thanks?|thank you|ta|cheers|file|send|submit|go ahead|do it|i'?m (?:sure|happy|done)|you can"
    r"|let'?s|quick|(?:that'?s|it'?s|all) (?:it|all|fine|right|correct|ok(?:ay)?|everything|good))\b",
    re.I,
)
_ADD, _LEAVE = "Add it", "Leave it out"
_LEAST_WORDS, LONGEST = 3, 1000


def offer_to_add(turn: Turn, draft: Draft, text: str) -> None:
    """Ask whether words that are none of the answers go with the record as they stand."""
    save(turn, draft, offer={"kind": "add", "text": text[:LONGEST]})
    words = "what you just said" if situation_of(draft).sensitive else f"“{said(text)}”"
    turn.say(f"I can't tell which answer that is. **Shall I put {words} with it?**", choices=(_ADD, _LEAVE))


def take_addition(turn: Turn, draft: Draft, text: str, offer: Mapping[str, Any]) -> bool:
    """Take the answer to whether words go with the record; say whether it was one."""
    chosen = read_choice(text, {"yes": (_ADD, "put it with it"), "no": (_LEAVE, "leave it", "don't add it")})
    wish = read_yes_no(text) if chosen is None else chosen == "yes"
    if wish is None:
        return False
    draft = save(turn, draft, offer=None)
    if wish:
        _keep_note(turn, draft, offer["text"])
    else:
        carry_on(turn, draft, "All right, it's left out.")
    return True


def added_to_yes(text: str) -> str:
    """Give what is told beside a yes: "yes, and there's medical stuff in it"; nothing where it is a yes alone."""
    found = _MORE.match(text)
    more = found["more"].strip() if found else ""
    return "" if len(more.split()) < _LEAST_WORDS or _COURTESY.match(more) else more


def add_before_filing(turn: Turn, draft: Draft, addition: str) -> None:
    """Take what was told beside the yes as a change of an answer, else keep the words with it, and show it again."""
    if correct_in_passing(turn, draft, addition, None):
        return
    _keep_note(turn, draft, addition)


def _keep_note(turn: Turn, draft: Draft, addition: str) -> None:
    notes = [*draft.answers.get("notes", ()), {"answer": addition}]
    draft = save(turn, draft, {**draft.answers, "notes": notes})
    carry_on(turn, draft, "I've added that." if situation_of(draft).sensitive else f"Added: “{said(addition)}”.")
