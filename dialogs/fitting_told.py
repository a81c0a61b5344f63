"""What HR's editors are told where the bot could not learn further from what they taught."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from dialogs.editions import counted
from dialogs.people import Directory
from dialogs.replies import Reply, to_json
from dialogs.settling import EDITOR
from dialogs.wording import listed, said
from storage import outbox

_SHOWN = 5


def tell_of_failed_fitting(session: Session, directory: Directory, failing: Sequence[str], now: datetime) -> None:
    """Tell every editor in HR which golden checks would fail, that nothing is lost, and what they can do."""
    body = to_json(Reply(_words(failing)))
    editors = directory.with_role(EDITOR)
    notices = [outbox.Outgoing(person.id, body, "fitting") for person in editors]
    outbox.enqueue_notices(session=session, notices=notices, now=now)


def _words(failing: Sequence[str]) -> str:
    more = [f"{len(failing) - _SHOWN} more"] if len(failing) > _SHOWN else []
    names = listed([*(f"“{said(each)}”" for each in failing[:_SHOWN]), *more])
    return (
        "**I know what was taught word for word, and I couldn't learn further from it.** With it "
        f"{counted(len(failing), 'golden check')} would come out wrong: {names}. I go on as I was. To look through "
        "what was taught, type “taught”; to take one back, “forget” and its name."
    )
