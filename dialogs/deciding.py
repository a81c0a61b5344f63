"""Approving, refusing, asking for more, acknowledging: one door, by button or by word."""

from dataclasses import replace

from dialogs.actions import DecisionAction
from dialogs.desk import Turn
from dialogs.grounds import grounds_of, which_grounds, why_refused
from dialogs.hops import ask_next, next_hop
from dialogs.notices import show_to_all, tell
from dialogs.reminders import start_owner_clocks
from dialogs.replies import Card
from dialogs.routing import role_name
from dialogs.situation import Situation
from dialogs.situations import find_situation
from dialogs.talk import thing
from dialogs.views import view_for
from dialogs.wants import OWN_VERBS, WANTS
from dialogs.wording import said
from knowledge.errors import Sayable
from storage import audit, clocks, decisions, records
from storage.tables import Decision, Record

LONGEST_NOTE = 1000
_STATE = {
    "approve": "approved",
    "conditions": "approved_with_conditions",
    "refuse": "refused",
    "more": "more_asked",
    "acknowledge": "acknowledged",
    "tell_151": "told_151",
    "pass_on": "passed_on",
    "enter": "entered",
    "take_back": "taken_back",
    "inspect": "inspected",
    "advise": "advised",
    "take_step": "step_taken",
}
_NEEDS_NOTE = {
    "conditions": "Type the condition into the card first, then press “Approve with conditions” again.",
    "refuse": "Type your reason into the card first, then press “Refuse” again. {name} will read it.",
    "more": "Type your question into the card first, then press “Ask for more” again.",
}
_OVERTAKES = ("approve", "conditions", "refuse")
_DONE = {
    "approved": "You approved {ref}.",
    "approved_with_conditions": "You approved {ref} with a condition.",
    "refused": "You refused {ref}.",
    "more_asked": "You asked {name} for more about {ref}. I'll show you the answer here.",
}
_ASKS_FOR_MORE = "**{who} asks about {ref}:** “{note}”\n\nType your answer. I'll show it to you before I send it."


class Stale(Sayable):
    """The decision has been made, or the card is out of date; the message says what became of it."""


def decide(turn: Turn, action: DecisionAction) -> tuple[Record, str]:
    """Decide as the card or the words say. Gives the record and one sentence for the one who decided.

    Raises Sayable where a note is missing, the person is not the one asked, or it has been decided already.
    """
    decision = decisions.by_id(session=turn.session, decision_id=action.decision)
    record = records.by_id(session=turn.session, record_id=decision.record_id) if decision else None
    if record is None or turn.person.id not in (decision.person, record.person):
        raise Stale("I can't find that request among yours. Type “my approvals” to see what waits for you.")
    if decision.state == "more_asked" and action.verb in _OVERTAKES and decision.version == action.version:
        decision = _take_back_question(turn, decision)
        action = replace(action, version=decision.version)
    if decision.state != "pending" and decision.person == turn.person.id:
        raise stale(turn, decision, record)
    if len(action.note) > LONGEST_NOTE:
        raise Sayable(f"That's longer than {LONGEST_NOTE:,} characters. Please say it in fewer words.")
    if action.verb == "approve" and action.note:
        raise Sayable(
            "You've typed something. If it's a condition, press “Approve with conditions”; "
            f"if not, clear the box and press “Approve {record.reference}”."
        )
    if action.verb not in WANTS[decision.wants].verbs:
        raise Sayable(f"{record.reference} can't be answered that way. Please use the buttons on its card.")
    _check_words(turn, action, record)
    return record, _apply(turn, action, decision, record)


def _check_words(turn: Turn, action: DecisionAction, record: Record) -> None:
    """Refuse what lacks its condition, reason, ground or question, with a sentence that says what is missing."""
    grounds = grounds_of(record) if action.verb == "refuse" else ()
    if grounds and action.ground not in [ground.value for ground in grounds]:
        raise Sayable(f"{which_grounds(turn, record)} Choose one on the card, then press “Refuse” again.")
    if not grounds and action.verb in _NEEDS_NOTE and not action.note:
        raise Sayable(_NEEDS_NOTE[action.verb].format(name=name_of(turn, record.person)))
    want = WANTS[OWN_VERBS[action.verb]]
    if want.note and not action.note:
        button = want.button.format(ref=record.reference)
        raise Sayable(f"Type {want.note[:1].lower()}{want.note[1:]} into the card first, then press “{button}” again.")


