"""Reads the words by which a clause gives a help line: its name and number, and the hours at which it is answered.

What is written otherwise than here is not read at all: hours that may be wrong are worse than none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

PHONE = re.compile(r"(?<![\w.+-])(?:\+44 ?(?:\(0\) ?)?|\(?0)\d(?:[ ()-]{0,2}\d){7,9}(?![\w-])")
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"
_TO = r"(?:\s*(?:–|—|-|\bto\b|\buntil\b|\btill\b))+\s*"
_AND = r"\s*(?:,\s*and\b|,|&|\band\b)\s*"
_SEVERAL = {
    "every day": range(7),
    "daily": range(7),
    "weekdays": range(5),
    "weekends": range(5, 7),
    "at weekends": range(5, 7),
}
_SOME = rf"(?:{_DAY}(?:{_TO}{_DAY})?)"
_WHICH = rf"(?:{'|'.join(_SEVERAL)}|{_SOME}(?:{_AND}{_SOME})*)"
_TIME = r"(?:\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\.?)?|noon|midday)"
_SPAN = rf"(?:from\s+)?{_TIME}{_TO}{_TIME}"
_ROW = re.compile(rf"\W*(?P<days>{_WHICH})\s*[:,–-]?\s*(?P<spans>{_SPAN}(?:{_AND}{_SPAN})*)\.?\s*", re.I)
_SHUT = re.compile(rf"\W*(?P<days>{_WHICH})\W*(?:closed|not answered)\W*", re.I)
_OTHER_HOURS = re.compile(
    rf"\d|\b{_DAY}\b|week|holiday|clos|hour|except|only|answer|noon|midday|midnight|evening|morning|afternoon|night",
    re.I,
)
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?:(?P<half>[ap])\.?m\.?)?$", re.I)
_LINE = re.compile(rf"(?P<name>[^\d\n]*?)[^\w\n()+]*(?P<number>{PHONE.pattern})\W*")


@dataclass(frozen=True, slots=True)
class Open:
    """One run of hours on one day of the week (Monday is 0), with the words of the clause that say it."""

    weekday: int
    opens: time
    closes: time
    words: str


def read_number(text: str) -> tuple[str, str] | None:
    """Give the name and number of a line; None where there is not one number on a line with its name alone."""
    if len(PHONE.findall(text)) != 1:
        return None
    found = next((each for line in text.split("\n") if (each := _LINE.fullmatch(line.strip()))), None)
    return (found["name"].strip(" :–-"), found["number"]) if found else None


def read_hours(text: str) -> tuple[Open, ...] | None:
    """Give the hours that the lines of a text say, day by day; None where any of them says hours in another shape."""
    rows = [line.strip() for line in text.split("\n") if line.strip() and not PHONE.search(line)]
    hours: list[Open] = []
    for row in rows:
        found = _ROW.fullmatch(row)
        spans = list(_spans(found["spans"])) if found else []
        if found and None not in spans:
            hours += [Open(each, *span, row) for each in _weekdays(found["days"]) for span in spans]
        elif found or not _SHUT.fullmatch(row) and _OTHER_HOURS.search(row):
            return None
    return None if not hours or _overlap(hours) else tuple(hours)


def read_email(text: str) -> str | None:
    """Give the one email address of a text; None where it has none or several."""
    found = EMAIL.findall(text)
    return found[0].rstrip(".") if len(found) == 1 else None


def _weekdays(words: str) -> Iterator[int]:
    words = " ".join(words.casefold().split())
    if words in _SEVERAL:
        yield from _SEVERAL[words]
        return
    for part in re.split(_AND, words):
        first, *rest = (_DAYS.index(day[:3]) for day in re.findall(_DAY, part))
        last = rest[0] if rest else first
        yield from range(first, last + 1) if first <= last else (*range(first, 7), *range(last + 1))


def _spans(words: str) -> Iterator[tuple[time, time] | None]:
    for found in re.finditer(rf"(?P<opens>{_TIME}){_TO}(?P<closes>{_TIME})", words, re.I):
        yield _span(found["opens"].strip(), found["closes"].strip())


def _span(first: str, last: str) -> tuple[time, time] | None:
    """The hours from one time to another of the same day; a time without am or pm takes that of the other."""
    opens, closes = _clock(first), _clock(last)
    if not closes or (first[-1].isdigit() and last[-1].isdigit() and closes.hour <= 12):
        return None
    if opens and first[-1].isdigit() and not last[-1].isdigit():
        halves = (_clock(f"{first}{half}") for half in (_half(last), "am"))
        opens = next((each for each in halves if each and each < closes), None)
    return (opens, closes) if opens and opens < closes else None


def _half(clock: str) -> str:
    return "am" if re.search(r"a\.?m", clock, re.I) else "pm"


def _clock(words: str) -> time | None:
    if words.casefold() in ("noon", "midday"):
        return time(12)
    found = _CLOCK.match(words)
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").casefold()
    if minute > 59 or hour > 23 or half and not 1 <= hour <= 12:
        return None
    return time(hour % 12 + (12 if half == "p" else 0) if half else hour, minute)


def _overlap(hours: list[Open]) -> bool:
    rows = sorted(hours, key=lambda each: (each.weekday, each.opens))
    pairs = zip(rows, rows[1:], strict=False)
    return any(one.weekday == other.weekday and other.opens < one.closes for one, other in pairs)
