"""Asking for an exception once an offer is filed as declined: the manager gets it with the default stated (CC-89)."""

import re
from collections.abc import Mapping
from typing import Any

from dialogs.asking import answer_beside
from dialogs.desk import Turn
from dialogs.drafting import situation_of, step_of
from dialogs.hops import ask_role
from dialogs.notices import show_to_all
from dialogs.reminders import start_clock
from dialogs.routing import named_role, people_for, whom_to_ask
from dialogs.situations import find_situation
from knowledge.understanding.slots import read_choice, read_reference, read_yes_no
from storage import audit, decisions, records
from storage.tables import Draft, Record

_BY_NAME = re.compile(r"\bexceptions?\b", re.I)
_WISHED = re.compile(
    r"\bi (?:still|really|do) (?:want|would like|'d like|wanna) to (?:keep|accept|take|go|have)\b"
    r"|\bwho (?:can|could) (?:allow|agree to|say yes to|approve|ok) (?:it|this|that|them)\b",
    re.I,
)
_LOOKED_THROUGH, SHORT = 10, 4
_OFFERS = ("gift_offered", "hospitality_offered")
_ROLE = "line_manager"
_YES, _NO = "Ask for it", "Leave it"


def hear_exception(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take a wish for an exception to an offer that was filed as declined; say whether it was one."""
    if draft:
        return False
    held = turn.desk.memory.look(turn.person.id, turn.now) or {}
    if "exception" in held:
        return _agree(turn, text, held)
    if not (_BY_NAME.search(text) or _WISHED.search(text)):
        return False
    record = _declined(turn, text)
    if record is None:
        return _needs_none(turn, text)
    manager = people_for(turn.desk.directory, turn.person, _ROLE, record.answers)
    if manager is None:
        turn.say(f"Nobody is listed who could agree to it for {record.reference}. Please ask HR to name somebody.")
        return True
    turn.desk.memory.keep(turn.person.id, {"exception": record.id, "said": text}, turn.now)
    named = named_role(turn.desk.directory, turn.person, _ROLE, record.answers)
    turn.say(
        f"{record.reference} is filed as declined, which is the default. {named} may agree an exception. "
        f"**Shall I ask for one?** Please don't accept it before you hear.",
        choices=(_YES, _NO),
    )
    return True


def _needs_none(turn: Turn, text: str) -> bool:
    """Say that the newest offer needs no exception, where the words ask for one by that name."""
    own = records.of_person(session=turn.session, person=turn.person.id, limit=1)
    last = own[0] if own and _BY_NAME.search(text) else None
    if last is None or last.situation not in _OFFERS:
        return False
    if last.status == "awaiting":
        turn.say(f"{last.reference} waits for a decision already, so there's nothing more to ask for.")
    elif last.ruling["outcome"] == "may_accept":
        turn.say(f"You may accept what {last.reference} is about, so it needs no exception.")
    else:
        return False
    return True


def _declined(turn: Turn, text: str) -> Record | None:
    """The record named, or the newest one, whose offer was filed as declined and went to nobody for a decision."""
    reference = read_reference(text)
    own = records.of_person(session=turn.session, person=turn.person.id, limit=_LOOKED_THROUGH)
    for record in own:
        situation = find_situation(record.situation, record.audience)
        fits = record.reference == reference if reference else record.ruling["outcome"] == "decline"
        if fits and situation and situation.question("wants_to_accept") and _is_open(turn, record):
            return record
    return None


def _is_open(turn: Turn, record: Record) -> bool:
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    return record.ruling["outcome"] == "decline" and record.status == "recorded" and not asked


def _agree(turn: Turn, text: str, held: Mapping[str, Any]) -> bool:
    wish = read_choice(text, {"yes": (_YES,), "no": (_NO,)})
    agreed = (read_yes_no(text) if len(text.split()) <= SHORT else None) if wish is None else wish == "yes"
    turn.desk.memory.take(turn.person.id, turn.now)
    if agreed is None:
        return False
    record = records.by_id(session=turn.session, record_id=held["exception"])
    if not agreed or not _is_open(turn, record):
        turn.say(f"{record.reference} stays as it is: declined.")
        return True
    _ask(turn, record, held["said"])
    return True


def _ask(turn: Turn, record: Record, words: str) -> None:
    """Ask the manager. What was filed stays as it was; the person's words stand beside it."""
    notes = [*record.answers.get("notes", ()), {"answer": words}]
    records.note(session=turn.session, record=record, answers={**record.answers, "notes": notes}, now=turn.now)
    manager = ask_role(turn, record, turn.person, 1, _ROLE, "approve")
    counts = find_situation(record.situation, record.audience).counts_in_series
    records.set_status(session=turn.session, record=record, status="awaiting", counts=counts, now=turn.now)
    start_clock(turn.session, record, turn.now)
    audit.append(
        session=turn.session,
        actor=turn.person.id,
        act="asked for an exception",
        subject=record.reference,
        detail={},
        now=turn.now,
    )
    turn.kept = True
    turn.say(f"I've asked {manager.name} for an exception to {record.reference}. You'll hear here what becomes of it.")
    show_to_all(turn, record)


def ask_for_exception_early(turn: Turn, draft: Draft, text: str) -> bool:
    """Say when an exception can be asked for, where the words ask for one before that; say whether they did."""
    if not _BY_NAME.search(text):
        return False
    approver = step_of(turn, draft).ruling.approver
    if approver:
        named = named_role(turn.desk.directory, turn.person, approver, draft.answers)
        words = f"That's for {named} to say, and filing this asks them."
    elif situation_of(draft).question("wants_to_accept"):
        words = "Your manager may agree an exception. Once I know enough, I'll offer to ask for one."
    else:
        words = f"I hold no rule about an exception here. Please ask {whom_to_ask(turn.desk.directory, turn.person)}."
    answer_beside(turn, draft, words)
    return True