def _take_back_question(turn: Turn, decision: Decision) -> Decision:
    """Somebody who asked for more may decide before the answer comes."""
    return decisions.reopen(session=turn.session, decision_id=decision.id, version=decision.version, now=turn.now)


def waiting_for(turn: Turn) -> list[tuple[Decision, Record]]:
    """List what waits for this person, oldest first: also what they asked about and may decide all the same."""
    pending = decisions.open_for(session=turn.session, person=turn.person.id)
    return [(d, records.by_id(session=turn.session, record_id=d.record_id)) for d in pending]


def answer_more(turn: Turn, record: Record, asked: Decision, text: str) -> None:
    """Pass on what the person answered to a question about their record; the decision waits again."""
    decisions.reopen(session=turn.session, decision_id=asked.id, version=asked.version, now=turn.now)
    _note(turn, record, {"question": asked.note, "answer": text}, "answered")
    words = f"**{turn.person.name} answered about {record.reference}:** “{said(text)}”"
    private = f"{turn.person.name} answered about {record.reference}. Its card shows the answer."
    tell(turn, asked.person, words if record.sensitivity == "normal" else private, record)
    turn.say(f"Thank you. I've passed that on to {name_of(turn, asked.person)} with {record.reference}.")
    show_to_all(turn, record)


def add_note(turn: Turn, record: Record, text: str) -> None:
    """Add the person's words to their record, and tell those who decide or received it."""
    _note(turn, record, {"answer": text}, "added to")
    private = f"{turn.person.name} added to {record.reference}. Its card shows what."
    words = f"{turn.person.name} added to {record.reference}: “{said(text)}”"
    for person in _those_asked(turn, record):
        tell(turn, person, words if record.sensitivity == "normal" else private, record)
    turn.say(f"Added to {record.reference}. The record as it was filed stays as it is, with your words beside it.")
    show_to_all(turn, record)


def withdraw(turn: Turn, record: Record) -> None:
    """Take back a record at its owner's wish: nobody is asked any more, and the register shows it as withdrawn."""
    decisions.withdraw_all(session=turn.session, record=record, now=turn.now)
    if record.status == "withdrawn":
        turn.say(f"{record.reference} was withdrawn already.")
        return
    turn.kept = True
    records.set_status(session=turn.session, record=record, status="withdrawn", counts=False, now=turn.now)
    clocks.stop_all(session=turn.session, record_id=record.id, now=turn.now)
    _audit(turn, "withdrawn", record)
    for person in _those_asked(turn, record):
        tell(turn, person, f"{turn.person.name} has withdrawn {record.reference}.", record)
    turn.say(f"{record.reference} is withdrawn. It stays on the register as withdrawn.")
    show_to_all(turn, record)


def _those_asked(turn: Turn, record: Record) -> list[str]:
    """Everybody who was asked about a record and has not handed it to somebody else, each once."""
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    return list(dict.fromkeys(d.person for d in asked if d.person and d.state != "reassigned"))


def _note(turn: Turn, record: Record, note: dict[str, str], act: str) -> None:
    turn.kept = True
    notes = [*record.answers.get("notes", []), note]
    records.note(session=turn.session, record=record, answers={**record.answers, "notes": notes}, now=turn.now)
    _audit(turn, act, record)


def _apply(turn: Turn, action: DecisionAction, decision: Decision, record: Record) -> str:
    state = _STATE[action.verb]
    done = decisions.decide(
        session=turn.session,
        decision_id=decision.id,
        version=action.version,
        by=turn.person.id,
        state=state,
        note=action.note or None,
        ground=action.ground or None if action.verb == "refuse" else None,
        now=turn.now,
    )
    if done is None:
        raise stale(turn, decisions.by_id(session=turn.session, decision_id=decision.id), record)
    turn.kept = True
    onward = next_hop(record, done, action.verb) if state != "more_asked" else None
    went_to = _hand_on(turn, record, done, *onward) if onward else ""
    if not went_to:
        _settle(turn, record, state)
    _audit(turn, state, record)
    situation = find_situation(record.situation, record.audience)
    words = {
        "who": turn.person.name,
        "ref": record.reference,
        "note": said(action.note),
        "why": why_refused(record, action.ground, action.note),
        "name": name_of(turn, record.person),
        "thing": thing(situation, record.answers),
        "register": situation.register,
    }
    told = _told(situation, decision.wants, state, bool(action.note)).format(**words)
    tell(turn, record.person, " ".join(part for part in (told, went_to) if part), record)
    show_to_all(turn, record)
    done_by_you = _DONE.get(state) or WANTS[decision.wants].done
    return f"{done_by_you.format(**words)} {words['name']} is being told."


