"""Reminders leave together: whoever has several gets one message, and not more than one a day."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from sqlmodel import Session

from dialogs.replies import Reply, to_json
from storage import outbox

AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one person is reminded of: the words, a question that follows them with its answers, and the record.

    ``template`` is one of ``outbox.REMINDERS``.
    """

    to: str
    text: str
    template: str
    record_id: int | None = None
    asks: str = ""
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
    asking = next((each for each in mine if each.asks), None)
    texts = list(dict.fromkeys(each.text for each in mine))
    left = len(texts) - AT_MOST
    more = f"{left} more wait for you as well. Type “my approvals” to see them." if left > 0 else ""
    question = f"**{asking.asks}**" if asking else ""
    words = "\n\n".join(part for part in (*texts[:AT_MOST], more, question) if part)
    record = mine[0].record_id if len(mine) == 1 else None
    body = to_json(Reply(words, choices=asking.choices if asking else ()))
    return outbox.Outgoing(mine[0].to, body, mine[0].template, record)
