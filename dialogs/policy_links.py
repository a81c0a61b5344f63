"""The links in the clauses in force: which did not answer when they were last looked at, and whose turn it is."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from sqlmodel import Session

from dialogs.desk import Turn
from dialogs.editions import counted
from dialogs.following import follow_decisions
from dialogs.replies import Reply, to_json
from dialogs.wording import clock_time, day, listed, said
from knowledge.clauses import Clause
from knowledge.editions.overlay import library_on
from knowledge.links import Look, links_of, nothing_reached
from storage import links, outbox

NO_WAY = (
    "This service may have no way to the web: ask whoever runs it. What was found before stays as it was, and each "
    "link can be tried in a browser."
)
_OFF = "Links are not looked at here by themselves: the service is set so."


def links_in_force(session: Session, source: object, today: date) -> dict[str, tuple[Clause, ...]]:
    """Give every link in the clauses in force on a day, with its clauses. ``source`` stands for the database."""
    follow_decisions(session, source)
    return links_of(library_on(today).in_force(on=today))


def begin_round(session: Session, source: object, now: datetime) -> tuple[str, ...] | None:
    """Give the links to be looked at now; None where it is not time, or another process is at it."""
    return tuple(links_in_force(session, source, now.date())) if links.begin(session=session, now=now) else None


def end_round(session: Session, looks: Iterable[Look], now: datetime) -> int:
    """Keep how the links answered, and tell whoever asked; gives how many are told.

    Where none was reached at all, what was found before stays: there may be no way to the web from here.
    """
    looks = tuple(looks)
    asked = links.end(session=session, looks=() if nothing_reached(looks) else looks, now=now)
    body = to_json(Reply(_told(looks)))
    notices = [outbox.Outgoing(person, body, "links_looked_at") for person in asked]
    outbox.enqueue_notices(session=session, notices=notices, now=now)
    return len(asked)


def dead_links(turn: Turn) -> Iterator[str]:
    """Say of each link in the clauses in force that did not answer where it stands, what it said and when."""
    kept = links.every(session=turn.session)
    for url, clauses in links_of(turn.desk.library.in_force(on=turn.today)).items():
        look, at = kept.get(url, (None, None))
        if look and not look.answered:
            where = listed([clause.label for clause in clauses])
            on = day(at.astimezone(turn.now.tzinfo).date(), turn.today)
            yield f"{said(url)} in {said(where)}: {how_it_answered(look)}, on {on}."


def how_it_answered(look: Look) -> str:
    """Say in a few words how a link answered: ``answered``, ``answered 404``, ``no such address``."""
    if look.status is None:
        return look.reason
    return "answered" if look.status < 400 else f"answered {look.status}"


def links_told(turn: Turn) -> str:
    """Say how many links there are and when they were looked at last."""
    there = links_of(turn.desk.library.in_force(on=turn.today))
    kept = links.every(session=turn.session)
    looked = [kept[url] for url in there if url in kept]
    off = "" if turn.desk.looks_at_links else _OFF
    if not there:
        return "No clause has a link."
    at = max((at for _, at in looked), default=None)
    tried = _tried(turn, at)
    if not looked:
        parts = (f"{counted(len(there), 'link')} in the clauses, not looked at yet.", tried, off)
        return " ".join(part for part in parts if part)
    at = at.astimezone(turn.now.tzinfo)
    dead = sum(not look.answered for look, _ in looked)
    when = f"{day(at.date(), turn.today)} at {clock_time(at)}"
    lead = f"{counted(len(there), 'link')} in the clauses, last looked at on {when}: {_count(dead)}."
    return " ".join(part for part in (lead, tried, off) if part)


def _tried(turn: Turn, looked_at: datetime | None) -> str:
    """Say so where nothing was reached the last time."""
    tried = links.last_round(session=turn.session)
    if tried is None or looked_at and tried <= looked_at:
        return ""
    when = tried.astimezone(turn.now.tzinfo)
    return f"I tried on {day(when.date(), turn.today)} at {clock_time(when)} and had no answer from anywhere. {NO_WAY}"


def _count(dead: int) -> str:
    return f"{dead} did not answer" if dead else "each answered"


def _told(looks: tuple[Look, ...]) -> str:
    if not looks:
        return "I've looked: no clause in force has a link."
    if nothing_reached(looks):
        return f"**I tried {counted(len(looks), 'link')} in the clauses and had no answer from anywhere.** {NO_WAY}"
    dead = [look for look in looks if not look.answered]
    lead = f"**I've looked at {counted(len(looks), 'link')} in the clauses: {_count(len(dead))}.**"
    lines = [f"{said(look.url)}: {how_it_answered(look)}" for look in dead[:10]]
    more = [f"and {len(dead) - 10} more"] if len(dead) > 10 else []
    return "\n\n".join([lead, *lines, *more, *(["Type “reviews” to see where they stand."] if dead else [])])