def _told(situation: Situation, wants: str, state: str, with_words: bool) -> str:
    """The sentence that tells its owner what became of a record; words about what is sensitive stand on its card."""
    if situation.sensitive and with_words:
        return "{who} has answered {ref}. Its card shows the answer."
    if state == "acknowledged" and situation.acknowledged:
        return situation.acknowledged[0 if with_words else 1]
    manner = situation.says
    decided = {"approved": manner.approved, "approved_with_conditions": manner.conditions, "refused": manner.refused}
    return _ASKS_FOR_MORE if state == "more_asked" else decided.get(state) or WANTS[wants].told


def _hand_on(turn: Turn, record: Record, done: Decision, role: str, wants: str) -> str:
    """Ask the next one in the chain, and say who that is."""
    person = ask_next(turn, record, done, role, wants)
    if person is None:
        return f"Nobody is listed as {role_name(role)}, so please ask HR to name somebody. It waits until then."
    situation = find_situation(record.situation, record.audience)
    doing = WANTS[wants].doing.format(register=situation.register)
    return f"{person.name} ({role_name(role).removeprefix('the ')}) is asked to {doing}."


def _settle(turn: Turn, record: Record, state: str) -> None:
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    if state == "acknowledged" and any(d.state == "pending" for d in asked):
        return
    if state != "more_asked":
        clocks.stop_all(session=turn.session, record_id=record.id, now=turn.now)
        start_owner_clocks(turn.session, record, turn.now, done_on=turn.today)
    status = "awaiting" if state == "more_asked" else state
    counts = False if state == "refused" else None
    records.set_status(session=turn.session, record=record, status=status, counts=counts, now=turn.now)


def stale(turn: Turn, decision: Decision, record: Record) -> Stale:
    """Say what became of a decision that is no longer open, as an error to be shown."""
    done = {
        "approved": "was approved",
        "approved_with_conditions": "was approved with a condition",
        "refused": "was refused",
        "acknowledged": "was acknowledged",
        "told_151": "was acknowledged, and the Section 151 officer was told",
        "passed_on": "was passed on",
        "entered": "was entered in the register",
        "taken_back": "was marked as all back",
        "inspected": "was marked as inspected",
        "advised": "was answered",
        "step_taken": "has its step recorded",
        "reassigned": f"was passed to {name_of(turn, decision.passed_to or '')}",
        "withdrawn": "was withdrawn",
        "more_asked": "waits for an answer to your question; you can still approve or refuse it",
    }.get(decision.state)
    if done is None:
        ref = record.reference
        return Stale(f"{ref} has changed since that card was drawn. Type “my approvals” to see it as it is now.")
    quotes = decision.note and decision.state != "reassigned" and record.sensitivity == "normal"
    note = f": “{said(decision.note)}”" if quotes else ""
    already = "" if decision.state == "more_asked" else " already"
    return Stale(f"Nothing has changed: {record.reference} {done}{already}{note}.")


def name_of(turn: Turn, person_id: str) -> str:
    """Give a person's name, as far as the directory knows it."""
    found = turn.desk.directory.find(person_id)
    return found.name if found else "the person"


def _audit(turn: Turn, act: str, record: Record) -> None:
    audit.append(session=turn.session, actor=turn.person.id, act=act, subject=record.reference, detail={}, now=turn.now)


def card_of(turn: Turn, decision_id: int, hint: str = "", note: str = "") -> Card | None:
    """Draw the decider's card of a decision as it stands now; None where it is not theirs."""
    decision = decisions.by_id(session=turn.session, decision_id=decision_id)
    if decision is None or decision.person != turn.person.id:
        return None
    record = records.by_id(session=turn.session, record_id=decision.record_id)
    return view_for(turn, record, f"decision-{decision.id}", hint, note)
