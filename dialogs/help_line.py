"""The help line that answers at this minute, said first (MS-2 to MS-5)."""

from collections.abc import Sequence
from datetime import datetime

from dialogs.answering import CONTACTS
from dialogs.desk import Turn
from dialogs.wording import ROLE_NAMES, clock_time, day, place
from knowledge.clauses import Clause
from knowledge.helplines import HelpLine, answer_now
from knowledge.understanding.engine import Hit


def line_now(now: datetime) -> str:
    """Say which line answers now and until when, or that none does, the email, and when the next one opens.

    Where the words of the scheme say its lines or hours in a shape that cannot be read, they are quoted as they are.
    """
    line = answer_now(now)
    if line.open:
        until = clock_time(line.closes)
        return (
            f"**Ring {line.number} now.** The line is answered until {until}; the scheme doesn't mention bank holidays."
        )
    if line.doubtful:
        return f"**{_write_to(line)} now.** {_cannot_tell('which help line answers now', line.unread)}"
    return f"**No help line is listed for this hour.** {_write_to(line)} now; {_next(line, now)}"


def _write_to(line: HelpLine) -> str:
    return f"Email {line.email}" if line.email else f"Tell {ROLE_NAMES['digital_services']}"


def _next(line: HelpLine, now: datetime) -> str:
    if line.next_open:
        opens = f"{day(line.next_open.date(), now.date())} at {clock_time(line.next_open)}"
        unread = f" {_as_it_stands(line.unread)}" if line.unread else ""
        return f"the next line opens on {opens}, on {line.next_number}.{unread}"
    if line.unread:
        return _cannot_tell("when the next one opens", line.unread)
    return "the scheme lists no hours at all."


def _cannot_tell(what: str, clauses: Sequence[Clause]) -> str:
    return f"I can't work out {what}. {_as_it_stands(clauses)}"


def _as_it_stands(clauses: Sequence[Clause]) -> str:
    quotes = (f"“{' '.join(each.text.split())}” ({place(each)})" for each in clauses)
    return f"The scheme says: {'; '.join(quotes)}."


def line_first(turn: Turn, hits: Sequence[Hit]) -> str:
    """Give the line that answers now where an answer is about the help lines; else nothing."""
    return line_now(turn.now) if hits and hits[0].clause.id.startswith(CONTACTS) else ""
