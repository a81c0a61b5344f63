"""What HR do with a contact, by button or in words: confirm that it stands, or propose other words of its clause."""

from collections.abc import Sequence
from datetime import date

from dialogs.contact_words import each_line
from dialogs.contacts_card import contact_form, contacts_card, mark_of, with_parts
from dialogs.desk import Turn
from dialogs.edition_acts import ask_to_propose
from dialogs.edition_base import day_said
from dialogs.edition_cards import EditionAction
from dialogs.editions import check_first_day, counted, may_edit
from dialogs.events import Pressed
from dialogs.following import follow_decisions
from dialogs.kb_views import View
from dialogs.replies import Card
from dialogs.wording import day
from knowledge.confirmed import A_YEAR
from knowledge.contact_edits import reworded
from knowledge.contacts import Contact, contacts_in, contacts_of
from knowledge.days import months_after
from knowledge.editions.overlay import library_on
from knowledge.errors import Sayable
from storage import contacts

_VERBS = ("confirm", "confirm_all", "edit", "check")
_GONE = "That contact has changed since you looked, so nothing was done. Type “contacts” to see them as they are."


def confirm(turn: Turn, every: Sequence[Contact]) -> None:
    """Keep that these contacts stand as they read, and say so; rulings and answers of this process know at once."""
    for each in every:
        contacts.confirm(session=turn.session, clause=each.clause, reads=each.reads, by=turn.person.id, now=turn.now)
    follow_decisions(turn.session, turn.desk.store)
    turn.kept = True
    again = f"{'It is' if len(every) == 1 else 'They are'} due again on {day(months_after(turn.today, A_YEAR))}."
    lead = f"**Confirmed: {counted(len(every), 'contact')}, as of today.**"
    turn.say(
        lead,
        "\n\n".join(each_line(turn.desk.library, every)),
        again,
    )


def propose_contact(turn: Turn, was: Contact, now: Contact, since: date, why: str) -> None:
    """Show the words of its clause with a contact changed, as a change to be proposed.

    Sayable where they cannot be read back, or the contact no longer reads so on that day.
    """
    clause = library_on(since).find(was.clause)
    if clause is None or was.reads not in {each.reads for each in contacts_in(library_on(since), was.clause)}:
        raise Sayable(f"{was.called} isn't named like that on {day(since, turn.today)}: a change holds by then.")
    text = reworded(clause, was, now)
    ask_to_propose(turn, EditionAction("check", 0, clause.id, clause.version, text, since.isoformat(), why))


def press_contacts(turn: Turn, event: Pressed) -> bool:
    """Take a button of the cards of the contacts; say whether it was one."""
    family, _, verb = event.verb.partition(".")
    if family != "contact" or verb not in _VERBS:
        return False
    if event.automatic or not may_edit(turn.person):
        turn.answer = "Nothing has changed." if event.automatic else "HR editors confirm and change the contacts."
        return True
    try:
        _PRESSES[verb](turn, event)
    except Sayable as refused:
        turn.answer = _again(turn, event, verb, str(refused))
    return True


def _again(turn: Turn, event: Pressed, verb: str, hint: str) -> Card | str:
    """The card as it was, with why nothing was done."""
    was = _found(turn, event)
    if verb == "check" and was:
        return contact_form(
            turn, was, with_parts(was, dict(event.data)), _words(event, "since"), _words(event, "why"), hint
        )
    return _list(turn, event, hint)


def _press_confirm(turn: Turn, event: Pressed) -> None:
    confirm(turn, (_chosen(turn, event),))
    turn.answer = _list(turn, event)


def _press_confirm_all(turn: Turn, event: Pressed) -> None:
    every = contacts_of(turn.desk.library)
    if event.data.get("mark") != mark_of(every):
        raise Sayable(_GONE)
    confirm(turn, every)
    turn.answer = _list(turn, event)


def _press_edit(turn: Turn, event: Pressed) -> None:
    turn.answer = contact_form(turn, _chosen(turn, event))


def _press_check(turn: Turn, event: Pressed) -> None:
    since = day_said(turn, _words(event, "since"))
    check_first_day(since, turn.today)
    was = _chosen(turn, event)
    propose_contact(turn, was, with_parts(was, dict(event.data)), since, _words(event, "why"))
    turn.answer = Card(title="What you would propose is shown below.")


def _list(turn: Turn, event: Pressed, hint: str = "") -> Card:
    first = event.data.get("first", 0)
    inside = isinstance(first, int) and not isinstance(first, bool) and 0 <= first < len(contacts_of(turn.desk.library))
    return contacts_card(turn, View("contacts", first=first if inside else 0), hint)


def _chosen(turn: Turn, event: Pressed) -> Contact:
    if not _words(event, "contact"):
        raise Sayable("Choose a contact first.")
    found = _found(turn, event)
    if found is None:
        raise Sayable(_GONE)
    return found


def _found(turn: Turn, event: Pressed) -> Contact | None:
    reads = _words(event, "contact")
    return next((each for each in contacts_of(turn.desk.library) if each.reads == reads), None)


def _words(event: Pressed, name: str) -> str:
    return str(event.data.get(name) or "").strip()


_PRESSES = {
    "confirm": _press_confirm,
    "confirm_all": _press_confirm_all,
    "edit": _press_edit,
    "check": _press_check,
}
