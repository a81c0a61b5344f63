"""The card of what people found wanting, for HR: the questions that were sent, and the answers that were no help."""

from collections.abc import Iterator
from datetime import timedelta

from dialogs.desk import Turn
from dialogs.editions import may_edit
from dialogs.kb_cards import shown_of, turning
from dialogs.kb_views import A_PAGE, View
from dialogs.replies import Card
from dialogs.wording import day, said
from knowledge.errors import Sayable
from storage import gaps
from storage.gaps import name_of
from storage.tables import Gap

LOOKED_BACK = timedelta(days=90)
_CLAUSES_SHOWN = 10


def gaps_card(turn: Turn, view: View) -> Card:
    """Draw a page of the questions that were sent to HR, the newest first; the first page with the counts by clause."""
    waiting = gaps.waiting(session=turn.session)[::-1]
    counts = gaps.counts(session=turn.session, since=turn.today - LOOKED_BACK)
    if not waiting and not counts:
        raise Sayable("Nothing was sent to HR, and no answer was marked as no help in the last 90 days.")
    page = waiting[view.first : view.first + A_PAGE]
    if view.first and not page:
        raise Sayable("There are no more. Type “gaps” for the newest.")
    return Card(
        title="What people found wanting",
        body=(*_sent(turn, view, page, len(waiting)), *(() if view.first else _counted_clauses(turn, counts))),
        asks=_how(page) if may_edit(turn.person) else "",
        buttons=turning(turn.desk.library, view, len(waiting)),
    )


def _sent(turn: Turn, view: View, page: list[Gap], many: int) -> Iterator[str]:
    if page:
        yield f"{shown_of(view, len(page), many, 'question')} Sent to HR and not dealt with, the newest first:"
    for each in page:
        yield f"**{name_of(each.id)}** “{said(each.words)}” ({each.audience}, {day(each.done_on, turn.today)})"


def _how(page: list[Gap]) -> str:
    if not page:
        return ""
    name = name_of(page[0].id)
    return (
        f"To teach an answer, type “teach {name} as gifts 1”, with its clause or matter; when it's dealt with, “done "
        f"{name}”."
    )


def _counted_clauses(turn: Turn, counts: list[tuple[str, int]]) -> Iterator[str]:
    if not counts:
        return
    library = turn.desk.library
    yield "Answers that were no help, by clause, in the last 90 days:"
    yield "\n".join(
        f"- {said(found.label if (found := library.find(clause)) else clause)}: {many}"
        for clause, many in counts[:_CLAUSES_SHOWN]
    )
