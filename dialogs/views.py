"""The cards of a record: one for the person, one for each who decides or acknowledges. Drawn from the record alone."""

from dialogs.actions import decision_button
from dialogs.desk import Turn
from dialogs.people import Person
from dialogs.replies import Button, Card, Field
from dialogs.rulings import headline_of_record
from dialogs.situation import Situation
from dialogs.situations import find_situation
from dialogs.talk import shown_answers, thing
from dialogs.wording import clock_time, day, listed, place, pounds, said
from storage import decisions, records
from storage.tables import Decision, Record

OWN = "own"
_STATES = {
    "approved": "approved",
    "approved_with_conditions": "approved with a condition",
    "refused": "refused",
    "acknowledged": "acknowledged",
    "more_asked": "asked for more",
    "withdrawn": "withdrawn",
}


_OPEN = ("pending", "more_asked")
_SETTLED = ("approved", "approved_with_conditions", "refused")


def views_of(turn: Turn, record: Record) -> list[tuple[str, str]]:
    """List who sees the record's card: (person id, view), the person's own first, then one per decision."""
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    return [(record.person, OWN)] + [(d.person, f"decision-{d.id}") for d in asked if d.person]


def view_for(turn: Turn, record: Record, view: str) -> Card:
    """Draw one view of a record as it stands now."""
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    if view == OWN:
        return _own(turn, record, asked)
    mine = next(d for d in asked if f"decision-{d.id}" == view)
    return _to_decide(turn, record, mine, asked)


def _own(turn: Turn, record: Record, asked: list[Decision]) -> Card:
    situation = find_situation(record.situation, record.audience)
    person = _person(turn, record.person)
    return Card(
        title=f"{record.reference}: {situation.title.lower()}",
        body=(*_headline(turn, person, record, asked), *_own_notes(record)),
        facts=shown_answers(situation, record.answers, turn.today),
        status=_status(turn, record, asked),
        more=_clauses(turn, record),
    )


def _headline(turn: Turn, person: Person, record: Record, asked: list[Decision]) -> tuple[str, ...]:
    if record.status == "withdrawn" or any(d.state in _SETTLED for d in asked):
        return ()
    return (headline_of_record(turn.desk, person, record),)


def _own_notes(record: Record) -> list[str]:
    return [f"You added: “{said(n['answer'])}”" for n in record.answers.get("notes", ())]


def _to_decide(turn: Turn, record: Record, mine: Decision, asked: list[Decision]) -> Card:
    situation = find_situation(record.situation, record.audience)
    person = _person(turn, record.person)
    pending = mine.state in _OPEN
    title = _title(situation, person, record, mine)
    return Card(
        title=title,
        body=_why(turn, record, mine),
        facts=shown_answers(situation, record.answers, turn.today),
        status=_status(turn, record, asked),
        more=_clauses(turn, record),
        fields=(Field("note", "Condition, reason or question", "Needed for a condition, a refusal or a question"),)
        if pending and mine.wants == "approve"
        else (),
        buttons=_buttons(record, mine) if pending else (),
    )


def _title(situation: Situation, person: Person, record: Record, mine: Decision) -> str:
    if mine.wants == "approve":
        return _question(situation.id, person, record)
    if record.ruling["outcome"] == "not_covered":
        return f"{record.reference}: a note from {person.name}"
    about = thing(situation, _third(record.answers))
    return f"{record.reference}: {person.name} reports {situation.title.lower()}, {about}"


def _question(situation: str, person: Person, record: Record) -> str:
    value = f", {pounds(record.answers['value'])}" if record.value_pence is not None else ""
    answers = _third(record.answers)
    return f"{person.name} asks to accept {thing(find_situation(situation, record.audience), answers)}{value}"


def _third(answers: dict) -> dict:
    words = answers.get("thing")
    return {**answers, "thing": words.replace("my ", "the ")} if isinstance(words, str) else answers


def _why(turn: Turn, record: Record, mine: Decision) -> tuple[str, ...]:
    if mine.state not in _OPEN:
        return ()
    body = []
    if mine.wants == "approve":
        body.append(_what_the_code_says(record))
    if record.ruling.get("advisory"):
        body.append("For this school the code is advisory.")
    body += _earlier(turn, record)
    body += _questions(turn, record)
    if mine.note and mine.state == "more_asked":
        body.append(f"You asked: “{said(mine.note)}” The answer isn't here yet; you can decide all the same.")
    return tuple(body)


def _questions(turn: Turn, record: Record) -> list[str]:
    name = _person(turn, record.person).first_name
    return [
        f"You asked: “{said(n['question'])}” {name} answered: “{said(n['answer'])}”"
        if n.get("question")
        else f"{name} added: “{said(n['answer'])}”"
        for n in record.answers.get("notes", ())
    ]


def _what_the_code_says(record: Record) -> str:
    if record.ruling["outcome"] == "decline":
        return "The code's default is no. You may agree an exception."
    if "tickets" in record.ruling["lines"]:
        return "Tickets and hotel stays always need your approval: yes, yes with a condition, or no with a reason."
    return "The code's default is to say no. You may agree to it, with a condition if you like."


def _earlier(turn: Turn, record: Record) -> list[str]:
    if not record.giver_key:
        return []
    before = [
        r
        for r in records.earlier(session=turn.session, person=record.person, giver_key=record.giver_key, limit=5)
        if r.id != record.id
    ]
    if not before:
        return []
    rows = "; ".join(
        f"{r.reference}, {pounds(r.answers['value']) if r.value_pence is not None else 'value not known'}, "
        f"{_STATES.get(r.status, r.status)}"
        for r in before
    )
    return [f"From the same giver before: {rows}."]


def _buttons(record: Record, mine: Decision) -> tuple[Button, ...]:
    ref = record.reference
    if mine.wants == "acknowledge":
        return (decision_button(f"Acknowledge {ref}", "acknowledge", mine, "positive"),)
    return (
        decision_button(f"Approve {ref}", "approve", mine, "positive"),
        decision_button("Approve with conditions", "conditions", mine),
        decision_button("Refuse", "refuse", mine, "destructive"),
        decision_button("Ask for more", "more", mine),
    )


def _status(turn: Turn, record: Record, asked: list[Decision]) -> str:
    if record.status == "withdrawn":
        return "Withdrawn."
    if not asked:
        return f"Filed on {day(_local(turn, record.filed_at).date(), turn.today)}. Nobody has to approve it."
    waiting = [_person(turn, d.person).name for d in asked if d.state == "pending" and d.person]
    lines = [_one_status(turn, d) for d in asked if d.state != "pending" or not d.person]
    return " ".join([*lines, *([f"Waiting for {listed(waiting)}."] if waiting else [])])


def _one_status(turn: Turn, decision: Decision) -> str:
    if decision.state == "pending":
        return "Waiting: nobody is listed to decide."
    who = _person(turn, decision.person).name
    at = _local(turn, decision.decided_at)
    note = f": “{said(decision.note)}”" if decision.note else ""
    return f"{who} {_STATES[decision.state]} on {day(at.date(), turn.today)} at {clock_time(at)}{note}."


def _clauses(turn: Turn, record: Record) -> tuple[str, ...]:
    library = turn.desk.library
    return tuple(
        f"“{' '.join(f['quote'].split())}” ({place(library.get(f['clause']))}). {f['because']}"
        for f in record.ruling["findings"]
    )


def _person(turn: Turn, person_id: str) -> Person:
    return turn.desk.directory.find(person_id) or Person(person_id, "Someone no longer listed", "employee", known=False)


def _local(turn: Turn, at: object) -> object:
    return at.astimezone(turn.now.tzinfo)
