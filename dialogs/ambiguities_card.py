"""The card of what is unclear in the policies, for HR: every entry of the list with how it stands, a page at a time."""

from datetime import date

from dialogs.desk import Turn
from dialogs.kb_cards import shown_of, turning
from dialogs.kb_views import A_PAGE, View
from dialogs.replies import Button, Card, Field
from dialogs.settling import all_as_read, state_of
from knowledge.errors import Sayable
from knowledge.ledger.decisions import coming
from knowledge.ledger.landing import Landed
from knowledge.ledger.telling import day_of


def ambiguities_card(turn: Turn, view: View) -> Card:
    """Draw a page of what is unclear: open first, then decided, then what needs no decision; one can be opened."""
    every = all_as_read(turn.today)
    page = every[view.first : view.first + A_PAGE]
    if not page:
        raise Sayable("There are no more. Type “ambiguities” for the first page.")
    opened, decided, handled = (sum(state_of(e) == state for e in every) for state in ("open", "decided", "handled"))
    choices = tuple((each.entry.id, f"{each.entry.id} {each.entry.title}") for each in page)
    return Card(
        title="What is unclear in the policies",
        body=(
            f"{opened} are open, {decided} decided, and {handled} need no decision. "
            f"{shown_of(view, len(page), len(every), 'line')}",
            *(_line(each, turn.today) for each in page),
        ),
        asks="To see one, with its passages and to decide it, choose it here or type its number, such as “X3”.",
        fields=(Field("entry", "Which one would you like to see?", choices=choices, required=False),),
        buttons=(
            Button("Open this one", "ledger.open", {"follows": 0}),
            *turning(turn.desk.library, view, len(every)),
        ),
    )


def _line(landed: Landed, today: date) -> str:
    made = f"decided on {day_of(landed.decision.made_on)}" if landed.decision else ""
    state = made or {"open": "open", "handled": "needs no decision"}[state_of(landed)]
    later = coming(landed.entry.id, today)
    changes = f", changes on {day_of(later.since)}" if later else ""
    return f"**{landed.entry.id}** {landed.entry.title} ({state}{changes})"
