"""What each written form of a day means against the person's clock."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from knowledge.understanding.slots.days import (
    MONTHS,
    WEEKDAYS,
    backwards,
    festival,
    festivals,
    in_year,
    month_end,
    months_back,
    on_weekday,
    safe,
)
from knowledge.understanding.slots.numbers import read_number
from knowledge.understanding.slots.times import Clock


class Found(NamedTuple):
    """A day, the last day of a span, a time of day, and whether it is only rough."""

    day: date
    until: date | None = None
    at: time | None = None
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A match, the text it stands in, the person's clock, and whether an open date looks ahead (None: no sign)."""

    m: re.Match[str]
    text: str
    now: datetime
    ahead: bool | None
    times: tuple[Clock, ...]

    @property
    def today(self) -> date:
        return self.now.date()


def _full(s: Spot) -> date | None:
    """A day and month, in the stated year or the nearest on the preferred side; a stated weekday decides."""
    m = s.m
    month = MONTHS[m["mo"].lower()[:3]]
    weekday = WEEKDAYS[m["wd"].lower()[:3]] if m["wd"] else None
    if m["mo"].lower() == "may" and not m["mo"][0].isupper() and re.match(r"\s+\w", s.text[m.end() :]) and name_like(m):
        return None
    return in_year(int(m["d"]), month, m["y"], s.today, s.ahead, weekday)


def name_like(m: re.Match[str]) -> bool:
    """``I may 2 ...``: a month name that reads as a verb."""
    return m.start("mo") < m.start("d")


def _numeric(s: Spot) -> Found | None:
    m = s.m
    if m["sep"] == "." and re.match(r"\.\d", s.text[m.end() :]):
        return None
    year = int(m["y"])
    day = safe(year if year > 99 else 2000 + year, int(m["m"]), int(m["d"]))
    return Found(day) if day else None


def _slash(s: Spot) -> Found | None:
    m = s.m
    before, after = s.text[: m.start()].rstrip().lower(), s.text[m.end() :]
    cue = re.search(r"(?:\bon|dated|date|since|from|by|till|until|to|for|the|was|is|of|sat|sun|[a-z]+day)$", before)
    alone = not before and not after.strip(" .?!")
    if m[0] == "24/7" or (re.fullmatch(r"\d/\d", m[0]) and not cue and not alone):
        return None
    if not (cue or alone or not re.match(r"\s+(?:of|people|marks|stars|the|a|bottles?)\b", after)):
        return None
    day = in_year(int(m["d"]), int(m["m"]), None, s.today, s.ahead, None)
    return Found(day) if day else None


def _weekday_week(s: Spot) -> Found | None:
    m = s.m
    weeks = (
        {"a": 1, "one": 1, "two": 2, "three": 3}[m["weeks"].lower()]
        if m["weeks"]
        else (2 if m["wk"].lower() == "fortnight" else 1)
    )
    word = (m["wd"] or m["wd2"] or "").lower()
    tom = (m["tom"] or m["tom2"] or "").lower()
    base = s.today + timedelta(days=tom == "tomorrow") if tom else on_weekday(s.today, WEEKDAYS[word[:3]], 1)
    return Found(base + timedelta(weeks=weeks))


def _before_last(s: Spot) -> Found | None:
    m, today = s.m, s.today
    if m["wd"]:
        return Found(backwards(today, WEEKDAYS[m["wd"].lower()[:3]]) - timedelta(weeks=1))
    if m["we"].lower() == "weekend":
        saturday = _weekend(today, -1) - timedelta(weeks=1)
        return Found(saturday, saturday + timedelta(days=1))
    if m["we"].lower() == "week":
        monday = today - timedelta(days=today.weekday() + 14)
        return Found(monday, monday + timedelta(days=6))
    first = months_back(today.replace(day=1), 2)
    return Found(first, month_end(first))


def _relative_day(s: Spot) -> Found | None:
    m, today = s.m, s.today
    if m["yes"]:
        two = bool(m["before"]) or "before last" in m["yes"].lower()
        return Found(today - timedelta(days=2 if two else 1))
    if m["tom"]:
        return Found(today + timedelta(days=2 if m["after"] else 1))
    return Found(today)


