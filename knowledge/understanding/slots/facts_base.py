"""What every reader of facts shares: the text with its mentions, and yes/no facts from the lexicon."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from knowledge.understanding.slots.kinds import Mentions, Tag, When
from knowledge.values import value as policy_value

_IT_IS = re.compile(
    r"\b(?:it['’]?s|it is)"
    r"(?: (?:now|nearly|almost|about|around|only|just|already|gone|past|coming up to|getting on for))*\s*$",
    re.I,
)
_NOW = re.compile(r"\s*(?:right )?now\b", re.I)


@dataclass(frozen=True, slots=True)
class Said:
    """A text, what it mentions, and when it was said."""

    text: str
    mentions: Mentions
    now: datetime

    def tags(self, group: str) -> tuple[Tag, ...]:
        return tuple(one for one in self.mentions.tags if one.group == group)

    def reason_over(self) -> Decimal:
        """The policy's amount over which a gift is no token, in pounds."""
        return Decimal(policy_value("gift_reason_over", self.now.date()).amount)


def flag(said: Said, group: str) -> bool | None:
    """The yes or no that the lexicon's phrases of a group state; None where none does or they disagree.

    A denied phrase does not count. A phrase of the value "unknown" makes the answer None.
    """
    hits = said.tags(group)
    if any(one.value == "unknown" for one in hits):
        return None
    values = {one.value for one in hits if not one.negated and one.value in ("true", "false")}
    return values == {"true"} if len(values) == 1 else None


def value_of(some: Iterable[str]) -> str | None:
    """The first of some words, or None."""
    return next(iter(some), None)


def offered_on(said: Said) -> date | None:
    """The day on which it was offered: the single day that looks back, today among them."""
    days = [
        one for one in said.mentions.when if one.day and not one.until and not one.event and one.day <= said.now.date()
    ]
    return days[0].day if days else None


def event_on(said: Said) -> date | None:
    """The day of what is still to take place, where the text gives a single one."""
    days = [one for one in said.mentions.when if one.day and not one.until and one.event]
    return days[0].day if days else None


def _tells_the_time(text: str, one: When) -> bool:
    """Say whether a time is what the clock shows as it is typed ("its 11pm and ..."), and not when something was."""
    return one.at is not None and bool(_IT_IS.search(text[: one.start]) or _NOW.match(text[one.end :]))


def happened(said: Said) -> date | datetime | None:
    """When it happened: a day, or a date-time where the time is said (the latest such time where no day is)."""
    spots = [one for one in said.mentions.when if not one.until and not (one.day and one.day > said.now.date())]
    spots = [one for one in spots if not _tells_the_time(said.text, one)]
    if not spots:
        return None
    first = next((one for one in spots if one.day), spots[0])
    if first.at is None:
        return first.day
    at = datetime.combine(first.day or said.now.date(), first.at)
    return at - timedelta(days=1) if first.day is None and at > said.now.replace(tzinfo=None) else at
