"""Times of day as said in Britain: 8.30pm, half eight, quarter to nine, around noon."""

import re
from dataclasses import dataclass
from datetime import time

from knowledge.understanding.slots.numbers import read_number
from knowledge.understanding.slots.text import left_of, plain

_HOUR = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HALF = r"(?P<half>(?:a\s+)?(?:half|quarter|ten|twenty(?:[\s-]five)?|five|\d{1,2})(?:\s+minutes?)?)"
_M = r"(?:\s?(?P<m>[ap])\.?m\b\.?)"
_TIMES = re.compile(
    rf"""
      \b{_HALF}\s+(?P<side>past|to|after)\s+(?P<by>{_HOUR})\b{_M}?
    | \bhalf\s+(?P<british>{_HOUR})\b{_M.replace("<m>", "<m2>")}?
    | (?<![\d£.:/])(?P<h>[01]?\d|2[0-3])[:.](?P<min>[0-5]\d)(?![\d%])(?:\s?(?P<m3>[ap])\.?m\b\.?|\s?(?:hrs|hours)\b)?
    | (?<![\d£.:/])\b(?P<mil>(?:[01]\d|2[0-3])[0-5]\d)\s?(?:hrs|hours|h)\b
    | (?<![\d£.:/])\b(?P<h4>{_HOUR})(?:\s?(?P<m4>[ap])\.?m\b\.?|\s?o'?\s?clock\b(?:\s?(?P<m5>[ap])\.?m\b)?)
    | \b(?:at|about|around|by|since|from|before|after|until|till)\s+(?:about\s+
      |around\s+)?(?P<h6>{_HOUR})(?=ish\b|\s*(?:$|[,;!?)]|\.(?!\d)|on\b|in\s+the\b|this\b|last\b|tonight
      |yesterday|today|and\b|tomorrow|i\b|when\b))
    | (?P<noon>\b(?:noon|midday|mid-day)\b) | (?P<midnight>\bmidnight\b)
    """,
    re.I | re.X,
)
_NEEDS_CUE = re.compile(
    r"(?:\b(?:at|about|around|by|since|from|before|after|until|till|the|ish|between|and|was|is|it's|roughly)\s+|^\s*)$",
    re.I,
)
_EVENING = re.compile(r"\b(?:tonight|evening|night|pm|dinner|pub)\b", re.I)
_MORNING = re.compile(r"\b(?:morning|breakfast)\b", re.I)
_ROUGH = re.compile(
    r"\b(?:about|around|roughly|approx\w*|circa|some\s*time|maybe|probably|nearly|almost)\s+(?:at\s+)?$", re.I
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in a text."""

    at: time
    approximate: bool
    start: int
    end: int


def read_time(text: str) -> time | None:
    """The time of day that an answer states, or None. A bare hour such as ``8`` counts, ``half eight`` is 8.30.

    Without am or pm the words around it decide (morning, evening); 1 to 6 is afternoon, 7 to 11 morning.
    """
    found = find_times(text)
    if found:
        return found[0].at
    bare = re.fullmatch(rf"\s*(?:about|around|at)?\s*(?P<h>{_HOUR})\s*(?:ish)?\W*", plain(text), re.I)
    return _clock(bare["h"], 0, None, text) if bare else None


def find_times(text: str) -> tuple[Clock, ...]:
    """Every time of day in the text, in order; prices, dates and scores are left alone."""
    text = plain(text)
    found = []
    for match in _TIMES.finditer(text):
        at = _at(text, match)
        if at is None:
            continue
        rough = bool(_ROUGH.search(left_of(text, match.start())) or re.match(r"\s?-?ish\b", text[match.end() :]))
        found.append(Clock(at, rough or "around" in match[0].lower() or "about" in match[0].lower(), *match.span()))
    return tuple(found)


def _at(text: str, match: re.Match[str]) -> time | None:
    if match["noon"]:
        return time(12)
    if match["midnight"]:
        return time(0)
    if match["mil"]:
        return time(int(match["mil"][:2]), int(match["mil"][2:]))
    if match["british"]:
        return _clock(match["british"], 30, match["m2"], text)
    if match["by"]:
        return _relative(text, match)
    if match["h"]:
        if not match["m3"] and ":" not in match[0] and not _NEEDS_CUE.search(text[: match.start()]):
            return None
        return _clock(match["h"], int(match["min"]), match["m3"], text)
    hour = match["h4"] or match["h6"]
    return _clock(hour, 0, match["m4"] or match["m5"], text)


def _relative(text: str, match: re.Match[str]) -> time | None:
    words = re.sub(r"^a\s+|\s+minutes?$", "", match["half"].lower())
    minutes = {"half": 30, "quarter": 15}.get(words)
    if minutes is None:
        number = read_number(words)
        minutes = int(number) if number is not None else 60
    base = _clock(match["by"], 0, match["m"], text)
    if base is None or minutes >= 60:
        return None
    if match["side"].lower() != "to":
        return base.replace(minute=minutes)
    return time((base.hour - 1) % 24, 60 - minutes)


def _clock(hour: str, minute: int, half: str | None, text: str) -> time | None:
    number = read_number(hour)
    if number is None or number > 23:
        return None
    h = int(number)
    if half:
        return time(h % 12 + (12 if half.lower() == "p" else 0), minute) if 0 < h <= 12 else None
    if h > 12 or h == 0 or hour.startswith("0"):
        return time(h, minute)
    if _EVENING.search(text) and not _MORNING.search(text):
        return time(h % 12 + 12, minute) if h >= 4 and h < 12 else time(h % 12, minute)
    if _MORNING.search(text):
        return time(h, minute) if h < 12 else time(12, minute)
    return time(h + 12 if h < 7 else h, minute)
