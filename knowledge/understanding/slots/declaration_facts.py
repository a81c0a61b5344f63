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
    r"\b(?:new\s+(?:starter|employee|here)|brand\s+new|(?:first|second)\s+(?:week|day)\b|(?:i'?m|am)\s+new\b"
    r"|just\s+started|started\s+(?:on\s+)?(?:monday|today|last\s+week))\b",
    re.I,
)
_NOT_NEW = re.compile(
    r"\bnot\s+(?:a\s+)?new\b|\bbeen\s+(?:here|with\s+\w+)\s+(?:a\s+while|for\s+years|years|ages|\d+)", re.I
)
_SAME = re.compile(
    r"\b(?:no\s+changes?|nothing(?:\s+has|'s|\s+is)?\s+(?:changed|different)|same\s+as\s+(?:last|before)"
    r"|nothing(?:'?s)?\s+(?:different|new|to\s+add)|all\s+the\s+same|still\s+the\s+same|(?:hasn'?t|has\s+not"
    r"|haven'?t|not)\s+changed)\b",
    re.I,
)
_CHANGED = re.compile(
    r"\b(?:(?:has|have|'s|'ve)\s+changed|(?:is|'s)\s+different|isn'?t\s+true\s+any\s+more|out\s+of\s+date"
    r"|needs\s+updating|(?:are|is|'s)\s+altered|no\s+longer|not\s+any\s+more|new\s+details|since\s+last\s+(?:time"
    r"|year)\s+i"
    r"|update\s+my|need\s+to\s+add|things\s+are\s+different|(?:is|are|'s)\s+different\s+from|(?:on|in|got"
    r"|started)\s+an?\s+(?:new|different|second|other)\s+(?:job|role"
    r"|business|house)"
    r"|since\s+i\s+(?:did|last|filled|sent)|(?:redo|re-do|change|amend)\s+my|changed\s+(?:jobs?|since))\b",
    re.I,
)
_NIL = re.compile(
    r"\b(?:nil|zilch|n[o]wt\s+to\s+declare|zero\s+to\s+declare|nada|nothing\s+to\s+declare|no\s+interests|(?:haven'?t"
    r"|have\s+not)\s+(?:got\s+)?anything\s+to"
    r"|(?:nothing|nowt|nought)\s+to\s+(?:put|say|report|add|tell|enter|list)|all\s+blank|leave\s+it\s+blank)\b",
    re.I,
)
_BODY: Mapping[str, re.Pattern[str]] = {
    "parliament": re.compile(r"\b(?:parliament\w*|mp|senedd|westminster)\b", re.I),
    "parish": re.compile(r"\b(?:parish|town|community|village)\s+(?:council\w*|election)\b|\bthe\s+parish\b", re.I),
    "district": re.compile(r"\bdistrict\b", re.I),
    "borough": re.compile(r"\bborough\b", re.I),
    "other_county": re.compile(
        r"\b(?:county\s+council|council)\s+(?:over\s+)?there,?\s+not\s+ours\b|\bover\s+the\s+border\b|\b(?:another"
        r"|(?:the\s+)?next|a\s+different|neighbouring|other)\s+county\b|\bcounty\s+councill?or\s+there\b",
        re.I,
    ),
    "this_county_council": re.compile(
        r"\b(?:on\s+this\s+county|the\s+(?:very\s+)?council\s+(?:that|which|who)\s+(?:pays|employs)\s+me"
        r"|my\s+own\s+council|county\s+(?:council\w*|elections?)|this\s+(?:county\s+)?council|for\s+the\s+county)\b",
        re.I,
    ),
}
_NOT_RESTRICTED = re.compile(
    r"\b(?:not|isn'?t|isnt)\s+(?:a\s+|politically\s+)?restricted\b|\bnot\s+(?:a\s+)?politically\s+restricted\b"
    r"|\bn't\s+politically\s+restricted\b",
    re.I,
)
_RESTRICTED = re.compile(r"\bpolitically\s+restricted\b", re.I)
_OWN_TIME = re.compile(
    r"\b(?:(?:(?:in|on)\s+)?(?:my|me|our)\s+(?:own|spare|free)\s+time|own\s+time|no(?:t|\s)\s*(?:a\s+)?part\s+of\s+(?:our|my|the)\s+"
    r"(?:\w+\s+)?(?:job|duties|work)|spare\s+time|at\s+home|in\s+my\s+own\s+shed|(?:nothing|nowt"
    r"|nothin)\s+to\s+do\s+wi(?:th?)?\s+(?:my\s+|me\s+)?(?:job|work)"
    r"|weekends\s+only|in\s+(?:my|me)\s+(?:shed|garage|kitchen)|off\s+duty|on\s+my\s+days\s+off)\b",
    re.I,
)
_AT_WORK = re.compile(
    r"\b(?:at\s+work|on\s+work\s+time|for\s+work|in\s+the\s+workshop|on\s+the\s+job|as\s+part\s+of\s+my\s+job"
    r"|what\s+i'?m\s+(?:employed|paid)\s+(?:to\s+do|for)|in\s+work\s+time|it'?s\s+my\s+job\s+to"
    r"|(?:doing|on)\s+my\s+rounds|(?:as\s+)?part\s+of\s+(?:our|the|my|me)\s+jobs?|(?:in|on)\s+(?:council|works?)\s+time"
    r"|on\s+(?:the\s+)?(?:shift|clock)|(?:doing|during|in)\s+(?:my|our)\s+(?:normal\s+|usual\s+)?duties|my\s+(?:manager|boss)\s+asked\s+me\s+to)\b",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:(?:two|three|four|a\s+few)\s+of\s+us|me\s+(?:and|n|an|&)\s+\w+|together|(?:\w+\s+and\s+i|\w+\s+and\s+me)\b|our\s+team"
    r"|us\s+lot|with\s+(?-i:[A-Z])\w+|my\s+(?:colleagues?|team|mate)|colleague|we(?:'ve|\s+have|\s+made|\s+built"
    r"|\s+rigged)?|the\s+lads|an\s+apprentice)\b",
    re.I,
)
_NAMED = (
    r"(?!(?:that|which|for|to|in|at|as|of|and|on|who|when|with|i|we|could|it|is|from|while|but|made|patent"
    r"|invention)\b)"
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
    if _NOT_NEW.search(plain(said.text)):
        return False
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
    """Whether nobody else had a part in it, as said."""
    text = plain(said.text)
    if _BY_ONESELF.search(text):
        return True
    return False if _TOGETHER.search(text) else None


_BY_ONESELF = re.compile(
    r"\b(?:on|by)\s+(?:my|me)\s*(?:own|self)\b(?!\s+\w+\s+(?:time|phone|laptop))|\ball\s+(?:my|me)\s+own\s+work\b"
    r"|\bjust\s+me\b|\bnobody\s+helped\b",
    re.I,
)
_GADGET = re.compile(
    r"\b(?P<what>(?:an?\s+|this\s+|new\s+|better\s+|my\s+|our\s+)?(?:(?!(?:i|it|up|made|built|got|for|with|in|on|to"
    r"|the|and|of"
    r"|designed|came|come|invented|kind|that|have|been|thought|wi|a|an|something|summat)\b)[\w-]+\s+){0,2}"
    r"(?:bracket|sensor|clip|hinge|gizmo|gadget|clamp|app|widget|jig|frame|trolley|hook|key|valve|attachment|guard"
    r"|stand|holder"
    r"|spreadsheet|software|program|machine|trap|lock|switch|handle|rig|adapt[eo]r|alarm|tracker)"
    r"(?:\s+for\s+(?:the\s+|a\s+|my\s+)?[\w-]+(?:\s+(?!(?:that|which|and|so|it|i|we|while|on|at|in|is|now|who"
    r"|do)\b)[\w-]+)?)?)\b",
    re.I,
)


def invention(said: Said) -> str | None:
    """What was made, in the person's words: "a clamp for the gritter"."""
    text = plain(said.text)
    found = _INVENTION.search(text)
    if found and not _VAGUE.match(found["what"]):
        return found["what"]
    found = _GADGET.search(text)
    return found["what"] if found and len(found["what"].split()) > 1 and not _VAGUE.match(found["what"]) else None
