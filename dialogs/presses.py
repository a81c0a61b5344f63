"""Buttons: each does what its words would do. An old card has no second effect and says what became of it."""

from dialogs.actions import DecisionAction, DraftAction, ReviewAction, read_action
from dialogs.asking import carry_on
from dialogs.campaign_answers import press_review
from dialogs.changing import offer_changes
from dialogs.contacts_kept import press_contacts
from dialogs.deciding import LONGEST_NOTE, card_of, decide
from dialogs.desk import Turn
from dialogs.drafting import answer, situation_of, step_of
from dialogs.edition_acts import press_edition
from dialogs.events import Pressed
from dialogs.filing import file_agreed
from dialogs.kb_in_words import press_reading
from dialogs.moves import cancel
from dialogs.policy_review_acts import press_policy_review
from dialogs.reassigning import hand_over
from dialogs.replies import Card
from dialogs.settling_in_words import press_settling
from dialogs.teaching_in_words import press_teaching
from knowledge.errors import Sayable
from storage import drafts
from storage.tables import Draft

_OF_HR = (press_settling, press_reading, press_edition, press_teaching, press_policy_review, press_contacts)


def press(turn: Turn, event: Pressed) -> None:
    """Do what a button asks for; what the presser's own client shows in its place is ``turn.answer``."""
    action = read_action(event.verb, event.data)
    if any(family(turn, event) for family in _OF_HR):
        pass
    elif action is None:
        turn.answer = "I don't know that button. Type “help” to see what I can do."
    elif isinstance(action, DecisionAction):
        _press_decision(turn, action, event.automatic)
    elif event.automatic:
        turn.answer = "Nothing has changed."
    elif isinstance(action, ReviewAction):
        press_review(turn, action)
    else:
        _press_draft(turn, action)
    if not event.answered and not turn.replies and turn.answer:
        _answer_in_a_message(turn)


def _answer_in_a_message(turn: Turn) -> None:
    if isinstance(turn.answer, Card):
        turn.say(card=turn.answer)
    else:
        turn.say(turn.answer)


def _press_decision(turn: Turn, action: DecisionAction, automatic: bool) -> None:
    if action.verb == "view" or automatic:
        turn.answer = card_of(turn, action.decision) or "That card isn't yours to see."
        return
    try:
        _, said = hand_over(turn, action) if action.verb == "reassign" else decide(turn, action)
    except Sayable as refused:
        card = card_of(turn, action.decision, hint=str(refused), note=action.note[:LONGEST_NOTE])
        if card is None or not card.buttons:
            turn.say(str(refused))
        turn.answer = card or str(refused)
        return
    turn.say(said)
    turn.answer = card_of(turn, action.decision)


def _press_draft(turn: Turn, action: DraftAction) -> None:
    draft = drafts.by_id(session=turn.session, draft_id=action.draft)
    if draft is None or draft.person != turn.person.id:
        _old(turn, "That card belongs to something I no longer hold. Tell me what happened and we'll start afresh.")
    elif draft.state == "filed":
        _old(turn, f"That was filed already, as {draft.reference}. Nothing has been filed twice.")
    elif draft.state == "cancelled":
        _old(turn, "That was cancelled. Tell me what happened if you'd like to start again.")
    elif draft.state == "parked":
        _old(turn, "That one is parked. Type “resume” to go on with it.")
    else:
        _press_active(turn, action, draft)


def _old(turn: Turn, text: str) -> None:
    turn.say(text)
    turn.answer = Card(title=text)


def _press_active(turn: Turn, action: DraftAction, draft: Draft) -> None:
    if action.verb == "answer":
        _press_answer(turn, action, draft)
    elif action.verb == "cancel":
        cancel(turn, draft)
        turn.answer = Card(title="Cancelled. Nothing was filed.")
    elif action.verb == "change":
        offer_changes(turn, draft)
        turn.answer = Card(title="You're changing an answer. A new summary follows.")
    elif action.version != draft.version or step_of(turn, draft).question:
        turn.answer = Card(title="This summary is out of date. The newest one is below.")
        carry_on(turn, draft, "Your answers have changed since that summary, so nothing was filed.")
    else:
        record = file_agreed(turn, draft, exception=action.verb == "exception")
        filed = f"Filed as {record.reference}. The record is below." if record else "The newest summary is below."
        turn.answer = Card(title=filed)


def _press_answer(turn: Turn, action: DraftAction, draft: Draft) -> None:
    situation = situation_of(draft)
    question = situation.question(action.question)
    option = next((o for o in question.options if o.value == action.value), None) if question else None
    if option is None:
        turn.answer = "I don't know that answer. Please type it instead."
        return
    was = draft.answers.get(question.id)
    draft = answer(turn, draft, question.id, option.value)
    turn.answer = Card(title="Noted" if situation.sensitive else f"{question.label}: {option.title}")
    other = was is not None and was != option.value
    now = "changed" if situation.sensitive else f"now {option.title}"
    carry_on(turn, draft, f"Changed: {question.name} is {now}." if other else "")
