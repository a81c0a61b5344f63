"""The day until which something of the policies is to be reviewed, as HR type it: of a span of days the last."""

import re
from datetime import date, datetime

from knowledge.errors import Sayable
from knowledge.understanding.slots import no_such_day, read_day

_NONE = ("none", "no date", "nothing", "-")
_YEARS_END = re.compile(r"^(?:the )?end of (?:the|this|(?P<next>next)) (?P<financial>financial |council )?year$", re.I)
_PART = re.compile(r"\b(?:early|start|beginning|mid|middle|late)\b", re.I)


def review_day(words: str, now: datetime) -> date | None:
    """Read the day of a review as typed, None for “none”; Sayable where it is no day.

    “By March” and “the end of March” are its last day; the end of the financial year is 31 March.
    """
    words = words.strip(" .")
    if words.casefold() in _NONE:
        return None
    wrong = no_such_day(words)
    if wrong:
        raise Sayable(f"There is no {wrong}. Say the day like “1 May 2027”.")
    try:
        return date.fromisoformat(words)
    except ValueError:
        return _years_end(words, now.date()) or _last_day(words, now)


def _years_end(words: str, today: date) -> date | None:
    found = _YEARS_END.match(words)
    if found is None:
        return None
    month, last = (3, 31) if found["financial"] else (12, 31)
    this = date(today.year, month, last)
    this = this if today <= this else this.replace(year=today.year + 1)
    return this.replace(year=this.year + 1) if found["next"] else this


def _last_day(words: str, now: datetime) -> date:
    found, said = read_day(words, now, "future"), words
    if found is None:
        said = f"by {words}"
        found = read_day(said, now, "future")
    whole = found is not None and not re.search(r"\d", said[: found.start] + said[found.end :])
    if not whole or found.until and _PART.search(words):
        raise Sayable(f"I can't read “{words[:40]}” as a day. Say it like “1 May 2027” or “the end of March”.")
    return found.until or found.day
