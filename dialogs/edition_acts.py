"""What the buttons by which HR change the policies do; the same words typed do the same."""

from dataclasses import replace
from datetime import date

from dialogs.desk import Turn
from dialogs.edition_base import HELD, day_said, telling
from dialogs.edition_cards import EditionAction, check_card, edit_card, preview_card, read_edition_action
from dialogs.edition_impact import Impact, impact_of
from dialogs.editions import (
    Proposal,
    check_first_day,
    edition_named,
    last_edition_of,
    may_edit,
    propose,
    publish,
    review,
    roll_back,
    withdraw,
)
from dialogs.events import Pressed
from dialogs.figure_setting import figure_set
from dialogs.figures_card import figures_card
from dialogs.following import as_edition
from dialogs.replies import Card
from dialogs.uploading import press_take
from dialogs.wording import day, said
from knowledge.clauses import Clause
from knowledge.editions.overlay import library_on
from knowledge.editions.proposing import clause_edit, figures_on, figures_with
from knowledge.errors import Sayable
from storage.editions import name_of


def press_edition(turn: Turn, event: Pressed) -> bool:
    """Take a button of the cards by which HR change the policies; say whether it was one."""
    action = read_edition_action(event.verb, event.data)
    if action is None:
        return False
    if event.automatic or not may_edit(turn.person):
        turn.answer = "Nothing has changed." if event.automatic else "HR editors change the policies."
        return True
    try:
        act(turn, action)
    except Sayable as refused:
        turn.say(str(refused))
        turn.answer = _again(turn, action, str(refused))
    return True


def _again(turn: Turn, action: EditionAction, hint: str) -> Card | str:
    """The card as it was, with what was typed, where the same can be tried again."""
    if action.verb == "check":
        return _edit_again(turn, action, hint)
    if action.verb == "set_figure":
        return figures_card(turn, hint, action)
    if action.verb == "publish":
        kept = edition_named(turn.session, str(action.edition))
        if kept.state == "proposed" and kept.edition.author != turn.person.id:
            return preview_card(turn, kept, impact_now(turn, action.edition), hint, action.why)
    return Card(title=hint)


def _edit_again(turn: Turn, action: EditionAction, hint: str) -> Card:
    """The form with what was typed; where the clause reads otherwise on the day that was typed, with its words then."""
    try:
        since = day_said(turn, action.since)
        clause = library_on(max(since, turn.today)).find(action.clause)
    except Sayable:
        clause = library_on(turn.today).find(action.clause)
    if clause is None or clause.withdrawn:
        return Card(title=hint)
    if clause.version != action.version:
        action = replace(action, text=clause.text)
    return edit_card(clause, hint, action)


def act(turn: Turn, action: EditionAction) -> None:
    """Do what a button of these cards does; raises Sayable where it cannot be done, with nothing changed."""
    _PRESSES[action.verb](turn, action)


def ask_to_propose(turn: Turn, action: EditionAction) -> None:
    """Show what would be proposed, to be confirmed by its button or a yes."""
    what, clause = _proposal(turn, action)
    held = replace(action, verb="propose", text=what.clauses[0].text, since=what.since.isoformat())
    turn.desk.memory.keep(turn.person.id, {HELD: held}, turn.now)
    turn.say(card=check_card(turn, what, clause))


def _proposal(turn: Turn, action: EditionAction) -> tuple[Proposal, Clause]:
    """What is proposed, and the clause as it reads on its first day."""
    since = day_said(turn, action.since)
    check_first_day(since, turn.today)
    clause = library_on(since).find(action.clause)
    if clause is None or clause.withdrawn:
        raise Sayable("That clause is no longer part of the policies. Type “edit” and another one.")
    if action.version and clause.version != action.version:
        raise Sayable(
            f"From {day(since, turn.today)} {clause.label} reads as version {clause.version}, and you changed version "
            f"{action.version}. Its words of that day are in the form now. You wrote: {said(action.text)}"
        )
    edit = clause_edit(clause, action.text)
    figures, _ = figures_with((edit,), since)
    return Proposal((edit,), figures, since, action.why), clause


def impact_now(turn: Turn, edition: int, on: date | None = None) -> Impact:
    """Give what an edition would change, as of a day where one is given."""
    kept = edition_named(turn.session, str(edition))
    return impact_of(turn.session, turn.desk, as_edition(kept, turn.today), turn.now, on)


