"""Starting the clocks of a record: that a help line answers again (MS-5), that somebody still has to decide, and
what falls due for its owner."""

from datetime import date, datetime

from sqlmodel import Session

from dialogs.desk import Turn
from dialogs.replies import Reply, to_json
from dialogs.situations import find_situation
from dialogs.working_days import after, half_past_nine, no_earlier, no_later
from knowledge.helplines import answer_now
from storage import clocks, outbox, records
from storage.tables import Record

WORKING_DAYS = 5
REMIND = "remind"
REMIND_OWNER = "remind_owner"
LOOK_BACK = 100


def remind_when_line_opens(turn: Turn, record: Record) -> str:
    """Queue one reminder for a councillor whose report was filed while no help line answered; gives a promise of it.

    Where the words of the scheme do not tell when the next line opens, nothing is promised.
    """
    line = answer_now(turn.now)
    if turn.person.audience != "councillor" or line.next_open is None or record.ruling["outcome"] != "report":
        return ""
    text = (
        f"The help line is open now: {line.next_number}. You reported {record.reference} while it was closed, "
        "so this is your one reminder."
    )
    outbox.enqueue(
        session=turn.session,
        to_person=turn.person.id,
        kind="notice",
        body=to_json(Reply(text)),
        now=turn.now,
        template="line_open",
        record_id=record.id,
        not_before=line.next_open,
    )
    return f"I'll remind you when the line opens on {line.next_open:%A}."


def start_clock(session: Session, record: Record, now: datetime) -> None:
    """Start the clock that reminds whoever still has to decide or acknowledge.

    After five working days, or on the day that its situation gives; none where that says that it is over.
    """
    today = now.date()
    timing = find_situation(record.situation, record.audience).timing
    on = timing.chased_on(record.answers, after(today, WORKING_DAYS), today)
    if on:
        at = half_past_nine(no_earlier(on), now.tzinfo)
        clocks.start(session=session, record_id=record.id, what=REMIND, due_at=at)


def start_owner_clocks(session: Session, record: Record, now: datetime, done_on: date | None = None) -> None:
    """Start the clocks that remind the owner of a record of what falls due, on the days that its situation gives.

    ``done_on`` is the day on which what was wanted was done. A day that has gone by starts none.
    """
    situation = find_situation(record.situation, record.audience)
    _stop_those_replaced(session, record, now)
    for on in situation.reminds(record.answers, done_on):
        at = half_past_nine(no_later(on), now.tzinfo)
        if at > now:
            clocks.start(session=session, record_id=record.id, what=REMIND_OWNER, due_at=at)


def _stop_those_replaced(session: Session, record: Record, now: datetime) -> None:
    """The device that is booked again is named by the newer booking alone."""
    same = find_situation(record.situation, record.audience).timing.replaces
    if same is None:
        return
    for other in records.of_person(session=session, person=record.person, limit=LOOK_BACK):
        older = other.situation == record.situation and other.id < record.id
        if older and all(other.answers.get(name) == record.answers.get(name) for name in same):
            clocks.stop_all(session=session, record_id=other.id, now=now, what=REMIND_OWNER)
