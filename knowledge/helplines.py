"""Who answers a Member's call at this minute (Members ICT Scheme, front page; checklist MS-2 to MS-5).

What is said is read from the words of the clauses in force on the day, so that what HR publish is what people hear.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from knowledge.clause_files import FOLDER, read_toml
from knowledge.clauses import Clause, Library, load_library
from knowledge.editions.overlay import library_on
from knowledge.line_words import PHONE, read_email, read_hours, read_number

_FILE = FOLDER / "members_ict_scheme" / "helplines.toml"
_A_WEEK = 8  # days until the same weekday has gone by once


@dataclass(frozen=True, slots=True)
class HelpLine:
    """The line that answers now; or, when none does, when which line does next.

    Open: ``name``, ``number`` and ``closes`` (local time, the first minute nobody answers there any more).
    Shut: ``next_open`` and ``next_number``, None where that cannot be told. ``clause`` holds the hours of the line
    named. ``email`` is given where the scheme has one. ``unread`` are clauses whose words say hours, a number or an
    address in a shape that cannot be read: they are quoted. ``doubtful``: one of those lines may answer now.
    """

    open: bool
    name: str | None
    number: str | None
    closes: time | None
    email: str | None
    next_open: datetime | None
    next_number: str | None
    clause: str
    unread: tuple[Clause, ...] = ()
    doubtful: bool = False


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
class Line:
    """A help line as its clause gives it. ``number`` or ``shifts`` is None where it cannot be read in the words."""

    clause: Clause
    name: str
    number: str | None
    shifts: tuple[Shift, ...] | None

    @property
    def is_read(self) -> bool:
        """Whether number and hours could be read, so that it can be said when it answers."""
        return self.number is not None and self.shifts is not None


@dataclass(frozen=True, slots=True)
class Hours:
    """The lines in the order of their clauses, the email address (None: it cannot be read) with its clause (None: the
    scheme has it no more), and the time zone that the hours are in."""

    lines: tuple[Line, ...]
    email: str | None
    email_clause: Clause | None
    zone: ZoneInfo

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """All shifts of the week, of the lines that could be read."""
        return tuple(shift for line in self.lines if line.is_read for shift in line.shifts or ())

    @property
    def unread(self) -> tuple[Clause, ...]:
        """The clauses of the lines that could not be read."""
        return tuple(line.clause for line in self.lines if not line.is_read)

    @property
    def unread_email(self) -> tuple[Clause, ...]:
        """The clause of the address where that could not be read in it."""
        return (self.email_clause,) if self.email_clause and not self.email else ()


def answer_now(now: datetime) -> HelpLine:
    """Give the line that is answered at ``now``: an aware time is put on the lines' clock, a naive one is on it.

    A line is open from its first minute to the minute before its last: at 17:00 the out-of-hours line answers, at
    21:00 nobody. ``next_open`` is aware where ``now`` is, and is told from the words in force on its own day.
    """
    local = now.astimezone(_zone()) if now.tzinfo else now
    hours = hours_on(local.date())
    for shift in hours.shifts:
        if shift.weekday == local.weekday() and shift.opens <= local.time() < shift.closes:
            return HelpLine(True, shift.name, shift.number, shift.closes, hours.email, None, None, shift.clause)
    unread, opens, shift = _next(local)
    return HelpLine(
        open=False,
        name=None,
        number=None,
        closes=None,
        email=hours.email,
        next_open=opens,
        next_number=shift.number if shift else None,
        clause=shift.clause if shift else "",
        unread=(*unread, *hours.unread_email),
        doubtful=bool(hours.unread),
    )


def _next(local: datetime) -> tuple[tuple[Clause, ...], datetime | None, Shift | None]:
    """When which line opens next, by the words of each day; where those of a day cannot be read, their clauses."""
    for days in range(_A_WEEK):
        day = local.date() + timedelta(days=days)
        hours = hours_on(day)
        if hours.unread:
            return hours.unread, None, None
        openings = list(_openings(hours, day, local))
        if openings:
            return (), *min(openings, key=lambda opening: opening[0])
    return (), None, None


def _openings(hours: Hours, day: date, local: datetime) -> Iterator[tuple[datetime, Shift]]:
    for shift in hours.shifts:
        opens = datetime.combine(day, shift.opens, tzinfo=local.tzinfo)
        if shift.weekday == day.weekday() and opens > local:
            yield opens, shift


def hours_on(day: date) -> Hours:
    """Give the hours of the help lines as the clauses in force on a day have them."""
    return hours_of(library_on(day))


def load_hours() -> Hours:
    """Give the hours of the help lines as the scheme came."""
    return hours_of(load_library())


@functools.lru_cache(maxsize=32)
def hours_of(library: Library) -> Hours:
    """Give the hours of the help lines as a library has them; read once for each."""
    where = _where()
    address = library.find(where["email"])
    address = None if address is None or address.withdrawn else address
    return Hours(
        lines=tuple(line_of(clause) for clause in library.in_force() if _gives_line(clause)),
        email=read_email(address.text) if address else None,
        email_clause=address,
        zone=_zone(),
    )


def _gives_line(clause: Clause) -> bool:
    where = _where()
    beside = clause.policy == where["policy"] and clause.heading == tuple(where["heading"])
    return clause.id in where["lines"] or (beside and PHONE.search(clause.text) is not None)


def line_of(clause: Clause) -> Line:
    """Read a clause as a help line: its name is what stands before the number, or else its own label."""
    read, hours = read_number(clause.text), read_hours(clause.text)
    name, number = read or ("", None)
    name = name or clause.label
    shifts = None
    if number is not None and hours is not None:
        shifts = tuple(Shift(o.weekday, o.opens, o.closes, name, number, clause.id, o.words) for o in hours)
    return Line(clause, name, number, shifts)


def desk_of(clause_id: str) -> str:
    """Give the desk whose address a clause is there for; "" where it is not the clause of the address."""
    where = _where()
    return where["desk"] if clause_id == where["email"] else ""


@functools.cache
def _where() -> dict:
    return read_toml(_FILE)


@functools.cache
def _zone() -> ZoneInfo:
    return ZoneInfo(_where()["timezone"])
