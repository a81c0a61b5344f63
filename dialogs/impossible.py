"""Answers that can be read and yet cannot be: what was understood, and why it cannot be so."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

from dialogs.situation import Question
from dialogs.wording import day, moment_in_words, number, percent, pounds, said
from knowledge.understanding.slots import (
    WEEK,
    below_zero,
    hours_named,
    is_only_when,
    miswritten,
    no_such_day,
    no_such_time,
    read_choice,
    read_day,
    read_hours,
    read_money,
    read_number,
    read_share,
    read_time,
    shares_named,
    two_amounts,
    two_days,
    written_date,
)

_TOO_MUCH = Decimal(10) ** 8
_LIFETIME = timedelta(days=100 * 365)
_YEARS_AGO = timedelta(days=5 * 365)
_FAR_AHEAD = timedelta(days=10 * 366)
_ALL = Decimal(100)
_A_DAY = re.compile(r"\b(?:hours?|hrs?|h)\s*(?:a|per|each|every)\s*day\b", re.I)
_FIGURE = re.compile(r"(?=.*[%£-]|[\d.,]+$)[-−\d.,%£\s]*\d[-−\d.,%£\s]*")
_FEW = 8
_COUNTED = frozenset(
    "a an and about around of the minus negative per cent percent pc pounds pound quid pence hour hours hr hrs h week "
    "weeks day days month year £ %".split()
)
_SAY_NO = r"(?:no|nope|nah)"
_SAY_YES = r"(?:yes|yeah|yep|yup)"
_FILL = r"(?:[\s,.;-]|and\b|or\b|but\b|wait\b|actually\b|sorry\b|i mean\b|hang on\b)*"
_BOTH = re.compile(
    rf"^\W*(?:{_SAY_YES}{_FILL}\b{_SAY_NO}|{_SAY_NO}{_FILL}\b{_SAY_YES})\b{_FILL}$",
    re.I,
)
_EITHER = re.compile(r"\b(?:or|no|wait|actually|sorry|i mean)\b", re.I)

Check = Callable[[Question, str, datetime], str]


def why_not(question: Question, words: str, now: datetime) -> str:
    """Say what was understood and why it cannot be the answer; nothing where it can be, or where nothing was read."""
    words = words.strip()
    checks = (*_NONSENSE.get(question.kind, ()), *_OUT_OF_RANGE.get(question.kind, ()))
    return next((why for check in checks if (why := check(question, words, now))), "")


def nonsense(question: Question, words: str, now: datetime) -> str:
    """Say the same of a text in which the answer stands among other things: only what is wrong in itself counts."""
    return next((why for check in _NONSENSE.get(question.kind, ()) if (why := check(question, words, now))), "")


def _negative_money(question: Question, words: str, now: datetime) -> str:
    rest = below_zero(words)
    found = read_money(rest, bare=True) if rest else None
    if found is None or not found.total:
        return ""
    return f"I read that as -{pounds(found.total)}, and an amount can't be below zero."


def _miswritten(question: Question, words: str, now: datetime) -> str:
    figure = miswritten(words)
    return f"I can't make an amount in pounds of “{said(figure)}”." if figure else ""


def _two_amounts(question: Question, words: str, now: datetime) -> str:
    both = two_amounts(words)
    return f"I read both {pounds(both[0])} and {pounds(both[1])}, and it can only be one." if both else ""


def _too_much_money(question: Question, words: str, now: datetime) -> str:
    found = read_money(words, bare=True)
    if found is None or found.total is None or found.total < _TOO_MUCH:
        return ""
    return f"I read that as {pounds(found.total)}, which is more than I can believe."


def _negative_share(question: Question, words: str, now: datetime) -> str:
    rest = below_zero(words)
    share = read_share(rest) if rest else None
    return f"I read that as -{percent(share)}, and a share can't be below zero." if share else ""


def _share_over_all(question: Question, words: str, now: datetime) -> str:
    over = next((share for share in shares_named(words) if share > _ALL), None)
    return f"I read that as {number(over)}%, and a share can't be more than 100%." if over else ""


def _two_shares(question: Question, words: str, now: datetime) -> str:
    named = shares_named(words)
    if len(named) < 2 or not _EITHER.search(words):
        return ""
    return f"I read both {percent(named[0])} and {percent(named[1])}, and it can only be one."


def _negative_hours(question: Question, words: str, now: datetime) -> str:
    rest = below_zero(words)
    hours = read_hours(rest) if rest else None
    return f"I read that as -{number(hours)} hours, and hours can't be below zero." if hours else ""


def _more_hours_than_a_week(question: Question, words: str, now: datetime) -> str:
    over = next((hours for hours in hours_named(words) if hours > WEEK), None)
    return f"I read that as {number(over)} hours, and a week has {number(WEEK)}." if over else ""


def _hours_a_day(question: Question, words: str, now: datetime) -> str:
    return "I read that as hours a day, and I need them for a whole week." if _A_DAY.search(words) else ""


def _two_hours(question: Question, words: str, now: datetime) -> str:
    named = hours_named(words)
    if len(named) < 2 or read_hours(words) is not None or not _EITHER.search(words):
        return ""
    return f"I read both {number(named[0])} and {number(named[1])} hours, and it can only be one."


def _not_on_the_calendar(question: Question, words: str, now: datetime) -> str:
    named = no_such_day(words)
    return f"There's no {named}." if named else ""


def _out_of_reach(question: Question, words: str, now: datetime) -> str:
    """A day that lies the wrong way, or so far away that its year must be mistyped."""
    found, today = _day_in(question, words, now), now.date()
    if found is None:
        return ""
    if question.tense == "past" and found > today:
        return _understood(found, today, "which is still to come")
    if question.ahead and found < today:
        return _understood(found, today, "which has gone by")
    if question.tense == "future" and found < today - _YEARS_AGO:
        return _understood(found, today, "which is years ago")
    if found > today + _FAR_AHEAD:
        return _understood(found, today, "which is more than ten years away")
    return _understood(found, today, "which is a lifetime ago") if found < today - _LIFETIME else ""


def _day_in(question: Question, words: str, now: datetime) -> date | None:
    written = written_date(words)
    if written:
        return written
    read = read_day(words, now, prefer=question.tense)
    return read.day if read else None


def _two_days(question: Question, words: str, now: datetime) -> str:
    both = two_days(words, now, question.tense)
    if both is None:
        return ""
    first, second = (day(each, now.date()) for each in both)
    return f"I read both {first} and {second}, and it can only be one."


def _yes_and_no(question: Question, words: str, now: datetime) -> str:
    return "I read both a yes and a no, and it can only be one." if _BOTH.match(words) else ""


def _two_choices(question: Question, words: str, now: datetime) -> str:
    names = {option.value: (option.title, *option.words) for option in question.options}
    if any(_EITHER.search(name) and name.casefold() in words.casefold() for each in names.values() for name in each):
        return ""
    named = [value for part in _EITHER.split(words) if part.strip(" ,.") and (value := read_choice(part, names))]
    titles = {option.value: option.title for option in question.options}
    if len(set(named)) < 2:
        return ""
    return f"I read both “{titles[named[0]]}” and “{titles[named[-1]]}”, and it can only be one."


def _understood(found: date, today: date, why: str) -> str:
    return f"I read that as {day(found, today)}, {why}."


def _no_such_time(question: Question, words: str, now: datetime) -> str:
    named = no_such_time(words)
    return f"There's no time {named}." if named else ""


def _still_to_come(question: Question, words: str, now: datetime) -> str:
    """A time of today that has not come yet."""
    found, at = read_day(words, now, prefer="past"), read_time(words)
    on = found.day if found and found.day else now.date()
    if at is None or on != now.date() or datetime.combine(on, at, now.tzinfo) <= now:
        return ""
    moment = datetime.combine(on, at).isoformat(timespec="minutes")
    return f"I read that as {moment_in_words(moment, now.date())}, which is still to come."


def _a_figure_for_words(question: Question, words: str, now: datetime) -> str:
    """A figure, with or without what it counts, where a name or words are asked for: "200", "minus 4 hours"."""
    if question.rough_time or not (_FIGURE.fullmatch(words) or _only_counts(words)):
        return ""
    named = question.is_name or question.kind == "party"
    return f"I read “{said(words)}” as a figure, and I need {'a name' if named else 'it in words'} here."


def _only_counts(words: str) -> bool:
    tokens = re.findall(r"[^\W_]+|[%£]", words.casefold())
    numbers = [token for token in tokens if token not in _COUNTED]
    return bool(numbers) and len(tokens) <= _FEW and all(token.isdigit() or read_number(token) for token in numbers)


def _a_day_for_a_name(question: Question, words: str, now: datetime) -> str:
    named = question.is_name or question.kind == "party"
    return f"I read “{said(words)}” as a time, and I need a name here." if named and is_only_when(words, now) else ""


_NONSENSE: Mapping[str, tuple[Check, ...]] = {
    "money": (_negative_money, _miswritten, _two_amounts),
    "percent": (_negative_share, _share_over_all, _two_shares),
    "hours": (_negative_hours, _more_hours_than_a_week),
    "day": (_not_on_the_calendar,),
    "moment": (_not_on_the_calendar, _no_such_time),
}
_OUT_OF_RANGE: Mapping[str, tuple[Check, ...]] = {
    "money": (_too_much_money,),
    "hours": (_hours_a_day, _two_hours),
    "day": (_two_days, _out_of_reach),
    "moment": (_two_days, _out_of_reach, _still_to_come),
    "yes_no": (_yes_and_no,),
    "choice": (_two_choices,),
    "text": (_a_figure_for_words, _a_day_for_a_name),
    "party": (_a_figure_for_words, _a_day_for_a_name),
}
