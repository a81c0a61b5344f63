"""What HR type and press to read the knowledge base: the policies, the clauses under a heading, one clause."""

from dialogs.asking import carry_on
from dialogs.desk import Turn
from dialogs.events import Pressed
from dialogs.kb_cards import list_card, policies_card
from dialogs.kb_naming import CLAUSE, SECTION, Section, find, nothing_left, plain, taken_out, title_of
from dialogs.kb_readers import may_read
from dialogs.kb_views import POLICIES, View, before, list_view, more_than, read_view, show_view
from dialogs.kb_words import Wish, read_wish, turns_back, turns_on
from dialogs.looking import look_at, looked_at, may_look, rows_of
from dialogs.replies import Card
from dialogs.routing import named_role
from dialogs.wording import said
from knowledge.clauses import Clause
from knowledge.errors import Sayable
from storage.tables import Draft

THE_END = "That's all of it. Say “list” and a heading, “show clause” and its number, or “kb list”."
ENDS = {"reviews": "That's all of it. Type “reviews” for the first page, or “review of” and a policy or heading."}
_LONGEST = 60


def read_in_words(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take words about the clauses of the knowledge base; say whether they were such words."""
    text = text.replace("’", "'")
    wish = read_wish(text)
    if not may_read(turn.person):
        if draft is None and _turns(turn, text, draft):
            return True
        return draft is None and wish is not None and wish.plainly and _refuse(turn)
    if not _turns(turn, text, draft) and not (wish and _grant(turn, wish, draft)):
        return False
    if draft:
        turn.kept = True
        carry_on(turn, draft)
    return True


def press_reading(turn: Turn, event: Pressed) -> bool:
    """Take a button of the cards of the knowledge base; say whether it was one."""
    view = read_view(event.verb, event.data)
    if view is None:
        return False
    if event.automatic or not may_look(turn, view):
        turn.answer = "Nothing has changed." if event.automatic else "Only HR read the clauses here. Ask me about one."
        return True
    try:
        turn.answer = _nothing_chosen(turn, view) or look_at(turn, view)
    except Sayable as gone:
        turn.answer = str(gone)
    return True


def _refuse(turn: Turn) -> bool:
    example = "can I use a USB stick?" if turn.person.audience == "councillor" else "can I keep a box of chocolates?"
    turn.say(
        "Going through the policies clause by clause is for HR, who keep them. You can ask me what a policy says, such "
        f"as “{example}”, and I'll show you the clause word for word. For anything else about the policies, ask "
        f"{named_role(turn.desk.directory, turn.person, 'hr_editor')}."
    )
    return True


def _turns(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Turn a page of what is looked at, where the words ask for that; within a matter "back" is a step back in it."""
    view = looked_at(turn)
    if view and turns_on(text, alone=draft is None):
        more = more_than(turn.desk.library, view, rows_of(turn, view))
        if more:
            turn.say(card=look_at(turn, more))
        else:
            turn.say(ENDS.get(view.verb, THE_END))
        return True
    behind = before(turn.desk.library, view) if view and draft is None and turns_back(text) else None
    if behind and may_look(turn, behind):
        turn.say(card=look_at(turn, behind))
    return bool(behind and may_look(turn, behind))


def _grant(turn: Turn, wish: Wish, draft: Draft | None) -> bool:
    """Show what is wished; say whether the words can be about the knowledge base at all."""
    library = turn.desk.library
    if wish.verb == "contacts":
        return _grant_contacts(turn, wish, draft)
    if not wish.name:
        _show_all(turn, wish)
        return True
    first = SECTION if wish.verb == "list" else CLAUSE
    if wish.outright:
        named = () if draft else _named_outright(turn, wish, first)
    else:
        named = find(library, wish.name, first)
    if len(named) == 1:
        turn.say(card=look_at(turn, _view_of(named[0])))
    elif gone := None if draft else taken_out(library, wish.name):
        turn.say(nothing_left(gone, "show"))
    elif named:
        _offer(turn, named)
    elif wish.plainly or wish.verb == "show" and not wish.outright:
        turn.say(
            f"I don't find “{said(wish.name[:_LONGEST])}” among the clauses. Name it by its heading or number, such as "
            "“list gifts and hospitality” or “show clause 5.16”, or say “kb list” for all of them."
        )
    else:
        return False
    return True


def _grant_contacts(turn: Turn, wish: Wish, draft: Draft | None) -> bool:
    """Show the contacts; in the middle of a matter the bare word may be an answer."""
    if draft and wish.outright:
        return False
    turn.say(card=look_at(turn, View("contacts")))
    return True


def _named_outright(turn: Turn, wish: Wish, first: str) -> tuple[Clause | Section, ...]:
    """What words name that speak of no clause: never a number alone, nor a heading where a thing is to be shown."""
    if plain(wish.name).isdigit():
        return ()
    named = find(turn.desk.library, wish.name, first, sure=True)
    whole = (each for each in named if wish.verb == "list" or isinstance(each, Clause) or not each.heading)
    return tuple(whole)


def _show_all(turn: Turn, wish: Wish) -> None:
    if wish.verb == "list":
        turn.say(card=look_at(turn, POLICIES))
    else:
        turn.say("**Which clause?** Name it by its number or heading, such as “show clause 5.16” or “show gifts 1”.")


def _offer(turn: Turn, named: tuple[Clause | Section, ...]) -> None:
    library = turn.desk.library
    choices = (
        f"Show clause {each.label}" if isinstance(each, Clause) else f"List the clauses of {title_of(library, each)}"
        for each in named
    )
    turn.say("More than one is called that, or nearly.", "**Which one do you mean?**", choices=tuple(choices))


def _view_of(named: Clause | Section) -> View:
    return show_view(named) if isinstance(named, Clause) else list_view(named)


def _nothing_chosen(turn: Turn, view: View) -> Card | None:
    library = turn.desk.library
    if view.verb == "list" and not view.section:
        return policies_card(library, "Choose a policy or a heading first.")
    if view.verb == "show" and not view.clause:
        return list_card(library, View("list", view.section, "", view.first), "Choose a clause first.")
    return None