def put_in_force(turn: Turn, edition: int, why: str) -> None:
    """Publish an edition and tell of it."""
    kept = edition_named(turn.session, str(edition))
    impact = impact_now(turn, edition)
    publish(turn.session, turn.desk.store, kept, turn.person.id, turn.now, impact.failing, why)
    turn.kept = True
    turn.say(telling(turn).of_publication(kept, impact))


def take_back(turn: Turn, edition: int) -> None:
    """Withdraw a proposal and say so."""
    withdraw(turn.session, edition_named(turn.session, str(edition)), turn.person.id, turn.now)
    turn.kept = True
    turn.say(f"**{name_of(edition)} is withdrawn.** Nothing has changed in the policies.")


def _press_edit(turn: Turn, action: EditionAction) -> None:
    clause = turn.desk.library.find(action.clause)
    if clause is None or clause.withdrawn:
        raise Sayable("That clause is no longer part of the policies. Type “kb list” for those that are.")
    turn.answer = edit_card(clause)


def _press_check(turn: Turn, action: EditionAction) -> None:
    ask_to_propose(turn, action)
    turn.answer = Card(title="What you would propose is shown below.")


def _press_set_figure(turn: Turn, action: EditionAction) -> None:
    if not action.clause or not action.text:
        raise Sayable("Choose a figure, and give its new number.")
    if action.clause not in {each.name for each in figures_on(turn.today)}:
        raise Sayable("That figure isn't there any more. Type “figures” for those that are.")
    ask_to_propose(turn, figure_set(turn, action.clause, action.text, action.since, action.why))
    turn.answer = Card(title="What you would propose is shown below.")


def _press_propose(turn: Turn, action: EditionAction) -> None:
    what, _ = _proposal(turn, action)
    kept = propose(turn.session, what, turn.person.id, turn.now)
    turn.kept = True
    turn.desk.memory.take(turn.person.id, turn.now)
    turn.answer = Card(title=f"Proposed as {name_of(kept.edition.id)}.")
    turn.say(telling(turn).of_proposal(kept))


def _press_leave(turn: Turn, action: EditionAction) -> None:
    turn.desk.memory.take(turn.person.id, turn.now)
    turn.answer = Card(title="Left as it is. Nothing has changed.")
    turn.say("Left as it is. Nothing has changed.")


def _press_preview(turn: Turn, action: EditionAction) -> None:
    turn.answer = preview_card(turn, edition_named(turn.session, str(action.edition)), impact_now(turn, action.edition))


def _press_publish(turn: Turn, action: EditionAction) -> None:
    put_in_force(turn, action.edition, action.why)
    turn.desk.memory.take(turn.person.id, turn.now)
    turn.answer = Card(title=f"Published: {name_of(action.edition)}.")


def _press_withdraw(turn: Turn, action: EditionAction) -> None:
    take_back(turn, action.edition)
    turn.answer = Card(title=f"Withdrawn: {name_of(action.edition)}.")


def _press_roll_back(turn: Turn, action: EditionAction) -> None:
    kept = edition_named(turn.session, str(action.edition))
    roll_back(turn.session, turn.desk.store, kept, turn.person.id, action.why, turn.now)
    turn.kept = True
    turn.desk.memory.take(turn.person.id, turn.now)
    turn.answer = Card(title=f"Rolled back: {name_of(action.edition)}.")
    turn.say(telling(turn).of_roll_back(kept))


def _press_reviewed(turn: Turn, action: EditionAction) -> None:
    clause = turn.desk.library.find(action.clause)
    kept = last_edition_of(turn.session, action.clause, turn.today)
    if clause is None or kept is None or not clause.unreviewed or clause.version != action.version:
        raise Sayable("That clause has changed since you looked, or isn't flagged any more. Please look at it again.")
    review(turn.session, turn.desk.store, kept, clause.id, turn.person.id, turn.now)
    turn.kept = True
    turn.answer = Card(title=f"Reviewed: {clause.label}.")
    under = "without" if clause.withdrawn else "under the new words of"
    turn.say(f"**Noted: the rules hold {under} {clause.label}.** Rulings no longer say otherwise.")


_PRESSES = {
    "edit": _press_edit,
    "set_figure": _press_set_figure,
    "check": _press_check,
    "take": press_take,
    "propose": _press_propose,
    "leave": _press_leave,
    "preview": _press_preview,
    "publish": _press_publish,
    "withdraw": _press_withdraw,
    "roll_back": _press_roll_back,
    "reviewed": _press_reviewed,
}
