"""What HR look at in the knowledge base: a view drawn as its card, and remembered for "more" and "back"."""

from dialogs.ambiguities_card import ambiguities_card
from dialogs.contacts_card import contacts_card
from dialogs.desk import Turn
from dialogs.edition_history import history_card
from dialogs.gaps_card import gaps_card
from dialogs.kb_cards import list_card, policies_card, questions_card
from dialogs.kb_clause_card import clause_card
from dialogs.kb_readers import may_read
from dialogs.kb_views import View
from dialogs.policy_review_cards import lines_of, reviews_card
from dialogs.replies import Card
from dialogs.settling import all_as_read, may_settle
from storage import editions, gaps

_HELD = "kb"


def look_at(turn: Turn, view: View, hint: str = "") -> Card:
    """Draw a view, and remember it for "more" and "back" beside what was asked before; ``hint`` for one of a list."""
    library = turn.desk.library
    card = {
        "policies": lambda: policies_card(library),
        "list": lambda: list_card(library, view, hint),
        "show": lambda: clause_card(library, view, turn.today, may_settle(turn.person)),
        "questions": lambda: questions_card(library, view),
        "contacts": lambda: contacts_card(turn, view),
        "history": lambda: history_card(turn, view),
        "ambiguities": lambda: ambiguities_card(turn, view),
        "gaps": lambda: gaps_card(turn, view),
        "reviews": lambda: reviews_card(turn, view),
    }[view.verb]()
    kept = turn.desk.memory.look(turn.person.id, turn.now) or {}
    turn.desk.memory.keep(turn.person.id, {**kept, _HELD: view}, turn.now)
    return card


def looked_at(turn: Turn) -> View | None:
    """Give the view that this person looked at last, while it is remembered."""
    return (turn.desk.memory.look(turn.person.id, turn.now) or {}).get(_HELD)


def may_look(turn: Turn, view: View) -> bool:
    """Say whether somebody may look at this: HR at all of it, an owner at the reviews of what they own."""
    return may_read(turn.person) or view.verb == "reviews" and bool(lines_of(turn))


def rows_of(turn: Turn, view: View) -> int:
    """Count what a view pages through, where the policies do not hold it themselves; 0 where they do."""
    count = {
        "history": lambda: len(editions.every(session=turn.session)),
        "ambiguities": lambda: len(all_as_read(turn.today)),
        "gaps": lambda: len(gaps.waiting(session=turn.session)),
        "reviews": lambda: len(lines_of(turn)),
    }.get(view.verb)
    return count() if count else 0
