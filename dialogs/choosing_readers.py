"""Whom something sensitive goes to where nobody is listed, or not to whom it went: its owner says, and nobody else.

SITUATIONS.md section 4: it is never escalated with its content.
"""

import re

from dialogs.desk import Turn
from dialogs.hops import restart_clock
from dialogs.notices import show_to_all, tell
from dialogs.reassigning import WhichOne, person_called
from dialogs.statuses import OPEN
from dialogs.wording import listed
from knowledge.understanding.slots import read_choice, read_reference, read_yes_no
from storage import audit, decisions, records
from storage.tables import Decision, Draft, Record

LONGEST_NAME = 5
SEND, KEEP = "Send it", "Don't send it"
_SEND = re.compile(
    r"^\W*(?:please |can you |could you |i'd like you to )*(?:send|show|pass|give|forward)\s+"
    r"(?:it|this|that|[a-z]{2,3}[- ]?\d{4}[- ]?\d+)\s+to\s+(?P<name>[^,.?!]{2,60}?)(?:\s+instead|\s+please)*\W*$",
    re.I,
)
_NOBODY = re.compile(r"^\W*(?:nobody|no one|not now|not yet|later|nobody yet|i don'?t know)\b", re.I)


def ask_whom(turn: Turn, record: Record, roles: list[str]) -> str:
    """Ask its owner who should have something sensitive for which nobody is listed; gives the words for it."""
    turn.desk.memory.keep(turn.person.id, {"reader": record.id}, turn.now)
    return (
        f"Nobody is listed as {listed(roles)}, and only you can say who else may see it. "
        "**Who should have it? Type a name, or “nobody yet”.**"
    )


def choose_reader_in_words(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take the name of whoever should have something sensitive of one's own; say whether the words were that."""
    asked = turn.desk.memory.look(turn.person.id, turn.now) or {}
    if "reader" in asked and draft is None and _hear_name(turn, text, asked):
        return True
    found = _SEND.match(text)
    record = _own(turn, read_reference(text)) if found and read_reference(text) else None
    if record is None:
        return False
    _propose(turn, record, found["name"])
    return True


def _hear_name(turn: Turn, text: str, asked: dict) -> bool:
    record = records.by_id(session=turn.session, record_id=asked["reader"])
    wish = read_choice(text, {"yes": (SEND,), "no": (KEEP,)})
    agreed = read_yes_no(text) if wish is None else wish == "yes"
    if "to" in asked and agreed is not None:
        turn.desk.memory.take(turn.person.id, turn.now)
        if agreed:
            _send(turn, record, asked["to"])
        else:
            turn.say(f"Nothing was sent. {_how(record)}")
        return True
    if _NOBODY.match(text):
        turn.desk.memory.take(turn.person.id, turn.now)
        turn.say(f"All right, nobody has it. {_how(record)}")
        return True
    found = _SEND.match(text)
    name = found["name"] if found else text
    if text.rstrip().endswith("?") or len(name.split()) > LONGEST_NAME:
        return False
    _propose(turn, record, name)
    return True


def _how(record: Record) -> str:
    return f"You can say “send {record.reference} to” and a name at any time."


def _own(turn: Turn, reference: str) -> Record | None:
    record = records.by_reference(session=turn.session, reference=reference)
    mine = record is not None and turn.person.id in (record.person, record.concerns)
    return record if mine and record.sensitivity != "normal" else None


def _open(turn: Turn, record: Record) -> Decision | None:
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    return next((d for d in asked if d.state in OPEN), None)


def _propose(turn: Turn, record: Record, name: str) -> None:
    if _open(turn, record) is None:
        turn.say(f"{record.reference} waits for nobody, so I haven't sent it on. You can talk to them yourself.")
        return
    try:
        to = person_called(turn.desk.directory, name, record)
    except WhichOne as unclear:
        turn.desk.memory.keep(turn.person.id, {"reader": record.id}, turn.now)
        turn.say(f"**{unclear}**", choices=tuple(p.name for p in unclear.people[:3]))
        return
    if to.id in (record.person, record.concerns):
        turn.desk.memory.keep(turn.person.id, {"reader": record.id}, turn.now)
        turn.say(f"{record.reference} is your own. **Who else should have it?**")
        return
    turn.desk.memory.keep(turn.person.id, {"reader": record.id, "to": to.id}, turn.now)
    turn.say(
        f"**Shall I send {record.reference} to {to.name}?** They will see all that it says.",
        choices=(SEND, KEEP),
    )


def _send(turn: Turn, record: Record, to: str) -> None:
    decision = _open(turn, record)
    asked = decision and decisions.redirect(
        session=turn.session,
        decision_id=decision.id,
        version=decision.version,
        by=turn.person.id,
        to=to,
        now=turn.now,
    )
    if not asked:
        turn.say(f"{record.reference} has been answered meanwhile, so I haven't sent it on.")
        return
    turn.kept = True
    restart_clock(turn.session, record, turn.now)
    audit.append(
        session=turn.session,
        actor=turn.person.id,
        act="redirected",
        subject=record.reference,
        detail={"to": to, "step": decision.step},
        now=turn.now,
    )
    if decision.state == "reassigned" and decision.person:
        tell(turn, decision.person, f"{turn.person.name} has sent {record.reference} to somebody else.", record)
    name = turn.desk.directory.find(to).name
    turn.say(f"**{record.reference} is on its way to {name}.** You'll hear here what becomes of it.")
    show_to_all(turn, record)
