"""How each kind of question reads its own answer, and what it says when it cannot."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from dialogs.impossible import why_not
from dialogs.situation import NOT_GIVEN, NOT_KNOWN, Question
from dialogs.wording import listed, moment_in_words, number, percent, pounds, said
from knowledge.errors import Sayable
from knowledge.understanding.slots import (
    is_dont_know,
    is_withheld,
    read_choice,
    read_day,
    read_hours,
    read_money,
    read_share,
    read_time,
    read_yes_no,
)

LONGEST_ANSWER = 4000
FEW = 6
_AFTER_NAME = re.compile(r"(?<=\w)(?:,\s*(?:he|she|they|it|we|i|who|which|where)\b|\s+(?:who|which|where)\s)", re.I)
_AFTER_PARTY = re.compile(r"(?<=\w),\s*(?:he|she|they|it|we|i)\b", re.I)
_RATHER_NOT = re.compile(r"^\W*(?:no\W+)?(?:(?:i'?d|i would)\s+)?(?:rather|prefer)\s+not(?:\s+to)?\W*$", re.I)
_NO_PROBLEM = re.compile(r"\bno (?:problem|worries|bother|trouble|doubt)\b", re.I)
_NOW = re.compile(
    r"^\W*(?:just |right |only |literally )?(?:now|this (?:minute|moment)|a (?:minute|moment|second) ago)\W*$", re.I
)
_LETTER = re.compile(r"[^\W_]")


class Misread(Sayable):
    """What was said does not answer the question; the message says what would."""


def read_answer(question: Question, words: str, now: datetime) -> Any:
    """Read what a person said as the answer to a question.

    Gives a JSON value (money as a decimal string, days in ISO form). Raises Misread with a sentence to show as it is.
    """
    words = words.strip()
    if question.may_be_withheld and withholds(words):
        return NOT_GIVEN
    if question.may_be_unknown and is_dont_know(words):
        return NOT_KNOWN
    impossible = why_not(question, words, now)
    if impossible:
        raise Misread(impossible)
    return _READERS[question.kind](question, words, now)


def withholds(words: str) -> bool:
    """Say whether the words keep the answer back: "I'd rather not", which elsewhere is a no, and "no comment"."""
    return is_withheld(words) or bool(_RATHER_NOT.match(words.replace("’", "'")))


def show_answer(question: Question, value: Any, today: date) -> str:
    """Write an answer for a summary or a card."""
    if value in (NOT_KNOWN, NOT_GIVEN):
        return value
    if question.kind == "money":
        return pounds(value)
    if question.kind in ("day", "moment"):
        return moment_in_words(value, today)
    if question.kind == "percent":
        return percent(value)
    if question.kind == "hours":
        return f"{number(value)} hours a week"
    if question.kind == "yes_no":
        return "yes" if value else "no"
    for option in question.options:
        if option.value == value:
            return option.shown or option.title
    return said(str(value))


def _or_unknown(question: Question) -> str:
    return " If you're not sure, say “I don't know”." if question.may_be_unknown else ""


def _money(question: Question, words: str, now: datetime) -> str:
    found = read_money(words, bare=True)
    if found is None:
        raise Misread(f"I need an amount in pounds, such as £20 or “about 20”.{_or_unknown(question)}")
    if getattr(found, "currency", "GBP") != "GBP":
        raise Misread("I keep amounts in pounds. A rough conversion will do.")
    if found.total is None and found.per_head:
        raise Misread("I read that as a price for each. I need the total for what was offered to you, such as £120.")
    if found.total is None:
        raise Misread("I need one figure, in pounds. Your best estimate will do.")
    return f"{found.total:.2f}"


def _percent(question: Question, words: str, now: datetime) -> int | float:
    found = read_share(words)
    if found is None:
        raise Misread(f"I need one percentage, such as 15% or “a fifth”.{_or_unknown(question)}")
    return _plain_number(found)


def _hours(question: Question, words: str, now: datetime) -> int | float:
    found = read_hours(words)
    if found is None:
        raise Misread(
            "I need one number of hours for both jobs together, such as 45 or “ten on top of my 37”."
            f"{_or_unknown(question)}"
        )
    return _plain_number(found)


def _plain_number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _day(question: Question, words: str, now: datetime) -> str:
    found = read_day(words, now, prefer=question.tense)
    if found is None or found.day is None:
        examples = "“tomorrow”, “next Friday”" if question.tense == "future" else "“today”, “last Friday”"
        raise Misread(f"I didn't catch the day. You can say {examples} or “3 March”.")
    return found.day.isoformat()


def _moment(question: Question, words: str, now: datetime) -> str:
    if _NOW.match(words):
        return now.replace(tzinfo=None).isoformat(timespec="minutes")
    found, at = read_day(words, now, prefer="past"), read_time(words)
    if found is None and at is None:
        raise Misread("I didn't catch when. You can say “yesterday”, “last Friday at 6pm” or “I don't know”.")
    on = found.day if found and found.day else now.date()
    moment = datetime.combine(on, at, now.tzinfo) if at else None
    return moment.replace(tzinfo=None).isoformat(timespec="minutes") if moment else on.isoformat()


def _yes_no(question: Question, words: str, now: datetime) -> bool:
    answer = read_yes_no(_NO_PROBLEM.sub("", words).strip(" ,.") or words)
    if answer is None:
        raise Misread(f"I need a yes or a no here.{_or_unknown(question)}")
    return answer


def _choice(question: Question, words: str, now: datetime) -> str:
    found = read_choice(words, {o.value: (o.title, *o.words) for o in question.options})
    if found is None:
        raise Misread(_none_of_the_options(question))
    return found


def _none_of_the_options(question: Question) -> str:
    if len(question.options) > FEW:
        return "I didn't catch that. You can choose from the list, or say it in other words."
    return f"I didn't catch that. It can be {listed([f'“{o.title}”' for o in question.options], 'or')}."


def _text(question: Question, words: str, now: datetime) -> str:
    if not _LETTER.search(words):
        raise Misread(
            "I need a few words here." + (" You can also say “I don't know”." if question.may_be_unknown else "")
        )
    ends = _AFTER_NAME if question.is_name else _AFTER_PARTY if question.kind == "party" else None
    return (ends.split(words)[0] if ends else words)[:LONGEST_ANSWER]


_READERS: dict[str, Callable[[Question, str, datetime], Any]] = {
    "money": _money,
    "percent": _percent,
    "hours": _hours,
    "day": _day,
    "moment": _moment,
    "yes_no": _yes_no,
    "choice": _choice,
    "text": _text,
    "party": _text,
}
