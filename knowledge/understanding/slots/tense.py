"""Whether a day without a side, "on Saturday", lies behind or ahead, from the words around it."""

import re

from knowledge.understanding.slots.lexicon import alternatives, table
from knowledge.understanding.slots.text import sentence_around

_EVENT = re.compile(rf"\b{alternatives(tuple(table('dates')['words']['events']))}\b", re.I)
_OFFER = re.compile(
    r"\b(?:offer(?:ed|ing|s)?|invit(?:ed|es?|ing|ation)|tickets?|asked|want(?:s|ed)?\s+to"
    r"|would\s+like|wants\s+me|take\s+(?:me|us|my)"
    r"|given|gave|give|sent|treat|go(?:ing)?\s+to)\b",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:will|'ll|being\s+(?:taken|treated)|going\s+to|taking|takes|coming|upcoming|invited|inviting|invitation"
    r"|due|next"
    r"|planning|hoping|arranged|booked|flying"
    r"|leaving|plan\s+to|want(?:s)?\s+to|would\s+like|can\s+i|could\s+i|may\s+i|should\s+i|is\s+on"
    r"|are\s+on|happening|have\s+been\s+asked|to\s+be)\b",
    re.I,
)
_BEHIND = re.compile(
    r"\b(?:lost|left|was|were|had|came|dropped|handed|took|went|received|got|gave|happened|broke"
    r"|nicked|pinched|stolen|stole|brought"
    r"|arrived|turned|slipped|bought|sent|said|saw|found|noticed|realised|accepted|declined|refused"
    r"|ate|attended|been|since|opened"
    r"|clicked|missing|gone|lent|paid|treated|popped|visited|offered|did|sat|bunged|mugged|burgled|snatched|given)\b",
    re.I,
)


def prefers_future(text: str, start: int, end: int) -> bool | None:
    """True where the span ``start:end`` reads as the day of something still to come.

    An event offered ("tickets for the rugby on Saturday", "invited me out on Friday") lies ahead, and so does what is
    planned; what was lost, given or done lies behind (False). None where there is no sign.
    """
    first, last = sentence_around(text, start, end)
    before, after = text[first:start], text[end:last]
    if re.search(r"\bfor\s+(?:this\s+|next\s+|the\s+)?$", before, re.I):
        return True
    events = list(_EVENT.finditer(before))
    behind = list(_BEHIND.finditer(before))
    if events and _OFFER.search(before[: events[-1].start() + 8]) and not _happened(before, events[-1].start()):
        return True
    ahead = list(_AHEAD.finditer(before))
    if ahead and (not behind or ahead[-1].end() > behind[-1].end()):
        return True
    if behind:
        return False
    if re.match(
        r"\s*(?:'s|s')?\s*(?:\w+\s+)?(?:match|game|dinner|lunch|event|concert|final|do|show|gig)\b", after, re.I
    ):
        return True
    if _BEHIND.search(after):
        return False
    return True if _AHEAD.search(after) else None


def _happened(before: str, event: int) -> bool:
    """``I lost it at the match on Saturday``, ``took us to dinner on Friday``: the event is over."""
    done = re.compile(
        r"\b(?:lost|took|went|attended|ate|nicked|stolen|left|dropped|broke|treated|was\s+at|were\s+at"
        r"|had|paid|bought)\b",
        re.I,
    )
    last = list(done.finditer(before[:event]))
    offers = list(re.finditer(r"\b(?:offer\w*|invit\w*|tickets?)\b", before[:event], re.I))
    return bool(last) and (not offers or last[-1].start() > offers[-1].start())
