"""What the tests of editions share: edits of a clause, and a process that follows some editions while it looks."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

from knowledge import decided
from knowledge.clauses import load_library
from knowledge.editions.edits import ClauseEdit, Edition
from knowledge.editions.proposing import clause_edit, figures_with, replaced
from knowledge.following import follow

REASONS = "registration-of-gifts-and-hospitality.4"
NEW_YEAR, EVE = date(2027, 1, 1), date(2026, 12, 31)
A_GIFT = {
    "item": "a hamper",
    "value": "40.00",
    "form": "goods",
    "token": True,
    "regular": False,
    "giver": "Acme",
    "giver_relation": "other",
    "letting_contract": False,
    "purchasing": False,
    "recipient": "self",
    "wants_to_accept": True,
    "earlier_total": Decimal(0),
}


def edited(clause: str, old: str, new: str) -> ClauseEdit:
    found = load_library().get(clause)
    return clause_edit(found, replaced(found, old, new))


def lowered(number: int = 1, since: date = NEW_YEAR, to: str = "£25", **more) -> Edition:
    """The edition that turns "over £50" into "over £25", with its figure."""
    edit = edited(REASONS, "over £50", f"over {to}")
    figures, _ = figures_with((edit,), since)
    return Edition(number, since, (edit,), figures, **more)


def added(clause: str, text: str, after: str) -> ClauseEdit:
    label = "Code of conduct, Gifts, paragraph 9"
    return ClauseEdit(clause, text, "employee_code_of_conduct", label, ("Gifts",), None, after)


@contextmanager
def published(*editions: Edition) -> Iterator[None]:
    source = object()
    follow(source, (), editions)
    try:
        yield
    finally:
        decided.let_go(source)
