"""The figures of the policies: the list, and one of them changed in words: "set gift reason over to £25"."""

import re

from rapidfuzz import fuzz

from dialogs.desk import Turn
from dialogs.edition_words import figure_name
from dialogs.wording import listed
from knowledge.editions.proposing import figures_on
from knowledge.values import Value

_LEAST, _APART = 75, 8
_NOISE = frozenset("the a of for over in on figure limit amount threshold value number".split())


def figures_called(turn: Turn, words: str) -> tuple[Value, ...]:
    """Give the figures that the words name as well as each other, else those that share a word with them."""
    sought = set(words.casefold().replace("_", " ").split()) - _NOISE
    return _near(turn, words) or tuple(each for each in figures_on(turn.today) if sought & _words_of(each))


def ask_which_figure(turn: Turn, called: tuple[Value, ...], found: re.Match) -> None:
    """Ask which of these figures is to be set, or of all where there are none; the rest stands as it was typed."""
    before, after = found.string[: found.start("figure")], found.string[found.end("figure") :]
    names = [figure_name(each.name) for each in called or figures_on(turn.today)]
    choices = tuple(f"{before}{name}{after}" for name in names) if called else ()
    turn.say(
        f"I don't know which figure you mean. Say which: {listed([f'“{name}”' for name in names], 'or')}.",
        choices=choices,
    )


def names_a_figure(turn: Turn, words: str) -> bool:
    """Say whether the words name a figure, or several."""
    return bool(_near(turn, words))


def _near(turn: Turn, words: str) -> tuple[Value, ...]:
    """The figures that the words name as well as each other, the likest first."""
    sought = " ".join(words.casefold().replace("_", " ").split())
    scored = sorted(((_likeness(sought, each), each) for each in figures_on(turn.today)), key=lambda each: -each[0])
    return tuple(each for score, each in scored if score >= _LEAST and score > scored[0][0] - _APART)


def _words_of(figure: Value) -> set[str]:
    words = set(figure_name(figure.name).split()) - _NOISE
    return words | {f"{word}s" for word in words}


def _likeness(sought: str, figure: Value) -> float:
    if sought == figure_name(figure.name):
        return 200
    by_name = fuzz.token_sort_ratio(sought, figure_name(figure.name))
    return max(by_name, fuzz.partial_ratio(sought, figure.words.casefold()))
