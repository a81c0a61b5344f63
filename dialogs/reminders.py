"""What falls due later: that a help line answers again (MS-5), and that somebody still has to decide."""

from datetime import datetime, time, timedelta

from sqlmodel import Session

from dialogs.desk import Turn
from dialogs.replies import Reply, to_json
from dialogs.situations import find_situation
from dialogs.wants import WANTS
from dialogs.wording import day
from knowledge.helplines import answer_now
from storage import clocks, decisions, outbox, records
from storage.tables import Clock, Decision, Record

WORKING_DAYS = 5
REMIND = "remind"
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


def remind_those_asked(session: Session, now: datetime) -> int:
    """Remind everybody whose decision is overdue and start each clock anew; how many were reminded."""
    reminded = 0
    for clock in clocks.due(session=session, now=now):
        if clock.what == REMIND and clocks.done(session=session, clock_id=clock.id, now=now):
            reminded += _remind(session, clock, now)
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


def _text(record: Record, decision: Decision, now: datetime) -> str:
    since = day(decision.asked_at.astimezone(now.tzinfo).date(), now.date())
    want = WANTS[decision.wants]
    register = find_situation(record.situation, record.audience).register
    what, done = want.awaited.format(register=register), want.doing.format(register=register)
    return (
        f"{record.reference} has waited for {what} since {since}. Type “my approvals” to see it. "
        f"Once you {done}, I won't remind you again."
    )
