"""The facts of a prize that a text states, as SITUATIONS names them."""

import re

from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.text import plain

_OWN_TIME = re.compile(
    r"\b(?:(?:my|our)\s+own\s+time|(?:my|a)\s+day\s+off|nothing\s+to\s+do\s+with\s+(?:work|the\s+council)"
    r"|not\s+at\s+work"
    r"|on\s+holiday|not\s+work|outside\s+work|my\s+own\s+(?:scratch\s?card|ticket|lottery\s+ticket)|corner\s+shop)\b",
    re.I,
)
_LEISURE = re.compile(
    r"\b(?:at\s+home|(?:local\s+)?pub|bingo|lottery|lotto|football\s+pools|village\s+f[eê]te|my\s+numbers"
    r"|school\s+f[eê]te"
    r"|church)\b",
    re.I,
)
_FUNDS = re.compile(
    r"\b(?:(?:procurement|purchasing|purchase|corporate)\s+card|council\s+(?:\w+\s+)?card|(?:work"
    r"|works)\s+(?:\w+\s+)?card|on\s+the\s+council'?s?\s+account|petty\s+cash"
    r"|(?:work|council|public)(?:'s)?\s+(?:money|funds|cash|budget))\b",
    re.I,
)
_HOST = r"(?:suppliers?|contractors?|builders?|vendors?|company|firm|developers?|solicitors?|corporate)"
_EVENT = (
    r"(?:dinner|do|bash|table|tent|box|marquee|golf\s+day|day|event|party|charity\s+night|night|lunch"
    r"|ball|(?:christmas|xmas|summer)\s+(?:do|bash|party|dinner))"
)
_HOSPITALITY = re.compile(
    rf"\b(?:hospitality|golf\s+day|awards\s+(?:dinner|night)|corporate\s+day|business\s+dinner"
    rf"|{_HOST}['’]?s?['’]?\s+(?:\w+\s+)?{_EVENT}|do\s+laid\s+on)\b",
    re.I,
)
_BUSINESS = re.compile(
    r"\b(?:conf[ea]+r?ence|confrence|trade\s+(?:fair|show)|expo|exhibition|seminar|webinar|training|hackathon"
    r"|at\s+work|(?:on|at|from)\s+an?\s+(?:\w+\s+)?course|(?:on\s+a\s+)?work\s+(?:trip|course|event|do|day\s+out"
    r"|day)|the\s+council\s+sent\s+(?:me|us)|(?:suppliers?'?s?|recruitment|careers|procurement|jobs"
    r"|buyers?'?)\s+(?:fair|day)|council's\s+business|council\s+business"
    r"|(?:firm|company|supplier)'s\s+stand|on\s+a\s+stand|feedback\s+form|innovation\s+prize|department)\b",
    re.I,
)
_NO_PRIZE = re.compile(
    r"\b(?:dinner|conference|day|do|event|competition|raffle|draw|tombola|sweepstake|quiz|bingo|lottery|pools|fete|fair"
    r"|show|expo|exhibition|prizes?|tickets?|ticket\s+came|seminar|seat|tent|stand|trip|council|winner|scratchcard"
    r"|business|time|party|night|christmas|card|name|survey|work\s+money|away)$",
    re.I,
)
_IN_A_DRAW = re.compile(r"\s+(?:in|at|from|on)\s+(?:a|an|the)\s+.*$", re.I)
_TURNED_DOWN = re.compile(
    r"\b(?:turned\s+(?:it\s+)?down|gave\s+it\s+back|handed\s+it\s+back|refused\s+(?:it|a\s+prize)"
    r"|told\s+them\s+to\s+draw\s+again"
    r"|(?:don'?t|do\s+not)\s+(?:really\s+|even\s+)?want\s+(?:it|them|to\s+keep|the\s+\w+))\b",
    re.I,
)


_KEEPS = re.compile(
    r"\bi(?:'?d|\s+would)\s+(?:really\s+|quite\s+)?(?:like|love)\s+to\s+(?:keep|have|take|accept)\b"
    r"|\bwant\s+to\s+keep\b",
    re.I,
)


def where(said: Said) -> str | None:
    """Where it was won; what the text says outright counts before what the place makes likely."""
    text = plain(said.text)
    told = (
        (_OWN_TIME, "own_time"),
        (_FUNDS, "council_funds"),
        (_HOSPITALITY, "hospitality_event"),
        (_BUSINESS, "council_business"),
        (_LEISURE, "own_time"),
    )
    return next((value for pattern, value in told if pattern.search(text)), None)


def item(said: Said) -> str | None:
    """The prize itself: a raffle, a draw or the event where it was is none."""
    things = (_IN_A_DRAW.sub("", thing) for thing in said.mentions.things)
    return next((thing for thing in things if not _NO_PRIZE.search(thing)), None)


def wants_to_accept(said: Said) -> bool | None:
    """What the text says of keeping it or turning it down."""
    text = plain(said.text)
    return False if _TURNED_DOWN.search(text) else True if _KEEPS.search(text) else None
