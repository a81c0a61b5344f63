"""What HR look at in the knowledge base, and what comes after and before it: the same for buttons and typed words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dialogs.kb_naming import Section, clauses_of, section_of_key
from dialogs.replies import Button
from knowledge.clauses import Clause, Library
from knowledge.contacts import contacts_of
from knowledge.errors import Sayable
from knowledge.hanging import hanging_on

A_PAGE = 8
A_PAGE_OF_CONTACTS = 4
VERBS = ("policies", "list", "show", "questions", "contacts", "history", "gaps", "ambiguities", "reviews")
OF_ROWS = ("history", "gaps", "ambiguities", "reviews")


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at: ``policies``, ``list`` (a section from its clause ``first`` on), ``show`` (a clause, and the
    page of the list that led to it), ``questions`` (those stored for a clause, from ``first`` on), ``contacts`` (those
    that the policies name, from ``first`` on), ``history`` (the changes of the policies), ``gaps`` (what people found
    wanting), ``ambiguities`` (what is unclear in the policies) or ``reviews`` (what falls due for review)."""

    verb: str
    section: str = ""
    clause: str = ""
    first: int = 0


POLICIES = View("policies")


def list_view(section: Section) -> View:
    """Give the view of the first clauses of a section."""
    return View("list", section=section.key)


def show_view(clause: Clause) -> View:
    """Give the view of a clause."""
    return View("show", clause=clause.id)


def button(title: str, view: View) -> Button:
    """Make a button that leads to a view."""
    data = {"section": view.section, "clause": view.clause, "first": view.first}
    return Button(title, f"kb.{view.verb}", {name: value for name, value in data.items() if value})


def read_view(verb: str, data: Mapping[str, Any]) -> View | None:
    """Read what a button carried and what was chosen on its card; None where it is another's, or was tampered with."""
    family, _, name = verb.partition(".")
    first = data.get("first", 0)
    if family != "kb" or name not in VERBS or not isinstance(first, int) or isinstance(first, bool) or first < 0:
        return None
    return View(name, str(data.get("section") or ""), str(data.get("clause") or ""), first)


def more_than(library: Library, view: View, rows: int = 0) -> View | None:
    """Give what "more" shows: the next page, or a clause's questions; None where that was all.

    ``rows``: how many there are of what the policies do not hold themselves.
    """
    if view.verb in OF_ROWS:
        return replace(view, first=view.first + A_PAGE) if view.first + A_PAGE < rows else None
    if view.verb == "show":
        return View("questions", clause=view.clause) if hanging_on(view.clause).questions else None
    if view.verb == "policies":
        return None
    if view.verb == "contacts":
        first = view.first + A_PAGE_OF_CONTACTS
        return replace(view, first=first) if first < len(contacts_of(library)) else None
    listed = view.verb == "list"
    behind = clauses_of(library, section_of_key(view.section)) if listed else hanging_on(view.clause).questions
    return replace(view, first=view.first + A_PAGE) if view.first + A_PAGE < len(behind) else None


def before(library: Library, view: View) -> View | None:
    """Give what "back" shows: the page before, or what leads here; None before the policies."""
    if view.verb == "policies":
        return None
    if view.verb == "show":
        return View("list", section=view.section, first=view.first) if view.section else _page_of(library, view.clause)
    if view.first:
        page = A_PAGE_OF_CONTACTS if view.verb == "contacts" else A_PAGE
        return replace(view, first=max(0, view.first - page))
    return View("show", clause=view.clause) if view.verb == "questions" else POLICIES


def clause_of(library: Library, view: View) -> Clause:
    """Give the clause of a view; Sayable where there is none any more."""
    try:
        return library.get(view.clause)
    except KeyError:
        raise Sayable("That clause isn't there any more. Type “kb list” for those that are.") from None


def _page_of(library: Library, clause_id: str) -> View:
    """The page of its own heading on which a clause stands."""
    clause = clause_of(library, View("show", clause=clause_id))
    section = Section(clause.policy, clause.heading)
    at = clauses_of(library, section).index(clause)
    return View("list", section=section.key, first=at - at % A_PAGE)
