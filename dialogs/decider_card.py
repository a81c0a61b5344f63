"""The card of whoever decides or acknowledges: who asks for what, what the policy says, what is unusual."""

from collections.abc import Mapping
from typing import Any

from dialogs.actions import decision_button
from dialogs.desk import Turn
from dialogs.people import Person
from dialogs.questions import show_answer
from dialogs.replies import Button, Card, Field
from dialogs.situation import Situation
from dialogs.situations import find_situation
from dialogs.statuses import OPEN, STATES, person_named, status_of
from dialogs.talk import shown_answers, thing, without_my
from dialogs.wording import place, pounds, said
from storage import records
from storage.tables import Decision, Record

_TOLD_BY_TITLE = ("item", "thing", "what", "form", "token", "value", "giver", "wants_to_accept", "giver_relation")
_UNUSUAL = {
    "seeking_business": "{giver} is seeking the council's business, so the code asks for extreme caution.",
    "supplier": "{giver} is a supplier or contractor of the council, so the code asks for extreme caution.",
    "decision_applicant": "{giver} awaits a decision by the council, so the code asks for extreme caution.",
}


def decider_card(
    turn: Turn, record: Record, mine: Decision, asked: list[Decision], hint: str = "", note: str = ""
) -> Card:
    """Draw the card for one decision as it stands; ``hint`` says what was missing, ``note`` is what was typed."""
    situation = find_situation(record.situation, record.audience)
    person = person_named(turn.desk.directory, record.person)
    open_still = mine.state in OPEN
    approves = mine.wants == "approve"
    buttons = _buttons(record, mine) if open_still else ()
    label = "Your condition, reason or question"
    return Card(
        title=_title(situation, person, record, mine),
        body=_body(turn, record, mine, person) if open_still else (),
        facts=_facts(turn, situation, record, mine),
        status=f"{record.reference}. {status_of(turn, record, asked, reader=mine.person or '')}",
        more=_clauses(turn, record),
        asks=hint,
        first=buttons[0] if buttons and approves else None,
        fields=(Field("note", label, note),) if open_still and approves else (),
        buttons=buttons[1:] if approves else buttons,
    )


def _title(situation: Situation, person: Person, record: Record, mine: Decision) -> str:
    about = thing(situation, _third(record.answers))
    if mine.wants == "approve":
        value = pounds(record.answers["value"]) if record.value_pence is not None else ""
        return f"{person.name} asks to accept {about}{f', {value}' if value and value not in about else ''}"
    if record.ruling["outcome"] == "not_covered":
        return f"{record.reference}: a note from {person.name}"
    return f"{record.reference}: {person.name} reports {situation.title.lower()}, {about}"


def _third(answers: Mapping[str, Any]) -> Mapping[str, Any]:
    named = {k: without_my(answers[k]) for k in ("thing", "item", "giver") if isinstance(answers.get(k), str)}
    return {**answers, **named}


def _body(turn: Turn, record: Record, mine: Decision, person: Person) -> tuple[str, ...]:
    body = [_what_the_code_says(record)] if mine.wants == "approve" else []
    unusual = _UNUSUAL.get(record.answers.get("giver_relation", ""))
    if unusual and mine.wants == "approve":
        giver = said(without_my(record.giver)) if record.giver else "Whoever offers it"
        body.append(unusual.format(giver=f"{giver[:1].upper()}{giver[1:]}"))
    if record.ruling.get("advisory"):
        body.append("For this school the code is advisory.")
    body += _earlier(turn, record)
    body += _questions(record, person)
    if mine.state == "more_asked":
        body.append(f"You asked: “{said(mine.note or '')}” The answer isn't here yet; you can decide all the same.")
    return tuple(body)


def _what_the_code_says(record: Record) -> str:
    if record.ruling["outcome"] == "decline":
        return "The code's default is no. You may agree an exception."
    if "tickets" in record.ruling["lines"]:
        return "Tickets and hotel stays always need your approval: yes, yes with a condition, or no with a reason."
    return "The code's default is to say no. You may agree to it, with a condition if you like."


def _earlier(turn: Turn, record: Record) -> list[str]:
    if not record.giver_key:
        return []
    found = records.earlier(session=turn.session, person=record.person, giver_key=record.giver_key, limit=6)
    rows = [_one_earlier(r) for r in found if r.id != record.id]
    return [f"From the same giver before: {'; '.join(rows)}."] if rows else []


def _one_earlier(record: Record) -> str:
    value = pounds(record.answers["value"]) if record.value_pence is not None else "value not known"
    return f"{record.reference}, {value}, {STATES.get(record.status, record.status)}"


def _questions(record: Record, person: Person) -> list[str]:
    return [
        f"You asked: “{said(n['question'])}” {person.first_name} answered: “{said(n['answer'])}”"
        if n.get("question")
        else f"{person.first_name} added: “{said(n['answer'])}”"
        for n in record.answers.get("notes", ())
    ]


def _facts(turn: Turn, situation: Situation, record: Record, mine: Decision) -> tuple[tuple[str, str], ...]:
    if mine.wants != "approve":
        return shown_answers(situation, record.answers, turn.today)
    shown = [
        (q.label, show_answer(q, record.answers[q.id], turn.today))
        for q in situation.questions
        if record.answers.get(q.id) not in (None, False) and q.id not in _TOLD_BY_TITLE
    ]
    return tuple((label, f"{value[:1].upper()}{value[1:]}") for label, value in shown)


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


def _clauses(turn: Turn, record: Record) -> tuple[str, ...]:
    library = turn.desk.library
    return tuple(
        f"“{' '.join(f['quote'].split())}” ({place(library.get(f['clause']))})." for f in record.ruling["findings"]
    )
