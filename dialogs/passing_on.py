"""Words about a record that is filed: passed on to those who decide, but only once the person has seen and agreed."""

import re

from dialogs.deciding import add_note, answer_more, withdraw
from dialogs.desk import Turn
from dialogs.matters import found_later
from dialogs.wording import listed, said
from knowledge.understanding.slots import read_choice, read_reference, read_yes_no
from storage import decisions, records
from storage.tables import Record

LONGEST = 1000
_WITHDRAW = re.compile(r"^\W*(?:please |can you |can i |i want to |i'd like to )*(withdraw|take back|retract)\b", re.I)
_AMEND = re.compile(r"^\W*(?:amend|change|update|correct|edit)\W+[a-z]{2,3}[- ]?\d{4}[- ]?\d+\W*$", re.I)
_ADDRESSED = re.compile(
    r"^\W*(?:(?:re|for|to|about|add to|on|update|amend|correct)\b[\s:]*)?[a-z]{2,3}[- ]?\d{4}[- ]?\d+(?=\W*[:,;–-]|\s)"
    r"[\s:,;–-]*",
    re.I,
)
LEAST_WORDS = 3
_NOT_OURS = ("policy_question", "out_of_scope")


def pass_on(turn: Turn, text: str) -> bool:
    """Take an answer to a decider's question, something to add to a record, or a wish to withdraw one."""
    pending = turn.desk.memory.look(turn.person.id, turn.now)
    if pending and "pass_on" in pending:
        return _take_agreement(turn, text)
    record = _named_record(turn, text)
    if record is None and _WITHDRAW.match(text) and not read_reference(text):
        record = next(iter(records.of_person(session=turn.session, person=turn.person.id, limit=1)), None)
    if record and _WITHDRAW.match(text):
        return _propose(turn, record, "", "withdraw", f"Withdraw {record.reference}?", ("Withdraw it", "Keep it"))
    if record and _AMEND.match(text):
        ref = record.reference
        turn.say(f"{ref} stays as it was filed. To add to it, say “{ref}:” and your words; I'll show you what is sent.")
        return True
    told = _ADDRESSED.sub("", text) if record else ""
    if len(told.split()) >= LEAST_WORDS:
        return _propose_text(turn, record, told, "add")
    found = found_later(turn, text)
    if found:
        return _propose_text(turn, found, text, "add")
    asked = decisions.asked_of(session=turn.session, person=turn.person.id)
    if asked and _may_answer(turn, text):
        return _propose_text(turn, asked[0][1], text, "answer")
    return False


def adds_to_record(text: str) -> bool:
    """Say whether the words address a record and tell something of it: "GH-2026-0001: it was £40"."""
    return bool(_ADDRESSED.match(text)) and len(_ADDRESSED.sub("", text).split()) >= LEAST_WORDS


def _named_record(turn: Turn, text: str) -> Record | None:
    reference = read_reference(text)
    record = records.by_reference(session=turn.session, reference=reference) if reference else None
    return record if record and record.person == turn.person.id else None


def _may_answer(turn: Turn, text: str) -> bool:
    understood = turn.incoming.understanding
    if understood is None or understood.asks or read_reference(text):
        return False
    return not (understood.decision == "act" and understood.candidates[0].situation not in _NOT_OURS)


def _propose_text(turn: Turn, record: Record, text: str, how: str) -> bool:
    text = text[:LONGEST]
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    names = [
        found.name
        for d in asked
        if d.person and d.state != "reassigned" and (found := turn.desk.directory.find(d.person))
    ]
    whom = f" and send it to {listed(names)}" if names else ""
    words = f" “{said(text)}”" if record.sensitivity == "normal" else ""
    question = f"Shall I add this to {record.reference}{whom}?{words}"
    return _propose(turn, record, text, how, question, ("Send it", "Don't send it"))


def _propose(turn: Turn, record: Record, text: str, how: str, question: str, choices: tuple[str, str]) -> bool:
    kept = {"pass_on": record.id, "text": text, "how": how, "yes": choices[0], "no": choices[1]}
    turn.desk.memory.keep(turn.person.id, kept, turn.now)
    turn.say(f"**{question}**", choices=choices)
    return True


def _take_agreement(turn: Turn, text: str) -> bool:
    pending = turn.desk.memory.take(turn.person.id, turn.now)
    wish = read_choice(text, {"yes": (pending["yes"],), "no": (pending["no"],)})
    agreed = read_yes_no(text) if wish is None else wish == "yes"
    record = records.by_id(session=turn.session, record_id=pending["pass_on"])
    if agreed is None and pending["text"] and _may_answer(turn, text):
        return _propose_text(turn, record, f"{pending['text']}. {text}", pending["how"])
    if agreed is None:
        return pass_on(turn, text)
    if not agreed:
        turn.say(f"Nothing was sent. {record.reference} stays as it is.")
    elif pending["how"] == "withdraw":
        withdraw(turn, record)
    elif pending["how"] == "add":
        add_note(turn, record, pending["text"])
    else:
        _answer(turn, record, pending["text"])
    return True


def _answer(turn: Turn, record: Record, text: str) -> None:
    asked = decisions.asked_of(session=turn.session, person=turn.person.id)
    found = next((d for d, r in asked if r.id == record.id), None)
    if found is None:
        add_note(turn, record, text)
    else:
        answer_more(turn, record, found, text)
