"""Handing over in words: "reassign it to Sian Morgan", "pass this to Sian", and the name where it was missing."""

import re

from dialogs.actions import DecisionAction
from dialogs.deciding import waiting_for
from dialogs.decisions_in_words import POLITE, decides, named, named_in, not_waiting
from dialogs.desk import Turn
from dialogs.reassigning import WhichOne, hand_over
from dialogs.wording import listed, said
from knowledge.errors import Sayable
from knowledge.understanding.slots import read_reference, read_yes_no
from storage.tables import Decision, Draft, Record

LONGEST_NAME = 4
_WHAT = r"(?:(?:it|this|that|them|[a-z]{2,3}[- ]?\d{4}[- ]?\d+|(?:the|this|that) [\w' -]{2,40}?)\s+)?"
_TO = re.compile(
    POLITE
    + r"(?:can you |could you |would you )?"
    + rf"(?P<verb>re-?assign|pass|hand|forward|transfer|delegate|give)\s+(?P<what>{_WHAT})"
    + r"(?:(?P<on>on|over|across)\s+)?(?P<again>it\s+)?to\s+(?P<name>[^,.?!]{2,60})"
    r"(?:,\s*(?:please|thanks|thank you))?\W*$",
    re.I,
)
_TO_WHOM = re.compile(
    POLITE + r"(?:re-?assign|delegate|hand over)\b\s*(?:it|this|that|[a-z]{2,3}[- ]?\d{4}[- ]?\d+)?\W*$", re.I
)
_AFTER_NAME = re.compile(r"\s+(?:please|instead|for me|thanks|thank you|to decide|then|to look at)$", re.I)
_NOBODY_YET = re.compile(r"^(?:some(?:one|body)(?: else)?|another (?:person|manager))$", re.I)
_Waiting = list[tuple[Decision, Record]]


def hand_over_in_words(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take words that hand something that waits to somebody else; say whether they were such words."""
    if draft is None and _name_that_was_missing(turn, text):
        return True
    found = _TO.match(text) or _TO_WHOM.match(text)
    reference = read_reference(text)
    if found is None or draft and not (reference or found.re is _TO and found["verb"].casefold().startswith("re")):
        return False
    waiting = waiting_for(turn)
    return bool(waiting) and _choose(turn, found, reference, waiting)


def _choose(turn: Turn, found: re.Match, reference: str | None, waiting: _Waiting) -> bool:
    what, name = ("", "") if found.re is _TO_WHOM else (found["what"], _AFTER_NAME.sub("", found["name"].strip()))
    chosen = [(d, r) for d, r in waiting if r.reference == reference] if reference else waiting
    meant = named_in(what, chosen) if what and not reference else []
    if re.match(r"(?:the|this|that)\s\w", what, re.I) and not meant and not re.search(_RECORD, what):
        return False
    chosen = meant or chosen
    if found.re is _TO and found["on"] and len(chosen) == 1 and chosen[0][0].wants == "pass_on":
        return False
    if not chosen:
        turn.say(not_waiting(reference))
    elif len(chosen) > 1:
        references = listed([named(r) for _, r in chosen[:5]], "or")
        example = f"reassign {chosen[0][1].reference} to {said(name) or 'Sian Morgan'}"
        turn.say(f"{len(chosen)} wait for you. **Which one: {references}?** Say, for example, “{example}”.")
    else:
        _hand_over(turn, *chosen[0], "" if _NOBODY_YET.match(name) else name)
    return True


_RECORD = re.compile(r"\b(?:request|record|decision|one|declaration|report|approval|case)\b", re.I)


def _hand_over(turn: Turn, decision: Decision, record: Record, name: str) -> None:
    try:
        _, done = hand_over(turn, DecisionAction("reassign", decision.id, decision.version, to=name))
    except WhichOne as unclear:
        likely = [p.name for p in unclear.people[:3]]
        turn.desk.memory.keep(turn.person.id, {"hand_over": decision.id, "likely": likely}, turn.now)
        turn.say(f"**{unclear}**", choices=tuple(likely))
    except Sayable as refused:
        turn.say(str(refused))
    else:
        turn.say(done)


def _name_that_was_missing(turn: Turn, text: str) -> bool:
    wanted = turn.desk.memory.look(turn.person.id, turn.now)
    if not wanted or "hand_over" not in wanted:
        return False
    found = next(((d, r) for d, r in waiting_for(turn) if d.id == wanted["hand_over"]), None)
    if found is None or len(text.split()) > LONGEST_NAME or text.rstrip().endswith("?") or decides(text):
        return False
    turn.desk.memory.take(turn.person.id, turn.now)
    agreed = read_yes_no(text)
    if agreed is False:
        turn.say(f"All right. {found[1].reference} stays with you.")
        return True
    if agreed and len(wanted["likely"]) != 1:
        return False
    _hand_over(turn, *found, wanted["likely"][0] if agreed else text)
    return True
