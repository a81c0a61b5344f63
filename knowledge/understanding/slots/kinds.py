"""The values that reading a text gives: plain, frozen, comparable."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in pounds as written.

    ``total`` is the amount for the whole of what was offered where the text makes that clear; it is None for a range,
    for an unclear price per head, and for foreign money (``currency`` other than GBP), so that the bot asks.
    """

    amount: Decimal | None
    low: Decimal | None
    high: Decimal | None
    approximate: bool
    per_head: bool
    heads: int | None
    total: Decimal | None
    start: int
    end: int
    text: str
    currency: str = "GBP"


@dataclass(frozen=True, slots=True)
class When:
    """A day, a span of days (``until``) or a time of day, as written; ``event`` marks what is still to take place."""

    day: date | None
    until: date | None
    at: time | None
    approximate: bool
    start: int
    end: int
    text: str
    event: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A phrase of the lexicon found in a text: ``group`` and ``value`` say what it means."""

    group: str
    value: str
    start: int
    end: int
    text: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything that one text mentions, before any situation is chosen."""

    money: tuple[Money, ...] = ()
    when: tuple[When, ...] = ()
    organisations: tuple[str, ...] = ()
    giver: str | None = None
    things: tuple[str, ...] = ()
    device: str | None = None
    relations: tuple[str, ...] = ()
    yes_no: bool | None = None
    negated: bool = False
    third_person: bool = False
    question: bool = False
    place: str | None = None
    tags: tuple[Tag, ...] = ()
