"""A figure of the policies set to another amount: the change of its clause that says so."""

from dialogs.desk import Turn
from dialogs.edition_base import day_said
from dialogs.edition_cards import EditionAction
from dialogs.editions import check_first_day
from dialogs.kb_naming import nothing_left
from knowledge.editions.overlay import library_on
from knowledge.editions.proposing import replaced, reworded
from knowledge.errors import Sayable
from knowledge.values import value


def figure_set(turn: Turn, name: str, amount: str, since: str, why: str) -> EditionAction:
    """Give the change of a clause by which its figure is another amount from a day on, to be checked.

    ``amount`` and ``since`` are as typed. Sayable where they cannot be read, or the clause was taken out.
    """
    first = day_said(turn, since)
    check_first_day(first, turn.today)
    figure = value(name, first)
    clause = library_on(first).get(figure.clause)
    if clause.withdrawn:
        raise Sayable(nothing_left(clause, "change"))
    text = replaced(clause, figure.words, reworded(figure, amount))
    return EditionAction("check", 0, clause.id, clause.version, text, first.isoformat(), why)
