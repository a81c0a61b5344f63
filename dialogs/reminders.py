"""What falls due later: the reminder that a help line answers again (MS-5)."""

from dialogs.desk import Turn
from dialogs.replies import Reply, to_json
from knowledge.helplines import answer_now
from storage import outbox
from storage.tables import Record


def remind_when_line_opens(turn: Turn, record: Record) -> None:
    """Queue one reminder for a councillor whose report was filed at an hour when no help line answers."""
    line = answer_now(turn.now)
    if turn.person.audience != "councillor" or line.open or record.ruling["outcome"] != "report":
        return
    text = (
        f"The help line is open now: {line.next_number}. You asked me to report {record.reference} while it was "
        f"closed, so this is your one reminder."
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
    turn.say(f"I'll remind you when the line opens on {line.next_open:%A}.")
