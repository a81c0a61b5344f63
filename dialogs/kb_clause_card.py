"""The card of one clause for HR: its words, since when they hold, and what hangs on them."""

from collections.abc import Iterator
from datetime import date

from dialogs.edition_words import amount_of, figure_name
from dialogs.kb_views import View, before, button, clause_of
from dialogs.replies import Button, Card
from dialogs.settling import state_of
from dialogs.signposts import SIGNPOSTS
from dialogs.situations import find_situation
from dialogs.wording import in_lines
from knowledge.clauses import Clause, Library
from knowledge.editions.resting import rules_on
from knowledge.hanging import Hanging, hanging_on
from knowledge.ledger.entries import Entry
from knowledge.ledger.landing import as_read
from knowledge.ledger.telling import day_of
from knowledge.values import value

SHOWN_AT_ONCE = 5
_STATES = {"open": "not decided", "decided": "decided by HR", "handled": "needs no decision"}


def clause_card(library: Library, view: View, today: date, settles: bool) -> Card:
    """Draw a clause in full with what hangs on it. ``settles``: the reader may open what is unclear."""
    clause = clause_of(library, view)
    hanging = hanging_on(clause.id)
    asked = hanging.questions
    return Card(
        title=clause.label,
        body=(f"“{in_lines(clause.text)}”", *_unclear_hint(hanging, today, settles)),
        facts=(*_stands(library, clause, today), *_hangs(hanging, today)),
        more=tuple(f"“{each}”" for each in asked[:SHOWN_AT_ONCE]),
        more_title=f"Show or hide the first {SHOWN_AT_ONCE} everyday questions",
        buttons=(*((_change(clause),) if settles else ()), button("Back", before(library, view))),
    )


def _change(clause: Clause) -> Button:
    return Button(f"Change {clause.label}", "edition.edit", {"clause": clause.id, "version": clause.version})


def _stands(library: Library, clause: Clause, today: date) -> Iterator[tuple[str, str]]:
    yield "Policy", f"{library.title(clause.policy)}, for {clause.audience}s"
    yield "Heading", " › ".join(part.rstrip(":") for part in clause.heading)
    yield "Version", str(clause.version)
    since = clause.effective_from
    if since is None:
        yield "Holds", "on every day: the policy carries no date"
    else:
        yield ("Holds since" if since <= today else "Will hold from"), day_of(since)
    if clause.unreviewed and rules_on(clause.id):
        yield "Flagged", f"its rules are not yet read against these words; type “review {clause.id}”"
    yield "Id", clause.id


def _hangs(hanging: Hanging, today: date) -> Iterator[tuple[str, str]]:
    for row in hanging.figures:
        figure = value(row.value.name, today)
        yield f"Figure: {figure_name(figure.name)}", f"{amount_of(figure)}, from “{figure.words}”"
    if not hanging.figures:
        yield "Figures", "none"
    yield "Rules that cite it", _cited(hanging)
    yield "Unclear in it", "; ".join(_entry(each, today) for each in hanging.entries) or "nothing in the list"
    yield "Everyday questions", f"{len(hanging.questions)} stored; type “more” for all" if hanging.questions else "none"


def _cited(hanging: Hanging) -> str:
    names = [f"{_title(situation, role)} ({role}s)" for situation, role in hanging.situations]
    if hanging.in_schools:
        names.append("every ruling for the staff of some schools")
    return "; ".join(names) or f"none. {hanging.guidance}".strip()


def _title(situation: str, role: str) -> str:
    held = find_situation(situation, role)
    if held:
        return held.title
    return SIGNPOSTS[situation].title if situation in SIGNPOSTS else situation.replace("_", " ").capitalize()


def _entry(entry: Entry, today: date) -> str:
    return f"{entry.id}, {entry.title} ({_STATES[state_of(as_read(entry, today))]})"


def _unclear_hint(hanging: Hanging, today: date, settles: bool) -> tuple[str, ...]:
    still_open = [each for each in hanging.entries if state_of(as_read(each, today)) == "open"]
    if not still_open or not settles:
        return ()
    return (f"Something in it is unclear: type “{still_open[0].id}” to see it with its passages, and to decide it.",)
