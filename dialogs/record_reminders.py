"""What a clock of a record that has fallen due says, and to whom."""

from datetime import date, datetime

from sqlmodel import Session

from dialogs.one_a_day import Reminder
from dialogs.people import Directory
from dialogs.reminders import LOOK_BACK, REMIND, REMIND_OWNER
from dialogs.routing import same_desk
from dialogs.situation import Situation
from dialogs.situations import find_situation
from dialogs.statuses import person_named
from dialogs.talk import names_of, thing
from dialogs.timing import NAME_KEPT
from dialogs.wants import WANTS
from dialogs.wording import day
from storage import decisions, records
from storage.tables import Clock, Decision, Record

_GONE = "device_lost"


def of_clock(session: Session, clock: Clock, now: datetime, directory: Directory) -> list[Reminder]:
    """Give the reminders of a clock that has fallen due; none where nobody has to be reminded any more."""
    record = records.by_id(session=session, record_id=clock.record_id)
    situation = find_situation(record.situation, record.audience)
    if clock.what == REMIND:
        return _of_those_asked(session, record, situation, now, directory)
    return [_of_owner(session, record, situation, now)] if clock.what == REMIND_OWNER else []


def _of_those_asked(
    session: Session, record: Record, situation: Situation, now: datetime, directory: Directory
) -> list[Reminder]:
    asked = decisions.of_record(session=session, record_id=record.id)
    waiting = [d for d in asked if d.state == "pending" and d.person]
    owner = directory.find(record.person)
    name = owner.name if owner else record.answers.get(NAME_KEPT) or person_named(directory, record.person).name
    devices = _devices(session, record) if waiting else ()
    why = situation.timing.chase(record.answers, now.date(), name, devices)
    found = [Reminder(d.person, _asked(situation, record, d, why, now), "reminder", record.id) for d in waiting]
    if why:
        found += [r for d in waiting for r in _same_desk(directory, record, d, why)]
    return list({reminder.to: reminder for reminder in reversed(found)}.values())


def _asked(situation: Situation, record: Record, decision: Decision, why: str, now: datetime) -> str:
    since = day(decision.asked_at.astimezone(now.tzinfo).date(), now.date())
    want = WANTS[decision.wants]
    what, done = want.awaited.format(register=situation.register), want.ends.format(register=situation.register)
    waits = f"{record.reference} has waited for {what} since {since}. Type “my approvals” to see it."
    return " ".join(part for part in (why, waits, f"Once you {done}, I won't remind you again.") if part)


def _same_desk(directory: Directory, record: Record, decision: Decision, why: str) -> list[Reminder]:
    """Colleagues at the same desk can ask for what is missing, though one of them confirms it."""
    asked = person_named(directory, decision.person)
    text = f"{why} {asked.name} is asked about {record.reference}. Once that is done, I won't remind you again."
    holders = {p.id: p for role in same_desk(decision.role) for p in directory.with_role(role)}
    return [Reminder(p, text, "reminder", record.id) for p in holders if p not in (asked.id, record.person)]


def _devices(session: Session, record: Record) -> tuple[str, ...]:
    """The devices that the person's records name, other than what was lost."""
    theirs = records.of_person(session=session, person=record.person, limit=LOOK_BACK)
    return tuple(dict.fromkeys(r.device for r in theirs if r.device and r.situation != _GONE))


def _of_owner(session: Session, record: Record, situation: Situation, now: datetime) -> Reminder:
    done_on = _done_on(session, record, now)
    due = situation.timing.due(record.answers, done_on)
    words = {"thing": thing(situation, record.answers), **names_of(situation, record.answers)}
    words |= {"ref": record.reference, "due": day(due) if due else ""}
    said = situation.timing.again if done_on and situation.timing.again else situation.reminder
    return Reminder(record.person, said.format(**words), "due", record.id)


def _done_on(session: Session, record: Record, now: datetime) -> date | None:
    asked = decisions.of_record(session=session, record_id=record.id)
    done = [d.decided_at for d in asked if d.state == record.status and d.decided_at]
    return max(done).astimezone(now.tzinfo).date() if done else None
