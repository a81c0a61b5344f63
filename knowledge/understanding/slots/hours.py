"""Hours of work a week: ``about 50``, ``48 and a half hours``, ``ten on top of my 37``."""

import re
from decimal import Decimal

from knowledge.understanding.slots.numbers import WORDS, read_number
from knowledge.understanding.slots.text import plain

WEEK = Decimal(168)
_N = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?|\b(?:{WORDS}))"
_HALF = r"(?P<half>\s+and\s+a\s+half)?"
_NOT_HOURS = (
    r"(?!\s?(?:%|am\b|pm\b|per\s?cent|pounds|quid|(?:days?|nights?|evenings?|weeks?|months?|years?|people)\b|:\d))"
)
_NUMBER = re.compile(rf"(?<![\d.,:£])(?P<n>{_N}){_HALF}{_NOT_HOURS}", re.I)
_HOURS = re.compile(rf"(?<![\d.,:£])(?P<n>{_N}){_HALF}\s*(?:-\s*)?(?:hours?|hrs?|h)\b", re.I)
_ADDED = re.compile(
    r"\b(?:on top of|plus|as well as|and another|and then|added to|in addition to|besides|and)\b|\+", re.I
)
_MINE = re.compile(r"\b(?:my|here|council|normal|usual|full[- ]time|contracted|this job|main job|current)\b", re.I)
_TOTAL = re.compile(
    r"\b(?:in (?:all|total)|all in|altogether|all told|total(?:s|ling)?(?: about)?|combined|between (?:both|them"
    r"|the two)"
    r"|both jobs"
    r"|overall)\b",
    re.I,
)
_IN_ALL = re.compile(
    rf"(?<![\d.,:£])(?P<n>{_N}){_HALF}\s*(?:hours?|hrs?|h)?\s*(?:a|per)?\s*(?:week)?\s*"
    r"(?:in (?:all|total)|altogether|all told)\b",
    re.I,
)
_COMES_TO = re.compile(
    rf"\b(?:it'?ll be|that'?d be|that'?s|thats|making(?: it)?|makes(?: it)?|comes to|come to|take(?:s)? me (?:up )?to"
    rf"|taking me (?:up )?to|bring(?:s)? (?:me|it) (?:up )?to"
    rf"|be doing|end up (?:doing|on|at)|get(?:s)? me to|up to|it'?d be|so i'?d be on)\s+(?:about\s+|around\s+"
    rf"|over\s+)?(?P<n>{_N}){_HALF}\s*"
    r"(?:hours?|hrs?|h)?\s*(?:a|per|every|each)\s*(?:week|wk)\b",
    re.I,
)
_MORE_ONLY = re.compile(r"\b(?:extra|more|additional|on top)\b", re.I)


def read_hours(text: str) -> Decimal | None:
    """The hours a week of all work that an answer names: one number, or two that it adds; None where it is unclear.

    "Ten extra" names no total, and more hours than a week has are none.
    """
    said = plain(text)
    found = [amount for m in _NUMBER.finditer(said) if (amount := _amount(m)) is not None]
    if len(found) == 2 and (_ADDED.search(said) or _MINE.search(said)):
        total = sum(found)
    elif len(found) == 1 and (_TOTAL.search(said) or not _MORE_ONLY.search(said)):
        total = found[0]
    else:
        return None
    return total if total <= WEEK else None


def hours_named(text: str) -> tuple[Decimal, ...]:
    """Every number of hours that an answer may name, each once, also more than a week has."""
    amounts = (_amount(found) for found in _NUMBER.finditer(plain(text)))
    return tuple(dict.fromkeys(amount for amount in amounts if amount is not None))


def find_total_hours(text: str) -> Decimal | None:
    """The hours a week of all work, where a text says plainly that they are the total or adds them up; else None."""
    said = plain(text)
    hours = [amount for m in _HOURS.finditer(said) if (amount := _amount(m)) is not None]
    if total := _IN_ALL.search(said) or _COMES_TO.search(said):
        amount = _amount(total)
        return amount if amount is not None and amount <= WEEK else None
    if len(hours) == 1 and _TOTAL.search(said):
        return hours[0] if hours[0] <= WEEK else None
    if hours and re.search(r"\bon top of (?:my|the|a)\b", said, re.I):
        return read_hours(said)
    return None


def _amount(found: re.Match[str]) -> Decimal | None:
    amount = read_number(found["n"])
    return None if amount is None else amount + (Decimal("0.5") if found["half"] else 0)
