"""Ready texts asked for in words: "draft the letter", "what do I say to them", "give me the words"."""

import re

from dialogs.asking import carry_on
from dialogs.desk import Turn
from dialogs.drafting import save
from dialogs.in_hand import Matter, matter_in_hand
from dialogs.talk import fill
from dialogs.telling import holds_now, is_own
from dialogs.wording import capital
from storage.tables import Draft

_THEM = (
    r"(?:(?:to )?(?:them|him|her|it|the (?:company|firm|family|press|media|paper|papers|reporter|journalist|solicitor|"
    r"executors?|bbc)))"
)
_TEXT = r"(?:draft|letter|refusal|reply|wording|words|text|statement|line|note to them|email to them)"
_ASKED = re.compile(
    r"^\W*(?:(?:so|ok|okay|and|but|please|can you|could you|will you|would you|just)\W+)*(?:"
    r"(?:draft|write|show|give|send|get)(?: me| us)? (?:(?:the|a|that|my|some) )?"
    rf"{_TEXT}"
    rf"|(?:can|could|may) i (?:have|see|get) (?:the|a|some|that) {_TEXT}"
    rf"|(?:so )?what (?:do|should|can|could|shall|must) i (?:say|tell|write|reply|answer)(?: back)?(?: {_THEM})?"
    rf"|how (?:do|should|can|shall) i (?:say no|refuse|reply|answer|put it|word it)(?: {_THEM})?"
    r"|what are the (?:exact )?words|what words (?:do|should|can) i use"
    r")(?: to (?:copy|use|them|him|her|the \w+))?(?: (?:again|then|please|now|exactly))*\W*$",
    re.I,
)


def hear_ready_words(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Give the ready text of the matter in hand, alone so that it can be copied; say whether it was asked for.

    Where the policy or the matter has none, that is said with what holds; where nothing is in hand, it is left to
    others.
    """
    if not _ASKED.match(text.replace("’", "'")):
        return False
    said_before = len(turn.replies)
    matter = matter_in_hand(turn, text, draft)
    if matter is None:
        return len(turn.replies) > said_before
    lead, words = _ready(turn, matter)
    if words:
        turn.say(lead)
        turn.say(words)
        lead = ""
    elif matter.draft is None:
        turn.say(lead)
    if matter.draft:
        carry_on(turn, _given(turn, matter.draft, words), lead)
    return True


def _given(turn: Turn, draft: Draft, words: str) -> Draft:
    """Note that the text was given, so that the summary doesn't give it again."""
    return save(turn, draft, ready=words) if words and draft.meta.get("ready") != words else draft


def _ready(turn: Turn, matter: Matter) -> tuple[str, str]:
    """What the text is for, and the text; where there is none, a sentence that says so."""
    found = matter.situation.ready(matter.answers, matter.ruling.lines, turn.desk.library)
    if not found and not matter.settled:
        return "That depends on what you tell me next.", ""
    if not found:
        return f"I have no set words for this one. {capital(holds_now(turn, matter))}", ""
    lead, words = found
    if not is_own(turn, matter):
        return "These are the words:", words
    return fill(lead, matter.situation, matter.answers, turn.desk.directory, matter.owner, matter.on), words
