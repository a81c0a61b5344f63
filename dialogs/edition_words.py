"""How a change of the policies is told: the words that go and come, the figures, and what it would change."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from dialogs.edition_impact import MOST_RECORDS, Impact
from dialogs.editions import counted
from dialogs.situations import find_situation
from dialogs.wording import day, listed, number, pounds, said
from knowledge.clauses import Library
from knowledge.documents.marking import marked
from knowledge.editions.edits import ClauseEdit, FigureEdit
from knowledge.editions.impact import Elsewhere
from knowledge.values import Value, load_rows

_MARK = re.compile(r"(?:\[-(?P<gone>.*?)-\])?(?:\{\+(?P<come>.*?)\+\})?", re.S)
_SHOWN = 8
_ROOM = 12_000  # bytes of clauses on one card, of the 28 KB that Teams takes with all that frames them


def difference(old: str, new: str) -> str:
    """Give the new words with those that came in bold, and behind them those that they replace."""
    text, said_so_far, at = marked(old, new), [], 0
    for found in _MARK.finditer(text):
        if found[0]:
            said_so_far += [_plain(text[at : found.start()]), _change(found["gone"], found["come"])]
            at = found.end()
    return "".join([*said_so_far, _plain(text[at:])])


def of_clause(library: Library, edit: ClauseEdit) -> str:
    """Tell what becomes of one clause: its label, and its words with the differences marked."""
    before = library.find(edit.clause)
    if before is None or before.withdrawn:
        return f"**New: {said(edit.label)}**\n\n{_plain(edit.text)}"
    if not edit.text:
        return f"**Taken out: {said(before.label)}**\n\n{_plain(before.text)}"
    if edit.text == before.text:
        return f"**Moved: {said(before.label)}**"
    return f"**{said(before.label)}**\n\n{difference(before.text, edit.text)}"


def clauses_told(library: Library, edits: Sequence[ClauseEdit], how: str) -> Iterator[str]:
    """Tell what becomes of each clause, as many as a card of Teams can hold; ``how`` names what shows the others."""
    left = _ROOM
    for place, edit in enumerate(edits):
        told = of_clause(library, edit)
        left -= len(told.encode())
        if left < 0 and place:
            yield f"And {counted(len(edits) - place, 'more clause')}; “{how}” shows them all."
            return
        yield told


def figure_row(figure: FigureEdit, now: Value | None, when: str = "now") -> tuple[str, str]:
    """Tell what becomes of a figure: its everyday name, and its amount now and then."""
    known = next(row.value for row in load_rows() if row.value.name == figure.name)
    was = f", {amount_of(now)} {when}" if now else ""
    return figure_name(figure.name), f"{_amount(figure.amount, known.unit)}{was}"


def figure_name(name: str) -> str:
    """Write the name of a figure as words: ``gift_reason_over`` gives "gift reason over"."""
    return name.replace("_", " ")


def amount_of(figure: Value) -> str:
    """Write the amount of a figure with its unit: ``£50``, ``48 hours/week``."""
    return _amount(str(figure.amount), figure.unit)


def records_told(impact: Impact, since: date) -> str:
    """Tell how many filed records would be ruled on differently, by situation and month of filing."""
    if not impact.records:
        return "No filed record would be ruled on differently." if impact.filed else ""
    of_situation: dict[str, list[str]] = defaultdict(list)
    total = 0
    for situation, month, many in impact.records:
        of_situation[situation].append(f"{many:,} filed in {month:%B %Y}")
        total += many
    rows = [f"{title_of(situation)}: {listed(months)}" for situation, months in of_situation.items()]
    newest = f" I looked at the newest {MOST_RECORDS:,} of {impact.filed:,}." if impact.filed > MOST_RECORDS else ""
    lead = "1 filed record would" if total == 1 else f"{total:,} filed records would"
    return f"{lead} be ruled on differently from {day(since)} on: {'; '.join(rows)}. They stay as filed.{newest}"


def golden_told(impact: Impact) -> Iterator[str]:
    """Tell which golden lines would go elsewhere: those that fail first."""
    failing = impact.failing
    others = [each for each in impact.golden if not each.fails]
    if not impact.golden:
        yield "Everything in the golden set comes out as before."
        return
    if failing:
        yield f"**{counted(len(failing), 'golden check')} would fail:**"
        yield from _lines(failing)
    if others:
        yield f"{counted(len(others), 'golden check')} would come out differently without failing:"
        yield from _lines(others)


def title_of(situation: str) -> str:
    """Give the title of a situation, whoever's it is."""
    found = find_situation(situation, "employee") or find_situation(situation, "councillor")
    return found.title if found else situation


def _lines(lines: Sequence[Elsewhere]) -> Iterator[str]:
    for each in lines[:_SHOWN]:
        now, then = _as_words(each.before.got), _as_words(each.after.got)
        yield f"• {said(each.before.id)} ({each.before.kind}): {now} now, {then} then."
    if len(lines) > _SHOWN:
        yield f"• and {len(lines) - _SHOWN} more; “probity kb preview” lists them all."


def _as_words(got: str) -> str:
    return said(got.replace("_", " "))


def _change(gone: str | None, come: str | None) -> str:
    was = f"(was “{_plain(gone)}”)" if gone else ""
    if come is None:
        return f"(taken out: “{_plain(gone)}”)"
    return f"**{_plain(come).strip()}**{' ' + was if was else ''}"


def _plain(text: str | None) -> str:
    """The words as data; line breaks as Teams shows them."""
    lines = [said(line) for line in (text or "").split("\n")]
    edges = (" " if text and text[0].isspace() else "", " " if text and text[-1].isspace() else "")
    return edges[0] + "\n\n".join(lines) + edges[1]


def _amount(amount: str, unit: str) -> str:
    if unit == "GBP":
        return pounds(amount)
    written = number(float(amount)) if amount.replace(".", "", 1).isdigit() else amount
    return f"{written}%" if unit == "%" else f"{written} {unit}"
