"""Whom a record goes to: a role is asked for something, and where it goes from hand to hand, the next one."""

from datetime import datetime

from sqlmodel import Session

from dialogs.desk import Turn
from dialogs.people import Person
from dialogs.reminders import REMIND, start_clock
from dialogs.routing import people_for
from dialogs.situations import find_situation
from dialogs.statuses import person_named
from dialogs.wants import WANTS
from storage import clocks, decisions
from storage.tables import Decision, Record


def ask_role(turn: Turn, record: Record, owner: Person, step: int, role: str, wants: str) -> Person | None:
    """Ask whoever holds a role for the owner of a record; gives them, or None where nobody is listed."""
    person = people_for(turn.desk.directory, owner, role, record.answers)
    decisions.ask(
        session=turn.session,
        record=record,
        step=step,
        role=role,
        person=person.id if person else None,
        wants=wants,
        now=turn.now,
    )
    return person


def next_hop(record: Record, done: Decision, verb: str) -> tuple[str, str] | None:
    """Give the role that comes after a step, and what is wanted of it; None where that step was the last.

    ``verb`` is what was done: it may be the choice to have somebody else know.
    """
    further = WANTS[done.wants].further
    if further and verb == further.verb:
        return further.role, "acknowledge"
    step = done.step
    situation = find_situation(record.situation, record.audience)
    hops = situation.chain(record.ruling["outcome"]) if situation else ()
    receivers = record.ruling.get("receivers", ())
    return (receivers[step], hops[step]) if step < min(len(hops), len(receivers)) else None


def ask_next(turn: Turn, record: Record, done: Decision, role: str, wants: str) -> Person | None:
    """Ask the one after the step that was taken, and start the clock that reminds them."""
    owner = person_named(turn.desk.directory, record.person)
    person = ask_role(turn, record, owner, done.step + 1, role, wants)
    restart_clock(turn.session, record, turn.now)
    return person


def restart_clock(session: Session, record: Record, now: datetime) -> None:
    """Give whoever is asked now their own time before they are reminded."""
    clocks.stop_all(session=session, record_id=record.id, now=now, what=REMIND)
    start_clock(session, record, now)
