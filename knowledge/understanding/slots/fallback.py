"""The general date parser behind a gate: it sees only spans that hold a digit and a month, a weekday or "ago"."""

import re
from datetime import datetime

from knowledge.understanding.slots.kinds import When

_WORD = (
    r"(?:\d{1,4}(?:st|nd|rd|th)?|january|february|march|april|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ago|days?|weeks?|months?|years?"
    r"|hours?|minutes?|of|the|last|next|in|noon)"
)
_SPAN = re.compile(rf"\b{_WORD}(?:[\s,/.-]+{_WORD})+\b", re.I)
_STRONG = re.compile(
    r"january|february|march|april|june|july|august|september|october|november|december|[a-z]+day\b|\bago\b", re.I
)


def parse_span(text: str, now: datetime, prefer: str | None) -> tuple[When, ...]:
    """The day of the first gated span that the parser can read, as one approximate ``When``; empty without one."""
    for span in _SPAN.finditer(text):
        if not (_STRONG.search(span[0]) and re.search(r"\d", span[0])):
            continue
        if day := _parse(span[0], now, prefer or "past"):
            return (When(day.date(), None, None, True, *span.span(), span[0], day.date() > now.date()),)
    return ()


def _parse(span: str, now: datetime, prefer: str) -> datetime | None:
    from dateparser import parse  # imported when first used: it takes a third of a second

    return parse(
        span,
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": prefer,
            "RELATIVE_BASE": now.replace(tzinfo=None),
            "REQUIRE_PARTS": ["day"],
        },
    )
