"""Figures and days that cannot be read for what they say: below zero, written wrongly, on no calendar, two at once."""

import re
from calendar import monthrange
from datetime import date, datetime
from decimal import Decimal

from knowledge.understanding.slots.dates import find_days
from knowledge.understanding.slots.money import find_money
from knowledge.understanding.slots.numbers import NUMBER, read_number
from knowledge.understanding.slots.text import plain

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMES = "January February March April May June July August September October November December".split()
_MONTH = rf"(?P<m>{'|'.join(_MONTHS)})[a-z]*\.?"
_BELOW_ZERO = re.compile(r"(?:^|(?<=\s))[-−–](?=£?\.?\d)|£\s?[-−–](?=\d)|\b(?:minus|negative)\s+(?=£?\s?[\da-z])", re.I)
_FIGURE = re.compile(r"(?<![\w.,/:-])£?\s?(?P<n>\d[\d.,]*\d|\d+e\d+)(?![\w/:-])", re.I)
_WELL_WRITTEN = re.compile(r"\d+(?:\.\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+\.\d{1,2}")
_NTH = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<y>\d{4})\b)?"
_DATES = (
    re.compile(rf"(?<![\d£.,/]){_NTH}\s+(?:of\s+)?{_MONTH}{_YEAR}(?!\w)", re.I),
    re.compile(rf"\b{_MONTH}\s+(?:the\s+)?{_NTH}\b(?![:.]\d){_YEAR}", re.I),
    re.compile(r"(?<![\d£.,/])(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})(?![\d/])"),
    re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)"),
)
_CLOCK = re.compile(r"(?<![\d£.,/:])(?P<h>\d{1,2}):(?P<min>\d{2})(?![\d:])")
_DOUBT = re.compile(r"\b(?:or|no|wait|actually|sorry|i mean|i meant|hang on|hold on|was it|maybe)\b", re.I)
_SHARE = re.compile(
    rf"(?<![\d.,£])(?P<n>\d{{1,6}}(?:\.\d{{1,4}})?)\s?(?:%|per\s?cent\b|percent\b|pc\b)|(?P<w>{NUMBER})\s?(?:%"
    rf"|per\s?cent\b)",
    re.I,
)
_WHO = re.compile(
    r"^\W*(?:(?:it|he|she|that|this)(?:['’]s| is)|they(?:['’]re| are))?\s*(?:for |with |of )?(?:my|our|a|an|the)\s+"
    r"(?P<who>[a-z][a-z'’-]*(?:\s+[a-z][a-z'’-]*){0,3}?)(?:['’]s)?\W*$",
    re.I,
)
_ONE_WORD = re.compile(r"^\W*(?P<who>[a-z][a-z'’-]{3,})\W*$", re.I)


def below_zero(text: str) -> str | None:
    """What follows a minus ("-£20", "minus twenty quid"), None where nothing is below zero; a range is no minus."""
    said = plain(text)
    found = _BELOW_ZERO.search(said)
    if not found or re.search(r"[\d£%]\s*$", said[: found.start()]):
        return None
    return ("£" if "£" in found[0] else "") + said[found.end() :].strip()


def miswritten(text: str) -> str | None:
    """A figure that is no number of pounds as it is written, such as "1,00,000" or "20.555"; None without one."""
    for found in _FIGURE.finditer(plain(text)):
        if not _WELL_WRITTEN.fullmatch(found["n"]):
            return found["n"]
    return None


def two_amounts(text: str) -> tuple[Decimal, Decimal] | None:
    """Two amounts of which a text says that it is one or the other ("£20 no wait £200"); None where it does not."""
    said = plain(text)
    doubt = _DOUBT.search(said)
    found = find_money(said) if doubt else ()
    if any(one.per_head or one.currency != "GBP" for one in found):
        return None
    if len(found) == 1 and found[0].low is not None and found[0].high is not None:
        return found[0].low, found[0].high
    whole = list(dict.fromkeys(one.total for one in found if one.total is not None))
    between = len(found) > 1 and _DOUBT.search(said, found[0].end, found[-1].start)
    return (whole[0], whole[-1]) if len(whole) > 1 and between else None


def two_days(text: str, now: datetime, prefer: str) -> tuple[date, date] | None:
    """Two days of which a text says that it is one or the other ("Monday, no, Friday"); None where it does not."""
    found = [one for one in find_days(text, now, prefer) if one.day and not one.until]
    if len(found) < 2 or found[0].day == found[-1].day or not _DOUBT.search(plain(text), found[0].end, found[-1].start):
        return None
    return found[0].day, found[-1].day


def shares_named(text: str) -> tuple[Decimal, ...]:
    """Every percentage that a text names, each once, also those that no share can have."""
    said = plain(text)
    numbers = [read_number(m["n"] or m["w"]) for m in _SHARE.finditer(said)]
    bare = re.fullmatch(r"\W*(?P<n>\d{1,6}(?:\.\d{1,4})?)\W*", said)
    found = [*numbers, read_number(bare["n"]) if bare and not numbers else None]
    return tuple(dict.fromkeys(n for n in found if n is not None))


def written_date(text: str) -> date | None:
    """The first date that a text writes out with its year, whichever century; None without one, or if none is real."""
    for found in _all_dates(text):
        day, month, year = found
        if year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            return date(year, month, day)
    return None


def no_such_day(text: str) -> str | None:
    """A written day that is on no calendar, as it is to be named ("31 February"); None where all are."""
    for day, month, year in _all_dates(text):
        if not 1 <= month <= 12:
            return f"{day}/{month}/{year}"
        if not 1 <= day <= monthrange(year or 2024, month)[1]:
            leap = year and (month, day) == (2, 29)
            return f"{day} {_NAMES[month - 1]}{f' in {year}' if leap else ''}"
    return None


def _all_dates(text: str) -> list[tuple[int, int, int]]:
    said, found = plain(text), []
    for pattern in _DATES:
        for match in pattern.finditer(said):
            month = match["m"].lower()
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            found.append((int(match["d"]), number, int(match["y"] or 0)))
    return found


def no_such_time(text: str) -> str | None:
    """A written time that no clock shows ("25:00"); None where there is none."""
    found = next((m for m in _CLOCK.finditer(plain(text)) if int(m["h"]) > 23 or int(m["min"]) > 59), None)
    return found[0] if found else None


def someone_unheard_of(text: str) -> str | None:
    """What somebody is called in a text that says no more than that: "my thrice-removed godcousin"; else None."""
    said = plain(text)
    found = _WHO.match(said) or _ONE_WORD.match(said)
    return re.sub(r"['’]s$", "", found["who"]) if found else None
