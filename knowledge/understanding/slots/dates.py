"""Days and spans of days as said in Britain, read against the person's clock; day before month."""

import re
from dataclasses import replace
from datetime import datetime

from knowledge.understanding.slots.date_patterns import RULES
from knowledge.understanding.slots.date_readers import READERS, Spot
from knowledge.understanding.slots.fallback import parse_span
from knowledge.understanding.slots.kinds import When
from knowledge.understanding.slots.tense import prefers_future
from knowledge.understanding.slots.text import left_of, plain
from knowledge.understanding.slots.times import Clock, find_times

_WORDED = re.compile(
    r"day|night|tonite|week|month|year|morning|afternoon|evening|lunch|tom|2moro|tmrw|now\b|ago\b|minute|hour|noon"
    r"|mid|clock"
    r"|half|quarter|past\b|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|yest"
    r"|earlier"
    r"|mas\b|easter|eve\b|halloween|st\sdavid|ddoe|heddiw|\b(?:at|about|around|by|since|from|before|after|until|till"
    r"|in)\s",
    re.I,
)
_HINT = re.compile(rf"\d|{_WORDED.pattern}", re.I)
# The forms that may hold no word of the above: only these are sought where figures are all that hints at a day.
_IN_FIGURES = tuple(
    (name, pattern)
    for name, pattern in RULES
    if name in ("iso", "numeric", "day_month_slash", "festival", "ago", "ahead", "nth", "nth_of_month")
)
_CORRECTED = re.compile(r"\bnot\s+(?:on\s+)?$", re.I)


def find_days(text: str, now: datetime, prefer: str | None = None) -> tuple[When, ...]:
    """Every day, span of days or time of day in the text, in order, against ``now``.

    ``prefer`` ("past" or "future") settles what the text leaves open; without it the words around each span do. A bare
    weekday that is today's is today when it looks back, and a week on when it looks ahead (today is then said "today"),
    unless a later time today is given; both are marked approximate.
    """
    text = plain(text)
    if not _HINT.search(text):
        return ()
    times = find_times(text)
    found: list[When] = []
    for name, pattern in RULES if _WORDED.search(text) else _IN_FIGURES:
        for match in pattern.finditer(text):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            ahead = prefer == "future" if prefer else prefers_future(text, *match.span())
            if (one := _read(name, match, text, now, ahead, times)) and not _CORRECTED.search(
                left_of(text, match.start())
            ):
                found.append(one)
    if not found:
        found.extend(parse_span(text, now, prefer))
    return _with_times(tuple(sorted(found, key=lambda one: one.start)), times, now)


def read_day(text: str, now: datetime, prefer: str = "past") -> When | None:
    """The first day that an answer states, or None; ``prefer`` is "past" or "future" for what it leaves open."""
    return next((one for one in find_days(text, now, prefer) if one.day), None)


def _with_times(days: tuple[When, ...], times: tuple[Clock, ...], now: datetime) -> tuple[When, ...]:
    free = [one for one in times if not any(one.start < d.end and d.start < one.end for d in days)]
    if not free:
        return days
    single = next((i for i, d in enumerate(days) if d.day and not d.until and d.at is None), None)
    clock = free[0]
    if single is None:
        return days or (When(None, None, clock.at, clock.approximate, clock.start, clock.end, ""),)
    return tuple(replace(d, at=clock.at) if i == single else d for i, d in enumerate(days))


def _read(
    name: str, m: re.Match[str], text: str, now: datetime, ahead: bool | None, times: tuple[Clock, ...]
) -> When | None:
    found = READERS[name](Spot(m, text, now, ahead, times))
    if found is None:
        return None
    event = (found.until or found.day) > now.date() or (bool(ahead) and found.day >= now.date())
    return When(found.day, found.until, found.at, found.rough, m.start(), m.end(), m[0].strip(), event)
