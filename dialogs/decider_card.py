"""The card of whoever decides or acknowledges: who asks for what, what the policy says, what is unusual."""

from dialogs.actions import decision_button
from dialogs.citing import as_kept
from dialogs.desk import Turn
from dialogs.grounds import grounds_of
from dialogs.people import Person
from dialogs.questions import show_answer
from dialogs.replies import Button, Card, Field, Folded
from dialogs.situation import Situation
from dialogs.situations import find_situation
from dialogs.statuses import OPEN, STATES, person_named, status_of
from dialogs.talk import shown_answers, thing
from dialogs.unclear import decided_for, kept_unclear
from dialogs.wants import APPROVE, WANTS
from dialogs.wording import capital, lower, pounds, said
from storage import records
from storage.tables import Decision, Record


def decider_card(
    turn: Turn, record: Record, mine: Decision, asked: list[Decision], hint: str = "", note: str = ""
) -> Card:
    """Draw the card for one decision as it stands; ``hint`` says what was missing, ``note`` is what was typed."""
    situation = find_situation(record.situation, record.audience)
    person = person_named(turn.desk.directory, record.person)
    open_still = mine.state in OPEN
    approves = mine.wants == APPROVE
    buttons = _buttons(situation, record, mine) if open_still else ()
    return Card(
        title=_title(situation, person, record, mine),
        body=_body(turn, situation, record, mine, person) if open_still else _added(situation, record, person),
        facts=_facts(turn, situation, record, mine),
        status=f"{record.reference}. {status_of(turn, record, asked, reader=mine.person or '')}",
        more=_clauses(turn, record),
        asks=hint,
        first=buttons[0] if buttons and approves else None,
        fields=_fields(situation, record, mine, note) if open_still else (),
        buttons=buttons[1:] if approves else buttons,
        folded=_hand_over(record, mine) if open_still and not situation.sensitive else None,
    )


def _title(situation: Situation, person: Person, record: Record, mine: Decision) -> str:
    about = thing(situation, record.answers, mine=False)
    manner = situation.says
    shapes = {APPROVE: manner.asks, "advise": manner.consults}
    words = shapes.get(mine.wants, manner.tells).format(
        person=person.name, ref=record.reference, thing=about, title=lower(situation.title)
    )
    value = pounds(record.answers["value"]) if record.value_pence is not None else ""
    return f"{words}, {value}" if value and mine.wants == APPROVE and value not in about else words


def _body(turn: Turn, situation: Situation, record: Record, mine: Decision, person: Person) -> tuple[str, ...]:
    body = list(situation.for_decider(record.answers, record.ruling, mine.wants))
    if record.ruling.get("advisory"):
        body.append("For this school the code is advisory.")
    body += decided_for(record)
    body += _earlier(turn, record)
    body += _questions(record, person)
    if mine.state == "more_asked":
        body.append(f"You asked: “{said(mine.note or '')}” The answer isn't here yet; you can decide all the same.")
    return tuple(body)


def _fields(situation: Situation, record: Record, mine: Decision, note: str) -> tuple[Field, ...]:
    if mine.wants != APPROVE:
        label = WANTS[mine.wants].note
        optional = (Field("note", situation.word_with_it, note, required=False),) if situation.word_with_it else ()
        return (Field("note", label, note),) if label else optional
    grounds = grounds_of(record)
    reason = Field("note", "Your condition, reason or question", note)
    if not grounds:
        return (reason,)
    choices = tuple((ground.value, ground.title) for ground in grounds)
    return (reason, Field("ground", "Ground, if you refuse", choices=choices, required=False))


def _hand_over(record: Record, mine: Decision) -> Folded:
    return Folded(
        f"Pass {record.reference} to somebody else",
        (Field("to", "Name of the person who should have it", long=False),),
        (decision_button("Pass it to this person", "reassign", mine),),
    )


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


def _added(situation: Situation, record: Record, person: Person) -> tuple[str, ...]:
    """What was added to something sensitive stands on its card, as no notice of it may hold the words."""
    return tuple(_questions(record, person)) if situation.sensitive else ()


def _facts(turn: Turn, situation: Situation, record: Record, mine: Decision) -> tuple[tuple[str, str], ...]:
    if mine.wants != APPROVE:
        return shown_answers(situation, record.answers, turn.today)
    shown = [
        (q.label, show_answer(q, record.answers[q.id], turn.today))
        for q in situation.questions
        if record.answers.get(q.id) not in (None, False) and q.id not in situation.told_by_title
    ]
    return tuple((label, capital(value)) for label, value in shown)


def _buttons(situation: Situation, record: Record, mine: Decision) -> tuple[Button, ...]:
    want = WANTS[mine.wants]
    title = want.button.format(ref=record.reference, register=situation.register)
    own = decision_button(title, want.verbs[0], mine, "positive")
    if want.further:
        return own, decision_button(want.further.button.format(ref=record.reference), want.further.verb, mine)
    if mine.wants != APPROVE:
        return (own,)
    return (
        own,
        decision_button("Approve with conditions", "conditions", mine),
        decision_button("Refuse", "refuse", mine, "destructive"),
        decision_button("Ask for more", "more", mine),
    )


def _clauses(turn: Turn, record: Record) -> tuple[str, ...]:
    library = turn.desk.library
    return (*(as_kept(library, f) for f in record.ruling["findings"]), *kept_unclear(turn, record))