def _festival(s: Spot) -> Found | None:
    m = s.m
    which = (m["which"] or "").lower()
    if not which and not m["y"] and m[0].strip() != s.text.strip(" .?!") and len(festivals(m["name"])) < 2:
        return None
    ahead = True if which == "next" else False if which in ("last", "since") else s.ahead
    day = festival(m["name"], int(m["y"]) if m["y"] else None, s.today, ahead, near=which not in ("last", "next"))
    return Found(day, None, None, not re.search(r"day|eve|night|halloween|friday|monday|sunday", m["name"], re.I))


def _nth_weekday(s: Spot) -> Found | None:
    m = s.m
    wanted, number = WEEKDAYS[m["wd"].lower()[:3]], int(m["d"] or m["d2"])
    for distance in range(400):
        for sign in (-1, 1) if s.ahead is None else (1,) if s.ahead else (-1,):
            day = s.today + timedelta(days=sign * distance)
            if day.day == number and day.weekday() == wanted:
                return Found(day)
    return None


def _weekdays_ago(s: Spot) -> Found | None:
    """``two Fridays ago``: the second such day before today; "a few" is not counted out."""
    many = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}.get(s.m["n"].lower())
    if many is None:
        many = 2 if "couple" in s.m["n"].lower() else 0
    if not many:
        return None
    return Found(backwards(s.today, WEEKDAYS[s.m["wd"].lower()[:3]]) - timedelta(weeks=many - 1))


def _nth_of_month(s: Spot) -> Found | None:
    m = s.m
    shift = {"last": 1, "this": 0, "next": -1}[m["which"].lower()]
    first = months_back(s.today.replace(day=1), shift)
    day = safe(first.year, first.month, int(m["d"]))
    return Found(day) if day else None


def _count(written: str) -> tuple[float, bool]:
    word = re.sub(r"\s+", " ", written.lower())
    if word in ("a few", "few", "several"):
        return 3, True
    if word.endswith("couple of"):
        return 2, True
    if word.startswith("half"):
        return 0.5, False
    number = read_number(word)
    return (1 if word in ("a", "an") or number is None else float(number)), False


def _shift(now: datetime, count: float, unit: str, sign: int):
    if unit.startswith(("min", "h")):
        then = now + sign * timedelta(minutes=count * (1 if unit.startswith("min") else 60))
        return Found(then.date(), None, then.time().replace(second=0, microsecond=0), False)
    if unit.startswith(("month", "y")):
        months = round(count * (12 if unit.startswith("y") else 1))
        return Found(months_back(now.date(), -sign * months), None, None, True)
    days = {"f": 14, "w": 7}.get(unit[0], 1) * count
    return Found(now.date() + sign * timedelta(days=days), None, None, count > 6 and unit[0] == "w")


def _ago(s: Spot) -> Found | None:
    m = s.m
    if m["fort"]:
        return _shift(s.now, 1, "fortnight", -1)
    if m["wk"]:
        return _shift(s.now, 1, "week", -1)
    count, rough = _count(m["n"])
    day, until, at, vague = _shift(s.now, count, m["u"].lower(), -1)
    return Found(day, until, at, rough or vague)


def _ahead(s: Spot) -> Found | None:
    m = s.m
    count, rough = _count(m["n"] or m["n2"])
    day, until, at, vague = _shift(s.now, count, (m["u"] or m["u2"]).lower(), 1)
    return Found(day, until, at, rough or vague)


def _weekend(today: date, side: int) -> date:
    """The Saturday of the weekend: the one just gone or being lived (-1), or the coming one (1)."""
    return (
        today - timedelta(days=(today.weekday() - 5) % 7)
        if side < 0
        else today + timedelta(days=(5 - today.weekday()) % 7)
    )


def _weekend_span(s: Spot) -> Found | None:
    m, today = s.m, s.today
    which = (m["which"] or "").lower()
    if which in ("last", "this past") or "gone" in m[0].lower():
        saturday = _weekend(today, -1)
        saturday -= timedelta(weeks=1) if today.weekday() >= 5 else timedelta()
    elif which == "next":
        saturday = _weekend(today, 1)
        saturday += timedelta(weeks=1) if saturday - today < timedelta(days=3) else timedelta()
    else:
        ahead = s.ahead or which in ("this coming", "the coming") or (which == "this" and s.ahead is None)
        saturday = _weekend(today, 1 if ahead else -1)
    return Found(saturday, saturday + timedelta(days=1))


