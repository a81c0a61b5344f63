"""A round of reminders: of all that has fallen due, never on a weekend, and one message a person and day."""

from datetime import datetime

from sqlmodel import Session

from dialogs.campaign_rounds import reminders_of_reviews
from dialogs.one_a_day import Reminder, reminded_today, send_together
from dialogs.people import Directory
from dialogs.policy_review_reminders import reminders_of_policies
from dialogs.record_reminders import of_clock
from dialogs.reminders import REMIND, start_clock
from dialogs.working_days import after, half_past_nine, is_working_day
from storage import clocks, records
from storage.tables import Clock


def remind_all(session: Session, now: datetime, directory: Directory) -> int:
    """Remind everybody whose decision is overdue, and start their clocks anew, and every owner of what falls due, of
    records and of reviews of the policies.

    What somebody would hear who was reminded today waits for the next working day. Gives how many are reminded.
    """
    if not is_working_day(now.date()):
        return 0
    found: list[Reminder] = []
    had: set[str] | None = None
    for clock in clocks.due(session=session, now=now):
        had = reminded_today(session, now) if had is None else had
        found += _take(session, clock, now, directory, had)
    found += reminders_of_reviews(session, now, directory)
    found += reminders_of_policies(session, now, directory)
    return send_together(session, found, now)


def _take(session: Session, clock: Clock, now: datetime, directory: Directory, had: set[str]) -> list[Reminder]:
    reminders = of_clock(session, clock, now, directory)
    free = [each for each in reminders if each.to not in had]
    if reminders and not free:
        tomorrow = half_past_nine(after(now.date()), now.tzinfo)
        clocks.put_off(session=session, clock=clock, due_at=tomorrow)
        return []
    if not clocks.done(session=session, clock_id=clock.id, now=now):
        return []
    if reminders and clock.what == REMIND:
        start_clock(session, records.by_id(session=session, record_id=clock.record_id), now)
    return free
