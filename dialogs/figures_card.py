"""The card of the figures that decide, each with its words; HR's editors set one of them in its form."""

from collections.abc import Iterator

from dialogs.desk import Turn
from dialogs.edition_cards import FIRST_DAY, EditionAction
from dialogs.edition_words import amount_of, figure_name
from dialogs.editions import may_edit
from dialogs.replies import Button, Card, Field
from dialogs.wording import said
from knowledge.clauses import Clause
from knowledge.editions.proposing import figures_on
from knowledge.values import Value


def figures_card(turn: Turn, hint: str = "", given: EditionAction | None = None) -> Card:
    """Draw every figure in force, with its words and where they stand; ``given`` is what was typed before."""
    figures, edits = figures_on(turn.today), may_edit(turn.person)
    how = f"Typing does the same: “set {figure_name(figures[0].name)} to” and the new number."
    return Card(
        title="The figures of the policies",
        body=("They decide rulings, or are told with them.", *(_line(turn, each) for each in figures)),
        asks=hint or (how if edits else ""),
        fields=tuple(_form(figures, given or EditionAction("set_figure"))) if edits else (),
        buttons=(Button("Check this figure", "edition.set_figure"),) if edits else (),
    )


def _line(turn: Turn, figure: Value) -> str:
    stands = _stands(turn.desk.library.get(figure.clause))
    return f"**{figure_name(figure.name)}**: {amount_of(figure)} (“{said(figure.words)}”, {stands})"


def _stands(clause: Clause) -> str:
    return f"{clause.label}, which was taken out; the rules go on with it" if clause.withdrawn else clause.label


def _form(figures: tuple[Value, ...], given: EditionAction) -> Iterator[Field]:
    choices = tuple((each.name, f"{figure_name(each.name)}: {amount_of(each)} now") for each in figures)
    yield Field("clause", "Which one would you like to change?", given.clause, choices=choices, required=False)
    yield Field("text", "Its new number, such as 25", given.text, long=False, required=False)
    yield Field("since", FIRST_DAY, given.since, long=False)
    yield Field("why", "Why, in a sentence (it is kept)", given.why, long=False)
