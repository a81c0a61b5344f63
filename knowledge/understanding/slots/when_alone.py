"""Whether words are a day or a time and nothing else, or tell a time however roughly."""

import re
from datetime import datetime

from knowledge.understanding.slots.dates import read_day
from knowledge.understanding.slots.times import read_time

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# A month by itself is no day: it may be April's name.
_ONLY_WHEN = re.compile(
    rf"^\W*(?:(?:it was|just|about|around|on|at|last|next|this|the|early|late|in|half past|quarter (?:to|past)|tomorrow"
    rf"|yesterday|today|tonight|now|ago|an?|of|{_WEEKDAY}|{_NTH}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_NTH}|morning"
    rf"|afternoon"
    r"|evening|night|week(?:end)?|month|year|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|o'?clock|am|pm|noon"
    r"|midday|midnight|lunch(?:time)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|couple"
    r"|[\d.:/-]+(?:am|pm|st|nd|rd|th)?)(?!\w)\W*)+$",
    re.I,
)
_ROUGHLY = re.compile(
    rf"\b(?:since|for|ago|years?|months?|weeks?|always|ages|forever|childhood|school|birth|born|college|new|just"
    rf"|{_MONTH}"
    r"|spring|summer|autumn|winter|christmas|easter|day one|start|recent(?:ly)?|19\d\d|20\d\d)\b",
    re.I,
)


def is_only_when(text: str, now: datetime) -> bool:
    """Say whether the words are a day or a time and nothing else: "yesterday afternoon", "28 December", "at six"."""
    if not _ONLY_WHEN.match(text):
        return False
    return any(read_day(text, now, prefer=side) for side in ("past", "future")) or read_time(text) is not None


def tells_when(text: str, now: datetime) -> bool:
    """Say whether the words tell a time, however roughly: "the Christmas before last", "ages"."""
    return read_day(text, now, prefer="past") is not None or bool(_ROUGHLY.search(text))
