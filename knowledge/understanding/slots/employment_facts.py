"""The facts of additional employment that a text states, as SITUATIONS names them."""

import re

from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.hours import find_total_hours
from knowledge.understanding.slots.text import plain

_NO_PART = (
    r"(?!(?:offered|offer|some|doing|do|up|on|a|an|the|my|to|take|taking|got|get|started|start|want|wants|wanted|been|another"
    r"|second|of|for|have|thinking|about|i|me|this|that|extra|additional|other|more|any|both|new|same)\b)"
)
_WORK = re.compile(
    rf"\b(?P<work>(?:{_NO_PART}[a-z][\w-]*\s+){{1,3}}"
    r"(?:work|job|shifts?|business|driving|teaching|tutoring|cleaning|consultancy))\b",
    re.I,
)
_DOING = re.compile(
    r"\b(?:to|start|starting|started|do|doing|some|by|weekend|evening)\s+"
    r"(?P<work>(?:bar\s?tending|tutoring|deliver\w*(?:\s+\w+)?|babysitting|driving\s+(?:a\s+)?\w+|dog[- ]walking"
    r"|cleaning|gardening|teaching(?:\s+\w+)?|freelanc\w+|consultancy|selling(?:\s+\w+){1,3}|coaching(?:\s+\w+)?|childminding"
    r"|dj-?ing|photography))\b",
    re.I,
)
_AT = r"(?:at|for|with)"
_EMPLOYER = re.compile(
    r"\b(?:work(?:ing)?|job|shifts?|hours|role|position|driving|deliver\w*|teaching|tutoring|cleaning|evenings"
    r"|weekends|nights)"
    rf"\s+(?:\w+\s+)?{_AT}\s+(?P<name>(?:the\s+)?[A-Z][\w&'-]*(?:\s+(?:(?:&|and|of)\s+)?[A-Z][\w&'-]*){{0,4}}"
    r"|(?:a|an|the|my)\s+(?:local\s+)?[a-z][\w'-]*(?:\s+(?:centre|shop|club|firm|agency|home|company))?)"
)
_AT_A_NAME = re.compile(rf"\b{_AT}\s+(?P<name>(?:the\s+)?[A-Z][\w&'-]*(?:\s+(?:(?:&|and|of)\s+)?[A-Z][\w&'-]*){{0,4}})")
_NO_EMPLOYER = re.compile(r"\b(?:for\s+myself|self[- ]employed|own\s+business|my\s+own\s+(?:company|firm))\b", re.I)
_NOT_AN_EMPLOYER = re.compile(
    r"^(?:the\s+(?:weekend|weekends|evening|evenings|summer|council|moment|same|side)|a\s+(?:few|couple|bit|while|month|week)|Saturday|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Christmas)\b",
    re.I,
)


def work(said: Said) -> str | None:
    """What the work would be, in the person's words: "weekend bar work"."""
    text = plain(said.text)
    found = _WORK.search(text) or _DOING.search(text)
    return found["work"].strip() if found else None


def employer(said: Said) -> str | None:
    """Whom it would be for, as said; "self-employed" where it is the person's own."""
    text = plain(said.text)
    if _NO_EMPLOYER.search(text):
        return "self-employed"
    named = [m["name"] for m in (*_EMPLOYER.finditer(text), *_AT_A_NAME.finditer(text))]
    return next((name for name in named if not _NOT_AN_EMPLOYER.match(name)), None)


def hours_per_week_total(said: Said) -> float | int | None:
    """The hours of all work a week, where the text says the total or adds them up."""
    total = find_total_hours(said.text)
    if total is None:
        return None
    return int(total) if total == total.to_integral_value() else float(total)
