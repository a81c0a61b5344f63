"""The help line that answers at this minute, said first (MS-2 to MS-5)."""

from collections.abc import Sequence
from datetime import datetime

from dialogs.answering import CONTACTS
from dialogs.desk import Turn
from dialogs.wording import clock_time, day
from knowledge.helplines import answer_now
from knowledge.understanding.engine import Hit


def line_now(now: datetime) -> str:
    """Say which line answers now and until when, or that none does, the email, and when the next one opens."""
    line = answer_now(now)
    if line.open:
        until = clock_time(line.closes)
        return (
            f"**Ring {line.number} now.** The line is answered until {until}; the scheme doesn't mention bank holidays."
        )
    opens = f"{day(line.next_open.date(), now.date())} at {clock_time(line.next_open)}"
    return (
        f"**No help line is listed for this hour.** Email {line.email} now; the next line opens on {opens}, "
        f"on {line.next_number}."
    )


def line_first(turn: Turn, hits: Sequence[Hit]) -> str:
    """Give the line that answers now where an answer is about the help lines; else nothing."""
    return line_now(turn.now) if hits and hits[0].clause.id.startswith(CONTACTS) else ""
