"""What all acts on the policies share: what waits for a yes, the day that was typed, and where it is told."""

import re
from datetime import date, datetime

from dialogs.desk import Turn
from dialogs.edition_telling import Telling
from knowledge.errors import Sayable
from knowledge.understanding.slots import read_day

HELD = "editing"
FROM = r"(?:,?\s+(?:from|as of|starting|with effect from)\s+(?P<since>[^:]+?))?"  # the first day, as it is typed


def telling(turn: Turn) -> Telling:
    """Give where what this person does to the policies is told."""
    return Telling(turn.session, turn.desk.directory, turn.person, turn.now)


def day_said(turn: Turn, words: str) -> date:
    """Read a day as typed, today where nothing is; Sayable where it is none."""
    return day_read(words, turn.now) if words.strip() else turn.today


def day_read(words: str, now: datetime) -> date:
    """Read a day as typed; Sayable where it is none."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        found = read_day(words, now, "future")
    if found is None or re.search(r"\d", words[: found.start] + words[found.end :]):
        raise Sayable(f"I can't read “{words[:40]}” as a day. Say it like “1 January 2027”, or leave it out for today.")
    return found.day
