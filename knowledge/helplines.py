"""Who answers a Member's call at this minute (Members ICT Scheme, front page; checklist MS-2 to MS-5)."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from knowledge.clause_files import FOLDER, read_toml

_FILE = FOLDER / "members_ict_scheme" / "helplines.toml"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class HelpLine:
    """The line that answers now; or, when none does, when which line does next.

    Open: ``name``, ``number`` and ``closes`` (local time, the first minute nobody answers there any more).
    Shut: ``next_open`` and ``next_number``. ``email`` is always given. ``clause`` holds the hours of the line named.
    """

    open: bool
    name: str | None
    number: str | None
    closes: time | None
    email: str
    next_open: datetime | None
    next_number: str | None
    clause: str


@dataclass(frozen=True, slots=True)
class Shift:
    """One line on one day of the week (Monday is 0), from ``opens`` to the minute before ``closes``."""

    weekday: int
    opens: time
    closes: time
    name: str
    number: str
    clause: str
    words: str


@dataclass(frozen=True, slots=True)
class Hours:
    """All shifts of the week, the email address with its clause, and the time zone that the hours are in."""

    shifts: tuple[Shift, ...]
    email: str
    email_clause: str
    zone: ZoneInfo


def answer_now(now: datetime) -> HelpLine:
    """Give the line that is answered at ``now``: an aware time is put on the lines' clock, a naive one is on it.

    A line is open from its first minute to the minute before its last: at 17:00 the out-of-hours line answers, at
    21:00 nobody. ``next_open`` is aware where ``now`` is.
    """
    hours = load_hours()
    local = now.astimezone(hours.zone) if now.tzinfo else now
    for shift in hours.shifts:
        if shift.weekday == local.weekday() and shift.opens <= local.time() < shift.closes:
            return HelpLine(True, shift.name, shift.number, shift.closes, hours.email, None, None, shift.clause)
    opens, shift = min(_openings(hours, local), key=lambda opening: opening[0])
    return HelpLine(False, None, None, None, hours.email, opens, shift.number, shift.clause)


def _openings(hours: Hours, local: datetime) -> Iterator[tuple[datetime, Shift]]:
    for days in range(8):
        day = local.date() + timedelta(days=days)
        for shift in hours.shifts:
            opens = datetime.combine(day, shift.opens, tzinfo=local.tzinfo)
            if shift.weekday == day.weekday() and opens > local:
                yield opens, shift


@functools.cache
def load_hours() -> Hours:
    """Give the hours of the help lines as the scheme's folder has them."""
    table = read_toml(_FILE)
    shifts = tuple(shift for line in table["line"] for shift in _shifts(line))
    return Hours(shifts, table["email"], table["email_clause"], ZoneInfo(table["timezone"]))


def _shifts(line: dict) -> Iterator[Shift]:
    for hours in line["hours"]:
        for day in hours["days"]:
            yield Shift(
                weekday=_DAYS.index(day),
                opens=hours["opens"],
                closes=hours["closes"],
                name=line["name"],
                number=line["number"],
                clause=line["clause"],
                words=hours["words"],
            )
