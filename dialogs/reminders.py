"""What falls due later: that a help line answers again (MS-5), and that somebody still has to decide."""

from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from dialogs.desk import Turn
from dialogs.replies import Reply, to_json
from dialogs.situations import find_situation
from dialogs.talk import names_of, thing
from dialogs.wants import WANTS
from dialogs.wording import day
from knowledge.helplines import answer_now
from storage import clocks, decisions, outbox, records
from storage.tables import Clock, Decision, Record

WORKING_DAYS = 5
REMIND = "remind"
REMIND_OWNER = "remind_owner"
AT = time(9, 30)


def remind_when_line_opens(turn: Turn, record: Record) -> str:
    """Queue one reminder for a councillor whose report was filed while no help line answered; gives a promise of it."""
    line = answer_now(turn.now)
    if turn.person.audience != "councillor" or line.open or record.ruling["outcome"] != "report":
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
    """Start the clock that reminds whoever still has to decide or acknowledge, after five working days."""
    clocks.start(session=session, record_id=record.id, what=REMIND, due_at=after_working_days(now))


def start_owner_clocks(session: Session, record: Record, now: datetime, done_on: date | None = None) -> None:
    """Start the clocks that remind the owner of a record of what falls due, on the days that its situation gives.

    ``done_on`` is the day on which what was wanted was done. A day that has gone by starts none.
    """
    situation = find_situation(record.situation, record.audience)
    for on in situation.reminds(record.answers, done_on):
        at = datetime.combine(_no_weekend(on), AT, now.tzinfo)
        if at > now:
            clocks.start(session=session, record_id=record.id, what=REMIND_OWNER, due_at=at)


def _no_weekend(on: date) -> date:
    return on - timedelta(days=max(0, on.weekday() - 4))


def remind_all(session: Session, now: datetime) -> int:
    """Remind everybody whose decision is overdue, and start their clocks anew, and every owner of what falls due.

    Gives how many were reminded.
    """
    reminded = 0
    for clock in clocks.due(session=session, now=now):
        if clock.what in _REMINDERS and clocks.done(session=session, clock_id=clock.id, now=now):
            reminded += _REMINDERS[clock.what](session, clock, now)
    return reminded


def after_working_days(now: datetime, days: int = WORKING_DAYS) -> datetime:
    """Give half past nine on the day that is so many working days (Monday to Friday) after ``now``."""
    on = now.date()
    while days:
        on += timedelta(days=1)
        days -= on.weekday() < 5
    return datetime.combine(on, AT, now.tzinfo)


def _remind(session: Session, clock: Clock, now: datetime) -> int:
    record = records.by_id(session=session, record_id=clock.record_id)
    waiting = [
        d for d in decisions.of_record(session=session, record_id=record.id) if d.state == "pending" and d.person
    ]
    for decision in waiting:
        outbox.enqueue(
            session=session,
            to_person=decision.person,
            kind="notice",
            body=to_json(Reply(_text(record, decision, now))),
            now=now,
            template="reminder",
            record_id=record.id,
        )
    if waiting:
        start_clock(session, record, now)
    return len(waiting)


def _remind_owner(session: Session, clock: Clock, now: datetime) -> int:
    record = records.by_id(session=session, record_id=clock.record_id)
    situation = find_situation(record.situation, record.audience)
    words = {"thing": thing(situation, record.answers), **names_of(situation, record.answers)}
    outbox.enqueue(
        session=session,
        to_person=record.person,
        kind="notice",
        body=to_json(Reply(situation.reminder.format(ref=record.reference, **words))),
        now=now,
        template="due",
        record_id=record.id,
    )
    return 1


_REMINDERS = {REMIND: _remind, REMIND_OWNER: _remind_owner}


def _text(record: Record, decision: Decision, now: datetime) -> str:
    since = day(decision.asked_at.astimezone(now.tzinfo).date(), now.date())
    want = WANTS[decision.wants]
    register = find_situation(record.situation, record.audience).register
    what, done = want.awaited.format(register=register), want.doing.format(register=register)
    return (
        f"{record.reference} has waited for {what} since {since}. Type “my approvals” to see it. "
        f"Once you {done}, I won't remind you again."
    )
