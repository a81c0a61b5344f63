"""What a preview needs is worked out before the turn takes its locks, so that nobody else waits for it."""

import re

from sqlmodel import Session

from dialogs.desk import Desk, Incoming
from dialogs.edition_base import day_read
from dialogs.edition_cards import read_edition_action
from dialogs.edition_impact import impact_of
from dialogs.edition_shapes import UNNAMED
from dialogs.events import Pressed, Said
from dialogs.following import as_edition, follow_decisions, on_this_day
from dialogs.kb_readers import may_read
from knowledge.errors import Sayable
from storage import editions
from storage.editions import Kept

_NAMED = re.compile(
    r"\b(?:preview|show|open|see|check|publish|approve)\b.{0,20}\bkb[ _-]?(\d{1,9})\b"
    r"(?:.{0,10}\b(?:as of|on|as at) (.{1,40}?)\W*$)?",
    re.I,
)


def work_out_beforehand(desk: Desk, incoming: Incoming) -> None:
    """Work out what an edition would change where this person is about to look at it or publish it."""
    number, day = _named(incoming)
    if number is None or not may_read(incoming.person):
        return
    with desk.store.read() as session:
        follow_decisions(session, desk.store)
        kept = editions.find(session=session, edition=number) if number else _only_one(session)
        if kept is not None and kept.state == "proposed":
            today = incoming.now.date()
            try:
                on = day_read(day, incoming.now) if day else None
                impact_of(session, on_this_day(desk, today), as_edition(kept, today), incoming.now, on)
            except Sayable:
                return


def _only_one(session: Session) -> Kept | None:
    """The change that may be meant where none is named: the only one that is proposed."""
    proposed = [each for each in editions.every(session=session) if each.state == "proposed"]
    return proposed[0] if len(proposed) == 1 else None


def _named(incoming: Incoming) -> tuple[int | None, str]:
    """The number of the edition that is looked at (0: it is not named), and the day as of which, in words."""
    match incoming.event:
        case Said() as said:
            found = _NAMED.search(said.text[:200])
            unnamed = 0 if UNNAMED.match(said.text) else None
            return (int(found[1]), found[2] or "") if found else (unnamed, "")
        case Pressed() as pressed:
            action = read_edition_action(pressed.verb, pressed.data)
            return action.edition if action and action.verb in ("preview", "publish") else None, ""
    return None, ""
