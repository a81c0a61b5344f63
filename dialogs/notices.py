"""What is sent to whom: texts, and the cards of a record, which change in place for everybody who has one."""

from dialogs.desk import Turn
from dialogs.replies import Reply, to_json
from dialogs.views import draw_views
from storage import outbox
from storage.tables import Record


def tell(turn: Turn, person_id: str, text: str, record: Record | None = None, template: str = "told") -> None:
    """Send a person a text after the commit: to the person whose turn it is as a reply, to others as a notice."""
    if person_id == turn.person.id:
        turn.say(text)
        return
    outbox.enqueue(
        session=turn.session,
        to_person=person_id,
        kind="notice",
        body=to_json(Reply(text)),
        now=turn.now,
        template=template,
        record_id=record.id if record else None,
    )


def show_to_all(turn: Turn, record: Record) -> None:
    """Draw the record's card anew for all parties: in place where they have it, else as a new message."""
    for person_id, view, card in draw_views(turn, record):
        _show(turn, record, person_id, view, Reply(card=card, summary=card.title))


def _show(turn: Turn, record: Record, person_id: str, view: str, reply: Reply) -> None:
    body = to_json(reply)
    state = outbox.redraw(session=turn.session, record_id=record.id, to_person=person_id, card=view, body=body)
    if state == "new" and person_id == turn.person.id:
        turn.cards.append((reply, record.id, view))
    elif state != "replaced":
        outbox.enqueue(
            session=turn.session,
            to_person=person_id,
            kind="update" if state == "update" else "notice",
            body=body,
            now=turn.now,
            template="card",
            record_id=record.id,
            card=view,
        )