def _weekday(s: Spot) -> Found | None:
    m, today = s.m, s.today
    word, which = m["wd"].lower(), (m["which"] or "").lower()
    if not m["full"] and not _short_day(m, s.text, word):
        return None
    if re.match(r"s\b", s.text[m.end() :]) or re.match(r"\s+(?:roast|times|best|league)\b", s.text[m.end() :], re.I):
        return None
    wanted = WEEKDAYS[word[:3]]
    week_start = today - timedelta(days=today.weekday())
    if m["nextweek"] or which == "next":
        return Found(week_start + timedelta(days=7 + wanted), None, None, which == "next")
    if m["lastweek"]:
        return Found(week_start + timedelta(days=wanted - 7))
    if which in ("last", "this past") or m["gone"]:
        return Found(backwards(today, wanted))
    if which == "this" and s.ahead is False and wanted < today.weekday():
        return Found(backwards(today, wanted))
    if which:
        return Found(on_weekday(today, wanted, 0 if which == "this" else 1))
    if wanted == today.weekday():
        return Found(today + timedelta(days=7 if s.ahead and not _later_today(s) else 0), None, None, True)
    return Found(on_weekday(today, wanted, 1) if s.ahead else backwards(today, wanted))


def _short_day(m: re.Match[str], text: str, word: str) -> bool:
    """``Mon`` and ``Fri`` stand alone; ``sat``, ``sun`` and ``wed`` are other words too and need on, last or next."""
    if word in ("satur", "wednes", "thur"):
        return word == "thur"
    led = bool(m["on"] or m["which"]) or text.strip(" .?!").lower() == word
    return led or word not in ("sat", "sun", "wed", "fri", "mon") or (word in ("fri", "mon") and m["wd"][0].isupper())


def _later_today(s: Spot) -> bool:
    return any(clock.at > s.now.time() for clock in s.times)


def _period(s: Spot) -> Found | None:
    m, today = s.m, s.today
    step = {"last": -1, "this": 0, "next": 1}[m["which"].lower()]
    span = m["span"].lower()
    if span == "year":
        return Found(date(today.year + step, 1, 1), date(today.year + step, 12, 31), None, True)
    if span == "month":
        first = months_back(today.replace(day=1), -step)
        return Found(first, month_end(first), None, True)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step * (2 if span == "fortnight" else 1))
    return Found(monday, monday + timedelta(days=6), None, True)


def _nth(s: Spot) -> Found | None:
    number, today = int(s.m["d"]), s.today
    for back in range(0, 13):
        first = months_back(today.replace(day=1), -back if s.ahead else back)
        day = safe(first.year, first.month, number)
        if day and (day >= today if s.ahead else day <= today):
            return Found(day)
    return None


def _month(s: Spot) -> Found | None:
    m = s.m
    word, cue = m["mo"].lower().rstrip("."), (m["cue"] or "").lower().split()
    if (
        not cue
        and not m["y"]
        and word in ("may", "march", "mar", "jan", "april", "august", "june", "sept", "sep", "dec", "oct")
    ):
        return None
    if word in ("may", "mar", "jan") and not m["mo"][0].isupper() and not cue:
        return None
    number, today = MONTHS[word[:3]], s.today
    ahead = True if "next" in cue else False if "last" in cue or "since" in cue else s.ahead
    first = (
        date(int(m["y"]), number, 1)
        if m["y"]
        else in_year(1, number, None, today.replace(day=1) if ahead else today, bool(ahead), None)
    )
    return Found(first, month_end(first), None, True)


READERS = {
    "iso": lambda s: Found(day) if (day := safe(int(s.m["y"]), int(s.m["m"]), int(s.m["d"]))) else None,
    "numeric": _numeric,
    "day_month_slash": _slash,
    "weekday_week": _weekday_week,
    "week_past": lambda s: Found(backwards(s.today, WEEKDAYS[s.m["wd"].lower()[:3]]) - timedelta(weeks=1)),
    "before_last": _before_last,
    "nth_month": lambda s: Found(day) if (day := _full(s)) else None,
    "month_nth": lambda s: Found(day) if (day := _full(s)) else None,
    "yesterday": _relative_day,
    "festival": _festival,
    "nth_weekday": _nth_weekday,
    "nth_of_month": _nth_of_month,
    "ago": _ago,
    "weekdays_ago": _weekdays_ago,
    "ahead": _ahead,
    "weekend": _weekend_span,
    "weekday": _weekday,
    "period": _period,
    "nth": _nth,
    "month": _month,
}
