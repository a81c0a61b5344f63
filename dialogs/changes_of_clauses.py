"""What HR type to change a clause or a figure: whether the policies are meant by it, and what it comes to."""

import re

from dialogs.clause_naming import clause_named, clause_or_ask, named_by
from dialogs.desk import Turn
from dialogs.edition_acts import ask_to_propose
from dialogs.edition_base import day_said
from dialogs.edition_cards import EditionAction, edit_card
from dialogs.editions import check_first_day
from dialogs.figure_setting import figure_set
from dialogs.figures_in_words import ask_which_figure, figures_called, names_a_figure
from dialogs.kb_naming import taken_out
from knowledge.clauses import Clause
from knowledge.editions.overlay import library_on
from knowledge.editions.proposing import replaced
from knowledge.errors import Sayable
from storage.tables import Draft

HOW_TO_CHANGE = (
    "Which clause? Type “edit” and its heading and paragraph, such as “edit gifts 1”, or its number, such as “edit "
    "5.16”. “kb list” shows them all, and “figures” the amounts: one is changed by “set return weeks to three”, for "
    "example. “take out gifts 1” proposes that a clause goes. To add clauses, or for a whole new policy, send me the "
    "document.",
    "Nothing changes until somebody else in HR publishes it.",
)
_LEAST_WORDS = 2


def edit_is_meant(turn: Turn, found: re.Match, draft: Draft | None) -> bool:
    """Say whether a clause is to be edited: one is named, or the words say so; "change" is said of anything."""
    if draft:
        return False
    if found["plainly"] or found["words"] or re.match(r"\W*(?:please )?kb\b", found[0], re.I):
        return True
    sure = bool(found["loose"])
    named = named_by(turn.desk.library, found["clause"], sure=sure) or taken_out(turn.desk.library, found["clause"])
    return bool(named) or bool(re.fullmatch(r"\d+(?:\.\d+)+", found["clause"]))


def edit_clause(turn: Turn, found: re.Match) -> None:
    """Show the form of the clause that is named, or ask which one."""
    clause = clause_or_ask(turn, library_on(turn.today), found["clause"], "edit")
    if clause:
        turn.say(card=edit_card(clause))


def taking_out_is_meant(turn: Turn, found: re.Match, draft: Draft | None) -> bool:
    """Say whether a clause of the policies is to go: one is named in so many words, or the words say so."""
    if draft:
        return False
    return bool(found["plainly"]) or len(named_by(turn.desk.library, found["clause"], sure=True).clauses) == 1


def take_out(turn: Turn, found: re.Match) -> None:
    """Show what it comes to that a clause goes, or ask which one."""
    since = day_said(turn, found["since"] or "")
    check_first_day(since, turn.today)
    clause = clause_or_ask(turn, library_on(since), found["clause"], "take out")
    if clause:
        _propose(turn, found, clause, "")


def tell_how_to_change(turn: Turn, found: re.Match) -> None:
    """Say how a clause is changed, where none is named."""
    turn.say(*HOW_TO_CHANGE)


def quoted_are_meant(turn: Turn, found: re.Match, draft: Draft | None) -> bool:
    """Say whether words in quotation marks are those of a clause; in the middle of a matter only where it is named."""
    return draft is None or bool(found["clause"])


def plain_are_meant(turn: Turn, found: re.Match, draft: Draft | None) -> bool:
    """Say whether words without quotation marks are those of a clause: they stand in one, or one is named."""
    if draft:
        return False
    if found["clause"] and named_by(turn.desk.library, found["clause"], sure=True):
        return True
    old = _bare(found["old"])
    tells = len(old.split()) >= _LEAST_WORDS or any(map(str.isdigit, old))
    return tells and any(_holds(each, old) for each in turn.desk.library.in_force())


def replace_words(turn: Turn, found: re.Match) -> None:
    """Show what it comes to, to put other words in the place of some, in the clause that is named or that has them."""
    since = day_said(turn, found["since"] or "")
    check_first_day(since, turn.today)
    old, new = _bare(found["old"]), _bare(found["new"])
    library = library_on(since)
    clause = clause_named(library, found["clause"]) if found["clause"] else _with_words(library.in_force(), old)
    _propose(turn, found, clause, replaced(clause, old, new))


def figure_is_meant(turn: Turn, found: re.Match, draft: Draft | None) -> bool:
    """Say whether a figure of the policies is to be set; in the middle of a matter only where it is named."""
    if names_a_figure(turn, found["figure"]):
        return True
    if draft or not any(map(str.isdigit, found["amount"])):
        return False
    return found["verb"].casefold() == "set" or bool(figures_called(turn, found["figure"]))


def set_figure(turn: Turn, found: re.Match) -> None:
    """Show what it comes to, to set a figure to another amount, or ask which one is meant."""
    called = figures_called(turn, found["figure"])
    if len(called) != 1:
        ask_which_figure(turn, called, found)
        return
    since, why = found["since"] or "", found["why"] or ""
    ask_to_propose(turn, figure_set(turn, called[0].name, found["amount"], since, why))


def _propose(turn: Turn, found: re.Match, clause: Clause, text: str) -> None:
    since = day_said(turn, found["since"] or "").isoformat()
    ask_to_propose(turn, EditionAction("check", 0, clause.id, clause.version, text, since, found["why"] or ""))


def _with_words(clauses: tuple[Clause, ...], words: str) -> Clause:
    found = [clause for clause in clauses if _holds(clause, words)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Sayable(f"No clause has the words “{words}”. Type “edit” and the clause to change it in a form.")
    raise Sayable(
        f"{len(found)} clauses have the words “{words}”. Say in which one: add “in {found[0].id}”, for example."
    )


def _holds(clause: Clause, words: str) -> bool:
    return " ".join(words.split()).casefold() in " ".join(clause.text.split()).casefold()


def _bare(words: str) -> str:
    return words.strip().strip("“”\"'‘’").strip()
