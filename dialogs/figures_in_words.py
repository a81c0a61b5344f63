"""The figures of the policies: the list, and one of them changed in words: "set gift reason over to £25"."""

from rapidfuzz import fuzz

from dialogs.desk import Turn
from dialogs.edition_words import amount_of, figure_name
from dialogs.wording import listed, said
from knowledge.clauses import Library
from knowledge.editions.proposing import figures_on
from knowledge.errors import Sayable
from knowledge.values import Value

_LEAST, _APART = 75, 8


def tell_figures(turn: Turn, library: Library) -> None:
    """List every figure in force, with its words and where they stand."""
    figures = figures_on(turn.today)
    lines = [
        f"**{figure_name(each.name)}**: {amount_of(each)} (“{said(each.words)}”, {library.get(each.clause).label})"
        for each in figures
    ]
    how = f"To change one, type “set {figure_name(figures[0].name)} to” and the new number."
    turn.say("These figures decide rulings or are told with them:", *lines, how)


def figure_named(turn: Turn, words: str) -> Value:
    """Give the figure that the words name; Sayable where none is meant, or several may be."""
    near = _near(turn, words)
    if len(near) != 1:
        names = listed([f"“{figure_name(each.name)}”" for each in near or figures_on(turn.today)], "or")
        raise Sayable(f"I don't know which figure you mean. Say which: {names}.")
    return near[0]


def names_a_figure(turn: Turn, words: str) -> bool:
    """Say whether the words name a figure, or several."""
    return bool(_near(turn, words))


def _near(turn: Turn, words: str) -> tuple[Value, ...]:
    """The figures that the words name as well as each other, the likest first."""
    sought = " ".join(words.casefold().replace("_", " ").split())
    scored = sorted(((_likeness(sought, each), each) for each in figures_on(turn.today)), key=lambda each: -each[0])
    return tuple(each for score, each in scored if score >= _LEAST and score > scored[0][0] - _APART)


def _likeness(sought: str, figure: Value) -> float:
    if sought == figure_name(figure.name):
        return 200
    by_name = fuzz.token_sort_ratio(sought, figure_name(figure.name))
    return max(by_name, fuzz.partial_ratio(sought, figure.words.casefold()))
