"""The cards on which HR read the knowledge base: the policies, the clauses under a heading, the questions of one."""

from dataclasses import replace

from dialogs.kb_naming import Section, clauses_of, section_of_key, sections_of, title_of
from dialogs.kb_views import A_PAGE, View, before, button, clause_of, more_than
from dialogs.replies import Button, Card, Field
from knowledge.clauses import Clause, Library
from knowledge.errors import Sayable
from knowledge.hanging import hanging_on

FIRST_WORDS = 70
_HOW_TO_TYPE = "Typing does the same: “list gifts and hospitality”, “show clause 5.16”."


def policies_card(library: Library, hint: str = "") -> Card:
    """Draw the policies, each with its headings and the number of clauses under them."""
    body, choices = [], []
    for policy in library.policies:
        whole, *parts = [each for each in sections_of(library, policy) if len(each.heading) < 2]
        first, *_ = every = clauses_of(library, whole)
        title = library.title(policy)
        body.append(f"**{title}**, for {first.audience}s, version {first.version}: {many(len(every))}")
        body.append("\n".join(f"- {part.heading[0]}: {many(len(clauses_of(library, part)))}" for part in parts))
        choices.append((whole.key, f"All of the {title}"))
        choices += [(part.key, title_of(library, part)) for part in parts]
    return Card(
        title="The policies in the knowledge base",
        body=(*body, _HOW_TO_TYPE),
        asks=hint,
        fields=(Field("section", "What would you like to read?", choices=tuple(choices), required=False),),
        buttons=(button("List its clauses", View("list")),),
    )


def list_card(library: Library, view: View, hint: str = "") -> Card:
    """Draw a page of the clauses of a section, one of which can be chosen to be shown."""
    section = section_of_key(view.section)
    clauses = clauses_of(library, section)
    page = clauses[view.first : view.first + A_PAGE]
    if not page:
        raise Sayable("Those clauses aren't there any more. Type “kb list” for those that are.")
    places = [_place_within(library, each) for each in page]
    lines = (f"**{place}**: “{first_words(each)}”" for place, each in zip(places, page, strict=True))
    choices = tuple((each.id, place) for place, each in zip(places, page, strict=True))
    return Card(
        title=title_of(library, section),
        body=(shown_of(view, len(page), len(clauses), "clause"), *_within(library, section), *lines),
        asks=hint,
        fields=(Field("clause", "Which one would you like to see in full?", choices=choices, required=False),),
        buttons=(button("Show this clause", replace(view, verb="show")), *turning(library, view)),
    )


def questions_card(library: Library, view: View) -> Card:
    """Draw a page of the everyday questions that are stored for a clause."""
    clause = clause_of(library, view)
    stored = hanging_on(clause.id).questions
    page = stored[view.first : view.first + A_PAGE]
    if not page:
        raise Sayable("No more questions are stored for that clause. Type “kb list” for the clauses.")
    return Card(
        title=f"Everyday questions stored for {clause.label}",
        body=(shown_of(view, len(page), len(stored), "question"), "\n".join(f"- {each}" for each in page)),
        buttons=turning(library, view),
    )


def first_words(clause: Clause) -> str:
    """Give how a clause begins, in whole words and without its number."""
    text = " ".join(clause.text.removeprefix(f"{clause.number} ").split())
    if len(text) <= FIRST_WORDS:
        return text
    return f"{text[:FIRST_WORDS].rpartition(' ')[0].rstrip(' ,;:.–-')} …"


def many(count: int, noun: str = "clause") -> str:
    """Count in words: ``1 clause``, ``33 clauses``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def turning(library: Library, view: View, rows: int = 0) -> tuple[Button, ...]:
    """Give the buttons that lead on and back from a page; ``rows`` as ``more_than`` takes it."""
    more = more_than(library, view, rows)
    return (*((button("More", more),) if more else ()), button("Back", before(library, view)))


def shown_of(view: View, shown: int, of: int, noun: str) -> str:
    """Say how many there are, or which of them a page shows: ``9 to 16 of 33 clauses.``"""
    return f"{many(of, noun)}." if shown == of else f"{view.first + 1} to {view.first + shown} of {many(of, noun)}."


def _place_within(library: Library, clause: Clause) -> str:
    return clause.label.removeprefix(library.title(clause.policy)).lstrip(", ")


def _within(library: Library, section: Section) -> tuple[str, ...]:
    """The headings right under a heading; those of a whole policy stand on the card before."""
    deep = len(section.heading)
    inner = [
        f"{each.heading[-1].rstrip(':')} ({len(clauses_of(library, each))})"
        for each in sections_of(library, section.policy)
        if deep and len(each.heading) == deep + 1 and each.heading[:deep] == section.heading
    ]
    return (f"Headings within it: {'; '.join(inner)}.",) if inner else ()
