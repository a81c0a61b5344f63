"""Reminders leave together: whoever has several gets one message, and not more than one a day."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from sqlmodel import Session

from dialogs.replies import Reply, to_json
from storage import outbox


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one person is reminded of: the words, the answers offered beneath them, and the record they are about.

    ``template`` is one of ``outbox.REMINDERS``.
    """

    to: str
    text: str
    template: str
    record_id: int | None = None
    choices: tuple[str, ...] = ()


def reminded_today(session: Session, now: datetime) -> set[str]:
    """Give those who have been sent a reminder since midnight on the council's clock."""
    midnight = datetime.combine(now.date(), time.min, now.tzinfo)
    return outbox.reminded_since(session=session, since=midnight)


def send_together(session: Session, reminders: Collection[Reminder], now: datetime) -> int:
    """Queue the reminders, one message for each person; gives how many people are reminded."""
    of_person: dict[str, list[Reminder]] = defaultdict(list)
    for reminder in reminders:
        of_person[reminder.to].append(reminder)
    outbox.enqueue_notices(session=session, notices=[_notice(each) for each in of_person.values()], now=now)
    return len(of_person)


def _notice(mine: Sequence[Reminder]) -> outbox.Outgoing:
    first = mine[0]
    if len(mine) == 1:
        body = to_json(Reply(first.text, choices=first.choices))
        return outbox.Outgoing(first.to, body, first.template, first.record_id)
    texts = list(dict.fromkeys(each.text for each in mine))
    return outbox.Outgoing(first.to, to_json(Reply("\n\n".join(texts))), first.template)
