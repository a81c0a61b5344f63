"""The facts of an employee declaration, an invention and an election that a text states, as SITUATIONS names them."""

import re
from collections.abc import Mapping

from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.text import plain
from knowledge.understanding.slots.tie_facts import first_match

_KIND: Mapping[str, re.Pattern[str]] = {
    "agency": re.compile(r"\b(?:agency|temp)\b", re.I),
    "freelance": re.compile(r"\b(?:freelanc\w+|contractors?|self[- ]employed)\b", re.I),
    "employee": re.compile(r"\b(?:new\s+employee|i'?m\s+(?:staff|permanent|an\s+employee))\b", re.I),
}
_NEW = re.compile(
    r"\b(?:new\s+(?:starter|employee|here)|(?:i'?m|am)\s+new\b|just\s+started|started\s+(?:on\s+)?(?:monday|today|last\s+week))\b",
    re.I,
)
_SAME = re.compile(
    r"\b(?:no\s+changes?|nothing(?:\s+has|'s|\s+is)?\s+(?:changed|different)|same\s+as\s+(?:last|before)"
    r"|(?:hasn'?t|has\s+not|haven'?t)\s+changed)\b",
    re.I,
)
_CHANGED = re.compile(
    r"\b(?:(?:has|have|'s|'ve)\s+changed|(?:is|'s)\s+different|isn'?t\s+true\s+any\s+more|out\s+of\s+date|needs\s+updating|(?:are|is|'s)\s+altered|no\s+longer|not\s+any\s+more|new\s+details|since\s+last\s+(?:time|year)\s+i"
    r"|update\s+my)\b",
    re.I,
)
_NIL = re.compile(
    r"\b(?:nil|nothing\s+to\s+declare|no\s+interests|(?:haven'?t|have\s+not)\s+(?:got\s+)?anything\s+to"
    r"|(?:nothing|nowt|nought)\s+to\s+(?:put|say|report|add|tell|enter|list)|all\s+blank|leave\s+it\s+blank)\b",
    re.I,
)
_BODY: Mapping[str, re.Pattern[str]] = {
    "parliament": re.compile(r"\b(?:parliament\w*|mp|senedd|westminster)\b", re.I),
    "parish": re.compile(r"\b(?:parish|town|community|village)\s+(?:council\w*|election)\b|\bthe\s+parish\b", re.I),
    "district": re.compile(r"\bdistrict\b", re.I),
    "borough": re.compile(r"\bborough\b", re.I),
    "other_county": re.compile(
        r"\b(?:another|(?:the\s+)?next|a\s+different|neighbouring|other)\s+county\b|\bcounty\s+councill?or\s+there\b",
        re.I,
    ),
    "this_county_council": re.compile(
        r"\b(?:county\s+(?:council\w*|elections?)|this\s+(?:county\s+)?council|for\s+the\s+county)\b", re.I
    ),
}
_NOT_RESTRICTED = re.compile(r"\bnot\s+(?:a\s+)?politically\s+restricted\b|\bn't\s+politically\s+restricted\b", re.I)
_RESTRICTED = re.compile(r"\bpolitically\s+restricted\b", re.I)
_OWN_TIME = re.compile(
    r"\b(?:(?:in|on)\s+my\s+(?:own|spare|free)\s+time|at\s+home|in\s+my\s+own\s+shed|(?:nothing|nowt|nothin)\s+to\s+do\s+wi(?:th?)?\s+(?:my\s+|me\s+)?(?:job|work)"
    r"|weekends\s+only|in\s+(?:my|me)\s+(?:shed|garage|kitchen)|off\s+duty|on\s+my\s+days\s+off)\b",
    re.I,
)
_AT_WORK = re.compile(
    r"\b(?:at\s+work|on\s+work\s+time|for\s+work|in\s+the\s+workshop|on\s+the\s+job|as\s+part\s+of\s+my\s+job|what\s+i'?m\s+(?:employed|paid)\s+(?:to\s+do|for)|in\s+work\s+time|it'?s\s+my\s+job\s+to"
    r"|(?:doing|on)\s+my\s+rounds)\b",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:my\s+(?:colleagues?|team)|colleague|we(?:'ve|\s+have|\s+made|\s+built|\s+rigged)?|the\s+lads|an\s+apprentice)\b",
    re.I,
)
_NAMED = (
    r"(?!(?:that|which|for|to|in|at|as|of|and|on|who|when|with|i|we|could|it|is|from|while|but|made|patent|invention)\b)"
    r"[\w-]+"
)
_INVENTION = re.compile(
    r"\b(?:invented|inventd|designed|built|made|created|devised|developed|patent)\s+"
    rf"(?P<what>(?:an?|the|my|our)\s+{_NAMED}(?:\s+{_NAMED}){{0,3}}"
    rf"(?:\s+(?:for|of)\s+{_NAMED}(?:\s+{_NAMED}){{0,2}})?)",
    re.I,
)
_VAGUE = re.compile(r"^(?:an?|the|my|our)\s+(?:new\s+)?(?:something|thing|device|idea|discovery|product|tool)\b", re.I)


def worker_kind(said: Said) -> str | None:
    """How the person works for the council, where it is said."""
    return first_match(said.text, _KIND)


def new_starter(said: Said) -> bool | None:
    """Whether the person says that they have just started."""
    return True if _NEW.search(plain(said.text)) else None


def changed(said: Said) -> bool | None:
    """Whether something has changed since the last declaration, as said."""
    text = plain(said.text)
    if _SAME.search(text):
        return False
    return True if _CHANGED.search(text) else None


def nil(said: Said) -> bool | None:
    """Whether the person says that there is nothing to declare."""
    return True if _NIL.search(plain(said.text)) else None


def body(said: Said) -> str | None:
    """What the person stands for."""
    return first_match(said.text, _BODY)


def politically_restricted(said: Said) -> bool | None:
    """Whether the post is politically restricted, as said; what is asked about ("if my post's ...") is not said."""
    text = plain(said.text)
    if _NOT_RESTRICTED.search(text):
        return False
    return True if _RESTRICTED.search(text) and not re.search(r"\bif\b", text, re.I) else None


def in_course_of_duties(said: Said) -> bool | None:
    """Whether it came about in the course of the work, as said."""
    text = plain(said.text)
    if _OWN_TIME.search(text):
        return False
    return True if _AT_WORK.search(text) else None


def alone(said: Said) -> bool | None:
    """Whether nobody else had a part in it: False where others are named."""
    return False if _TOGETHER.search(plain(said.text)) else None


def invention(said: Said) -> str | None:
    """What was made, in the person's words: "a clamp for the gritter"."""
    found = _INVENTION.search(plain(said.text))
    return found["what"] if found and not _VAGUE.match(found["what"]) else None
