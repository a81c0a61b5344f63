"""The facts of notices and permissions that a text states: meetings, parties, journeys, last days."""

import re
from datetime import date

from knowledge.understanding.slots.dates import read_day
from knowledge.understanding.slots.facts_base import Said
from knowledge.understanding.slots.text import plain

_MEETING = re.compile(
    r"\b(?P<what>(?:(?:the|a|an|my|our|team|case|sickness|absence|return to work)\s+){1,3}(?:(?:team|case|staff|board"
    r"|project|investigation|disciplinary|redundancy|grievance|appeal|public|consultation|strategy)\s+){0,2}(?:meeting"
    r"|hearing|review|supervision|interview|appeal|grievance|disciplinary|one to ones?|board|conference|training))\b",
    re.I,
)
_EVENT = re.compile(
    r"\b(?P<what>(?:(?:the|a|an|my|our|their|mayor's|staff|christmas|retirement|leaving|awards|carol|museum)\s+){0,3}"
    r"(?:party|do|reception|launch|buffet|quiz|dinner|lunch|concert|evening|opening|play|fete|fiftieth))\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?P<what>(?:in|at|on)\s+(?:(?:the|our)\s+(?:[\w-]+\s+){0,2}?)?(?:office|room|centre|library|canteen|yard|hall"
    r"|museum|chamber|floor|school|depot|reception))\b",
    re.I,
)
_GROUP = re.compile(
    r"\b(?P<what>(?:(?:the|a|our)\s+)?(?:labour|conservative|plaid|lib dem|liberal democrat|green|independent|ruling"
    r"|opposition|controlling|political)(?:\s+group)?)\b",
    re.I,
)
_ATTEND = re.compile(r"\b(?:attend\w*|sit in|go(?:ing)? to|invited|officer there|meeting)\b", re.I)
_ADVISE = re.compile(r"\b(?:advis\w+|advice|brief\w*|explain|draft|tactics|talk them through|present|figures)\b", re.I)
_TOPIC = re.compile(
    r"\b(?:training|course|session|lesson|refresher|workshop|trained)\s+(?:on|in|about|for)\s+"
    r"(?P<what>(?!council\b)[\w. -]{2,40}?)(?=$|[,.?;]|\s+(?:for|please|when|so|as|before)\b)"
    r"|\b(?:learn|show me|shown|teach me|taught|lesson in|help with|half hour on|hour on|get to grips with)"
    r"\s+(?:how\s+)?(?:to\s+)?"
    r"(?:use\s+)?(?P<learn>[\w. -]{2,30}?)(?=$|[,.?;]|\s+(?:for|on|please|when|so|as|before|would|is)\b)"
    r"|\b(?P<day>[\w-]+)\s+refresher\b|\b(?:induction|day|module)\s+on\s+(?P<on>[\w -]{2,25}?)(?=$|[,.?;])"
    r"|\bhow to (?:use )?(?P<how>[\w. -]{2,40}?)(?=$|[,.?;]|\s+(?:for|please)\b)"
    r"|\b(?P<kind>cyber security|data protection|gdpr|social media|ict|it) (?:training|course|session)\b",
    re.I,
)
_COUNTRY = re.compile(r"\b(?:to|in|round|around|visiting)\s+(?:the\s+)?(?P<what>[A-Z][a-z]+(?:\s[A-Z][a-z]+)*)")
_NO_COUNTRY = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Legal|Democratic|Digital|Teams)\b"
)
_PLACES = (
    "france spain portugal italy germany greece turkey cyprus malta ireland belgium holland netherlands switzerland "
    "austria poland croatia bulgaria romania hungary norway sweden denmark finland iceland morocco egypt tunisia dubai "
    "india thailand japan china australia canada mexico america usa florida california kenya jamaica barbados cuba "
    "brazil tenerife lanzarote fuerteventura majorca mallorca menorca ibiza benidorm alicante malaga algarve lisbon "
    "madeira paris rome venice barcelona amsterdam berlin prague crete corfu rhodes kos zante brittany normandy dublin "
    "brussels"
).split()
_DESTINATION = re.compile(
    rf"\b(?:to|in|round|around|visiting|for)\s+(?:the\s+)?(?P<what>new (?:zealand|york)|south africa|gran canaria"
    rf"|{'|'.join(_PLACES)})\b",
    re.I,
)
_STILL_TO_COME = re.compile(
    r"\b(?:standing|stepping|going|leaving|retiring|resigning|finishing|will|'ll|about\s+to|leave|finish|stand\s+down|step\s+down"
    r"|retire|resign)\b(?!.*\b(?:last|was|did|ago|stood|left|lost)\b)",
    re.I,
)
_ENDS_ONLY = re.compile(r"\bfrom\s+(?:the\s+)?\d{1,2}\w{0,2}\s+(?:to|till|until)\b", re.I)
_DEVICE = re.compile(r"\b(?P<what>ipad|laptop|tablet|phone|mobile)s?\b", re.I)
_SHOWN = {"ipad": "iPad", "mobile": "phone"}


def meeting(said: Said) -> str | None:
    """The meeting, as said: "my appeal hearing"."""
    return _what(said, _MEETING)


def event(said: Said) -> str | None:
    """The occasion, as said: "the Christmas party"."""
    return _what(said, _EVENT)


def place(said: Said) -> str | None:
    """Where it would be, with its preposition: "in the library"."""
    return _what(said, _PLACE)


def group(said: Said) -> str | None:
    """The political group, as said: "the opposition"."""
    return _what(said, _GROUP)


def activity(said: Said) -> str | None:
    """``advise`` or ``attend_meeting`` where the text says one of the two."""
    text = plain(said.text)
    advises, attends = bool(_ADVISE.search(text)), bool(_ATTEND.search(text))
    if advises == attends:
        return None
    return "advise" if advises else "attend_meeting"


def topic(said: Said) -> str | None:
    """What the training would be about, in the person's words."""
    found = _TOPIC.search(plain(said.text))
    return next(words.strip() for words in found.groups() if words) if found else None


def country(said: Said) -> str | None:
    """The country or town that the journey goes to, as said."""
    text = plain(said.text)
    named = (hit["what"] for hit in _COUNTRY.finditer(text))
    found = next((name for name in named if not _NO_COUNTRY.match(name)), None)
    known = _DESTINATION.search(text) if found is None else None
    return found or (known["what"].title() if known else None)


def devices(said: Said) -> str | None:
    """The devices that are taken along: "iPad and laptop"."""
    found = [hit["what"].lower() for hit in _DEVICE.finditer(plain(said.text))]
    names = [_SHOWN.get(word, word) for word in dict.fromkeys(found)]
    return " and ".join(names) if names else None


def leaves_on(said: Said) -> date | None:
    """The day on which the journey begins: the first day that is named; none where only its end has a month."""
    days = _days_ahead(said)
    return days[0] if days and (len(days) > 1 or not _ENDS_ONLY.search(plain(said.text))) else None


def returns_on(said: Said) -> date | None:
    """The day on which it ends, where the text gives both ends."""
    days = _days_ahead(said)
    return days[-1] if len(days) > 1 or days and _ENDS_ONLY.search(plain(said.text)) else None


def _days_ahead(said: Said) -> list[date]:
    exact = (one for one in said.mentions.when if not one.approximate)
    return [day for one in exact for day in (one.day, one.until) if day and day >= said.now.date()]


def last_day(said: Said) -> date | None:
    """The day on which somebody leaves office; "standing down on Friday" is the Friday to come."""
    day = named_day(said)
    if day and day < said.now.date() and _STILL_TO_COME.search(plain(said.text)):
        ahead = read_day(said.text, said.now, prefer="future")
        return ahead.day if ahead and ahead.day else day
    return day


def named_day(said: Said) -> date | None:
    """The one day that is named, whether it is past or to come."""
    days = [one.day for one in said.mentions.when if one.day and not one.until]
    return days[0] if len(days) == 1 else None


def day_gone_by(said: Said) -> date | None:
    """The one day that is named, where it is past."""
    named = named_day(said)
    return named if named and named <= said.now.date() else None


def _what(said: Said, shape: re.Pattern[str]) -> str | None:
    found = shape.search(plain(said.text))
    return found["what"] if found else None
